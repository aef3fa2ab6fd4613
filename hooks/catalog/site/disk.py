"""Write the whole site as plain files, for an engine that knows nothing of our hooks."""

import json
import re
import shutil
from pathlib import Path

from ..catalogue.entries import Catalog
from ..kommune.folder import Fassung, local_navigation
from .build import Output
from .pages import PageWriter

_HOOK_SETTINGS = re.compile(r"^(?:hooks|watch):.*\n(?:[ -].*\n)*", re.MULTILINE)
_NAVIGATION = re.compile(r"^nav:\n(?:[ -].*\n)*", re.MULTILINE)


def write_tree(catalog: Catalog, project: Path, target: Path, fassung: Fassung | None = None) -> int:
    """Write content, theme and configuration below ``target``; return the number of pages.

    Without a ``fassung`` this is the neutral product.

    Raises:
        UnknownMarker: a content page names a part of the catalogue that does not exist.
    """
    content = target / "content"
    shutil.copytree(project / "content", content)
    shutil.copytree(project / "overrides", target / "overrides")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    writer = PageWriter(catalog, fassung=fassung)
    settings = with_fassung(without_hooks(settings), writer.fassung, catalog.file.stand)
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8", newline="\n")
    written = {
        file.relative_to(content).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(content.rglob("*.md"))
    }
    for path, text in written.items():
        _write(content / path, writer.expand_markers(text, path))
    for path, added in Output(writer, target / "overrides", written).files():
        _write(content / path, added)
    return sum(1 for _ in content.rglob("*.md"))


def without_hooks(settings: str) -> str:
    """Remove what refers to our hooks from the text of ``mkdocs.yml``."""
    return _HOOK_SETTINGS.sub("", settings)


def with_fassung(settings: str, fassung: Fassung, stand: str) -> str:
    """Write into the text of ``mkdocs.yml`` what the adapter otherwise sets while building."""
    website = fassung.settings.website
    lines = {
        r"^site_name: .*": f"site_name: {_inline(website.titel)}",
        r"^site_url: .*": f"site_url: !ENV [SITE_URL, {_inline(website.adresse)}]",
        r"^  kommune: .*": f"  fassung: {_inline(fassung.for_templates(stand))}",
    }
    for pattern, line in lines.items():
        settings = _replace_line(settings, pattern, line)
    groups = local_navigation(fassung) if fassung.oertlich else []
    return _NAVIGATION.sub(
        lambda match: match[0] + "".join(f"  - {_inline(group)}\n" for group in groups), settings
    )


def _replace_line(settings: str, pattern: str, line: str) -> str:
    return re.sub(pattern, lambda _: line, settings, count=1, flags=re.MULTILINE)


def _inline(value: object) -> str:
    """Write a value on one line of YAML, which understands JSON."""
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)

"""Write the whole site as plain files, for an engine that knows nothing of our hooks."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from .data import data_files
from .documents import document_files
from .entries import Catalog
from .pages import PageWriter

_HOOK_SETTINGS = re.compile(r"^(?:hooks|watch):.*\n(?:[ -].*\n)*", re.MULTILINE)


def write_tree(catalog: Catalog, project: Path, target: Path) -> int:
    """Write content, theme and configuration below ``target``; return the number of pages.

    Raises:
        UnknownMarker: a content page names a part of the catalogue that does not exist.
    """
    content = target / "content"
    shutil.copytree(project / "content", content)
    shutil.copytree(project / "overrides", target / "overrides")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (target / "mkdocs.yml").write_text(without_hooks(settings), encoding="utf-8", newline="\n")
    for path, text in _files(catalog, content):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8", newline="")
    for path, content_bytes in document_files(catalog):
        (content / path).write_bytes(content_bytes)
    return sum(1 for _ in content.rglob("*.md"))


def without_hooks(settings: str) -> str:
    """Remove what refers to our hooks from the text of ``mkdocs.yml``."""
    return _HOOK_SETTINGS.sub("", settings)


def _files(catalog: Catalog, content: Path) -> Iterator[tuple[str, str]]:
    """Yield every file that differs from the hand-written content."""
    writer = PageWriter(catalog)
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        yield path, writer.expand_markers(file.read_text(encoding="utf-8"), path)
    for page in writer.pages():
        yield page.path, page.markdown
    yield from data_files(catalog)

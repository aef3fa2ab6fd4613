"""Write the whole site as plain files, for an engine that knows nothing of our hooks."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from .data import generated_files
from .documents import document_files
from .entries import Catalog
from .fassung import Fassung, local_navigation
from .pages import PageWriter
from .scripts import flatten
from .search import Document, own_page_document, page_document, search_files

_FRONT_MATTER = re.compile(r"---\n(?P<meta>.*?)\n---\n(?P<body>.*)", re.DOTALL)
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
    for path, source in writer.fassung.files:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, content / path)
    for path, text in [*_search(catalog, writer, content, target), *_files(catalog, writer, content)]:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8", newline="")
    for path, content_bytes in document_files(catalog):
        (content / path).write_bytes(content_bytes)
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


def _files(catalog: Catalog, writer: PageWriter, content: Path) -> Iterator[tuple[str, str]]:
    """Yield every file that differs from the hand-written content."""
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        yield path, writer.expand_markers(file.read_text(encoding="utf-8"), path)
    for page in writer.pages():
        yield page.path, page.markdown
    yield from generated_files(catalog, writer.fassung)


def _search(
    catalog: Catalog, writer: PageWriter, content: Path, target: Path
) -> Iterator[tuple[str, str]]:
    """Yield the search: its index over the catalogue and the hand-written pages, and its script."""
    written = [_document(file, content) for file in sorted(content.rglob("*.md"))]
    written += map(own_page_document, writer.fassung.seiten)
    yield from search_files(catalog, written, _address)
    script = target / "overrides" / "assets" / "javascripts" / "suche" / "window.mjs"
    yield "assets/suche/suche.js", flatten(script)


def _document(file: Path, content: Path) -> Document:
    text = file.read_text(encoding="utf-8")
    match = _FRONT_MATTER.match(text)
    meta, body = (yaml.safe_load(match["meta"]), match["body"]) if match else ({}, text)
    return page_document(file.relative_to(content).as_posix(), meta, body.strip())


def _address(path: str) -> str:
    """The address of a page that stands in a folder of its own."""
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" if path != "index.md" else "./"

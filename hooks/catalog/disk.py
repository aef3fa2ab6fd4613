"""Write the whole site as plain files, for an engine that knows nothing of our hooks."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from .data import data_files
from .documents import document_files
from .entries import Catalog
from .pages import PageWriter
from .scripts import flatten
from .search import Document, page_document, search_files

_FRONT_MATTER = re.compile(r"---\n(?P<meta>.*?)\n---\n(?P<body>.*)", re.DOTALL)
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
    for path, text in [*_search(catalog, content, target), *_files(catalog, content)]:
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


def _search(catalog: Catalog, content: Path, target: Path) -> Iterator[tuple[str, str]]:
    """Yield the search: its index over the catalogue and the hand-written pages, and its script."""
    written = [_document(file, content) for file in sorted(content.rglob("*.md"))]
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

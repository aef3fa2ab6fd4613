"""Everything a build adds to the hand-written pages, the same for every engine."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from ..kommune.own_pages import Seite
from ..musterantrag.documents import document_files
from ..publishing.addresses import page_address
from ..publishing.data import generated_files
from ..suche.documents import Document, page_document
from ..suche.index import FOLDER, search_files
from .markers import MARKER
from .pages import PageWriter
from .scripts import flatten

SCRIPTS = Path("assets", "javascripts")
_FRONT_MATTER = re.compile(r"---\n(?P<meta>.*?)\n---\n(?P<body>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Output:
    """What one build produces.

    Args:
        writer: renders the pages of the catalogue.
        theme: the folder whose files end up in the site as they are.
        written: path and text of every hand-written page.
    """

    writer: PageWriter
    theme: Path
    written: Mapping[str, str]

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield the path and the content of every added file, in a fixed order."""
        for page in self.writer.pages():
            yield page.path, page.markdown
        for path, source in self.writer.fassung.files:
            yield path, source.read_bytes()
        yield from generated_files(self.writer.catalog, self.writer.fassung)
        yield from document_files(self.writer.catalog)
        yield from self._search()
        if self.writer.offline:
            yield from self._classic_scripts()

    def _search(self) -> Iterator[tuple[str, str]]:
        """Yield what is loaded when somebody searches."""
        pages = [_written_page(path, text) for path, text in self.written.items()]
        pages += map(_own_page, self.writer.fassung.seiten)
        yield from search_files(
            self.writer.catalog, pages, partial(page_address, offline=self.writer.offline)
        )
        yield f"{FOLDER}/suche.js", flatten(self.theme / SCRIPTS / "suche" / "window.mjs")

    def _classic_scripts(self) -> Iterator[tuple[str, str]]:
        for module in sorted((self.theme / SCRIPTS).glob("*.mjs")):
            yield f"{SCRIPTS.as_posix()}/{module.stem}.js", flatten(module)


def _written_page(path: str, text: str) -> Document:
    meta, body = _front_matter(text)
    return page_document(path, meta, MARKER.sub("", body))


def _own_page(seite: Seite) -> Document:
    meta = {"title": seite.titel, "description": seite.beschreibung}
    return page_document(seite.path, meta, MARKER.sub("", seite.text))


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    match = _FRONT_MATTER.match(text)
    return (yaml.safe_load(match["meta"]), match["body"].strip()) if match else ({}, text)

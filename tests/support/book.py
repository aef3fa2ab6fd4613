"""Pages of any catalogue, rendered in this process and without the frame."""

from typing import Any

from catalog.catalogue.entries import Catalog
from catalog.documents.vorlagen import template_files
from catalog.kommune.folder import Fassung, read_fassung
from catalog.mitmachen.form import proposal_ways
from catalog.pages.book import Book
from catalog.pages.page import Page
from catalog.pages.rendering import CompiledTemplates
from catalog.pages.written import Text
from catalog.publishing.links import Links
from markupsafe import Markup

# What templates link to besides pages of the catalogue.
WRITTEN = (
    "index",
    "suche",
    "mitmachen",
    "daten",
    "impressum",
    "datenschutz",
    "barrierefreiheit",
    "barrierefreiheit/pruefbericht",
    "kurz-check/index",
    "empfehlungen/index",
    "erfolgsfaktoren/index",
    "chefsache/index",
    "beispiele/index",
    "leitfaeden/index",
    "vorlagen/index",
    "kennzahlen/index",
    "musterantrag/index",
    "werkstatt/index",
    "glossar/index",
    "quellen/index",
    "quellen/pruefstand",
    "laender/index",
    "unterstuetzung/index",
    "selbst-betreiben",
)
# Templates are compiled once for all books of a run, as the preview does; a changed one is compiled again.
TEMPLATES = CompiledTemplates()
FILES = tuple(
    f"musterantrag/{name}.{kind}" for name in ("Musterantrag", "Merkblatt") for kind in ("docx", "odt")
)


def book_of(
    catalog: Catalog,
    fassung: Fassung | None = None,
    repository: str = "",
    contact: str = "",
    texts: dict[str, str] | None = None,
) -> Book:
    """Return the book of a catalogue, with hand-written texts by their path."""
    texts = {**dict.fromkeys(WRITTEN, ""), **(texts or {})}
    written = [Text.read(path, f"content/{path}.md", text) for path, text in texts.items()]
    links = Links(offline=False)
    book = Book(
        catalog,
        fassung or read_fassung(),
        written,
        links,
        proposal_ways(repository, contact),
        repository,
        TEMPLATES,
    )
    files = [*FILES, *(path for path, _ in template_files(catalog))]
    links.know(book.paths, files, [f"{entry.kind.section}/{entry.id}" for entry in catalog.hidden])
    return book


def pages_of(catalog: Catalog, **options: Any) -> dict[str, Page]:
    """Return every page that the catalogue gives by its path, hand-written ones left out."""
    book = book_of(catalog, **options)
    return {path: book.page(path) for path in book.paths if path not in WRITTEN}


def marker(catalog: Catalog, name: str, **options: Any) -> Markup:
    """Return what a mark shows on a page."""
    return book_of(catalog, texts={"suche": f"<!-- katalog: {name} -->"}, **options).page("suche").html

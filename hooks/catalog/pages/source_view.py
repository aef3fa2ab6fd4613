"""The catalogue as written, in pages by section, so that no page grows with the whole file.

A page shows a fixed number of entries: a changed sentence changes one page,
and the address of an entry's text depends on its place in the list only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..catalogue.entries import Catalog, Eintrag
from ..model.kinds import KINDS, Kind
from ..publishing.links import Links
from .page import Page, PagePlan
from .rendering import Contents, Renderer

FOLDER = "quelltext"


@dataclass(frozen=True, slots=True)
class Stueck:
    """The text of one entry."""

    id: str
    titel: str
    text: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """One page of the source view.

    Attributes:
        number: from 1, within the kind.
        count: how many entries are on the page.
    """

    kind: Kind
    number: int
    path: str
    count: int


def source_path(kind: Kind, index: int) -> str:
    """Return the path of the page that shows an entry by its place in the list."""
    number = index // kind.per_source_page + 1
    return f"{FOLDER}/{kind.key}" if number == 1 else f"{FOLDER}/{kind.key}-{number}"


def source_link(links: Links, entry: Eintrag, index: int) -> Markup:
    """Return the address at which the source view shows an entry, by its place in the list of its kind."""
    return links.href(source_path(entry.kind, index)) + Markup("#{}").format(entry.id)


def source_sections(catalog: Catalog) -> Iterator[Abschnitt]:
    """Yield what the source view consists of, in the order of the kinds."""
    for kind in KINDS.values():
        entries = [entry for entry in catalog.all(kind.key) if not entry.oertlich]
        size = kind.per_source_page
        for start in range(0, len(entries), size):
            count = len(entries[start : start + size])
            yield Abschnitt(kind, start // size + 1, source_path(kind, start), count)


def source_pages(catalog: Catalog, renderer: Renderer, repository: str) -> Iterator[PagePlan]:
    """Yield the page that leads to all others, then those with the text.

    With the address of a public repository's file view, each text leads to its lines there.
    """
    sections = list(source_sections(catalog))
    yield f"{FOLDER}/index", partial(_overview, renderer, sections)
    for section in sections:
        yield section.path, partial(_page, catalog, renderer, section, repository.rstrip("/"))


def _overview(renderer: Renderer, sections: list[Abschnitt]) -> Page:
    html = renderer.render("site/quelltext.html", page=Contents(), abschnitte=sections)
    description = "Die Datei catalog.yml, aus der diese Website entsteht."
    return Page(f"{FOLDER}/index", "Quelltext des Katalogs", description, html)


def _page(catalog: Catalog, renderer: Renderer, section: Abschnitt, repository: str) -> Page:
    start = (section.number - 1) * section.kind.per_source_page
    entries = catalog.all(section.kind.key)[start : start + section.count]
    lines = catalog.lines
    pieces = [
        Stueck(e.id, e.titel, "\n".join(lines[e.line - 1 : e.end_line]), e.line, e.end_line) for e in entries
    ]
    part = f", Teil {section.number}" if section.number > 1 else ""
    title = f"Quelltext: {section.kind.mehrzahl}{part}"
    html = renderer.render(
        "site/quelltext-abschnitt.html",
        page=Contents(),
        titel=title,
        stuecke=pieces,
        datei=f"{repository}/catalog.yml" if repository else "",
    )
    return Page(section.path, title, f"{section.kind.mehrzahl}, wie sie in catalog.yml stehen.", html)

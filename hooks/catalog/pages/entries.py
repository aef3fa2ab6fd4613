"""The page of every entry, and what leads to it from former addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.overviews import related_beispiele
from ..model.catalogue import Zurueckgezogen
from ..model.kinds import KINDS, SECTIONS, Kind, section_of
from ..publishing.links import Links
from .page import Page, PagePlan
from .rendering import Contents, Renderer
from .source_view import source_link

# Kinds whose order means something: only they can be leafed through.
ORDERED = frozenset({"empfehlungen", "erfolgsfaktoren", "stellschrauben", "fragen", "argumente", "auftraege"})


def entry_pages(catalog: Catalog, renderer: Renderer, links: Links) -> Iterator[PagePlan]:
    """Yield the pages of all entries, each followed by those at its former addresses."""
    for kind in KINDS.values():
        entries = catalog.all(kind.key)
        total = _total(catalog, kind)
        neighbours = zip(entries, [None, *entries], [*entries[1:], None], strict=False)
        for index, (entry, before, after) in enumerate(neighbours):
            ordered = kind.key in ORDERED
            place = _Place(before if ordered else None, after if ordered else None, index, total)
            yield entry.path, partial(_page, renderer, links, entry, place)
            for old in getattr(entry.data, "fruehere_ids", ()):
                path = f"{kind.section}/{old}"
                yield path, partial(_redirect, renderer, entry, path)


def withdrawn_pages(catalog: Catalog, renderer: Renderer) -> Iterator[PagePlan]:
    """Yield the pages at the addresses of entries that are no longer there."""
    for entry in catalog.file.zurueckgezogen:
        if catalog.zeigt(section_of(entry.eintrag)):
            yield entry.eintrag, partial(_withdrawn, catalog, renderer, entry)


def _withdrawn(catalog: Catalog, renderer: Renderer, entry: Zurueckgezogen) -> Page:
    section = section_of(entry.eintrag)
    html = renderer.render(
        "site/zurueckgezogen.html",
        page=Contents(),
        e=entry,
        nachfolge=catalog.at(entry.nachfolge or ""),
        bereich=section,
    )
    return Page(entry.eintrag, entry.titel, entry.grund, html, SECTIONS[section])


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entry stands among those of its kind."""

    before: Eintrag | None
    after: Eintrag | None
    index: int
    total: int


def _page(renderer: Renderer, links: Links, entry: Eintrag, place: _Place) -> Page:
    contents = Contents()
    html = renderer.render(
        f"catalogue/{entry.kind.key}.html",
        page=contents,
        e=entry,
        d=entry.data,
        before=place.before,
        after=place.after,
        source_link=source_link(links, entry, place.index),
        total=place.total,
        related=related_beispiele(entry),
    )
    section = SECTIONS[entry.kind.section]
    return Page(entry.path, entry.titel, entry.zusammenfassung, html, section, contents)


def _redirect(renderer: Renderer, entry: Eintrag, path: str) -> Page:
    html = renderer.render("site/umleitung.html", page=Contents(), e=entry)
    return Page(path, entry.titel, entry.zusammenfassung, html, redirect=entry.path)


def _total(catalog: Catalog, kind: Kind) -> int:
    """Count the entries of a kind, those that this copy leaves out included."""
    hidden = [entry for entry in catalog.hidden if entry.kind == kind]
    return len(catalog.all(kind.key)) + len(hidden)

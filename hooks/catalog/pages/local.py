"""What only a municipality's copy has: its own pages, and the list of what is local."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from ..catalogue.entries import Catalog
from ..kommune.folder import LOCAL_CHANGES, Fassung
from ..kommune.own_pages import Seite
from ..kommune.values import local_changes
from ..model.kinds import section_of
from ..reading.markdown_text import fitted
from .page import Page, PagePlan
from .rendering import Contents, Renderer
from .written import Text, Textkopf, Writer


def local_pages(catalog: Catalog, fassung: Fassung, renderer: Renderer, writer: Writer) -> Iterator[PagePlan]:
    """Yield the pages of a municipality's copy; the neutral product has none."""
    if fassung.oertlich:
        yield LOCAL_CHANGES, partial(_changes, catalog, fassung, renderer)
        for seite in fassung.seiten:
            yield seite.path, partial(_own_page, seite, renderer, writer)


def _changes(catalog: Catalog, fassung: Fassung, renderer: Renderer) -> Page:
    contents = Contents()
    values = local_changes(catalog, fassung)
    html = renderer.render("kommune/oertliche-aenderungen.html", page=contents, **values)
    description = "Worin sich diese Fassung von „Integration vor Ort“ unterscheidet."
    return Page(LOCAL_CHANGES, "Örtliche Änderungen", description, html, contents=contents)


def _own_page(seite: Seite, renderer: Renderer, writer: Writer) -> Page:
    mark = renderer.render("kommune/oertliche-seite.html", page=Contents())
    page = writer.page(own_text(seite), fitted)
    return replace(page, html=mark + Markup("\n") + page.html)


def own_text(seite: Seite) -> Text:
    """Return a municipality's own page as a text to render."""
    head = Textkopf(title=seite.titel, description=seite.beschreibung)
    return Text(seite.path, f"seiten/{seite.path.rpartition('/')[2]}.md", head, seite.text)


def left_out(path: str, catalog: Catalog, renderer: Renderer) -> Markup:
    """Say on a section's overview which of its entries this copy leaves out; empty if none."""
    section = section_of(path)
    hidden = [entry for entry in catalog.hidden if entry.kind.section == section]
    if path != f"{section}/index" or not hidden:
        return Markup("")
    return renderer.render("kommune/ausgeblendet.html", page=Contents(), hidden=hidden)

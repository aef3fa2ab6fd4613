"""Lists of examples by Land, kind of municipality and recommendation; long ones in several pages."""

from collections.abc import Iterator
from functools import partial

from ..catalogue.entries import Catalog
from ..catalogue.long_lists import Listenseite, further_pages
from ..catalogue.overviews import Overview, filtered_beispiele
from .page import Page, PagePlan
from .rendering import Contents, Renderer


def list_pages(catalog: Catalog, renderer: Renderer) -> Iterator[PagePlan]:
    """Yield the pages of all lists."""
    for overview in filtered_beispiele(catalog):
        yield overview.path, partial(_page, overview, renderer)
    for piece in further_pages(catalog):
        yield piece.path, partial(_further_page, piece, renderer)


def _page(overview: Overview, renderer: Renderer) -> Page:
    contents = Contents()
    html = renderer.render("site/beispiele-auswahl.html", page=contents, overview=overview)
    description = f"{overview.title} – {overview.count}."
    return Page(overview.path, overview.title, description, html, contents=contents)


def _further_page(piece: Listenseite, renderer: Renderer) -> Page:
    title = f"{piece.title}, Seite {piece.number} von {piece.last}"
    html = renderer.render("site/listenseite.html", page=Contents(), liste=piece, titel=title)
    return Page(piece.path, title, f"{title}.", html)

"""Lists of examples by Land, kind of municipality and recommendation; long ones in several pages."""

from collections.abc import Iterator
from functools import partial

from ..catalogue.entries import Catalog
from ..catalogue.overviews import Overview, filtered_examples
from .page import Page, PagePlan
from .rendering import Contents, Renderer


def list_pages(catalog: Catalog, renderer: Renderer) -> Iterator[PagePlan]:
    """Yield the pages of all lists."""
    for overview in filtered_examples(catalog):
        yield overview.path, partial(_page, overview, renderer)


def _page(overview: Overview, renderer: Renderer) -> Page:
    contents = Contents()
    html = renderer.render("site/beispiele-auswahl.html", page=contents, overview=overview)
    description = f"{overview.title} – {overview.count}."
    return Page(overview.path, overview.title, description, html, contents=contents)

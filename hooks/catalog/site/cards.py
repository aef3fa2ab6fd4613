"""Cards: titled links from one entry to others, the most frequent part of all pages.

A catalogue of a thousand entries shows some twenty thousand cards, so each is
rendered once as HTML and placed again and again.  Its address starts with a
mark that becomes the way to the root of the site.
"""

from collections.abc import Iterable

from markupsafe import Markup

from ..catalogue.entries import Eintrag
from ..publishing.addresses import page_address, way_up
from .rendering import Renderer

_ROOT = "\x00"


class Cards:
    """Renders and keeps the cards of one build."""

    def __init__(self, renderer: Renderer, offline: bool) -> None:
        self._renderer = renderer
        self._offline = offline
        self._kept: dict[int, str] = {}

    def render(self, entries: Iterable[Eintrag], page: str) -> Markup:
        """Return a list of cards for the page at a path."""
        up = way_up(page_address(page, self._offline))
        cards = "".join(map(self._card, entries)).replace(_ROOT, up)
        return Markup(f'\n<div class="karten"><ul>\n{cards}</ul></div>\n')

    def _card(self, entry: Eintrag) -> str:
        if id(entry) not in self._kept:
            address = Markup(_ROOT + page_address(entry.path, self._offline))
            self._kept[id(entry)] = self._renderer.render("card.html", entry.path, e=entry, address=address)
        return self._kept[id(entry)]

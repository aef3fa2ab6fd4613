"""Cards: titled links from one entry to others, the most frequent part of all pages.

A catalogue of a thousand entries shows some twenty thousand cards, so each is
rendered once and placed again and again.
"""

from collections.abc import Iterable

from markupsafe import Markup

from ..catalogue.entries import Eintrag
from ..publishing.links import Links
from .rendering import Renderer


class Cards:
    """Renders and keeps the cards of one build."""

    def __init__(self, renderer: Renderer, links: Links) -> None:
        self._renderer = renderer
        self._links = links
        self._kept: dict[int, Markup] = {}

    def render(self, entries: Iterable[Eintrag]) -> Markup:
        """Return a list of cards."""
        cards = Markup("").join(map(self._card, entries))
        return Markup('<div class="karten"><ul>\n{}</ul></div>').format(cards)

    def _card(self, entry: Eintrag) -> Markup:
        kept = self._kept.get(id(entry))
        if kept is None:
            address = self._links.href(entry.path)
            kept = self._renderer.render("catalogue/card.html", e=entry, address=address)
            self._kept[id(entry)] = kept
        return kept

"""Cards: titled links from one entry to others, the most frequent part of all pages.

A catalogue of a thousand entries shows some twenty thousand cards, so each is
rendered once and placed again and again.
"""

from collections.abc import Sequence

from markupsafe import Markup

from ..catalogue.entries import Eintrag
from ..catalogue.long_lists import ENTRIES_PER_PAGE, further_path
from ..publishing.links import Links
from ..publishing.text import grouped
from .rendering import Renderer


def size_in_words(beispiel: Eintrag) -> str:
    """Say how many people live in the place of an example, or in the smallest and the largest of several."""
    zahlen = [kommune.einwohner.zahl for kommune in beispiel.data.kommunen if kommune.einwohner]
    if not zahlen:
        return "Größe nicht bekannt"
    smallest, largest = grouped(min(zahlen)), grouped(max(zahlen))
    return f"{largest} Menschen" if smallest == largest else f"{smallest} bis {largest} Menschen"


class Cards:
    """Renders and keeps the cards of one build."""

    def __init__(self, renderer: Renderer, links: Links) -> None:
        self._renderer = renderer
        self._links = links
        self._kept: dict[int, Markup] = {}

    def render(self, entries: Sequence[Eintrag], path: str = "", skip: int = 0) -> Markup:
        """Return a list of cards; of a long list its first piece and the way to the rest.

        Args:
            entries: the whole list.
            path: what the list is called in the addresses of its further pages, see ``long_lists``.
            skip: so many of the first piece are shown elsewhere.
        """
        shown = entries[skip:ENTRIES_PER_PAGE] if path else entries[skip:]
        cards = Markup("").join(map(self._card, shown))
        return Markup('<div class="karten"><ul>\n{}</ul></div>{}').format(cards, self.rest(entries, path))

    def rest(self, entries: Sequence[Eintrag], path: str) -> Markup:
        """Return the way to the rest of a list; nothing if it is not long."""
        left = len(entries) - ENTRIES_PER_PAGE
        if not path or left <= 0:
            return Markup("")
        address = self._links.href(further_path(path, 2))
        return Markup('\n<p class="weiteres"><a href="{}">Weitere Einträge: {}</a></p>').format(address, left)

    def _card(self, entry: Eintrag) -> Markup:
        kept = self._kept.get(id(entry))
        if kept is None:
            address = self._links.href(entry.path)
            kept = self._renderer.render("catalogue/card.html", e=entry, address=address)
            self._kept[id(entry)] = kept
        return kept

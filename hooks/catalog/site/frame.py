"""The frame around every page: header, navigation, footer.

It is rendered once for each state in which it can be, with blanks for what
differs from page to page; filling the blanks takes microseconds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from ..kommune.folder import Fassung
from ..pages.page import Page
from ..pages.rendering import Renderer, placed
from ..publishing.addresses import ROOT, page_address, way_up
from ..publishing.own_copy import LEGAL_PAGES
from ..publishing.policy import policy_in_page
from ..publishing.text import in_words, unbroken
from ..suche.index import FOLDER as SEARCH
from .assets import Assets
from .configuration import Configuration, Entry, Group

NOT_FOUND = "404"
# What services show beside a shared link; most of them refuse vector graphics.
SHARING_PICTURE = "assets/images/teilen.png"
# From this number of sections on, a page shows its contents.
SECTIONS_FOR_CONTENTS = 3
# What a municipality answers stands on these pages as it was written: the browser fills them in, too.
ANSWERED = frozenset({"index", "gestaltung", "mitmachen", "oertliche-aenderungen", *LEGAL_PAGES})
_BLANK = re.compile("\x01(\\w+)\x02")


@dataclass(frozen=True, slots=True)
class _State:
    """What decides how the frame looks, apart from the blanks."""

    active: str
    section: str
    scripts: tuple[str, ...]
    has_contents: bool
    redirect: str
    not_found: bool


class Frame:
    """Puts pages into the frame.

    Args:
        renderer: knows the templates of ``overrides/``.
        assets: what pages load.
        stand: the day the catalogue was last changed.
        own_links: what a municipality adds to the header.
    """

    def __init__(
        self,
        renderer: Renderer,
        assets: Assets,
        configuration: Configuration,
        fassung: Fassung,
        stand: str,
        own_links: tuple[Entry, ...] = (),
    ) -> None:
        self._renderer = renderer
        self._assets = assets
        self._configuration = configuration
        self._fassung = fassung
        self._stand = stand
        self._own_links = own_links
        self._shells: dict[_State, list[str]] = {}

    def around(self, page: Page) -> str:
        """Return the whole document of a page."""
        offline = self._configuration.offline
        shell = self._shell(page)
        values = self._values(page)
        html = "".join(values[part] if number % 2 else part for number, part in enumerate(shell))
        if page.path == NOT_FOUND:
            # A server shows this page at any depth, so its addresses begin at the site's root.
            return placed(html, escape(urlsplit(self.address).path or "/"))
        return placed(html, way_up(page_address(page.path, offline)))

    def not_found(self) -> Page:
        """Return the page that a server shows for an address that does not exist."""
        html = self._renderer.render("404.html", groups=self.navigation)
        return Page(NOT_FOUND, "Seite nicht gefunden", "", html)

    @cached_property
    def address(self) -> str:
        """Where the site will be published."""
        return self._configuration.address or self._fassung.settings.website.adresse

    @cached_property
    def navigation(self) -> tuple[Group, ...]:
        """The groups of the navigation; a municipality's copy has one more."""
        first, *others = self._configuration.navigation
        return (Group(first.title, (*first.entries, *self._own_links)), *others, *self._local_groups())

    def _local_groups(self) -> Iterator[Group]:
        if self._fassung.oertlich:
            pages = self._fassung.local_pages()
            yield Group(self._fassung.settings.kommune.name, tuple(Entry(*page) for page in pages))

    def _shell(self, page: Page) -> list[str]:
        """Return the frame in pieces: text and, at odd places, names of blanks."""
        paths = {entry.path for group in self.navigation for entry in group.entries}
        section = f"{page.path.partition('/')[0]}/index"
        state = _State(
            active=page.path if page.path in paths else "",
            section=section if section in paths and section != page.path else "",
            scripts=page.scripts,
            has_contents=len(page.sections) >= SECTIONS_FOR_CONTENTS,
            redirect=page.redirect,
            not_found=page.path == NOT_FOUND,
        )
        if state not in self._shells:
            self._shells[state] = _BLANK.split(self._rendered(state))
        return self._shells[state]

    def _rendered(self, state: _State) -> str:
        blanks = {name: Markup(f"\x01{name}\x02") for name in self._values(Page("", "", "", Markup("")))}
        return self._renderer.render(
            "main.html",
            **blanks,
            state=state,
            navigation=self.navigation,
            website=self._fassung.settings.website.titel,
            fassung=self._fassung,
            stand=in_words(self._stand),
            style_sheet=self._assets.style_sheet,
            search_folder=Markup(f"{ROOT}{SEARCH}/"),
            scripts=[self._assets.scripts[name] for name in ("suche", *state.scripts)],
            has_address=bool(self.address),
            # Pages opened from a disk come from nobody else, and browsers differ in what they call “self” there.
            policy="" if self._configuration.offline else policy_in_page(),
            sharing_picture=f"{self.address}{SHARING_PICTURE}",
        )

    def _values(self, page: Page) -> dict[str, str]:
        """Return what fills the blanks, escaped for text and attributes."""
        address = self.address + page_address(page.path, self._configuration.offline) if self.address else ""
        known = "" if page.path == NOT_FOUND else address
        listed = Markup("\n").join(
            Markup('<li><a href="#{}">{}</a></li>').format(id_, title) for id_, title in page.sections
        )
        values: dict[str, Any] = {
            "window_title": self._window_title(page),
            "description": page.description or self._configuration.description,
            "canonical": known,
            "page_address": quote(f"Seite: {known or self.address}", safe="/"),
            "contents": listed,
            # What scripts read stays as it is written, too.
            "article": page.html if page.scripts or page.path in ANSWERED else Markup(unbroken(page.html)),
        }
        return {name: str(escape(value)) for name, value in values.items()}

    def _window_title(self, page: Page) -> str:
        website = self._fassung.settings.website.titel
        if page.path == "index":
            return f"{website} – Integrationspolitik in der Kommune"
        return " – ".join(part for part in (page.title, page.section, website) if part)

"""All pages of one copy of the site, each rendered when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from jinja2 import BytecodeCache
from markupsafe import Markup

from ..catalogue.coverage import signs
from ..catalogue.entries import Catalog
from ..catalogue.figures import counted
from ..catalogue.laender import cited
from ..catalogue.long_lists import ENTRIES_PER_PAGE, further_path
from ..catalogue.overviews import KACHELN, arten, count_in, groessen, laender
from ..kommune.folder import Fassung
from ..model.kinds import KINDS, SECTIONS
from ..model.laender import is_outdated
from ..musterantrag.formular import selection_for
from ..musterantrag.grammar import fill, neutral_words
from ..publishing.links import Links
from ..publishing.storage import GESPEICHERT
from ..publishing.text import decimal, grouped, hostname, in_words, mailto
from ..reading.names import as_name
from ..reading.problems import CatalogError, FolderError, Problem
from .cards import Cards, size_in_words
from .entries import entry_pages, withdrawn_pages
from .lists import list_pages
from .local import left_out, local_pages
from .markers import Markers, Shown
from .page import Page, PagePlan
from .rendering import Contents, Renderer
from .source_view import source_pages
from .written import Text, Writer


class Book:
    """Knows the path of every page and renders what is asked for.

    Args:
        catalog: the linked catalogue.
        fassung: the copy to render.
        texts: the texts written by hand.
        links: turns paths into addresses; has to ``know`` them before a page is rendered.
        ways: how a proposal reaches the editors: ``kontakt`` and ``anliegen``.
        repository: address of the public repository's file view; empty if there is none.
        compiled: see ``Renderer``.
    """

    def __init__(
        self,
        catalog: Catalog,
        fassung: Fassung,
        texts: Iterable[Text],
        links: Links,
        ways: Mapping[str, str],
        repository: str,
        compiled: BytecodeCache | None = None,
    ) -> None:
        self._catalog = catalog
        self._fassung = fassung
        self._texts = list(texts)
        self._links = links
        self._repository = repository
        self.renderer = self._prepared_renderer(compiled)
        self._markers = Markers(self.renderer, Shown(catalog, fassung, ways))
        self._writer = Writer(links, self._markers)
        self._plans = self._without_doubles()
        self._checked: dict[str, Page] = {}

    @property
    def paths(self) -> list[str]:
        """The paths of all pages, in a fixed order."""
        return list(self._plans)

    def page(self, path: str) -> Page:
        """Render one page; what the check has rendered is given away, once.

        Raises:
            KeyError: there is no such page.
            CatalogError: a text written by hand has problems.
        """
        return self._checked.pop(path, None) or self._plans[path]()

    def part(self, marker: str) -> Markup:
        """Render what a mark in a text stands for."""
        return self._markers(marker, Contents())

    def check(self) -> None:
        """Render every text written by hand, and keep it until its page is asked for.

        Raises:
            FolderError: with the problems of all of them.
        """
        errors = []
        for path in [text.path for text in self._texts] + [seite.path for seite in self._fassung.seiten]:
            try:
                self._checked[path] = self.page(path)
            except CatalogError as error:
                errors.append(error)
        if errors:
            raise FolderError(errors)

    def _without_doubles(self) -> dict[str, Callable[[], Page]]:
        """Return the plan of every page by its path; a text must not stand where a page is made."""
        files = {text.path: text.file for text in self._texts}
        plans: dict[str, Callable[[], Page]] = {}
        for path, make in self._planned():
            if path in plans:
                message = "Diese Seite entsteht aus catalog.yml. Löschen Sie die Datei."
                raise CatalogError(files.get(path, path), [Problem(0, message)])
            plans[path] = make
        return plans

    def _planned(self) -> Iterator[PagePlan]:
        for text in self._texts:
            yield text.path, partial(self._written, text)
        yield from entry_pages(self._catalog, self.renderer, self._links)
        yield from withdrawn_pages(self._catalog, self.renderer)
        yield from list_pages(self._catalog, self.renderer)
        yield from source_pages(self._catalog, self.renderer, self._repository)
        yield from local_pages(self._catalog, self._fassung, self.renderer, self._writer)

    def _written(self, text: Text) -> Page:
        page = self._writer.page(text)
        html = page.html + left_out(text.path, self._catalog, self.renderer)
        if self._repository and text.file:
            address = f"{self._repository.rstrip('/')}/{text.file}"
            html += Markup('\n<p class="bearbeiten"><a href="{}">Diese Seite bearbeiten</a></p>').format(
                address
            )
        return replace(page, html=html)

    def _prepared_renderer(self, compiled: BytecodeCache | None) -> Renderer:
        names: dict[str, Any] = {
            "katalog": self._catalog,
            "fassung": self._fassung,
            "KINDS": KINDS,
            "SECTIONS": SECTIONS,
            "KACHELN": KACHELN,
            "GESPEICHERT": GESPEICHERT,
            "laender": laender,
            "arten": arten,
            "groessen": groessen,
            "groesse_in_worten": size_in_words,
            "zeichen": signs,
            "genannte_belege": cited,
            "beispiele_in": partial(count_in, self._catalog),
            "antrag_fuer": partial(selection_for, self._catalog),
            "href": self._links.href,
            "zeigt": self._catalog.zeigt,
            "ENTRIES_PER_PAGE": ENTRIES_PER_PAGE,
            "further_path": further_path,
            "gezaehlt": partial(counted, self._catalog),
        }
        renderer = Renderer(names, self._filters(), compiled=compiled)
        cards = Cards(renderer, self._links)
        renderer.add("cards", cards.render)
        renderer.add("rest", cards.rest)
        return renderer

    def _filters(self) -> dict[str, Callable[..., Any]]:
        words = neutral_words(self._catalog.file.musterantrag.leerstellen)
        return {
            "slug": as_name,
            "datum": in_words,
            "zahl": decimal,
            "tausender": grouped,
            "mailto": mailto,
            "hostname": hostname,
            "ohne_punkt": lambda text: text.rstrip(". "),
            "veraltet": partial(is_outdated, today=self._catalog.file.stand),
            "nummeriert": lambda listed: {item.id: (nr, item) for nr, item in enumerate(listed, start=1)},
            "neutral": lambda pattern: fill(pattern, words),
        }

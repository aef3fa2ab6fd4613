"""The pages that tests in the browser look at: one of every kind, each opened once for all tests of a module."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from web import Watch

# One page of every kind, each with its own layout or component.
KINDS_OF_PAGES = [
    "/",
    "/empfehlungen/",
    "/empfehlungen/sprache-und-bildung/",
    "/empfehlungen/verknuepfungen/",
    "/erfolgsfaktoren/",
    "/erfolgsfaktoren/{erfolgsfaktoren}/",
    "/chefsache/",
    "/chefsache/{argumente}/",
    "/chefsache/{stellschrauben}/",
    "/beispiele/",
    "/beispiele/{beispiele}/",
    "/beispiele/land/bayern/",
    "/kurz-check/",
    "/kurz-check/#ergebnis",
    "/kurz-check/#vergleich",
    "/werkstatt/",
    "/werkstatt/#leitfaden",
    "/kurz-check/{fragen}/",
    "/kurz-check/{zusatzfragen}/",
    "/musterantrag/",
    "/musterantrag/{auftraege}/",
    "/leitfaeden/",
    "/leitfaeden/{leitfaeden}/",
    "/vorlagen/",
    "/vorlagen/{vorlagen}/",
    "/kennzahlen/",
    "/kennzahlen/{kennzahlen}/",
    "/was-2007-fehlte/",
    "/laender/",
    "/laender/{laender}/",
    "/unterstuetzung/",
    "/unterstuetzung/{anlaufstellen}/",
    "/glossar/",
    "/glossar/{glossar}/",
    "/quellen/",
    "/quellen/pruefstand/",
    "/quellen/{quellen}/",
    "/daten/",
    "/gestaltung/",
    "/mitmachen/",
    "/selbst-betreiben/",
    "/impressum/",
    "/datenschutz/",
    "/barrierefreiheit/",
    "/barrierefreiheit/pruefbericht/",
    "/quelltext/",
    "/suche/",
    "/gibt-es-nicht/",
]


# What tests change on a page: the window, the media, the size of letters, styles, what is unfolded.
AS_IT_WAS = """() => {
  document.activeElement?.blur();
  document.documentElement.removeAttribute("style");
  document.adoptedStyleSheets = [];
  for (const $part of document.querySelectorAll("[data-unfolded-by-test]")) {
    $part.open = false;
    delete $part.dataset.unfoldedByTest;
  }
}"""
# Two processes share them: all in one take longer than everything else.
SHARES = [pytest.mark.xdist_group("kinds of pages 1"), pytest.mark.xdist_group("kinds of pages 2")]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(path, marks=SHARES[number % 2], id=path) for number, path in enumerate(KINDS_OF_PAGES)
    ],
)
def path(request: pytest.FixtureRequest, catalog: Any) -> str:
    """The address of a page; a kind in braces stands for its first entry."""
    return request.param.format(
        **{kind: next(iter(entries), "") for kind, entries in catalog.entries.items()}
    )


class Window:
    """A window that goes from page to page, and what it must never do there."""

    def __init__(self, browser: Browser, server: str, **options: Any) -> None:
        self.context = browser.new_context(
            base_url=server,
            viewport={"width": 1280, "height": 900},
            locale="de-DE",
            reduced_motion="reduce",
            **options,
        )
        self.page = self.context.new_page()
        self.watch = Watch(server)
        self.watch.attach(self.page)

    def open(self, path: str) -> "Window":
        self.watch.problems.clear()
        self.watch.expected[:] = ["404"] if path == "/gibt-es-nicht/" else []
        # A fragment alone would lead to another place of the page that is there.
        if self.page.url.partition("#")[0].endswith(path.partition("#")[0]):
            self.page.goto("about:blank")
        self.page.goto(path)
        return self


@pytest.fixture(scope="module")
def window(browser: Browser, server: str) -> Iterator[Window]:
    window = Window(browser, server)
    yield window
    window.context.close()


@pytest.fixture(scope="module")
def opened(window: Window, path: str) -> Window:
    return window.open(path)


@pytest.fixture
def visit(opened: Window) -> Iterator[Page]:
    """A page of every kind in a light window of 1280 pixels; every test finds it as it was."""
    yield opened.page
    assert opened.watch.unexpected() == []
    opened.page.set_viewport_size({"width": 1280, "height": 900})
    opened.page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
    opened.page.evaluate(AS_IT_WAS)


@pytest.fixture
def bare(window: Window) -> Iterator[Page]:
    """The smallest page beside the modules, for tests that ask these alone; opened once for all of them."""
    if urlsplit(window.page.url).path != "/404.html":
        window.open("/404.html")
    yield window.page
    assert window.watch.unexpected() == []


@pytest.fixture(scope="module")
def window_without_scripts(browser: Browser, server: str) -> Iterator[Window]:
    window = Window(browser, server, java_script_enabled=False)
    yield window
    window.context.close()


@pytest.fixture
def visit_without_scripts(window_without_scripts: Window, path: str) -> Iterator[Page]:
    """A page of every kind where no script runs."""
    yield window_without_scripts.open(path).page
    assert window_without_scripts.watch.unexpected() == []

"""Fixtures for all tests.

Pure tests use ``tiny`` (the smallest valid catalogue).  Tests of the site use
``site`` (a strict build, once per run), tests in the browser ``page`` or
``new_page``.  What takes long carries the mark ``long``; ``make test ALL=1`` runs it too.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from axe import axe_violations
from browser_setup import find_browser
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from hypothesis import settings
from kommune import product
from once import made_once
from page_source import PageSource, page_sources
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from tiny import TINY
from web import Watch, serve

pytest_plugins = ["kinds_of_pages", "skipped"]

# A slow machine makes no test fail.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parents[1]
BROWSER_ARGUMENTS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Letters look alike in every edition of the browser.
    "--font-render-hinting=none",
    "--disable-lcd-text",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file in one process, and let those begin that take longest.

    These are the ones with a group of their own, then the files that need a browser: what is short fills the end.
    """
    in_browser = {item.location[0] for item in items if "browser" in getattr(item, "fixturenames", ())}
    items.sort(
        key=lambda item: (item.get_closest_marker("xdist_group") is None, item.location[0] not in in_browser)
    )
    for item in items:
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.location[0]))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_node_collection_finished(node: Any, ids: list[str]) -> None:
    """Refuse to run where groups are not kept together: each process would make all that the tests of a file share."""
    if node.config.getoption("dist") == "loadgroup" and any("@" not in id_ for id_ in ids):
        pytest.exit("With this version of pytest, pytest-xdist keeps no groups of tests together.", 2)


def build_site(target: Path, *, project: Path = ROOT, engine: str = "catalog", **variables: str) -> Path:
    """Build the site as ``make site`` does, untouched by the caller's environment.

    Args:
        target: the folder to create.
        project: the folder with ``mkdocs.yml``, content and catalogue.
        engine: ``catalog`` for our own build, or the engine that puts the site into place.
        variables: what ``mkdocs.yml`` asks the environment for.
    """
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    environment = {
        **kept,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT / "hooks"),
        **variables,
    }
    if engine == "catalog":
        command = [sys.executable, "-m", "catalog", "build", "--projekt", str(project), str(target)]
    else:
        command = [sys.executable, "-m", engine, "build", "--strict", "--quiet", "--site-dir", str(target)]
    result = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if result.returncode:
        pytest.fail(f"Die Website lässt sich nicht bauen:\n{result.stdout}{result.stderr}", pytrace=False)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly."""
    return made_once(tmp_path_factory.getbasetemp(), "website", build_site)


@pytest.fixture(scope="session")
def site_pages(site: Path) -> dict[str, PageSource]:
    """Every page of the real site, parsed once."""
    return page_sources(site)


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition for ``file://``, built strictly."""
    return made_once(tmp_path_factory.getbasetemp(), "offline", partial(build_site, OFFLINE="true"))


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address at which the real site is served, without a final slash."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real catalogue, as also the copies of municipalities begin with it."""
    return product()


@pytest.fixture
def tiny() -> Catalog:
    """The smallest valid catalogue."""
    return parse_catalog(TINY)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser_path() -> str:
    path = find_browser()
    if path is None:
        pytest.fail("Kein Browser gefunden. „make test“ richtet einen ein.", pytrace=False)
    return path


@pytest.fixture(scope="session")
def browser(browser_path: str, playwright: Playwright) -> Iterator[Browser]:
    """One browser for the whole session."""
    browser = playwright.chromium.launch(executable_path=browser_path, args=BROWSER_ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def watch(server: str) -> Iterator[Watch]:
    """Fails the test if a page reports an error or asks a foreign address.

    A test that provokes an error adds a part of its text to ``watch.expected``.
    """
    watch = Watch(server)
    yield watch
    assert watch.unexpected() == []


@pytest.fixture
def new_page(browser: Browser, server: str, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Open pages, each in a fresh context: ``new_page(width=320, color_scheme="dark")``.

    Further options go to Playwright's ``new_context``, for example
    ``java_script_enabled=False``.  Paths are relative to the served site.
    """
    contexts = []

    def open_page(width: int = 1280, height: int = 900, **options: Any) -> Page:
        options = {"base_url": server, "locale": "de-DE", "reduced_motion": "reduce", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        watch.attach(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page in a light window of 1280 pixels."""
    return new_page()


@pytest.fixture(scope="module")
def bare_page(browser: Browser, server: str) -> Iterator[Page]:
    """A small page into which the tests of a file load modules; none of them changes anything there."""
    with browser.new_context(base_url=server) as context:
        page, watch = context.new_page(), Watch(server)
        watch.attach(page)
        page.goto("/404.html")
        yield page
        assert watch.unexpected() == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Assert that axe finds nothing on a page."""

    def check(page: Page) -> None:
        violations = axe_violations(page)
        assert not violations, f"{page.url}:\n" + "\n".join(violations)

    return check

"""What moves on a page while it loads, although nobody has touched it."""

from collections.abc import Callable

from playwright.sync_api import Page, Route

WATCH = """() => {
  globalThis.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) moved.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "")]);
  }).observe({ type: "layout-shift", buffered: true });
}"""
# What was observed is handed over after the picture.
SETTLED = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))
  .then(() => moved)"""


def watch_movement(page: Page) -> None:
    """Watch all pages that are opened from now on."""
    page.add_init_script(f"({WATCH})()")


def moved(page: Page) -> list[list[float | str]]:
    """Return what has moved so far: how much, and which parts."""
    return page.evaluate(SETTLED)


def open_painted_first(page: Page, address: str, script: str) -> None:
    """Open a page whose script comes only after the first picture."""
    _painted_first(page, script, lambda: page.goto(address, wait_until="commit"))


def reload_painted_first(page: Page, script: str) -> None:
    """Load a page again, where it was read; its script comes only after the first picture."""
    _painted_first(page, script, lambda: page.reload(wait_until="commit"))


def reload_script_first(page: Page, script: str) -> None:
    """Load a page again whose script is there with the first picture: it is small, and asked for with the styles."""
    waiting: list[Route] = []
    page.route("**/*.css", lambda route: waiting.append(route))
    page.reload(wait_until="commit")
    arrived = "name => performance.getEntriesByType('resource').some((one) => one.name.includes(`/${name}.`))"
    page.wait_for_function(arrived, arg=script, polling=20)  # nothing is painted before
    for route in waiting:
        route.continue_()
    page.unroute("**/*.css")
    page.wait_for_load_state("load")


def _painted_first(page: Page, script: str, go: Callable[[], object]) -> None:
    waiting: list[Route] = []
    page.route(script, lambda route: waiting.append(route))
    go()
    page.wait_for_selector("h1")
    page.evaluate(SETTLED)
    for route in waiting:
        route.continue_()
    page.unroute(script)
    page.wait_for_load_state("load")

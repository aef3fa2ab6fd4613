"""The page of the Musterantrag as tests use it."""

from playwright.sync_api import Page

OPEN_ALL = (
    "() => document.querySelectorAll('.wahlteil, .leiste__mehr').forEach(($part) => ($part.open = true))"
)


def ready(page: Page) -> Page:
    """Unfold the form and wait until the text follows it; its script comes with the first choice."""
    page.locator("[data-module=musterantrag]").dispatch_event("focusin")
    page.locator("[data-module=musterantrag][data-bereit]").wait_for()
    page.evaluate(OPEN_ALL)
    return page

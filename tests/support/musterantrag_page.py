"""The page of the Musterantrag as tests use it."""

from playwright.sync_api import Page


def ready(page: Page) -> Page:
    """Wait until the text follows the form; its script comes with the first choice."""
    page.locator("[data-module=musterantrag]").dispatch_event("focusin")
    page.locator("[data-module=musterantrag][data-bereit]").wait_for()
    return page

"""Every kind of page in a real browser: accessible, narrow, private, usable by keyboard and without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

# Colours do not depend on the width: each width and each scheme once.
LOOKS = [(1280, "light"), (320, "dark")]
# The copy of the catalogue has thousands of lines that are all alike.
SHORTENED = "document.querySelectorAll('pre > span:nth-child(n + 60)').forEach(($line) => $line.remove())"
STORED = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


def test_page_is_accessible_narrow_and_private(
    path: str, new_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    page = new_page()
    page.goto(path)
    page.evaluate(SHORTENED)
    for width, color_scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=color_scheme, reduced_motion="reduce")
        axe(page)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, f"{path} bei {width} Pixeln"
    stored = page.evaluate(STORED)
    assert stored == {"cookies": "", "local": [], "session": [], "databases": 0, "workers": 0}


def test_page_reads_whole_without_scripts(path: str, new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(path)
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("contentinfo").get_by_role("link", name="Datenschutz")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_keyboard_reaches_everything_in_the_head(new_page: OpenPage, width: int) -> None:
    page = new_page(width=width)
    page.goto("/empfehlungen/")
    seen = []
    while not seen or (seen[-1]["text"] != "Kurz-Check" and len(seen) < 10):
        page.keyboard.press("Tab")
        seen.append(focused(page))
        if seen[-1]["text"] == "Menü":
            page.keyboard.press("Enter")
    assert seen[0]["href"].startswith("#")
    assert [entry["text"] for entry in seen if entry["text"] in {"Integration vor Ort", "Kurz-Check"}] == [
        "Integration vor Ort",
        "Kurz-Check",
    ]
    assert [entry for entry in seen if not entry["visible"]] == []


def test_skip_link_leads_past_the_menu(page: Page) -> None:
    page.goto("/empfehlungen/netzwerke/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def focused(page: Page) -> dict[str, Any]:
    return page.evaluate(
        """() => {
          const $e = document.activeElement, box = $e.getBoundingClientRect();
          const outline = getComputedStyle($e).outlineStyle;
          return { text: $e.textContent.trim(), href: $e.getAttribute("href") ?? "",
                   visible: box.width > 1 && box.height > 1 && outline !== "none" };
        }"""
    )

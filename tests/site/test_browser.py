"""The head of every page is usable by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]


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

"""The page of the Musterantrag as it first appears: nothing moves, and nothing shows that cannot be used."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from movement import moved, watch_movement
from playwright.sync_api import Page, expect

CHECK = {
    "v": 1,
    "datum": "2026-11-21",
    "punkte": [{"frage": "leitbild", "wert": 0}],
    "land": "Sachsen",
    "art": "Stadt",
    "groesse": "ab-20000",
    "name": "Pirna",
}
LINK = {
    "v": 1,
    "felder": {"land": "Sachsen", "kommune": "stadt", "name": "Pirna", "gruende": "Es ist Zeit."},
    "module": ["grundsatz", "auftrag/frage/leitbild"],
    "kurzcheck": None,
}


def carried(name: str, value: Any) -> str:
    return f"#{name}=" + base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("width", "address"),
    [(320, ""), (1280, carried("von-kurzcheck", CHECK)), (390, carried("antrag", LINK))],
    ids=["narrow", "from a check", "from a link"],
)
def test_nothing_moves_while_the_page_loads(new_page: Callable[..., Page], width: int, address: str) -> None:
    page = new_page(width=width, height=844)
    watch_movement(page)
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"/musterantrag/{address}")
    page.wait_for_load_state("networkidle")
    if address:
        expect(page.get_by_label("Name der Kommune")).to_have_value("Pirna")
    expect(page.locator("[data-liest]")).to_have_count(0)
    assert moved(page) == []


def test_without_a_script_there_is_the_whole_text_and_no_form(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/musterantrag/")
    expect(page.locator("[data-module=musterantrag]")).to_be_hidden()
    expect(page.locator("[data-leiste]")).to_be_hidden()
    expect(page.locator("[data-ohne-skript]")).to_be_visible()
    expect(page.locator("[data-antrag] ol [data-abgewaehlt]").last).to_be_visible()


def test_with_a_script_the_text_begins_with_what_is_chosen(page: Page) -> None:
    page.goto("/musterantrag/")
    expect(page.locator("[data-ohne-skript]")).to_be_hidden()
    seen = page.locator("[data-antrag] ol > [data-modul]").evaluate_all(
        "($items) => $items.filter(($item) => $item.checkVisibility()).map(($item) => $item.dataset.modul)"
    )
    chosen = page.locator("[name=modul]:checked").evaluate_all("($boxes) => $boxes.map(({value}) => value)")
    assert seen == [module for module in chosen if not module.startswith("teil/")]

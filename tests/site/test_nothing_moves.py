"""Nothing that is read moves when a page with kept work is loaded again, wherever somebody was reading.

The Kurz-Check shows a question before its script comes: see ``test_one_a_screen.py``.
"""

from collections.abc import Callable

import pytest
import werkstatt_page as werkstatt
from movement import moved, reload_painted_first, reload_script_first, watch_movement
from playwright.sync_api import Page, expect

WAITING = "[data-wartet], [data-liest], [aria-busy]"
PLACES = {390: 1, 1280: 0.6}
"""For each width how far down somebody reads."""


def the_werkstatt(page: Page) -> None:
    page.goto(werkstatt.PATH)
    werkstatt.twelve(page)


def musterantrag(page: Page) -> None:
    page.goto("/musterantrag/")
    page.get_by_label("Name der Kommune").fill("Pirna")
    page.locator("[name=modul]:visible").evaluate_all("$boxes => $boxes.forEach(($box) => $box.click())")
    expect(page.locator("[data-antrag]")).to_contain_text("Pirna")


def ihre_fassung(page: Page) -> None:
    page.goto("/ihre-fassung/")
    page.locator(".fassung input[name]:visible").first.fill("Pirna")


def mitmachen(page: Page) -> None:
    page.goto("/mitmachen/")
    for button in page.locator("[data-aktion=ergaenzen]").all():
        button.click()
        button.click()


# No style knows what an address asks for: only a script that is there with the first picture shows it unmoved.
ASKED_FOR = {
    "beispiele": ("/beispiele/#land=niedersachsen", ".filter [role=status]"),
    "suche": ("/suche/#q=Integration", "main mark"),
}
TOOLS = {
    "werkstatt": the_werkstatt,
    "musterantrag": musterantrag,
    "fassung": ihre_fassung,
    "mitmachen": mitmachen,
}


def read_on(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.evaluate("part => scrollTo(0, part * document.documentElement.scrollHeight)", PLACES[width])


@pytest.mark.parametrize("script", TOOLS)
def test_kept_work_takes_its_place_unseen(new_page: Callable[..., Page], script: str) -> None:
    page = new_page(height=844)
    TOOLS[script](page)
    watch_movement(page)
    for width in PLACES:
        read_on(page, width)
        reload_painted_first(page, f"**/javascripts/{script}.*.js")
        expect(page.locator(WAITING)).to_have_count(0)
        assert moved(page) == [], width


@pytest.mark.parametrize("script", ASKED_FOR)
def test_what_an_address_asks_for_takes_its_place_unseen(new_page: Callable[..., Page], script: str) -> None:
    address, sign = ASKED_FOR[script]
    page = new_page(height=844)
    page.goto(address)
    watch_movement(page)
    for width in PLACES:
        expect(page.locator(sign).first).to_be_visible()
        read_on(page, width)
        reload_script_first(page, script)
        expect(page.locator(sign).first).to_be_visible()
        expect(page.locator(WAITING)).to_have_count(0)
        assert moved(page) == [], width


# Each part comes with a picture of its own, as on a slow way or a busy phone.
IN_PIECES = """async ([whole, below]) => {
  const picture = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const $whole = document.querySelector(whole);
  const parts = [...$whole.children].map(($part) => [$whole, $part]);
  parts.push([$whole.parentNode, $whole.nextElementSibling]);
  for (const $below of document.querySelectorAll(below)) $below.remove();
  for (const [, $part] of parts) $part.remove();
  for (const [$parent, $part] of parts) {
    await picture();
    $parent.append($part);
  }
}"""


@pytest.mark.parametrize(
    ("path", "width", "whole", "below"),
    [
        ("/impressum/", 320, ".kopf__zeile", ".kopf ~ *"),
        ("/impressum/", 768, ".kopf__zeile", ".kopf ~ *"),
        ("/", 1280, ".auftakt", ".auftakt ~ *, .fuss"),
    ],
)
def test_what_arrives_in_pieces_is_seen_whole(
    new_page: Callable[..., Page], path: str, width: int, whole: str, below: str
) -> None:
    page = new_page(width=width, height=844)
    watch_movement(page)
    page.goto(path)
    page.evaluate(IN_PIECES, [whole, below])
    expect(page.locator(f"{whole} > :first-child")).to_be_visible()
    assert moved(page) == []

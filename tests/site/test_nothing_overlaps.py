"""Nothing lies on anything else, and no text is lost: in every tool and state, narrow and wide, as readers set it."""

from collections.abc import Callable, Iterator

import kurzcheck_page as kurzcheck
import pytest
import werkstatt_page as werkstatt
from musterantrag_page import ready
from playwright.sync_api import Page, expect
from readers import lost

Tool = Callable[[Page], Iterator[str]]

WIDTHS = (320, 390, 1280)
OPEN_ALL = "document.querySelectorAll('main details').forEach($part => { $part.open = true; })"
# What stays at the edge of the window covers what scrolls below it, on purpose: it is compared with itself.
LYING = """() => {
  const CONTROL = "button, input, select, textarea, summary, a.knopf, .ansichten__link";
  const isSeen = ($part) => $part.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !$part.closest(".nur-vorlesen") && $part.getBoundingClientRect().width > 1;
  const layer = ($part) => {
    for (let $one = $part; $one; $one = $one.parentElement)
      if (["sticky", "fixed"].includes(getComputedStyle($one).position)) return $one;
    return null;
  };
  const name = ($part) =>
    `${$part.localName} ${$part.name ?? ""} „${$part.textContent.trim().replace(/\\s+/g, " ").slice(0, 40)}“`;
  const parts = [...document.querySelectorAll(`main :is(${CONTROL}, legend, label)`)].filter(isSeen)
    .map(($part) => ({ $part, box: $part.getBoundingClientRect(), layer: layer($part) }));
  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  const holds = (outer, inner) =>
    outer.left <= inner.left + 1 && outer.right >= inner.right - 1
    && outer.top <= inner.top + 1 && outer.bottom >= inner.bottom - 1;
  const found = [];
  parts.forEach((one, index) => {
    for (const other of parts.slice(index + 1))
      if (!one.$part.contains(other.$part) && one.layer === other.layer && overlap(one.box, other.box))
        found.push(`${name(one.$part)} auf ${name(other.$part)}`);
    for (const $frame of [one.$part.closest("label"), one.$part.closest("fieldset")])
      if ($frame && !holds($frame.getBoundingClientRect(), one.box))
        found.push(`${name(one.$part)} außerhalb von ${$frame.localName}.${$frame.className}`);
    if (one.box.left < -1 || one.box.right > innerWidth + 1) found.push(`${name(one.$part)} außerhalb des Fensters`);
  });
  return { found, parts: parts.length };
}"""


def kurz_check(page: Page) -> Iterator[str]:
    page.goto(kurzcheck.PATH)
    yield "first question"
    page.goto(f"{kurzcheck.PATH}#leitbild")
    yield "without an answer"
    page.goto(f"{kurzcheck.PATH}#zum-schluss")
    yield "last screen"
    kurzcheck.all_on_one_page(page)
    kurzcheck.choose(page, kurzcheck.PROFILE)
    page.locator("[data-zusatzschalter]").check()
    yield "all on one page"
    kurzcheck.show(page, "ergebnis").locator("[data-aktion=verweis]").click()
    expect(page.locator("#verweis")).not_to_have_value("")
    page.evaluate(OPEN_ALL)
    yield "result, with its link"
    kurzcheck.show(page, "vergleich")
    page.evaluate(OPEN_ALL)
    yield "comparison"


def the_werkstatt(page: Page) -> Iterator[str]:
    page.goto(werkstatt.PATH)
    expect(page.locator(".ansichten")).to_be_visible()
    page.evaluate(OPEN_ALL)
    yield "ways in"
    werkstatt.twelve(page)
    page.evaluate(OPEN_ALL)
    yield "twelve people"
    werkstatt.reveal(page)
    page.evaluate(OPEN_ALL)
    yield "picture"
    for view in ("zeiten", "blatt", "leitfaden"):
        kurzcheck.show(page, view)
        page.evaluate(OPEN_ALL)
        yield view


def musterantrag(page: Page) -> Iterator[str]:
    page.goto("/musterantrag/")
    yield "start"
    ready(page)
    yield "all unfolded"
    page.locator("[name=kommune]").select_option("eigene")
    page.locator("[name=antragsteller]").select_option("eigene")
    page.locator("main").evaluate(
        "$main => $main.querySelectorAll('[type=checkbox]:not(:checked)').forEach($one => $one.click())"
    )
    page.evaluate(OPEN_ALL)
    yield "own words, everything chosen"


def ihre_fassung(page: Page) -> Iterator[str]:
    page.goto("/ihre-fassung/")
    button = page.locator("[data-aktion=ordner]")
    expect(button).to_be_visible()
    page.evaluate(OPEN_ALL)
    yield "start"
    button.click()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    yield "mistakes"


def mitmachen(page: Page) -> Iterator[str]:
    page.goto("/mitmachen/")
    for button in page.locator("[data-aktion=ergaenzen]").all():
        button.click()
    page.evaluate(OPEN_ALL)
    yield "two groups"
    page.get_by_role("button", name="Vorschlag erstellen").click()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    page.get_by_role("button", name="Vorschau der Seite ansehen").click()
    expect(page.locator("[data-seite] h1")).to_be_visible()
    yield "mistakes, and the page as far as it is filled in"


def beispiele(page: Page) -> Iterator[str]:
    page.goto("/beispiele/")
    expect(page.get_by_role("status")).to_contain_text("Beispiele")
    page.evaluate(OPEN_ALL)
    yield "all filters unfolded"
    page.locator("[data-filter=land] [data-wert=niedersachsen]").click()
    yield "filtered"


def suche(page: Page) -> Iterator[str]:
    page.goto("/suche/#q=Integration")
    expect(page.locator("main mark").first).to_be_visible()
    page.evaluate(OPEN_ALL)
    yield "results"


@pytest.mark.parametrize(
    "tool", [kurz_check, the_werkstatt, musterantrag, ihre_fassung, mitmachen, beispiele, suche]
)
def test_nothing_lies_on_anything_else(new_page: Callable[..., Page], tool: Tool) -> None:
    page = new_page(width=WIDTHS[0], height=844)
    lying: dict[tuple[str, object], list[str]] = {}
    for state in tool(page):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            seen = page.evaluate(LYING)
            assert seen["parts"] > 2, state
            if seen["found"]:
                lying[state, width] = seen["found"]
        if outside := lost(page):
            lying[state, "as readers set it"] = outside
        page.set_viewport_size({"width": WIDTHS[-1], "height": 844})
    assert lying == {}

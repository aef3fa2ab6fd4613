"""A page of every kind: accessible, narrow, private, whole without scripts; focus is always seen, no text is cut."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page
from readers import ADD_STYLE, CUT, SPACED_OUT, WIDTH

# Colours do not depend on the width: each width and each scheme once, and each text in both widths.
LOOKS = [(1280, "light"), (320, "dark")]
# Light and dark differ in nothing but colours: see ``test_no_sheet_but_the_palette_names_a_colour``.
SCHEMES: list[dict[str, Any]] = [
    {"color_scheme": "dark"},
    {"color_scheme": "dark", "forced_colors": "active"},
]
STORED = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
SHOWN = """() => [
  document.querySelector("main h1"),
  [...document.querySelectorAll("body > footer a")].find(($link) => $link.textContent.trim() === "Datenschutz"),
].map(($part) => $part?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true
  && $part.getBoundingClientRect().height > 0)"""
UNFOLD = """() => document.querySelectorAll("details:not([open])").forEach(($part) => {
  $part.open = true;
  $part.dataset.unfoldedByTest = "";
})"""
# Focuses everything that can be reached, one after the other, and names what does not show it.
WITHOUT_FOCUS = """() => {
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const seen = ($node) => {
    const { outlineStyle, outlineWidth } = getComputedStyle($node);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const missing = [];
  let tried = 0;
  for (const $node of document.querySelectorAll(focusable)) {
    if (!$node.checkVisibility() || $node.disabled) continue;
    $node.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== $node) continue;
    tried += 1;
    // The steps of the scale show the focus on their field.
    const $shown = $node.closest(".skala__stufe") ? $node.nextElementSibling : $node;
    if (!seen($shown)) missing.push($node.outerHTML.slice(0, 120));
  }
  return { tried, missing };
}"""


def narrow(page: Page) -> Page:
    page.set_viewport_size({"width": 320, "height": 900})
    return page


def test_page_is_accessible_narrow_and_private(visit: Page, axe: Callable[[Page], None]) -> None:
    stored = visit.evaluate(STORED)
    assert stored == {"cookies": "", "local": [], "session": [], "databases": 0, "workers": 0}
    for width, color_scheme in LOOKS:
        visit.set_viewport_size({"width": width, "height": 900})
        visit.emulate_media(color_scheme=color_scheme, reduced_motion="reduce")
        axe(visit)
        assert visit.evaluate(WIDTH) <= width, f"{visit.url} bei {width} Pixeln"
        assert visit.evaluate(CUT) == [], f"{visit.url} bei {width} Pixeln"
    assert visit.evaluate(STORED) == stored


def test_readers_can_space_the_text_out(visit: Page) -> None:
    page = narrow(visit)
    before = page.evaluate("document.querySelector('main').scrollHeight")
    page.evaluate(ADD_STYLE, SPACED_OUT)
    assert page.evaluate("document.querySelector('main').scrollHeight") > before
    assert page.evaluate(WIDTH) <= 320
    assert page.evaluate(CUT) == []


def test_twice_as_large_letters_fit(visit: Page) -> None:
    visit.evaluate("document.documentElement.style.fontSize = '200%'")
    assert visit.evaluate(WIDTH) <= 1280
    assert visit.evaluate(CUT) == []
    visit.set_viewport_size({"width": 390, "height": 844})
    assert visit.evaluate(WIDTH) <= 390
    assert visit.evaluate(CUT) == []


def test_whatever_is_focused_shows_it(visit: Page) -> None:
    visit.evaluate(UNFOLD)
    for scheme in SCHEMES:
        visit.emulate_media(**scheme)
        found = visit.evaluate(WITHOUT_FOCUS)
        assert found["tried"] > 10, visit.url
        assert found["missing"] == [], (visit.url, scheme)


def test_page_reads_whole_without_scripts(visit_without_scripts: Page) -> None:
    assert visit_without_scripts.evaluate(SHOWN) == [True, True]

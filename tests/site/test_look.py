"""How the site looks in a browser: nothing moves, lists can be scanned, style sheets stay in order."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from catalog.kommune.palette import STYLE_SHEETS as SHEETS_FOLDER
from catalog.site.styles import LAYERS, SHEETS
from playwright.sync_api import Page, expect
from read_documents import pdf_pages

OpenPage = Callable[..., Page]
LARGEST_SHEET = 60_000
LARGEST_ITEM = 110


def test_a_list_of_examples_can_be_scanned_on_a_phone(new_page: OpenPage) -> None:
    page = new_page(width=390, height=844)
    page.goto("/beispiele/")
    heights = page.evaluate(
        "[...document.querySelectorAll('.karten li')].map(($card) => $card.getBoundingClientRect().height)"
    )
    assert len(heights) > 10
    assert max(heights) <= LARGEST_ITEM


def test_nothing_moves_when_the_menu_opens_and_escape_closes_it(new_page: OpenPage) -> None:
    page = new_page(width=390, height=844, java_script_enabled=True)
    page.goto("/empfehlungen/")
    button = page.get_by_role("button", name="Menü")
    before = button.bounding_box(), page.locator("h1").bounding_box()
    button.click()
    menu = page.get_by_role("navigation", name="Hauptmenü")
    expect(menu).to_be_visible()
    assert (button.bounding_box(), page.locator("h1").bounding_box()) == before
    assert menu.bounding_box()["y"] >= before[0]["y"] + before[0]["height"]  # type: ignore[index]
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_needs_no_script(new_page: OpenPage) -> None:
    page = new_page(width=390, java_script_enabled=False)
    page.goto("/")
    page.locator(".menue-knopf").click()
    expect(page.locator("#menue")).to_be_visible()


def test_the_first_screen_of_a_phone_holds_the_start_of_the_check(new_page: OpenPage) -> None:
    page = new_page(width=390, height=844)
    page.goto("/")
    start = page.get_by_role("link", name="Kurz-Check beginnen").bounding_box()
    assert start
    assert start["y"] + start["height"] <= 844


def test_the_tiles_of_the_map_are_walked_as_they_lie(new_page: OpenPage) -> None:
    page = new_page()
    page.goto("/beispiele/")
    places = page.evaluate(
        """[...document.querySelectorAll(".laenderkarte > li")].map(($tile) => {
          const { x, y } = $tile.getBoundingClientRect();
          return [Math.round(y), Math.round(x)];
        })"""
    )
    assert len(places) == 16
    assert places == sorted(places)


def test_folded_parts_are_open_in_print(page: Page, catalog: Any) -> None:
    page.goto(f"/beispiele/{next(iter(catalog.entries['beispiele']))}/")
    proof = page.locator(".beleg a").first
    expect(proof).to_be_hidden()
    page.emulate_media(media="print")
    assert proof.evaluate("$link => $link.getBoundingClientRect().height") > 0


def test_the_longest_entries_take_few_sheets_of_paper(page: Page) -> None:
    longest = (
        "/empfehlungen/querschnittsaufgabe/",
        "/empfehlungen/partizipation/",
        "/erfolgsfaktoren/akteure-vernetzen/",
        "/kurz-check/engagement-und-dialog/",
        "/laender/hessen/",
        "/laender/nordrhein-westfalen/",
    )
    for path in longest:
        page.goto(path)
        assert pdf_pages(page.pdf(prefer_css_page_size=True)) <= 2, path


def test_on_paper_every_statement_of_a_land_names_the_number_of_its_proof(page: Page) -> None:
    page.goto("/laender/bremen/")
    page.emulate_media(media="print")
    named = page.locator(".verweis").evaluate_all(
        "$links => $links.map(($link) => [getComputedStyle($link, '::after').content, $link.hash.slice(1)])"
    )
    listed = page.locator(".belege > li").evaluate_all("$proofs => $proofs.map(($proof) => $proof.id)")
    assert named
    for shown, proof in named:
        assert shown == f'"[{listed.index(proof) + 1}]"', proof


def test_a_choice_stands_on_paper_and_room_to_write_where_there_is_none(page: Page) -> None:
    page.goto("/mitmachen/")
    choice = page.locator("[name='kommunen.0.land']")
    page.emulate_media(media="print")
    colour = "$select => getComputedStyle($select).color"
    assert choice.evaluate(colour) == "rgba(0, 0, 0, 0)"
    choice.select_option(index=1)
    assert choice.evaluate(colour) == choice.evaluate(
        "$select => getComputedStyle($select.parentElement).color"
    )


def test_more_contrast_is_given_to_whoever_asks_for_it(page: Page) -> None:
    page.goto("/beispiele/")
    colour = "getComputedStyle(document.querySelector('.karte__art')).color"
    usual = page.evaluate(colour)
    page.emulate_media(contrast="more")
    assert page.evaluate(colour) != usual
    assert page.evaluate(colour) == page.evaluate("getComputedStyle(document.body).color")


def test_what_deletes_looks_different(page: Page) -> None:
    page.goto("/gestaltung/")
    borders = page.evaluate(
        """[...document.querySelectorAll("main button.knopf")].map(($button) => {
          const { borderTopStyle, borderTopColor } = getComputedStyle($button);
          return `${borderTopStyle} ${borderTopColor}`;
        })"""
    )
    assert borders[2] not in {borders[0], borders[1]}


def test_the_style_sheet_stays_small_and_in_layers(site: Path) -> None:
    (sheet,) = (site / "assets" / "stylesheets").glob("*.css")
    text = sheet.read_text(encoding="utf-8")
    assert len(text.encode()) <= LARGEST_SHEET
    assert text.startswith(f"@layer {', '.join(LAYERS)};")
    assert ".md-typeset" not in text


def test_every_sheet_is_bundled_and_says_to_which_layer_its_rules_belong() -> None:
    assert {sheet.stem for sheet in SHEETS_FOLDER.glob("*.css")} == set(SHEETS)
    for name in SHEETS:
        text = re.sub(
            r"/\*.*?\*/", "", (SHEETS_FOLDER / f"{name}.css").read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert set(re.findall(r"(?m)^(\S.*) \{", text)) <= {f"@layer {layer}" for layer in LAYERS[1:]}, name
        # A layer inside a layer weighs as little as the outer one, whatever its name says.
        assert not re.search(r"(?m)^[ \t]+@layer", text), name


def test_no_rule_is_written_twice() -> None:
    for sheet in sorted(SHEETS_FOLDER.glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        plain = re.sub(r"@(?:media|container|keyframes)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)
        selectors = [" ".join(found.split()) for found in re.findall(r"([^{};@]+)\{", plain)]
        assert len(selectors) == len(set(selectors)), (
            sheet.name,
            {s for s in selectors if selectors.count(s) > 1},
        )


def test_shared_links_have_a_title_a_text_and_a_picture(site: Path) -> None:
    page = (site / "glossar" / "index.html").read_text(encoding="utf-8")
    found = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]+)">', page))
    assert found["title"].startswith("Glossar")
    assert len(found["description"]) >= 20
    picture = re.search(r"assets/images/.+", found["image"])
    assert picture
    assert (site / picture[0]).read_bytes().startswith(b"\x89PNG")

"""A script that does not come leaves no dead form: the page says so, and what helps without it stays."""

import re
from collections.abc import Callable

import pytest
from kurzcheck_page import all_on_one_page, choose
from playwright.sync_api import Page, expect
from web import Watch

# What stands on the page of each tool when its own script, or data it cannot do without, is missing.
TOOLS = {
    "kurz-check": ("kurz-check", ".frage"),
    "musterantrag": ("musterantrag", "#vorlagen a[download]"),
    "werkstatt": ("werkstatt", "#leitfaden"),
    "mitmachen": ("mitmachen", "a[href*=impressum]"),
    "ihre-fassung": ("(?:fassung|daten)", ".einleitung"),
}
CONTROLS = "[data-braucht-skript]:visible, .seite__text :is(button, select, textarea):visible"


@pytest.fixture
def without(page: Page, watch: Watch) -> Callable[[str], Page]:
    """Open no script of this name any more, as if the server had lost it."""
    watch.expected.append("404")

    def block(name: str) -> Page:
        page.unroute_all()
        page.route(re.compile(rf"/{name}(?:\.[0-9a-f]+)?\.js$"), lambda route: route.fulfill(status=404))
        return page

    return block


def test_a_tool_without_its_script_says_so_and_answers_nobody(without: Callable[[str], Page]) -> None:
    for path, (script, left) in TOOLS.items():
        page = without(script)
        page.goto(f"/{path}/")
        expect(page.locator("[data-nicht-geladen]")).to_be_hidden()
        page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
        expect(page.locator("[data-nicht-geladen]")).to_contain_text("lässt sich gerade nicht laden")
        expect(page.locator(CONTROLS)).to_have_count(0)
        expect(page.locator(left).first).to_be_visible()


def name_of_place(page: Page) -> None:
    page.locator("#feld-name").fill("Pirna")


def save_motion(page: Page) -> None:
    name_of_place(page)
    page.locator("[data-aktion=docx]").click()


def result(page: Page) -> None:
    all_on_one_page(page)
    choose(page, [0])
    page.locator(".ansichten__link[href='#ergebnis']").click()


def result_again(page: Page) -> None:
    page.locator(".ansichten__link[href='#fragen']").click()
    page.locator(".ansichten__link[href='#ergebnis']").click()


def save_check(page: Page) -> None:
    all_on_one_page(page)
    save_again(page)


def save_again(page: Page) -> None:
    page.locator("[data-aktion=datei]:visible").click()


def come_in(page: Page) -> None:
    page.locator("#runde [data-aktion]:visible").first.click()


def choose_example(page: Page) -> None:
    page.locator("#vorhandenes-beispiel").click()


def take_example(page: Page) -> None:
    page.locator("#vorhandenes-beispiel").blur()
    choose_example(page)
    page.locator("#vorhandenes-beispiel option").nth(1).wait_for(state="attached")
    page.locator("#vorhandenes-beispiel").select_option(index=1)


def see_page(page: Page) -> None:
    page.get_by_role("button", name="Vorschau der Seite ansehen").click()


def logo(page: Page) -> None:
    page.locator("[data-mit-skript]").first.wait_for()
    file = {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    page.set_input_files("[data-datei=logo]", files=[file])


# Which part, on which page, what somebody does who needs it, and then when it is there.
PARTS = [
    ("musterantrag-text", "musterantrag", save_motion, name_of_place),
    ("wissen", "musterantrag", name_of_place, name_of_place),
    ("dokument", "musterantrag", save_motion, save_motion),
    ("kurz-check-ergebnis", "kurz-check", result, result_again),
    ("kurz-check-sichern", "kurz-check", save_check, save_again),
    ("werkstatt-wege", "werkstatt", come_in, come_in),
    ("liste", "mitmachen", choose_example, take_example),
    ("teil-0", "mitmachen", take_example, take_example),
    ("mitmachen-vorschlag", "mitmachen", see_page, see_page),
    ("vorschau", "mitmachen", see_page, see_page),
    ("fassung-dateien", "ihre-fassung", logo, logo),
]
# What is said where something does not come.
GAP = re.compile(r"(?:geht|lässt sich) gerade nicht")


@pytest.mark.long
def test_a_part_that_does_not_come_is_said_where_somebody_waits(without: Callable[[str], Page]) -> None:
    for script, path, act, again in PARTS:
        page = without(script)
        page.goto(f"/{path}/")
        act(page)
        message = page.locator(".seite__text .meldung--fehler", has_text=GAP)
        expect(message.first, script).to_be_visible()
        page.unroute_all()
        again(page)
        expect(message, script).to_have_count(0)
        page.evaluate("sessionStorage.clear()")


def test_a_search_that_does_not_come_leads_to_its_page(without: Callable[[str], Page]) -> None:
    page = without("index")
    page.goto("/glossar/")
    page.locator("header").get_by_role("button", name="Suche").click()
    expect(page.get_by_role("heading", level=1, name="Suche")).to_be_visible()

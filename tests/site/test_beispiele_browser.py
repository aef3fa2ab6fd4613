"""The examples' filters work together in place; every choice says what it leads to."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

CARDS = ".seite__text > .karten li:visible"


@pytest.fixture
def examples(page: Page) -> Page:
    page.goto("/beispiele/")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Alle \d+ Beispiele$"))
    return page


def choice(page: Page, row: str, value: str) -> Locator:
    page.locator(f"[data-filter={row}]").evaluate("row => { row.open = true; }")
    return page.locator(f'[data-filter={row}] [data-wert="{value}"]')


def test_choices_of_several_rows_work_together(examples: Page) -> None:
    choice(examples, "land", "niedersachsen").click()
    town = choice(examples, "art", "gemeinde")
    promised = int(re.search(r"\((\d+)\)$", town.inner_text())[1])  # type: ignore[index]
    town.click()
    expect(examples.locator(CARDS)).to_have_count(promised)
    expect(examples.get_by_role("status")).to_contain_text(f"{promised} von ")
    assert examples.url.endswith("/beispiele/#land=niedersachsen&art=gemeinde")


def test_the_size_of_the_place_is_a_choice_of_its_own(page: Page) -> None:
    page.goto("/beispiele/#Groesse=Unter-20000")
    small = choice(page, "groesse", "unter-20000")
    expect(small).to_have_attribute("aria-current", "true")
    promised = int(re.search(r"\((\d+)\)$", small.inner_text())[1])  # type: ignore[index]
    expect(page.locator(CARDS)).to_have_count(promised)
    for card in page.locator(CARDS).all():
        expect(card).to_contain_text("Menschen")


def test_a_choice_is_taken_back_by_itself_or_with_all_others(examples: Page) -> None:
    total = examples.locator(CARDS).count()
    choice(examples, "land", "bayern").click()
    choice(examples, "land", "bayern").click()
    expect(examples.locator(CARDS)).to_have_count(total)
    choice(examples, "land", "bayern").click()
    examples.get_by_role("button", name="Alle zeigen").click()
    expect(examples.locator(CARDS)).to_have_count(total)
    assert examples.evaluate("location.search + location.hash") == ""


@pytest.mark.parametrize("sign", ["#", "?"], ids=["fragment", "link from before"])
@pytest.mark.parametrize(
    "choices",
    [
        "land=bayern",
        "Land=Bayern",
        "land=BAYERN&unbekannt=%3Cb%3E",
        "land%3Dbayern.",
        "land=bayern%3E&art=dorf",
    ],
)
def test_a_link_carries_the_choices_and_nothing_else(page: Page, sign: str, choices: str) -> None:
    page.goto(f"/beispiele/{sign}{choices}")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ von \d+ Beispielen$"))
    expect(choice(page, "land", "bayern")).to_have_attribute("aria-current", "true")
    assert page.url.endswith("/beispiele/#land=bayern")


def test_choices_never_reach_the_server(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/beispiele/#land=bayern")
    choice(page, "art", "stadt").click()
    page.reload()
    expect(choice(page, "art", "stadt")).to_have_attribute("aria-current", "true")
    assert [url for url in asked if "bayern" in url.lower().partition("#")[0]] == []


def test_another_link_to_the_same_page_changes_the_choices(page: Page) -> None:
    page.goto("/beispiele/#land=bayern")
    page.evaluate("location.hash = 'land=hessen&art=stadt'")
    expect(choice(page, "land", "hessen")).to_have_attribute("aria-current", "true")
    expect(choice(page, "art", "stadt")).to_have_attribute("aria-current", "true")
    page.evaluate("location.hash = 'inhalt'")
    expect(choice(page, "land", "hessen")).to_have_attribute("aria-current", "true")


def test_without_a_script_every_choice_is_a_page(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/beispiele/")
    page.locator("[data-filter=land] summary").click()
    page.locator('[data-wert="bayern"]').click()
    assert page.url.endswith("/beispiele/land/bayern/")
    expect(page.locator("h1")).to_have_text("Beispiele: Bayern")

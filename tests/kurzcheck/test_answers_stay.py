"""Answers stay: in several windows, after a link, after Back, with a broken store, in what the page says."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from kurzcheck_page import PATH, PROFILE, all_on_one_page, choose, chosen, open_file, saved_check, show
from playwright.sync_api import Page, Route, expect

KEY = "integration-vor-ort:kurz-check"
DRAFT = "integration-vor-ort:entwurf-kurz-check"
SAID = ".meldung:not(:empty)"


@pytest.fixture
def check(page: Page) -> Page:
    """The Kurz-Check, untouched."""
    page.goto(PATH)
    all_on_one_page(page)
    return page


def answer(page: Page, question: str, value: str) -> None:
    page.locator(f"#{question} input[value='{value}']").evaluate("$radio => $radio.click()")


def second_window(first: Page) -> Page:
    """Keep the answers of a window on the device and go on in another one."""
    first.locator("[data-aktion=merken]").click()
    expect(first.locator(SAID)).to_contain_text("Gemerkt.")
    second = first.context.new_page()
    second.goto(PATH)
    all_on_one_page(second)
    second.locator("[data-aktion=fortsetzen]").click()
    expect(second.locator(SAID)).to_contain_text("sind geladen")
    return second


def kept_answers(page: Page) -> list[str | int | None]:
    kept = json.loads(page.evaluate(f"localStorage['{KEY}']"))[0]
    return [question["antwort"] for question in json.loads(kept["text"])["fragen"]][:4]


class TestTwoWindows:
    def test_answers_of_both_are_kept_and_said(self, check: Page) -> None:
        answer(check, "beschlusslage", "30")
        other = second_window(check)
        answer(other, "leitbild", "50")
        answer(other, "integrationskonzept", "60")
        expect(check.locator(SAID)).to_contain_text(
            "Aus einem anderen Fenster übernommen: „Abgestimmtes Integrationskonzept“"
        )
        answer(check, "stabsstelle", "70")
        expect(other.locator(SAID)).to_contain_text("Aus einem anderen Fenster übernommen:")
        for window in (check, other):
            assert chosen(window)[:4] == ["30", "50", "60", "70"]
        assert kept_answers(check) == [30, 50, 60, 70]

    def test_the_later_answer_holds_even_if_it_is_none(self, check: Page) -> None:
        choose(check, [30, 40])
        check.locator("#notiz-leitbild").fill("Entwurf")
        other = second_window(check)
        other.locator("#beschlusslage [data-aktion=leeren]").click()
        other.locator("#notiz-leitbild").fill("")
        expect(check.locator("#notiz-leitbild")).to_have_value("")
        answer(check, "leitbild", "90")
        expect(other.locator("#leitbild input[value='90']")).to_be_checked()
        assert chosen(check)[:2] == [None, "90"]
        assert kept_answers(other)[:2] == [None, 90]

    def test_what_is_deleted_stays_deleted(self, check: Page) -> None:
        answer(check, "beschlusslage", "30")
        other = second_window(check)
        other.once("dialog", lambda dialog: dialog.accept())
        other.locator("[data-aktion=vergessen]").click()
        expect(check.locator(SAID)).to_contain_text("gelöscht worden")
        answer(check, "leitbild", "50")
        assert check.evaluate("localStorage.length") == 0
        assert chosen(check)[:2] == ["30", "50"]
        check.reload()
        answer(check, "leitbild", "60")
        assert check.evaluate("localStorage.length") == 0

    def test_a_window_that_slept_learns_of_it(self, check: Page) -> None:
        """A page woken up from the back/forward cache has heard of no change."""
        answer(check, "beschlusslage", "30")
        other = second_window(check)
        check.evaluate(
            "window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
        )
        answer(other, "leitbild", "50")
        check.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        expect(check.locator("#leitbild input[value='50']")).to_be_checked()


class TestTheTab:
    def test_a_woken_page_shows_the_newest_answers(self, check: Page) -> None:
        answer(check, "beschlusslage", "30")
        check.evaluate(
            "key => { sessionStorage[key] = sessionStorage[key].replace('\"antwort\":30', '\"antwort\":40'); }",
            DRAFT,
        )
        check.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        assert chosen(check)[0] == "40"

    def test_a_woken_page_forgets_what_was_deleted(self, check: Page) -> None:
        answer(check, "beschlusslage", "30")
        check.evaluate("sessionStorage.clear()")
        check.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        assert chosen(check)[0] is None

    def test_deleting_all_answers_leaves_nothing_in_the_store(self, check: Page) -> None:
        choose(check, PROFILE)
        check.once("dialog", lambda dialog: dialog.accept())
        check.locator("[data-aktion=neu]").click()
        assert check.evaluate("sessionStorage.length") == 0
        check.reload()
        assert set(chosen(check)) == {None}

    def test_what_is_typed_before_the_script_comes_is_kept(self, page: Page) -> None:
        held: list[Route] = []
        page.route("**/kurz-check.*.js", lambda route: held.append(route))
        page.goto(PATH, wait_until="commit")
        page.locator("#leitbild .notiz summary").click()
        page.locator("#notiz-leitbild").fill("schnell getippt")
        held[0].continue_()
        page.wait_for_function("key => sessionStorage[key]?.includes('schnell getippt')", arg=DRAFT)
        page.unroute("**/kurz-check.*.js")
        page.reload()
        expect(page.locator("#notiz-leitbild")).to_have_value("schnell getippt")

    def test_garbage_in_the_store_does_no_harm(self, check: Page) -> None:
        for garbage in ("{", "null", '{"zustand": {}}', '{"zustand": {"check": {"fragen": 1}}}'):
            check.evaluate("([key, text]) => { sessionStorage[key] = text; }", [DRAFT, garbage])
            check.reload()
            assert set(chosen(check)) == {None}, garbage
            choose(check, PROFILE)
            check.reload()
            assert chosen(check)[:3] == ["0", "20", "50"], garbage

    def test_on_a_disk_as_well(self, new_page: Callable[..., Page], offline_site: Path) -> None:
        page = new_page()
        page.goto((offline_site / "kurz-check/index.html").as_uri())
        choose(page, PROFILE)
        page.goto((offline_site / "glossar/index.html").as_uri())
        page.go_back()
        page.reload()
        assert chosen(page)[:3] == ["0", "20", "50"]


class TestLinks:
    @pytest.fixture
    def link(self, new_page: Callable[..., Page]) -> str:
        page = new_page()
        page.goto(PATH)
        all_on_one_page(page)
        choose(page, PROFILE)
        show(page, "ergebnis").locator("[data-aktion=verweis]").click()
        expect(page.locator("#verweis")).not_to_have_value("")
        return page.locator("#verweis").input_value()

    def test_its_answers_outlive_a_reload(self, page: Page, link: str) -> None:
        page.goto(link)
        expect(page.locator("#ergebnis h2")).to_be_focused()
        page.reload()
        assert chosen(page)[:3] == ["0", "20", "50"]
        expect(page.locator("#ergebnis")).to_be_visible()

    def test_over_unfinished_work_it_asks(self, check: Page, link: str) -> None:
        answer(check, "beschlusslage", "30")
        check.goto("/404.html")
        check.once("dialog", lambda dialog: dialog.dismiss())
        check.goto(link)
        check.wait_for_url("**/#fragen")
        assert chosen(check)[:2] == ["30", None]

    def test_the_work_it_replaced_comes_back(self, check: Page, link: str) -> None:
        answer(check, "beschlusslage", "30")
        check.goto("/404.html")
        check.once("dialog", lambda dialog: dialog.accept())
        check.goto(link)
        check.wait_for_url("**/#ergebnis")
        check.reload()
        check.get_by_role("button", name="Vorige Antworten zurückholen").click()
        assert chosen(check)[:2] == ["30", None]
        check.get_by_role("button", name="Vorige Antworten zurückholen").click()
        assert chosen(check)[:2] == ["0", "20"], "and back again"

    def test_a_damaged_one_is_called_a_link(self, check: Page, link: str) -> None:
        answer(check, "beschlusslage", "30")
        check.goto("/404.html")
        check.goto(link[:-40])
        expect(check.locator(SAID)).to_contain_text("Fehler: Der Link ist unvollständig oder beschädigt.")
        assert chosen(check)[:2] == ["30", None]


class TestSaving:
    def test_what_could_not_be_read_again_is_not_called_saved(self, check: Page) -> None:
        check.locator("#angabe-name").evaluate("$field => { $field.value = 'x'.repeat(121); }")
        for action in ("datei", "merken"):
            check.locator(f"[data-aktion={action}]:visible").click()
            expect(check.locator(SAID)).to_contain_text("Fehler: Die Antworten lassen sich so nicht sichern")
            expect(check.locator(SAID)).to_contain_text("Bitte ändern Sie: Bezeichnung.")
        assert check.evaluate("localStorage.length") == 0

    def test_a_file_read_in_part_says_what_is_missing(self, check: Page) -> None:
        file = saved_check(land="Atlantis", datum="20226-11-21")
        file["fragen"][1]["antwort"] = 55
        said = open_file(check, file)
        expect(said).to_contain_text(
            "Nicht lesbar und deshalb leer: Datum, Land, Antwort zu „Leitbild mit klarer Haltung“."
        )
        assert chosen(check)[:2] == [str(file["fragen"][0]["antwort"]), None]

    @pytest.mark.parametrize(
        ("error", "words"), [("QuotaExceededError", "ist voll"), ("SecurityError", "lässt kein Speichern zu")]
    )
    def test_full_and_forbidden_are_two_messages(self, check: Page, error: str, words: str) -> None:
        choose(check, [10])
        check.evaluate(
            """name => { const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...args) {
            if (this === localStorage) throw new DOMException("no", name); set.apply(this, args); }; }""",
            error,
        )
        check.locator("[data-aktion=merken]").click()
        expect(check.locator(SAID)).to_contain_text(words)


class TestMessages:
    def test_live_regions_are_there_before_their_text(self, check: Page) -> None:
        assert check.get_by_role("status").count() >= 3

    def test_no_key_and_no_click_takes_a_message_away(self, check: Page) -> None:
        message = open_file(check, "{")
        check.keyboard.press("Control")
        check.keyboard.press("Tab")
        check.locator("h1").click()
        expect(message).to_contain_text("Fehler: Die Datei „check.json“")

    def test_it_stands_beside_its_field_and_can_be_closed(self, check: Page) -> None:
        field = check.locator("[data-datei]")
        field.focus()
        message = open_file(check, "{")
        assert message.evaluate("$node => $node.closest('[data-meldeort]').contains(document.activeElement)")
        check.get_by_role("button", name="Meldung schließen").click()
        expect(check.locator(SAID)).to_have_count(0)
        expect(field).to_be_focused()
        expect(check.get_by_role("button", name="Meldung schließen")).to_have_count(0)

    def test_closed_after_its_field_is_gone_it_leaves_the_focus_in_its_place(self, check: Page) -> None:
        check.locator("[data-datei]").focus()
        message = open_file(check, "{")
        check.locator("[data-datei]").evaluate("$field => $field.remove()")
        check.get_by_role("button", name="Meldung schließen").press("Enter")
        assert message.count() == 0
        assert "meldung" in check.evaluate("document.activeElement.className")

    def test_the_next_message_replaces_it_wherever_that_stands(self, check: Page) -> None:
        open_file(check, "{")
        check.locator("[data-aktion=merken]").click()
        expect(check.locator(SAID)).to_have_count(1)
        expect(check.locator(SAID)).to_contain_text("Gemerkt.")


class TestChanging:
    def test_it_leads_to_the_chosen_step(self, check: Page) -> None:
        answer(check, "leitbild", "70")
        check.locator("[data-stelle=pruefliste] a").nth(1).click()
        expect(check.locator("#leitbild input[value='70']")).to_be_focused()
        check.keyboard.press("ArrowRight")
        assert chosen(check)[1] == "80"

    def test_without_an_answer_to_the_first_step(self, check: Page) -> None:
        check.locator("[data-stelle=pruefliste] a").nth(1).click()
        expect(check.locator("#leitbild input[value='0']")).to_be_focused()

    def test_from_the_result_as_well(self, check: Page) -> None:
        answer(check, "leitbild", "0")
        show(check, "ergebnis")
        check.evaluate("location.hash = '#leitbild'")
        expect(check.locator("#leitbild input[value='0']")).to_be_focused()

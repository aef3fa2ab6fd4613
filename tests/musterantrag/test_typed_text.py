"""What people type into the Musterantrag stays as typed, and the motion follows it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from musterantrag_page import OPEN_ALL, ready
from playwright.sync_api import Page, expect
from read_documents import docx_lines

PATH = "/musterantrag/"
PASTED = (
    "• einen Bericht vorzulegen\n- Kurse, Treffs usw.\n1. Mittel bereitzustellen!\n\uf0b7\teinen Beirat einzurichten\n"
    " – die Satzung zu ändern;\n5) zu prüfen, ob Stellen fehlen\na) Kosten zu nennen, z. B. Miete etc.\n2027 erneut zu berichten\n"
    "o\tein Fest zu planen.\n3. Quartal zu nutzen\n12. und 13. Mai zu sperren\n(2) Plätze nach Nr. 3 ff. zu vergeben ,\n"
    "-5 Grad zu bedenken\n• 2. doppelt Gezeichnetes zu ordnen ??\n"
    "1.) Räume zu öffnen\nb.) Wege zu nennen\nII. Stellen zu schaffen\n2.1.3 Ziele zu setzen\n\uf0fc Karten zu drucken\n"
    "➢ Paten zu suchen\nØ\tBusse zu bestellen\n- [ ] Post zu prüfen\n3.Läden zu fragen\n31.12. als Frist zu setzen\n"
    "2.5 Mio. zu verteilen\n€ 500 zu geben\nden Verein Miteinander e. V. zu fördern mit 500 Euro p. a."
)
ASKED = "Die Verwaltung wird gebeten, "
REQUESTS = (
    "einen Bericht vorzulegen.",
    "Kurse, Treffs usw.",
    "Mittel bereitzustellen.",
    "einen Beirat einzurichten.",
    "die Satzung zu ändern.",
    "zu prüfen, ob Stellen fehlen.",
    "Kosten zu nennen, z. B. Miete etc.",
    "2027 erneut zu berichten.",
    "ein Fest zu planen.",
    "3. Quartal zu nutzen.",
    "12. und 13. Mai zu sperren.",
    "Plätze nach Nr. 3 ff. zu vergeben.",
    "-5 Grad zu bedenken.",
    "doppelt Gezeichnetes zu ordnen.",
    "Räume zu öffnen.",
    "Wege zu nennen.",
    "Stellen zu schaffen.",
    "Ziele zu setzen.",
    "Karten zu drucken.",
    "Paten zu suchen.",
    "Busse zu bestellen.",
    "Post zu prüfen.",
    "Läden zu fragen.",
    "31.12. als Frist zu setzen.",
    "2.5 Mio. zu verteilen.",
    "€ 500 zu geben.",
    "den Verein Miteinander e. V. zu fördern mit 500 Euro p. a.",
)


@pytest.fixture
def form(page: Page) -> Page:
    page.goto(PATH)
    return ready(page)


def motion(page: Page) -> str:
    return ready(page).locator("[data-antrag]").inner_text()


def word_file(page: Page, tmp_path: Path) -> str:
    with page.expect_download() as saved:
        page.get_by_role("button", name="Für Word speichern").click()
    return " ".join(line.text for line in docx_lines(Path(saved.value.path()).read_bytes()))


def test_after_back_motion_and_file_hold_what_the_fields_show(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Art der Kommune").select_option("stadt")
    form.get_by_label("Name der Kommune").fill("Hanau")
    form.get_by_label("Grundsatzbeschluss").uncheck()
    form.get_by_label("Eigene Gründe").fill("Unser eigener Grund")
    form.goto("/glossar/")
    form.go_back()
    expect(form.get_by_label("Eigene Gründe")).to_have_value("Unser eigener Grund")
    for text in (motion(form), word_file(form, tmp_path)):
        assert "Unser eigener Grund" in text
        assert "Stadt Hanau" in text
        assert "Grundsatz" not in text.replace("grundsatz", "")
    expect(form.locator("[data-offene-felder]")).not_to_contain_text("Art der Kommune")


def test_fields_that_belong_to_a_choice_come_back_with_it(form: Page) -> None:
    form.get_by_label("Art der Kommune").select_option("eigene")
    form.locator("#feld-kommune-nominativ").fill("Samtgemeinde Aue")
    form.get_by_label("Land", exact=True).select_option("Hessen")
    form.reload()
    expect(form.locator("#feld-kommune-nominativ")).to_be_visible()
    assert "Samtgemeinde Aue" in motion(form)


def test_pasted_lists_lose_their_marks_and_no_word(form: Page) -> None:
    form.get_by_label("Eigene Aufträge").fill(PASTED)
    shown = form.locator("[data-antrag] ol li").all_inner_texts()
    assert shown[-len(REQUESTS) :] == [ASKED + request for request in REQUESTS]


def test_the_last_request_ends_with_one_stop(form: Page) -> None:
    for last, shown in (
        ("Treffs usw.", "Treffs usw."),
        ("Treffs!", "Treffs."),
        ("Treffs…", "Treffs…."),
        ("„Treff“.", "„Treff“."),
    ):
        form.get_by_label("Eigene Aufträge").fill(last)
        assert form.locator("[data-antrag] ol li").last.inner_text() == ASKED + shown


def test_cases_written_by_hand_survive_further_typing(form: Page) -> None:
    form.get_by_label("Art der Kommune").select_option("eigene")
    form.locator("#feld-kommune-artikel").select_option("die")
    noun = form.locator("#feld-kommune-nominativ")
    noun.fill("Freie Hansestadt Bremen")
    for case in ("genitiv", "dativ"):
        form.locator(f"#feld-kommune-{case}").fill("Freien Hansestadt Bremen")
    noun.press("End")
    noun.press("Space")
    form.locator("#feld-kommune-artikel").select_option("der")
    form.reload()
    noun.press("End")
    noun.press("x")
    for case in ("genitiv", "dativ"):
        expect(form.locator(f"#feld-kommune-{case}")).to_have_value("Freien Hansestadt Bremen")
    expect(form.locator("#feld-kommune-akkusativ")).to_have_value(re.compile("^Freien Hansestadt Bremen x"))
    form.locator("#feld-kommune-genitiv").fill("")
    noun.fill("Bremen")
    expect(form.locator("#feld-kommune-genitiv")).to_have_value("Bremens")


def test_a_refused_text_is_announced_and_named_when_saving(form: Page, tmp_path: Path) -> None:
    problem = form.locator("#fehler-name")
    assert problem.get_attribute("role") == "status"
    form.get_by_label("Name der Kommune").fill("N" * 201)
    expect(problem).to_contain_text("zu lang")
    assert "NNN" not in word_file(form, tmp_path)
    expect(form.locator("[data-ergebnis]")).to_contain_text(
        "Darin fehlt, der Grund steht beim Feld: Name der Kommune."
    )
    form.get_by_label("Name der Kommune").fill("Aue")
    word_file(form, tmp_path)
    expect(form.locator("[data-ergebnis]")).not_to_contain_text("Darin fehlt")


def test_a_link_that_could_not_be_read_is_not_offered(form: Page) -> None:
    form.get_by_label("Eigene Gründe").fill("ä" * 90_000)
    form.get_by_role("button", name="Link mit dieser Auswahl").click()
    expect(form.locator("[data-ergebnis]")).to_contain_text("Fehler: Für einen Link ist das zu viel Text.")
    expect(form.locator("[data-link]")).to_be_hidden()


class TestLinks:
    @pytest.fixture
    def link(self, new_page: Callable[..., Page]) -> str:
        page = new_page()
        page.goto(PATH)
        page.get_by_label("Name der Kommune").fill("Kastl")
        page.evaluate(OPEN_ALL)
        page.get_by_role("button", name="Link mit dieser Auswahl").click()
        expect(page.locator("#feld-link")).not_to_have_value("")
        return page.locator("#feld-link").input_value()

    def test_changes_after_a_link_outlive_a_reload(self, page: Page, link: str) -> None:
        page.goto(link)
        expect(page.get_by_label("Name der Kommune")).to_have_value("Kastl")
        page.get_by_label("Name der Kommune").fill("Lauterhofen")
        page.reload()
        expect(page.get_by_label("Name der Kommune")).to_have_value("Lauterhofen")

    def test_over_unfinished_work_it_asks(self, form: Page, link: str) -> None:
        form.get_by_label("Name der Kommune").fill("Aue")
        form.once("dialog", lambda dialog: dialog.dismiss())
        form.goto(link)
        expect(form.locator("[data-meldung]")).to_contain_text("geblieben, wie sie war")
        expect(form.get_by_label("Name der Kommune")).to_have_value("Aue")

    def test_the_work_it_replaced_comes_back(self, form: Page, link: str) -> None:
        form.get_by_label("Name der Kommune").fill("Aue")
        form.once("dialog", lambda dialog: dialog.accept())
        form.goto(link)
        expect(form.get_by_label("Name der Kommune")).to_have_value("Kastl")
        form.reload()
        form.get_by_role("button", name="Vorige Auswahl zurückholen").dblclick()
        expect(form.get_by_label("Name der Kommune")).to_have_value("Aue")


def test_on_a_disk_as_well(new_page: Callable[..., Page], offline_site: Path) -> None:
    page = new_page()
    page.goto((offline_site / "musterantrag/index.html").as_uri())
    page.evaluate(OPEN_ALL)
    page.get_by_label("Eigene Gründe").fill("Unser eigener Grund")
    page.goto((offline_site / "glossar/index.html").as_uri())
    page.go_back()
    assert "Unser eigener Grund" in motion(page)

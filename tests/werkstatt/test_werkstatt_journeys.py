"""A workshop of twelve as people live through it, and what may go wrong in the room."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from catalog.werkstatt.datei import saved_workshop_schema
from jsonschema import Draft202012Validator
from kurzcheck_page import as_upload, person
from libreoffice import needs_libreoffice, pages_of
from movement import moved, open_painted_first, watch_movement
from playwright.sync_api import Page, expect
from werkstatt_page import (
    LONG_NAME,
    NAMES,
    PATH,
    answers_of,
    code_of,
    let_in,
    open_files,
    paste,
    reveal,
    saved,
    twelve,
    type_code,
    way,
)

OpenPage = Callable[..., Page]
MOST_SCRIPT = 40_000


def test_twelve_come_in_by_every_way_agree_and_meet_again(page: Page) -> None:
    page.goto(PATH)
    type_code(page, code_of(0).lower().replace("-", " "), NAMES[0])
    page.get_by_role("button", name="Ja, dazunehmen").click()
    paste(page, "\n".join(f"{NAMES[place]} {code_of(place)}" for place in range(1, 6)))
    open_files(page, [person(NAMES[place], answers_of(place)) for place in range(6, 11)])
    expect(page.locator("[data-stelle=stand]")).to_have_text("11 da, 11 fertig.")
    page.get_by_label("Namen verbergen").check()
    reveal(page)
    expect(page.locator(".themen li")).to_have_count(2)
    expect(page.locator(".themen li").first).to_contain_text("Abgestimmtes Integrationskonzept")
    assert not any(name in page.locator("#bild").inner_text() for name in NAMES)

    # A latecomer, with a link.
    page.locator(".ansichten__link[href='#runde']").click()
    paste(page, f"https://stadt.example/werkstatt/#k={code_of(11)}")
    expect(page.locator("[data-stelle=stand]")).to_have_text("12 da, 12 fertig.")

    page.locator(".ansichten__link[href='#bild']").click()
    card = page.locator("#w-integrationskonzept")
    card.locator("summary").click()
    card.locator("[data-zweite]").first.select_option("50")
    card.get_by_label("Gemeinsamer Wert").select_option("30")
    card.get_by_label("Ziel").select_option("60")
    card.get_by_label("Wer?").fill("Hauptamt")
    card.get_by_label("In den Antrag").check()
    expect(card.locator("[data-satz]")).to_contain_text("Nach dem Gespräch")
    page.reload()
    expect(card.get_by_label("Gemeinsamer Wert")).to_have_value("30")
    expect(page.locator("[data-stelle=stand]")).to_have_text("12 da, 12 fertig.")

    workshop = saved(page)
    Draft202012Validator(saved_workshop_schema()).validate(workshop)
    assert workshop["personen"][0]["zweite"] == {"integrationskonzept": 50}
    assert workshop["personen"][0]["antworten"]["integrationskonzept"] == 90
    link = page.locator("[data-antrag]")
    expect(link).to_be_visible()
    # A slip in the year must not make the link useless.
    day = page.locator("#datum")
    day.evaluate(
        "$day => { $day.value = '0026-11-21'; $day.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    expect(day).to_have_attribute("max", "2100-12-31")
    link.click()
    page.wait_for_url("**/musterantrag/**")
    expect(page.locator("[data-meldung]")).to_contain_text("Aus der Klausur vom")
    page.locator("[name=selbsteinschaetzung]").check()
    expect(page.locator("[data-antrag]")).to_contain_text("Ergebnis der Klausur vom")
    expect(page.locator("[data-antrag]")).to_contain_text("gemeinsam bei 30 Prozent")


def test_a_workshop_of_last_year_is_compared_and_never_becomes_this_years(page: Page) -> None:
    twelve(page)
    reveal(page)
    workshop = saved(page)
    page.locator(".ansichten__link[href='#runde']").click()
    page.locator(".mehr", has_text="Runde leeren").locator("summary").click()
    page.get_by_role("button", name="Runde leeren").click()
    open_files(page, [{**workshop, "kommune": "Altstadt", "datum": "2025-11-20"}], "damals")
    expect(page.locator(".person")).to_have_count(0)
    paste(page, f"{NAMES[0]}: {code_of(1)}\n{NAMES[1]}: {code_of(0)}\n{NAMES[2]}: {code_of(4)}")
    page.locator(".ansichten__link[href='#zeiten']").click()
    rows = page.locator("[data-stelle=zeiten] tr")
    expect(rows).to_have_count(13)
    expect(rows.nth(2)).to_contain_text("1 höher, 1 etwa gleich, 1 niedriger")
    expect(page.locator("[data-stelle=zeiten-vorsicht]")).to_contain_text("3 Personen sind an ihrem Namen")
    assert "selben Tag" not in page.locator("[data-stelle=zeiten-vorsicht]").inner_text()
    expect(page.locator(".hangbild")).to_have_count(13)
    expect(page.locator("#w-integrationskonzept")).to_be_hidden()
    page.get_by_role("button", name="Früheren Stand entfernen").press("Enter")
    expect(page.locator("#zeiten h2")).to_be_focused()
    page.locator(".ansichten__link[href='#runde']").click()
    page.get_by_role("button", name="Vorige Runde zurückholen").click()
    page.locator(".ansichten__link[href='#zeiten']").click()
    expect(rows).to_have_count(13)


def test_the_same_file_twice_and_other_towns_are_said_clearly(page: Page) -> None:
    twelve(page)
    workshop = saved_of(page)
    other = {**workshop, "kommune": "Landkreis Nord"}
    open_files(page, [other], "damals")
    page.locator(".mehr", has_text="Runde leeren").locator("summary").click()
    page.locator("#kommune").fill("Stadt Süd")
    page.locator(".ansichten__link[href='#zeiten']").click()
    cautions = page.locator("[data-stelle=zeiten-vorsicht]")
    expect(cautions).to_contain_text("damals „Landkreis Nord“, heute „Stadt Süd“")
    expect(cautions).to_contain_text("zweimal dieselbe Datei")
    expect(cautions).to_contain_text("selben Tag")


def test_goals_set_then_stand_beside_what_became_of_them(page: Page) -> None:
    page.goto(PATH)
    paste(page, f"{NAMES[0]}: {code_of(0)}\n{NAMES[1]}: {code_of(1)}\n{NAMES[2]}: {code_of(4)}")
    check = person(NAMES[0], answers_of(1), "2025-11-21")
    check["fragen"][1]["ziel"] = 70
    open_files(page, [check], "damals")
    page.locator(".ansichten__link[href='#zeiten']").click()
    goals = page.locator("[data-stelle=zeiten] [data-spalte='Ziel von damals']")
    expect(page.get_by_role("columnheader", name="Ziel von damals")).to_be_visible()
    expect(goals.nth(1)).to_have_text("70 %")
    expect(goals.nth(0)).to_have_text("–")
    workshop = saved_of(page)
    assert workshop["damals"]["personen"][0]["ziele"] == {"leitbild": 70}
    Draft202012Validator(saved_workshop_schema()).validate(workshop)
    agreed = {"wert": "30", "ziel": "60", "wer": "", "bis": "", "notiz": "", "antrag": False}
    open_files(page, [{**workshop, "vereinbart": {"leitbild": agreed}, "damals": None}], "damals")
    page.locator(".ansichten__link[href='#zeiten']").click()
    expect(goals.nth(1)).to_have_text("verabredet 60 %; einzelne 70 %")
    expect(page.locator(".hang__frage").nth(1)).to_contain_text("◁ Ziel von damals: 60 %")


def test_a_round_without_goals_has_no_column_for_them(page: Page) -> None:
    twelve(page)
    open_files(page, [person(NAMES[0], answers_of(1), "2025-11-21")], "damals")
    page.locator(".ansichten__link[href='#zeiten']").click()
    expect(page.locator("[data-stelle=zeiten] tr").first).to_be_visible()
    expect(page.get_by_role("columnheader", name="Ziel von damals")).to_have_count(0)


def test_what_does_not_come_in_is_said_with_number_and_way_out(page: Page) -> None:
    page.goto(PATH)
    check = person("Beirat", answers_of(0))
    first, *others = check["fragen"]
    gone = {"id": "gibt-es-nicht", "nr": None, "titel": "", "frage": "", "antwort": 50, "notiz": ""}
    message = open_files(page, [{**check, "fragen": [{**first, "antwort": 55}, *others, gone]}])
    expect(message).to_contain_text(
        "Eine Angabe ließ sich nicht übernehmen: Antwort zu „Grundsatzbeschluss von Rat oder Kreistag“."
    )
    expect(message).to_contain_text("bitten Sie die Person um ihren Code")
    expect(message).to_contain_text("Eine Antwort gehört zu Fragen, die es hier nicht gibt.")
    workshop = saved_of(page)
    many = [{**workshop["personen"][0], "nr": nr, "name": f"P {nr}"} for nr in range(1, 63)]
    message = open_files(page, [{**workshop, "personen": many}], "weiter")
    expect(message).to_contain_text("2 Personen über den 60, die Platz haben")
    expect(page.locator(".person")).to_have_count(60)
    expect(paste(page, f"Spät {code_of(1)}\nNoch später {code_of(2)}")).to_contain_text(
        "2 Personen passen nicht mehr hinein: In eine Runde gehören höchstens 60."
    )
    details = type_code(page, code_of(3))
    details.get_by_role("button", name="Ja, dazunehmen").click()
    expect(details.locator(".meldung")).to_contain_text("Eine Person passt nicht mehr hinein")
    expect(page.locator(".person")).to_have_count(60)


def test_a_room_kept_by_another_release_is_read_like_a_file(page: Page) -> None:
    twelve(page)
    page.goto("/404.html")
    page.evaluate(
        """() => { const key = Object.keys(sessionStorage).find((name) => name.includes("werkstatt"));
        const kept = JSON.parse(sessionStorage[key]);
        Object.assign(kept.zustand.room.personen[2], { antworten: { leitbild: "<b>" }, farbe: "blau" });
        kept.zustand.eingaben = { code: 7, viele: "Zeile" };
        sessionStorage[key] = JSON.stringify(kept); }"""
    )
    page.goto(PATH)
    expect(page.locator(".person")).to_have_count(12)
    said = page.locator(".werkstatt > .meldung")
    expect(said).to_contain_text(
        "Die Runde dieses Tabs: 2 Angaben ließen sich nicht übernehmen: „farbe“ von Person 3"
    )
    expect(page.locator("#viele")).to_have_value("Zeile")
    expect(page.locator("#code")).to_have_value("")


def test_workshops_of_several_towns_become_one_and_stay_marked(page: Page) -> None:
    twelve(page)
    workshop = saved_of(page)
    people = [{**one, "antworten": {**one["antworten"], "leitbild": 100}} for one in workshop["personen"][:3]]
    open_files(page, [{**workshop, "kommune": "Altstadt", "personen": people}])
    expect(page.locator(".person")).to_have_count(15)
    expect(page.locator(".person").last).to_contain_text("Altstadt")


def test_the_same_answers_do_not_come_in_twice_unseen(page: Page) -> None:
    twelve(page)
    expect(paste(page, f"{NAMES[3]}: {code_of(3)}")).to_contain_text("Schon in der Runde")
    expect(page.locator(".person")).to_have_count(12)
    details = type_code(page, code_of(3))
    expect(details).to_contain_text(f"Dieselben Antworten sind schon in der Runde: {NAMES[3]}")


def test_answers_stay_covered_until_the_moderator_reveals(page: Page) -> None:
    twelve(page)
    page.locator(".ansichten__link[href='#bild']").click()
    expect(page.locator("#bild")).to_be_visible()
    expect(page.locator("[data-stelle=stand-bild]")).to_have_text("12 da, 12 fertig.")
    assert "90" not in page.locator("#bild").inner_text()
    page.locator(".ansichten__link[href='#blatt']").click()
    expect(page.locator("[data-stelle=blatt]")).to_be_hidden()
    page.locator(".ansichten__link[href='#bild']").click()
    page.locator("#bild").get_by_role("button", name="Antworten aufdecken").press("Enter")
    expect(page.locator("#bild h2")).to_be_focused()


def test_people_who_are_there_and_not_ready_are_counted_apart(page: Page) -> None:
    page.goto(PATH)
    details = way(page, "Code eingeben")
    details.get_by_label("Name oder Rolle").fill("Kämmerei")
    details.get_by_role("button", name="Nur den Namen").click()
    expect(page.locator("[data-stelle=stand]")).to_have_text("1 da, 0 fertig.")
    type_code(page, code_of(2), "Kämmerei")
    page.get_by_role("button", name="Ja, dazunehmen").click()
    expect(page.locator("[data-stelle=stand]")).to_have_text("1 da, 1 fertig.")


def test_a_slip_is_offered_and_never_applied(page: Page) -> None:
    page.goto(PATH)
    details = type_code(page, "8ZEM-WB51-2V05")
    expect(details.locator(".meldung")).to_contain_text("falsch oder vertauscht")
    expect(page.locator(".person")).to_have_count(0)
    details.get_by_role("button", name="Meinten Sie").press("Enter")
    expect(details.locator(".felder > li")).to_have_count(13)
    # Said, for whoever does not see it appear.
    expect(details.get_by_role("status").filter(has_text="Stimmen diese Antworten?")).to_be_visible()
    expect(page.locator(".person")).to_have_count(0)
    expect(details.get_by_role("button", name="Ja, dazunehmen")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(details.get_by_label("Code von Handy")).to_be_focused()
    page.keyboard.press("Enter")
    details.get_by_role("button", name="Ja, dazunehmen").click()
    expect(page.locator(".person")).to_have_count(1)
    # The message stands beside the way somebody came in by; closed, it leaves the focus where that was.
    details.get_by_role("button", name="Meldung schließen").press("Enter")
    expect(page.locator("#code-name")).to_be_focused()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("358 0VN4 672 59", "12 Zeichen"),
        ("35W80VN46725X", "„X“ ist keine Antwort"),
        ("35W80VN46725-", ""),
    ],
)
def test_a_row_from_paper_has_a_field_of_its_own(page: Page, row: str, said: str) -> None:
    page.goto(PATH)
    details = way(page, "Vom Papier")
    details.get_by_label("Ein Zeichen je Frage").fill(row)
    details.get_by_role("button", name="Zeile prüfen").click()
    if said:
        expect(details.locator(".meldung")).to_contain_text(said)
    else:
        expect(details.locator(".felder > li")).to_have_count(13)
        expect(details.locator(".felder > li").nth(5)).to_contain_text("100 %")


def test_lines_that_are_refused_stay_in_the_field(page: Page) -> None:
    page.goto(PATH)
    message = paste(page, f"Hauptamt Nord {code_of(1)}\nFalsch 8ZEM-WB51-2V05\n{code_of(2)} Beirat")
    expect(message).to_contain_text("Dabei: Hauptamt Nord, Beirat.")
    expect(message).to_contain_text("Falsch 8ZEM-WB51-2V05")
    expect(page.locator("#viele")).to_have_value("Falsch 8ZEM-WB51-2V05")


def test_a_scanned_code_finds_the_room_in_another_tab(page: Page, new_page: OpenPage) -> None:
    twelve(page)
    phone = page.context.new_page()
    phone.goto(f"{PATH}#k=98NE-YMRC-EB09")
    expect(phone.locator(".werkstatt > .meldung")).to_contain_text("An die offene Werkstatt übergeben")
    expect(page.locator(".person")).to_have_count(13)
    expect(phone.locator(".person")).to_have_count(0)


def test_a_scanned_code_without_a_room_is_shown_and_joins_after_a_nod(page: Page) -> None:
    page.goto("/glossar/")
    page.goto(f"{PATH}#k={code_of(5)}")
    expect(page.locator(".felder > li")).to_have_count(13)
    assert code_of(5) not in page.url, (
        "who looks over the shoulder later, or into the history, reads no answers"
    )
    page.go_back()
    page.wait_for_url("**/glossar/")
    page.go_forward()
    page.reload()
    expect(page.get_by_label("Code von Handy")).to_have_value(code_of(5))
    page.get_by_role("button", name="Code prüfen").click()
    page.get_by_role("button", name="Ja, dazunehmen").click()
    expect(page.locator(".person")).to_have_count(1)


def test_nothing_moves_while_a_scanned_code_arrives(new_page: OpenPage) -> None:
    phone = new_page(width=390, height=844)
    watch_movement(phone)
    open_painted_first(phone, f"{PATH}#k={code_of(5)}", "**/javascripts/werkstatt.*.js")
    expect(phone.locator(".felder > li")).to_have_count(13)
    found = moved(phone)
    assert sum(float(value) for value, *_ in found) < 0.1, found


def test_the_camera_is_asked_for_on_a_click_and_reads_codes(page: Page) -> None:
    page.add_init_script(f"""
      window.asked = 0;
      window.BarcodeDetector = class {{ detect() {{ return Promise.resolve([{{ rawValue:
        "https://stadt.example/werkstatt/#k={code_of(7)}" }}]); }} }};
      Object.defineProperty(navigator, "mediaDevices", {{ value: {{ getUserMedia: () => {{
        window.asked++; return Promise.resolve(document.createElement("canvas").captureStream()); }} }} }});
      HTMLMediaElement.prototype.play = () => Promise.resolve();
    """)
    page.goto(PATH)
    details = way(page, "Mit der Kamera")
    assert page.evaluate("window.asked") == 0
    details.get_by_role("button", name="Kamera einschalten").click()
    expect(page.locator(".person")).to_have_count(1)
    details.get_by_role("button", name="Kamera ausschalten").click()
    expect(details.locator("video")).to_be_hidden()
    assert page.evaluate("window.asked") == 1


def test_a_camera_that_is_not_allowed_is_no_dead_end(page: Page) -> None:
    page.add_init_script("""
      window.BarcodeDetector = class {};
      Object.defineProperty(navigator, "mediaDevices", { value: {
        getUserMedia: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });
    """)
    page.goto(PATH)
    details = way(page, "Mit der Kamera")
    details.get_by_role("button", name="Kamera einschalten").click()
    expect(details.locator(".meldung")).to_contain_text("nicht freigegeben")


def test_browsers_that_read_no_codes_offer_no_camera(page: Page) -> None:
    page.add_init_script("delete window.BarcodeDetector")
    page.goto(PATH)
    expect(page.locator("[data-scanner]")).to_be_hidden()


def test_the_wall_follows_the_room_by_keys_and_hides_names(page: Page) -> None:
    twelve(page)
    reveal(page)
    wall = page.context.new_page()
    wall.goto(f"{PATH}#leinwand")
    expect(wall.locator("#leinwand-titel")).to_contain_text("1. Politische Beschlusslage")
    wall.keyboard.press("ArrowRight")
    wall.keyboard.press("ArrowRight")
    expect(wall.locator("#leinwand-titel")).to_contain_text("3. Abgestimmtes Integrationskonzept")
    expect(wall.get_by_role("status").filter(has_text="3 von 13: 3. Abgestimmtes")).to_be_visible()
    expect(wall.locator(".leinwand")).to_contain_text("zwei Lager")
    assert NAMES[0] not in wall.locator(".leinwand").inner_text()
    wall.get_by_label("Namen zeigen").check()
    expect(wall.locator(".leinwand .legende")).to_contain_text(NAMES[0])
    page.locator("#w-integrationskonzept > summary").click()
    page.locator("#wert-integrationskonzept").select_option("30")
    expect(wall.locator("[data-stelle=leinwand-satz]")).to_contain_text("Gemeinsamer Wert: 30 %")
    assert wall.evaluate("Object.keys(sessionStorage)") == []
    # Back leaves the wall, too.
    page.evaluate("location.hash = '#leinwand'")
    expect(page.locator(".leinwand")).to_be_visible()
    page.go_back()
    expect(page.locator(".leinwand")).to_be_hidden()
    # What it showed of another tab is nothing to work on, whichever way it is left.
    for leave in (Page.go_back, lambda wall: wall.keyboard.press("Escape")):
        wall.goto("/404.html")
        wall.goto(PATH)
        wall.evaluate("location.hash = '#leinwand'")
        expect(wall.locator("#leinwand-titel")).to_contain_text("1. Politische Beschlusslage")
        leave(wall)
        expect(wall.locator(".leinwand")).to_be_hidden()
        expect(wall.locator("[data-stelle=stand]")).to_have_text("Noch ist niemand dabei.")
        expect(wall.locator(".person")).to_have_count(0)


def test_somebody_who_leaves_can_be_brought_back(page: Page) -> None:
    twelve(page)
    page.locator(".person").nth(4).get_by_role("button").click()
    expect(page.locator(".person")).to_have_count(11)
    # Whoever takes out several people stays at the list.
    expect(page.locator(".personen")).to_be_focused()
    expect(page.locator("[data-meldeort]:has(.personen) > .meldung")).to_contain_text("Entfernt.")
    page.get_by_role("button", name="Vorige Runde zurückholen").dblclick()
    expect(page.locator(".person")).to_have_count(12)
    expect(page.locator(".meldung:not(:empty)")).to_have_count(0)
    # Emptied once more, it is not the empty round that comes back.
    for _ in range(2):
        page.locator(".mehr", has_text="Runde leeren").locator("summary").click()
        page.get_by_role("button", name="Runde leeren").click()
        expect(page.locator(".person")).to_have_count(0)
        page.reload()
    page.get_by_role("button", name="Vorige Runde zurückholen").click()
    expect(page.locator(".person")).to_have_count(12)


def test_a_saved_workshop_is_continued_where_it_was_left(page: Page) -> None:
    twelve(page)
    reveal(page)
    page.locator("#w-leitbild > summary").click()
    page.locator("#notiz-leitbild").fill("Entwurf bis März\nzweite Zeile")
    workshop = saved(page)
    Draft202012Validator(saved_workshop_schema()).validate(workshop)
    other = page.context.new_page()
    other.goto(PATH)
    expect(open_files(other, [workshop], "weiter")).to_contain_text("geöffnet")
    other.evaluate("location.hash = '#blatt'")
    assert saved(other) == workshop


def test_foreign_and_damaged_files_are_refused_in_words(page: Page) -> None:
    page.goto(PATH)
    for text, said in (
        ("{", "unvollständig"),
        ('{"format": "anderswo"}', "stammt nicht aus"),
        ('{"format": "integration-vor-ort/werkstatt", "version": 2, "personen": []}', "neueren Fassung"),
        ('{"format": "integration-vor-ort/werkstatt", "version": 1}', "unvollständig"),
    ):
        way(page, "Dateien öffnen").locator("[data-dateien]").set_input_files(as_upload(text, "x.json"))
        expect(page.locator(".weg[open] .meldung:not(:empty)")).to_contain_text(said)
    expect(page.locator(".person")).to_have_count(0)


def test_hostile_names_are_text(page: Page) -> None:
    page.goto(PATH)
    hostile = "<img src=x onerror=alert(1)>"
    open_files(
        page, [person(hostile, answers_of(0)), person("Zwei", answers_of(1)), person("Drei", answers_of(2))]
    )
    reveal(page)
    expect(page.locator(".legende").first).to_contain_text(hostile)
    assert page.locator("#bild img").count() == 0


def test_the_sheet_is_a_document_with_tables_and_its_own_name(page: Page) -> None:
    twelve(page)
    reveal(page)
    page.locator("#w-leitbild > summary").click()
    page.locator("#wert-leitbild").select_option("20")
    page.locator("#wer-leitbild").fill(LONG_NAME)
    page.locator(".ansichten__link[href='#blatt']").click()
    names = []
    for what in ("docx", "odt", "csv"):
        with page.expect_download() as download:
            page.locator(f"#blatt [data-aktion={what}]").click()
        names.append(download.value.suggested_filename)
        if what == "docx":
            document = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert all(re.fullmatch(r"werkstatt-\d{4}-\d\d-\d\d\.(docx|odt|csv)", name) for name in names)
    assert [len(table.columns) for table in document.tables] == [4, 3, 13]
    assert len(document.tables[2].rows) == 14
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert {"Verabredet", "Darüber reden", "Alle Fragen", "Alle Antworten"} <= set(texts)


@pytest.mark.long
@needs_libreoffice
def test_the_sheet_of_twelve_has_four_pages_at_most(page: Page, tmp_path: Path) -> None:
    page.goto(PATH)
    paste(page, "\n".join(f"{name} {LONG_NAME}: {code_of(place)}" for place, name in enumerate(NAMES)))
    reveal(page)
    for question in ("beschlusslage", "leitbild", "integrationskonzept", "stabsstelle"):
        page.locator(f"#w-{question} > summary").click()
        page.locator(f"#wert-{question}").select_option("20")
        page.locator(f"#wer-{question}").fill(LONG_NAME)
        page.locator(f"#notiz-{question}").fill("Entwurf bis März, danach Beratung im Ausschuss. " * 2)
    page.locator(".ansichten__link[href='#blatt']").click()
    files = [tmp_path / f"blatt.{kind}" for kind in ("docx", "odt")]
    for file in files:
        with page.expect_download() as download:
            page.locator(f"#blatt [data-aktion={file.suffix[1:]}]").click()
        file.write_bytes(Path(download.value.path()).read_bytes())
    assert max(pages_of(files, tmp_path)) <= 4


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_view_is_accessible_and_narrow(
    width: int, scheme: str, new_page: OpenPage, axe: Callable[[Page], None]
) -> None:
    page = new_page(width=width, color_scheme=scheme)
    let_in(page, NAMES[7:11])
    type_code(page, code_of(0))
    axe(page)
    reveal(page)
    page.locator("#w-integrationskonzept > summary").click()
    page.locator("#wer-integrationskonzept").fill(LONG_NAME)
    axe(page)
    open_damals = saved_of(page)
    open_files(page, [open_damals], "damals")
    for view in ("zeiten", "blatt", "leitfaden", "runde"):
        page.locator(f".ansichten__link[href='#{view}']").click()
        axe(page)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    page.locator(".ansichten__link[href='#bild']").click()
    page.get_by_role("button", name="An die Wand").click()
    axe(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_it_works_by_keyboard_alone(page: Page) -> None:
    page.goto(PATH)
    page.locator("#code").focus()
    page.keyboard.type(code_of(0))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ja, dazunehmen")).to_be_visible()
    page.get_by_role("button", name="Ja, dazunehmen").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#code-name")).to_be_focused()
    expect(page.locator(".person")).to_have_count(1)


def test_it_works_from_a_folder_on_disk(offline_site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto((offline_site / "werkstatt/index.html").as_uri())
    type_code(page, code_of(0), "Hauptamt")
    page.get_by_role("button", name="Ja, dazunehmen").click()
    reveal(page)
    expect(page.locator(".wfrage:visible")).to_have_count(13)
    page.close()


def test_the_page_loads_little_script(page: Page) -> None:
    page.goto(PATH)
    sizes = page.evaluate(
        """performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"))
        .map(({ decodedBodySize }) => decodedBodySize)"""
    )
    assert 0 < sum(sizes) <= MOST_SCRIPT


def saved_of(page: Page) -> dict[str, Any]:
    """Save by the button in the room."""
    details = page.locator("#runde .mehr")
    page.evaluate("location.hash = '#runde'")
    details.locator("summary").click()
    with page.expect_download() as download:
        details.locator("[data-aktion=sichern]").click()
    details.locator("summary").click()
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))

"""The Kurz-Check as people use it: journeys, the four states, keeping, comparing, taking away."""

import base64
import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from kurzcheck_page import (
    PATH,
    PROFILE,
    QUESTIONS,
    all_on_one_page,
    as_upload,
    choose,
    chosen,
    download,
    open_file,
    saved_check,
    show,
)
from odf import table as odf_table
from odf import teletype
from odf.opendocument import load as load_odt
from playwright.sync_api import Dialog, Page, expect
from read_documents import pdf_pages
from web import Watch

KEY = "integration-vor-ort:kurz-check"
DRAFT = "integration-vor-ort:entwurf-kurz-check"
STATES = ["0 %", "weiß nicht", "trifft nicht zu", "nicht beantwortet"]
FOUR_STATES = [0, "weiss-nicht", "trifft-nicht-zu", None]


@pytest.fixture
def check(page: Page) -> Page:
    """The Kurz-Check, untouched; prints are only counted."""
    page.add_init_script("window.prints = 0; window.print = () => { window.prints += 1; };")
    page.goto(PATH)
    all_on_one_page(page)
    return page


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what the selector finds."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reachable by Tab")


def press_link(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    "looks",
    [
        {"width": 320, "color_scheme": "dark"},
        pytest.param({"width": 1280, "reduced_motion": "no-preference"}, marks=pytest.mark.long),
        pytest.param({"width": 768, "forced_colors": "active"}, marks=pytest.mark.long),
    ],
)
def test_the_whole_journey_by_keyboard_alone(new_page: Callable[..., Page], looks: dict[str, Any]) -> None:
    page = new_page(**looks)
    page.add_init_script("window.prints = 0; window.print = () => { window.prints += 1; };")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(PATH)
    all_on_one_page(page)
    tab_to(page, "[name=beschlusslage]")
    page.keyboard.press("2")
    tab_to(page, "#notiz-beschlusslage")
    page.keyboard.type("Beschluss suchen")
    tab_to(page, "[name=leitbild]")
    page.keyboard.press("v")
    tab_to(page, "[name=integrationskonzept]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    tab_to(page, "[name=stabsstelle]")
    page.keyboard.press("w")
    assert chosen(page)[:5] == ["20", "100", "10", "weiss-nicht", None]

    press_link(page, "a.knopf[href='#ergebnis']")
    expect(page.locator("#ergebnis h2")).to_be_focused()
    expect(page.locator(".schritt")).to_have_count(2)
    press_link(page, "#ergebnis .mitnehmen summary")
    tab_to(page, "#ergebnis [data-aktion=datei]")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    text = Path(saved.value.path()).read_text(encoding="utf-8")

    page.evaluate("sessionStorage.clear()")
    page.goto("/404.html")
    page.goto(PATH)
    all_on_one_page(page)
    assert chosen(page) == [None] * QUESTIONS
    tab_to(page, "[data-datei]")
    page.locator(":focus").set_input_files(as_upload(text))
    expect(page.locator(".meldung:not(:empty)")).to_contain_text("sind geladen")
    assert chosen(page)[:5] == ["20", "100", "10", "weiss-nicht", None]
    assert page.locator("#notiz-beschlusslage").input_value() == "Beschluss suchen"

    page.locator(".ansichten__link[href='#vergleich']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#vergleich h2")).to_be_focused()

    page.locator(".ansichten__link[href='#ergebnis']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".schritt")).to_have_count(2)
    points = handed_on(page.locator("[data-antrag]").evaluate("$link => $link.href"))["punkte"]
    press_link(page, "[data-antrag]")
    page.wait_for_url("**/musterantrag/**")
    expect(page.locator("[data-meldung]")).to_contain_text("Aus dem Kurz-Check")
    assert [(point["frage"], point["nr"], point["wert"]) for point in points] == [
        ("integrationskonzept", 3, 10),
        ("beschlusslage", 1, 20),
    ]


def handed_on(url: str) -> dict[str, Any]:
    text = url.partition("#von-kurzcheck=")[2]
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def test_nothing_is_chosen_and_nothing_is_stored_before_a_click(check: Page) -> None:
    assert chosen(check) == [None] * QUESTIONS
    saved = json.loads(download(check, "datei"))
    assert [question["antwort"] for question in saved["fragen"]] == [None] * QUESTIONS
    assert check.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    choose(check, PROFILE)
    show(check, "ergebnis")
    assert check.evaluate("[localStorage.length, Object.keys(sessionStorage), document.cookie]") == [
        0,
        [DRAFT],
        "",
    ]


def test_quick_keys_work_only_inside_a_group(check: Page) -> None:
    check.locator("h1").click()
    check.keyboard.press("5")
    check.locator("#notiz-leitbild").press("5")
    check.locator("[name=leitbild]").first.press("Control+5")
    assert chosen(check) == [None] * QUESTIONS
    check.locator("[name=leitbild]").first.press("5")
    assert chosen(check)[1] == "50"


def test_an_answer_can_be_taken_back(check: Page) -> None:
    button = check.locator("#leitbild [data-aktion=leeren]")
    expect(button).to_be_hidden()
    check.get_by_role("group", name="Leitbild mit klarer Haltung").get_by_role(
        "radio", name="30 Prozent", exact=True
    ).check()
    expect(check.locator("[data-stelle=pruefliste] li").nth(1)).to_contain_text("30 %")
    button.click()
    assert chosen(check)[1] is None
    expect(check.locator("[data-stelle=pruefliste] li").nth(1)).to_contain_text("nicht beantwortet")


def test_every_choice_has_a_name_of_its_own(check: Page) -> None:
    group = check.get_by_role("group", name=re.compile("^Frage 3 von 13 .*Integrationskonzept"))
    names = re.findall(r'radio "(.*?)"', group.aria_snapshot())
    assert len(set(names)) == 13
    assert names[:2] == ["0 Prozent – stimmt gar nicht", "10 Prozent"]
    assert names[-3:] == ["100 Prozent – stimmt vollständig", "weiß nicht", "trifft nicht zu"]


def test_four_states_stay_four_in_every_output(check: Page, tmp_path: Path) -> None:
    choose(check, FOUR_STATES)
    result = show(check, "ergebnis")
    cells = result.locator("[data-stelle=profil] tr td:nth-child(2)").all_inner_texts()
    assert [cell.strip() for cell in cells[:4]] == STATES
    expect(result.locator("[data-stelle=uebersicht]")).to_contain_text(
        "Mit einer Stufe beantwortet: 1. Weiß nicht: 1. Trifft nicht zu: 1. Nicht beantwortet: 10."
    )
    assert [
        question["antwort"] for question in json.loads(download(check, "datei"))["fragen"][:4]
    ] == FOUR_STATES
    rows = list(csv.reader(io.StringIO(download(check, "tabelle").decode("utf-8-sig")), delimiter=";"))
    assert [row[3:5] for row in rows[1:5]] == [["0 %", "0"], *([state, ""] for state in STATES[1:])]
    for kind, read in (("docx", docx_cells), ("odt", odt_cells)):
        path = tmp_path / f"result.{kind}"
        path.write_bytes(download(check, kind))
        assert [row[1] for row in read(path)[1:5]] == STATES


def docx_cells(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]


def odt_cells(path: Path) -> list[list[str]]:
    rows = load_odt(str(path)).getElementsByType(odf_table.Table)[0].getElementsByType(odf_table.TableRow)
    return [
        [teletype.extractText(cell) for cell in row.getElementsByType(odf_table.TableCell)] for row in rows
    ]


def test_the_lines_of_a_note_stay_lines_in_every_output(check: Page, tmp_path: Path) -> None:
    note = "Zuständig: Amt 50\n- Punkt eins\n\nNächster Schritt: Ausschuss"
    check.locator("#notiz-beschlusslage").fill(note)
    result = show(check, "ergebnis")
    assert result.locator("[data-stelle=profil] tr:first-child td").last.inner_text().strip() == note
    rows = list(csv.reader(io.StringIO(download(check, "tabelle").decode("utf-8-sig")), delimiter=";"))
    assert rows[1][-1] == note
    for kind, read in (("docx", docx_cells), ("odt", odt_cells)):
        path = tmp_path / f"result.{kind}"
        path.write_bytes(download(check, kind))
        assert read(path)[1][4] == note


def test_a_name_gives_a_file_name_for_every_system(check: Page) -> None:
    check.locator("#angabe-name").fill("Łódź/Köln")
    check.locator("#angabe-datum").fill("2026-11-21")
    with check.expect_download() as saved:
        check.locator("[data-aktion=datei]:visible").click()
    assert saved.value.suggested_filename == "kurz-check-lodz-köln-2026-11-21.json"


@pytest.mark.parametrize("day", ["0026-11-21", "12026-11-21"])
def test_a_slip_in_the_date_is_said_and_gets_into_no_file(check: Page, day: str) -> None:
    field = check.locator("#angabe-datum")
    field.evaluate(
        "(field, day) => { field.value = day; field.dispatchEvent(new Event('input', { bubbles: true })); }",
        day,
    )
    expect(check.locator("#datum-hinweis")).to_contain_text("kein Tag von 1990 bis 2100")
    expect(field).to_have_attribute("aria-invalid", "true")
    check.reload()
    expect(field).to_have_value(day)
    saved = json.loads(download(check, "datei"))
    expect(check.locator(".meldung:not(:empty)")).to_contain_text("kein Tag im Kalender")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", saved["datum"])
    expect(open_file(check, {**saved, "datum": day})).to_contain_text("Nicht lesbar und deshalb leer: Datum.")


def test_full_and_forbidden_storage_are_told_apart(check: Page) -> None:
    check.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    choose(check, [10])
    check.locator("[data-aktion=merken]").click()
    expect(check.locator(".meldung:not(:empty)")).to_contain_text("Speicher dieses Browsers ist voll")


def test_a_broken_item_in_the_storage_costs_only_itself(check: Page) -> None:
    choose(check, [10])
    check.locator("[data-aktion=merken]").click()
    expect(check.locator("[data-stelle=gemerkt] li")).to_have_count(1)
    check.evaluate(f"localStorage['{KEY}'] = '[null, 7, ' + localStorage['{KEY}'].slice(1)")
    check.reload()
    expect(check.locator("[data-stelle=gemerkt] li")).to_have_count(1)


def test_the_documents_hold_what_the_screen_shows(check: Page, tmp_path: Path) -> None:
    choose(check, PROFILE)
    result = show(check, "ergebnis")
    path = tmp_path / "result.docx"
    path.write_bytes(download(check, "docx"))
    document = Document(str(path))
    headings = [
        p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title", "heading"))
    ]
    shown = result.locator(":is(h2, h3:not(.mitnehmen h3), h4):visible").all_inner_texts()
    assert headings == shown
    texts = {paragraph.text for paragraph in document.paragraphs}
    for item in result.locator("[data-stelle=staerken] li, [data-stelle=offen] li").all_inner_texts():
        assert item in texts
    assert "%" in " ".join(texts)
    assert not re.search(r"\d[.,]\d+ %", " ".join(texts)), "no decimals"


def test_a_document_that_cannot_be_made_says_so_and_may_be_tried_again(check: Page, watch: Watch) -> None:
    watch.expected.append("kurz-check-dokument")
    check.route("**/kurz-check-dokument.*.js", lambda route: route.abort())
    choose(check, PROFILE)
    show(check, "ergebnis").locator("[data-aktion=docx]").click()
    expect(check.locator(".meldung:not(:empty)")).to_contain_text("Das geht gerade nicht.")
    check.unroute("**/kurz-check-dokument.*.js")
    assert download(check, "docx").startswith(b"PK")


def test_the_result_leads_to_entries_and_nearby_examples_first(check: Page) -> None:
    check.locator("#angabe-land").select_option("Brandenburg")
    check.locator("#angabe-art").select_option("Landkreis")
    choose(check, PROFILE)
    result = show(check, "ergebnis")
    first = result.locator(".schritt").first
    expect(first).to_contain_text("Politische Beschlusslage: 0 %")
    for words in (
        "Erster Schritt",
        "Für den Rat:",
        "So machen es andere: Gleiche Art der Kommune und im selben Land",
        "Im Antrag: Die Verwaltung wird gebeten,",
        "Wen Sie fragen können:",
        "alle Stellen für Brandenburg",
        "Empfehlung:",
    ):
        expect(first).to_contain_text(words)
    expect(first.locator("[data-beispiele] li")).to_have_count(2)
    expect(first.locator("[data-beispiele] li").first).to_contain_text("Oberspreewald-Lausitz")
    assert check.request.get(first.locator("a").first.evaluate("$a => $a.href")).ok
    expect(result).to_contain_text("kein wissenschaftlicher Maßstab")


def test_extra_questions_are_off_until_wanted(check: Page) -> None:
    expect(check.locator("#quartiere")).to_be_hidden()
    check.get_by_label("Zusatzfragen mit beantworten").check()
    check.locator("#quartiere").get_by_role("radio", name="10 Prozent", exact=True).check()
    result = show(check, "ergebnis")
    expect(result.locator("[data-stelle=profil] tr")).to_have_count(QUESTIONS + 3)
    expect(result.locator(".schritt")).to_contain_text("Zusatzfrage: Zusammenleben im Quartier: 10 %")
    assert handed_on(result.locator("[data-antrag]").evaluate("$a => $a.href"))["punkte"][0]["nr"] is None


def test_a_link_to_an_extra_question_shows_it(page: Page) -> None:
    page.goto(f"{PATH}#quartiere")
    expect(page.locator("#quartiere")).to_be_visible()


def test_a_file_of_every_version_can_be_loaded(check: Page) -> None:
    old = saved_check()
    expect(open_file(check, old)).to_contain_text("sind geladen")
    answers = [question["antwort"] for question in old["fragen"][:QUESTIONS]]
    assert chosen(check) == [None if answer is None else str(answer) for answer in answers]
    again = json.loads(download(check, "datei"))
    # Titles, wording and the date of the catalogue are those of the page that saves.
    for question in (*old["fragen"], *again["fragen"]):
        del question["titel"], question["frage"]
    del old["katalog_stand"], again["katalog_stand"]
    assert again == old


def test_a_refused_file_changes_nothing(check: Page) -> None:
    choose(check, PROFILE)
    before = chosen(check)
    for bad in ("{", saved_check(version=99), saved_check(fragen=[None])):
        check.locator("[data-datei]").focus()
        message = open_file(check, bad)
        expect(message).to_contain_text("Fehler: Die Datei „check.json“:")
        expect(message).to_contain_text("Ihre Antworten auf dieser Seite sind unverändert.")
        expect(check.locator("[data-datei]")).to_be_focused()
        assert chosen(check) == before


def test_markup_in_a_file_is_shown_as_text(check: Page) -> None:
    evil = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    bad = saved_check(name=evil)
    bad["fragen"][0] |= {"notiz": evil, "titel": evil}
    bad["fragen"].append({**bad["fragen"][0], "id": "unbekannt"})
    expect(open_file(check, bad)).to_contain_text(f"bleiben in der Datei: {evil}")
    result = show(check, "ergebnis")
    expect(result.locator("[data-stelle=profil] tr").first).to_contain_text(evil)
    assert check.locator("#fragen img, #ergebnis img, .kurzcheck script").count() == 0


def test_questions_of_another_catalogue_survive_loading_and_saving(check: Page) -> None:
    other = saved_check()
    other["fragen"].append({**other["fragen"][0], "id": "alte-frage", "titel": "Alte Frage"})
    expect(open_file(check, other)).to_contain_text("Alte Frage")
    saved = json.loads(download(check, "datei"))
    assert saved["fragen"][-1]["id"] == "alte-frage"


def test_a_link_carries_the_answers_in_its_fragment(check: Page, new_page: Callable[..., Page]) -> None:
    choose(check, PROFILE)
    check.locator("#notiz-leitbild").fill("geheim")
    show(check, "ergebnis").locator("[data-aktion=verweis]").click()
    expect(check.locator("#verweis")).not_to_have_value("")
    link = check.locator("#verweis").input_value()
    other = new_page()
    other.goto(link)
    expect(other.locator("#ergebnis h2")).to_be_visible()
    assert chosen(other) == chosen(check)
    assert other.locator("#notiz-leitbild").input_value() == ""
    assert "antworten=" not in other.url


def test_kept_checks_stand_side_by_side_and_can_be_deleted(check: Page) -> None:
    for name, answer in (("Rat", 10), ("Amt", 90)):
        check.locator("#angabe-name").fill(name)
        choose(check, [answer])
        check.locator("[data-aktion=merken]").click()
        expect(check.locator(".meldung:not(:empty)")).to_contain_text("Gemerkt")
        accept_dialogs(check)
        check.locator("[data-aktion=neu]").click()
    assert check.evaluate("Object.keys(localStorage)") == [KEY]
    check.evaluate("sessionStorage.clear()")
    check.goto("/404.html")
    check.goto(PATH)
    all_on_one_page(check)
    assert chosen(check) == [None] * QUESTIONS, "another tab starts empty"
    check.get_by_role("button", name="Fortsetzen: Rat").click()
    assert chosen(check)[0] == "10"
    check.locator("#beschlusslage").get_by_role("radio", name="30 Prozent", exact=True).check()
    check.once("dialog", lambda dialog: dialog.dismiss())
    check.get_by_role("button", name="Löschen: Amt").click()
    expect(check.locator("[data-stelle=gemerkt] li")).to_have_count(2)
    accept_dialogs(check)
    check.get_by_role("button", name="Löschen: Amt").click()
    expect(check.locator("[data-stelle=gemerkt] li")).to_have_count(1)
    expect(check.get_by_role("button", name="Löschen: Rat")).to_be_focused()
    kept = json.loads(json.loads(check.evaluate(f"localStorage['{KEY}']"))[0]["text"])
    assert kept["fragen"][0]["antwort"] == 30, "changes after that are kept too"
    accept_dialogs(check)
    check.get_by_role("button", name="Löschen: Rat").click()
    expect(check.locator("[data-datei]")).to_be_focused()
    assert check.evaluate("localStorage.length") == 0


def accept_dialogs(page: Page) -> None:
    page.once("dialog", lambda dialog: dialog.accept())


def test_a_kept_check_is_gone_after_thirty_days(check: Page) -> None:
    choose(check, [10])
    check.locator("[data-aktion=merken]").click()
    expect(check.locator("[data-stelle=gemerkt] li")).to_have_count(1)
    check.evaluate(
        f"""() => {{ const kept = JSON.parse(localStorage['{KEY}']);
        kept[0].zeit -= 30 * 86400000; localStorage['{KEY}'] = JSON.stringify(kept); }}"""
    )
    check.reload()
    expect(check.locator(".meldung:not(:empty)")).to_contain_text("sind gelöscht worden")
    expect(check.locator("[data-gemerkt]")).to_be_hidden()
    assert check.evaluate("localStorage.length") == 0
    assert chosen(check)[0] == "10", "what stands on the page stays there"


def test_garbage_in_the_storage_does_no_harm(check: Page) -> None:
    for garbage in ("{", "null", "[1, null, {}]", '[{"id": 1, "zeit": 9e15, "text": "x"}]'):
        check.goto("/404.html")
        check.evaluate(f"text => {{ sessionStorage.clear(); localStorage['{KEY}'] = text; }}", garbage)
        check.goto(PATH)
        assert set(chosen(check)) == {None}, garbage
        choose(check, PROFILE)
        expect(show(check, "ergebnis").locator(".schritt"), garbage).to_have_count(3)


def test_with_storage_blocked_everything_else_works(check: Page) -> None:
    check.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    check.goto("/404.html")
    check.goto(PATH)
    all_on_one_page(check)
    choose(check, PROFILE)
    check.locator("[data-aktion=merken]").click()
    expect(check.locator(".meldung:not(:empty)")).to_contain_text("lässt kein Speichern zu")
    expect(show(check, "ergebnis").locator(".schritt")).to_have_count(3)
    assert json.loads(download(check, "datei"))["fragen"][0]["antwort"] == 0


@pytest.mark.parametrize("error", ["QuotaExceededError", "SecurityError"])
def test_leaving_warns_every_time_where_nothing_can_be_kept(check: Page, error: str) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    check.evaluate(
        "name => { Storage.prototype.setItem = () => { throw new DOMException('no', name); }; }", error
    )
    check.locator("#beschlusslage").get_by_role("radio", name="30 Prozent", exact=True).check()
    expect(check.locator(".meldung:not(:empty)")).to_contain_text("bewahrt Ihre Eingaben nicht auf")
    check.on("dialog", stay)
    for count in (1, 2):
        check.evaluate("location.href = '/404.html'")
        expect(check.locator("#fragen")).to_be_visible()
        assert asked == ["beforeunload"] * count
    check.remove_listener("dialog", stay)
    check.on("dialog", lambda dialog: dialog.accept())
    check.reload()
    assert chosen(check)[0] == "30", "the entry in the history still has it"


def test_leaving_never_warns_where_all_is_kept(check: Page) -> None:
    check.on("dialog", lambda dialog: pytest.fail(dialog.type))
    check.locator("#beschlusslage").get_by_role("radio", name="30 Prozent", exact=True).check()
    check.evaluate("location.href = '/404.html'")
    check.wait_for_url("**/404.html")


def test_replacing_unsaved_answers_asks(check: Page) -> None:
    choose(check, PROFILE)
    check.once("dialog", lambda dialog: dialog.dismiss())
    check.locator("[data-datei]").set_input_files(as_upload(saved_check()))
    check.wait_for_function("document.querySelector('[data-datei]').value === ''")
    assert chosen(check)[1] == "20"


def test_back_never_loses_answers(check: Page) -> None:
    choose(check, PROFILE)
    show(check, "ergebnis")
    check.go_back()
    expect(check.locator("#fragen")).to_be_visible()
    assert chosen(check)[:2] == ["0", "20"]


def test_the_old_place_of_the_comparison_leads_on(check: Page) -> None:
    view = show(check, "vergleich")
    view.get_by_role("link", name="Zur Werkstatt").click()
    check.wait_for_url("**/werkstatt/")


def test_a_phone_shows_the_code_that_the_workshop_reads(check: Page) -> None:
    choose(check, PROFILE)
    show(check, "ergebnis")
    check.locator("[data-aktion=werkstattcode]").click()
    card = check.locator("[data-listen]")
    expect(card.locator(".code")).to_have_text("98NE-YMRC-EB09")
    expect(card.get_by_role("img", name="QR-Code mit Ihrem Code")).to_be_visible()
    expect(card).to_contain_text("9, 8, Nürnberg, Essen")
    expect(check.locator(".mitnehmen .meldung")).to_have_text("Der Code steht unter den Knöpfen.")


def test_the_plan_has_columns_to_fill_in(check: Page) -> None:
    choose(check, PROFILE)
    show(check, "ergebnis")
    rows = list(csv.reader(io.StringIO(download(check, "plan").decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Frage", "Antwort", "Ziel", "Empfehlung", "Erster Schritt", "Wer", "Bis wann"]
    assert [row[0].split(".")[0] for row in rows[1:]] == ["1", "2", "10"]
    assert all(row[4] and row[5:] == ["", ""] for row in rows[1:])


def test_without_javascript_the_page_is_the_paper_form(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(PATH)
    assert page.get_by_role("radio").count() == 16 * 13
    assert page.locator("[data-mit-skript]:visible, [data-aktion]:visible, #ergebnis:visible").count() == 0
    expect(page.locator("#quartiere")).to_be_visible()
    page.locator("#leitbild summary").first.click()
    expect(page.locator("#leitbild dl")).to_be_visible()


def test_from_a_disk_everything_works(offline_site: Path, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto((offline_site / "kurz-check/index.html").as_uri())
    choose(page, PROFILE)
    result = show(page, "ergebnis")
    expect(result.locator(".schritt")).to_have_count(3)
    assert download(page, "docx").startswith(b"PK")
    text = download(page, "datei").decode()
    page.goto(page.url.partition("#")[0])
    assert chosen(page)[:2] == ["0", "20"]
    expect(open_file(page, text)).to_contain_text("sind geladen")
    show(page, "ergebnis").locator("[data-antrag]").click()
    expect(page.locator("[data-meldung]")).to_contain_text("Aus dem Kurz-Check")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_any_view(
    new_page: Callable[..., Page], axe: Callable[[Page], None], width: int, scheme: str
) -> None:
    page = new_page(width=width, color_scheme=scheme)
    page.goto(PATH)
    axe(page)
    all_on_one_page(page)
    choose(page, PROFILE)
    page.locator("[data-zusatzschalter]").check()
    page.evaluate("document.querySelectorAll('#leitbild details').forEach(part => { part.open = true; })")
    axe(page)
    show(page, "ergebnis")
    axe(page)
    page.locator("[data-aktion=werkstattcode]").click()
    expect(page.locator("[data-listen] .code")).to_be_visible()
    axe(page)
    show(page, "vergleich")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_choices_are_large_enough_to_touch(new_page: Callable[..., Page]) -> None:
    page = new_page(width=320)
    page.goto(PATH)
    all_on_one_page(page)
    small = page.locator(".skala__stufe:visible, #fragen button:visible, .ansichten__link").evaluate_all(
        "list => list.map(node => node.getBoundingClientRect()).filter(box => box.width < 44 || box.height < 43.9).length"
    )
    assert small == 0


def test_forced_colours_keep_choice_and_bars_visible(new_page: Callable[..., Page]) -> None:
    page = new_page(forced_colors="active")
    page.goto(PATH)
    choose(page, PROFILE)
    widths = page.locator("#beschlusslage .skala__feld").evaluate_all(
        "list => list.map(node => getComputedStyle(node).borderTopWidth)"
    )
    assert widths[0] != widths[1]
    bar = show(page, "ergebnis").locator(".profilbild__wert--voll").first
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert bar.evaluate("node => getComputedStyle(node).fill") != canvas


def test_the_blank_form_prints_on_few_pages_and_shows_no_answers(check: Page) -> None:
    choose(check, PROFILE)
    check.locator("[data-umfang=blanko]").click()
    check.emulate_media(media="print")
    assert check.evaluate("prints") == 1
    assert (
        check.locator("#leitbild input[value='20']").evaluate("node => getComputedStyle(node).appearance")
        == "none"
    )
    assert check.locator(".frage__text:visible").count() == QUESTIONS
    assert check.locator(".kopf:visible, button:visible, .ansichten:visible, summary:visible").count() == 0
    assert 3 <= pdf_pages(check.pdf(prefer_css_page_size=True)) <= 5


def test_the_printed_result_has_address_date_and_every_step(check: Page, watch: Watch) -> None:
    choose(check, [0] * QUESTIONS)
    result = show(check, "ergebnis")
    check.evaluate("dispatchEvent(new Event('beforeprint'))")
    check.emulate_media(media="print")
    assert result.locator(".schritt details[open]").count() == 3
    head = result.locator("[data-stelle=blattkopf]").inner_text()
    assert re.search(r"\d\d\.\d\d\.\d{4}", head)
    assert "/kurz-check/" in head
    assert check.locator("button:visible, .weitergeben:visible, form:visible").count() == 0


def test_what_is_announced(check: Page) -> None:
    check.locator("#beschlusslage").get_by_role(
        "radio", name="0 Prozent – stimmt gar nicht", exact=True
    ).check()
    status = check.get_by_role("status").filter(has_text="Gemerkt.")
    check.locator("[data-aktion=merken]").click()
    expect(status).to_have_count(1)
    result = show(check, "ergebnis")
    expect(result.get_by_role("heading", name="Ihr Ergebnis")).to_be_focused()
    row = result.get_by_role("row", name=re.compile("^1. Politische Beschlusslage"))
    expect(row.get_by_role("cell").nth(0)).to_have_text("0 %")
    expect(row.get_by_role("cell").nth(2)).to_contain_text("am Anfang")


def test_the_most_important_fits_on_one_page(check: Page) -> None:
    choose(check, PROFILE)
    result = show(check, "ergebnis")
    check.evaluate("window.print = () => {}")
    shorten = result.locator("[data-umfang=seite]")
    shorten.click()
    assert pdf_pages(check.pdf(prefer_css_page_size=True)) == 1
    shorten.click()
    check.evaluate("dispatchEvent(new Event('beforeprint'))")
    check.emulate_media(media="print")
    expect(result.locator(".plakat__titel--2:visible")).to_have_count(3)
    expect(result.locator(".plakat").get_by_text("Erster Schritt:")).to_have_count(3)
    expect(result.get_by_role("heading", name="Stärken")).to_be_hidden()
    check.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(result.get_by_role("heading", name="Stärken")).to_be_visible()

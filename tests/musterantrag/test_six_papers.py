"""Six papers made from a Kurz-Check, as they would be handed in, read back by independent readers."""

import base64
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from kinds_of_pages import Window
from kurzcheck_page import PATH, all_on_one_page, choose, show
from musterantrag_page import ready
from playwright.sync_api import Browser, Locator, Page, expect
from read_documents import Line, docx_lines, odt_lines

WEAK = {
    "leitbild": 0,
    "netzwerk-der-fachkraefte": 20,
    "fuehrung-fortbilden": 30,
    "information-und-wirkung": 10,
}
ANNEX = "Stellenplan 2027"


@dataclass(frozen=True)
class Case:
    """A place, who moves there, and what must stand in the paper."""

    ort: dict[str, str]
    antragsteller: str
    title: str
    address: str
    sender: str
    law: str
    sheet: str
    kommune: str = ""
    zusatz: str = ""


CASES = {
    "Stadt in Sachsen": Case(
        {"land": "Sachsen", "art": "Stadt", "groesse": "ab-20000", "name": "Pirna"},
        "fraktion",
        "Antrag: Integration in der Stadt Pirna stärken",
        "An den Stadtrat der Stadt Pirna",
        "Antrag der Fraktion Bunte Liste vom 26. November 2026",
        "Sächsischen Integrations- und Teilhabegesetz",
        "§ 36 Abs. 5 SächsGemO",
        zusatz="Bunte Liste",
    ),
    "Kreis in NRW": Case(
        {
            "land": "Nordrhein-Westfalen",
            "art": "Landkreis",
            "groesse": "ab-100000",
            "name": "Märkischer Kreis",
        },
        "chancengerechtigkeit-und-integration",
        "Antrag: Integration im Märkischen Kreis stärken",
        "An den Kreistag des Märkischen Kreises",
        "Antrag des Ausschusses für Chancengerechtigkeit und Integration vom 26. November 2026",
        "Teilhabe- und Integrationsgesetz des Landes",
        "ist hier nicht belegt",
    ),
    "Verbandsgemeinde in Rheinland-Pfalz": Case(
        {"land": "Rheinland-Pfalz", "art": "Gemeinde", "groesse": "ab-20000", "name": "Saarburg-Kell"},
        "beirat-migration-integration",
        "Antrag: Integration in der Verbandsgemeinde Saarburg-Kell stärken",
        "An den Verbandsgemeinderat der Verbandsgemeinde Saarburg-Kell",
        "Antrag des Beirats für Migration und Integration vom 26. November 2026",
        "Kooperationsstrategie",
        "ist hier nicht belegt",
        kommune="verbandsgemeinde",
    ),
    "Bezirk in Berlin": Case(
        {"land": "Berlin", "art": "Bezirk", "groesse": "ab-100000", "name": "Pankow"},
        "integrationsbeirat",
        "Antrag: Integration im Bezirk Pankow stärken",
        "An die Bezirksverordnetenversammlung des Bezirks Pankow",
        "Antrag des Integrationsbeirats vom 26. November 2026",
        "Partizipationsgesetz von 2021",
        "ist hier nicht belegt",
    ),
    "Landkreis in Niedersachsen": Case(
        {"land": "Niedersachsen", "art": "Landkreis", "groesse": "ab-100000", "name": "Osnabrück"},
        "mitglied",
        "Antrag: Integration im Landkreis Osnabrück stärken",
        "An den Kreistag des Landkreises Osnabrück",
        "Antrag des Mitglieds Kim Beispiel vom 26. November 2026",
        "",
        "§ 56 NKomVG",
        zusatz="Kim Beispiel",
    ),
    "Markt in Bayern": Case(
        {"land": "Bayern", "art": "Gemeinde", "groesse": "ab-5000", "name": "Murnau a. Staffelsee"},
        "integrationsbeirat",
        "Anregung: Integration im Markt Murnau a. Staffelsee stärken",
        "An den Marktgemeinderat des Marktes Murnau a. Staffelsee",
        "Anregung des Integrationsbeirats vom 26. November 2026",
        "Bayerische Integrationsgesetz",
        "wählen Sie im Formular „Antrag“",
        kommune="markt",
    ),
}


def handed_over(case: Case) -> str:
    punkte = [{"frage": frage, "wert": wert} for frage, wert in WEAK.items()]
    value = {"v": 1, "datum": "2026-11-21", "punkte": punkte, **case.ort}
    return "#von-kurzcheck=" + base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def save(page: Page, action: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"[data-aktion={action}]").click()
    return Path(download.value.path()).read_bytes()


@dataclass(frozen=True)
class Paper:
    """The form of a case as it was filled in, and what it makes."""

    page: Page
    word: list[Line]
    odt: list[Line]
    sheet: list[Line]
    plain: str


@pytest.fixture(scope="module", params=CASES, ids=list(CASES))
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


@pytest.fixture(scope="module")
def paper(browser: Browser, server: str, case: Case) -> Iterator[Paper]:
    """All files of a case, made once for the tests that read them."""
    window = Window(browser, server)
    page = window.open(f"/musterantrag/{handed_over(case)}").page
    fill(ready(page), case)
    yield Paper(
        page,
        docx_lines(save(page, "docx")),
        odt_lines(save(page, "odt")),
        docx_lines(save(page, "merkblatt")),
        save(page, "txt").decode(),
    )
    window.context.close()
    assert window.watch.unexpected() == []


def fill(page: Page, case: Case) -> None:
    if case.kommune:
        page.locator("[name=kommune]").select_option(case.kommune)
    page.locator("[name=antragsteller]").select_option(case.antragsteller)
    if case.zusatz:
        page.locator("[name=zusatz]").fill(case.zusatz)
    page.locator("[name=datum]").fill("2026-11-26")
    page.locator("[name=anlagen]").fill(ANNEX)
    page.locator("[name=selbsteinschaetzung]").check()


def test_the_paper_is_whole_and_says_nothing_twice(paper: Paper, case: Case) -> None:
    lines = paper.word
    texts = [line.text for line in lines]
    assert texts[:3] == [case.title, case.address, case.sender]
    assert [line.kind for line in lines if re.match(r"\d", line.kind)] == ["1.", "2.", "3.", "4."]
    assert all(line.text.startswith("Die Verwaltung wird gebeten, ") for line in lines if line.kind == "1.")
    assert texts.count(f"Anlage 1: {ANNEX}") == 1
    assert texts[texts.index("Finanzielle Auswirkungen") + 2].startswith("Für ")
    assert not [text for text in texts if "[" in text or "{" in text]
    long = [text for text in texts if len(text) > 60]
    assert sorted(long) == sorted(set(long))
    assert any(case.law in text for text in texts) if case.law else "Warum jetzt" not in texts


def test_every_request_has_its_reason_its_value_and_an_example_of_another_place(
    paper: Paper, case: Case
) -> None:
    for number, (section, wert) in enumerate(zip(reasons(paper.word), WEAK.values(), strict=True), start=1):
        kinds = [line.kind for line in section]
        assert section[0].text.startswith(f"Zu Nummer {number}: ")
        assert kinds[:3] == ["h3", "p", "p"]
        assert section[2].text.endswith(f"bei {wert} Prozent.")
        assert kinds[3:] in (["•"], ["•", "•"])
        for line in section[3:]:
            assert re.match(r"Beispiel: .+ \(.+\)\. .+ \(Quelle: .+\)$", line.text)
            assert f"({case.ort['name']}," not in line.text


def reasons(lines: list[Line]) -> list[list[Line]]:
    """The sections of the reasons that belong to a request."""
    starts = [index for index, line in enumerate(lines) if line.text.startswith("Zu Nummer ")]
    end = next(i for i, line in enumerate(lines) if line.kind == "h2" and starts and i > starts[-1])
    return [lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]


def test_all_outputs_agree(paper: Paper) -> None:
    assert paper.odt == paper.word
    paper.page.emulate_media(media="print")
    printed = paper.page.locator("[data-antrag]").inner_text().splitlines()
    signing = next(line.text for line in paper.word if line.text.startswith("Für "))
    for text in (paper.word[1].text, paper.word[2].text, signing, f"Anlage 1: {ANNEX}"):
        assert any(line.endswith(text) for line in paper.plain.splitlines())
        assert text in printed


def test_the_sheet_beside_it_says_who_may_move_it(paper: Paper, case: Case) -> None:
    texts = [line.text for line in paper.sheet]
    assert texts[:2] == ["Vor der Abgabe", case.title]
    assert any(case.sheet in text for text in texts), texts
    assert f"Anlage 1: {ANNEX}" in texts
    assert texts != [line.text for line in paper.word]


def test_from_the_check_to_the_file_in_six_taps(new_page: Callable[..., Page]) -> None:
    page = new_page(width=390, height=844, has_touch=True)
    page.goto(PATH)
    all_on_one_page(page)
    choose(page, [100, 0, *[100] * 11])
    show(page, "ergebnis")
    taps = 0

    def tap(what: Locator) -> None:
        nonlocal taps
        taps += 1
        what.tap()

    tap(page.get_by_role("link", name="Daraus einen Antrag machen"))
    expect(page.locator("[data-meldung]")).to_be_focused()
    expect(page.get_by_role("heading", name="Antrag zusammenstellen")).to_be_in_viewport(ratio=1)
    tap(page.locator("[name=antragsteller]"))
    taps += 1  # on the list that the device opens then
    page.locator("[name=antragsteller]").select_option("fraktion")
    tap(page.locator("[name=zusatz]"))
    page.keyboard.type("Bunte Liste")
    button = page.locator("[data-aktion=docx]")
    expect(button).to_be_in_viewport(ratio=1)
    with page.expect_download() as download:
        tap(button)
    word = docx_lines(Path(download.value.path()).read_bytes())
    assert taps <= 6
    assert word[2].text.startswith("Antrag der Fraktion Bunte Liste")
    assert len([line for line in word if line.kind == "1."]) == 1


def test_the_bar_never_hides_what_has_the_focus(new_page: Callable[..., Page]) -> None:
    page = new_page(width=390)
    page.goto(f"/musterantrag/{handed_over(CASES['Stadt in Sachsen'])}")
    ready(page)
    hidden: list[Any] = []
    page.locator(".leiste__mehr").evaluate("$more => ($more.open = false)")
    page.locator("[name=land]").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        hidden += page.evaluate(
            """() => {
              const bar = document.querySelector(".leiste").getBoundingClientRect();
              const { top, bottom } = document.activeElement.getBoundingClientRect();
              const inside = document.activeElement.closest(".leiste");
              return inside || top < bar.top || bottom > bar.bottom ? [] : [document.activeElement.outerHTML];
            }"""
        )
    assert hidden == []


def test_the_sheet_claims_a_right_only_for_the_body_that_has_it(page: Page) -> None:
    page.goto("/musterantrag/")
    form = ready(page)
    form.locator("#feld-land").select_option("Hessen")
    for mover, right in (("Ausländerbeirat", True), ("Integrations-Kommission", False)):
        form.locator("#feld-antragsteller").select_option(label=mover)
        texts = [line.text for line in docx_lines(save(form, "merkblatt"))]
        assert any("gibt Ihrem Gremium ein Antragsrecht" in text for text in texts) is right
        assert any("ist hier nicht belegt" in text for text in texts) is not right

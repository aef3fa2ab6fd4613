"""The form knows names and bodies: it doubles no word, puts first what is usual, and asks where it is unsure."""

import base64
import csv
import json
from pathlib import Path

import pytest
from musterantrag_page import ready
from playwright.sync_api import Page, expect

CASES = [
    ("stadt", "Stadt Köln", "fraktion", "CDU-Fraktion", "in der Stadt Köln", "der CDU-Fraktion"),
    ("landkreis", "Landkreis Emsland", "fraktion", "SPD", "im Landkreis Emsland", "der Fraktion SPD"),
    ("landkreis", "Lkr. Emsland", "fraktion", "SPD", "im Landkreis Emsland", "der Fraktion SPD"),
    ("region", "Region Hannover", "gruppe", "Gruppe CDU/FDP", "in der Region Hannover", "der Gruppe CDU/FDP"),
    ("kreis", "Hochsauerlandkreis", "fraktion", "SPD", "im Hochsauerlandkreis", "der Fraktion SPD"),
    (
        "stadt",
        "Lutherstadt Wittenberg",
        "fraktion",
        "SPD",
        "in der Lutherstadt Wittenberg",
        "der Fraktion SPD",
    ),
    ("markt", "Markt Schwaben", "fraktion", "SPD", "im Markt Markt Schwaben", "der Fraktion SPD"),
    ("gemeinde", "Amt Neuhaus", "fraktion", "SPD", "in der Gemeinde Amt Neuhaus", "der Fraktion SPD"),
    (
        "stadt",
        "Pirna",
        "fraktionen",
        "Ratsfraktionen A und B",
        "in der Stadt Pirna",
        "der Ratsfraktionen A und B",
    ),
    ("stadt", "Pirna", "mitglied", "Ratsmitglied A. B.", "in der Stadt Pirna", "des Ratsmitglieds A. B."),
]


@pytest.fixture
def form(page: Page) -> Page:
    page.goto("/musterantrag/")
    return ready(page)


def labels(page: Page, name: str, group: int) -> list[str]:
    return page.locator(f"#feld-{name} optgroup").nth(group).locator("option").all_inner_texts()


def test_an_official_name_doubles_no_word(form: Page) -> None:
    for kind, name, mover, addition, place, sender in CASES:
        form.locator("#feld-kommune").select_option(kind)
        form.locator("#feld-name").fill(name)
        form.locator("#feld-antragsteller").select_option(mover)
        form.locator("#feld-zusatz").fill(addition)
        text = form.locator("[data-antrag]").inner_text()
        assert f" {place} " in text, name
        assert f" {sender} " in text, addition
        for hint in ("name", "zusatz"):
            expect(form.locator(f"[data-hinweis={hint}]")).to_have_text("")


def test_a_word_that_stands_twice_is_pointed_out(form: Page) -> None:
    form.locator("#feld-kommune").select_option("kreis")
    form.locator("#feld-name").fill("Bunter Kreis")
    expect(form.locator("[data-hinweis=name]")).to_contain_text("„Kreis“ steht im Antrag doppelt")
    form.locator("#feld-antragsteller").select_option("fraktionen")
    form.locator("#feld-zusatz").fill("CDU-Fraktion und SPD-Fraktion")
    expect(form.locator("[data-hinweis=zusatz]")).to_contain_text("„Fraktion“ steht im Antrag doppelt")
    form.locator("#feld-zusatz").fill("CDU und SPD")
    expect(form.locator("[data-hinweis=zusatz]")).to_have_text("")


def test_words_of_ones_own_are_declined_and_doubt_is_shown(form: Page) -> None:
    form.locator("#feld-gremium").select_option("eigene")
    noun, hint = form.locator("#feld-gremium-nominativ"), form.locator("[data-hinweis=gremium-nominativ]")
    with Path(__file__).with_name("bezeichnungen.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["artikel"] != "plural"]
    for row in rows[:20]:
        form.locator("#feld-gremium-artikel").select_option(row["artikel"])
        noun.fill(row["eingabe"])
        for case in ("genitiv", "dativ", "akkusativ"):
            assert form.locator(f"#feld-gremium-{case}").input_value() == row[case], row["eingabe"]
        expect(hint).to_have_text("")
    noun.fill("Bunter Kreis")
    expect(hint).to_contain_text("Bitte prüfen Sie Artikel und Fälle")
    for case in ("genitiv", "dativ", "akkusativ"):
        form.locator(f"#feld-gremium-{case}").fill("Bunten Kreis")
    expect(hint).to_have_text("")


def test_the_article_follows_the_noun_until_it_is_chosen_by_hand(form: Page) -> None:
    form.locator("#feld-gremium").select_option("eigene")
    article, noun = form.locator("#feld-gremium-artikel"), form.locator("#feld-gremium-nominativ")
    for text, expected in (("Gemeinschaftsversammlung", "die"), ("Ortsrat", "der"), ("das Forum", "das")):
        noun.fill(text)
        expect(article).to_have_value(expected)
    article.select_option("die")
    noun.fill("Ortschaftsrat")
    expect(article).to_have_value("die")


def test_what_is_usual_in_a_land_comes_first_and_nothing_is_forbidden(form: Page) -> None:
    order = form.locator("#feld-gremium option").all_inner_texts()
    form.locator("#feld-land").select_option("Sachsen")
    assert {"Gemeinde", "Stadt", "Landkreis"} <= set(labels(form, "kommune", 0))
    assert "Markt" in labels(form, "kommune", 1)
    assert "Ortschaftsrat" in labels(form, "gremium", 0)
    assert {"Beirat für Integration und Teilhabe", "Eine Fraktion"} <= set(labels(form, "antragsteller", 0))
    form.locator("#feld-kommune").select_option("stadt")
    expect(form.locator("#feld-gremium")).to_have_value("stadtrat")
    assert labels(form, "gremium", 0) == ["Stadtrat"]
    form.locator("#feld-kommune").select_option("markt")
    expect(form.locator("[data-hinweis=art]")).to_contain_text(
        "„Markt“ ist für Sachsen nicht belegt. Belegt sind:"
    )
    form.locator("#feld-land").select_option("")
    assert form.locator("#feld-gremium option").all_inner_texts() == order
    expect(form.locator("[data-hinweis=art]")).to_have_text("")


def test_the_form_says_who_may_move_a_motion(form: Page) -> None:
    rule = form.locator("[data-recht]")
    form.locator("#feld-land").select_option("Sachsen")
    expect(rule).to_contain_text("§ 36 Abs. 5 SächsGemO")
    expect(rule.get_by_role("link", name="Sachsen")).to_have_attribute("href", "../laender/sachsen/")
    form.locator("#feld-land").select_option("Schleswig-Holstein")
    form.locator("#feld-antragsteller").select_option("Forum für Migrantinnen und Migranten")
    expect(rule).to_contain_text("§ 47e GO")
    form.locator("#feld-land").select_option("")
    expect(rule).to_have_text("")


def test_a_link_with_the_former_id_of_a_kind_still_opens(form: Page) -> None:
    value = {"v": 1, "felder": {"kommune": "kreis-im-namen", "name": "Hochsauerlandkreis"}, "module": []}
    code = base64.urlsafe_b64encode(json.dumps({**value, "kurzcheck": None}).encode()).decode().rstrip("=")
    form.goto(f"/musterantrag/#antrag={code}")
    expect(form.locator("[data-meldung]")).to_have_text("Die Auswahl aus dem Link ist übernommen.")
    expect(form.locator("#feld-kommune")).to_have_value("kreis")
    assert "im Hochsauerlandkreis" in ready(form).locator("[data-antrag]").inner_text()


def test_a_year_that_cannot_be_meant_stays_open(form: Page) -> None:
    for day, shown in (
        ("0026-11-21", "[Datum]"),
        ("2026-11-21", "21. November 2026"),
        ("0202-11-21", "[Datum]"),
    ):
        form.locator("#feld-datum").fill(day)
        assert f" vom {shown}" in form.locator("[data-antrag]").inner_text()
        hint = form.locator("#fehler-datum")
        if shown == "[Datum]":
            expect(hint).to_contain_text("das Jahr liegt zu weit zurück")
        else:
            expect(hint).to_have_text("")
        open_fields = form.locator("[data-offene-felder]")
        assert ("Datum des Antrags" in open_fields.inner_text()) == (shown == "[Datum]")

"""A folder made for an earlier version: entries that were renamed, merged or withdrawn stop nothing."""

import json

import pytest
from book import pages_of
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.catalogue.overlay import LocalEntries
from catalog.kommune.folder import read_fassung
from catalog.kommune.values import local_changes
from catalog.reading.nodes import Written
from catalog.reading.problems import CatalogError
from kommune import LAHNFELD
from tiny import TINY

NEXT = TINY.replace("  - id: rat\n", "  - id: rat\n    fruehere_ids: [gemeinderat, ausschuss]\n").replace(
    "  - eintrag: glossar/weg\n", "  - eintrag: glossar/weg\n    nachfolge: glossar/rat\n"
)
EXAMPLE = """
beispiele:
  - id: lokal-tisch
    titel: "Runder Tisch"
    kommunen: [{name: "Ort", land: Bayern, art: Stadt}]
    kurz: "Ein runder Tisch."
    uebertragbar: "Laden Sie ein."
    erfolgsfaktoren: [verschwunden, plan]
    belege: [{titel: "Seite", herausgeber: "Ort", url: "https://ort.example/", stand: "2026", belegt: "alles"}]
    sicherheit: mittel
"""


def localized(text: str, catalogue: str = NEXT) -> Catalog:
    return parse_catalog(catalogue, local=LocalEntries(Written.parse(text, "katalog.yml")))


def broken(catalogue: str) -> str:
    with pytest.raises(CatalogError) as caught:
        parse_catalog(catalogue)
    return str(caught.value)


def test_hiding_what_is_gone_is_silent_for_visitors_and_said_to_the_operator() -> None:
    catalog = localized("ausblenden: [glossar/weg]")
    assert catalog.hidden == ()
    (advice,) = catalog.advice
    assert advice.line == 1
    assert "„Der alte Begriff“ gibt es seit Fassung 0.2.0 nicht mehr. Jetzt hilft „glossar/rat“." in str(
        advice
    )


def test_a_note_on_what_is_gone_stays_out_with_a_way_out() -> None:
    catalog = localized('hinweise: [{eintrag: glossar/weg, text: "Zimmer 4", stand: "2026"}]')
    assert not [entry for entry in catalog if entry.hinweise]
    (advice,) = catalog.advice
    assert "Ihr Text erscheint nicht." in str(advice)


def test_a_note_on_what_was_merged_with_something_hidden_stays_out() -> None:
    text = 'hinweise: [{eintrag: glossar/rat, text: "x", stand: "2026"}]\nausblenden: [glossar/ausschuss]'
    assert [entry.id for entry in localized(text).hidden] == ["rat"]


def test_an_own_example_follows_new_ids_and_drops_what_is_gone() -> None:
    renamed = NEXT.replace("[konzept]", "[strategie]").replace(
        "id: konzept\n", "id: strategie\n    fruehere_ids: [plan]\n"
    )
    assert renamed != NEXT
    catalog = localized(EXAMPLE, renamed)
    example = catalog.get("beispiele", "lokal-tisch")
    assert [entry.id for entry in example.linked("erfolgsfaktoren")] == ["strategie"]
    (advice,) = catalog.advice
    assert "Die Verknüpfung entfällt." in str(advice)


WORDS = """
texte:
  - eintrag: {entry}
    original: "{original}"
    text: "{text}"
"""


def test_own_words_take_the_place_of_whole_words_and_stay_as_they_are() -> None:
    kurz = parse_catalog(NEXT).get("erfolgsfaktoren", "konzept").data.kurz
    first = kurz.split()[0]

    def worded(original: str) -> str:
        text = WORDS.format(entry="erfolgsfaktoren/konzept", original=original, text=r"\\1 [0]")
        entry = localized(text).get("erfolgsfaktoren", "konzept")
        return entry.data.kurz if entry.wortlaut else ""

    assert worded(first) == kurz.replace(first, r"\1 [0]", 1)
    assert worded(first[:-1]) == ""
    assert worded(first[1:]) == ""


def test_own_words_stand_in_the_place_of_the_products_and_are_marked() -> None:
    entry = parse_catalog(NEXT).get("erfolgsfaktoren", "konzept")
    text = WORDS.format(
        entry="erfolgsfaktoren/plan", original=entry.data.kurz, text="Bei uns gilt das Leitbild."
    )
    renamed = NEXT.replace("  - id: konzept\n", "  - id: konzept\n    fruehere_ids: [plan]\n")
    assert renamed != NEXT
    catalog = localized(text, renamed)
    assert catalog.get("erfolgsfaktoren", "konzept").data.kurz == "Bei uns gilt das Leitbild."
    html = pages_of(catalog)["erfolgsfaktoren/konzept"].html
    assert "Örtlicher Wortlaut" in html
    assert f"Im Original steht: „{entry.data.kurz}“" in html
    assert catalog.advice == ()


def test_own_words_for_what_the_product_changed_give_way_with_a_word() -> None:
    catalog = localized(WORDS.format(entry="erfolgsfaktoren/konzept", original="Stand nie da.", text="x"))
    (advice,) = catalog.advice
    assert advice.line == 4
    assert "Es gilt der Text des Produkts." in str(advice)
    assert "Örtlicher Wortlaut" not in pages_of(catalog)["erfolgsfaktoren/konzept"].html
    assert [entry.id for entry in catalog if entry.ueberholt] == ["konzept"]


@pytest.mark.parametrize(("stand", "listed"), [("2025-12", True), ("2026-01", False)])
def test_the_page_of_local_changes_lists_what_the_product_changed_later(stand: str, listed: bool) -> None:
    land = next(iter(parse_catalog(NEXT).all("laender")))
    text = WORDS.format(entry="erfolgsfaktoren/konzept", original="Stand nie da.", text="x")
    note = f'hinweise: [{{eintrag: laender/{land.id}, text: "Zimmer 4", stand: "{stand}"}}]\n'
    values = local_changes(localized(text + note), read_fassung(LAHNFELD))
    assert [entry.id for entry in values["ueberholt"]] == ["konzept"]
    assert bool(values["aeltere_hinweise"]) is listed


def test_own_words_that_are_too_long_name_the_line_of_the_municipality() -> None:
    entry = parse_catalog(NEXT).get("erfolgsfaktoren", "konzept")
    text = WORDS.format(entry="erfolgsfaktoren/konzept", original=entry.data.kurztitel, text="x" * 90)
    title = text.replace(entry.data.kurztitel, entry.titel)
    with pytest.raises(CatalogError) as caught:
        localized(title.replace("x" * 90, "x" * 200))
    assert caught.value.lines()[0].startswith("katalog.yml:5: ")


def test_facts_and_names_of_sources_are_no_wording() -> None:
    catalog = localized(WORDS.format(entry="quellen/papier", original="papier", text="zeitung"))
    assert catalog.get("quellen", "papier").id == "papier"


QUESTION = """
zusatzfragen:
  - {question}
"""


def own_question() -> str:
    written = parse_catalog(NEXT).all("zusatzfragen")[0].data.model_dump(mode="json", exclude_none=True)
    return QUESTION.format(question=json.dumps(written | {"id": "lokal-frage"}, ensure_ascii=False))


def test_an_own_question_is_asked_and_its_mark_says_whose_it_is() -> None:
    catalog = localized(own_question())
    assert catalog.get("zusatzfragen", "lokal-frage").oertlich
    pages = pages_of(catalog, fassung=read_fassung(LAHNFELD))
    assert "Örtlicher Eintrag" in pages["kurz-check/lokal-frage"].html
    assert "kurz-check/lokal-frage/" in pages["oertliche-aenderungen"].html


def test_a_note_may_stand_on_an_own_example() -> None:
    text = EXAMPLE.replace("[verschwunden, plan]", "[]") + (
        'hinweise: [{eintrag: beispiele/lokal-tisch, text: "Zimmer 4", stand: "2026"}]'
    )
    assert localized(text).get("beispiele", "lokal-tisch").hinweise


def test_the_old_address_says_where_the_entry_went() -> None:
    pages = pages_of(parse_catalog(NEXT))
    page = pages["glossar/weg"]
    assert page.title == "Der alte Begriff"
    assert "Zwei Begriffe sagten dasselbe." in page.html
    assert 'glossar/rat/"' in page.html
    assert "Jetzt hilft" not in pages["erfolgsfaktoren/verschwunden"].html


def test_a_successor_that_a_municipality_hides_is_not_linked() -> None:
    catalog = localized("ausblenden: [glossar/rat]")
    assert "Jetzt hilft" not in pages_of(catalog)["glossar/weg"].html


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("eintrag: glossar/weg", "eintrag: glossar/rat", "„glossar/rat“ gibt es noch"),
        ("eintrag: erfolgsfaktoren/verschwunden", "eintrag: glossar/weg", "steht hier zweimal"),
        ("eintrag: glossar/weg", "eintrag: glosar/weg", "Meinten Sie „glossar“?"),
        ("nachfolge: glossar/rat", "nachfolge: glossar/rad", "Meinten Sie „glossar/rat“?"),
        ('seit: "0.2.0"', 'seit: "bald"', "ist keine Nummer einer Fassung"),
    ],
)
def test_a_wrong_list_is_refused(old: str, new: str, message: str) -> None:
    assert message in broken(NEXT.replace(old, new, 1))

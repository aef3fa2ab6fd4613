"""A folder made for an earlier version: entries that were renamed, merged or withdrawn stop nothing."""

import pytest
from book import pages_of
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.catalogue.overlay import LocalEntries
from catalog.reading.nodes import Written
from catalog.reading.problems import CatalogError
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

"""The search index, as far as Python builds it: words, parts of words, what is in it."""

import json
from typing import Any

import pytest
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.suche.findables import body, findable_entry, findable_page
from catalog.suche.german import compound_parts, fold, stem, words
from catalog.suche.index import SearchFiles
from tiny import TINY


@pytest.mark.parametrize("text", ["Äpfel", "aepfel", "apfel", "ÄPFEL", "A\u0308pfel"])
def test_all_spellings_of_an_umlaut_fold_alike(text: str) -> None:
    assert fold(text) == "apfel"


@pytest.mark.parametrize(
    ("text", "folded"), [("Neue Quelle", "neue quelle"), ("Straße", "strasse"), ("Diên", "dien")]
)
def test_folding_keeps_what_is_no_umlaut(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "forms",
    [
        "Rat Rats Räte Räten",
        "Leitbild Leitbilds Leitbilder Leitbildern",
        "Landrätin Landrätinnen Landrat Landräte",
        "Kreis Kreise Kreises Kreisen",
        "Stadtteil Stadtteile Stadtteils Stadtteilen",
        "Amt Ämter Amtes Ämtern",
        "Migrantin Migrantinnen Migrant Migranten",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in words(forms)}) == 1


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("integrationsleitbild", ("integratio", "leitbild")),
        ("migrantenvertretung", ("migrant", "vertretung")),
        ("gemeinderat", ("gemeind", "rat")),
        ("leitbild", ()),
        ("beratung", ()),
    ],
)
def test_compounds_have_known_parts(word: str, parts: tuple[str, ...]) -> None:
    known = {stem(part) for part in ("integration", "leitbild", "migranten", "vertretung", "gemeinde", "rat")}
    assert compound_parts(word, known - {stem(word)}) == parts


def test_every_entry_is_in_the_index_with_its_address(tiny: Catalog) -> None:
    index = read(SearchFiles(tiny, [], lambda path: f"x/{path}").index())
    found = {address for address, *_ in index["documents"]}
    assert {f"x/{entry.path}" for entry in tiny} <= found


def test_a_guide_is_found_by_what_people_ask_though_its_page_does_not_say_it() -> None:
    catalog = parse_catalog(
        TINY.replace('    zeit: "Ein Monat."', '    suchworte: ["Stuhlkreis"]\n    zeit: "Ein Monat."')
    )
    guide = findable_entry(catalog.get("leitfaeden", "tisch-decken"))
    assert ("schlagwort", "Stuhlkreis") in guide.fields
    assert "Stuhlkreis" not in body(guide)
    assert "stuhlkrei" in read(SearchFiles(catalog, [], str).index())["stems"].split()


def test_text_of_a_hand_written_page_counts_without_its_syntax(tiny: Catalog) -> None:
    page = findable_page("hilfe", "Hilfe", "", "## Ärger {: #x }\n\n[Anruf](tel.md) <!-- katalog: marke -->")
    assert ("zwischentitel", "Ärger") in page.fields
    assert ("text", "Anruf") in page.fields
    assert "tel" not in read(SearchFiles(tiny, [page], str).index())["stems"].split()


def test_texts_stand_in_the_order_of_the_index(tiny: Catalog) -> None:
    files = SearchFiles(tiny, [findable_page("hilfe", "Hilfe", "", "Anruf")], str)
    documents = read(files.index())["documents"]
    bodies = read(files.texts(), "ivoSuchtexte")
    assert bodies[[address for address, *_ in documents].index("hilfe")] == "Anruf"
    assert len(bodies) == len(documents)


def read(script: str, name: str = "ivoSuchindex") -> Any:
    """Return what a script of the search holds."""
    head, _, body = script.partition(" = ")
    assert head == f"globalThis.{name}"
    return json.loads(body.rstrip(";\n"))

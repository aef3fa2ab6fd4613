"""The search index, as far as Python builds it: words, parts of words, what is in it."""

import json
import re
from typing import Any

import pytest
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.catalogue.overviews import arten, filtered_beispiele, laender
from catalog.model.kinds import KINDS
from catalog.suche.findables import body, findable_entry, findable_page, kinds
from catalog.suche.german import compound_parts, fold, stem, words
from catalog.suche.index import SearchFiles
from catalog.suche.lists import lists
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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Integrations\u00adrat", "Integrationsrat"),
        ("Inte\u200bgration", "Integration"),
        ("Einbürge\u2060rung\ufeff", "Einbürgerung"),
        ("Integrations-\nrat", "Integrationsrat"),
        ("Integrations\u2010 \n rat", "Integrationsrat"),
        ("Soziale\u00a0Stadt", "Soziale Stadt"),
        ("\ufb01nanzieren", "finanzieren"),
        ("N.I.P.", "NIP"),
        ("dritte Empfehlung", "3. Empfehlung"),
        ("siebter Erfolgsfaktor", "7 Erfolgsfaktor"),
        ("12.7.2007", "12. Juli 2007"),
        ("03.10.1990", "3. Oktober 1990"),
    ],
)
def test_what_nobody_sees_or_means_makes_no_difference(typed: str, meant: str) -> None:
    assert words(typed) == words(meant)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bezirks- und Stadträte", ["bezirks", "stadtrate"]),
        ("Sachsen-Anhalt", ["sachsen", "anhalt"]),
        ("Menschen achten", ["menschen", "achten"]),
        ("800.000 Euro", ["800", "000", "euro"]),
        ("am 31.13.2007", ["31", "13", "2007"]),
    ],
)
def test_what_makes_a_difference_stays(text: str, kept: list[str]) -> None:
    assert words(text) == kept


def test_every_entry_is_in_the_index_with_its_address(tiny: Catalog) -> None:
    index = read(SearchFiles(tiny, [], lambda path: f"x/{path}").index())
    found = {address for address, *_ in index["documents"]}
    assert {f"x/{entry.path}" for entry in tiny} <= found


def test_a_guide_is_found_by_what_people_ask_though_its_page_does_not_say_it() -> None:
    catalog = parse_catalog(
        TINY.replace('    zeit: "Ein Monat."', '    suchworte: ["Stuhlkreis"]\n    zeit: "Ein Monat."')
    )
    guide = findable_entry(catalog.get("leitfaeden", "tisch-decken"))
    assert ("gefragt", "Stuhlkreis") in guide.fields
    assert "Stuhlkreis" not in body(guide)
    assert "stuhlkrei" in read(SearchFiles(catalog, [], str).index())["stems"].split()


def test_pages_and_kinds_are_found_by_what_people_ask(tiny: Catalog) -> None:
    page = findable_page("hilfe", "Hilfe", "", "Anruf", ["Notruf"])
    assert ("gefragt", "Notruf") in page.fields
    assert "Notruf" not in body(page)
    term = tiny.all("glossar")[0]
    assert ("gefragt", KINDS["glossar"].gefragt) in findable_entry(term).fields


def test_text_of_a_hand_written_page_counts_without_its_syntax(tiny: Catalog) -> None:
    page = findable_page("hilfe", "Hilfe", "", "## Ärger {: #x }\n\n[Anruf](tel.md) <!-- katalog: marke -->")
    assert ("zwischentitel", "Ärger") in page.fields
    assert ("text", "Anruf") in page.fields
    assert "tel" not in read(SearchFiles(tiny, [page], str).index())["stems"].split()


def test_texts_stand_in_the_order_of_the_index(tiny: Catalog) -> None:
    files = SearchFiles(tiny, [findable_page("hilfe", "Hilfe", "", "Anruf")], str)
    documents = read(files.index())["documents"]
    texts = read(files.texts(), "ivoSuchtexte")
    assert texts[[address for address, *_ in documents].index("hilfe")] == ["", "Anruf"]
    assert len(texts) == len(documents)


def test_summaries_come_after_the_index(tiny: Catalog) -> None:
    files = SearchFiles(tiny, [findable_page("hilfe", "Hilfe", "Wer hilft.", "")], str)
    assert "Wer hilft." not in files.index()
    assert "Wer hilft." in files.texts()


def test_an_example_says_where_it_is_from(catalog: Catalog) -> None:
    places = {e.id: findable_entry(e).place for e in catalog.all("beispiele")}
    assert places["pirna-markt-der-kulturen"] == "Pirna · Sachsen"
    assert places["hamburg-wir-sind-hamburg"] == "Hamburg"
    assert re.search(r" und (eine|\d+) weitere · ", places["kommunalverwaltungen-praktika-fuer-gefluechtete"])
    assert all(places.values())


def test_a_tool_stands_before_what_is_written_about_it() -> None:
    ranks = {key: rank for key, (_, _, rank) in kinds().items()}
    assert findable_page("musterantrag/index", "Musterantrag", "", "").kind == "werkzeuge"
    assert ranks["werkzeuge"] > max(rank for key, rank in ranks.items() if key != "werkzeuge")


def test_lists_of_examples_count_every_combination(catalog: Catalog) -> None:
    counts = lists(catalog, str)["counts"]
    both = sum("Sachsen" in laender(e) and "Landkreis" in arten(e) for e in catalog.all("beispiele"))
    assert counts["land=sachsen&art=landkreis"] == both
    for overview in filtered_beispiele(catalog):
        _, key, value = overview.path.split("/")
        if key != "empfehlung":
            assert counts[f"{key}={value}"] == len(overview.beispiele)
    assert all(counts.values())


def read(script: str, name: str = "ivoSuchindex") -> Any:
    """Return what a script of the search holds."""
    head, _, body = script.partition(" = ")
    assert head == f"globalThis.{name}"
    return json.loads(body.rstrip(";\n"))


def in_parts(catalog: Catalog) -> dict[str, Any]:
    """Return what every file of an index in parts holds, by its name."""
    files = {path.rpartition("/")[2]: make() for path, make in SearchFiles(catalog, [], str, 0).files()}
    return {name: json.loads(script.partition(" = ")[2].rstrip(";\n")) for name, script in files.items()}


def test_an_index_in_parts_has_every_stem_in_the_part_that_the_browser_looks_into(catalog: Catalog) -> None:
    whole = read(SearchFiles(catalog, [], str).index())
    files = in_parts(catalog)
    places = files["index.js"]["parts"]
    first = places["first"].split(" ")
    assert len(first) > 3
    assert files["staemme.js"] == whole["stems"]
    joined: dict[str, list[str]] = {"stems": [], "postings": [], "compounds": []}
    for number in range(len(first)):
        part = files[f"teil{number}.js"]
        stems = part["stems"].split(" ")
        assert stems[0] == first[number]
        assert places["numbers"][number] == len(joined["stems"])
        for name, texts in joined.items():
            texts += part[name].split(" ")
    assert {name: " ".join(texts) for name, texts in joined.items()} == {name: whole[name] for name in joined}
    assert "stems" not in files["index.js"]


def test_texts_in_parts_are_those_of_the_whole(catalog: Catalog) -> None:
    whole = read(SearchFiles(catalog, [], str).texts(), "ivoSuchtexte")
    files = in_parts(catalog)
    size = files["index.js"]["textsPerPart"]
    parts = [files[f"texte{number}.js"] for number in range(-(-len(whole) // size))]
    assert [text for part in parts for text in part] == whole
    assert all(len(part) == size for part in parts[:-1])


def test_what_is_loaded_first_does_not_grow_with_the_texts(tiny: Catalog) -> None:
    size = [
        len(SearchFiles(tiny, [findable_page("hilfe", "Hilfe", "", text)], str, 0).index())
        for text in ("Anruf", " ".join(f"Wort{number}" for number in range(5_000)))
    ]
    assert size[1] < size[0] + 100

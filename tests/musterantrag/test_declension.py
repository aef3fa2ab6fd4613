"""Names of municipalities, bodies and movers come out in good German, in every case and in every sentence."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from catalog.catalogue.entries import Catalog
from catalog.model.base import LAENDER
from catalog.model.musterantrag import Beugung
from catalog.musterantrag import vectors as own
from catalog.musterantrag.declension import Phrase, article_of, decline, name_with_kind
from catalog.musterantrag.grammar import fill, with_articles
from catalog.musterantrag.gremien import bodies, movers
from playwright.sync_api import Page

HERE = Path(__file__).parent
CASES = ("nominativ", "genitiv", "dativ", "akkusativ")


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


NAMES = rows("namen.csv")
WRITTEN = [row for row in NAMES if row["in"]]
NOUNS = rows("bezeichnungen.csv")


@pytest.fixture
def rules(catalog: Catalog) -> Beugung:
    return catalog.file.musterantrag.beugung


def phrase(catalog: Catalog, row: dict[str, str]) -> Phrase:
    kinds = {kind.id: kind for kind in catalog.file.musterantrag.kommunenarten}
    return name_with_kind(kinds[row["art"]], row["name"], catalog.file.musterantrag.beugung)


def test_the_corpus_is_large_and_covers_every_land_and_kind(catalog: Catalog) -> None:
    assert len(NAMES) >= 300
    assert len(WRITTEN) >= 100
    assert {row["land"] for row in NAMES} == set(LAENDER)
    kinds = {kind.id for kind in catalog.file.musterantrag.kommunenarten}
    assert {row["art"] for row in WRITTEN} == kinds


def test_names_are_declined_as_written_by_hand(catalog: Catalog) -> None:
    for row in WRITTEN:
        found = with_articles(phrase(catalog, row))
        expected = {form: row[form] for form in (*CASES, "in")}
        assert {form: found[form] for form in expected} == expected, row["name"]


def test_nouns_are_declined_as_written_by_hand(rules: Beugung) -> None:
    for row in NOUNS:
        found = decline(row["artikel"], row["eingabe"], rules)  # type: ignore[arg-type]
        assert {case: getattr(found, case) for case in CASES} == {case: row[case] for case in CASES}
        assert found.sicher, row["eingabe"]


IN_THE_BROWSER = """async ([base, kinds, vectors, rules]) => {
  const { articleOf, decline, nameWithKind } = await import(`${base}/musterantrag/declension.mjs`);
  const { phrase } = await import(`${base}/musterantrag/grammar.mjs`);
  return {
    namen: vectors.namen.map(({ art, name }) => {
      const formen = nameWithKind(art, kinds[art], name, rules);
      return { art, name, formen, satz: phrase(formen, false) };
    }),
    bezeichnungen: vectors.bezeichnungen.map(({ artikel, text }) => ({
      artikel, text, vermutet: articleOf(text, rules) ?? null, formen: decline(artikel, text, rules),
    })),
  };
}"""


def test_the_browser_declines_in_the_same_way(
    page: Page, server: str, site: Path, catalog: Catalog, rules: Beugung
) -> None:
    """Both sides run the published vectors and the whole corpus."""
    published = json.loads((site / "api/v1/musterantrag-beugung.json").read_text(encoding="utf-8"))
    musterantrag = catalog.file.musterantrag
    kinds = {
        kind.id: kind.model_dump() for kind in (*musterantrag.kommunenarten, *musterantrag.antragstellende)
    }
    vectors = published["vektoren"]
    assert len(vectors["namen"]) + len(vectors["bezeichnungen"]) == len(own.NAMES) + len(own.NOUNS)
    for row in NAMES:
        found = phrase(catalog, row)
        entry = {
            "art": row["art"],
            "name": row["name"],
            "formen": asdict(found),
            "satz": with_articles(found),
        }
        vectors["namen"].append(entry)
    for row in NOUNS:
        noun = decline(row["artikel"], row["eingabe"], rules)  # type: ignore[arg-type]
        entry = {"artikel": row["artikel"], "text": row["eingabe"], "formen": asdict(noun)}
        vectors["bezeichnungen"].append({**entry, "vermutet": article_of(row["eingabe"], rules)})
    page.goto("/404.html")
    arguments = [f"{server}/modules", kinds, vectors, published["beugung"]]
    assert page.evaluate(IN_THE_BROWSER, arguments) == vectors


# A word twice in a row, an article twice in a row, „in dem“: what gluing used to make of names.
TWICE = re.compile(
    r"\b(\w+) \1\b|(?<!, )\b(?:der|die|das|den|dem|des) (?:der|die|das|den|dem|des)\b|\bin dem\b"
)
BLANK = re.compile(r"\{(?:kommune|gremium|antragsteller)\.", re.IGNORECASE)


class Words(dict[str, str | dict[str, str]]):
    """Any other blank of a sentence is filled with a word of no consequence."""

    def __missing__(self, key: str) -> str:
        return "wort"


def sentences(value: Any) -> Iterator[str]:
    """Yield every sentence of the catalogue that asks for a name."""
    if isinstance(value, str):
        if BLANK.search(value):
            yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from sentences(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from sentences(item)


def test_every_name_fits_into_every_sentence(catalog: Catalog) -> None:
    patterns = sorted(set(sentences(catalog.file.model_dump())))
    assert len(patterns) >= 10
    rules = catalog.file.musterantrag.beugung
    who, to = movers(catalog), bodies(catalog)
    doubled = set(rules.namen_mit_artwort)
    for number, row in enumerate(NAMES):
        mover, body = who[number % len(who)], to[number % len(to)]
        words = Words(
            kommune=with_articles(phrase(catalog, row)),
            gremium=with_articles(body),
            antragsteller=with_articles(name_with_kind(mover, "Freie Liste", rules)),
        )
        for pattern in patterns:
            text = fill(pattern, words)
            assert row["name"] in doubled or not TWICE.search(text.replace("wort wort", "")), text
            for form in (*CASES, "in") if row["in"] else ():
                assert f"{{kommune.{form}}}" not in pattern or row[form] in text, text


@pytest.mark.parametrize("text", ["Bunter Kreis", "Leipziger Integrationsbeirat", "Campus", "Halle Mitte"])
def test_what_only_people_know_is_said(rules: Beugung, text: str) -> None:
    found = decline("der", text, rules)
    assert not found.sicher
    assert found.nominativ == text


def test_the_catalogue_declines_its_own_words_as_the_rules_do(catalog: Catalog, rules: Beugung) -> None:
    """The forms written for bodies and movers are the ones that the rules find; two genitives are both right."""
    for word in (*bodies(catalog), *movers(catalog)):
        if "{name}" not in word.nominativ:
            found = decline(word.artikel, word.nominativ, rules)
            assert article_of(word.nominativ, rules) == word.artikel, word.id
            assert found.genitiv in (word.genitiv, word.genitiv.replace("Rats ", "Rates ")), word.id
            assert (found.dativ, found.akkusativ) == (word.dativ, word.akkusativ), word.id

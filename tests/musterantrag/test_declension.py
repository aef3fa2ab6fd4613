"""Names of municipalities, bodies and movers come out in good German, in every case and in every sentence."""

import csv
import json
from dataclasses import asdict
from pathlib import Path

import pytest
from catalog.catalogue.entries import Catalog
from catalog.model.base import LAENDER
from catalog.model.musterantrag import Beugung
from catalog.musterantrag import vectors as own
from catalog.musterantrag.declension import Phrase, article_of, decline, name_with_kind
from catalog.musterantrag.grammar import with_articles
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

"""How well a search answers the queries in ``search/queries.yml``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "suche" / "queries.yml"
HALVES = ("abstimmung", "zurueckgelegt")
GUIDE_QUERIES = QUERIES.with_name("leitfaeden.yml")

OUR_SEARCH = """async (queries) => {
  await import("/assets/suche/index.js");
  const { Search } = await import("/modules/suche/ranking.mjs");
  const search = new Search(globalThis.ivoSuchindex);
  return queries.map((query) => search.search(query).hits.map(({ page }) => page.address));
}"""


@dataclass(frozen=True)
class Quality:
    """The share of queries whose expected page comes first, or among the first three, and the mean of 1/rank."""

    top_1: float
    top_3: float
    reciprocal_rank: float


def load_queries(half: str) -> list[dict[str, Any]]:
    """Return one list of the queries."""
    queries: list[dict[str, Any]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))[half]
    return queries


def load_guide_queries() -> dict[str, str]:
    """Return what people type who want to do something, with the page that answers it."""
    queries: dict[str, str] = yaml.safe_load(GUIDE_QUERIES.read_text(encoding="utf-8"))
    return queries


def measure(half: str, answer: Callable[[list[str]], list[list[str]]]) -> Quality:
    """Ask all queries of a half; ``answer`` returns the addresses for each, best first."""
    queries = load_queries(half)
    answers = answer([query["frage"] for query in queries])
    ranks = [rank(found, query["erwartet"]) for found, query in zip(answers, queries, strict=True)]
    total = len(ranks)
    return Quality(
        sum(r == 1 for r in ranks) / total,
        sum(0 < r <= 3 for r in ranks) / total,
        sum(1 / r for r in ranks if r) / total,
    )


def rank(found: list[str], expected: list[str]) -> int:
    """Return the place of the first expected address, 0 if none was found."""
    return next((place for place, address in enumerate(found, start=1) if address in expected), 0)


def ask_ours(page: Page, queries: list[str]) -> list[list[str]]:
    """Ask our search, in a page of the served site."""
    answers: list[list[str]] = page.evaluate(OUR_SEARCH, queries)
    return answers

"""Whatever happens to the catalogue, an editor reads German sentences and never a traceback."""

import os
import random
from functools import cache

import pytest
from book import pages_of
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.publishing.data import data_files
from catalog.reading.problems import CatalogError
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutate import accidents
from tiny import TINY

# The same lines, hundreds of times: counting branches would only take time.
pytestmark = pytest.mark.no_cover
# The same accidents every time; all of them where every change is checked.
SHARE = 1 if os.environ.get("CI", "").lower() == "true" else 4


@cache
def lines_of_catalog() -> list[str]:
    """The real catalogue, line by line."""
    return (ROOT / "catalog.yml").read_text(encoding="utf-8").splitlines(keepends=True)


def load_or_report(text: str) -> Catalog | None:
    """Load a catalogue; a report must name lines of the file, one sentence or more for each."""
    try:
        return parse_catalog(text)
    except CatalogError as error:
        problems = error.problems
    last = len(text.split("\n"))
    assert problems
    assert all(0 <= problem.line <= last and "\n" not in problem.message for problem in problems)
    return None


@settings(max_examples=400 // SHARE, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), count=st.integers(1, 4))
def test_accidents_in_a_small_catalogue(seed: int, count: int) -> None:
    catalog = load_or_report(accidents(TINY.splitlines(keepends=True), random.Random(seed), count))
    if catalog:
        assert all(page.html for page in pages_of(catalog).values())
        assert all(make() for _, make in data_files(catalog))


@settings(max_examples=60 // SHARE, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), count=st.integers(1, 4))
def test_accidents_in_the_real_catalogue(seed: int, count: int) -> None:
    load_or_report(accidents(lines_of_catalog(), random.Random(seed), count))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    load_or_report(text)

"""Whatever happens to the catalogue, an editor reads German sentences and never a traceback."""

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
from tiny import TINY

# The same lines, hundreds of times: counting branches would only take time.
pytestmark = pytest.mark.no_cover

SNIPPETS = ["\t", ": ", "- ", "#", '"', "'", "[", "]", "{", "}", "&a ", "*a", "!!python/none ", "|", ">", "%", "@", "\\",
            "---\n", "...\n", "<<: ", "? ", "~", "null", "no", "12:30", "\x00", "\ufeff", "ü", "\u2028", "𝄞", "\r", "\n"]  # fmt: skip


@cache
def lines_of_catalog() -> list[str]:
    """The real catalogue, line by line."""
    return (ROOT / "catalog.yml").read_text(encoding="utf-8").splitlines(keepends=True)


def delete_lines(lines: list[str], chance: random.Random) -> None:
    start = chance.randrange(len(lines))
    del lines[start : start + chance.randint(1, 3)]


def swap_lines(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def repeat_line(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def insert_snippet(lines: list[str], chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    column = chance.randrange(len(lines[number]) + 1)
    lines[number] = lines[number][:column] + chance.choice(SNIPPETS) + lines[number][column:]


def shift_line(lines: list[str], chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    lines[number] = " " * chance.randint(0, 8) + lines[number].lstrip(" ")


def drop_character(lines: list[str], chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    column = chance.randrange(len(lines[number]) or 1)
    lines[number] = lines[number][:column] + lines[number][column + 1 :]


def truncate(lines: list[str], chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    lines[number] = lines[number][: chance.randrange(len(lines[number]) or 1)]
    del lines[number + 1 :]


MUTATIONS = [delete_lines, swap_lines, repeat_line, insert_snippet, shift_line, drop_character, truncate]


def mutated(lines: list[str], seed: int, count: int) -> str:
    """Return the text after some random accidents."""
    lines, chance = list(lines), random.Random(seed)
    for _ in range(count):
        if lines:
            chance.choice(MUTATIONS)(lines, chance)
    return "".join(lines)


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


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), count=st.integers(1, 4))
def test_accidents_in_a_small_catalogue(seed: int, count: int) -> None:
    catalog = load_or_report(mutated(TINY.splitlines(keepends=True), seed, count))
    if catalog:
        assert all(page.html for page in pages_of(catalog).values())
        assert all(make() for _, make in data_files(catalog))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), count=st.integers(1, 4))
def test_accidents_in_the_real_catalogue(seed: int, count: int) -> None:
    load_or_report(mutated(lines_of_catalog(), seed, count))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    load_or_report(text)

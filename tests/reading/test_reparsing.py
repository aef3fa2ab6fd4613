"""Whatever is edited, reading again what changed gives the same as reading it all."""

import random

from catalog.reading.nodes import Written
from catalog.reading.problems import CatalogError
from catalog.reading.reparsing import reparsed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutate import accidents
from tiny import TINY

LINES = TINY.splitlines(keepends=True)
DEEP = """a:
  - - x
    - y
  - [u, v]
  - k:
    - eins
    - zwei: |
        Text

        mehr

    # Anmerkung
    - "drei
  vier"
  -
    l: m

b:
- one
- two: >-
    three
- {four: five}
"""


def result(read: object) -> object:
    try:
        return read()  # type: ignore[operator]
    except CatalogError as error:
        return error.lines()


def check(before: str, after: str) -> None:
    old = Written.parse(before)
    untouched = Written.parse(before)
    assert result(lambda: reparsed(old, after)) == result(lambda: Written.parse(after))
    assert old == untouched


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), count=st.integers(1, 3))
def test_accidents_anywhere(seed: int, count: int) -> None:
    check(TINY, accidents(LINES, random.Random(seed), count))


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_accidents_in_odd_but_valid_writing(seed: int) -> None:
    check(DEEP, accidents(DEEP.splitlines(keepends=True), random.Random(seed), 1))


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_lines_come_and_go_within_an_entry(seed: int) -> None:
    chance = random.Random(seed)
    lines = list(LINES)
    start = chance.randrange(len(lines))
    lines[start : start + chance.randrange(3)] = chance.choices(LINES, k=chance.randrange(3))
    check(TINY, "".join(lines))


def test_only_the_entry_is_read() -> None:
    before = Written.parse(TINY)
    after = reparsed(before, TINY.replace("Klein anfangen.", "Klein anfangen.\n\n      Dann wachsen."))
    assert after.root.value["quellen"] is before.root.value["quellen"]
    assert after.root.value["glossar"] is not before.root.value["glossar"]
    assert after == Written.parse(after.text)

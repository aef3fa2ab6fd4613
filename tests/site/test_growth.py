"""Protects every page from growing with the catalogue: what holds for twice the entries holds for ten thousand."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from book import WRITTEN, book_of
from catalog.catalogue.load import parse_catalog
from catalog.catalogue.long_lists import ENTRIES_PER_PAGE
from catalog.model.kinds import KINDS
from catalog.pages.markers import MARKERS
from tiny import TINY

# Their number is fixed: by their sources, by the map, by the sheet on which they stand.
FIXED = {
    "empfehlungen",
    "erfolgsfaktoren",
    "stellschrauben",
    "argumente",
    "fragen",
    "zusatzfragen",
    "auftraege",
    "laender",
    "kennzahlen",
}
ALIKE = re.compile(r"-kopie-(?!1$)\d+$|/seite-\d+$|^quelltext/\w+-\d+$")
FEW, MANY = ENTRIES_PER_PAGE + 30, 2 * (ENTRIES_PER_PAGE + 30)
# Numbers grow by a digit.
TOLERANCE = 300
# Leads to every piece of the text; of each entry that is less than a tenth of a line.
OVERVIEW = "quelltext/index"
PER_ENTRY = 10
LARGEST = 300_000


@cache
def sizes(entries: int) -> dict[str, int]:
    """Return the size of every page of a catalogue with so many entries of each kind, and of every mark.

    Of the entries that are copied one stands for all, and the first piece of a list for the list.
    """
    catalog = parse_catalog(yaml.safe_dump(grown(entries), allow_unicode=True, sort_keys=False))
    marks = {f"marke-{name}": f"<!-- katalog: {name} -->" for name in MARKERS}
    book = book_of(catalog, texts=marks)
    return {path: len(book.page(path).html) for path in book.paths if not ALIKE.search(path)}


def grown(entries: int) -> dict[str, Any]:
    catalogue = yaml.safe_load(TINY)
    for kind in KINDS.values():
        if kind.key not in FIXED:
            [key] = kind.location
            # Of the places to ask one half is for a Land, the other for all.
            number = 2 * entries if kind.key == "anlaufstellen" else entries
            catalogue[key] += copies(catalogue[key][0], kind.key, number)
    return catalogue


def copies(entry: dict[str, Any], kind: str, number: int) -> Iterator[dict[str, Any]]:
    for copy in range(1, number + 1):
        new = {**deepcopy(entry), "id": f"{kind}-kopie-{copy}"}
        if "nr" in new:
            new["nr"] = entry["nr"] + copy
        if kind == "quellen":
            new["art"] = "Beleg"
        if "begriff" in new:
            new["begriff"] = f"Beirat {copy}"
            del new["abkuerzung"]
        if "zuerst" in new:
            new |= {"zuerst": False, "laender": ["hessen"] if copy % 2 else []}
        yield new


# The same lines for thousands of entries: counting branches would only take time.
@pytest.mark.no_cover
def test_twice_the_entries_make_no_page_larger() -> None:
    few, many = sizes(FEW), sizes(MANY)
    grew = {path: many[path] - size for path, size in few.items() if many[path] > size + TOLERANCE}
    assert 0 < grew.pop(OVERVIEW) < PER_ENTRY * (MANY - FEW) * (len(KINDS) - len(FIXED))
    assert grew == {}


def test_no_page_of_today_is_large(site: Path) -> None:
    found = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    assert {path: size for path, size in found.items() if size > LARGEST} == {}


@pytest.mark.no_cover
def test_every_page_and_every_mark_is_looked_at() -> None:
    few, many = sizes(FEW), sizes(MANY)
    assert set(few) == set(many)
    assert {*WRITTEN, *(f"marke-{name}" for name in MARKERS)} < set(few)
    assert {kind.section for kind in KINDS.values()} <= {path.split("/")[0] for path in few}

"""What names a Land, a kind or a size of municipality in a query, and the list of examples it leads to."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from ..catalogue.entries import Catalog
from ..catalogue.overviews import Filter, all_beispiele, arten, groessen, laender
from ..model.base import LAENDER
from ..model.laender import KUERZEL
from ..model.praxis import KLEIN
from ..reading.names import as_name

# The rows of the filter that a query can name, in the order of the filter.
_ROWS = {"land": laender, "art": arten, "groesse": groessen}
_LETTERS = dict(zip(LAENDER, KUERZEL, strict=True))
# What people write instead of a Land's name, beside its two letters.
_SHORT_LAENDER = {
    "Baden-Württemberg": ("BaWü", "Ba-Wü", "baden-württembergisch"),
    "Bayern": ("bayerisch", "bayrisch", "Freistaat Bayern"),
    "Berlin": ("Land Berlin",),
    "Brandenburg": ("brandenburgisch",),
    "Bremen": ("Land Bremen", "bremisch"),
    "Hamburg": ("hamburgisch",),
    "Hessen": ("hessisch",),
    "Mecklenburg-Vorpommern": ("Meck-Pomm", "MeckPomm", "McPomm", "Meckpom", "M-V"),
    "Niedersachsen": ("Nds", "niedersächsisch"),
    "Nordrhein-Westfalen": ("NRW", "nordrhein-westfälisch"),
    "Rheinland-Pfalz": ("RLP", "Rheinlandpfalz", "rheinland-pfälzisch"),
    "Saarland": ("saarländisch",),
    "Sachsen": ("sächsisch", "Freistaat Sachsen"),
    "Sachsen-Anhalt": ("LSA", "S-Anhalt", "Sachsenanhalt", "sachsen-anhaltisch"),
    "Schleswig-Holstein": ("S-H", "SchlHolst", "schleswig-holsteinisch"),
    "Thüringen": ("thüringisch", "Freistaat Thüringen"),
}
_OTHER_NAMES = {
    "Gemeinde": ("Dorf",),
    "Stadt": ("Kleinstadt", "Mittelstadt", "kleine Stadt"),
    "kreisfreie Stadt": ("Großstadt", "kreisfrei"),
    "Landkreis": ("Kreis",),
    # Towns of this size in everyday German; a village or a district may be as small.
    KLEIN.titel: ("Kleinstadt", "kleine Stadt", "kleine Kommune", "kleiner Ort"),
}


def land_groups() -> list[dict[str, Any]]:
    """Return the names of each Land as words that mean the same; two letters alone may mean anything."""
    return [
        {"term": land, "same": list(short), "related": [], "difference": ""}
        for land, short in _SHORT_LAENDER.items()
    ]


def lists(catalog: Catalog, address: Callable[[str], str]) -> dict[str, Any]:
    """Return what the browser needs to offer a filtered list of examples as a hit."""
    overview = all_beispiele(catalog)
    return {
        "address": address(overview.path),
        "rows": [_choices(row, address) for row in overview.filters if row.key in _ROWS],
        "counts": dict(sorted(_counts(catalog).items())),
    }


def _choices(row: Filter, address: Callable[[str], str]) -> list[list[Any]]:
    return [
        [f"{row.key}={choice.value}", choice.label, address(choice.path), _phrases(choice.label)]
        for choice in row.choices
        if choice.count
    ]


def _phrases(name: str) -> list[str]:
    letters = (_LETTERS[name],) if name in _LETTERS else ()
    return [name, *letters, *_SHORT_LAENDER.get(name, ()), *_OTHER_NAMES.get(name, ())]


def _counts(catalog: Catalog) -> Counter[str]:
    """Count the examples behind every choice and every combination of one choice per row."""
    return Counter(
        "&".join(part for part in parts if part)
        for beispiel in catalog.all("beispiele")
        for parts in product(*(["", *row] for row in _values(beispiel)))
        if any(parts)
    )


def _values(beispiel: Any) -> Iterator[list[str]]:
    for key, names in _ROWS.items():
        yield [f"{key}={as_name(name)}" for name in names(beispiel)]

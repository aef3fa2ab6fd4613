"""What only the catalogue knows of the page of a proposed example; the browser loads it for a preview."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.overviews import KACHELN, groups_of
from ..model.kinds import KINDS
from .existing import FOLDER, Data

_LINKED = ("empfehlungen", "erfolgsfaktoren", "fragen")
_LISTS = {"empfehlung": "value", "land": "label", "art": "label"}


def preview_knowledge(catalog: Catalog, address: Callable[[str], str], together: str) -> Data:
    """Return the path of the script, its global and what makes it.

    Args:
        catalog: the linked catalogue.
        address: turns the path of a page into its address below the site's root.
        together: the pattern of spaces that end no line.
    """
    return f"{FOLDER}/vorschau.js", "ivoVorschau", partial(_knowledge, catalog, address, together)


def _knowledge(catalog: Catalog, address: Callable[[str], str], together: str) -> dict[str, Any]:
    return {
        "kacheln": KACHELN,
        "arten": {kind: KINDS[kind].mehrzahl for kind in _LINKED},
        "eintraege": {kind: _titled(catalog.all(kind), address) for kind in _LINKED}
        | {"quellen": _titled(_counting(catalog), address)},
        "listen": {key: _lists(catalog, key, address) for key in _LISTS},
        "zusammen": together,
        "seiten": {
            "kurzcheck": address("kurz-check/index"),
            "musterantrag": address("musterantrag/index"),
        },
    }


def _titled(entries: list[Eintrag], address: Callable[[str], str]) -> dict[str, tuple[str, str]]:
    return {entry.id: (entry.kurztitel, address(entry.path)) for entry in entries}


def _counting(catalog: Catalog) -> list[Eintrag]:
    """Return the sources that say how many people live in the places of examples."""
    ids = {
        kommune.einwohner.quelle
        for beispiel in catalog.all("beispiele")
        for kommune in beispiel.data.kommunen
        if kommune.einwohner
    }
    return [quelle for quelle in catalog.all("quellen") if quelle.id in ids]


def _lists(catalog: Catalog, key: str, address: Callable[[str], str]) -> dict[str, str]:
    """Return the addresses of the lists of examples, by what a proposal says of itself."""
    return {
        getattr(group, _LISTS[key]): address(group.path)
        for group in groups_of(catalog)
        if group.key == key and group.beispiele
    }

"""Which questions a code answers, in which order: a list for each version that was ever released."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue.entries import Catalog

# A released list never changes: codes on paper stay readable.  New questions get the next number up to 23.
_LEAFLET = (
    "beschlusslage",
    "leitbild",
    "integrationskonzept",
    "stabsstelle",
    "mitwirkung-der-verwaltung",
    "anerkennung-und-willkommen",
    "engagement-und-dialog",
    "netzwerk-der-fachkraefte",
    "personal-gewinnen",
    "fuehrung-fortbilden",
    "angebote-fuer-alle",
    "beschwerde-und-beratung",
    "spitze-persoenlich",
)
RELEASED: dict[int, tuple[str, ...]] = {
    1: _LEAFLET,
    2: (*_LEAFLET, "quartiere", "lokale-wirtschaft", "information-und-wirkung"),
}
# Lists of a municipality with questions of its own.
FIRST_LOCAL = 24
LAST_LOCAL = 31
MOST_QUESTIONS = 22


@dataclass(frozen=True, slots=True)
class Fragenliste:
    """The questions that the answers of a code belong to."""

    version: int
    fragen: tuple[str, ...]


def fragenlisten(catalog: Catalog) -> tuple[Fragenliste, ...]:
    """Return all lists that codes are read with here: released ones, and those of this copy."""
    released = [Fragenliste(version, ids) for version, ids in RELEASED.items()]
    own = [ids for ids in _asked(catalog) if ids not in RELEASED.values() and len(ids) <= MOST_QUESTIONS]
    return (*released, *_local(own))


def _asked(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    """Yield the questions of the leaflet, and these together with the additional ones."""
    fragen = tuple(frage.id for frage in catalog.all("fragen"))
    yield fragen
    if further := tuple(frage.id for frage in catalog.all("zusatzfragen")):
        yield fragen + further


def _local(lists: list[tuple[str, ...]]) -> Iterator[Fragenliste]:
    """Yield lists with numbers that follow from their ids, so that other towns' codes rarely fit."""
    taken: set[int] = set()
    count = LAST_LOCAL - FIRST_LOCAL + 1
    for ids in lists:
        digest = hashlib.sha256("\n".join(ids).encode()).digest()
        version = next(
            version
            for step in range(count)
            if (version := FIRST_LOCAL + (digest[0] + step) % count) not in taken
        )
        taken.add(version)
        yield Fragenliste(version, ids)

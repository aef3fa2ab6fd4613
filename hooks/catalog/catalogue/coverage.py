"""How far the examples carry: three signs of each, and how well all of them cover the catalogue."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.praxis import KLEIN
from .entries import Catalog, Eintrag
from .overviews import Group, groups_of

# The aims: so many examples for each entry, so many of them from small places, so many from each Land.
JE_EINTRAG, KLEINE_JE_EINTRAG, JE_LAND = 6, 2, 3
AKTUELL_AB = 2022
KLEIN_UNTER = 50_000
KINDS_COVERED = ("empfehlungen", "erfolgsfaktoren", "fragen")
UNKNOWN = "nicht bekannt"
LONGEST_UNCHECKED = 15
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
# When somebody looked at a page says nothing about when it was written.
_SEEN = re.compile(r"(?:gesehen|Abrufstand|Abruf)\s+[0-9-]+")


@dataclass(frozen=True, slots=True)
class Deckung:
    """How many examples belong to an entry; ``erreicht`` tells whether that meets the aim."""

    eintrag: Eintrag
    alle: int
    kleine: int
    aktuelle: int

    @property
    def erreicht(self) -> bool:
        """Whether there are enough, and enough from small places."""
        return self.alle >= JE_EINTRAG and self.kleine >= KLEINE_JE_EINTRAG


@dataclass(frozen=True, slots=True)
class Zeile:
    """A row of the matrix: a Land or a size with the number of its examples for each recommendation."""

    name: str
    path: str
    alle: int
    je_empfehlung: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Abdeckung:
    """The whole overview."""

    beispiele: int
    kleine: int
    aktuelle: int
    je_art: tuple[tuple[str, tuple[Deckung, ...]], ...]
    laender: tuple[Zeile, ...]
    groessen: tuple[Zeile, ...]

    @property
    def luecken(self) -> tuple[Deckung, ...]:
        """The entries that miss an aim."""
        return tuple(deckung for _, listed in self.je_art for deckung in listed if not deckung.erreicht)

    @property
    def laender_mit_luecken(self) -> tuple[Zeile, ...]:
        """The Länder with fewer examples than we want."""
        return tuple(zeile for zeile in self.laender if zeile.alle < JE_LAND)


def is_small(beispiel: Eintrag) -> bool:
    """Tell whether an example is from a Landkreis or a small place, perhaps among others."""
    return any(
        kommune.art == "Landkreis" or (kommune.einwohner and kommune.einwohner.zahl < KLEIN_UNTER)
        for kommune in beispiel.data.kommunen
    )


def is_recent(beispiel: Eintrag) -> bool:
    """Tell whether the newest proof is recent."""
    return (newest_year(beispiel) or 0) >= AKTUELL_AB


def coverage(catalog: Catalog) -> Abdeckung:
    """Count the examples for every entry, Land and size."""
    beispiele = catalog.all("beispiele")
    empfehlungen = catalog.all("empfehlungen")
    # One of the sizes holds two others once more.
    groups = [group for group in groups_of(catalog) if group.value != KLEIN.id]
    return Abdeckung(
        beispiele=len(beispiele),
        kleine=sum(map(is_small, beispiele)),
        aktuelle=sum(map(is_recent, beispiele)),
        je_art=tuple((kind, tuple(map(_covered, catalog.all(kind)))) for kind in KINDS_COVERED),
        laender=tuple(_row(group, empfehlungen) for group in groups if group.key == "land"),
        groessen=tuple(_row(group, empfehlungen) for group in groups if group.key == "groesse"),
    )


def _covered(entry: Eintrag) -> Deckung:
    beispiele = entry.linked("beispiele")
    return Deckung(entry, len(beispiele), sum(map(is_small, beispiele)), sum(map(is_recent, beispiele)))


def _row(group: Group, empfehlungen: Sequence[Eintrag]) -> Zeile:
    there = group.beispiele
    counts = Counter(linked.id for beispiel in there for linked in beispiel.linked("empfehlungen"))
    per_empfehlung = tuple(counts[empfehlung.id] for empfehlung in empfehlungen)
    return Zeile(group.label, group.path if there else "", len(there), per_empfehlung)


@dataclass(frozen=True, slots=True)
class Zeichen:
    """One sign: what it is about and what it says; ``bekannt`` is false where nobody knows."""

    name: str
    text: str
    bekannt: bool = True


def signs(beispiel: Eintrag) -> tuple[Zeichen, ...]:
    """Return the three signs of an example, in the same order everywhere."""
    return _effort(beispiel), _proof(beispiel), _age(beispiel)


def newest_year(beispiel: Eintrag) -> int | None:
    """Return the year of the newest proof; ``None`` if none of them has a date."""
    years = [
        int(year) for proof in beispiel.data.belege for year in _YEAR.findall(_SEEN.sub("", proof.stand))
    ]
    return max(years, default=None)


def longest_unchecked(catalog: Catalog) -> list[tuple[Eintrag, str]]:
    """Return the examples that nobody looked at for longest, each with the day or year that counts."""
    dated = [(_last_seen(beispiel), beispiel) for beispiel in catalog.all("beispiele")]
    dated.sort(key=lambda pair: (pair[0], pair[1].id))
    return [(beispiel, seen or UNKNOWN) for seen, beispiel in dated[:LONGEST_UNCHECKED]]


def _last_seen(beispiel: Eintrag) -> str:
    return str(beispiel.data.geprueft or newest_year(beispiel) or "")


def _effort(beispiel: Eintrag) -> Zeichen:
    named = list(_named(beispiel))
    if not named:
        return Zeichen("Aufwand", UNKNOWN, False)
    return Zeichen("Aufwand", "genannt" if len(named) > 1 else f"{named[0]} genannt")


def _named(beispiel: Eintrag) -> Iterator[str]:
    if beispiel.data.kosten:
        yield "Kosten"
    if beispiel.data.personal:
        yield "Personal"


def _proof(beispiel: Eintrag) -> Zeichen:
    how_well = "gut" if beispiel.data.sicherheit == "hoch" else "mittel"
    return Zeichen("Beleg", f"{how_well} ({len(beispiel.data.belege)})")


def _age(beispiel: Eintrag) -> Zeichen:
    year = newest_year(beispiel)
    return Zeichen("Stand", str(year) if year else UNKNOWN, year is not None)

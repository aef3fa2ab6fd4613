"""Three signs that say at a glance how far an example carries: effort, proof and age."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .entries import Catalog, Eintrag

UNKNOWN = "nicht bekannt"
LONGEST_UNCHECKED = 15
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
# When somebody looked at a page says nothing about when it was written.
_SEEN = re.compile(r"(?:gesehen|Abrufstand|Abruf)\s+[0-9-]+")


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
    return Zeichen("Aufwand", f"{' und '.join(named)} genannt" if named else UNKNOWN, bool(named))


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

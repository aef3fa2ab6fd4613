"""What belongs to a question: where somebody who answered it goes on reading."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..catalogue.entries import Eintrag
from ..catalogue.overviews import places_of

# More than anybody reads; a page with thousands would not open on a phone.
BEISPIELE_PER_FRAGE = 24


@dataclass(frozen=True, slots=True)
class Nachbar:
    """An example, with what the page finds the nearest ones by, see ``Beispielorte``; values are separated by „|“."""

    eintrag: Eintrag
    laender: str
    arten: str
    groessen: str
    kommunen: str
    """The names as they are read."""


@dataclass(frozen=True, slots=True)
class Weiter:
    """Everything below „Was dazu gehört“ of one question; empty is what there is nothing of."""

    empfehlungen: tuple[Eintrag, ...]
    erfolgsfaktoren: tuple[Eintrag, ...]
    stellschrauben: tuple[Eintrag, ...]
    schritte: tuple[str, ...]
    """The first step, then others to begin with: a result never gives the same one twice."""
    beschluss: str
    begruendung: str
    argumente: tuple[Eintrag, ...]
    beispiele: tuple[Nachbar, ...]


def weiter(frage: Eintrag) -> Weiter:
    """Return what belongs to a question; what it is not linked with comes from its first recommendation.

    A municipality may have left out every recommendation of a question.
    """
    empfehlungen = frage.linked("empfehlungen")
    erste = empfehlungen[0] if empfehlungen else None
    return Weiter(
        empfehlungen=tuple(empfehlungen),
        erfolgsfaktoren=_own_or_of(frage, erste, "erfolgsfaktoren"),
        stellschrauben=tuple(frage.linked("stellschrauben")),
        schritte=tuple(dict.fromkeys(_steps(frage.linked("stellschrauben"), erste))),
        beschluss=frage.data.beschluss,
        begruendung=frage.data.beschluss_begruendung,
        argumente=tuple(erste.linked("argumente")) if erste else (),
        beispiele=tuple(map(_neighbour, _spread(_own_or_of(frage, erste, "beispiele")))),
    )


def _own_or_of(frage: Eintrag, erste: Eintrag | None, kind: str) -> tuple[Eintrag, ...]:
    return tuple(frage.linked(kind) or (erste.linked(kind) if erste else ()))


def _spread(beispiele: Sequence[Eintrag]) -> list[Eintrag]:
    """Leave out what a kind of place has most of: every Land and size keeps an example to find."""
    before = Counter[tuple[str, str]]()
    turns = list[tuple[int, int]]()
    for place, beispiel in enumerate(beispiele):
        kommune = beispiel.data.kommunen[0]
        kind = (kommune.land, kommune.groesse or "")
        turns.append((before[kind], place))
        before[kind] += 1
    kept = sorted(place for _, place in sorted(turns)[:BEISPIELE_PER_FRAGE])
    return [beispiele[place] for place in kept]


def _steps(stellschrauben: Sequence[Eintrag], erste: Eintrag | None) -> Iterator[str]:
    yield from (entry.data.redaktionell.erster_schritt for entry in stellschrauben)
    if erste:
        yield from erste.data.redaktionell.erste_schritte


def _neighbour(beispiel: Eintrag) -> Nachbar:
    orte = places_of(beispiel)
    return Nachbar(
        eintrag=beispiel,
        laender="|".join(orte.land),
        arten="|".join(orte.art),
        groessen="|".join(orte.groesse),
        kommunen=", ".join(kommune.name for kommune in beispiel.data.kommunen),
    )

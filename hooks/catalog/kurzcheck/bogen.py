"""What the page of the Kurz-Check shows beyond the catalogue itself."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..model.base import KOMMUNENARTEN, LAENDER
from ..model.kurzcheck import LAENGEN, STUFEN, Anker
from ..model.praxis import GROESSENKLASSEN
from .scoring import FORMEL, REGELN
from .weiter import Weiter, weiter


@dataclass(frozen=True, slots=True)
class Stufe:
    """A step of the scale, with its meaning where the catalogue gives one."""

    wert: int
    wort: str


@dataclass(frozen=True, slots=True)
class FrageImBogen:
    """A question with its place among the others and what belongs to it."""

    eintrag: Eintrag
    zaehler: str
    weiter: Weiter


# Whoever is to be asked shall not have to choose among many.
STELLEN_JE_LAND = 2


@dataclass(frozen=True, slots=True)
class Ansprechstellen:
    """Whom to ask in a Land; without a Land, those for all of Germany."""

    land: Eintrag | None
    stellen: tuple[Eintrag, ...]


def page_values(catalog: Catalog) -> dict[str, Any]:
    """Return what the template of the page needs."""
    return {
        "fragen": tuple(_of_the_leaflet(catalog)),
        "zusatzfragen": tuple(_of_ours(catalog)),
        "skala": scale(catalog.file.kurzcheck.anker),
        "laengen": LAENGEN,
        "regeln": asdict(REGELN),
        "formel": FORMEL,
        "alle_laender": LAENDER,
        "alle_arten": KOMMUNENARTEN,
        "groessenklassen": GROESSENKLASSEN,
        "ansprechstellen": tuple(_contacts(catalog)),
    }


def _contacts(catalog: Catalog) -> Iterator[Ansprechstellen]:
    nationwide = [stelle for stelle in catalog.all("anlaufstellen") if not stelle.data.laender]
    yield Ansprechstellen(None, _first(nationwide))
    for land in catalog.all("laender"):
        yield Ansprechstellen(land, _first(land.linked("anlaufstellen")))


def _first(stellen: Sequence[Eintrag]) -> tuple[Eintrag, ...]:
    there = [stelle for stelle in stellen if stelle.data.lage == "besteht"]
    return tuple(sorted(there, key=lambda stelle: not stelle.data.zuerst)[:STELLEN_JE_LAND])


def scale(anker: Sequence[Anker]) -> tuple[Stufe, ...]:
    """Return all steps of the scale."""
    words = {anchor.wert: anchor.wort for anchor in anker}
    return tuple(Stufe(wert, words.get(wert, "")) for wert in STUFEN)


def _of_the_leaflet(catalog: Catalog) -> Iterator[FrageImBogen]:
    """Yield its questions under its numbers, which stay even where a municipality leaves one out."""
    fragen = catalog.all("fragen")
    total = len(fragen) + sum(entry.kind.key == "fragen" for entry in catalog.hidden)
    for frage in fragen:
        yield FrageImBogen(frage, f"Frage {frage.nr} von {total}", weiter(frage))


def _of_ours(catalog: Catalog) -> Iterator[FrageImBogen]:
    fragen = catalog.all("zusatzfragen")
    for place, frage in enumerate(fragen, start=1):
        yield FrageImBogen(frage, f"Zusatzfrage {place} von {len(fragen)}", weiter(frage))

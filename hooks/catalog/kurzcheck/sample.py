"""A result to look at before one has answered anything: real questions, invented answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..catalogue.entries import Catalog, Eintrag
from ..model.kurzcheck import Band
from .scoring import REGELN

# A town as there are many: much begun, some of it good, a few gaps.
ANSWERS = (80, 60, 20, 70, 50, 90, 30, 60, 100, 40, 70, 80, 50)


@dataclass(frozen=True, slots=True)
class Probe:
    """A question with an invented answer."""

    frage: Eintrag
    wert: int
    band: Band


def sample_result(catalog: Catalog) -> tuple[Probe, ...]:
    """Return every question of the leaflet with an invented answer."""
    bands = catalog.file.kurzcheck.baender
    values = (ANSWERS[place % len(ANSWERS)] for place in range(len(catalog.all("fragen"))))
    return tuple(
        Probe(frage, wert, _band(wert, bands))
        for frage, wert in zip(catalog.all("fragen"), values, strict=True)
    )


def weakest(result: Sequence[Probe]) -> list[Probe]:
    """Return the answers where one would begin."""
    return sorted(result, key=lambda probe: probe.wert)[: REGELN.anfangen]


def _band(value: int, bands: Sequence[Band]) -> Band:
    return next(band for band in bands if band.von <= value <= band.bis)

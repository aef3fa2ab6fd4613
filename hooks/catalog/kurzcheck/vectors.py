"""Rules, formula and test vectors of the Kurz-Check, published so that anyone can check them."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ..catalogue.entries import Catalog
from ..model.base import SCHEMA_VERSION
from ..model.kurzcheck import TRIFFT_NICHT_ZU, WEISS_NICHT
from .former import FRUEHERE_FORMEL, FRUEHERE_REGELN, spread_vectors
from .scoring import FORMEL, REGELN, Answer, change, evaluate, median


def calculation(catalog: Catalog) -> dict[str, Any]:
    """Return rules, formula, a worked example and test vectors as one document."""
    vectors = list(_evaluation_vectors(catalog))
    return {
        "schema_version": SCHEMA_VERSION,
        "stand": catalog.file.stand,
        "hinweis": catalog.file.kurzcheck.baender_hinweis,
        "regeln": {**asdict(REGELN), **asdict(FRUEHERE_REGELN)},
        "baender": [band.model_dump() for band in catalog.file.kurzcheck.baender],
        "formel": [*FORMEL, *FRUEHERE_FORMEL],
        "beispiel": vectors[0],
        "vektoren": {
            "median": [{"werte": values, "median": median(values)} for values in _MEDIANS],
            "ergebnis": vectors,
            "zurueckgestellt": list(_put_aside_vectors(catalog)),
            "personen": list(spread_vectors()),
            "zeitvergleich": [{"alt": old, "neu": new, **change(old, new)} for old, new in _PAIRS],
        },
    }


def fragen_of(catalog: Catalog, extra: bool = False) -> dict[str, list[str]]:
    """Return the questions with the recommendations they belong to."""
    kinds = ("fragen", "zusatzfragen") if extra else ("fragen",)
    return {e.id: [r.id for r in e.linked("empfehlungen")] for e in catalog.all(*kinds)}


_MEDIANS: tuple[tuple[int, ...], ...] = (
    (), (40,), (20, 60), (0, 0, 100), (30, 40, 60, 90), (100, 0, 50), (0, 0, 0, 0, 10),
)  # fmt: skip
_PAIRS: tuple[tuple[Answer, Answer], ...] = (
    (30, 30), (30, 40), (40, 30), (30, 50), (50, 30), (0, 100),
    (None, 0), (0, None), (WEISS_NICHT, 0), (0, TRIFFT_NICHT_ZU), (None, None),
)  # fmt: skip
_PROFILES: dict[str, tuple[Answer, ...]] = {
    "Beispiel": (0, 20, 50, 70, 40, 100, 60, WEISS_NICHT, None, 30, 80, TRIFFT_NICHT_ZU, 90),
    "nichts beantwortet": (None,),
    "alles 0": (0,),
    "alles 50": (50,),
    "alles 100": (100,),
    "alles weiß nicht": (WEISS_NICHT,),
    "zur Hälfte leer": (10, None),
    "sechs Antworten": (0, 30, 60, 70, 100, 40, None, None, None, None, None, None, None),
    "Gleichstand": (40, 50, 50, 60, 50, 90),
    "vier Zustände": (0, WEISS_NICHT, TRIFFT_NICHT_ZU, None, 100),
}


def _evaluation_vectors(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Yield profiles, repeated over all questions, with their results."""
    bands = catalog.file.kurzcheck.baender
    for name, pattern in _PROFILES.items():
        for extra in (False, True):
            fragen = fragen_of(catalog, extra)
            answers = {id_: pattern[i % len(pattern)] for i, id_ in enumerate(fragen)}
            yield {
                "name": name + (" mit Zusatzfragen" if extra else ""),
                "antworten": answers,
                "ergebnis": evaluate(fragen, answers, bands),
            }


def _put_aside_vectors(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Yield what comes first when one question after the other is put aside, until none is left."""
    fragen, bands = fragen_of(catalog), catalog.file.kurzcheck.baender
    pattern = _PROFILES["Beispiel"]
    answers = {id_: pattern[i % len(pattern)] for i, id_ in enumerate(fragen)}
    aside: list[str] = []
    while found := evaluate(fragen, answers, bands, aside)["ansatzpunkte"]:
        yield {"antworten": answers, "zurueckgestellt": list(aside), "ansatzpunkte": found}
        aside.append(found[0])

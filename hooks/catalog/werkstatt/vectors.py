"""Codes and verdicts to try an implementation with, published beside the scoring."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ..catalogue.entries import Catalog
from ..kurzcheck.scoring import Answer
from ..model.base import SCHEMA_VERSION
from ..model.kurzcheck import TRIFFT_NICHT_ZU, WEISS_NICHT
from .codes import (
    ALPHABET,
    ANSWERS,
    LENGTHS,
    SCHEME,
    STAEDTE,
    InvalidCode,
    decode,
    encode,
    spoken,
    suggestions,
)
from .fragenlisten import RELEASED, Fragenliste, fragenlisten
from .urteile import FORMEL, REGELN, judge, topics


def answer_codes(catalog: Catalog) -> dict[str, Any]:
    """Return the scheme of the codes, the lists of questions, and codes that are valid and invalid."""
    return {
        "schema_version": SCHEMA_VERSION,
        "stand": catalog.file.stand,
        "verfahren": SCHEME,
        "zeichen": ALPHABET,
        "antworten": ANSWERS,
        "laengen": [{"fragen": most, "daten": data, "pruefzeichen": check} for most, data, check in LENGTHS],
        "staedte": STAEDTE,
        "fragenlisten": [asdict(one) for one in fragenlisten(catalog)],
        "vektoren": {
            "gueltig": [_valid(version, answers) for version, answers in _VALID],
            "ungueltig": [{"code": text, "grund": _reason(text)} for text in _INVALID],
            "vorschlaege": [{"code": text, "vorschlaege": suggestions(text, _LISTS)} for text in _SLIPS],
        },
    }


def verdicts(catalog: Catalog) -> dict[str, Any]:
    """Return the rule of disagreement with groups of people and the verdicts on them."""
    bands = catalog.file.kurzcheck.baender
    judged = [judge(answers, bands) for answers in _GROUPS]
    return {
        "schema_version": SCHEMA_VERSION,
        "stand": catalog.file.stand,
        "regeln": asdict(REGELN),
        "baender": [band.model_dump() for band in bands],
        "formel": list(FORMEL),
        "vektoren": [
            {"antworten": answers, "ergebnis": result}
            for answers, result in zip(_GROUPS, judged, strict=True)
        ],
        "themen": topics(judged),
    }


_LISTS = tuple(Fragenliste(version, RELEASED[version]) for version in (1, 2))
_RISING = tuple(place % 11 * 10 for place in range(16))
_MIXED: tuple[Answer, ...] = (0, 20, 50, 70, 40, 100, 60, WEISS_NICHT, None, 30, 80, TRIFFT_NICHT_ZU, 90)
_VALID: tuple[tuple[int, tuple[Answer, ...]], ...] = (
    (1, (0,) * 13),
    (1, (100,) * 13),
    (1, (None,) * 13),
    (1, (WEISS_NICHT,) * 13),
    (1, (TRIFFT_NICHT_ZU,) * 13),
    (1, _RISING[:13]),
    (1, _MIXED),
    (2, (0,) * 16),
    (2, _RISING),
    (2, (*_MIXED, 10, WEISS_NICHT, None)),
)
# One character wrong, a swap, all zeros, too short, too long, foreign characters, another town's list.
_INVALID = (
    "8ZEM-WB51-2V05",
    "8ZEM-WB51-2VS0",
    "0000-0000-0000",
    "8ZEM-WB51-2V0",
    "8ZEM-WB51-2V0S-1",
    "8ZEM",
    "",
    "8ZEM-WB51-2V0?",
    "8ZÄM-WB51-2V0S",
    encode((50,) * 13, 30),
    encode((50,) * 16, 1),
    encode((50,) * 13, 2),
    "0R29-GEYW-QNEA-1TQZ",
)
_SLIPS = ("8ZEM-WB51-2V05", "8ZEM-BW51-2V0S", "ZZZZ-ZZZZ-ZZZZ", "0R29-GEYW-QNEA-1TYQ")

_GROUPS: tuple[tuple[Answer, ...], ...] = (
    (),
    (20,),
    (20, 80),
    (50, 50, 50),
    (0, 50, 50),
    (0, 30, 60, 90),
    (20, 30, 30, 20, 20),
    (80, 90, 100, 80, 90, 90, 80, 90),
    (50, 60, 50, 50, 60, 50),
    (10, 20, 20, 30, 70, 80, 90, 100),
    (0, 20, 40, 60, 80, 100),
    (80, 80, 80, 80, 80, 80, 80, 80, 10),
    (80, 80, 80, 80, 80, 80, 80, 0, 0),
    (40, 40, 40, 80, 80, 80, 80, 80, 80, 80, 80, 80),
    (80, 80, 80, 80, 80, 80, 80, 80, 40),
    (0, WEISS_NICHT, TRIFFT_NICHT_ZU, None),
    (WEISS_NICHT, WEISS_NICHT, None),
    (WEISS_NICHT, WEISS_NICHT, WEISS_NICHT, 10, 10),
    (TRIFFT_NICHT_ZU, TRIFFT_NICHT_ZU, TRIFFT_NICHT_ZU, None, 50, 50, 50, 50),
    (TRIFFT_NICHT_ZU, TRIFFT_NICHT_ZU, TRIFFT_NICHT_ZU, None, None, 50, 50, 50),
    # Just below the bounds, and on them.
    (30, 30, 30, 50, 70),
    (20, 30, 40, 50, 80),
    (20, 50, 60),
    (20, 50, 70),
    (0, 0, 0, 0, 30),
)


def _valid(version: int, answers: Sequence[Answer]) -> dict[str, Any]:
    code = encode(answers, version)
    return {"version": version, "antworten": answers, "code": code, "gesprochen": spoken(code)}


def _reason(text: str) -> str:
    try:
        decode(text, _LISTS)
    except InvalidCode as error:
        return str(error)
    raise AssertionError(f"{text} is valid")

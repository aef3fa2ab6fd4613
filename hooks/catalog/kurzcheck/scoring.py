"""The Kurz-Check's arithmetic.

The page calculates in the browser; this module is the reference.  Words for
answers and results are the same here, in the browser's script and in the
published files.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.kurzcheck import TRIFFT_NICHT_ZU, WEISS_NICHT, Band

Answer = int | str | None


@dataclass(frozen=True, slots=True)
class Regeln:
    """The numbers behind the result; conventions of this site, like the bands."""

    anfangen: int = 3
    """So many questions at least are named as places to start."""
    zusammenfassung: int = 7
    """Answers needed before recommendations are summed up."""
    median: int = 3
    """Values needed for a median."""
    gleich: int = 10
    """A change up to this many points counts as none."""
    tage: int = 30
    """Days until a check kept on the device is deleted."""


REGELN = Regeln()
FORMEL = (
    "Jede Antwort ist eine Stufe von 0 bis 100 in Zehnerschritten, „weiß nicht“, „trifft nicht zu“ oder "
    "fehlt. Gerechnet wird nur mit Stufen. Eine fehlende Antwort zählt nie als 0.",
    "Eine Gesamtnote und Durchschnitte gibt es nicht.",
    "Stärken sind Fragen in der obersten Einordnung.",
    f"„Wo Sie anfangen können“ nennt alle Fragen in der untersten Einordnung. Sind das weniger als "
    f"{REGELN.anfangen}, kommen die nächstniedrigen hinzu, bei gleichem Wert alle gemeinsam. Fragen in der "
    f"obersten Einordnung gehören nie dazu.",
    f"Das Ergebnis stellt {REGELN.anfangen} davon voran: die niedrigsten, aber zu jeder Empfehlung nur eine, solange es "
    f"die Wahl gibt. Es zählt die erste Empfehlung einer Frage; bei gleichem Wert die Reihenfolge der Fragen. Für "
    f"eine zurückgestellte Frage rückt die nächste nach.",
    "Alle übrigen Fragen mit einer Stufe sind „auf dem Weg“. Fragen ohne Stufe sind „offen“.",
    f"Je Empfehlung stehen die Werte ihrer Fragen. Ab {REGELN.median} Werten steht stattdessen der Median. Das "
    f"ist der mittlere Wert; bei gerader Anzahl der niedrigere der beiden mittleren. Dafür braucht es "
    f"insgesamt mindestens {REGELN.zusammenfassung} Antworten mit einer Stufe.",
    f"Zwei Zeitpunkte: Bis {REGELN.gleich} Punkte Unterschied heißt es „etwa gleich“.",
)


def median(values: Sequence[int]) -> int | None:
    """Return the middle value, the lower one of two; never a value that nobody chose."""
    if len(values) < REGELN.median:
        return None
    return sorted(values)[(len(values) - 1) // 2]


def steps(answers: Sequence[Answer]) -> list[int]:
    """Return the answers that are a step of the scale, lowest first."""
    return sorted(answer for answer in answers if isinstance(answer, int))


def counts(answers: Sequence[Answer]) -> dict[str, int]:
    """Count the four states an answer can be in."""
    return {
        "beantwortet": len(steps(answers)),
        "weiss_nicht": answers.count(WEISS_NICHT),
        "trifft_nicht_zu": answers.count(TRIFFT_NICHT_ZU),
        "unbeantwortet": answers.count(None),
    }


def band_of(value: int, bands: Sequence[Band]) -> Band:
    """Return the band a step belongs to."""
    return next(band for band in bands if band.von <= value <= band.bis)


def evaluate(
    fragen: Mapping[str, Sequence[str]],
    answers: Mapping[str, Answer],
    bands: Sequence[Band],
    zurueckgestellt: Collection[str] = (),
) -> dict[str, Any]:
    """Sort one person's answers into strengths, on the way, where to start and open.

    Args:
        fragen: the ids of the Empfehlungen each Frage belongs to.
        answers: one answer per question; a missing one counts as unanswered.
        bands: from the lowest to the highest.
        zurueckgestellt: questions put aside; others take their place among those to begin with.
    """
    given = {id_: answers.get(id_) for id_ in fragen}
    values = {id_: answer for id_, answer in given.items() if isinstance(answer, int)}
    start = starting_points(values, bands)
    strengths = [id_ for id_, value in values.items() if value >= bands[-1].von]
    return {
        "fragen": len(fragen),
        **counts(list(given.values())),
        "staerken": strengths,
        "auf_dem_weg": [id_ for id_ in values if id_ not in start and id_ not in strengths],
        "anfangen": start,
        "ansatzpunkte": ansatzpunkte(
            fragen, {id_: value for id_, value in values.items() if id_ not in zurueckgestellt}, bands
        ),
        "offen": [id_ for id_ in given if id_ not in values],
        "empfehlungen": _empfehlungen(fragen, given) if len(values) >= REGELN.zusammenfassung else [],
    }


def starting_points(values: Mapping[str, int], bands: Sequence[Band]) -> list[str]:
    """Return the questions to start with, lowest value first."""
    below = sorted((value, id_) for id_, value in values.items() if value < bands[-1].von)
    if not below:
        return []
    third = below[min(REGELN.anfangen, len(below)) - 1][0]
    limit = max(third, bands[0].bis)
    return sorted((id_ for id_, value in values.items() if value <= limit), key=lambda id_: values[id_])


def ansatzpunkte(
    fragen: Mapping[str, Sequence[str]], values: Mapping[str, int], bands: Sequence[Band]
) -> list[str]:
    """Return the few questions that a result names first, of each Empfehlung one as long as there is a choice."""
    candidates = starting_points(values, bands)
    first: dict[str, str] = {}
    for id_ in candidates:
        first.setdefault(next(iter(fragen[id_]), id_), id_)
    others = [id_ for id_ in candidates if id_ not in first.values()]
    chosen = [*first.values(), *others][: REGELN.anfangen]
    return [id_ for id_ in candidates if id_ in chosen]


def _empfehlungen(fragen: Mapping[str, Sequence[str]], given: Mapping[str, Answer]) -> list[dict[str, Any]]:
    asked: dict[str, list[Answer]] = {}
    for frage, empfehlungen in fragen.items():
        for id_ in empfehlungen:
            asked.setdefault(id_, []).append(given[frage])
    return [
        {
            "id": id_,
            "fragen": len(answers),
            "beantwortet": len(steps(answers)),
            "werte": steps(answers),
            "median": median(steps(answers)),
        }
        for id_, answers in asked.items()
    ]


def change(old: Answer, new: Answer) -> dict[str, Any]:
    """Compare two dates: the difference and what to call it."""
    if not isinstance(old, int) or not isinstance(new, int):
        return {"differenz": None, "urteil": "nicht vergleichbar"}
    difference = new - old
    if abs(difference) <= REGELN.gleich:
        return {"differenz": difference, "urteil": "etwa gleich"}
    return {"differenz": difference, "urteil": "höher" if difference > 0 else "niedriger"}

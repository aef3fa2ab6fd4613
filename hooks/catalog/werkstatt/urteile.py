"""Where a group agrees, where it should talk, where it should act; the browser calculates the same.

The measure is how far two people of the group are apart on average.  Range and quartiles were simulated for groups
of three to twelve and fail: the range grows with every person, the quartiles change with their definition and do
not see two out of nine.  ``tests/bench/urteile.py`` repeats the simulation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from ..kurzcheck.scoring import Answer, band_of, counts, median, steps
from ..model.kurzcheck import Band


@dataclass(frozen=True, slots=True)
class Regeln:
    """The numbers behind the verdicts; conventions of this site."""

    urteil: int = 3
    """Fewer values are shown without a verdict."""
    viele: int = 5
    """Fewer people are few: the stricter bound holds, and the verdict says so."""
    uneinig: int = 25
    """From this mean distance of two people on they disagree."""
    uneinig_wenige: int = 30
    """The same for few people."""
    luecke: int = 30
    """A gap this wide between two neighbouring values separates camps."""
    lager: int = 2
    """So many people at least are a camp."""
    abweichung: int = 40
    """So far from the middle value a single voice deviates."""
    themen: int = 3
    """Most topics that are proposed."""
    personen: int = 60
    """Most people in a room; beyond, nobody reads the pictures."""


REGELN = Regeln()

OHNE_URTEIL = "ohne-urteil"
NIEMAND_WEISS_ES = "niemand-weiss-es"
ZWEI_LAGER = "zwei-lager"
BREIT_GESTREUT = "breit-gestreut"
STIMME_WEICHT_AB = "stimme-weicht-ab"
EINIG_STARK = "einig-stark"
EINIG_SCHWACH = "einig-schwach"
EINIG_UNTERWEGS = "einig-unterwegs"

FORMEL = (
    "Gerechnet wird nur mit Stufen. „Weiß nicht“ wird gezählt. Durchschnitte der Werte gibt es nicht.",
    f"Unter {REGELN.urteil} Personen stehen nur die Werte da. Ebenso, wenn weniger als die Hälfte eine Stufe "
    f"gewählt hat.",
    "„Niemand weiß es“ heißt: Es gibt mehr „weiß nicht“ als Stufen.",
    f"Der Abstand ist der mittlere Unterschied zwischen je zwei Personen. „Uneinig“ heißt: Er beträgt mindestens "
    f"{REGELN.uneinig} Punkte, bei weniger als {REGELN.viele} Stufen mindestens {REGELN.uneinig_wenige}.",
    f"Bei „uneinig“ sind es zwei Lager, wenn zwischen zwei benachbarten Werten mindestens {REGELN.luecke} Punkte "
    f"liegen und auf jeder Seite mindestens {REGELN.lager} Personen stehen. Sonst ist es breit gestreut.",
    f"Ab {REGELN.viele} Stufen weicht eine Stimme ab, wenn sie mindestens {REGELN.abweichung} Punkte vom "
    f"mittleren Wert entfernt ist. Sie wird nie verdeckt.",
    "Sonst ist die Runde einig. Der mittlere Wert entscheidet dann, ob stark, schwach oder unterwegs: nach den "
    "Grenzen der Einordnung.",
)


def judge(answers: Sequence[Answer], bands: Sequence[Band]) -> dict[str, Any]:
    """Return the verdict on one question.

    Args:
        answers: one per person in the room, in any order.
        bands: from the lowest to the highest.
    """
    values = steps(answers)
    deviating = _deviating(values)
    verdict = _verdict(answers, values, deviating, bands)
    shows_middle = verdict in {EINIG_STARK, EINIG_SCHWACH, EINIG_UNTERWEGS, STIMME_WEICHT_AB}
    return {
        "werte": values,
        **counts(answers),
        "abstand": _rounded_distance(values),
        "urteil": verdict,
        "wenige": verdict != OHNE_URTEIL and 0 < len(values) < REGELN.viele,
        "abweichend": deviating if verdict == STIMME_WEICHT_AB else [],
        # In two camps nobody stands in the middle.
        "mitte": median(values) if shows_middle else None,
    }


def topics(judged: Sequence[dict[str, Any]]) -> list[int]:
    """Return the places of the questions to talk about first: where people are furthest apart."""
    worth = {ZWEI_LAGER: 2, BREIT_GESTREUT: 2, STIMME_WEICHT_AB: 1}
    places = [place for place, one in enumerate(judged) if one["urteil"] in worth]
    places.sort(key=lambda place: (-worth[judged[place]["urteil"]], -judged[place]["abstand"]))
    return places[: REGELN.themen]


def disagree(values: Sequence[int]) -> bool:
    """Whether values are so far apart that people should talk; in whole numbers, so that bounds are exact."""
    count = len(values)
    if count < REGELN.urteil:
        return False
    bound = REGELN.uneinig if count >= REGELN.viele else REGELN.uneinig_wenige
    return 2 * _all_distances(values) >= bound * count * (count - 1)


def _verdict(
    answers: Sequence[Answer], values: list[int], deviating: list[int], bands: Sequence[Band]
) -> str:
    if len(answers) < REGELN.urteil:
        return OHNE_URTEIL
    if counts(answers)["weiss_nicht"] > len(values):
        return NIEMAND_WEISS_ES
    if len(values) < REGELN.urteil or 2 * len(values) < len(answers):
        return OHNE_URTEIL
    if disagree(values):
        return ZWEI_LAGER if _has_camps(values) else BREIT_GESTREUT
    if deviating:
        return STIMME_WEICHT_AB
    return _agreed(median(values) or 0, bands)


def _agreed(middle: int, bands: Sequence[Band]) -> str:
    band = band_of(middle, bands)
    if band == bands[0]:
        return EINIG_SCHWACH
    return EINIG_STARK if band == bands[-1] else EINIG_UNTERWEGS


def _has_camps(values: list[int]) -> bool:
    gaps = [place for place, (low, high) in enumerate(pairwise(values), 1) if high - low >= REGELN.luecke]
    return any(REGELN.lager <= place <= len(values) - REGELN.lager for place in gaps)


def _deviating(values: list[int]) -> list[int]:
    middle = median(values)
    if middle is None or len(values) < REGELN.viele:
        return []
    return [value for value in values if abs(value - middle) >= REGELN.abweichung]


def _all_distances(values: Sequence[int]) -> int:
    return sum(abs(one - other) for one, other in combinations(values, 2))


def _rounded_distance(values: list[int]) -> int | None:
    pairs = len(values) * (len(values) - 1) // 2
    return (2 * _all_distances(values) + pairs) // (2 * pairs) if pairs else None

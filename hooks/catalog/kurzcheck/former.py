"""What was published of the former comparison of several people.

The rule has moved on, see ``werkstatt/urteile.py``; whoever reads the published file still finds every field.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.kurzcheck import TRIFFT_NICHT_ZU, WEISS_NICHT
from .scoring import Answer, counts, median, steps


@dataclass(frozen=True, slots=True)
class FruehereRegeln:
    """The numbers of the former comparison."""

    gespraech: int = 40
    """From this range on, people should talk about a question."""
    dateien: int = 12
    """Most files in one comparison."""


FRUEHERE_REGELN = FruehereRegeln()
FRUEHERE_FORMEL = (
    f"Früherer Vergleich mehrerer Personen, ersetzt durch die Regeln in werkstatt-urteile.json: Die Spanne ist der "
    f"höchste minus den niedrigsten Wert. Ab {FRUEHERE_REGELN.gespraech} Punkten bestand Gesprächsbedarf. Es waren "
    f"höchstens {FRUEHERE_REGELN.dateien} Dateien.",
)

_GROUPS: tuple[tuple[Answer, ...], ...] = (
    (0, 100),
    (50, 50, 50),
    (20, 30, 60),
    (20, 30, 50),
    (0, WEISS_NICHT, TRIFFT_NICHT_ZU, None),
    (WEISS_NICHT, WEISS_NICHT, None),
    (10, 20, 20, 30, 70, 80, 90, 100),
)


def spread(answers: Sequence[Answer]) -> dict[str, Any]:
    """Compare several people as the former comparison did."""
    values = steps(answers)
    width = values[-1] - values[0] if len(values) > 1 else None
    return {
        "werte": values,
        **counts(answers),
        "median": median(values),
        "spanne": width,
        "gespraechsbedarf": width is not None and width >= FRUEHERE_REGELN.gespraech,
    }


def spread_vectors() -> Iterator[dict[str, Any]]:
    """Yield groups of answers with what the former comparison said of them."""
    for answers in _GROUPS:
        yield {"antworten": answers, "ergebnis": spread(answers)}

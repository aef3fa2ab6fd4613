"""The examples as they are written, for whoever wants to change one.

The page holds none of them, so it does not grow with the catalogue.  The browser loads their names when
somebody comes to the form, and one part with the texts when somebody chooses an example.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..model.kinds import KINDS

FOLDER = "assets/mitmachen"
EXAMPLES_PER_PART = 40

# The path of a script below the site's root, the global it sets, and what makes the value.
Data = tuple[str, str, Callable[[], Any]]


def existing_examples(catalog: Catalog) -> Iterator[Data]:
    """Yield the list of all examples, then their texts in parts."""
    beispiele = catalog.all("beispiele")
    yield f"{FOLDER}/liste.js", "ivoBeispiele", partial(_list, beispiele)
    for number, start in enumerate(range(0, len(beispiele), EXAMPLES_PER_PART)):
        part = beispiele[start : start + EXAMPLES_PER_PART]
        yield f"{FOLDER}/teil-{number}.js", f"ivoBeispiele{number}", partial(_texts, part)


def _list(beispiele: Sequence[Eintrag]) -> dict[str, Any]:
    """Return id and title of every example, and the ids that no new one may have besides."""
    names = [[e.id, e.titel] for e in beispiele]
    former = {id_ for e in beispiele for id_ in e.data.fruehere_ids}
    return {
        "namen": names,
        "vergeben": sorted(former | KINDS["beispiele"].reserved),
        "je_teil": EXAMPLES_PER_PART,
    }


def _texts(beispiele: Sequence[Eintrag]) -> list[dict[str, Any]]:
    """Return examples as the editor wrote them."""
    return [
        e.data.model_dump(mode="json", exclude_defaults=True, exclude_computed_fields=True) for e in beispiele
    ]

"""The order of examples for a place: by size class and Land, with the step that was used."""

from typing import Any

import pytest
from catalog.model.praxis import GROESSENKLASSEN, size_class
from playwright.sync_api import Page

KLASSEN = [klasse.id for klasse in GROESSENKLASSEN]
BEISPIELE = {
    "grossstadt": ("Hessen", "kreisfreie Stadt", "ab-500000"),
    "kleinstadt-hessen": ("Hessen", "Stadt", "ab-5000"),
    "kleinstadt-sachsen": ("Sachsen", "Stadt", "ab-5000"),
    "mittelstadt": ("Sachsen", "Stadt", "ab-20000"),
    "kreis": ("Sachsen", "Landkreis", "ab-100000"),
    "unbekannt": ("Sachsen", "Stadt", ""),
}


def ordered(page: Page, ort: tuple[str, str, str], beispiele: Any = BEISPIELE) -> list[tuple[str, str, Any]]:
    page.goto("/404.html")
    listed = [
        {"id": id_, **dict(zip(("land", "art", "groesse"), ([part] for part in place), strict=True))}
        if isinstance(place, tuple)
        else {"id": id_, **place}
        for id_, place in beispiele.items()
    ]
    return page.evaluate(
        """async ([beispiele, ort, klassen]) => {
        const { comparable } = await import("/modules/shared/comparable.mjs");
        return comparable(beispiele, ort, klassen)
          .map(({ stufe, wort, beispiele }) => [stufe, wort, beispiele.map(({ id }) => id)]);
        }""",
        [listed, dict(zip(("land", "art", "groesse"), ort, strict=True)), KLASSEN],
    )


def test_size_and_land_come_before_everything_else(page: Page) -> None:
    found = ordered(page, ("Sachsen", "Stadt", "ab-5000"))
    assert found == [
        ["hier", "Ähnlich groß und im selben Land", ["kleinstadt-sachsen"]],
        ["gleich", "Ähnlich groß, in einem anderen Land", ["kleinstadt-hessen"]],
        ["nachbar", "Etwas größer oder kleiner", ["mittelstadt"]],
        ["andere", "Andere Größe oder Art der Kommune", ["unbekannt", "kreis", "grossstadt"]],
    ]


def test_a_landkreis_is_not_compared_with_a_town_of_its_size(page: Page) -> None:
    stadt = {"stadt": ("Sachsen", "kreisfreie Stadt", "ab-100000"), **BEISPIELE}
    assert ordered(page, ("Sachsen", "Landkreis", "ab-100000"), stadt)[0][2] == ["kreis"]


def test_without_a_size_the_kind_of_place_stands_for_it(page: Page) -> None:
    found = ordered(page, ("Hessen", "Stadt", ""))
    assert [(step, ids) for step, _, ids in found] == [
        ("hier", ["kleinstadt-hessen"]),
        ("gleich", ["kleinstadt-sachsen", "mittelstadt", "unbekannt"]),
        ("andere", ["grossstadt", "kreis"]),
    ]
    assert found[0][1] == "Gleiche Art der Kommune und im selben Land"


def test_without_a_land_nobody_is_said_to_be_elsewhere(page: Page) -> None:
    (step, wort, ids), *_ = ordered(page, ("", "Stadt", "ab-5000"))
    assert (step, wort) == ("gleich", "Ähnlich groß")
    assert ids == ["kleinstadt-hessen", "kleinstadt-sachsen"]


def test_who_says_nothing_gets_the_order_of_the_catalogue(page: Page) -> None:
    assert ordered(page, ("", "", "")) == [["andere", "Aus anderen Kommunen", list(BEISPIELE)]]


def test_of_several_places_the_nearest_counts(page: Page) -> None:
    zwei = {
        "fern": ("Hessen", "Stadt", "ab-500000"),
        "zwei": {
            "land": ["Hessen", "Sachsen"],
            "art": ["Landkreis", "Stadt"],
            "groesse": ["ab-100000", "ab-5000"],
        },
    }
    assert ordered(page, ("Sachsen", "Stadt", "ab-5000"), zwei)[0] == [
        "hier",
        "Ähnlich groß und im selben Land",
        ["zwei"],
    ]
    # Land of one place and size of another make no near place.
    assert ordered(page, ("Hessen", "Stadt", "ab-5000"), zwei)[0][0] == "gleich"


@pytest.mark.parametrize(
    ("zahl", "id_"),
    [(1, "unter-5000"), (4999, "unter-5000"), (5000, "ab-5000"), (19_999, "ab-5000"), (500_000, "ab-500000")],
)
def test_a_class_begins_with_its_number(zahl: int, id_: str) -> None:
    assert size_class(zahl).id == id_

"""What a council paper quotes of an example speaks of what is asked for, and can be read alone."""

import pytest
from catalog.documents.auszug import beginning, excerpt, places_in_words
from catalog.model.praxis import BeispielKommune

LONG = "Der Kreis hatte dafür viele Jahre lang weder Geld noch Personal noch einen Beschluss gefunden. " * 4
TEXT = f"Am Anfang stand ein Fest. {LONG}Ein Bündnis entstand. Es schulte alle Beschäftigten. Später kam Lob."


def kommune(name: str, land: str) -> BeispielKommune:
    return BeispielKommune.model_validate({"name": name, "land": land, "art": "Stadt"})


def test_it_begins_at_the_beginning_where_there_is_room() -> None:
    assert (
        excerpt("Ein Fest. Ein Netz entstand. Es hielt.", ["netz"])
        == "Ein Fest. Ein Netz entstand. Es hielt."
    )


def test_it_takes_along_what_a_sentence_refers_to() -> None:
    found = "Ein Bündnis entstand. Es schulte alle Beschäftigten. Später kam Lob."
    assert excerpt(TEXT, ["schulte"]) == found


def test_the_sentence_with_most_of_the_words_counts() -> None:
    assert "Ein Bündnis" in excerpt(TEXT, ["bündnis", "entstand", "fest"])


def test_what_does_not_speak_of_it_is_not_quoted() -> None:
    assert excerpt(TEXT, ["dolmetschen"]) == ""
    assert beginning(TEXT).startswith("Am Anfang stand ein Fest.")


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([("Pirna", "Sachsen")], "Pirna, Sachsen"),
        ([("Hamburg", "Hamburg")], "Hamburg"),
        ([("Goslar", "Niedersachsen"), ("Celle", "Niedersachsen")], "Goslar und Celle, Niedersachsen"),
        ([("Goslar", "Niedersachsen"), ("Fulda", "Hessen")], "Goslar, Niedersachsen; Fulda, Hessen"),
        ([(name, "Hessen") for name in "ABCD"], "vier Kommunen in Hessen"),
        ([*[(name, "Saarland") for name in "ABC"], ("D", "Hessen")], "vier Kommunen im Saarland und Hessen"),
    ],
)
def test_places_are_read_with_their_land(places: list[tuple[str, str]], words: str) -> None:
    assert places_in_words([kommune(*place) for place in places]) == words

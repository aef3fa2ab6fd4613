"""Numbers on hand-written pages are counted, so that a copy with hidden entries says nothing false."""

import re
from pathlib import Path

import pytest
from catalog.catalogue.entries import Catalog
from catalog.catalogue.figures import counted, in_words, number_problems, with_numbers
from catalog.model.kinds import KINDS
from conftest import ROOT

WRITTEN = sorted((ROOT / "content").rglob("*.md"))
TEMPLATES = sorted((ROOT / "hooks/catalog/templates").rglob("*.html"))
_WORDS = [in_words(number) for number in range(2, 100)]
_COUNTED = {
    kind.gezaehlt or kind.mehrzahl.partition(" ")[0].removesuffix("n").removesuffix("e")
    for kind in KINDS.values()
}
BY_HAND = re.compile(rf"(?i)\b({'|'.join(_WORDS)})\b[ \[]+(?:\w+ )?\[?({'|'.join(sorted(_COUNTED))})\w*")
# What a source says of itself, or what is so whatever a copy shows.
TRUE_ANYWAY = {
    "zehn Empfehlungen für ihre Mitglieder",
    "Gemeinsam haben sie 2007 im Nationalen Integrationsplan zehn Empfehlungen an die Kommunen gerichtet",
    "die sechzehn Länder ungefähr nach ihrer Lage",
    "Die zehn [Empfehlungen](empfehlungen/index.md) stammen von 2007",
    "vier Argumente und vierzehn Stellschrauben.",
    "der vierzehn Stellschrauben des Faltblatts",
    "Fassungen der zehn Empfehlungen",
    "enthalten die zehn Empfehlungen.",
}


def test_numbers_in_words() -> None:
    assert [in_words(number) for number in (2, 12, 16, 20, 21, 99, 100)] == [
        "zwei",
        "zwölf",
        "sechzehn",
        "zwanzig",
        "einundzwanzig",
        "neunundneunzig",
        "100",
    ]


def test_a_mark_takes_the_number_of_the_copy(catalog: Catalog, tiny: Catalog) -> None:
    text = "# {fragen: Die Frage | Die # Fragen}\n{fragen: Eine Frage | # Fragen}, {glossar: ein Wort | # Wörter}."
    whole = with_numbers(text, catalog)
    assert whole.startswith("# Die dreizehn Fragen\nDreizehn Fragen, ")
    assert counted(tiny, "empfehlungen", "die Empfehlung", "die # Empfehlungen") in {
        "die Empfehlung",
        "die zwei Empfehlungen",
    }


def test_what_cannot_be_counted_is_named_with_its_line() -> None:
    (problem,) = number_problems("\nHier {frage: eine | # viele}.")
    assert str(problem) == "2: „frage“ lässt sich nicht zählen. Meinten Sie „fragen“?"


@pytest.mark.parametrize("path", [*WRITTEN, *TEMPLATES], ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_counts_by_hand(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for sentence in TRUE_ANYWAY:
        text = text.replace(sentence, "")
    assert [found[0] for found in BY_HAND.finditer(text)] == []

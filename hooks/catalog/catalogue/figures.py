"""What the catalogue rests on, in numbers, what of it was looked at last, and what texts may say of it in a copy."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from ..model.kinds import KINDS
from ..model.kommune import HIDEABLE
from ..reading.problems import Problem, did_you_mean
from .entries import Catalog, Eintrag

RECENT = 3
_ONES = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
).split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
# {fragen: die eine Frage | die # Fragen}
NUMBER = re.compile(r"\{(?P<kind>[a-z]+): (?P<one>[^|{}\n]+) \| (?P<many>[^|{}\n]+)\}")
# {mit werkstatt: In der [Werkstatt](werkstatt/index.md) vergleichen Sie Antworten.}; a number may stand inside.
_PART = re.compile(r"\{mit (?P<section>[^:{}]+): (?P<text>(?:[^{}]|\{[^{}]*\})*)\}")
_OPENING = re.compile(r"\{mit\b")
_LINE = re.compile(rf"^{_PART.pattern}(?P<end>\n|\Z)", re.MULTILINE)

_NO_PART = (
    "„{mit“ beginnt etwas, das kein Ende hat oder in einem anderen solchen Teil steht. "
    "So ist es richtig: „{mit werkstatt: Text}“."
)


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is; every number is counted, none is written by hand."""

    beispiele: int
    kommunen: int
    laender: int
    belege: int
    quellen: int


def figures(catalog: Catalog) -> Figures:
    """Count examples, their places and proofs, and all sources."""
    beispiele = catalog.all("beispiele")
    places = {(place.name, place.land) for beispiel in beispiele for place in beispiel.data.kommunen}
    return Figures(
        beispiele=len(beispiele),
        kommunen=len(places),
        laender=len({land for _, land in places}),
        belege=len({proof.url for beispiel in beispiele for proof in beispiel.data.belege}),
        quellen=len(catalog.all("quellen")),
    )


def recently_checked(catalog: Catalog) -> list[Eintrag]:
    """Return the examples whose proofs were looked at last, each from another Land where possible."""
    ranked = sorted(
        catalog.all("beispiele"), key=lambda e: (max(str(proof.stand) for proof in e.data.belege), e.id)
    )[::-1]
    found: dict[str, Eintrag] = {}
    for beispiel in ranked:
        found.setdefault(beispiel.data.kommunen[0].land, beispiel)
    return list(found.values())[:RECENT]


def with_numbers(text: str, catalog: Catalog) -> str:
    """Fill in the numbers of a text: ``{fragen: die eine Frage | die # Fragen}``.

    Where a municipality hides entries, the words stay true.
    """
    return NUMBER.sub(lambda found: counted(catalog, found["kind"], found["one"], found["many"]), text)


def counted(catalog: Catalog, kind: str, one: str, many: str) -> str:
    """Return the words for one entry of a kind or for many; ``#`` stands for the number in words."""
    number = len(catalog.all(kind)) if kind in KINDS else 0
    if number == 1:
        return one
    word = in_words(number)
    return many.replace("#", word.capitalize() if one[:1].isupper() and many.startswith("#") else word)


def number_problems(text: str) -> Iterator[Problem]:
    """Yield the numbers of a text that count nothing, by line."""
    for found in NUMBER.finditer(text):
        if found["kind"] not in KINDS:
            line = text.count("\n", 0, found.start()) + 1
            hint = did_you_mean(found["kind"], KINDS) or f" Möglich sind: {', '.join(KINDS)}."
            yield Problem(line, f"„{found['kind']}“ lässt sich nicht zählen.{hint}")


def without_parts(text: str, ohne: Container[str]) -> str:
    """Leave out what a text says of sections that a copy does not have; a line of its own goes whole."""

    def shown(found: re.Match[str]) -> str:
        return "" if found["section"] in ohne else found["text"] + found.groupdict().get("end", "")

    return _PART.sub(shown, _LINE.sub(shown, text))


def part_problems(text: str) -> Iterator[Problem]:
    """Yield the parts of a text that speak of no section that can be left out, or have no end, by line."""
    parts = {found.start(): found for found in _PART.finditer(text)}
    for opening in _OPENING.finditer(text):
        line = text.count("\n", 0, opening.start()) + 1
        found = parts.get(opening.start())
        if found is None:
            yield Problem(line, _NO_PART)
        elif found["section"] not in HIDEABLE:
            hint = did_you_mean(found["section"], HIDEABLE) or f" Möglich sind: {', '.join(HIDEABLE)}."
            yield Problem(line, f"„{found['section']}“ ist kein Bereich, der fehlen kann.{hint}")


def in_words(number: int) -> str:
    """Return a whole number below a hundred in words, as they stand before a noun in the plural."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if tens > 9:
        return str(number)
    return f"{_ONES[ones]}und{_TENS[tens - 2]}" if ones else _TENS[tens - 2]

"""The terms of an index in parts: the browser loads those that a query needs.

A part holds a range of the stems.  Beside them stand the compounds that they are part of, wherever those have
their own place, so that one word needs one part.  The list of all stems is a file of its own, for words that
no part knows: typing mistakes and new compounds.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from .encoding import encode

# Up to so many pages the index is one file: quicker than several.
LARGEST_WHOLE = 1_500
# So many pages share a part of the terms, so many a part of the texts that results quote.
PAGES_PER_PART = 64
TEXTS_PER_PART = 16


@dataclass(frozen=True, slots=True)
class Terms:
    """All stems in order: where each occurs, as text, and in which compounds, by their numbers."""

    stems: list[str]
    postings: list[str]
    compounds: list[dict[int, int]]


def as_whole(terms: Terms) -> dict[str, str]:
    """Return all terms as the browser reads them."""
    return _written(terms, range(len(terms.stems)))


def boundaries(terms: Terms, parts: int) -> list[int]:
    """Return the number of the first stem of each part; the parts are about equally large."""
    before = [0, *accumulate(_size(terms, number) for number in range(len(terms.stems)))]
    return [bisect_left(before, before[-1] * part // parts) for part in range(parts)]


def as_part(terms: Terms, bounds: list[int], part: int) -> dict[str, str]:
    """Return one part as the browser reads it."""
    own = range(bounds[part], [*bounds, len(terms.stems)][part + 1])
    elsewhere = sorted({whole for number in own for whole in terms.compounds[number]} - set(own))
    return {
        **_written(terms, own),
        "elsewhere": encode(dict.fromkeys(elsewhere, 1)),
        "elsewhereStems": " ".join(terms.stems[number] for number in elsewhere),
        "elsewherePostings": " ".join(terms.postings[number] for number in elsewhere),
    }


def places_of_parts(terms: Terms, bounds: list[int]) -> dict[str, Any]:
    """Return what tells the browser in which part a stem stands."""
    return {"first": " ".join(terms.stems[number] for number in bounds), "numbers": bounds}


def part_numbers(pages: int, per_part: int) -> range:
    """Return the numbers of the parts of something that so many pages have."""
    return range(-(-pages // per_part))


def _written(terms: Terms, numbers: range) -> dict[str, str]:
    return {
        "stems": " ".join(terms.stems[number] for number in numbers),
        "postings": " ".join(terms.postings[number] for number in numbers),
        "compounds": " ".join(encode(terms.compounds[number]) for number in numbers),
    }


def _size(terms: Terms, number: int) -> int:
    """Return about how many characters a stem needs, with the compounds beside it."""
    return sum(len(terms.stems[one]) + len(terms.postings[one]) for one in (number, *terms.compounds[number]))

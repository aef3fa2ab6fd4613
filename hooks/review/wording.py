"""How one wording became another, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

# Below this likeness two texts are two texts, not one with changes.
_ALIKE = 0.4
# So much of what stays is shown around a change.
_AROUND = 60
# More than so many pairs of words are compared by the rarer ones alone: else one hostile page takes minutes.
_MOST_PAIRS = 1_000_000
# With the space behind it: spaces alone are no likeness.
_WORDS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, go or come."""

    kind: Literal["same", "gone", "new"]
    text: str


Place = tuple[Piece, ...]
"""One paragraph that differs."""


def places(before: Sequence[str], after: Sequence[str]) -> Iterator[Place]:
    """Yield each paragraph that differs, as it was and as it will be in one."""
    for _, old_from, old_to, new_from, new_to in _differences(before, after):
        pairs = zip_longest(before[old_from:old_to], after[new_from:new_to], fillvalue="")
        for old, new in pairs:
            if old != new:
                yield tuple(_pieces(old, new))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    words, others = _WORDS.findall(old), _WORDS.findall(new)
    if not old or not new or _matcher(words, others).ratio() < _ALIKE:
        yield from (Piece(*pair) for pair in (("gone", old), ("new", new)) if pair[1])
        return
    end = 0
    for _, old_from, old_to, new_from, new_to in _differences(words, others):
        if end < old_from:
            yield Piece("same", _shortened("".join(words[end:old_from]), at_start=end == 0))
        if old_from < old_to:
            yield Piece("gone", "".join(words[old_from:old_to]))
        if new_from < new_to:
            yield Piece("new", "".join(others[new_from:new_to]))
        end = old_to
    if end < len(words):
        yield Piece("same", _shortened("".join(words[end:]), at_end=True))


def _differences(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return [step for step in _matcher(before, after).get_opcodes() if step[0] != "equal"]


def _matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, before, after, autojunk=len(before) * len(after) > _MOST_PAIRS)


def _shortened(text: str, *, at_start: bool = False, at_end: bool = False) -> str:
    """Return what stands next to a change; between two changes, next to both."""
    if len(text) <= _AROUND * (1 if at_start or at_end else 2):
        return text
    head = "" if at_start else text[:_AROUND].rpartition(" ")[0]
    tail = "" if at_end else text[-_AROUND:].partition(" ")[2]
    return f"{head} … {tail}"

"""What a council paper says of an example: its place, and the sentences that speak of what is asked for."""

import re
from collections.abc import Collection, Sequence

from ..catalogue.figures import in_words
from ..model.praxis import BeispielKommune

# Not after „rund 8.“ or „z. B.“, and only in front of a new sentence.
_SENTENCE = re.compile(r"(?<=[a-zäöüß%)“]{2}[.!?]) (?=[A-ZÄÖÜ„0-9])")
# Without the sentence before it, nobody knows what it speaks of.
_REFERS_BACK = re.compile(
    r"(?:Sie|Er|Es|Ih[rnm]\w*|Sein\w*|Das|Dies\w*|Dere?n|Dessen|Da(?:nach|bei|mit|von|ran|raus|rin|für|zu|neben)|"
    r"Dort|Damals|Dann|Sei(?:ther|tdem)|Später|Zugleich|Zuvor|Vorher|Auch|Beide|Manche|Andere|Anders|Viele|Alle|"
    r"Außerdem|Zudem|Zusätzlich|Unter anderem|Nach und nach|Ein Jahr|Schwerpunkte|Ziele?|Kern|Grundlage|Der Plan|"
    r"Die Stelle|(?:Vorbereitet|Vorgestellt|Bezahlt|Unterstützt|Koordiniert|Erprobt|Geplant|Angeregt|Beteiligt)\b)\b"
    r"|.{0,60}?\b(?:sie|er|(?<!gab )(?<!gibt )es|ihn|ihm|ihre[mnrs]?|beide|dere?n|dessen|dazu|daraus|das)\b"
)
_LONGEST = 300
# With the beginning, if the point needs it.
_AT_MOST = 420
MOST_PLACES = 3


def excerpt(text: str, words: Collection[str]) -> str:
    """Return the sentences of a text that contain one of these parts of words, as many as are quickly read.

    It begins at the beginning wherever there is room: the first sentence says what everything is about.
    Empty if no sentence contains one.
    """
    sentences = _SENTENCE.split(text)
    counts = [_count(sentence, words) for sentence in sentences]
    if not any(counts):
        return ""
    best = counts.index(max(counts))
    return _around(sentences, best)


def beginning(text: str) -> str:
    """Return the first sentences of a text, as many as are quickly read."""
    return _around(_SENTENCE.split(text), 0)


def _count(sentence: str, words: Collection[str]) -> int:
    return sum(word.lower() in sentence.lower() for word in words)


def _around(sentences: Sequence[str], best: int) -> str:
    first, last = best, best + 1
    room = _AT_MOST if _REFERS_BACK.match(sentences[best]) else _LONGEST
    if _length(sentences[:last]) <= room:
        first = 0
    while first and _REFERS_BACK.match(sentences[first]):
        first -= 1
    while last < len(sentences) and _length(sentences[first : last + 1]) <= _LONGEST:
        last += 1
    return " ".join(sentences[first:last])


def _length(sentences: Sequence[str]) -> int:
    return len(" ".join(sentences))


def places_in_words(kommunen: Sequence[BeispielKommune]) -> str:
    """Return names and Länder as they are read: „Oberursel und Bad Homburg, Hessen; Leipzig, Sachsen“."""
    by_land: dict[str, dict[str, None]] = {}
    for kommune in kommunen:
        by_land.setdefault(kommune.land, {})[kommune.name] = None
    names = {name for found in by_land.values() for name in found}
    if len(names) > MOST_PLACES:
        where = f"in {_listed([land.replace('Saarland', 'dem Saarland') for land in by_land])}"
        return f"{in_words(len(names))} Kommunen {where.replace('in dem ', 'im ', 1)}"
    return "; ".join(_with_land(list(found), land) for land, found in by_land.items())


def _with_land(names: list[str], land: str) -> str:
    return land if names == [land] else f"{_listed(names)}, {land}"


def _listed(names: list[str]) -> str:
    return " und ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]

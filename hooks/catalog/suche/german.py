"""German words for the search: folding, word stems, parts of compounds.

``overrides/assets/javascripts/suche/german.mjs`` does the same to the words
of a query; a test holds both together.
"""

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import chain

_WORD = re.compile(r"[a-z0-9]+")
# Signs that nobody sees: they come along when text is copied from a document or a website.
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
# A word that was broken at the end of a line; "Bezirks- und" is none.
_BROKEN = re.compile(
    r"([a-zäöüß])[-\u2010\u2011]\s+(?!(?:und|oder|bzw|sowie|wie|als|bis|noch|statt)[\s.])(?=[a-zäöüß])"
)
_DATE = re.compile(r"\b0?([1-9][0-9]?)\.(0?[1-9]|1[0-2])\.([0-9]{4})\b", re.ASCII)
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?", re.ASCII)
_MONTHS = "januar februar marz april mai juni juli august september oktober november dezember".split()
# After a, e and q the letters "ue" are no spelled-out umlaut: Neue, Steuer, Quelle.
_UMLAUT_UE = re.compile(r"(^|[^aeq])ue")
_CARDINALS = "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn".split()
_ORDINALS = (
    "erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft dreizehnt vierzehnt".split()
)
_NUMBERS = {word: str(number) for number, word in enumerate(_CARDINALS, start=1)} | {
    word + ending: str(number)
    for number, word in enumerate(_ORDINALS, start=1)
    for ending in ("e", "er", "es", "em", "en")
}
# Mostly the verb.
del _NUMBERS["achten"]
STOP_WORDS = frozenset(
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bedeuten bedeutet bei "
    "beim bekomme bekommen bekommt bereits bin bis bitte brauche brauchen braucht da dabei damit darf das "
    "dass dazu dem den denn der derzeit des die dies diese diesem diesen dieser dieses doch dort du durch "
    "durfen durft eigentlich ein eine einem einen einer eines er es etwa etwas euch finde finden fur "
    "gegebenenfalls gehen geht gern gerne gibt haben hat hatte heissen heisst heute hier ich ihnen ihr "
    "ihre ihrem ihren ihrer im immer in ins ist jede jedem jeden jeder jedes kann kein keine keinen "
    "konnen konnte lassen lasst machen macht man mehr meist mich mir mit mochte mochten muss mussen nach "
    "nicht nichts nie niemand noch nur ob oder oft ohne schon sehr sein seine seinem seinen seiner seit "
    "selbst sich sie sind so soll sollen sollte sowie tun uber uberhaupt um und uns unser unsere unserem "
    "unseren unserer unter viel viele vom von vor wann war waren warum was weil welche welchem welchen "
    "welcher welches wem wen wenn wer werden weshalb wessen wie wieso will wir wird wo wofur woher wohin "
    "wollen wollte wollten womit woran worauf woraus worin worum wovon wozu wurde wurden zu zum zur "
    "zwischen".split()
)
# Heads of compounds that are shorter than other parts may be.
SHORT_HEADS = frozenset({"rat", "amt", "ort"})
MIN_PART = 4
# A stem of so many letters ends as it does whatever stands before: no step of ``stem`` was stopped by its length.
_LONG = 7
# So many results for single words are kept: enough for the words of a site, whatever its size.
_REMEMBERED = 2**16


def fold(text: str) -> str:
    """Return lower-case letters without accents; ä, ae and a become the same, likewise ß and ss."""
    bare = text
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    bare = bare.lower().replace("ß", "ss")
    return _UMLAUT_UE.sub(r"\1u", bare.replace("ae", "a").replace("oe", "o"))


def words(text: str) -> list[str]:
    """Return the folded words of a text, number words as digits, without stop words.

    Signs that nobody sees and breaks of words at the end of a line make no difference.
    """
    return list(chain.from_iterable(map(_words_of, _mended(text).split())))


def _mended(text: str) -> str:
    """Return a text without signs that nobody sees, and words broken at the end of a line as one."""
    if text.isprintable() and not any(hyphen in text for hyphen in ("- ", "\u2010", "\u2011")):
        return text
    return _BROKEN.sub(r"\1", _INVISIBLE.sub("", text))


@lru_cache(maxsize=_REMEMBERED)
def _words_of(piece: str) -> tuple[str, ...]:
    """Return the words of a piece without white space; most pieces of a text stand in others too."""
    folded = fold(piece)
    if "." in folded:
        folded = _DATE.sub(lambda date: f"{date[1]} {_MONTHS[int(date[2]) - 1]} {date[3]}", folded)
        folded = _DOTTED.sub(lambda letters: letters[0].replace(".", ""), folded)
    found = _WORD.findall(folded)
    return tuple(_NUMBERS.get(word, word) for word in found if word not in STOP_WORDS)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """Return what the inflected forms of a folded word have in common.

    Each step looks only at what is left, so a form and the longer form made
    from it end alike.
    """
    while len(word) > 3:
        if len(word) > 6 and word.endswith("inn"):
            word = word[:-3]
        elif (len(word) > 5 and word.endswith(("in", "em"))) or (len(word) > 4 and word.endswith("er")):
            word = word[:-2]
        elif word[-1] in "ens":
            word = word[:-1]
        else:
            break
    return word


def compound_parts(word: str, known: Set[str], apart: Set[str] = frozenset()) -> tuple[str, ...]:
    """Return the stems of a compound's parts, the head last, or nothing.

    Args:
        word: a folded word.
        known: the stems that may be parts.
        apart: known stems that may be no part of this word; a copy of ``known`` without them for every
            word would make the index grow with the square of the vocabulary.
    """
    ending = len(word) - len(stem(word))
    for start in range(MIN_PART, len(word) - 2):
        # What falls off the end of a long word falls off its long tails too.
        is_long = len(word) - start - ending >= _LONG
        head = word[start : len(word) - ending] if is_long else stem(word[start:])
        if not _may_be_head(word[start:], head, known, apart):
            continue
        first = word[:start]
        front = stem(first)
        if front in known and front not in apart and len(front) >= MIN_PART:
            return (front, head)
        if parts := compound_parts(first, known, apart):
            return (*parts, head)
    return ()


def _may_be_head(tail: str, head: str, known: Set[str], apart: Set[str]) -> bool:
    if len(tail) < MIN_PART:
        return head in SHORT_HEADS
    return head in known and head not in apart


def all_parts(word: str, known: Set[str], apart: Set[str]) -> Iterator[tuple[str, bool]]:
    """Yield every part of a compound and whether it is the head; parts that are compounds too, with theirs."""
    parts = compound_parts(word, known, apart)
    for part in parts:
        yield part, part == parts[-1]
        for inner, _ in all_parts(part, known, apart | {part}):
            yield inner, False

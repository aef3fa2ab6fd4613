"""Names of municipalities, bodies and movers in all four cases.

A name is read as adjectives, one head, and the rest: „Märkischer“ + „Kreis“,
„Freie und“ + „Hansestadt“ + „Hamburg“.  Only what stands up to the head is
declined.  The words this needs stand in the catalogue (``beugung``); the
browser does the same in ``declension.mjs``, and published vectors hold both.
"""

import re
from dataclasses import dataclass, replace
from typing import cast

from ..model.musterantrag import Artikel, Beugung, Bezeichnung, Grundwort

_ARTICLE = re.compile(r"^(der|die|das)\s+", re.IGNORECASE)
_INFLECTED = re.compile(r"(.{2,}?)(e[rsn]?)")
_VOWELS = re.compile(r"[aeiouyäöü]+")
_LATIN = re.compile(r"(?<![ae])us$")
_HISSING = re.compile(r"(?:[sßxz]|sch|st)$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with its adjectives in every case, without article.

    Attributes:
        sicher: whether the rules cover it; if not, somebody should look at the forms.
    """

    artikel: Artikel
    nominativ: str
    genitiv: str
    dativ: str
    akkusativ: str
    sicher: bool = True


def decline(artikel: Artikel, text: str, rules: Beugung) -> Phrase:
    """Decline a noun that somebody wrote without its article, in the nominative."""
    words = _words(text)
    head, sure = _head(words, rules)
    return replace(_declined(artikel, words, head, rules), sicher=sure)


def name_with_kind(kind: Bezeichnung, name: str, rules: Beugung) -> Phrase:
    """Return a kind of municipality or mover with its name; a name that says its kind stays as it is."""
    if phrase := complete_name(kind.id, name, rules):
        return phrase
    bare = _without_short_kind(kind.id, name, rules)
    nominativ, genitiv, dativ, akkusativ = (
        form.replace("{name}", bare).strip()
        for form in (kind.nominativ, kind.genitiv, kind.dativ, kind.akkusativ)
    )
    return Phrase(kind.artikel, nominativ, genitiv, dativ, akkusativ)


def _without_short_kind(kind: str, name: str, rules: Beugung) -> str:
    """Return a name without the short form of its own kind: „LK Emsland“; the sentence says the kind in full."""
    first, *others = _words(name) or [""]
    short = first.rstrip(".").lower()
    is_short = any(known.kurz.lower() == short and kind in known.arten for known in rules.kuerzel)
    return " ".join(others) if others and is_short else name


def complete_name(kind: str, name: str, rules: Beugung) -> Phrase | None:
    """Decline a name that already says its kind: „Stadt Köln“, „Märkischer Kreis“, „CDU-Fraktion“."""
    words = _words(name)
    if " ".join(words) in rules.namen_mit_artwort:
        return None
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        for grundwort in rules.grundwoerter:
            if kind in grundwort.arten and _says_kind(word, following, grundwort):
                return _declined(grundwort.artikel, words, index, rules)
        if not _leads(word, rules):
            return None
    return None


def article_of(text: str, rules: Beugung) -> Artikel | None:
    """Return the article of a body, if it is written or the head is known."""
    if written := _ARTICLE.match(text):
        return cast("Artikel", written[1].lower())
    words = _words(text)
    if not words:
        return None
    word = words[_head(words, rules)[0]].lower()
    return next((known.artikel for known in rules.grundwoerter if word.endswith(known.wort.lower())), None)


def _words(text: str) -> list[str]:
    """Return the words of a name; an article in front of it belongs to the sentence."""
    return _ARTICLE.sub("", text.strip()).split()


def _declined(artikel: Artikel, words: list[str], head: int, rules: Beugung) -> Phrase:
    cases = [
        " ".join(
            [
                *(_adjective(word, artikel, case, rules) for word in words[:head]),
                _noun(words[head], artikel, case, rules) if words else "",
                *words[head + 1 :],
            ]
        )
        for case in range(4)
    ]
    return Phrase(artikel, cases[0], cases[1], cases[2], cases[3])


def _head(words: list[str], rules: Beugung) -> tuple[int, bool]:
    """Return where the head stands and whether that is sure."""
    sure = True
    index = 0
    while index < len(words) - 1 and not _is_head(words[index], rules):
        if not _leads(words[index], rules):
            if not _INFLECTED.fullmatch(words[index]) or words[index + 1][0].islower():
                break
            # „Bremer Rat“, „Bunter Kreis“ or „Halle Mitte“: only people know.
            sure = False
            if not _is_head(words[index + 1], rules):
                break
        index += 1
    return index, sure and not (words and _LATIN.search(words[index]))


def _says_kind(word: str, following: str, grundwort: Grundwort) -> bool:
    """Tell whether a word is the kind itself or a compound with it, and no place such as Ingolstadt."""
    if word.lower() == grundwort.wort.lower():
        return True
    if grundwort.allein or not word.lower().endswith(grundwort.wort.lower()):
        return False
    return not grundwort.mit_name or following[:1].isupper()


def _leads(word: str, rules: Beugung) -> bool:
    """Tell whether a word stands before the head: an adjective, „und“, „Hanse-“."""
    return word in ("und", "oder") or word.endswith("-") or _stem(word, rules) is not None


def _stem(word: str, rules: Beugung) -> str | None:
    """Return the stem of an adjective; nothing if the word is none."""
    match = _INFLECTED.fullmatch(word)
    if not match:
        return None
    # After a place only „-er“ is possible, and it stays: „Leipziger“.
    known = rules.eigenschaftswoerter_auf_er if match[2] == "er" else rules.eigenschaftswoerter
    is_known = word[0].islower() or match[1].lower().endswith(known)
    return match[1] if is_known else None


def _is_head(word: str, rules: Beugung) -> bool:
    return _is_like_adjective(word, rules) or word.lower().endswith(
        tuple(known.wort.lower() for known in rules.grundwoerter)
    )


def _is_like_adjective(word: str, rules: Beugung) -> bool:
    """Tell whether a noun takes the endings of an adjective: „Beauftragte“."""
    match = _INFLECTED.fullmatch(word)
    return bool(match and match[1].lower().endswith(rules.wie_eigenschaftswoerter))


def _adjective(word: str, artikel: Artikel, case: int, rules: Beugung) -> str:
    if word in ("und", "oder") or (stem := _stem(word, rules)) is None:
        return word
    return stem + _weak_ending(artikel, case)


def _weak_ending(artikel: Artikel, case: int) -> str:
    """Return the ending of an adjective after „der“, „die“ or „das“, however it was written before."""
    if artikel == "plural":
        return "en"
    return "e" if case == 0 or (case == 3 and artikel != "der") else "en"


def _noun(word: str, artikel: Artikel, case: int, rules: Beugung) -> str:
    match = _INFLECTED.fullmatch(word)
    if match and _is_like_adjective(word, rules):
        return match[1] + _weak_ending(artikel, case)
    if artikel == "plural":
        return f"{word}n" if case == 2 and re.search(r"e[rl]?$", word) else word
    if case == 0 or artikel == "die":
        return word
    if artikel == "der" and _is_weak(word, rules):
        return word + ("n" if re.search(r"e$|herr$", word) else "en")
    return genitive(word, rules) if case == 1 else word


def _is_weak(word: str, rules: Beugung) -> bool:
    lower = word.lower()
    return lower.endswith("e") or (
        lower.endswith(rules.schwache_endungen) and not lower.endswith(rules.starke_woerter)
    )


def genitive(word: str, rules: Beugung) -> str:
    """Return the genitive of a strong noun: „Rates“ but „Stadtrats“, „Ausschusses“, „Bündnisses“."""
    lower = word.lower()
    if not any(map(str.islower, word)) or _LATIN.search(lower):
        return word
    if lower.endswith("nis"):
        return f"{word}ses"
    short = len(_VOWELS.findall(lower)) == 1 and not lower.endswith((*"aeiouyäöü", *rules.kurze_mit_s))
    return word + ("es" if short or _HISSING.search(lower) else "s")

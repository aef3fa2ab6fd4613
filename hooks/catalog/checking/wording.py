"""Advice on wording.  Each rule is a generator; its docstring is the rule.

Unlike the checks, advice never stops a build: an editor may have good reasons.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..reading.nodes import Node, Written
from ..reading.problems import Problem
from .locations import Item, Place, describe_place, items, scalars

LONGEST_SENTENCE = 30
OLD_AFTER_YEARS = 10
# Fields that hold names and titles of others, or no prose at all.
_NOT_OURS = {"adresse", "url", "stand", "herausgeber", "wortlaut", "stelle"}
_HEADINGS = {"titel", "kurztitel", "begriff", "name", "herausgeber"}
_EVERYDAY = {"EU", "USA", "PDF", "CSV", "JSON", "ODT", "DOCX", "DIN", "ID", "NATO"}
_SENTENCE_END = re.compile(r"(?<=[.!?:;])[“”»)]?\s+(?=[A-ZÄÖÜ„»(§]|(?:19|20)\d\d )")
_SHORTENED = re.compile(r"(?:\b\w|(?<!\d\d\d)\d|\b(?:Nr|Art|Abs|Dr|St|Mio|Mrd|bzw|ca|vgl|usw))\.$")
_ABBREVIATION = re.compile(r"\b[A-ZÄÖÜ]{2,6}\b")
_ROMAN = re.compile(r"[IVX]+")
_GENDER_SIGN = re.compile(r"\w+(?:[*:_·]|/-?)[Ii]n(?:nen)?\b|\w*[a-zäöüß]In(?:nen)?\b")
_QUOTED = re.compile("[„“”‚‘’«»][^„“”‚‘’«»]*[“”‘’«»]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of ours with the words that name its place."""

    node: Node
    text: str
    place: str
    key: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A catalogue as written: its nodes and its lines."""

    root: Node
    lines: list[str]

    def line_of(self, words: str, node: Node) -> int:
        """The line in which words of a text stand, as far as it can be told."""
        start = words.split()[0]
        numbers = range(node.line, node.end_line + 1)
        return next((number for number in numbers if start in self.lines[number - 1]), node.line)


def advise(written: Written) -> list[Problem]:
    """Return all advice on a catalogue that is known to be valid, sorted by line."""
    draft = Draft(written.root, written.lines)
    return sorted({advice for rule in RULES for advice in rule(draft)})


def sentences_are_short(draft: Draft) -> Iterator[Problem]:
    """A sentence has at most 30 words."""
    for prose in _prose(draft.root):
        for sentence in _sentences(prose.text):
            if (count := len(sentence.split())) > LONGEST_SENTENCE:
                yield Problem(
                    prose.node.line,
                    f"{prose.place}Der Satz „{_opening(sentence)} …“ hat {count} Wörter. "
                    "Zwei kurze Sätze liest man leichter.",
                )


def abbreviations_are_known(draft: Draft) -> Iterator[Problem]:
    """An abbreviation stands in the glossary, in a name, in quotes, or in brackets after its long form."""
    known = _EVERYDAY | _glossar_abbreviations(draft.root) | _abbreviations_in_names(draft.root)
    known |= {match[1] for line in draft.lines for match in re.finditer(r"\(([A-ZÄÖÜ]{2,6})\)", line)}
    for prose in _prose(draft.root):
        for word in dict.fromkeys(_ABBREVIATION.findall(_QUOTED.sub("", prose.text))):
            if word not in known and not _ROMAN.fullmatch(word):
                yield Problem(
                    draft.line_of(word, prose.node),
                    f"{prose.place}Die Abkürzung „{word}“ steht nicht im Glossar. "
                    "Schreiben Sie sie aus oder ergänzen Sie das Glossar.",
                )


def words_carry_no_signs(draft: Draft) -> Iterator[Problem]:
    """No gender signs inside words."""
    for prose in _prose(draft.root):
        for match in _GENDER_SIGN.finditer(prose.text):
            yield Problem(
                draft.line_of(match[0], prose.node),
                f"{prose.place}„{match[0]}“ enthält ein Zeichen im Wort. "
                "Nehmen Sie ein neutrales Wort oder nennen Sie beide Formen.",
            )


def old_beispiele_name_a_year(draft: Draft) -> Iterator[Problem]:
    """An example whose newest dated proof is older than ten years says in its text of when it speaks."""
    this_year = int(draft.root.child("stand").value[:4])  # type: ignore[union-attr, index, arg-type]
    for number, item in enumerate(items(draft.root, ("beispiele",))):
        proofs = items(draft.root, ("beispiele", number, "belege"))
        years = [int(year) for proof in proofs for year in _YEAR.findall(proof.text("stand"))]
        if years and this_year - max(years) > OLD_AFTER_YEARS and not _YEAR.search(item.text("kurz")):
            yield Problem(
                item.line("kurz"),
                f"{item.place}Der jüngste Beleg ist von {max(years)}. "
                "Sagen Sie im Text, von wann die Angaben sind, zum Beispiel „(Stand 2014)“.",
            )


def headings_are_not_quoted(draft: Draft) -> Iterator[Problem]:
    """An unquoted heading in typographic quotes was probably meant to be quoted for YAML.

    No mistake for certain: tools that rewrite the file leave such titles unquoted.
    """
    for place, key, node in _fields(draft.root):
        if key in _HEADINGS and node.plain and _QUOTED.fullmatch(str(node.value)):
            yield Problem(
                node.line,
                f"{describe_place(draft.root, place)}Der Text steht in typografischen Anführungszeichen, "
                'sie werden mit angezeigt. Ist das nicht gemeint, benutzen Sie gerade: "…"',
            )


RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    sentences_are_short,
    abbreviations_are_known,
    words_carry_no_signs,
    old_beispiele_name_a_year,
    headings_are_not_quoted,
)


def _prose(root: Node) -> Iterator[Prose]:
    for place, key, node in _fields(root):
        title_of_others = key == "titel" and ("belege" in place or place[0] == "quellen")
        ours = key not in _NOT_OURS and not title_of_others and place[0] != "suchbegriffe"
        if ours and " " in str(node.value):
            yield Prose(node, str(node.value), describe_place(root, place), key)


def _fields(root: Node) -> Iterator[tuple[Place, str, Node]]:
    """Yield every scalar with its place and the innermost field name."""
    for place, node in scalars(root):
        names = [part for part in place if isinstance(part, str)]
        yield place, names[-1] if names else "", node


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _SHORTENED.search(text[start : end.start()]):
            yield text[start : end.start()]
            start = end.end()
    yield text[start:]


def _opening(sentence: str) -> str:
    return " ".join(sentence.split()[:4])


def _abbreviations_in_names(root: Node) -> set[str]:
    """What is part of a title or of somebody's name is no abbreviation to be explained."""
    names = [str(node.value) for _, key, node in _fields(root) if key in _HEADINGS]
    return {word for name in names for word in _ABBREVIATION.findall(name)}


def _glossar_abbreviations(root: Node) -> set[str]:
    entries: list[Item] = items(root, ("glossar",))
    return {
        word
        for entry in entries
        for word in _ABBREVIATION.findall(f"{entry.text('abkuerzung')} {entry.text('begriff')}")
    }

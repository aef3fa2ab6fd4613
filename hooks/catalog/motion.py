"""The model motion as a plan: blocks with blanks, in order.

The page carries this plan in its HTML, so the browser fills the very same
sentences.  Here they are filled once with neutral words in square brackets:
for the page without a script and for the files to download.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .entries import Catalog
from .model import Leerstellen, Wortformen

ARTIKEL = {
    "der": {"nominativ": "der", "genitiv": "des", "dativ": "dem", "akkusativ": "den"},
    "die": {"nominativ": "die", "genitiv": "der", "dativ": "der", "akkusativ": "die"},
    "das": {"nominativ": "das", "genitiv": "des", "dativ": "dem", "akkusativ": "das"},
    "plural": {"nominativ": "die", "genitiv": "der", "dativ": "den", "akkusativ": "die"},
}
GRUNDSATZ = "grundsatz"
AUFTRAEGE = "auftrag"
_LETTER = re.compile(r"[^\W\d_]")
_BLANK = re.compile(r"\{([A-Za-z]\w*)(?:\.(\w+))?\}")

Words = Mapping[str, str | Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Item:
    """One request to the administration."""

    id: str
    pattern: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the motion.

    Attributes:
        when: the module that brings the block, or the beginning of its id; empty means always.
        recommendation: whose reason this is, so that the Kurz-Check's answers can follow.
        kind: “insert” marks where the browser adds the reasons people write themselves.
    """

    kind: Literal["heading", "paragraph", "list", "insert"]
    pattern: str = ""
    level: int = 0
    when: str = ""
    recommendation: str = ""
    items: tuple[Item, ...] = field(default=())


def motion_plan(catalog: Catalog) -> list[Block]:
    """Return the blocks of the complete motion."""
    motion = catalog.file.musterantrag
    text = motion.text
    return [
        Block("heading", text.titel, 1),
        Block("paragraph", text.anschrift),
        Block("paragraph", text.absender),
        Block("heading", text.beschluss_titel, 2),
        Block("paragraph", text.bitte),
        Block("heading", text.grundsatz_titel, 3, GRUNDSATZ),
        Block("paragraph", motion.grundsatz, when=GRUNDSATZ),
        Block("heading", text.auftraege_titel, 3, AUFTRAEGE),
        Block("paragraph", text.auftraege_einleitung, when=AUFTRAEGE),
        Block("list", items=tuple(_requests(catalog)), when=AUFTRAEGE),
        Block("heading", text.begruendung_titel, 2),
        Block("heading", text.ausgangslage_titel, 3),
        *(Block("paragraph", paragraph) for paragraph in motion.ausgangslage),
        Block("heading", text.warum_jetzt_titel, 3),
        *(Block("paragraph", paragraph) for paragraph in motion.warum_jetzt),
        *_reasons(catalog),
        Block("insert", text.eigene_gruende_titel, 3),
        Block("heading", text.hinweis_titel, 2),
        Block("paragraph", text.hinweis),
        *(Block("paragraph", line) for line in text.unterschrift),
    ]


def _requests(catalog: Catalog) -> Iterator[Item]:
    for auftrag in catalog.file.musterantrag.auftraege:
        yield Item(f"{AUFTRAEGE}/vorlage/{auftrag.id}", auftrag.beschluss, auftrag.titel)
    for empfehlung in catalog.file.empfehlungen:
        for teil in empfehlung.teile:
            yield Item(f"{AUFTRAEGE}/{empfehlung.id}/{teil.id}", teil.beschluss, teil.titel)


def _reasons(catalog: Catalog) -> Iterator[Block]:
    heading = catalog.file.musterantrag.text.begruendung_zu
    for auftrag in catalog.file.musterantrag.auftraege:
        module = f"{AUFTRAEGE}/vorlage/{auftrag.id}"
        yield Block("heading", heading.replace("{titel}", auftrag.titel), 3, module)
        yield Block("paragraph", auftrag.begruendung, when=module)
    for empfehlung in catalog.file.empfehlungen:
        module = f"{AUFTRAEGE}/{empfehlung.id}"
        yield Block("heading", heading.replace("{titel}", empfehlung.titel), 3, module)
        yield Block(
            "paragraph", empfehlung.redaktionell.begruendung, when=module, recommendation=empfehlung.id
        )


def neutral_motion(catalog: Catalog) -> list[tuple[Block, dict[str, Any]]]:
    """Return every block with its neutral form, as the document writers take it; all modules are in."""
    plan = motion_plan(catalog)
    items = next(block.items for block in plan if block.kind == "list")
    words = neutral_words(catalog.file.musterantrag.leerstellen)
    return [(block, _neutral(block, items, words)) for block in plan]


def _neutral(block: Block, items: tuple[Item, ...], words: Words) -> dict[str, Any]:
    if block.kind == "list":
        texts = as_enumeration([fill(item.pattern, words) for item in items])
        return {"type": "list", "ordered": True, "items": texts}
    text = fill(block.pattern, {**words, "nummern": numbers_in_words(_numbers(block.when, items))})
    if block.kind == "heading":
        return {"type": "heading", "level": block.level, "text": text}
    return {"type": block.kind, "text": text}


def _numbers(module: str, items: tuple[Item, ...]) -> list[int]:
    return [number for number, item in enumerate(items, start=1) if f"{item.id}/".startswith(f"{module}/")]


def numbers_in_words(numbers: list[int]) -> str:
    """Name the numbers of consecutive requests: „Nummer 4“, „Nummer 4 und 5“, „Nummer 4 bis 6“."""
    if len(numbers) < 2:
        return f"Nummer {numbers[0]}" if numbers else ""
    return f"Nummer {numbers[0]} {'und' if len(numbers) == 2 else 'bis'} {numbers[-1]}"


def as_enumeration(clauses: list[str]) -> list[str]:
    """Punctuate the clauses of one sentence that is printed as a list."""
    return [f"{clause};" for clause in clauses[:-1]] + [f"{clause}." for clause in clauses[-1:]]


def neutral_words(blanks: Leerstellen) -> dict[str, str | dict[str, str]]:
    """Return the words for a motion in which nothing is chosen."""
    return {
        "kommune": phrase(blanks.kommune),
        "gremium": phrase(blanks.gremium),
        "antragsteller": phrase(blanks.antragsteller),
        "datum": blanks.datum,
    }


def phrase(forms: Wortformen) -> dict[str, str]:
    """Return a noun in brackets with its article in every case, with “in” and with its verb."""
    article = ARTIKEL[forms.artikel]
    words = {case: f"{article[case]} {getattr(forms, case)}" for case in article}
    words["in"] = f"im {forms.dativ}" if article["dativ"] == "dem" else f"in {words['dativ']}"
    bracketed = {case: f"[{text.replace('{name}', '').strip()}]" for case, text in words.items()}
    return {**bracketed, "bittet": "bitten" if forms.artikel == "plural" else "bittet"}


def fill(pattern: str, words: Words) -> str:
    """Fill the blanks of a pattern; a capital letter in the blank capitalises the text."""

    def replace(match: re.Match[str]) -> str:
        value = words[match[1].lower()]
        text = value if isinstance(value, str) else value[match[2]]
        return _LETTER.sub(lambda letter: letter[0].upper(), text, count=1) if match[1][0].isupper() else text

    return _BLANK.sub(replace, pattern)

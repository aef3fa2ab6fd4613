"""The Musterantrag as a plan: blocks with blanks, in order.

The page carries this plan in its HTML, so the browser fills the very same
sentences.  Here they are filled once with neutral words in square brackets:
for the page without a script and for the files to download.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ..catalogue.entries import Catalog
from .grammar import Words, as_enumeration, fill, neutral_words, numbers_in_words

GRUNDSATZ = "grundsatz"
AUFTRAEGE = "auftrag"


@dataclass(frozen=True, slots=True)
class Item:
    """One request to the administration."""

    id: str
    pattern: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the Musterantrag.

    Attributes:
        when: the module that brings the block, or the beginning of its id; empty means always.
        empfehlung: whose reason this is, so that the Kurz-Check's answers can follow.
        kind: “insert” marks where the browser adds the reasons people write themselves.
    """

    kind: Literal["heading", "paragraph", "list", "insert"]
    pattern: str = ""
    level: int = 0
    when: str = ""
    empfehlung: str = ""
    items: tuple[Item, ...] = field(default=())


def vorlage_module(auftrag: str) -> str:
    """Return the id of the module that holds an Auftrag of the template."""
    return f"{AUFTRAEGE}/vorlage/{auftrag}"


def empfehlung_module(empfehlung: str) -> str:
    """Return the beginning of the ids of all modules of an Empfehlung."""
    return f"{AUFTRAEGE}/{empfehlung}"


def teil_module(empfehlung: str, teil: str) -> str:
    """Return the id of the module that holds one part of an Empfehlung."""
    return f"{empfehlung_module(empfehlung)}/{teil}"


def plan_of(catalog: Catalog) -> list[Block]:
    """Return the blocks of the complete Musterantrag."""
    musterantrag = catalog.file.musterantrag
    text = musterantrag.text
    return [
        Block("heading", text.titel, 1),
        Block("paragraph", text.anschrift),
        Block("paragraph", text.absender),
        Block("heading", text.beschluss_titel, 2),
        Block("paragraph", text.bitte),
        Block("heading", text.grundsatz_titel, 3, GRUNDSATZ),
        Block("paragraph", musterantrag.grundsatz, when=GRUNDSATZ),
        Block("heading", text.auftraege_titel, 3, AUFTRAEGE),
        Block("paragraph", text.auftraege_einleitung, when=AUFTRAEGE),
        Block("list", items=tuple(_auftraege(catalog)), when=AUFTRAEGE),
        Block("heading", text.begruendung_titel, 2),
        Block("heading", text.ausgangslage_titel, 3),
        *(Block("paragraph", paragraph) for paragraph in musterantrag.ausgangslage),
        Block("heading", text.warum_jetzt_titel, 3),
        *(Block("paragraph", paragraph) for paragraph in musterantrag.warum_jetzt),
        *_begruendungen(catalog),
        Block("insert", text.eigene_gruende_titel, 3),
        Block("heading", text.hinweis_titel, 2),
        Block("paragraph", text.hinweis),
        *(Block("paragraph", line) for line in text.unterschrift),
    ]


def _auftraege(catalog: Catalog) -> Iterator[Item]:
    for auftrag in catalog.file.musterantrag.auftraege:
        yield Item(vorlage_module(auftrag.id), auftrag.beschluss, auftrag.titel)
    for empfehlung in catalog.file.empfehlungen:
        for teil in empfehlung.teile:
            yield Item(teil_module(empfehlung.id, teil.id), teil.beschluss, teil.titel)


def _begruendungen(catalog: Catalog) -> Iterator[Block]:
    heading = catalog.file.musterantrag.text.begruendung_zu
    for auftrag in catalog.file.musterantrag.auftraege:
        module = vorlage_module(auftrag.id)
        yield Block("heading", heading.replace("{titel}", auftrag.titel), 3, module)
        yield Block("paragraph", auftrag.begruendung, when=module)
    for empfehlung in catalog.file.empfehlungen:
        module = empfehlung_module(empfehlung.id)
        yield Block("heading", heading.replace("{titel}", empfehlung.titel), 3, module)
        yield Block("paragraph", empfehlung.redaktionell.begruendung, when=module, empfehlung=empfehlung.id)


def neutral_plan(catalog: Catalog) -> list[tuple[Block, dict[str, Any]]]:
    """Return every block with its neutral form, as the document writers take it; all modules are in."""
    plan = plan_of(catalog)
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

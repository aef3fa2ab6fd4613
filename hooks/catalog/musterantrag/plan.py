"""The Musterantrag as a plan: blocks with blanks, in the order of a council paper.

The page carries this plan in its HTML, so the browser fills the very same
sentences.  Here they are filled once with neutral words in square brackets:
for the page without a script and for the files to download.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ..catalogue.entries import Catalog
from ..model.musterantrag import Antragstext
from .grammar import Words, fill, neutral_words, numbers_in_words

GRUNDSATZ = "grundsatz"
AUFTRAEGE = "auftrag"
VORLAGE = f"{AUFTRAEGE}/vorlage"
FRAGEN = f"{AUFTRAEGE}/frage"
FINANZEN = "teil/finanzen"
BEISPIELE = "teil/beispiele"
LANDESRECHT = "teil/landesrecht"
ANLAGE = "teil/anlage"


@dataclass(frozen=True, slots=True)
class Item:
    """One point to vote on, as a whole sentence."""

    id: str
    pattern: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the Musterantrag or of its Merkblatt.

    Attributes:
        when: the modules that bring the block, or the beginnings of their ids; empty means always.
        stelle: what the browser puts here instead of the pattern.
        hidden: whether nothing of it is seen until then.
        new_page: whether a heading begins a page.
    """

    kind: Literal["heading", "paragraph", "list", "points", "signature"]
    pattern: str = ""
    level: int = 0
    when: str = ""
    stelle: str = ""
    hidden: bool = False
    new_page: bool = False
    items: tuple[Item, ...] = field(default=())


def vorlage_module(auftrag: str) -> str:
    """Return the id of the module that holds an Auftrag of the template."""
    return f"{VORLAGE}/{auftrag}"


def frage_module(frage: str) -> str:
    """Return the id of the module that holds the request of a question."""
    return f"{FRAGEN}/{frage}"


def empfehlung_module(empfehlung: str) -> str:
    """Return the beginning of the ids of all modules of an Empfehlung."""
    return f"{AUFTRAEGE}/{empfehlung}"


def teil_module(empfehlung: str, teil: str) -> str:
    """Return the id of the module that holds one part of an Empfehlung."""
    return f"{empfehlung_module(empfehlung)}/{teil}"


def default_modules(catalog: Catalog) -> list[str]:
    """Return what is chosen before anybody has touched the form, in its order."""
    vorlage = [vorlage_module(auftrag.id) for auftrag in catalog.file.musterantrag.auftraege]
    return [GRUNDSATZ, *vorlage, BEISPIELE, LANDESRECHT, FINANZEN, ANLAGE]


def is_chosen(when: str, modules: Collection[str]) -> bool:
    """Return whether one of the chosen modules brings a block or an item."""
    return not when or any(f"{id_}/".startswith(f"{begin}/") for begin in when.split() for id_ in modules)


def plan_of(catalog: Catalog) -> list[Block]:
    """Return the blocks of the complete Musterantrag."""
    musterantrag = catalog.file.musterantrag
    text = musterantrag.text
    return [
        Block("heading", text.titel, 1),
        Block("paragraph", text.anschrift, stelle="anschrift"),
        Block("paragraph", text.absender, stelle="absender"),
        Block("paragraph", text.sitzung, stelle="sitzung"),
        Block("heading", text.beschluss_titel, 2),
        Block("paragraph", text.bitte),
        Block("list", items=tuple(_points(catalog))),
        Block("paragraph", text.einzeln, stelle="einzeln"),
        Block("heading", text.begruendung_titel, 2),
        *_background(catalog),
        *_begruendungen(catalog),
        Block("heading", text.eigene_gruende_titel, 3, stelle="gruende", hidden=True),
        Block("heading", text.finanzen_titel, 2, FINANZEN),
        Block("paragraph", text.finanzen, when=FINANZEN, stelle="finanzen"),
        Block("heading", text.beratungsfolge_titel, 2, stelle="beratungsfolge"),
        Block("paragraph", musterantrag.leerstellen.ausschuss, stelle="station"),
        Block("signature", text.unterschrift, items=_texts((text.unterschrift_zeile,))),
        Block("heading", text.anlagen_titel, 2, stelle="anlagen"),
        Block("paragraph", _first_annex(text), stelle="anlage"),
        *_annex(catalog),
    ]


def _points(catalog: Catalog) -> Iterator[Item]:
    """Yield everything that can be voted on; only the Grundsatz is no request."""
    musterantrag = catalog.file.musterantrag
    yield Item(GRUNDSATZ, musterantrag.grundsatz, "Grundsatz")
    for auftrag in musterantrag.auftraege:
        yield Item(vorlage_module(auftrag.id), auftrag.beschluss, auftrag.titel)
    for frage in catalog.all("fragen", "zusatzfragen"):
        yield Item(frage_module(frage.id), frage.data.beschluss, frage.titel)
    for empfehlung in catalog.file.empfehlungen:
        for teil in empfehlung.teile:
            yield Item(teil_module(empfehlung.id, teil.id), teil.beschluss, teil.titel)


def _background(catalog: Catalog) -> Iterator[Block]:
    """Yield what the recommendations are and what has happened since."""
    musterantrag = catalog.file.musterantrag
    text = musterantrag.text
    # Requests that follow from the Kurz-Check alone do not rest on the recommendations.
    modules = [GRUNDSATZ, VORLAGE, *(empfehlung_module(e.id) for e in catalog.file.empfehlungen)]
    when = " ".join(modules)
    yield Block("heading", text.ausgangslage_titel, 3, when)
    for paragraph in musterantrag.ausgangslage:
        yield Block("paragraph", paragraph, when=when)
    yield Block("heading", text.warum_jetzt_titel, 3, when)
    for paragraph in musterantrag.warum_jetzt:
        yield Block("paragraph", paragraph, when=when)
    yield Block("heading", text.landesrecht_titel, 3, LANDESRECHT)
    yield Block("paragraph", musterantrag.landesrecht, when=LANDESRECHT, stelle="landesrecht")


def _begruendungen(catalog: Catalog) -> Iterator[Block]:
    musterantrag = catalog.file.musterantrag
    for auftrag in musterantrag.auftraege:
        yield from _begruendung(catalog, vorlage_module(auftrag.id), auftrag.titel, auftrag.begruendung)
    for frage in catalog.all("fragen", "zusatzfragen"):
        reason = frage.data.beschluss_begruendung
        yield from _begruendung(catalog, frage_module(frage.id), frage.titel, reason)
    for empfehlung in catalog.file.empfehlungen:
        reason = empfehlung.redaktionell.begruendung
        yield from _begruendung(catalog, empfehlung_module(empfehlung.id), empfehlung.titel, reason)


def _begruendung(catalog: Catalog, module: str, titel: str, reason: str) -> Iterator[Block]:
    """Yield why the requests of a module are needed; the browser adds values and examples."""
    # A second colon in a heading would leave open what belongs to what.
    heading = catalog.file.musterantrag.text.begruendung_zu.replace("{titel}", titel.replace(": ", " – "))
    yield Block("heading", heading, 3, module)
    yield Block("paragraph", reason, when=module)
    yield Block("points", when=module, stelle="beispiele", hidden=True)


def _first_annex(text: Antragstext) -> str:
    return text.anlage.replace("{nr}", "1").replace("{titel}", text.empfehlungen_titel)


def _annex(catalog: Catalog) -> Iterator[Block]:
    """Yield the ten recommendations with all their parts, so that a council knows what it adopts."""
    text = catalog.file.musterantrag.text
    titel = _first_annex(text)
    yield Block("heading", titel, 2, ANLAGE, new_page=True)
    yield Block("paragraph", text.empfehlungen_quelle, when=ANLAGE)
    yield Block("paragraph", text.empfehlungen_satz, when=ANLAGE)
    for empfehlung in catalog.file.empfehlungen:
        yield Block("heading", f"{empfehlung.nr}. {empfehlung.titel}", 3, ANLAGE)
        parts = enumerate(empfehlung.teile, start=1)
        points = (
            Item(teil.id, f"{teil.beschluss}{_stop(number, empfehlung.teile)}", "") for number, teil in parts
        )
        yield Block("points", when=ANLAGE, items=tuple(points))


def _stop(number: int, parts: tuple[Any, ...]) -> str:
    return "." if number == len(parts) else ","


def merkblatt_of(catalog: Catalog) -> list[Block]:
    """Return the blocks of the sheet for those who hand the paper in."""
    sheet = catalog.file.musterantrag.merkblatt
    return [
        Block("heading", sheet.titel, 1),
        Block("paragraph", "{form}: {betreff}"),
        Block("paragraph", sheet.einleitung),
        Block("heading", sheet.wer_titel, 2),
        Block("paragraph", sheet.ohne_land, stelle="recht"),
        Block("heading", sheet.frist_titel, 2),
        Block("paragraph", sheet.frist),
        Block("paragraph", sheet.sitzung, stelle="sitzung", hidden=True),
        Block("heading", sheet.pruefen_titel, 2),
        Block("points", stelle="pruefen", items=_texts(sheet.pruefen)),
        Block("heading", sheet.anlagen_titel, 2),
        Block("points", stelle="anlagenliste", items=_texts((sheet.keine_anlagen,))),
        Block("heading", sheet.weiter_titel, 2),
        Block("list", stelle="schritte", items=_texts(sheet.weiter)),
        Block("paragraph", sheet.rechtsberatung),
    ]


def _texts(texts: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item("", text, "") for text in texts)


def neutral_plan(catalog: Catalog) -> list[tuple[Block, dict[str, Any]]]:
    """Return every block with its neutral form, as the document writers take it; all modules are in."""
    return _neutral_blocks(catalog, plan_of(catalog))


def neutral_merkblatt(catalog: Catalog) -> list[tuple[Block, dict[str, Any]]]:
    """Return the same for the sheet beside the Musterantrag."""
    return _neutral_blocks(catalog, merkblatt_of(catalog))


def neutral_header(catalog: Catalog) -> str:
    """Return what stands at the top of each further page."""
    text = catalog.file.musterantrag.text
    words = neutral_words(catalog.file.musterantrag.leerstellen)
    return fill(f"{{form}} {{antragsteller.genitiv}} · {text.betreff}", words)


def written(blocks: list[tuple[Block, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return what of them stands in a file."""
    return [neutral for block, neutral in blocks if not block.hidden]


def _neutral_blocks(catalog: Catalog, plan: list[Block]) -> list[tuple[Block, dict[str, Any]]]:
    text = catalog.file.musterantrag.text
    items = tuple(_points(catalog))
    words = dict(neutral_words(catalog.file.musterantrag.leerstellen))
    words["betreff"] = fill(text.betreff, words)
    return [(block, _neutral(block, items, words, text.auftrag)) for block in plan]


def _neutral(block: Block, items: tuple[Item, ...], words: Words, sentence: str) -> dict[str, Any]:
    if block.kind in ("list", "points"):
        texts = [_as_sentence(item, fill(item.pattern, words), sentence) for item in block.items]
        return {"type": "list", "ordered": block.kind == "list", "items": texts}
    text = fill(block.pattern, {**words, "nummern": numbers_in_words(_numbers(block.when, items))})
    if block.kind == "heading":
        page = {"newPage": True} if block.new_page else {}
        return {"type": "heading", "level": block.level, "text": text, **page}
    if block.kind == "signature":
        return {"type": "signature", "text": text, "line": block.items[0].pattern}
    return {"type": block.kind, "text": text}


def _as_sentence(item: Item, text: str, sentence: str) -> str:
    """Return a request as a sentence of its own; the Grundsatz and other points are one already."""
    return sentence.replace("{auftrag}", text) if item.id.startswith(f"{AUFTRAEGE}/") else text


def _numbers(module: str, items: tuple[Item, ...]) -> list[int]:
    return [number for number, item in enumerate(items, start=1) if f"{item.id}/".startswith(f"{module}/")]

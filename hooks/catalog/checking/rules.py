"""Checks across entries.  Each rule is a generator; its docstring is the rule.

The rules read the node tree, not the models: they skip what is malformed, so
an editor sees wrong fields and wrong links in one report.
"""

import re
from collections.abc import Iterator

from ..model.kinds import KINDS, LOCAL_PREFIX, Kind, authored_links
from ..reading.nodes import Node
from ..reading.problems import Problem, did_you_mean
from .locations import Item, Place, describe_place, items, shorten
from .statements import aussagen_are_backed, belege_are_cited
from .withdrawn import withdrawn_entries_are_gone

_ARTICLE = {"m": "Den", "f": "Die", "n": "Das"}
# What the sentences of the Musterantrag can ask for, and where they can ask for something else.
BLANKS = {"datum", "form", "betreff", "sitzung"} | {
    f"{word}.{form}"
    for word in ("kommune", "gremium", "antragsteller")
    for form in ("nominativ", "genitiv", "dativ", "akkusativ", "in", "bittet")
}
SPECIAL_BLANKS = {
    "begruendung_zu": {"nummern", "titel"},
    "auftrag": {"auftrag"},
    "auftrag_mit_frist": {"auftrag", "frist"},
    "bericht": BLANKS | {"frist"},
    "selbsteinschaetzung": {"datum", "wert"},
    "klausur": {"datum", "wert"},
    "beispiel": {"titel", "ort"},
    "anlage": {"nr", "titel"},
    "recht_des_landes": {"land"},
    "unbekannt": {"land"},
    "gewaehlt": {"form"},
}
# The choice that stands for words of one's own.
FREE_ENTRY = "eigene"
_BLANK = re.compile(r"\{([A-Za-z][\w.]*)\}")


def check(root: Node) -> Iterator[Problem]:
    """Run every rule over a catalogue as written."""
    for rule in RULES:
        yield from rule(root)


def ids_are_unique(root: Node) -> Iterator[Problem]:
    """No two pages share an address, old addresses included."""
    taken: dict[tuple[str, str], int] = {}
    for kind in KINDS.values():
        for item in items(root, kind.location):
            for id_, line in item.texts("id") + item.texts("fruehere_ids"):
                address = (kind.section, id_)
                if id_ in kind.reserved:
                    yield Problem(
                        line,
                        f"{item.place}Die Kennung „{id_}“ ist für eine Übersichtsseite vergeben. "
                        "Wählen Sie eine andere.",
                    )
                elif address in taken:
                    yield Problem(
                        line,
                        f"{item.place}Die Kennung „{id_}“ ist schon in Zeile {taken[address]} vergeben. "
                        "Wählen Sie eine andere.",
                    )
                taken.setdefault(address, line)


def references_exist(root: Node) -> Iterator[Problem]:
    """Every linked id exists, is named once and is not the entry itself."""
    known = {key: {item.text("id") for item in items(root, kind.location)} for key, kind in KINDS.items()}
    for source, field_name, target in authored_links():
        for item in items(root, source.location):
            seen: set[str] = set()
            for id_, line in item.texts(field_name):
                if id_ not in known[target.key]:
                    yield Problem(line, item.place + _unknown(id_, target, known[target.key]))
                elif source == target and id_ == item.text("id"):
                    yield Problem(
                        line, f"{item.place}„{id_}“ ist mit sich selbst verknüpft. Löschen Sie diese Kennung."
                    )
                elif id_ in seen:
                    yield Problem(
                        line,
                        f"{item.place}„{id_}“ ist doppelt verknüpft. Löschen Sie eine der beiden Kennungen.",
                    )
                seen.add(id_)


def sources_exist(root: Node) -> Iterator[Problem]:
    """Every cited source is listed under ``quellen``."""
    known = {item.text("id") for item in items(root, ("quellen",))}
    for place, node in _citations(root, ()):
        if node.text and node.text not in known:
            yield Problem(
                node.line, describe_place(root, place) + _unknown(node.text, KINDS["quellen"], known)
            )


def parts_have_unique_ids(root: Node) -> Iterator[Problem]:
    """The parts of one recommendation have different ids."""
    for number in range(len(items(root, ("empfehlungen",)))):
        seen = set()
        for teil in items(root, ("empfehlungen", number, "teile")):
            id_ = teil.text("id")
            if id_ and id_ in seen:
                yield Problem(
                    teil.line("id"), f"{teil.place}Diese Kennung haben zwei Teile. Wählen Sie eine andere."
                )
            seen.add(id_)


def numbers_run_from_one(root: Node) -> Iterator[Problem]:
    """Numbered entries stand in order and count from one, without a gap."""
    for kind in KINDS.values():
        for expected, item in enumerate(items(root, kind.location), start=1):
            written = item.number("nr")
            if written is not None and written > 0 and written != expected:
                yield Problem(
                    item.line("nr"),
                    f"{item.place}Die Nummern zählen in der Reihenfolge der Einträge. "
                    f"Hier wird {expected} erwartet, angegeben ist {written}.",
                )


def bands_cover_the_scale(root: Node) -> Iterator[Problem]:
    """The bands of the Kurz-Check cover 0 to 100 without gap or overlap."""
    expected = 0
    bands = items(root, ("kurzcheck", "baender"))
    for band in bands:
        start, end = band.number("von"), band.number("bis")
        if start is None or end is None:
            return
        if start != expected or end < start:
            yield Problem(
                band.node.line,
                f"{band.place}Die Stufe muss bei {expected} beginnen und darf nicht davor enden.",
            )
        expected = end + 10
    if bands and expected != 110:
        yield Problem(bands[-1].line("bis"), f"{bands[-1].place}Die letzte Stufe muss bei 100 enden.")


def statements_are_backed(root: Node) -> Iterator[Problem]:
    """A glossary entry names its sources or says that it is editorial."""
    for item in items(root, ("glossar",)):
        editorial = item.node.child("redaktionell")
        if not item.texts("quellen") and not (editorial and editorial.data() is True):
            yield Problem(
                item.node.line,
                f"{item.place}Nennen Sie mindestens eine Quelle unter „quellen“ "
                "oder setzen Sie „redaktionell: true“.",
            )


def auftraege_are_clauses(root: Node) -> Iterator[Problem]:
    """An Auftrag continues a sentence, so it has no full stop of its own."""
    auftraege = _auftraege(root)
    for number in range(len(items(root, ("empfehlungen",)))):
        auftraege += items(root, ("empfehlungen", number, "teile"))
    for item in auftraege:
        if item.text("beschluss").rstrip().endswith((".", ";", ",", ":")):
            yield Problem(
                item.line("beschluss"),
                f"{item.place}„beschluss“ wird in einen Satz eingesetzt und endet ohne Satzzeichen.",
            )


def _auftraege(root: Node) -> list[Item]:
    """Return the entries whose request may have blanks."""
    places: tuple[Place, ...] = (
        ("musterantrag", "auftraege"),
        ("kurzcheck", "fragen"),
        ("kurzcheck", "zusatzfragen"),
    )
    return [item for place in places for item in items(root, place)]


def musterantrag_proposals_exist(root: Node) -> Iterator[Problem]:
    """A Land proposes only bodies and kinds of municipality that can be chosen."""
    fields = {"gremium": "gremien", "kommunenarten": "kommunenarten"}
    known = {
        name: {item.text("id") for item in items(root, ("musterantrag", name))} for name in fields.values()
    }
    for number in range(len(items(root, ("musterantrag", "laender")))):
        for proposal in items(root, ("musterantrag", "laender", number, "vorschlaege")):
            for field_name, name in fields.items():
                for id_, line in proposal.texts(field_name):
                    if id_ not in known[name]:
                        yield Problem(line, proposal.place + _unknown_word(id_, name, known[name]))
    for number in range(len(items(root, ("laender",)))):
        for body in items(root, ("laender", number, "raete", "gremien")):
            for id_, line in body.texts("kommunenarten"):
                if id_ not in known["kommunenarten"]:
                    yield Problem(
                        line, body.place + _unknown_word(id_, "kommunenarten", known["kommunenarten"])
                    )


def musterantrag_words_are_unique(root: Node) -> Iterator[Problem]:
    """No two words of one list of the Musterantrag have the same id, and none takes the id of a free entry."""
    for name in ("kommunenarten", "gremien", "antragstellende"):
        seen = {FREE_ENTRY}
        for item in items(root, ("musterantrag", name)):
            id_ = item.text("id")
            if id_ in seen:
                yield Problem(
                    item.line("id"), f"{item.place}Diese Kennung ist vergeben. Wählen Sie eine andere."
                )
            seen.add(id_)


def musterantrag_blanks_exist(root: Node) -> Iterator[Problem]:
    """The sentences of the Musterantrag use only blanks that can be filled."""
    for place, key, text, line in _musterantrag_sentences(root):
        known = SPECIAL_BLANKS.get(key, BLANKS)
        for blank in _BLANK.findall(text):
            name = blank[:1].lower() + blank[1:]
            if name not in known:
                hint = did_you_mean(name, known) or f" Es gibt: {', '.join(sorted(known))}."
                yield Problem(line, f"{place}Die Leerstelle „{{{shorten(blank)}}}“ gibt es hier nicht.{hint}")


def _musterantrag_sentences(root: Node) -> Iterator[tuple[str, str, str, int]]:
    """Yield every sentence with blanks: whose it is, its field, its text and its line."""
    musterantrag = root.child("musterantrag")
    places = [(Item(musterantrag), "grundsatz")] if musterantrag else []
    places += [(auftrag, "beschluss") for auftrag in _auftraege(root)]
    for name in ("text", "merkblatt"):
        texts = musterantrag.child(name) if musterantrag else None
        if texts is not None and isinstance(texts.value, dict):
            places += [(Item(texts), key) for key in texts.value]
    for item, key in places:
        place = item.place or "Musterantrag: "
        yield from ((place, key, sentence, line) for sentence, line in item.texts(key))


def local_prefix_is_free(root: Node) -> Iterator[Problem]:
    """No id of the product looks like one of a municipality.

    Not among ``RULES``: those hold for a municipality's own entries too.
    """
    for kind in KINDS.values():
        for item in items(root, kind.location):
            for id_, line in item.texts("id") + item.texts("fruehere_ids"):
                if id_.startswith(LOCAL_PREFIX):
                    yield Problem(
                        line, f"{item.place}„{LOCAL_PREFIX}“ ist Einträgen einer Kommune vorbehalten."
                    )


RULES = (
    ids_are_unique,
    references_exist,
    sources_exist,
    parts_have_unique_ids,
    numbers_run_from_one,
    bands_cover_the_scale,
    statements_are_backed,
    auftraege_are_clauses,
    musterantrag_proposals_exist,
    musterantrag_words_are_unique,
    musterantrag_blanks_exist,
    aussagen_are_backed,
    belege_are_cited,
    withdrawn_entries_are_gone,
)


def _citations(node: Node, place: Place) -> Iterator[tuple[Place, Node]]:
    """Yield every cited id below a node: ``quelle`` holds one, ``quellen`` a list of them."""
    if isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _citations(child, (*place, index))
    elif isinstance(node.value, dict):
        for key, child in node.value.items():
            if key == "quelle":
                yield (*place, key), child
            elif key == "quellen" and place and isinstance(child.value, list):
                yield from (((*place, key), item) for item in child.value)
            elif not isinstance(child.value, str):
                yield from _citations(child, (*place, key))


def _unknown(id_: str, kind: Kind, known: set[str]) -> str:
    hint = did_you_mean(id_, known)
    return f"{_ARTICLE[kind.genus]} {kind.einzahl} „{shorten(id_)}“ gibt es nicht.{hint or _where(kind)}"


def _unknown_word(id_: str, list_name: str, known: set[str]) -> str:
    hint = (
        did_you_mean(id_, known)
        or f" Die gültigen Kennungen stehen im Abschnitt „musterantrag / {list_name}“."
    )
    return f"Die Kennung „{shorten(id_)}“ gibt es in „{list_name}“ nicht.{hint}"


def _where(kind: Kind) -> str:
    return f" Die gültigen Kennungen stehen im Abschnitt „{' / '.join(kind.location)}“."

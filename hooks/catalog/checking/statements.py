"""Statements on the Länder and on today: backed or marked, and how old they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.laender import BELEGT, months_between
from ..reading.nodes import Node
from ..reading.problems import Problem, did_you_mean
from .locations import Item, Place, describe_place, items, scalars, shorten

OLD_AFTER_MONTHS = 24
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_PLACES = ("laender", "anlaufstellen")
# The lists of entries that tell what applies today.
_TODAY = {
    "empfehlungen": ("heute",),
    "erfolgsfaktoren": ("heute",),
    "stellschrauben": ("heute",),
    "leitfaeden": ("recht", "wer_hilft"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as written: its place in words, and the entry around it."""

    item: Item
    entry: Item

    @property
    def place(self) -> str:
        """The words that name the place, its field among them."""
        last = self.item.location[-1]
        return self.item.place + (f"„{last}“: " if isinstance(last, str) else "")

    @property
    def is_prose(self) -> bool:
        """Whether it says something in a text of its own; a council's name and an entry do not."""
        return not {"artikel", "kurz"} & self.item.node.key_lines.keys()


def aussagen_are_backed(root: Node) -> Iterator[Problem]:
    """A statement has a text and a proof, or it stands under ``ungeprueft``."""
    for statement in filter(lambda found: found.is_prose, statements(root)):
        item = statement.item
        text, doubt = item.text("text"), item.text("ungeprueft")
        sure = item.text("sicherheit") in BELEGT
        if bool(text) == bool(doubt):
            reason = "Es braucht genau eines von beiden: „text“ oder „ungeprueft“."
        elif doubt and sure:
            reason = f"„{item.text('sicherheit')}“ passt nicht zu „ungeprueft“."
        elif text and not sure:
            reason = "Was nicht „hoch“ oder „mittel“ ist, gehört unter „ungeprueft“."
        elif text and not item.texts("belegt_durch"):
            reason = (
                "Nennen Sie den Beleg unter „belegt_durch“, oder schreiben Sie „ungeprueft“ statt „text“."
            )
        else:
            continue
        yield Problem(item.node.line, statement.place + reason)


def belege_are_cited(root: Node) -> Iterator[Problem]:
    """Every proof of a Land has an id of its own, and statements cite only those that are there."""
    for number, entry in enumerate(items(root, ("laender",))):
        belege = items(root, ("laender", number, "belege"))
        known = {beleg.text("id") for beleg in belege}
        seen = set()
        for beleg in belege:
            if beleg.text("id") in seen:
                yield Problem(
                    beleg.line("id"), f"{beleg.place}Diese Kennung ist doppelt. Wählen Sie eine andere."
                )
            seen.add(beleg.text("id"))
        for statement in _inside(root, entry, ("laender", number)):
            for id_, line in statement.item.texts("belegt_durch"):
                if id_ not in known:
                    hint = did_you_mean(id_, known) or " Die Belege stehen am Ende des Landes."
                    yield Problem(
                        line, f"{statement.place}Den Beleg „{shorten(id_)}“ gibt es hier nicht.{hint}"
                    )


def unproven(root: Node) -> list[Problem]:
    """Return what is written but not proved, so that somebody looks it up; no page shows it."""
    return sorted(
        Problem(
            statement.item.line("ungeprueft"),
            f"{statement.place}{statement.item.text('sicherheit')}: {statement.item.text('ungeprueft')}",
        )
        for statement in statements(root)
        if statement.item.text("ungeprueft")
    )


def outdated(root: Node) -> list[Problem]:
    """Return the statements on today that are older than two years when the catalogue was last changed."""
    today = Item(root).text("stand")
    found = []
    noted = [(item, item.place) for item in _notes_on_today(root)]
    for item, place in [*((one.item, one.place) for one in statements(root)), *noted]:
        age = months_between(item.text("stand"), today) if not item.text("ungeprueft") else None
        if age is not None and age > OLD_AFTER_MONTHS:
            found.append(Problem(item.line("stand"), f"{place}Stand {item.text('stand')}, {age} Monate alt."))
    return sorted(found)


def yet_to_come(root: Node, today: str) -> list[Problem]:
    """Return what is dated in the future: a slip, as a date says when something was looked at.

    Args:
        root: the catalogue.
        today: the day on which somebody looks.
    """
    return [
        Problem(node.line, f"{describe_place(root, place)}„stand“: {node.value} liegt in der Zukunft.")
        for place, node in scalars(root)
        if place[-1] == "stand" and _DATE.fullmatch(str(node.value)) and str(node.value) > today
    ]


def statements(root: Node) -> Iterator[Statement]:
    """Yield every statement on a Land or a place, in the order of the file."""
    for name in _PLACES:
        for number, entry in enumerate(items(root, (name,))):
            yield from _inside(root, entry, (name, number))


def _inside(root: Node, entry: Item, place: Place) -> Iterator[Statement]:
    for where, node in _mappings(entry.node, place):
        if "sicherheit" in node.key_lines:
            yield Statement(Item(node, root, where), entry)


def _mappings(node: Node, place: Place) -> Iterator[tuple[Place, Node]]:
    if isinstance(node.value, dict):
        yield place, node
        for key, child in node.value.items():
            if not isinstance(child.value, str):
                yield from _mappings(child, (*place, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from _mappings(child, (*place, index))


def _notes_on_today(root: Node) -> Iterator[Item]:
    for name, lists in _TODAY.items():
        for number in range(len(items(root, (name,)))):
            for inside in lists:
                yield from items(root, (name, number, inside))

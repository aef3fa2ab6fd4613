"""Places in the product's texts that a municipality words in its own way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..checking.locations import Item, items
from ..checking.withdrawn import Key, address_in
from ..model.kinds import KINDS
from ..reading.nodes import Node
from ..reading.problems import Problem

# What is no wording but a fact, a name of something else, or how the catalogue hangs together.
_FIXED = frozenset(
    "id nr land art name url adresse quelle quellen stelle stand belege heute fundstellen abweichungen recht "
    "fruehere_ids geprueft gelesen sicherheit".split()
)


@dataclass(frozen=True, slots=True)
class Reworded:
    """The catalogue with a municipality's words in it; ``outdated`` are those whose original has changed."""

    root: Node
    done: tuple[int, ...]
    outdated: tuple[int, ...]
    advice: tuple[Problem, ...]


def reworded(root: Node, local: Node, known: Mapping[str, Key]) -> Reworded:
    """Put a municipality's words in the place of the product's.

    Args:
        root: the catalogue.
        local: the municipality's ``katalog.yml``.
        known: kind and id by the address of every entry.
    """
    done, outdated, advice = [], [], []
    for number, item in enumerate(items(local, ("texte",))):
        key = known.get(address_in(item, "eintrag"))
        if key is None:
            continue
        changed = _changed(root, KINDS[key[0]].location, key[1], item)
        if changed is None:
            outdated.append(number)
            advice.append(
                Problem(
                    item.line("original"),
                    f"{item.place}Diese Stelle gibt es so nicht (mehr). Es gilt der Text des Produkts. "
                    "Lesen Sie ihn und übernehmen Sie die Stelle neu nach „original“.",
                )
            )
        else:
            root = changed
            done.append(number)
    return Reworded(root, tuple(done), tuple(outdated), tuple(advice))


def _changed(node: Node, location: tuple[str, ...], id_: str, item: Item) -> Node | None:
    """Return the tree with the words in one entry changed; nothing if they do not stand there."""
    if location and isinstance(node.value, dict) and location[0] in node.value:
        child = _changed(node.value[location[0]], location[1:], id_, item)
        return child and replace(node, value={**node.value, location[0]: child})
    if isinstance(node.value, list):
        for number, entry in enumerate(node.value):
            if Item(entry).text("id") == id_:
                changed = _in_entry(entry, _plain(item.text("original")), item)
                return changed and replace(
                    node, value=[*node.value[:number], changed, *node.value[number + 1 :]]
                )
    return None


def _in_entry(node: Node, original: str, item: Item) -> Node | None:
    if isinstance(node.value, str):
        text, words = _plain(node.text or ""), item.text("text")
        # A function, so that backslashes stay what they are.
        new_text, found = _whole_words(original).subn(lambda _: words, text, count=1)
        if not original or not found:
            return None
        # The line of the municipality's file: that is where a message about the text has to lead.
        return replace(
            node,
            value=new_text,
            plain=False,
            line=item.line("text"),
            end_line=item.line("text"),
        )
    children = node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
    for key, child in children:
        if key not in _FIXED and (changed := _in_entry(child, original, item)):
            if isinstance(node.value, dict):
                lines = {str(key): changed.line} if isinstance(child.value, str) else {}
                return replace(
                    node,
                    value={**node.value, str(key): changed},
                    key_lines={**node.key_lines, **lines},
                )
            listed = list(node.value)
            listed[int(key)] = changed
            return replace(node, value=listed)
    return None


def _whole_words(text: str) -> re.Pattern[str]:
    """Return a pattern for a text that begins and ends between words: „Rat“ is not a part of „Beratung“."""
    before, after = (r"\b" if re.fullmatch(r"\w", end) else "" for end in (text[:1], text[-1:]))
    return re.compile(before + re.escape(text) + after)


def _plain(text: str) -> str:
    return " ".join(text.split())

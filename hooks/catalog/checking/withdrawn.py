"""Addresses of entries: those that exist, those that were renamed, and those that were withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.kinds import KINDS, SECTIONS, section_of
from ..reading.nodes import Node
from ..reading.problems import Problem, did_you_mean
from .locations import Item, items, shorten

Key = tuple[str, str]  # kind and id of an entry


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry that a former version had."""

    address: str
    titel: str
    nachfolge: str
    seit: str

    @property
    def way_out(self) -> str:
        """Say in German what became of the entry."""
        return (
            f"„{self.titel}“ gibt es seit Fassung {self.seit} nicht mehr."
            f"{f' Jetzt hilft „{self.nachfolge}“.' if self.nachfolge else ''}"
        )


def addresses(root: Node) -> dict[str, Key]:
    """Return kind and id for the address of every entry, former addresses included."""
    known: dict[str, Key] = {}
    for kind in KINDS.values():
        for item in items(root, kind.location):
            for id_, _ in item.texts("id") + item.texts("fruehere_ids"):
                known[f"{kind.section}/{id_}"] = (kind.key, item.text("id"))
    return known


def withdrawn(root: Node) -> dict[str, Withdrawn]:
    """Return the withdrawn entries by their addresses."""
    return {
        address: Withdrawn(address, item.text("titel"), address_in(item, "nachfolge"), item.text("seit"))
        for item in items(root, ("zurueckgezogen",))
        if (address := address_in(item, "eintrag"))
    }


def withdrawn_entries_are_gone(root: Node) -> Iterator[Problem]:
    """A withdrawn entry has no page any more, is listed once and names a successor that exists."""
    known = addresses(root)
    seen: set[str] = set()
    for item in items(root, ("zurueckgezogen",)):
        address, successor = address_in(item, "eintrag"), address_in(item, "nachfolge")
        section = section_of(address)
        if section not in SECTIONS:
            hint = did_you_mean(section, SECTIONS) or f" Möglich sind: {', '.join(SECTIONS)}."
            yield Problem(
                item.line("eintrag"), f"{item.place}Den Bereich „{shorten(section)}“ gibt es nicht.{hint}"
            )
        if address in known or address in seen:
            reason = "steht hier zweimal" if address in seen else "gibt es noch"
            yield Problem(
                item.line("eintrag"), f"{item.place}„{shorten(address)}“ {reason}. Löschen Sie eine Stelle."
            )
        if successor and successor not in known:
            hint = did_you_mean(successor, known) or " Nennen Sie einen anderen oder löschen Sie die Zeile."
            yield Problem(
                item.line("nachfolge"),
                f"{item.place}Den Eintrag „{shorten(successor)}“ gibt es nicht.{hint}",
            )
        seen.add(address)


def address_in(item: Item, key: str) -> str:
    """Return the address under a key as entries are known by; a stroke at its end is allowed."""
    return item.text(key).rstrip("/")

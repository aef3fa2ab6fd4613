"""A municipality's entries after an update of the product: nothing that it renamed or withdrew stops them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..checking.locations import Item, items
from ..checking.withdrawn import Key, Withdrawn
from ..model.kinds import KINDS
from ..reading.nodes import Node
from ..reading.problems import Problem


@dataclass(frozen=True, slots=True)
class Updated:
    """The examples of a municipality with today's ids, and what it should look at."""

    beispiele: list[Node]
    advice: tuple[Problem, ...]


def up_to_date(root: Node, known: Mapping[str, Key], gone: Mapping[str, Withdrawn]) -> Updated:
    """Follow renamed entries and leave out withdrawn ones.

    Args:
        root: the municipality's ``katalog.yml``.
        known: kind and id by the address of every entry, former addresses included.
        gone: the withdrawn entries by their addresses.
    """
    advice = list(_advice(root, gone))
    own = []
    for item in items(root, ("beispiele",)):
        fields = dict(item.node.value) if isinstance(item.node.value, dict) else {}
        for field, target in KINDS["beispiele"].links:
            listed = fields.get(field)
            if listed is not None and isinstance(listed.value, list):
                fields[field] = replace(listed, value=list(_links(listed.value, target, known, gone)))
                advice += [
                    Problem(line, f"{item.place}{found.way_out} Die Verknüpfung entfällt.")
                    for id_, line in item.texts(field)
                    if (found := gone.get(_address(target, id_)))
                ]
        own.append(replace(item.node, value=fields))
    return Updated(own, tuple(sorted(advice)))


def _advice(root: Node, gone: Mapping[str, Withdrawn]) -> Iterator[Problem]:
    for address, line in Item(root).texts("ausblenden"):
        if found := gone.get(address.rstrip("/")):
            yield Problem(line, f"Ausblenden: {found.way_out} Sie können die Zeile löschen.")
    for name in ("hinweise",):
        for item in items(root, (name,)):
            if found := gone.get(item.text("eintrag").rstrip("/")):
                yield Problem(
                    item.line("eintrag"),
                    f"{item.place}{found.way_out} Ihr Text erscheint nicht. Hängen Sie ihn an einen anderen Eintrag.",
                )


def _links(
    listed: list[Node], target: str, known: Mapping[str, Key], gone: Mapping[str, Withdrawn]
) -> Iterator[Node]:
    seen: set[object] = set()
    for node in listed:
        address = _address(target, node.text or "")
        key = known.get(address)
        today = replace(node, value=key[1]) if key and key[0] == target else node
        # What somebody typed twice is a mistake of theirs; what became one is not.
        if address not in gone and (today.value not in seen or today.value == node.value):
            yield today
        seen.add(today.value)


def _address(kind: str, id_: str) -> str:
    return f"{KINDS[kind].section}/{id_}"

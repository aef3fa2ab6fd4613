"""A municipality's entries after an update of the product: nothing that it renamed or withdrew stops them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..checking.locations import Item, items
from ..checking.withdrawn import Key, Withdrawn, address_in
from ..model.kinds import KINDS
from ..reading.nodes import Node
from ..reading.problems import Problem

# What a municipality can add.
OWN_KINDS = ("beispiele", "zusatzfragen")


@dataclass(frozen=True, slots=True)
class Updated:
    """The entries of a municipality with today's ids, by kind, and what it should look at."""

    own: Mapping[str, list[Node]]
    advice: tuple[Problem, ...]


def up_to_date(root: Node, known: Mapping[str, Key], gone: Mapping[str, Withdrawn]) -> Updated:
    """Follow renamed entries and leave out withdrawn ones.

    Args:
        root: the municipality's ``katalog.yml``.
        known: kind and id by the address of every entry, former addresses included.
        gone: the withdrawn entries by their addresses.
    """
    advice = list(_advice(root, gone))
    own: dict[str, list[Node]] = {kind: [] for kind in OWN_KINDS}
    for kind in OWN_KINDS:
        for item in items(root, (kind,)):
            for field, target in KINDS[kind].links:
                advice += [
                    Problem(line, f"{item.place}{found.way_out} Die Verknüpfung entfällt.")
                    for id_, line in item.texts(field)
                    if (found := gone.get(_address(target, id_)))
                ]
            if (node := _with_todays_links(item.node, kind, known, gone)) is not None:
                own[kind].append(node)
    return Updated(own, tuple(sorted(advice)))


def _with_todays_links(
    node: Node, kind: str, known: Mapping[str, Key], gone: Mapping[str, Withdrawn]
) -> Node | None:
    """Return an entry that links to what there is today; nothing if it cannot stand without its link."""
    fields = dict(node.value) if isinstance(node.value, dict) else {}
    for field, target in KINDS[kind].links:
        linked = fields.get(field)
        if linked is None:
            continue
        if isinstance(linked.value, list):
            fields[field] = replace(linked, value=list(_links(linked.value, target, known, gone)))
        elif not (found := list(_links([linked], target, known, gone))):
            return None
        else:
            fields[field] = found[0]
    return replace(node, value=fields)


def _advice(root: Node, gone: Mapping[str, Withdrawn]) -> Iterator[Problem]:
    for address, line in Item(root).texts("ausblenden"):
        if found := gone.get(address.rstrip("/")):
            yield Problem(line, f"Ausblenden: {found.way_out} Sie können die Zeile löschen.")
    for item, address in attached(root):
        if found := gone.get(address):
            yield Problem(
                item.line("eintrag"),
                f"{item.place}{found.way_out} Ihr Text erscheint nicht. Hängen Sie ihn an einen anderen Eintrag.",
            )


def attached(root: Node) -> Iterator[tuple[Item, str]]:
    """Yield the notes and words of a municipality, each with the address of the entry that it hangs on."""
    for name in ("hinweise", "texte"):
        for item in items(root, (name,)):
            yield item, address_in(item, "eintrag")


def _links(
    listed: list[Node], target: str, known: Mapping[str, Key], gone: Mapping[str, Withdrawn]
) -> Iterator[Node]:
    seen: set[object] = set()
    for node in listed:
        if not isinstance(node.value, str):
            # The models say what is wrong with it.
            yield node
            continue
        address = _address(target, node.text or "")
        key = known.get(address)
        today = replace(node, value=key[1]) if key and key[0] == target else node
        # What somebody typed twice is a mistake of theirs; what became one is not.
        if address not in gone and (today.value not in seen or today.value == node.value):
            yield today
        seen.add(today.value)


def _address(kind: str, id_: str) -> str:
    return f"{KINDS[kind].section}/{id_}"

"""A municipality's own entries: add examples and notes, hide entries.

Everything happens on the node tree, before validation: the rules for the
product's entries hold for theirs too, and a link to a hidden entry is gone
before anything could follow it.
"""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from ..checking.locations import Item, items, shorten
from ..checking.rules import check
from ..checking.validation import validate
from ..checking.withdrawn import Key, addresses, withdrawn
from ..model.kinds import KINDS, LOCAL_PREFIX, Kind, authored_links, section_of
from ..model.kommune import HIDEABLE, Hinweis, LocalFile, Wortlaut
from ..reading.nodes import Node, Written
from ..reading.problems import CatalogError, Problem, did_you_mean
from .own_words import reworded
from .updates import OWN_KINDS, attached, up_to_date

FILE_NAME = "katalog.yml"
Attached = TypeVar("Attached", Hinweis, Wortlaut)


@dataclass(frozen=True, slots=True)
class Hidden:
    """An entry of the product that a municipality leaves out."""

    kind: Kind
    id: str
    titel: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Localized:
    """The catalogue with a municipality's entries in it and its hidden entries gone.

    ``ueberholt`` are the municipality's words whose original has changed since; ``advice`` names what the product no
    longer has and the municipality still speaks of.
    """

    root: Node
    hinweise: tuple[tuple[Key, Hinweis], ...] = ()
    hidden: tuple[Hidden, ...] = ()
    wortlaut: tuple[tuple[Key, Wortlaut], ...] = ()
    ueberholt: tuple[tuple[Key, Wortlaut], ...] = ()
    advice: tuple[Problem, ...] = ()


class LocalEntries:
    """The content of a municipality's ``katalog.yml``.

    Args:
        written: the file; without one, nothing is added.
        ohne: the sections that the municipality leaves out, with all their entries.
    """

    def __init__(self, written: Written | None, ohne: Collection[str] = ()) -> None:
        self.name = written.name if written else FILE_NAME
        self.ohne = frozenset(ohne)
        self._root = written.root if written else Node(0, 0, {})
        self._hidden = [(address.rstrip("/"), line) for address, line in Item(self._root).texts("ausblenden")]

    def apply(self, root: Node) -> Localized:
        """Put the entries into the product's catalogue, which is known to be valid.

        Raises:
            CatalogError: the entries are malformed or do not fit, with all reasons at once.
        """
        gone = withdrawn(root)
        updated = up_to_date(self._root, addresses(root), gone)
        added = root
        for kind, own in updated.own.items():
            added = _with_own(added, kind, own)
        known = addresses(added)
        words = reworded(added, self._root, known)
        hidden = dict.fromkeys(known[address] for address, _ in self._hidden if address in known)
        file = self._validate(
            [*self._check(known, gone), *check(words.root), *self._nothing_runs_dry(added, hidden)]
        )
        hidden |= dict.fromkeys(key for key in known.values() if KINDS[key[0]].section in self.ohne)
        hidden |= dict.fromkeys(_without_a_home(added, hidden))
        return Localized(
            root=_without(words.root, hidden),
            hinweise=tuple(_shown(dict.fromkeys(file.hinweise), known, hidden)),
            hidden=tuple(_describe(added, hidden)),
            wortlaut=tuple(_shown((file.texte[number] for number in words.done), known, hidden)),
            ueberholt=tuple(_shown((file.texte[number] for number in words.outdated), known, hidden)),
            advice=(*updated.advice, *words.advice, *self._written_twice()),
        )

    def _validate(self, problems: list[Problem]) -> LocalFile:
        try:
            file = validate(LocalFile, self._root, self.name)
        except CatalogError as error:
            raise CatalogError(self.name, [*problems, *error.problems]) from None
        if problems:
            raise CatalogError(self.name, problems)
        return file

    def _check(self, known: Mapping[str, Key], gone: Container[str]) -> Iterator[Problem]:
        """Yield what is wrong with ids and addresses."""
        for own in (item for kind in OWN_KINDS for item in items(self._root, (kind,))):
            if not own.text("id").startswith(LOCAL_PREFIX):
                yield Problem(own.line("id"), f"{own.place}Eigene Kennungen beginnen mit „{LOCAL_PREFIX}“.")
        for address, line in self._hidden:
            if address not in gone:
                yield from _may_hide(address, line, known)
        hidden = {address for address, _ in self._hidden}
        for item, address in attached(self._root):
            if address and address not in known and address not in gone:
                yield Problem(item.line("eintrag"), _unknown(address, known))
            elif address in hidden or section_of(address) in self.ohne:
                what = "keinen Hinweis" if item.location[0] == "hinweise" else "keinen eigenen Text"
                yield Problem(item.line("eintrag"), f"„{address}“ ist ausgeblendet und kann {what} haben.")

    def _written_twice(self) -> Iterator[Problem]:
        """Yield what has no effect because it already stands further up."""
        seen: set[object] = set()
        notes = [(frozenset(i.node.data().items()), i.node.line) for i in items(self._root, ("hinweise",))]
        for written, line in sorted([*self._hidden, *notes], key=lambda one: one[1]):
            if written in seen:
                yield Problem(line, "Dasselbe steht schon weiter oben. Löschen Sie eine Stelle.")
            seen.add(written)

    def _nothing_runs_dry(self, root: Node, hidden: Container[Key]) -> Iterator[Problem]:
        for kind in KINDS.values():
            ids = {item.text("id") for item in items(root, kind.location)}
            if ids and all((kind.key, id_) in hidden for id_ in ids):
                yield Problem(
                    self._root.key_lines["ausblenden"],
                    f"{kind.mehrzahl}: Mindestens ein Eintrag muss sichtbar bleiben.",
                )


def _shown(
    listed: Iterable[Attached], known: Mapping[str, Key], hidden: Container[Key]
) -> Iterator[tuple[Key, Attached]]:
    """Yield what hangs on an entry that this copy shows, each with the key of that entry."""
    for one in listed:
        key = known.get(one.eintrag)
        if key and key not in hidden:
            yield key, one


def _may_hide(address: str, line: int, known: Mapping[str, Key]) -> Iterator[Problem]:
    if address in HIDEABLE:
        yield Problem(
            line,
            f"„{address}“ ist ein ganzer Bereich. Nennen Sie ihn in kommune.yml: in der Liste „ausblenden“ unter „website“.",
        )
    elif address not in known:
        yield Problem(line, _unknown(address, known))
    elif known[address][0] == "quellen":
        yield Problem(
            line, f"„{address}“: Quellen lassen sich nicht ausblenden, weil sich Aussagen auf sie stützen."
        )


def _unknown(address: str, known: Mapping[str, Key]) -> str:
    # Somebody may have copied the whole line of the browser, or written it as in a link of an own page.
    ending = "/".join(address.replace(":", "/").split("/")[-2:])
    near = did_you_mean(ending, known) if "/" in ending else ""
    way_out = near or " So sieht die Adresse eines Eintrags aus: „empfehlungen/netzwerke“."
    return f"Den Eintrag „{shorten(address)}“ gibt es nicht.{way_out}"


def _with_own(root: Node, kind: str, own: list[Node]) -> Node:
    return _change_list(root, KINDS[kind].location, lambda listed: [*listed, *own])


def _without_a_home(root: Node, hidden: Container[Key]) -> Iterator[Key]:
    """Yield the entries whose only link points to a hidden entry."""
    for source, field, target in authored_links():
        for item in items(root, source.location):
            if (target.key, item.text(field)) in hidden:
                yield source.key, item.text("id")


def _without(root: Node, hidden: Collection[Key]) -> Node:
    for kind in KINDS.values():
        root = _change_list(root, kind.location, partial(_visible, kind=kind, hidden=hidden))
    return root


def _visible(listed: list[Node], kind: Kind, hidden: Collection[Key]) -> list[Node]:
    """Return the entries that stay, without their links to those that go."""
    kept = [node for node in listed if (kind.key, Item(node).text("id")) not in hidden]
    for field, target in kind.links:
        gone = {id_ for hidden_kind, id_ in hidden if hidden_kind == target}
        kept = [_change_list(node, (field,), partial(_all_but, gone=gone)) for node in kept]
    return kept


def _all_but(listed: list[Node], gone: Container[object]) -> list[Node]:
    return [node for node in listed if isinstance(node.value, str) and node.value not in gone]


def _change_list(node: Node, location: tuple[str, ...], change: Callable[[list[Node]], list[Node]]) -> Node:
    """Return a copy of a tree in which the list at a location is changed, if there is one."""
    if not location:
        return replace(node, value=change(node.value)) if isinstance(node.value, list) else node
    key, rest = location[0], location[1:]
    if not isinstance(node.value, dict) or key not in node.value:
        return node
    return replace(node, value={**node.value, key: _change_list(node.value[key], rest, change)})


def _describe(root: Node, hidden: Container[Key]) -> Iterator[Hidden]:
    for kind in KINDS.values():
        for item in items(root, kind.location):
            if (kind.key, item.text("id")) in hidden:
                titel = item.text(kind.ueberschrift)
                yield Hidden(kind, item.text("id"), titel, item.node.line, item.node.end_line)

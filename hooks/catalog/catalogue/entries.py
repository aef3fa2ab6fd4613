"""The catalogue as meant: entries with addresses, lines and links in both directions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from ..checking.validation import Known, known_items
from ..model.catalogue import CatalogFile
from ..model.kinds import KINDS, LOCAL_PREFIX, Kind, authored_links
from ..model.kommune import Hinweis, Wortlaut
from ..reading.nodes import Node, Written
from ..reading.problems import Problem
from .overlay import Hidden


@dataclass(frozen=True, slots=True, eq=False)
class Eintrag:
    """One entry with everything a page or an export needs to know about it."""

    kind: Kind
    data: Any
    line: int
    end_line: int
    # Not shown: links lead both ways, so each way through the catalogue would be written out.
    links: dict[str, list["Eintrag"]] = field(default_factory=dict, repr=False)
    hinweise: list[Hinweis] = field(default_factory=list)
    wortlaut: list[Wortlaut] = field(default_factory=list)
    # Words of a municipality that no longer fit, because the original has changed.
    ueberholt: list[Wortlaut] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The permanent id."""
        return str(self.data.id)

    @property
    def oertlich(self) -> bool:
        """Whether a municipality added the entry to its own copy."""
        return self.id.startswith(LOCAL_PREFIX)

    @property
    def titel(self) -> str:
        """The heading of the entry's page."""
        return str(getattr(self.data, self.kind.ueberschrift))

    @property
    def kurztitel(self) -> str:
        """A title for cards and tables."""
        return str(getattr(self.data, "kurztitel", None) or self.titel)

    @property
    def zusammenfassung(self) -> str:
        """A sentence or two on the entry, for search engines and cards."""
        return str(getattr(self.data, self.kind.zusammenfassung))

    @property
    def nr(self) -> int | None:
        """The number within its kind, where there is one."""
        number = getattr(self.data, "nr", None)
        return int(number) if number is not None else None

    @property
    def path(self) -> str:
        """The page's path below the site's root, without suffix."""
        return f"{self.kind.section}/{self.id}"

    @property
    def url(self) -> str:
        """The page's address below the site's root."""
        return f"{self.kind.section}/{self.id}/"

    def linked(self, kind: str) -> list["Eintrag"]:
        """Return the linked entries of a kind, in catalogue order."""
        return self.links.get(kind, [])


class Catalog:
    """All entries, linked in both directions.

    Expects a file whose references are known to be valid (see ``rules``).

    Args:
        written: the catalogue as its editors wrote it.
        file: its content.
        root: the nodes of that content; not those of ``written`` if a municipality adds or hides entries.
        hidden: what a municipality leaves out.
        advice: what a municipality's entries still say of what the product no longer has.
        ohne: the sections that a municipality leaves out; their entries are among the hidden ones.
    """

    def __init__(
        self,
        written: Written,
        file: CatalogFile,
        root: Node,
        hidden: tuple[Hidden, ...] = (),
        advice: tuple[Problem, ...] = (),
        ohne: frozenset[str] = frozenset(),
    ) -> None:
        self.written = written
        self.file = file
        self.hidden = hidden
        self.advice = advice
        self.ohne = ohne
        self._root = root
        self.entries: dict[str, dict[str, Eintrag]] = {
            kind.key: dict(_entries_of(kind, file, root)) for kind in KINDS.values()
        }
        self._link_authored()
        self._link_sources()
        self._sort_links()

    @property
    def text(self) -> str:
        """What is written, without the lines of hidden entries; all others keep their numbers."""
        if not self.hidden:
            return self.written.text
        lines = self.written.text.splitlines()
        for entry in self.hidden:
            count = entry.end_line - entry.line + 1
            lines[entry.line - 1 : entry.end_line] = ["# in dieser Fassung ausgeblendet", *[""] * (count - 1)]
        return "\n".join([*lines, ""])

    @cached_property
    def lines(self) -> list[str]:
        """The lines of ``text``."""
        return self.text.splitlines()

    def known_items(self) -> Known:
        """Return what is valid already, for reading the next state of the same file."""
        return dict(known_items(self._root, self.file))

    def all(self, *kinds: str) -> list[Eintrag]:
        """Return all entries of a kind, or of one kind after the other, in catalogue order."""
        return [entry for kind in kinds for entry in self.entries[kind].values()]

    def get(self, kind: str, id_: str) -> Eintrag:
        """Return one entry; raises ``KeyError`` if there is none."""
        return self.entries[kind][id_]

    def at(self, address: str) -> Eintrag | None:
        """Return the entry at an address or former address; ``None`` if there is none here."""
        return self._by_address.get(address)

    @cached_property
    def _by_address(self) -> dict[str, Eintrag]:
        return {
            f"{entry.kind.section}/{id_}": entry
            for entry in self
            for id_ in (entry.id, *getattr(entry.data, "fruehere_ids", ()))
        }

    def zeigt(self, section: str) -> bool:
        """Tell whether this copy has a section."""
        return section not in self.ohne

    def __iter__(self) -> Iterator[Eintrag]:
        for entries in self.entries.values():
            yield from entries.values()

    def _link_authored(self) -> None:
        for source, field_name, target in authored_links():
            for entry in self.all(source.key):
                for id_ in references(entry.data, field_name):
                    self._connect(entry, self.get(target.key, id_))

    def _link_sources(self) -> None:
        for entry in self:
            for id_ in dict.fromkeys(cited_sources(entry.data)):
                if entry.kind.key != "quellen":
                    self._connect(entry, self.get("quellen", id_))

    @staticmethod
    def _connect(one: Eintrag, other: Eintrag) -> None:
        for here, there in ((one, other), (other, one)):
            known = here.links.setdefault(there.kind.key, [])
            if there not in known:
                known.append(there)

    def _sort_links(self) -> None:
        rank = {id(entry): number for number, entry in enumerate(self)}
        for entry in self:
            for linked in entry.links.values():
                linked.sort(key=lambda other: rank[id(other)])


def references(data: BaseModel, field_name: str) -> tuple[str, ...]:
    """Return the ids in a reference field, whether it holds one or several."""
    value = getattr(data, field_name)
    return (value,) if isinstance(value, str) else value


def cited_sources(data: object) -> Iterator[str]:
    """Yield the id of every source cited anywhere inside an entry."""
    if isinstance(data, BaseModel):
        for name in type(data).model_fields:
            value = getattr(data, name)
            if name == "quelle":
                yield value
            elif name == "quellen":
                yield from (item for item in value if isinstance(item, str))
            elif isinstance(value, (BaseModel, tuple)):
                yield from cited_sources(value)
    elif isinstance(data, tuple):
        for item in data:
            if isinstance(item, (BaseModel, tuple)):
                yield from cited_sources(item)


def _entries_of(kind: Kind, file: CatalogFile, root: Node) -> Iterator[tuple[str, Eintrag]]:
    data: Any = file
    node: Node | None = root
    for part in kind.location:
        data = getattr(data, part)
        node = node.child(part) if node else None
    for index, item in enumerate(data):
        place = node.child(index) if node else None
        lines = (place.line, place.end_line) if place else (0, 0)
        yield item.id, Eintrag(kind, item, *lines)

"""Read YAML into nodes that remember their lines.

Built on the parser's events, not on a loader: duplicate keys, tags, aliases
and further documents stay visible, nothing is ever constructed, and time and
memory stay proportional to the size of the file.
"""

import re
import stat
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from .characters import composed
from .problems import CatalogError, Problem
from .syntax import ALIAS, ANCHOR, TAG, check_lines, scalar_messages, syntax_problem

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 20
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_resolver: Any = yaml.resolver.Resolver()
# Longer numbers are no count, year or percentage; Python refuses to read very long ones.
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")


@dataclass(slots=True)
class Node:
    """A place in the file: a text, a list or a mapping, with its lines (1-based).

    A node that only moved holds what it was, and looks inside when it is asked to.
    """

    line: int
    end_line: int
    value: "str | list[Node] | dict[str, Node]"
    plain: bool = False
    key_lines: dict[str, int] = field(default_factory=dict)
    _moved: "tuple[Node, int] | None" = field(default=None, repr=False, compare=False)

    def moved(self, shift: int) -> "Node":
        """Return the same some lines further down."""
        node: Node = object.__new__(Node)
        node.line, node.end_line, node.plain = self.line + shift, self.end_line + shift, self.plain
        source, before = self._moved or (self, 0)
        node._moved = (source, before + shift)
        return node

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Move what is inside of a moved node; called as long as its fields are not set."""
            if name not in {"value", "key_lines"}:
                raise AttributeError(name)
            source, shift = self._moved
            self._moved = None
            self.key_lines = {key: line + shift for key, line in source.key_lines.items()}
            if isinstance(source.value, dict):
                self.value = {key: child.moved(shift) for key, child in source.value.items()}
            elif isinstance(source.value, list):
                self.value = [child.moved(shift) for child in source.value]
            else:
                self.value = source.value
            return getattr(self, name)

    def child(self, key: object) -> "Node | None":
        """Return the node under a key or index, or ``None``."""
        if isinstance(self.value, dict) and isinstance(key, str):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return self.value[key]
        return None

    def data(self) -> Any:
        """Return plain Python data; lists become tuples, as the models want them."""
        if self._moved:
            return self._moved[0].data()
        if isinstance(self.value, dict):
            return {key: node.data() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return tuple(node.data() for node in self.value)
        return _scalar(self.value) if self.plain else self.value

    @property
    def text(self) -> str | None:
        """The text as the models will see it, or ``None`` if this is something else."""
        data = self.data() if isinstance(self.value, str) else None
        return data.strip() if isinstance(data, str) else None


@lru_cache(maxsize=2**14)
def _scalar(text: str) -> Any:
    """Give an unquoted text the meaning YAML 1.1 gives it; dates and odd numbers stay text. Asked by every check."""
    tag = _resolver.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() in {"yes", "true", "on"}
    if tag == "int" and _NUMBER.fullmatch(text):
        return int(text)
    return float("nan") if tag in {"int", "float"} else text


@dataclass(frozen=True, slots=True)
class Written:
    """A file as somebody wrote it: read once, parsed once, and carried to all who look at it."""

    name: str
    text: str
    root: Node

    @classmethod
    def read(cls, path: Path) -> "Written":
        """Read and parse the file at a path.

        Raises:
            CatalogError: the file cannot be read, or is not one plain YAML document.
        """
        return cls.parse(read_text(path), path.name)

    @classmethod
    def parse(cls, text: str, name: str = "catalog.yml") -> "Written":
        """Parse a text; see ``read``."""
        return cls(name, text, read_nodes(text, name))

    @property
    def lines(self) -> list[str]:
        """The lines of the text; line 1 is the first."""
        return self.text.split("\n")


def read_text(path: Path, name: str = "") -> str:
    """Read a UTF-8 text file; messages call it by ``name``, else by its own name.

    Raises:
        CatalogError: the file is missing, unreadable, too large or not UTF-8.
    """
    try:
        found = path.stat()
        if found.st_size > MAX_BYTES:
            raise CatalogError(name or path.name, [Problem(0, "Die Datei ist größer als 32 MB.")])
        if not stat.S_ISREG(found.st_mode):
            # Opening a pipe would wait for ever.
            raise IsADirectoryError
        raw = path.read_bytes()
    except FileNotFoundError:
        message = "Die Datei fehlt. Sie liegt sonst neben mkdocs.yml."
        raise CatalogError(name or path.name, [Problem(0, message)]) from None
    except OSError:
        message = (
            "Die Datei lässt sich nicht lesen. Prüfen Sie, ob es eine Datei ist und Sie sie öffnen dürfen."
        )
        raise CatalogError(name or path.name, [Problem(0, message)]) from None
    try:
        # Zero bytes are valid UTF-8, but only UTF-16 files are full of them.
        return composed(raw.replace(b"\0", b"\xff").decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = (
            "Die Datei ist nicht in UTF-8 gespeichert, Umlaute sind dadurch unlesbar. "
            "Speichern Sie sie im Editor mit der Kodierung „UTF-8“."
        )
        raise CatalogError(name or path.name, [Problem(line, message)]) from None


def read_nodes(text: str, name: str = "catalog.yml", depth: int = MAX_DEPTH) -> Node:
    """Turn YAML text into a node tree, nested at most to some depth.

    Raises:
        CatalogError: the text is not one plain YAML document.
    """
    lines = text.split("\n")
    if problems := list(check_lines(lines)):
        raise CatalogError(name, problems)
    builder = _Builder(lines, depth)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except _TooDeep:
        pass
    except yaml.MarkedYAMLError as error:
        builder.problems.append(syntax_problem(error, lines, builder.last_text))
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(0, "Die Datei ist leer. Stellen Sie die vorige Fassung wieder her."))
    if builder.problems or builder.root is None:
        raise CatalogError(name, builder.problems)
    return builder.root


class _TooDeep(Exception):
    """Nested deeper than any catalogue; reading on would only cost time."""


class _Builder:
    """Collect parser events into nodes, without recursion."""

    def __init__(self, lines: list[str], depth: int) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.last_text = 0
        self._lines = lines
        self._depth = depth
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._start_document(line)
        elif isinstance(event, yaml.AliasEvent):
            self._complain(line, ALIAS)
            self._add(Node(line, line, ""))
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event, line)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._check_properties(event, line)
            self._start(Node(line, line, {} if isinstance(event, yaml.MappingStartEvent) else []))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end()

    def _complain(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, message))

    def _check_properties(self, event: Any, line: int) -> None:
        if event.tag is not None and event.tag != "!":
            self._complain(line, TAG)
        if event.anchor is not None:
            self._complain(line, ANCHOR)

    def _start_document(self, line: int) -> None:
        self._documents += 1
        if self._documents == 2:
            self._complain(line, "Hier beginnt mit „---“ ein zweites Dokument. Löschen Sie diese Zeile.")

    def _take_scalar(self, event: Any, line: int) -> None:
        self.last_text = line
        self._check_properties(event, line)
        for message in scalar_messages(event, self._lines):
            self._complain(line, message)
        self._add(Node(line, _end_line(event), event.value, plain=not event.style))

    def _start(self, node: Node) -> None:
        if len(self._open) >= self._depth:
            self._complain(
                node.line,
                "Hier sind zu viele Ebenen ineinander geschachtelt. Prüfen Sie Klammern und Einrückung.",
            )
            raise _TooDeep
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _end(self) -> None:
        node = self._open.pop()
        self._keys.pop()
        children = list(node.value.values() if isinstance(node.value, dict) else node.value)
        node.end_line = max(
            [node.line, *(child.end_line for child in children[-1:] if isinstance(child, Node))]
        )

    def _add(self, node: Node) -> None:
        if self._documents > 1:
            return
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict):
            self._add_to_mapping(parent, parent.value, node)

    def _add_to_mapping(self, parent: Node, mapping: dict[str, Node], node: Node) -> None:
        key = self._keys[-1]
        if key is not None:
            mapping[key] = node
            self._keys[-1] = None
            return
        if not isinstance(node.value, str):
            self._complain(node.line, "Ein Feldname muss ein einfaches Wort sein.")
            self._keys[-1] = f"?{node.line}"
            return
        if node.value in parent.key_lines:
            self._complain(
                node.line,
                f"Das Feld „{node.value}“ steht in diesem Eintrag schon in Zeile "
                f"{parent.key_lines[node.value]}. Löschen Sie eines von beiden.",
            )
        parent.key_lines[node.value] = node.line
        self._keys[-1] = node.value


def _end_line(event: Any) -> int:
    """The last line of a scalar; a block scalar's end mark lies at the start of the next line."""
    end = event.end_mark
    return max(int(event.start_mark.line) + 1, int(end.line) + (1 if end.column else 0))

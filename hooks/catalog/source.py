"""Read YAML into nodes that remember their lines.

Built on the parser's events, not on a loader: duplicate keys, tags, aliases
and further documents stay visible, nothing is ever constructed, and time and
memory stay proportional to the size of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problems import CatalogError, Problem

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 20

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_resolver = yaml.resolver.Resolver()
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")
_UNPRINTABLE = re.compile("[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_SYNTAX_HINTS = (
    (
        "mapping values are not allowed",
        "Hier steht ein Doppelpunkt, den YAML als neues Feld versteht. "
        "Setzen Sie den ganzen Text in Anführungszeichen oder prüfen Sie die Einrückung.",
    ),
    (
        "scanning a quoted scalar",
        "Ein Text in Anführungszeichen ist nicht geschlossen. "
        "Ergänzen Sie das fehlende Anführungszeichen am Ende des Textes.",
    ),
    (
        "block collection",
        "Die Einrückung passt nicht zu den Zeilen davor. "
        "Jede Ebene ist zwei Leerzeichen weiter eingerückt, Listenpunkte beginnen mit „- “.",
    ),
    (
        "block mapping",
        "Die Einrückung passt nicht zu den Zeilen davor. "
        "Felder desselben Eintrags beginnen alle in derselben Spalte.",
    ),
    (
        "flow",
        "Eine Klammer [ oder { ist nicht richtig geschlossen. "
        "Soll das ein Text sein, setzen Sie ihn in Anführungszeichen.",
    ),
    (
        "could not find expected ':'",
        "Hier fehlt ein Doppelpunkt hinter dem Feldnamen, oder eine Zeile ist zu weit links eingerückt.",
    ),
    (
        "cannot start any token",
        "Ein Text darf nicht mit diesem Zeichen beginnen. Setzen Sie ihn in Anführungszeichen.",
    ),
    (
        "block scalar",
        "Hinter > oder | darf in derselben Zeile nichts weiter stehen. Der Text beginnt in der nächsten Zeile.",
    ),
    (
        "escape",
        "In doppelten Anführungszeichen hat der Rückstrich \\ eine besondere Bedeutung. "
        "Schreiben Sie ihn doppelt oder benutzen Sie einfache Anführungszeichen.",
    ),
)


@dataclass(slots=True)
class Node:
    """A place in the file: a text, a list or a mapping, with its lines (1-based)."""

    line: int
    end_line: int
    value: "str | list[Node] | dict[str, Node]"
    plain: bool = False
    key_lines: dict[str, int] = field(default_factory=dict)

    def child(self, key: object) -> "Node | None":
        """Return the node under a key or index, or ``None``."""
        if isinstance(self.value, dict) and isinstance(key, str):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return self.value[key]
        return None

    def data(self) -> Any:
        """Return plain Python data; lists become tuples, as the models want them."""
        if isinstance(self.value, dict):
            return {key: node.data() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return tuple(node.data() for node in self.value)
        return _scalar(self.value) if self.plain else self.value


def _scalar(text: str) -> Any:
    """Give an unquoted text the meaning YAML 1.1 gives it; dates and odd numbers stay text."""
    tag = _resolver.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() in {"yes", "true", "on"}
    if tag == "int" and _NUMBER.fullmatch(text):
        return int(text)
    if tag in {"int", "float"}:
        return float("nan")
    return text


def read_text(path: Path) -> str:
    """Read a UTF-8 text file.

    Raises:
        CatalogError: the file is missing, unreadable, too large or not UTF-8.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CatalogError(path.name, [Problem(0, "Die Datei ist größer als 32 MB.")])
        raw = path.read_bytes()
    except FileNotFoundError:
        message = "Die Datei fehlt. Sie liegt sonst neben mkdocs.yml."
        raise CatalogError(path.name, [Problem(0, message)]) from None
    except OSError as error:
        message = f"Die Datei lässt sich nicht lesen ({error.strerror})."
        raise CatalogError(path.name, [Problem(0, message)]) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = (
            "Die Datei ist nicht in UTF-8 gespeichert, Umlaute sind dadurch unlesbar. "
            "Speichern Sie sie im Editor mit der Kodierung „UTF-8“."
        )
        raise CatalogError(path.name, [Problem(line, message)]) from None


def read_nodes(text: str, name: str = "catalog.yml") -> Node:
    """Turn YAML text into a node tree.

    Raises:
        CatalogError: the text is not one plain YAML document.
    """
    if problems := list(_check_lines(text)):
        raise CatalogError(name, problems)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(error))
    except yaml.YAMLError:
        builder.problems.append(Problem(0, "Die Datei ist kein gültiges YAML."))
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(0, "Die Datei ist leer."))
    if builder.problems or builder.root is None:
        raise CatalogError(name, builder.problems)
    return builder.root


def _check_lines(text: str) -> Iterator[Problem]:
    """Find what is better explained before YAML is parsed at all."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _CONFLICT.match(line):
            yield Problem(
                number,
                "Hier steht noch die Markierung eines Bearbeitungskonflikts. Zwei Fassungen treffen "
                "aufeinander: Behalten Sie die richtige und löschen Sie die Zeilen mit <<<, === und >>>.",
            )
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            yield Problem(
                number, "Die Zeile ist mit einem Tabulator eingerückt. Benutzen Sie Leerzeichen."
            )
        if match := _UNPRINTABLE.search(line):
            yield Problem(
                number,
                f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(match[0]):04X}). Löschen Sie es.",
            )


def _syntax_problem(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    described = f"{error.context or ''} {error.problem or ''}"
    if "quoted scalar" in described and error.context_mark:
        line = error.context_mark.line + 1
    for part, hint in _SYNTAX_HINTS:
        if part in described:
            return Problem(line, hint)
    return Problem(line, "Die Datei ist ab hier kein gültiges YAML. Prüfen Sie diese Zeile und die davor.")


class _Builder:
    """Collect parser events into nodes, without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._skip = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._complain(
                    line, "Hier beginnt mit „---“ ein zweites Dokument. Löschen Sie diese Zeile."
                )
        elif isinstance(event, yaml.AliasEvent):
            self._complain(
                line,
                "Verweise mit „*“ gibt es hier nicht. Schreiben Sie den Inhalt aus; "
                "beginnt ein Text mit „*“, setzen Sie ihn in Anführungszeichen.",
            )
            self._add(Node(line, line, ""))
        elif isinstance(event, yaml.ScalarEvent):
            self._check_tag(event, line)
            plain = not event.style
            self._add(Node(line, _end_line(event), event.value, plain))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._check_tag(event, line)
            self._start(Node(line, line, {} if isinstance(event, yaml.MappingStartEvent) else []))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end(event)

    def _complain(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, message))

    def _check_tag(self, event: Any, line: int) -> None:
        if event.tag is not None and event.tag != "!":
            self._complain(
                line,
                "Typangaben mit „!“ gibt es hier nicht. Löschen Sie sie; "
                "beginnt ein Text mit „!“, setzen Sie ihn in Anführungszeichen.",
            )

    def _start(self, node: Node) -> None:
        if self._skip or len(self._open) >= MAX_DEPTH:
            if not self._skip:
                self._complain(node.line, "Hier sind zu viele Ebenen ineinander geschachtelt.")
            self._skip += 1
            return
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _end(self, event: Any) -> None:
        if self._skip:
            self._skip -= 1
            return
        node = self._open.pop()
        self._keys.pop()
        last = list(node.value.values()) if isinstance(node.value, dict) else node.value
        node.end_line = max(
            [node.line, *(child.end_line for child in last[-1:] if isinstance(child, Node))]
        )

    def _add(self, node: Node) -> None:
        if self._skip or self._documents > 1:
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
    return max(event.start_mark.line + 1, int(end.line) + (1 if end.column else 0))

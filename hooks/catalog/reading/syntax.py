"""What is wrong with a text that is not the plain YAML we expect, in German."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from .characters import (
    DIRECTIONS,
    UNPRINTABLE,
    disguise_message,
    entity_message,
    line_problems,
    point_message,
    quote_message,
    structure_messages,
)
from .names import host_problem
from .problems import Problem

_COMMENT_IN_TEXT = re.compile(r"\s+#\S")
_COMMENT = re.compile(r"\s+#.*")
_COLOUR = re.compile(r"\s*#[0-9a-fA-F]{3,8}\b")
# The first line of a text that goes on below, further in; what stands there is text alone.
_BLOCK = re.compile(r"(?P<indent> *)(?P<dashes>(- +)*)(?P<key>[\w-]+: +)?[>|][-+0-9]*\s*(#.*)?\r?$")
_INDENTATION = (
    "Die Einrückung passt nicht zu den Zeilen davor. Prüfen Sie diese Zeile und die davor: "
    "Felder desselben Eintrags beginnen in derselben Spalte, jede Ebene ist zwei Leerzeichen "
    "weiter eingerückt, Listenpunkte beginnen mit „- “."
)
TAG = (
    "Typangaben mit „!“ gibt es hier nicht. Löschen Sie sie; "
    "beginnt ein Text mit „!“, setzen Sie ihn in Anführungszeichen."
)
ALIAS = (
    "Verweise mit „*“ gibt es hier nicht. Schreiben Sie den Inhalt aus; "
    "beginnt ein Text mit „*“, setzen Sie ihn in Anführungszeichen."
)
ANCHOR = (
    "Marken mit „&“ gibt es hier nicht. Löschen Sie sie; "
    "beginnt ein Text mit „&“, setzen Sie ihn in Anführungszeichen."
)
# Part of the parser's message, what to say instead, and whether the place
# where the broken construct begins tells more than the place where it failed.
_HINTS = (
    (
        "mapping values are not allowed",
        "Hier steht ein Doppelpunkt, den YAML als neues Feld versteht. "
        "Setzen Sie den ganzen Text in Anführungszeichen oder prüfen Sie die Einrückung.",
        False,
    ),
    (
        "sequence entries are not allowed",
        "Ein Strich steht hinter einem Doppelpunkt. Listenpunkte beginnen in der nächsten Zeile; "
        "soll das ein Text sein, setzen Sie ihn in Anführungszeichen.",
        False,
    ),
    (
        "scanning a quoted scalar",
        "Ein Text in Anführungszeichen ist nicht geschlossen. "
        "Ergänzen Sie das fehlende Anführungszeichen am Ende des Textes.",
        True,
    ),
    (
        "flow",
        "Eine Klammer [ oder { ist nicht richtig geschlossen. "
        "Soll das ein Text sein, setzen Sie ihn in Anführungszeichen.",
        True,
    ),
    ("block collection", _INDENTATION, False),
    ("block mapping", _INDENTATION, False),
    (
        "could not find expected ':'",
        "Hier fehlt hinter dem Feldnamen der Doppelpunkt mit einem Leerzeichen, "
        "oder die Zeile ist nicht weit genug eingerückt.",
        True,
    ),
    (
        "cannot start any token",
        "Ein Text darf nicht mit diesem Zeichen beginnen. Setzen Sie ihn in Anführungszeichen.",
        False,
    ),
    (
        "block scalar",
        "Hinter > oder | darf in derselben Zeile nichts weiter stehen. Der Text beginnt in der nächsten Zeile.",
        False,
    ),
    (
        "escape",
        "In doppelten Anführungszeichen hat der Rückstrich \\ eine besondere Bedeutung. "
        "Schreiben Sie ihn doppelt oder benutzen Sie einfache Anführungszeichen.",
        False,
    ),
    ("tag", TAG, False),
    ("alias", ALIAS, False),
    ("anchor", ANCHOR, False),
)


def check_lines(lines: Sequence[str]) -> Iterator[Problem]:
    """Find what is better explained before YAML is parsed at all."""
    yield from line_problems(lines)
    block = -1
    before = ""
    for number, line in enumerate(lines, start=1):
        if message := entity_message(line):
            yield Problem(number, message)
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (indent > block or not line.strip(" \r")):
            continue
        match = _BLOCK.match(line)
        block = _start_of_block(match) if match else -1
        for message in structure_messages(line):
            yield Problem(number, message)
        if message := point_message(line, before):
            yield Problem(number, message)
        elif line.strip():
            before = line


def _start_of_block(match: re.Match[str]) -> int:
    """The column that all lines of a block lie to the right of."""
    before = match["indent"] + match["dashes"]
    return len(before) if match["key"] else max(0, len(before.rstrip()) - 1)


def scalar_messages(event: Any, lines: list[str]) -> Iterator[str]:
    """Find what an editor did not mean by an unquoted text, or by an escape in a quoted one."""
    column = 1 if event.style in ("|", ">") else event.start_mark.column + (2 if event.style else 1)
    if message := disguise_message(event.value, column) or host_problem(event.value, column):
        yield message
    if not event.style and (message := quote_message(event.value, column)):
        yield message
    if '"' in event.value and event.value.count("„") > len(re.findall("[“”]", event.value)):
        yield 'Ein Anführungszeichen „ ist mit " geschlossen. Schreiben Sie am Ende “.'
    elif not event.style and event.value.count('"') % 2:
        yield (
            'Hier steht ein einzelnes Anführungszeichen ("). Umschließen Sie den ganzen Text mit Anführungszeichen '
            "oder löschen Sie das eine."
        )
    if event.style:
        yield from _escape_messages(event.value)
        return
    # An empty value at the very end lies below the last line.
    rest = "".join(lines[event.end_mark.line : event.end_mark.line + 1])[event.end_mark.column :]
    yield from _comment_messages(event.value, rest)


def _escape_messages(text: str) -> Iterator[str]:
    for pattern in (UNPRINTABLE, DIRECTIONS):
        if match := pattern.search(text.replace("\n", "")):
            yield f"Der Text enthält das Steuerzeichen U+{ord(match[0]):04X}. Löschen Sie es."


def _comment_messages(text: str, rest: str) -> Iterator[str]:
    """Say that a text ends before „#“, although nobody meant a note."""
    if not text:
        if _COLOUR.match(rest):
            yield 'Mit # beginnt eine Anmerkung. Setzen Sie die Farbe in Anführungszeichen, so: "#2044aa"'
        elif _COMMENT_IN_TEXT.match(rest):
            yield "Mit # beginnt eine Anmerkung, davor steht nichts. Setzen Sie den Text in Anführungszeichen."
        return
    if match := _COMMENT_IN_TEXT.match(rest):
        yield (
            f"Ab „{match[0].strip()}“ liest YAML eine Anmerkung, der Text endet davor. Gehört es zum Text, "
            "setzen Sie ihn in Anführungszeichen; sonst schreiben Sie hinter # ein Leerzeichen."
        )
    elif " " in text and (match := _COMMENT.match(rest)):
        yield (
            f"Ab „{match[0].strip()[:40]}“ liest YAML eine Anmerkung, der Text endet davor. "
            "Setzen Sie den Text in Anführungszeichen; die Anmerkung kann dahinter stehen bleiben."
        )


def syntax_problem(error: yaml.MarkedYAMLError, lines: list[str], last_text: int) -> Problem:
    """Word a syntax error; ``last_text`` is the line where the text before it begins."""
    mark: Any = error.problem_mark or error.context_mark
    described = f"{error.context or ''} {error.problem or ''}"
    if "block" in described and (problem := _text_after_quote(mark, lines, last_text)):
        return problem
    for part, hint, at_start in _HINTS:
        if part in described:
            return Problem(
                _line(error.context_mark if at_start and error.context_mark else mark, lines), hint
            )
    hint = "Die Datei ist ab hier kein gültiges YAML. Prüfen Sie diese Zeile und die davor."
    return Problem(_line(mark, lines), hint)


def _line(mark: Any, lines: list[str]) -> int:
    """The line of a mark; the parser places the end of the file below its last line."""
    return min(int(mark.line) + 1, len(lines))


def _text_after_quote(mark: Any, lines: list[str], last_text: int) -> Problem | None:
    """Explain a quoted text that ends too early, or that swallowed the lines below it."""
    before = lines[mark.line][: mark.column].rstrip() if mark.line < len(lines) else ""
    if not before.endswith(('"', "'")):
        return None
    if last_text < mark.line + 1:
        return Problem(
            last_text,
            f"Der Text in Anführungszeichen, der hier beginnt, endet erst in Zeile {mark.line + 1}. "
            "Ergänzen Sie das fehlende Anführungszeichen am Ende des Textes.",
        )
    return Problem(
        mark.line + 1,
        "Hinter dem schließenden Anführungszeichen steht noch Text. Umschließen Sie den ganzen Text; "
        "im Text selbst schreiben Sie „so“ und den Apostroph so: ’",
    )

"""What is wrong with a text that is not the plain YAML we expect, in German."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from .problems import Problem

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |\r?$)")
# Besides control characters: what some programs, but not all, take for the end of a line.
UNPRINTABLE = re.compile(
    "[^\x09\x0a\x0d\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!$)"
)
_DAMAGED = re.compile("\ufffd|Ã[\x80-\xbf\u0178\u201e\u2013\u0153]")
_COMMENT_IN_TEXT = re.compile(r"\s+#\S")
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


def check_lines(lines: Iterable[str]) -> Iterator[Problem]:
    """Find what is better explained before YAML is parsed at all."""
    for number, line in enumerate(lines, start=1):
        for message in _line_messages(line):
            yield Problem(number, message)


def _line_messages(line: str) -> Iterator[str]:
    if _CONFLICT.match(line):
        yield (
            "Hier steht noch die Markierung eines Bearbeitungskonflikts. Zwei Fassungen treffen "
            "aufeinander: Behalten Sie die richtige und löschen Sie die Zeilen mit <<<, === und >>>."
        )
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        yield "Die Zeile ist mit einem Tabulator eingerückt. Benutzen Sie Leerzeichen."
    if "\xa0" in indent:
        yield "Die Zeile ist mit geschützten Leerzeichen eingerückt. Benutzen Sie gewöhnliche Leerzeichen."
    if match := UNPRINTABLE.search(line):
        yield f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(match[0]):04X}). Löschen Sie es."
    if match := _DAMAGED.search(line):
        yield (
            f"Hier ist ein Umlaut beschädigt („{match[0]}“). Das geschieht, wenn die Datei mit einer "
            "falschen Kodierung geöffnet wurde. Stellen Sie den Buchstaben wieder her."
        )


def scalar_messages(event: Any, lines: list[str]) -> Iterator[str]:
    """Find what an editor did not mean by an unquoted text, or by an escape in a quoted one."""
    if event.style:
        if match := UNPRINTABLE.search(event.value.replace("\n", "")):
            yield f"Der Text enthält das Steuerzeichen U+{ord(match[0]):04X}. Löschen Sie es."
        return
    rest = lines[event.end_mark.line][event.end_mark.column :] if event.value else ""
    if match := _COMMENT_IN_TEXT.match(rest):
        yield (
            f"Ab „{match[0].strip()}“ liest YAML eine Anmerkung, der Text endet davor. Gehört es zum Text, "
            "setzen Sie ihn in Anführungszeichen; sonst schreiben Sie hinter # ein Leerzeichen."
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

"""Characters that are not what they seem, named with code point and column."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from .problems import Problem

# Besides control characters: what some programs, but not all, take for the end of a line.
UNPRINTABLE = re.compile(
    "[^\x09\x0a\x0d\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufff8\ufffc-\ufffd"
    "\U00010000-\U000dffff\U000e0100-\U0010ffff]|\r(?!$)"
)
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ODD_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164\ufeff\uffa0"
_INDENTED = re.compile(rf" *(?P<odd>[{_ODD_SPACES}{_HIDDEN}])[\s{_HIDDEN}]*(- |[A-Za-z_]+:( |$))")
_AFTER_MARK = re.compile(rf"\s*(- +)*(-|[\w-]+:)(?P<odd>[\t{_ODD_SPACES}{_HIDDEN}])")
_BEFORE_QUOTE = re.compile(rf"(?P<odd>[{_ODD_SPACES}{_HIDDEN}])[\s{_HIDDEN}]*[\"']")
# What word processors make of the hyphen of a list, and a hyphen that stands too close to its text.
_POINT = re.compile(r"(?P<indent> *)((?P<odd>[‐-―−•‣·▪◦●○■*]) +\S|-(?=[^\W\d_]|[„\"']))")
_SECTION = re.compile(r"[ -]*[\w-]+: *\r?$")
_FIELD = re.compile(r" *\W+[a-z_]+:( |\r?$)")
_CONFLICT = re.compile(r"\s*(<{7}|>{7}|\|{7})( |\r?$)")
_CONFLICT_MIDDLE = re.compile(r"\s*={7}\r?$")
ENTITY = re.compile(
    r"&(?:[aouAOU]uml|szlig|amp|nbsp|shy|quot|apos|lt|gt|[nm]dash|hellip|[bl]dquo|[rl]dquo|[rlsb]squo|euro|sect|"
    r"[aeiouAEIOU](?:acute|grave|circ)|ccedil|#[0-9]{2,6}|#x[0-9a-fA-F]{2,5});"
)
# What becomes of UTF-8 that was read as Windows-1252 (once or twice), as Mac OS Roman or under DOS.
# Left out is what people do write: São João, IRMÃ“, »Â«.
DAMAGED = re.compile(
    "\ufffd|ï»¿|Ã[\x80-\xbf\u0178\u201e\u2013\u0153\u0192\u201a\u2020]|Â[\xa0-\xaa\xac-\xba\xbc-\xbf]|[0-9]Â|"
    "â€[^ ]?|â‚.?|â[\x80-\x9f„†ˆ‰‹Œœž˜™][\x80-\xff]?|Å[\x80-\x9f\u0178\u201a¡¾½\x9b\u203a]|Ä[\x80-\x9f‡™Ÿ±ƒ]|"
    "√[^\\s\\d\x21-\x7e]|¬[ß∞´†©®ª∫]|‚[ÄÇàâ][\xa0-\u02ff\u2013-\u2265]|[├┬][^\\s─│├\x21-\x7e]|ÔÇ|Ôé|ΓÇ|Γé|[a-z][‰ˆ¸][a-z]"
)
_LOOKS_LIKE = str.maketrans(
    "аеорсухіјѕһԁԛԝкмтнвгпӏүѵѡҽӀАВЕКМНОРСТХІЈЅοανιρτυκωηΑΒΕΖΗΙΚΜΝΟΡΤΥΧօհոսɑıɡ⁄∕。‐‑‒–—―−﹘﹣",
    "aeopcyxijshdqwkmthbrnlyvweIABEKMHOPCTXIJSoavipTukwnABEZHIKMNOPTYXohnuaig//.---------",
)
_WORD = re.compile(r"[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*")
_ANY_HIDDEN = re.compile(f"[{_HIDDEN}]")
CONFLICT = (
    "Hier steht noch die Markierung eines Bearbeitungskonflikts. Zwei Fassungen treffen "
    "aufeinander: Behalten Sie die richtige und löschen Sie die Zeilen mit <<<, === und >>>."
)
RETYPE = "Tippen Sie die Stelle neu."


def composed(text: str) -> str:
    """Return a text with every umlaut as one character, as keyboards write it; some systems use two."""
    return unicodedata.normalize("NFC", text)


def text_problems(text: str) -> Iterator[Problem]:
    """Find in any text what nobody means to write."""
    return line_problems(text.split("\n"))


def line_problems(lines: Sequence[str]) -> Iterator[Problem]:
    """Do the same for a text that is already in lines."""
    in_conflict = any(_CONFLICT.match(line) for line in lines)
    for number, line in enumerate(lines, start=1):
        if in_conflict and (_CONFLICT.match(line) or _CONFLICT_MIDDLE.match(line)):
            yield Problem(number, CONFLICT)
        # Most lines are no longer looked at.
        if line.isascii() and line.isprintable():
            continue
        for message in _character_messages(line):
            yield Problem(number, message)


def _character_messages(line: str) -> Iterator[str]:
    if match := UNPRINTABLE.search(line):
        yield f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(match[0]):04X}). Löschen Sie es."
    if line.isascii():
        return
    if match := DIRECTIONS.search(line):
        yield (
            f"In Spalte {match.start() + 1} steht das Richtungszeichen U+{ord(match[0]):04X}. Es lässt den Text "
            "anders aussehen, als er ist. Löschen Sie es."
        )
    if match := DAMAGED.search(line):
        yield (
            f"Hier ist ein Umlaut beschädigt („{match[0]}“). Das geschieht, wenn die Datei mit einer "
            "falschen Kodierung geöffnet wurde. Stellen Sie den Buchstaben wieder her."
            if _is_letter(match[0])
            else f"Hier ist ein Zeichen beschädigt („{_visible(match[0])}“). Das geschieht, wenn die Datei mit einer "
            "falschen Kodierung geöffnet wurde. Stellen Sie das Zeichen wieder her."
        )


def _is_letter(damaged: str) -> bool:
    return (damaged[0] == "Ã" and damaged[1] not in "\u0192\u201a\u2020") or damaged == "\ufffd"


def _visible(text: str) -> str:
    return "".join(char if char.isprintable() or char == "\xa0" else "?" for char in text)


def entity_message(line: str) -> str:
    """Say that a line spells a character as HTML does; empty if it does not."""
    if "&" in line and (match := ENTITY.search(line)):
        return (
            f"„{match[0]}“ ist eine Schreibweise aus HTML und erschiene hier wörtlich. "
            f"Schreiben Sie „{html.unescape(match[0])}“."
        )
    return ""


def structure_messages(line: str) -> Iterator[str]:
    """Find what only looks like the spaces of YAML."""
    if line.isascii() and "\t" not in line:
        return
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        yield "Die Zeile ist mit einem Tabulator eingerückt. Benutzen Sie Leerzeichen."
    if match := _INDENTED.match(line):
        yield (
            "Die Zeile ist mit geschützten Leerzeichen eingerückt. Benutzen Sie gewöhnliche Leerzeichen."
            if match["odd"] == "\xa0"
            else f"Die Zeile ist mit dem Zeichen U+{ord(match['odd']):04X} eingerückt. Benutzen Sie gewöhnliche Leerzeichen."
        )
    elif match := _AFTER_MARK.match(line):
        mark = line[match.start("odd") - 1]
        yield (
            f"Hinter „{mark}“ steht in Spalte {match.start('odd') + 1} {_named(match['odd'])}. "
            "Benutzen Sie ein gewöhnliches Leerzeichen."
        )


def point_message(line: str, before: str) -> str:
    """Say that a line is meant as a point of a list and is none; empty if it is, or is no point at all.

    Args:
        line: the line in question.
        before: the one above it, without empty ones.
    """
    match = _POINT.match(line)
    if not match:
        return ""
    beside = before.startswith(f"{match['indent']}- ")
    if not (beside or _SECTION.match(before) or _FIELD.match(line)):
        return ""
    if match["odd"]:
        return (
            f"In Spalte {match.start('odd') + 1} steht „{match['odd']}“. "
            "Ein Listenpunkt beginnt mit „- “, also Bindestrich und Leerzeichen."
        )
    return f"Hinter „-“ fehlt in Spalte {match.end() + 1} das Leerzeichen. Ein Listenpunkt beginnt mit „- “."


def quote_message(text: str, column: int) -> str:
    """Say that something unseen keeps a quotation mark from opening a text; empty if nothing does.

    Args:
        text: a text that YAML read as one without quotes.
        column: where it begins (1-based).
    """
    if match := _BEFORE_QUOTE.match(text):
        return f"Vor dem Anführungszeichen steht in Spalte {column} {_named(match['odd'])}. Löschen Sie es."
    return ""


def _named(char: str) -> str:
    if char == "\t":
        return "ein Tabulator"
    kind = "ein geschütztes Leerzeichen" if char in "\xa0\u202f" else "das unsichtbare Zeichen"
    return f"{kind} (U+{ord(char):04X})" if char in "\xa0\u202f" else f"{kind} U+{ord(char):04X}"


def disguise_message(word: str, column: int) -> str:
    """Say which character of an id or a field name only looks right; empty if none does.

    Args:
        word: a text without its quotes.
        column: where it begins (1-based).
    """
    if word.isascii():
        return ""
    if not visible(word):
        return f"Der Text besteht nur aus unsichtbaren Zeichen (U+{ord(word[0]):04X}). Ergänzen Sie den Text."
    plain = unicodedata.normalize("NFKC", _ANY_HIDDEN.sub("", word).translate(_LOOKS_LIKE))
    if not _WORD.fullmatch(plain) or not any(char.isascii() and char.isalnum() for char in word):
        return ""
    if _is_prose(plain):
        return ""
    place, char = next((i, c) for i, c in enumerate(word) if not c.isascii())
    return f"In Spalte {column + place} steht {_disguised(char)} {RETYPE}"


def _is_prose(plain: str) -> bool:
    """Tell whether a single word is text: there soft and hard hyphens have their place."""
    return not plain.islower() and "_" not in plain


def looks_like(char: str) -> str:
    """Return the plain character that another is taken for; empty if it is one itself, or like none."""
    like = unicodedata.normalize("NFKC", char.translate(_LOOKS_LIKE))
    return like if like != char else ""


def _disguised(char: str) -> str:
    code = f"U+{ord(char):04X}"
    if _ANY_HIDDEN.match(char):
        return f"das unsichtbare Zeichen {code}."
    return f"„{char}“ ({code}). Das Zeichen sieht nur aus wie „{looks_like(char)}“."


def visible(text: str) -> bool:
    """Tell whether anything in a text can be seen."""
    return any(
        not char.isspace()
        and not _ANY_HIDDEN.match(char)
        and unicodedata.category(char) not in {"Cf", "Mn", "Cc"}
        for char in text
    )

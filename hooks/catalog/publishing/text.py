"""How values are written on pages: literal, dates in words, addresses."""

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from ..documents.writer import NUMBERED
from ..model.base import MONATE

# Characters that Markdown gives a meaning, as entities: they survive every
# context (tables, link texts, headings) where a backslash would not.
_SPECIAL = {ord(char): f"&#{ord(char)};" for char in "\\`*_{}[]#|~^=!:$"}
_DATE = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?\b")
_NEW_LINE = "\r\n"
_SPACE = re.compile(r"\s+")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+])")
_UNITS = ("%", "€", "Prozent", "Euro", "Mio", "Mrd", "Millionen", "Milliarden", "Uhr")
_COUNTED = (*NUMBERED, "S.", *MONATE)

# A space that ends no line, with what stands before and after it; browsers read this pattern as Python does.
# One look at the characters beside it tells most spaces: there are half a million.
TOGETHER = (
    rf" (?=[\d{''.join(sorted({name[0] for name in (*_UNITS, *MONATE)}))}]|[A-Za-z]\.)"
    rf"(?<=[\d{''.join(sorted({name[-1] for name in _COUNTED}))}] )(?:"
    rf"(?=\d)(?:{'|'.join(rf'(?<={re.escape(name)} )' for name in _COUNTED)})"
    rf"|(?<=\d )(?=[%€]|(?:{'|'.join(_UNITS[2:])})\b)"
    rf"|(?<=\d\. )(?={'|'.join(MONATE)})"
    r"|(?<=\b[a-z]\. )(?=[A-Za-z]\.)"
    ")"
)
# Not in tags, nor where text is copied or read as it is.
_IN_TEXT = re.compile(rf"{TOGETHER}(?=[^<>]*<(?!/(?:pre|code|textarea|option)>))")


def decimal(value: float) -> str:
    """Return a number with one digit behind the comma; what is measured is never rounded up."""
    tenths = int(value * 10)
    return f"{tenths // 10},{tenths % 10}"


def grouped(number: int) -> str:
    """Return a whole number with a point before every three digits."""
    return f"{number:,}".replace(",", ".")


def as_text(value: object) -> Markup:
    """Escape a value so that Markdown and HTML show it literally, on one line."""
    html = str(escape(_SPACE.sub(" ", str(value)))).replace("&#39;", "'").replace("&#34;", '"')
    parts = re.split(r"(&[a-z]+;)", html)
    safe = "".join(part if part.startswith("&") else part.translate(_SPECIAL) for part in parts)
    return Markup(_LINE_START.sub(_escape_line_start, safe))


def _escape_line_start(match: re.Match[str]) -> str:
    if match[1]:
        return f"{match[1]}&#{ord(match[2])};"
    return f"&#{ord(match[3])};"


def in_words(text: str) -> str:
    """Write every date in a text as in a letter: 2026-11-21 as 21. November 2026, 2026-11 as November 2026."""
    return _DATE.sub(_date_in_words, text)


def _date_in_words(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{int(day)}. {MONATE[int(month) - 1]} {year}" if day else f"{MONATE[int(month) - 1]} {year}"


def unbroken(html: str) -> str:
    """Let no line of a page end within “§ 5”, “20 %”, “z. B.” or “31. Mai 2026”; addresses and code stay."""
    return _IN_TEXT.sub("\N{NO-BREAK SPACE}", html)


def hostname(address: str) -> str:
    """Return of an address what tells on paper whose it is."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def mailto(address: str, subject: str, *lines: str) -> str:
    """Return a link that starts a mail with a subject, and lines to fill in."""
    body = f"&body={quote(_NEW_LINE.join(lines))}" if lines else ""
    return f"mailto:{address}?subject={quote(subject)}{body}"

"""Files that are no text: pictures and typefaces are what their names say, whole and of a reasonable size."""

import re
import struct
import zlib
from pathlib import Path

from .disk import shown

LIMIT_PNG = 200_000
LIMIT_FONT = 300_000
_MOST_PIXELS = 2_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What a picture is made of; texts, places and profiles that programs note are left out when it is saved anew.
_CHUNKS = frozenset("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs tIME".split())
_HEADER_BYTES = 13
_SAVE_ANEW = "Speichern Sie das Bild neu, ohne Zusatzangaben, als PNG für das Web."
# What files of a kind begin with, where browsers look for it too (MIME Sniffing Standard, section 6), and what is
# often taken for one of them. The first that fits counts.
_PROLOGUE = rb"(?is)(?:\s|<!--.*?-->|<\?xml[^>]*>|<!DOCTYPE svg[^>]*>)*+"
_BEGINNINGS = {
    "ein PNG-Bild": _SIGNATURE,
    "ein JPEG-Bild": rb"\xff\xd8\xff",
    "ein GIF-Bild": rb"GIF8[79]a",
    "ein WebP-Bild": rb"(?s)RIFF....WEBP",
    "ein PDF": rb"\s*%PDF-",
    "ein SVG-Bild": _PROLOGUE + rb"<([\w-]+:)?svg[\s>/]",
    "eine HTML-Seite": _PROLOGUE + rb"<(!doctype html|(html|head|body|script|title|meta|iframe|div|table|h1|p|a|b|br)[\s>/])",
    "ein ZIP-Archiv oder ein Dokument aus einem Büroprogramm": rb"PK[\x03\x05]",
    "ein älteres Dokument aus einem Büroprogramm": rb"\xd0\xcf\x11\xe0|\{\\rtf",
    "ein Bild oder Film in einem anderen Format, etwa HEIC": rb"(?s)....ftyp",
    "ein Bild in einem anderen Format, TIFF oder BMP": rb"II\*\x00|MM\x00\*|(?s:BM....)\x00\x00\x00\x00",
    "ein Programm": rb"MZ|\x7fELF|#!",
}  # fmt: skip
_UNKNOWN = "etwas anderes, oder die Datei ist beschädigt"
# Browsers show a picture whichever of these kinds the name promises. What a drawing is, its parser says in more detail.
_PICTURES = ("ein Bild", ("ein PNG-Bild", "ein JPEG-Bild", "ein GIF-Bild", "ein WebP-Bild"))
_PROMISED = {
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp"), _PICTURES),
    ".pdf": ("ein PDF", ("ein PDF",)),
    ".svg": ("ein SVG-Bild", ("ein SVG-Bild", _UNKNOWN)),
}


def content_problem(path: Path) -> str:
    """Say why a file is not what its ending promises; empty if it begins like it."""
    with path.open("rb") as stream:
        start = stream.read(2_000).removeprefix(b"\xef\xbb\xbf")
    if not start:
        return "Die Datei ist leer. Speichern Sie sie noch einmal, oder löschen Sie sie."
    promised, possible = _PROMISED[path.suffix.lower()]
    found = next((kind for kind, begin in _BEGINNINGS.items() if re.match(begin, start)), _UNKNOWN)
    if found in possible:
        return ""
    return (
        f"Nach der Endung ist das {promised}, nach dem Inhalt {found}. "
        "Speichern Sie die Datei in dem Format, das ihr Name nennt."
    )


def png_problem(path: Path) -> str:
    """Say why a file cannot be published as a PNG picture; empty if it can."""
    with path.open("rb") as stream:
        raw = stream.read(LIMIT_PNG + 1)
    if len(raw) > LIMIT_PNG:
        return f"Die Datei ist größer als {LIMIT_PNG // 1000} Kilobyte. Verkleinern Sie das Bild."
    if not raw.startswith(_SIGNATURE):
        return f"Das ist kein PNG-Bild. {_SAVE_ANEW}"
    kinds, position = [], len(_SIGNATURE)
    while position + 12 <= len(raw):
        length, kind = struct.unpack(">I4s", raw[position : position + 8])
        body, end = raw[position + 4 : position + 8 + length], position + 12 + length
        if end > len(raw) or struct.unpack(">I", raw[end - 4 : end])[0] != zlib.crc32(body):
            return f"Das Bild ist beschädigt. {_SAVE_ANEW}"
        kinds.append(kind.decode("latin-1"))
        if kinds == ["IHDR"] and (problem := _size_problem(body[4:])):
            return problem
        if kinds[-1] not in _CHUNKS:
            return f"Im Bild steht „{shown(kinds[-1])}“, das nicht zum Bild gehört. {_SAVE_ANEW}"
        position = end
    if position != len(raw) or kinds[:1] != ["IHDR"] or kinds[-1:] != ["IEND"] or "IDAT" not in kinds:
        return f"Das Bild ist nicht vollständig, oder dahinter steht noch etwas. {_SAVE_ANEW}"
    return ""


def _size_problem(header: bytes) -> str:
    if len(header) != _HEADER_BYTES:
        return f"Das Bild ist beschädigt. {_SAVE_ANEW}"
    width, height = struct.unpack(">II", header[:8])
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        return f"Das Bild hat {width} mal {height} Punkte, höchstens {_MOST_PIXELS} je Seite sind möglich."
    return ""


def font_problem(path: Path) -> str:
    """Say why a file cannot be published as a typeface; empty if it can."""
    with path.open("rb") as stream:
        raw = stream.read(LIMIT_FONT + 1)
    if len(raw) > LIMIT_FONT:
        return f"Die Datei ist größer als {LIMIT_FONT // 1000} Kilobyte. Nehmen Sie einen Schnitt mit weniger Zeichen."
    if raw[:4] != b"wOF2" or len(raw) < 48 or struct.unpack(">I", raw[8:12])[0] != len(raw):
        return "Das ist keine vollständige Schriftdatei im Format WOFF2. Wandeln Sie die Schrift um."
    return ""

"""The neutral motion as files for Word and LibreOffice.

The XML lives in the browser's module ``document/parts.mjs``; this writer reads
it from there.  Both give the same bytes for the same document.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from .entries import Catalog
from .motion import neutral_motion

FOLDER = "musterantrag"
_PARTS_MODULE = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts" / "document" / "parts.mjs"
_GROUP = re.compile(r"^export const (\w+) = \{\n(.*?)^\};$", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r'^  "?([^":\n]+)"?: `([^`]*)`,$', re.MULTILINE)
_BLANK = re.compile(r"\{(\w+)\}")
_NOT_XML = re.compile("[^\t-\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHITE_SPACE = re.compile("[ \t\n\r\v\f\u2028\u2029]+")

Blocks = list[dict[str, Any]]
Parts = Mapping[str, str]


def document_files(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site's root and the content of every document."""
    blocks = [neutral for block, neutral in neutral_motion(catalog) if block.kind != "insert"]
    title = blocks[0]["text"]
    parts = read_parts()
    for format_ in ("docx", "odt"):
        content = write_document(
            title, blocks, parts[f"{format_.upper()}_PARTS"], parts[f"{format_.upper()}_PATTERNS"]
        )
        yield f"{FOLDER}/Musterantrag.{format_}", content


def read_parts() -> dict[str, dict[str, str]]:
    """Return the named groups of literals in the browser's module."""
    source = _PARTS_MODULE.read_text(encoding="utf-8")
    return {name: dict(_ENTRY.findall(body)) for name, body in _GROUP.findall(source)}


def write_document(title: str, blocks: Blocks, parts: Parts, patterns: Parts) -> bytes:
    """Fill the parts of a format with a document and pack them without compression."""
    values = {"title": _text(title), **_render(blocks, patterns)}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            archive.writestr(entry, _fill(content, values))
    return file.getvalue()


def _render(blocks: Blocks, patterns: Parts) -> dict[str, str]:
    body, numberings = [], []
    for block in blocks:
        if block["type"] == "list":
            number = str(len(numberings) + 2)
            numberings.append(_fill(patterns["numbering"], {"number": number}))
            body.append(_list(block["items"], {"style": "ListNumber", "number": number}, patterns))
        else:
            values = {"text": _text(block["text"]), "level": str(block.get("level", ""))}
            body.append(_fill(patterns[block["type"]], values))
    return {"body": "".join(body), "numberings": "".join(numberings)}


def _list(items: list[str], look: dict[str, str], patterns: Parts) -> str:
    written = [_fill(patterns["item"], {**look, "text": _text(item)}) for item in items]
    return _fill(patterns["list"], {**look, "items": "".join(written)})


def _text(text: str) -> str:
    """Return text as one line of XML."""
    line = _WHITE_SPACE.sub(" ", _NOT_XML.sub("", text)).strip()
    return escape(line, {'"': "&quot;"})


def _fill(pattern: str, values: Mapping[str, str]) -> str:
    """Replace the blanks in one pass: inserted text is never searched for blanks."""
    return _BLANK.sub(lambda match: values[match[1]], pattern)

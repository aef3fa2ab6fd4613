"""Write documents for Word and LibreOffice.

The XML lives in the browser's module ``document/parts.mjs``; this writer reads
it from there.  Both give the same bytes for the same document.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any, Literal
from xml.sax.saxutils import escape

from ..reading.project import PROJECT

_PARTS_MODULE = PROJECT / "overrides/assets/javascripts/document/parts.mjs"
_GROUP = re.compile(r"^export const (\w+) = \{\n(.*?)^\};$", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r'^  "?([^":\n]+)"?: `([^`]*)`,$', re.MULTILINE)
_BLANK = re.compile(r"\{(\w+)\}")
# What XML cannot hold, and marks that turn text around.
_UNWANTED = re.compile(
    "[^\t-\r\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
# No line ends between these and their number.
NUMBERED = ("§", "Abs.", "Art.", "Nr.", "Nummer", "Anlage", "Seite")
_BEFORE_NUMBERS = re.compile(rf"({'|'.join(map(re.escape, NUMBERED))}) (?=\d)")
_WHITE_SPACE = re.compile("[ \t\n\r\v\f\u2028\u2029]+")
Format = Literal["docx", "odt"]
FORMATS: tuple[Format, ...] = ("docx", "odt")
Blocks = list[dict[str, Any]]
Parts = Mapping[str, str]


def read_parts() -> dict[str, dict[str, str]]:
    """Return the named groups of literals in the browser's module."""
    source = _PARTS_MODULE.read_text(encoding="utf-8")
    return {name: dict(_ENTRY.findall(body)) for name, body in _GROUP.findall(source)}


def write_document(title: str, blocks: Blocks, format_: Format, header: str = "") -> bytes:
    """Fill the parts of a format with headings, paragraphs, lists and signatures; pack without compression.

    Args:
        title: what programs show as the title of the document.
        blocks: the content in order; texts are strings, without links.
        format_: which of the two.
        header: what stands on every page but the first.
    """
    module = read_parts()
    parts, patterns = module[f"{format_.upper()}_PARTS"], module[f"{format_.upper()}_PATTERNS"]
    names = {"title": _text(title), "header": _text(header)}
    values = {**module["XML_NAMES"], **names, **_render(blocks, patterns)}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            # The browser writes the same: no system, and the mark of an ordinary file.
            entry.create_system, entry.external_attr = 0, 0x20
            archive.writestr(entry, _fill(content, values))
    return file.getvalue()


def _render(blocks: Blocks, patterns: Parts) -> dict[str, str]:
    body: list[str] = []
    numberings: list[str] = []
    for block, following in zip(blocks, [*blocks[1:], {}], strict=True):
        if block["type"] == "list":
            # Every ordered list counts for itself, from 2 on; all others share number 1.
            look = {"style": "ListBullet", "number": "1"}
            if block.get("ordered", True):
                look = {"style": "ListNumber", "number": str(len(numberings) + 2)}
                numberings.append(_fill(patterns["numbering"], look))
            items = [
                _fill(patterns["item"], {**look, "text": _run(item, patterns)}) for item in block["items"]
            ]
            body.append(_fill(patterns["list"], {**look, "items": "".join(items)}))
        else:
            values = {name: _run(block.get(name, ""), patterns) for name in ("text", "line")}
            values |= {
                "level": str(block.get("level", "")),
                "newPage": patterns["newPage"] if block.get("newPage") else "",
                # Nobody signs a page without a word on it.
                "kept": patterns["kept" if following.get("type") == "signature" else "free"],
            }
            body.append(_fill(patterns[block["type"]], values))
    return {"body": "".join(body), "numberings": "".join(numberings), "columnStyles": ""}


def _run(text: str, patterns: Parts) -> str:
    return _fill(patterns["text"], {"text": _BEFORE_NUMBERS.sub("\\1\u00a0", _text(text))})


def _text(text: str) -> str:
    """Return text as one line of XML."""
    line = _WHITE_SPACE.sub(" ", _UNWANTED.sub("", text)).strip()
    return escape(line, {'"': "&quot;"})


def _fill(pattern: str, values: Mapping[str, str]) -> str:
    """Replace the blanks in one pass: inserted text is never searched for blanks."""
    return _BLANK.sub(lambda match: values[match[1]], pattern)

"""Read documents back with libraries that know nothing of our writers."""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any

import docx
from lxml import etree
from odf import teletype
from odf.opendocument import load

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class Line:
    """One paragraph as a reader sees it: „h1“, „p“, „1.“ … in front of its text."""

    kind: str
    text: str


def pdf_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def docx_lines(content: bytes) -> list[Line]:
    """Return every paragraph; the numbers of lists are counted as Word counts them.

    A space at which no line may end is a space.
    """
    lines, counted = [], dict[str, int]()
    for paragraph in docx.Document(io.BytesIO(content)).paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        numbering = paragraph._p.find(f"{W}pPr/{W}numPr/{W}numId")
        kind = "p"
        if style.startswith("Heading "):
            kind = f"h{style[-1]}"
        elif numbering is not None:
            list_id = numbering.get(f"{W}val")
            counted[list_id] = counted.get(list_id, 0) + 1
            kind = f"{counted[list_id]}." if style == "List Number" else "•"
        lines.append(Line(kind, paragraph.text.replace("\u00a0", " ")))
    return lines


def odt_lines(content: bytes) -> list[Line]:
    """Return every paragraph of the body in order; the numbers of lists are counted."""
    body = load(io.BytesIO(content)).text
    return [line for element in body.childNodes for line in _odt_lines(element)]


def _odt_text(element: Any) -> str:
    return teletype.extractText(element).replace("\u00a0", " ")


def _odt_lines(element: Any) -> list[Line]:
    name = element.qname[1] if hasattr(element, "qname") else ""
    text = _odt_text(element) if name else ""
    if name == "h":
        return [Line(f"h{element.getAttribute('outlinelevel')}", text)]
    if name == "p":
        return [Line("p", text)]
    if name == "list":
        ordered = element.getAttribute("stylename") == "ListNumber"
        items = [_odt_text(item) for item in element.childNodes if hasattr(item, "qname")]
        return [Line(f"{number}." if ordered else "•", item) for number, item in enumerate(items, start=1)]
    return []


def xml_parts(content: bytes) -> dict[str, Any]:
    """Return the parsed XML files of a document; fails on a damaged container or wrong XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {
            name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name != "mimetype"
        }

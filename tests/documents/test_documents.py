"""The document writers: one model, two languages, files that others can read."""

import base64
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from catalog.catalogue.entries import Catalog
from catalog.documents.writer import write_document
from catalog.musterantrag.documents import document_files
from catalog.musterantrag.plan import neutral_plan, written
from libreoffice import needs_libreoffice, pages_of
from playwright.sync_api import Page
from read_documents import DC, FO, STYLE, TABLE, XLINK, Line, W, docx_lines, odt_lines, xml_parts

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HOSTILE = "<b>&amp; \"x\" 'y'</b> ]]> {title} {{text}} \x00\x07\x0b\ufffe \u200f\u05e9\u05dc\u05d5\u05dd \U0001f469‍\U0001f4bb"
CLEAN = "<b>&amp; \"x\" 'y'</b> ]]> {title} {{text}} \u200f\u05e9\u05dc\u05d5\u05dd \U0001f469‍\U0001f4bb"
LINK = {"text": "Quelle & Ort", "look": {"kind": "link", "href": "https://example.org/?a=1&b=2"}}
INSIDE = {"text": " hier", "look": {"kind": "link", "href": "#hier"}}
DOC = {
    "title": f"Titel {HOSTILE}",
    "header": f"Antrag {HOSTILE}",
    "blocks": [
        {"type": "heading", "level": 1, "text": "Über alles"},
        {"type": "paragraph", "text": f"Zeile\r\n zwei\t{HOSTILE}"},
        {"type": "list", "ordered": True, "items": ["eins", "zwei", HOSTILE]},
        {"type": "heading", "level": 2, "text": "Darunter"},
        {"type": "list", "ordered": False, "items": ["Punkt"]},
        {"type": "list", "ordered": True, "items": ["wieder eins"]},
        {"type": "table", "caption": "Werte", "header": ["Nr.", "Wert"], "rows": [["1", HOSTILE], ["2", ""]]},
        {"type": "heading", "level": 3, "text": "Ganz unten"},
        {"type": "paragraph", "text": [" Siehe ", LINK, INSIDE, ". "]},
        {"type": "signature", "text": "Für den Rat:", "line": "Name"},
        {"type": "heading", "level": 2, "text": "Anlage", "newPage": True},
    ],
}
LINES = [
    Line("h1", "Über alles"),
    Line("p", f"Zeile zwei {CLEAN}"),
    Line("1.", "eins"),
    Line("2.", "zwei"),
    Line("3.", CLEAN),
    Line("h2", "Darunter"),
    Line("•", "Punkt"),
    Line("1.", "wieder eins"),
    Line("p", "Werte"),
    Line("h3", "Ganz unten"),
    Line("p", "Siehe Quelle & Ort hier."),
    Line("p", "Für den Rat:"),
    Line("p", "Name"),
    Line("h2", "Anlage"),
]
WRITE = """async ([doc, base]) => {
  const { toDocx } = await import(`${base}/docx.mjs`);
  const { toOdt } = await import(`${base}/odt.mjs`);
  const { toText } = await import(`${base}/text.mjs`);
  const encode = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return { docx: encode(toDocx(doc)), odt: encode(toOdt(doc)), text: toText(doc) };
}"""


@pytest.fixture
def write(bare_page: Page, server: str) -> Callable[[Any], dict[str, Any]]:
    """Write a document in the browser; returns the files as bytes and the text."""

    def write_in_browser(doc: Any) -> dict[str, Any]:
        result = bare_page.evaluate(WRITE, [doc, f"{server}/modules/document"])
        return {**result, **{kind: base64.b64decode(result[kind]) for kind in ("docx", "odt")}}

    return write_in_browser


def test_both_formats_hold_every_block_word_for_word(write: Callable[[Any], dict[str, Any]]) -> None:
    files = write(DOC)
    assert docx_lines(files["docx"]) == LINES
    assert odt_lines(files["odt"]) == LINES
    table = docx.Document(io.BytesIO(files["docx"])).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nr.", "Wert"],
        ["1", CLEAN],
        ["2", ""],
    ]


def test_text_holds_the_same_words(write: Callable[[Any], dict[str, Any]]) -> None:
    expected = [
        "Über alles",
        f"Zeile zwei {CLEAN}",
        f"1. eins\n2. zwei\n3. {CLEAN}",
        "Darunter",
        "– Punkt",
        "1. wieder eins",
        f"Werte\nNr.\tWert\n1\t{CLEAN}\n2\t",
        "Ganz unten",
        "Siehe Quelle & Ort <https://example.org/?a=1&b=2> hier.",
        f"Für den Rat:\n\n{'_' * 40}\nName",
        "Anlage",
    ]
    assert write(DOC)["text"] == "\n\n".join(expected) + "\n"


def test_files_say_language_and_title_and_nothing_else_about_their_origin(
    write: Callable[[Any], dict[str, Any]],
) -> None:
    files = write(DOC)
    word, odt = xml_parts(files["docx"]), xml_parts(files["odt"])
    assert word["word/styles.xml"].find(f".//{W}lang").get(f"{W}val") == "de-DE"
    assert word["word/settings.xml"].find(f".//{W}themeFontLang").get(f"{W}val") == "de-DE"
    properties = [element.tag for element in word["docProps/core.xml"]]
    assert properties == [f"{DC}title", f"{DC}language"]
    assert word["docProps/core.xml"].findtext(f"{DC}title") == f"Titel {CLEAN}"
    languages = [
        (e.get(f"{FO}language"), e.get(f"{FO}country"))
        for e in odt["styles.xml"].iter()
        if e.get(f"{FO}language")
    ]
    assert languages == [("de", "DE")]
    assert [element.tag for element in odt["meta.xml"][0]] == [f"{DC}title", f"{DC}language"]


def test_links_work_and_only_those_that_lead_somewhere(write: Callable[[Any], dict[str, Any]]) -> None:
    files = write(DOC)
    targets = xml_parts(files["docx"])["word/document.xml"].iter(f"{W}instrText")
    assert [target.text.strip() for target in targets] == [f'HYPERLINK "{LINK["look"]["href"]}"']
    found = [e for e in xml_parts(files["odt"])["content.xml"].iter() if e.tag.endswith("}a")]
    assert [("".join(e.itertext()), e.get(f"{XLINK}href")) for e in found] == [
        (LINK["text"], LINK["look"]["href"])
    ]


def test_no_line_ends_before_a_number_and_no_page_begins_with_the_signature(
    write: Callable[[Any], dict[str, Any]],
) -> None:
    blocks = [
        {"type": "paragraph", "text": ["Nach § 26 Abs. 1 ", LINK]},
        {"type": "paragraph", "text": "Kosten"},
        {"type": "signature", "text": "Für den Rat:", "line": "Name"},
    ]
    files = write({"title": "Antrag", "blocks": blocks})
    for part, content in (("word/document.xml", files["docx"]), ("content.xml", files["odt"])):
        assert "Nach §\u00a026 Abs.\u00a01 " in "".join(xml_parts(content)[part].itertext())
    kept = [p.paragraph_format.keep_with_next for p in docx.Document(io.BytesIO(files["docx"])).paragraphs]
    assert kept[:2] == [None, True]
    styles = [e.get(f"{TEXT}style-name") for e in xml_parts(files["odt"])["content.xml"].iter(f"{TEXT}p")]
    assert styles[:2] == ["Standard", "Kept"]


def test_pages_are_numbered_and_named_from_the_second_on(write: Callable[[Any], dict[str, Any]]) -> None:
    files = write(DOC)
    (section,) = docx.Document(io.BytesIO(files["docx"])).sections
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == f"Antrag {CLEAN}"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        fields = [e.get(f"{W}instr") for e in footer.paragraphs[0]._p.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
    parts = {e.tag.split("}")[1]: e for e in xml_parts(files["odt"])["styles.xml"].iter()}
    assert "".join(parts["header"].itertext()) == f"Antrag {CLEAN}"
    assert "".join(parts["header-first"].itertext()) == ""
    for name in ("footer", "footer-first"):
        assert [e.tag.split("}")[1] for e in parts[name].iter()][2:] == ["page-number", "page-count"]


def test_annexes_begin_a_page_and_signatures_stay_together(write: Callable[[Any], dict[str, Any]]) -> None:
    files = write(DOC)
    paragraphs = docx.Document(io.BytesIO(files["docx"])).paragraphs
    assert [p.text for p in paragraphs if p.paragraph_format.page_break_before] == ["Anlage"]
    (above,) = [p for p in paragraphs if p.style is not None and p.style.name == "Signature"]
    assert above.style is not None
    assert above.style.paragraph_format.keep_with_next
    styles = {e.get(f"{STYLE}name"): e for e in xml_parts(files["odt"])["styles.xml"].iter(f"{STYLE}style")}
    assert styles["Heading_20_2_Page"][0].get(f"{FO}break-before") == "page"
    assert styles["Signature"][0].get(f"{FO}keep-with-next") == "always"


def test_tables_repeat_their_header(write: Callable[[Any], dict[str, Any]]) -> None:
    files = write(DOC)
    rows = xml_parts(files["docx"])["word/document.xml"].findall(f".//{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    names = [element.tag.split("}")[1] for element in xml_parts(files["odt"])["content.xml"].iter()]
    assert names.count("table-header-rows") == 1


def test_columns_are_as_wide_as_what_stands_in_them(write: Callable[[Any], dict[str, Any]]) -> None:
    notes = ["Ein langer Satz, der sich über mehrere Zeilen erstreckt und Platz braucht."] * 2
    rows = [["1", "Leitbild", notes[0]], ["2", "Donaudampfschifffahrtsgesellschaftskapitän", notes[1]]]
    table = {"type": "table", "caption": "Werte", "header": ["Nr.", "Frage", "Notiz"], "rows": rows}
    files = write({"title": "Breiten", "blocks": [table]})
    body = xml_parts(files["docx"])["word/document.xml"]
    first, second, third = (int(str(e.get(f"{W}w"))) for e in body.findall(f".//{W}gridCol"))
    assert 3 * first < second < third
    assert sum(int(str(e.get(f"{W}w"))) for e in body.findall(f".//{W}tcW")[:3]) == 5000
    assert body.findall(f".//{W}tr/{W}trPr/{W}cantSplit")[2:], "no row breaks over a page"
    content = xml_parts(files["odt"])["content.xml"]
    relative = f"{STYLE}rel-column-width"
    widths = [e.get(relative) for e in content.iter(f"{STYLE}table-column-properties")]
    assert sum(int(str(width).rstrip("*")) for width in widths) == 5000


def test_a_picture_in_cells_is_dark_as_far_as_it_counts(write: Callable[[Any], dict[str, Any]]) -> None:
    picture = {"header": ["Frage", "50", "100"], "rows": [["A", "▲", ""], ["B", "", ""], ["C", "", ""]]}
    bars = {"from": 1, "full": [0, 1, 2]}
    files = write(
        {"title": "Bild", "blocks": [{"type": "table", "caption": "Bild", **picture, "bars": bars}]}
    )
    (table,) = docx.Document(io.BytesIO(files["docx"])).tables
    dark = [[cell._tc.find(f".//{W}shd") is not None for cell in row.cells] for row in table.rows]
    assert dark == [[False, False, False], [False, False, False], [False, True, False], [False, True, True]]
    cells = xml_parts(files["odt"])["content.xml"].iter(f"{TABLE}table-cell")
    styles = [str(cell.get(f"{TABLE}style-name")) for cell in cells]
    assert [style == "DarkCell" for style in styles] == [one for row in dark for one in row]
    first, *narrow = (int(str(e.get(f"{W}w"))) for e in table._tbl.iter(f"{W}gridCol"))
    assert max(narrow) * 2 < first


def test_container_is_plain_and_the_same_every_time(write: Callable[[Any], dict[str, Any]]) -> None:
    first, second = write(DOC), write(DOC)
    for kind in ("docx", "odt"):
        assert first[kind] == second[kind]
        entries = zipfile.ZipFile(io.BytesIO(first[kind])).infolist()
        assert {(e.compress_type, e.date_time) for e in entries} == {
            (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))
        }
    assert first["odt"][30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"


def test_browser_and_build_write_the_same_bytes(
    write: Callable[[Any], dict[str, Any]], catalog: Catalog
) -> None:
    blocks = written(neutral_plan(catalog))
    blocks.append({"type": "paragraph", "text": HOSTILE})
    files = write({"title": HOSTILE, "header": HOSTILE, "blocks": blocks})
    assert write_document(HOSTILE, blocks, "docx", HOSTILE) == files["docx"]
    assert write_document(HOSTILE, blocks, "odt", HOSTILE) == files["odt"]


def test_neutral_files_are_published_and_complete(site: Path, catalog: Catalog) -> None:
    for path, make in document_files(catalog):
        content = make()
        assert (site / path).read_bytes() == content
    lines = docx_lines((site / "musterantrag/Musterantrag.docx").read_bytes())
    assert lines == odt_lines((site / "musterantrag/Musterantrag.odt").read_bytes())
    assert [line.kind for line in lines if re.match(r"\d", line.kind)] == [f"{n}." for n in range(1, 46)]


@needs_libreoffice
def test_libreoffice_converts_both_formats(site: Path, tmp_path: Path) -> None:
    files = [site / f"musterantrag/Musterantrag.{ending}" for ending in ("docx", "odt")]
    assert min(pages_of(files, tmp_path)) > 0

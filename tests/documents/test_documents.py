"""The document writers: one model, two languages, files that others can read."""

import base64
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from catalog.catalogue.entries import Catalog
from catalog.documents.writer import write_document
from catalog.musterantrag.documents import document_files
from catalog.musterantrag.plan import neutral_plan
from playwright.sync_api import Page
from read_documents import DC, FO, Line, W, docx_lines, odt_lines, xml_parts

HOSTILE = "<b>&amp; \"x\" 'y'</b> ]]> {title} {{text}} \x00\x07\x0b\ufffe \u200f\u05e9\u05dc\u05d5\u05dd \U0001f469‍\U0001f4bb"
CLEAN = "<b>&amp; \"x\" 'y'</b> ]]> {title} {{text}} \u200f\u05e9\u05dc\u05d5\u05dd \U0001f469‍\U0001f4bb"
DOC = {
    "title": f"Titel {HOSTILE}",
    "blocks": [
        {"type": "heading", "level": 1, "text": "Über alles"},
        {"type": "paragraph", "text": f"Zeile\r\n zwei\t{HOSTILE}"},
        {"type": "list", "ordered": True, "items": ["eins", "zwei", HOSTILE]},
        {"type": "heading", "level": 2, "text": "Darunter"},
        {"type": "list", "ordered": False, "items": ["Punkt"]},
        {"type": "list", "ordered": True, "items": ["wieder eins"]},
        {"type": "table", "caption": "Werte", "header": ["Nr.", "Wert"], "rows": [["1", HOSTILE], ["2", ""]]},
        {"type": "heading", "level": 3, "text": "Ganz unten"},
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
]
WRITE = """async ([doc, base]) => {
  const { toDocx } = await import(`${base}/docx.mjs`);
  const { toOdt } = await import(`${base}/odt.mjs`);
  const { toText } = await import(`${base}/text.mjs`);
  const encode = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return { docx: encode(toDocx(doc)), odt: encode(toOdt(doc)), text: toText(doc) };
}"""


@pytest.fixture
def write(page: Page, server: str) -> Callable[[Any], dict[str, Any]]:
    """Write a document in the browser; returns the files as bytes and the text."""
    page.goto("/musterantrag/")

    def write_in_browser(doc: Any) -> dict[str, Any]:
        result = page.evaluate(WRITE, [doc, f"{server}/modules/document"])
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


def test_tables_repeat_their_header(write: Callable[[Any], dict[str, Any]]) -> None:
    files = write(DOC)
    rows = xml_parts(files["docx"])["word/document.xml"].findall(f".//{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    names = [element.tag.split("}")[1] for element in xml_parts(files["odt"])["content.xml"].iter()]
    assert names.count("table-header-rows") == 1


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
    blocks = [neutral for block, neutral in neutral_plan(catalog) if block.kind != "insert"]
    blocks.append({"type": "paragraph", "text": HOSTILE})
    files = write({"title": HOSTILE, "blocks": blocks})
    assert write_document(HOSTILE, blocks, "docx") == files["docx"]
    assert write_document(HOSTILE, blocks, "odt") == files["odt"]


def test_neutral_files_are_published_and_complete(site: Path, catalog: Catalog) -> None:
    for path, make in document_files(catalog):
        content = make()
        assert (site / path).read_bytes() == content
    lines = docx_lines((site / "musterantrag/Musterantrag.docx").read_bytes())
    assert lines == odt_lines((site / "musterantrag/Musterantrag.odt").read_bytes())
    assert [line.kind for line in lines if re.match(r"\d", line.kind)] == [f"{n}." for n in range(1, 29)]


@pytest.mark.skipif(
    not shutil.which("soffice"),
    reason="LibreOffice ist nicht eingerichtet. Damit dieser Test läuft: sudo apt-get install libreoffice-writer-nogui",
)
def test_libreoffice_converts_both_formats(site: Path, tmp_path: Path) -> None:
    for ending in ("docx", "odt"):
        source = site / f"musterantrag/Musterantrag.{ending}"
        target = tmp_path / ending
        command = [
            "soffice",
            f"-env:UserInstallation={tmp_path.as_uri()}/profil",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "--outdir", target, source], check=True, capture_output=True, timeout=120)
        assert (target / "Musterantrag.pdf").read_bytes().startswith(b"%PDF")

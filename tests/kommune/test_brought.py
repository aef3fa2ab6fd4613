"""What a municipality brings along or sets for the frame: logo, typeface, links in the header, framing."""

import struct
from pathlib import Path

import pytest
from catalog.kommune.folder import read_fassung
from catalog.reading.binary import content_problem, font_problem, png_problem
from catalog.reading.problems import CatalogError
from catalog.reading.project import PROJECT
from catalog.site.assets import Assets
from catalog.site.configuration import read_configuration
from catalog.site.website import Website
from kommune import LAHNFELD, change, copy_of, load_fassung, website_of
from pictures import chunk, png
from release.packages import Release
from release.server import inside_site

FONT = b"wOF2" + b"\0" * 4 + struct.pack(">I", 64) + b"\0" * 52


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of(LAHNFELD, tmp_path / "stadt")


def problems_of(folder: Path) -> str:
    with pytest.raises(CatalogError) as caught:
        read_fassung(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (png(), ""),
        (png(9_000), "höchstens 2000 je Seite"),
        (png(extra=chunk(b"tEXt", b"Ort\0geheim")), "„tEXt“, das nicht zum Bild gehört"),
        (png(after=b"<script>"), "dahinter steht noch etwas"),
        (png()[:-20], "beschädigt"),
        (png().replace(b"IDAT", b"IDAU"), "beschädigt"),
        (png()[:8] + chunk(b"IHDR", b"") + png()[33:], "beschädigt"),
        (png(extra=chunk(b"\x1b[2J", b"")), "„?[2J“, das nicht zum Bild gehört"),
        (b"<svg/>", "kein PNG-Bild"),
        (png() + b"x" * 200_000, "größer als 200 Kilobyte"),
    ],
)
def test_a_picture_is_a_picture_and_nothing_else(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(raw)
    assert message in png_problem(path)
    assert bool(message) == bool(png_problem(path))


PDF = b"%PDF-1.7\n%"
HTML = b"\xef\xbb\xbf <!-- x --> <!DOCTYPE html><title>x</title><script>alert(1)</script>"
DRAWING = b'<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.pdf", PDF, ""),
        ("a.PDF", b"\r\n" + PDF, ""),
        ("a.png", png(), ""),
        ("a.jpg", png(), ""),
        ("a.jpeg", b"\xff\xd8\xff\xe0", ""),
        ("a.gif", b"GIF89a", ""),
        ("a.webp", b"RIFF\n\0\0\0WEBPVP8 ", ""),
        ("a.svg", DRAWING, ""),
        ("a.pdf", HTML, "ist das ein PDF, nach dem Inhalt eine HTML-Seite"),
        ("a.pdf", b"<!--%PDF--><p onclick=x>", "nach dem Inhalt eine HTML-Seite"),
        ("a.png", HTML, "ist das ein Bild, nach dem Inhalt eine HTML-Seite"),
        ("a.svg", HTML, "ist das ein SVG-Bild, nach dem Inhalt eine HTML-Seite"),
        ("a.svg", png(), "nach dem Inhalt ein PNG-Bild"),
        ("a.png", DRAWING, "nach dem Inhalt ein SVG-Bild"),
        ("a.gif", PDF, "nach dem Inhalt ein PDF"),
        ("a.pdf", b"PK\3\4docx", "nach dem Inhalt ein ZIP-Archiv oder ein Dokument aus einem Büroprogramm"),
        ("a.pdf", b"{\\rtf1", "nach dem Inhalt ein älteres Dokument"),
        ("a.jpg", b"\0\0\0\x18ftypheic", "etwa HEIC"),
        ("a.jpg", b"II*\0", "TIFF oder BMP"),
        ("a.pdf", b"MZ\x90", "nach dem Inhalt ein Programm"),
        ("a.jpg", b"Hallo", "nach dem Inhalt etwas anderes, oder die Datei ist beschädigt."),
        ("a.pdf", b"", "Die Datei ist leer."),
        ("a.pdf", b"<!---->" * 280 + b"x", "nach dem Inhalt etwas anderes"),
    ],
)
def test_a_file_is_what_its_name_says(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    assert message in content_problem(path)
    assert bool(message) == bool(content_problem(path))


def test_a_page_in_disguise_is_not_published(folder: Path) -> None:
    (folder / "seiten").mkdir()
    (folder / "seiten/plan.pdf").write_bytes(HTML)
    assert "seiten/plan.pdf: Nach der Endung ist das ein PDF" in problems_of(folder)


def test_a_typeface_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.woff2"
    path.write_bytes(FONT)
    assert font_problem(path) == ""
    path.write_bytes(FONT[:-1])
    assert "keine vollständige Schriftdatei" in font_problem(path)


def test_a_png_logo_stands_in_the_header(folder: Path) -> None:
    (folder / "logo.png").write_bytes(png())
    assert read_fassung(folder).logo == "assets/images/logo.png"
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    assert "Es gibt zwei Logos" in problems_of(folder)


def test_a_typeface_that_is_named_has_to_be_there(folder: Path) -> None:
    change(
        folder / "kommune.yml", "website:", "schrift:\n  name: Haus Sans\n  normal: haus.woff2\n\nwebsite:"
    )
    assert "Die Datei „schrift/haus.woff2“ fehlt." in problems_of(folder)
    (folder / "schrift").mkdir()
    (folder / "schrift" / "haus.woff2").write_bytes(FONT)
    fassung = read_fassung(folder)
    assert 'url("../schrift/haus.woff2")' in fassung.style_sheet
    assert ("assets/schrift/haus.woff2", folder / "schrift/haus.woff2") in fassung.files
    (folder / "schrift" / "haus.ttf").write_bytes(FONT)
    assert "nur Dateien im Format WOFF2" in problems_of(folder)


def test_own_links_greeting_and_frame(folder: Path) -> None:
    change(
        folder / "kommune.yml",
        "website:\n",
        "website:\n  begruessung: Willkommen in Lahnfeld.\n"
        "  navigation: [{titel: Begriffe, seite: glossar}]\n"
        '  eingebettet_in: ["https://www.lahnfeld.example/"]\n',
    )
    website = website_of(folder)
    assert ">Willkommen in Lahnfeld.<" in str(website.content("index.html"))
    assert '<a class="menue__link" href="../glossar/">Begriffe</a>' in str(
        website.content("quellen/index.html")
    )
    headers = dict(inside_site(Release(folder)._copy))[".htaccess"]
    assert "frame-ancestors 'self' https://www.lahnfeld.example" in headers


def test_an_own_link_leads_somewhere(folder: Path) -> None:
    change(folder / "kommune.yml", "website:\n", "website:\n  navigation: [{titel: X, seite: glosar}]\n")
    catalog, fassung = load_fassung(folder)
    with pytest.raises(CatalogError, match=r"kommune\.yml:\d+: Website: Die Seite „glosar“ gibt es nicht"):
        Website(read_configuration(PROJECT, {}), catalog, fassung, Assets("", {}, {}))


@pytest.mark.parametrize(
    "address",
    ["https://*", "https://...", "https://a.example:99999", "https://a.example:0", "https://a.example/b"],
)
def test_a_frame_that_browsers_would_not_understand_is_refused(folder: Path, address: str) -> None:
    change(folder / "kommune.yml", "website:\n", f'website:\n  eingebettet_in: ["{address}"]\n')
    (found, _) = problems_of(folder).splitlines()
    said = (
        "ist nicht die Adresse einer Website ohne Pfad",
        "hinter einem Doppelpunkt nur eine Zahl von 1 bis 65535",
        "Im Namen der Website steht kein „*“",
        "Im Namen der Website fehlt etwas",
    )
    assert any(words in found for words in said), found

"""The site that the browser makes of the neutral package is the one that ``make zip`` builds, file by file."""

import gzip
import zipfile
from pathlib import Path

import pytest
from catalog.reading.problems import CatalogError
from kommune import AUENBRUECK
from pictures import png
from playwright.sync_api import Page
from release.archive import moment, write_zip
from release.changes import changes
from release.marks import Marks, mark
from release.packages import Release

pytestmark = pytest.mark.long

# Between them: every condition, and every character that is written differently from place to place.
COUNTY = """
betrieb: echt
kommune:
  name: "Märkischer Kreis & 'Co' e. V."
  bezeichnung: "Märkischer Kreis & \\"Co\\" Nr. 5"
  art: Landkreis
  land: Nordrhein-Westfalen
  gremium: "Großer Rat Nr. 1"
  leitung: "Landrätin O'Neill e. K."
website:
  titel: "Integration \\"im\\" Kreis's § 5"
  begruessung: "Willkommen & guten Tag, seit 1. Mai 2026, z. B. nach § 5"
  adresse: "https://www.kreis-mk.de/amt/b%C3%BCro_(neu)&copy,mehr/"
farben:
  hell: "#8A1538"
impressum:
  strasse: "Anlage 1"
  ort: "58509 Lüdenscheid"
  telefon: "02351 96660"
  email: "post+x@kreis-mk.de"
  aufsicht: "Bezirksregierung"
datenschutz:
  server: "eigenes Rechenzentrum."
  protokoll_tage: 7
barrierefreiheit:
  stand: teilweise vereinbar
  geprueft_am: "2026-11-12"
  methode: Selbstbewertung
  antwort: "innerhalb von zwei Wochen"
"""
CITY = """
betrieb: demo
kommune:
  name: "Berlin"
  bezeichnung: "Land Berlin"
  art: Stadtstaat
  land: Berlin
  gremium: "Abgeordnetenhaus"
  leitung: "Regierende Bürgermeisterin"
website:
  adresse: "http://www.berlin.example:8080/"
impressum:
  strasse: "Am Anger 1"
  ort: "10117 Berlin"
  telefon: "115"
  email: "post@berlin.example"
  aufsicht: "keine"
datenschutz:
  server: "eigenes Rechenzentrum"
"""
TOWN = (
    CITY.replace('"Land Berlin"', '"Stadt Bad Lahn"')
    .replace("Stadtstaat", "Stadt")
    .replace("land: Berlin", "land: Hessen")
)


@pytest.fixture(scope="module")
def neutral(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("neutral")
    release = Release(None)
    return write_zip(work / "neutral.zip", release.name, release.for_servers(work).items(), release.stand)


def folder(target: Path, settings: str, logo: str = "") -> Path:
    target.mkdir()
    (target / "kommune.yml").write_text(settings, encoding="utf-8")
    if logo:
        content = png() if logo.endswith("png") else (AUENBRUECK / "logo.svg").read_bytes()
        (target / logo).write_bytes(content)
    return target


def open_folder(page: Page, files: list[Path], neutral: Path) -> None:
    page.goto("/ihre-fassung/")
    page.wait_for_selector("[data-aktion=ordner]:visible")
    page.click("summary")
    page.set_input_files("#dateien-oeffnen", files)
    page.get_by_text("Der Ordner ist geöffnet.").wait_for()
    page.set_input_files("#paket-datei", neutral)
    page.get_by_text("Das neutrale Paket ist geöffnet.").wait_for()


# The same build as for other packages: counting branches would only take time.
@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("settings", "logo"),
    [(COUNTY, "logo.svg"), (CITY, "logo.png"), (TOWN, "")],
    ids=["county-in-a-folder", "city-at-the-root", "town"],
)
def test_the_same_site(page: Page, tmp_path: Path, neutral: Path, settings: str, logo: str) -> None:
    own = folder(tmp_path / "ordner", settings, logo)
    open_folder(page, sorted(own.iterdir()), neutral)
    with page.expect_download() as download:
        page.click("[data-aktion=website]")
    release = Release(own)
    expected = release.for_servers(tmp_path / "arbeit")
    assert download.value.suggested_filename == f"{release.name}-webserver.zip"
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.namelist() == sorted(f"{release.name}/{path}" for path in expected)
        for info in archive.infolist():
            content = archive.read(info)
            path = info.filename.partition("/")[2]
            assert unpacked(path, content) == unpacked(path, expected[path]), path
            assert info.external_attr >> 16 == 0o100644
            time = moment(content, release.stand)
            assert info.date_time == (*time.timetuple()[:5], time.second), path


def unpacked(path: str, content: bytes) -> bytes:
    """Two programs may pack the same content in two ways."""
    return gzip.decompress(content) if path.endswith(".gz") else content


def test_what_nobody_can_look_through_here_is_named(page: Page, tmp_path: Path, neutral: Path) -> None:
    settings = CITY.replace("website:\n", "website:\n  ausblenden: [werkstatt, vorlagen]\n")
    own = folder(tmp_path / "ordner", settings + '  rechtsgrundlage: "Gesetz"\n')
    (own / "katalog.yml").write_text("hinweise: []\n", encoding="utf-8")
    open_folder(page, sorted(own.iterdir()), neutral)
    page.click("[data-aktion=website]")
    text = page.locator(".gruppe > .meldung:not(:empty)").inner_text()
    others = "katalog.yml, ausgeblendete Bereiche, datenschutz.rechtsgrundlage."
    assert text.endswith(f"In Ihrem Ordner gibt es außerdem: {others}")
    # The folder keeps what the form does not ask for, and the preview heeds it.
    assert "  ausblenden: [werkstatt, vorlagen]" in page.locator("[data-yaml]").text_content()
    assert "„Werkstatt“" not in page.locator("[data-seite=datenschutz]").text_content()


def test_what_the_build_refuses_is_refused_here(page: Page, tmp_path: Path, neutral: Path) -> None:
    text = COUNTY.replace("teilweise vereinbar", "vollständig vereinbar").replace("2026-11-12", "2099-11-12")
    text = text.replace("Anlage 1", "[Straße]").replace("protokoll_tage: 7", "protokoll_tage: 999")
    own = folder(tmp_path / "ordner", text.replace("O'Neill", "O" * 201))
    with pytest.raises(CatalogError) as refused:
        Release(own)
    open_folder(page, sorted(own.iterdir()), neutral)
    page.click("[data-aktion=website]")
    page.wait_for_selector("[data-fehler]:visible")
    shown = page.locator("[data-fehler]").inner_text()
    for words in ("enthält noch einen Platzhalter („[“)", "höchstens 200 sind möglich", "365"):
        assert words in str(refused.value)
        assert words in shown
    for words in ("trifft nicht zu. Am Produkt ist offen", "Der 2099-11-12 liegt in der Zukunft"):
        assert words in shown


def test_another_file_is_no_package(page: Page, tmp_path: Path) -> None:
    page.goto("/ihre-fassung/")
    page.wait_for_selector("[data-aktion=ordner]:visible")
    own = write_zip(tmp_path / "eigenes.zip", "x", [("website/index.html", b"")], "2026-11-26")
    page.set_input_files("#paket-datei", AUENBRUECK / "logo.svg")
    page.get_by_text("Das ist kein Paket von „Integration vor Ort“.").wait_for()
    page.set_input_files("#paket-datei", own)
    page.get_by_text("In diesem Paket fehlt der Bauplan.").wait_for()


def test_changes_lead_from_one_version_to_the_other() -> None:
    before, after = list("abcdefgh"), list("axcdefyzgh!")
    lines = list(before)
    for at, gone, come in reversed(list(changes(before, after))):
        lines[at : at + gone] = come
    assert lines == after


def test_a_mark_that_cannot_be_found_again_is_a_mistake() -> None:
    marks = Marks({}, "name")
    assert marks.split(f"<p>{mark('name')}</p>") == ["<p>", ["name", "text"], "</p>"]
    with pytest.raises(ValueError, match="cannot be found again"):
        marks.split(mark("name").upper())

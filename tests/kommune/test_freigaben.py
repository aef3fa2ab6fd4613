"""What each released version promised: its addresses answer, its data have every field, its folders are built, its guide is there."""

import re
from pathlib import Path

import pytest
from catalog.catalogue.entries import Catalog
from conftest import ROOT, build_site
from freigabe import addresses, fields
from kommune import FREIGABEN
from page_source import PageSource, page_sources

RELEASES = sorted(path for path in FREIGABEN.iterdir() if path.is_dir())
FOLDERS = [release / name for release in RELEASES for name in ("knapp", "ganz")]
GUIDE = (ROOT / "AKTUALISIEREN.md").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def today() -> set[str]:
    return set(addresses())


def test_every_released_version_is_kept() -> None:
    released = re.findall(r"(?m)^## (\d\S+) – ", CHANGES)
    assert sorted(released) == [path.name for path in RELEASES]


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_no_address_vanishes(release: Path, today: set[str]) -> None:
    promised = (release / "adressen.txt").read_text(encoding="utf-8").split()
    lost = [address for address in promised if address not in today]
    assert lost == [], "Umbenanntes gehört in „fruehere_ids“, Gelöschtes in „zurueckgezogen“ (catalog.yml)."


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_no_field_of_the_open_data_vanishes(release: Path) -> None:
    promised = (release / "felder.txt").read_text(encoding="utf-8").splitlines()
    published = {*fields()}
    # A field that may be missing is kept by the schema, even when today no entry needs it.
    optional = {field.replace("katalog.schema.json ", "katalog.json ") for field in published}
    lost = sorted({*promised} - published - optional)
    assert lost == [], "In den offenen Daten kommen Felder hinzu, keins geht (content/daten.md)."


@pytest.mark.long
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_folders_are_built_for_ever(folder: Path, tmp_path: Path) -> None:
    pages = page_sources(build_site(tmp_path / "site", KOMMUNE=str(folder)))
    _check_notes(folder, pages)
    for own in folder.glob("seiten/*.md"):
        assert f"vor-ort/{own.stem}/index.html" in pages
    assert all("logo.svg" in page.source for page in pages.values()) == (folder / "logo.svg").exists()


def _check_notes(folder: Path, pages: dict[str, PageSource]) -> None:
    text = (folder / "katalog.yml").read_text(encoding="utf-8")
    for address, note in re.findall(r'- eintrag: (\S+)\n +text: "([^"]+)"', text):
        assert note in pages[f"{address}/index.html"].text
    for address in re.findall(r"(?m)^  - ([a-z-]+/[a-z-]+)$", text):
        assert f"{address}/index.html" not in pages


def test_the_list_names_every_entry(catalog: Catalog, today: set[str]) -> None:
    assert {f"/{entry.url}" for entry in catalog} <= today


def test_the_guide_has_a_section_for_every_version() -> None:
    versions = re.findall(r"(?m)^## (\S+)", CHANGES)
    assert re.findall(r"(?m)^## (?:Auf )?(\S+)", GUIDE)[: len(versions)] == versions


def test_the_guide_says_what_changes_for_whom() -> None:
    for section in re.split(r"(?m)^## ", GUIDE)[1:]:
        assert re.search(r"(?m)^\| Für wen \| Was sich ändert \| Was zu tun ist \|$", section), section[:40]

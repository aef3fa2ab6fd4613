"""Markup in the catalogue is shown as text, in every template and in the page's head."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from book import marker
from catalog import Catalog
from catalog.kommune.folder import read_fassung
from conftest import ROOT, build_site
from kommune import AUENBRUECK
from page_source import PageSource, page_sources
from tiny import TINY

SHORT = '<i>*a*</i>""\''
LONG = (
    '<i>*a*</i>" onclick="x\' [l](x) {: #z } {{7}} `c` <!-- katalog: matrix --> &amp 1. |x| _u_ ~s~ ^h^ \\*'
)
LIMITED = {"titel", "kurztitel", "stand", "geprueft", "begriff", "abkuerzung", "wortlaut"}
FIXED = {"id", "url", "eintrag", "seit", "art", "artikel", "land", "sicherheit", "zeichen"} | {
    "gremium",
    "quelle",
    "quellen",
    "verwandt",
    "empfehlung",
    "kuerzel",
    "kreis",
    "gelesen",
    "sprache",
    "sitzung",
}
REFERENCES = {
    "empfehlungen",
    "erfolgsfaktoren",
    "stellschrauben",
    "fragen",
    "zusatzfragen",
    "beispiele",
    "glossar",
    "fruehere_ids",
    "kommunenarten",
    "laender",
    "leitfaeden",
    "belegt_durch",
}


class Hostile:
    """The smallest catalogue with a number and markup in each of its texts."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        catalogue = yaml.safe_load(TINY)
        for key, value in catalogue.items():
            if key not in {"stand", "suchbegriffe"}:
                catalogue[key] = self._changed(value, key)
        self.yaml = yaml.safe_dump(catalogue, allow_unicode=True, sort_keys=False, width=10_000)

    def _changed(self, value: Any, key: str) -> Any:
        if isinstance(value, dict):
            # What is not proved appears on no page.
            if "ungeprueft" in value:
                return value
            return {name: self._changed(child, name) for name, child in value.items()}
        if isinstance(value, list) and not (key in REFERENCES and isinstance(value[0], str)):
            return [self._changed(child, key) for child in value]
        return self._marked(key) if isinstance(value, str) and key not in FIXED else value

    def _marked(self, key: str) -> str:
        self.texts.append(f"T{len(self.texts):03}{SHORT if key in LIMITED else LONG}")
        return self.texts[-1]


@pytest.fixture(scope="module")
def hostile() -> Hostile:
    return Hostile()


@pytest.fixture(scope="module")
def built(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from the hostile catalogue."""
    project = tmp_path_factory.mktemp("feindlich")
    for folder in ("content", "overrides"):
        shutil.copytree(ROOT / folder, project / folder)
    for text in (project / "content").rglob("*.md"):
        written = text.read_text(encoding="utf-8")
        text.write_text(re.sub(r"\([a-z]+:[a-z0-9-]+\)", "(quellen:papier)", written), encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "catalog.yml").write_text(hostile.yaml, encoding="utf-8")
    return build_site(project / "site", project=project)


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, PageSource]:
    """Its pages."""
    return page_sources(built)


def test_markup_never_becomes_an_element(pages: dict[str, PageSource]) -> None:
    for path, page in pages.items():
        assert not [tag for tag, _ in page.elements if tag in {"i", "em"}], path
        assert "z" not in page.ids, path
        assert not [attrs for _, attrs in page.elements if "onclick" in attrs], path


def test_every_text_is_shown_as_it_was_written(pages: dict[str, PageSource], hostile: Hostile) -> None:
    for path, page in pages.items():
        if path.startswith("quelltext/"):
            continue
        for number in re.findall(r"T(\d{3})", page.text):
            text = hostile.texts[int(number)]
            assert page.text.count(text[:4]) == page.text.count(text), (path, text)


def test_no_text_of_the_catalogue_is_left_out(
    built: Path, pages: dict[str, PageSource], hostile: Hostile
) -> None:
    """What the browser fills into the motion waits in data attributes, or in a script that loads later."""
    later = "".join(file.read_text(encoding="utf-8") for file in built.glob("assets/musterantrag/*.js"))
    shown = " ".join(
        " ".join([page.text, *page.data_attributes()])
        for path, page in pages.items()
        if not path.startswith("quelltext/")
    )
    assert [text for text in hostile.texts if text not in shown and text[:4] not in later] == []


def test_addresses_and_descriptions_are_escaped_too(pages: dict[str, PageSource]) -> None:
    described = [
        attrs["content"] for page in pages.values() for attrs in page.all("meta") if "content" in attrs
    ]
    assert any(LONG in text for text in described)


def test_the_name_of_a_municipality_stays_inside_its_field(tiny: Catalog) -> None:
    fassung = read_fassung(AUENBRUECK)
    kommune = fassung.settings.kommune.model_copy(update={"bezeichnung": 'A" onfocus="x()'})
    hostile = replace(fassung, settings=fassung.settings.model_copy(update={"kommune": kommune}))
    motion = marker(tiny, "musterantrag", fassung=hostile)
    assert 'value="A&#34; onfocus=&#34;x()"' in motion


def test_project_copy_is_complete(pages: dict[str, PageSource]) -> None:
    assert {Path(path).parts[0] for path in pages} >= {"empfehlungen", "beispiele", "glossar", "quelltext"}

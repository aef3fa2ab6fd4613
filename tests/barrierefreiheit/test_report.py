"""The report on accessibility claims nothing that nobody did, and what it claims of tests is so."""

import ast
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from book import marker
from catalog.barrierefreiheit.earl import as_earl
from catalog.barrierefreiheit.report import FILE, Bericht, Person, befunde, counted, read_report
from catalog.catalogue.entries import Catalog
from catalog.reading.problems import CatalogError
from conftest import ROOT
from markupsafe import Markup
from page_source import PageSource

# Success criteria of WCAG 2.2; 4.1.1 is no longer one.
LEVELS = {"A": 31, "AA": 24}


@pytest.fixture(scope="module")
def report() -> Bericht:
    return read_report()


def with_person(report: Bericht, nr: str, **found: Any) -> Bericht:
    person = Person(wer="Amt für Soziales", am="2026-11-20", wie="NVDA und Firefox", **found)
    changed = tuple(k.model_copy(update={"person": person}) if k.nr == nr else k for k in report.kriterien)
    return report.model_copy(update={"kriterien": changed})


class TestReport:
    def test_has_every_criterion_once(self, report: Bericht) -> None:
        assert Counter(k.stufe for k in report.kriterien) == LEVELS
        assert len({k.nr for k in report.kriterien}) == len({k.id for k in report.kriterien}) == 55
        numbers = [[int(part) for part in k.nr.split(".")] for k in report.kriterien]
        assert numbers == sorted(numbers)

    def test_names_only_tests_and_criteria_that_exist(self, report: Bericht) -> None:
        for test in report.automatisch:
            for name in test.tests:
                file, _, function = name.partition("::")
                nodes = ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8")))
                assert function in {n.name for n in nodes if isinstance(n, ast.FunctionDef)}, name
        assert {id_ for k in report.kriterien for id_ in k.automatisch} == {t.id for t in report.automatisch}
        numbers = {k.nr for k in report.kriterien}
        assert {nr for barrier in report.barrieren for nr in barrier.kriterien} <= numbers

    def test_what_no_person_tested_is_never_passed(self, report: Bericht) -> None:
        for found in befunde(report):
            if not found.kriterium.person:
                assert found.ergebnis != "erfüllt"
        assert sum(counted(report).values()) == 55

    def test_nobody_can_write_a_result_for_a_criterion(self, tmp_path: Path) -> None:
        text = FILE.read_text(encoding="utf-8").replace(
            "    stufe: A\n", "    stufe: A\n    ergebnis: erfüllt\n", 1
        )
        (tmp_path / FILE.name).write_text(text, encoding="utf-8")
        with pytest.raises(CatalogError, match="„ergebnis“"):
            read_report(tmp_path / FILE.name)

    def test_a_person_decides_and_is_named(self, report: Bericht) -> None:
        (found,) = [
            b for b in befunde(with_person(report, "2.4.3", ergebnis="erfüllt")) if b.kriterium.nr == "2.4.3"
        ]
        assert (found.ergebnis, found.am) == ("erfüllt", "2026-11-20")
        assert found.wie == "von Hand: NVDA und Firefox, Amt für Soziales"

    def test_a_known_barrier_goes_before_what_a_person_found(self, report: Bericht) -> None:
        assert any("3.1.2" in barrier.kriterien for barrier in report.barrieren)
        (found,) = [
            b for b in befunde(with_person(report, "3.1.2", ergebnis="erfüllt")) if b.kriterium.nr == "3.1.2"
        ]
        assert found.ergebnis == "nicht erfüllt"

    def test_nothing_to_test_has_a_test_that_holds_it(self, report: Bericht) -> None:
        assert all(k.automatisch for k in report.kriterien if k.kommt_nicht_vor)


class TestForMachines:
    def graph(self, report: Bericht) -> list[dict[str, Any]]:
        return list(as_earl(report, "Integration vor Ort", "1.2.3")["@graph"])

    def test_everything_referred_to_is_described(self, report: Bericht) -> None:
        graph = self.graph(with_person(report, "2.4.3", ergebnis="erfüllt"))
        known = {node["@id"] for node in graph}
        assert len(known) == len(graph)
        for node in graph:
            if node["@type"] == "Assertion":
                assert {node["subject"], node["test"], node["assertedBy"], *node.get("hasPart", ())} <= known
        assert [n["version"] for n in graph if n["@id"] == "#produkt"] == ["1.2.3"]

    def test_every_word_is_explained_without_fetching_anything(self, report: Bericht) -> None:
        document = as_earl(report, "Integration vor Ort", "1.2.3")
        context = document["@context"]
        assert isinstance(context, dict)

        def words(value: Any) -> set[str]:
            if isinstance(value, list):
                return set().union(*map(words, value))
            if not isinstance(value, dict):
                return set()
            types = value.get("@type", [])
            named = {types} if isinstance(types, str) else set(types)
            return named | {k for k in value if k[0] != "@"} | words(list(value.values()))

        assert words(document["@graph"]) <= set(context)

    def test_nothing_untested_is_passed(self, report: Bericht) -> None:
        found = [n for n in self.graph(report) if n["@type"] == "Assertion"]
        outcomes = Counter(node["result"]["outcome"] for node in found)
        assert "earl:passed" not in outcomes
        assert outcomes["earl:untested"] == counted(report)["ungeprüft"]
        assert all("mode" not in node for node in found if node["result"]["outcome"] == "earl:untested")
        # What no criterion asks for is a barrier all the same.
        assert outcomes["earl:failed"] == counted(report)["nicht erfüllt"] + 1

    def test_is_published(self, site: Path, report: Bericht) -> None:
        published = json.loads((site / "api/v1/barrierefreiheit.jsonld").read_text(encoding="utf-8"))
        assert len([n for n in published["@graph"] if n["@type"] == "Assertion"]) == 55 + 2


def test_the_page_says_what_is_open_and_what_nobody_tested(catalog: Catalog, report: Bericht) -> None:
    text = " ".join(Markup(marker(catalog, "pruefbericht")).striptags().split())
    for criterion in report.kriterien:
        assert f"{criterion.nr} ({criterion.stufe}) {criterion.titel} – " in text
    for barrier in report.barrieren:
        assert barrier.inhalt in text
        assert barrier.id in text
    assert "2.4.3 (A) Der Fokus folgt dem Sinn – ungeprüft. Getestet: automatisch, von keiner Person." in text


PLAYING = {"audio", "object", "embed", "iframe", "marquee", "blink", "source", "track"}


def test_no_page_plays_anything(site_pages: dict[str, PageSource], site: Path) -> None:
    for path, page in site_pages.items():
        assert not PLAYING & {tag for tag, _ in page.elements}, path
        # The picture of one's own camera, without sound, is no film.
        assert all("muted" in video and "src" not in video for video in page.all("video")), path
    played = {".mp3", ".mp4", ".ogg", ".webm", ".wav", ".gif", ".vtt"}
    assert not [file for file in site.rglob("*") if file.suffix in played]


def test_nothing_moves_by_itself() -> None:
    """What only appears, at once, where a script does not come, is no movement."""
    for sheet in (ROOT / "overrides/assets/stylesheets").glob("*.css"):
        animations = re.findall(r"animation(?:-name)?: ([^;]+);", sheet.read_text(encoding="utf-8"))
        assert all(re.fullmatch(r"[\w-]+ 0s \d+s both", animation) for animation in animations), sheet.name


def test_no_script_reads_sensors() -> None:
    for script in (ROOT / "overrides/assets/javascripts").rglob("*.mjs"):
        assert not re.search(
            r"devicemotion|deviceorientation|Accelerometer|Gyroscope",
            script.read_text(encoding="utf-8"),
        ), script.name


def test_no_page_asks_for_a_password(site_pages: dict[str, PageSource]) -> None:
    for path, page in site_pages.items():
        assert not [a for a in page.all("input") if a.get("type") == "password"], path

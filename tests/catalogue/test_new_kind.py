"""A new kind of entry is one row, one model with its field and one template: everything else follows."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from tiny import TINY

ROW = """
KINDS["faustregeln"] = Kind(
    key="faustregeln",
    genus="f",
    einzahl="Faustregel",
    mehrzahl="Faustregeln",
    section="empfehlungen",
    location=("faustregeln",),
    zusammenfassung="regel",
    ueberschrift="name",
    links=(("empfehlungen", "empfehlungen"), ("passt_zu", "faustregeln")),
    reserved=frozenset({"index", "verknuepfungen"}),
    rank=40,
)
"""
MODEL = '''
class Faustregel(Model):
    id: Id
    name: Titel
    regel: Text
    """Die Regel in einem Satz."""
    quelle: Verweis
    """Kennung der Quelle."""
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    passt_zu: tuple[Verweis, ...] = verweise("faustregeln")


class CatalogFile(CatalogFile):  # the field belongs into the class above
    faustregeln: tuple[Faustregel, ...] = ()
'''
TEMPLATE = """<h1 id="anfang">{{ e.titel }}</h1>
<p>{{ d.regel }}</p>
{{ page.h2('Was dazu passt', 'passt') }}
{{ cards(e.linked('faustregeln')) }}
"""
ENTRIES = """
faustregeln:
  - id: klein-anfangen
    name: "Klein anfangen"
    regel: "Wer klein beginnt, lernt schnell."
    quelle: papier
    empfehlungen: [netzwerke]
    passt_zu: [gross-denken]
  - id: gross-denken
    name: "Groß denken"
    regel: "Ein Ziel hilft allen."
    quelle: papier
"""
WRONG = (
    ENTRIES.replace("quelle: papier", "quelle: papyrus", 1)
    .replace("[netzwerke]", "[netzwerk]")
    .replace("[gross-denken]", "[gross-dänken]")
    .replace("- id: gross-denken", "- id: netzwerke")
)
# Runs in a copy of the package; prints what came of the catalogue.
PROGRAM = """
import json, sys
from book import pages_of
from catalog.__main__ import editor_files
from catalog.catalogue.load import parse_catalog
from catalog.catalogue.overlay import LocalEntries
from catalog.model.schema import catalog_schema
from catalog.publishing.data import data_files
from catalog.reading.nodes import Written
from catalog.reading.problems import CatalogError
from catalog.suche.index import SearchFiles

good, wrong = json.load(sys.stdin)
catalog = parse_catalog(good)
try:
    parse_catalog(wrong)
except CatalogError as error:
    problems = error.lines()
local = LocalEntries(Written.parse("ausblenden: [empfehlungen/gross-denken]", "katalog.yml"))
print(json.dumps({
    "data": {path: make() for path, make in data_files(catalog)},
    "search": SearchFiles(catalog, [], str).index(),
    "pages": {path: [page.title, page.html] for path, page in pages_of(catalog).items()},
    "schema": catalog_schema(),
    "problems": problems,
    "editors": {path.name: content for path, content in editor_files().items()},
    "backlinks": [e.id for e in catalog.get("empfehlungen", "netzwerke").linked("faustregeln")],
    "hidden": [e.id for e in parse_catalog(good, local=local).all("faustregeln")],
}))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a copy of the package with one kind more makes of a catalogue."""
    copy = tmp_path_factory.mktemp("neue-art")
    shutil.copytree(
        ROOT / "hooks/catalog", copy / "hooks/catalog", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "overrides", copy / "overrides")
    shutil.copy(ROOT / "pyproject.toml", copy)
    template = copy / "hooks/catalog/templates/catalogue/faustregeln.html"
    template.write_text(TEMPLATE, encoding="utf-8")
    model = copy / "hooks/catalog/model"
    append(model / "kinds.py", ROW)
    catalogue = (model / "catalogue.py").read_text(encoding="utf-8")
    before, mark, after = catalogue.partition("\n\ndef model_of(")
    (model / "catalogue.py").write_text(f"{before}\n{MODEL}{mark}{after}", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=copy / "hooks",
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests/support")},
        input=json.dumps([TINY + ENTRIES, TINY + WRONG]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not result.returncode, result.stderr
    return json.loads(result.stdout)


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_they_have_pages_linked_to_others(found: dict[str, Any]) -> None:
    title, html = found["pages"]["empfehlungen/klein-anfangen"]
    assert title == "Klein anfangen"
    assert "<p>Wer klein beginnt, lernt schnell.</p>" in html
    assert "empfehlungen/gross-denken" in html
    assert "empfehlungen/gross-denken" in found["pages"]


def test_the_data_holds_its_entries_with_links_both_ways(found: dict[str, Any]) -> None:
    data = json.loads(found["data"]["api/v1/katalog.json"])
    small, great = data["faustregeln"]
    assert (small["id"], small["titel"], small["url"]) == (
        "klein-anfangen",
        "Klein anfangen",
        "empfehlungen/klein-anfangen/",
    )
    assert (small["passt_zu"], small["empfehlungen"], great["passt_zu"]) == (
        ["gross-denken"],
        ["netzwerke"],
        [],
    )
    assert data["empfehlungen"][0]["faustregeln"] == ["klein-anfangen"]
    assert found["backlinks"] == ["klein-anfangen"]


def test_there_is_a_table_of_them(found: dict[str, Any]) -> None:
    rows = csv.DictReader(io.StringIO(found["data"]["api/v1/faustregeln.csv"][1:]), delimiter=";")
    assert [row["regel"] for row in rows] == ["Wer klein beginnt, lernt schnell.", "Ein Ziel hilft allen."]


def test_the_search_finds_them(found: dict[str, Any]) -> None:
    index = json.loads(found["search"].partition(" = ")[2].rstrip(";\n"))
    assert index["kinds"]["faustregeln"] == ["Faustregel", "Faustregeln", 40]
    assert [row for row in index["documents"] if row[1] == "faustregeln"] == [
        ["empfehlungen/klein-anfangen", "faustregeln", "Klein anfangen", "", 0],
        ["empfehlungen/gross-denken", "faustregeln", "Groß denken", "", 0],
    ]


def test_the_checks_hold_for_them(found: dict[str, Any]) -> None:
    messages = "\n".join(found["problems"])
    assert (
        "Faustregel „klein-anfangen“: Die Quelle „papyrus“ gibt es nicht. Meinten Sie „papier“?" in messages
    )
    assert "Faustregel „klein-anfangen“: Die Empfehlung „netzwerk“ gibt es nicht." in messages
    assert "Faustregel „klein-anfangen“: Die Faustregel „gross-dänken“ gibt es nicht." in messages
    assert "Faustregel „netzwerke“: Die Kennung „netzwerke“ ist schon in Zeile 14 vergeben." in messages
    assert len(found["problems"]) == 4


def test_a_municipality_may_hide_them(found: dict[str, Any]) -> None:
    assert found["hidden"] == ["klein-anfangen"]


def test_editors_are_helped(found: dict[str, Any]) -> None:
    assert found["schema"]["properties"]["faustregeln"]["items"] == {"$ref": "#/$defs/Faustregel"}
    assert json.loads(found["editors"]["katalog.code-snippets"])["Faustregel"]["prefix"] == "faustregel"

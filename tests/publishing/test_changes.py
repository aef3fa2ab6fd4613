"""The summary of what a proposal changes."""

import json
from pathlib import Path

import pytest
from catalog.__main__ import main
from catalog.catalogue.load import parse_catalog
from catalog.publishing.changes import read_open_data, summary
from catalog.publishing.data import as_open_data
from tiny import TINY

BEFORE = as_open_data(parse_catalog(TINY))


def changed(old: str, new: str) -> str:
    assert old in TINY
    return summary(BEFORE, as_open_data(parse_catalog(TINY.replace(old, new))))


def test_nothing_changes() -> None:
    assert summary(BEFORE, BEFORE) == "Die Einträge des Katalogs ändern sich nicht.\n"


def test_a_changed_sentence_names_page_and_field() -> None:
    assert changed("Alle verfolgen dieselben Ziele.", "Alle kennen die Ziele.") == (
        "### Geänderte Seiten: 1\n\n"
        "- Erfolgsfaktor: Ein gemeinsames Konzept – `erfolgsfaktoren/konzept/` (kurz)\n"
        "  - bisher: Alle verfolgen dieselben Ziele.\n"
        "  - neu: Alle kennen die Ziele.\n"
    )


def test_new_and_gone_pages_and_those_that_only_link() -> None:
    renamed = TINY.replace("[konzept]", "[plan]").replace("id: konzept", "id: plan")
    everything = summary(BEFORE, as_open_data(parse_catalog(renamed)))
    assert (
        "### Neue Seiten: 1\n\n- Erfolgsfaktor: Ein gemeinsames Konzept – `erfolgsfaktoren/plan/`"
        in everything
    )
    assert "### Gelöschte Seiten: 1" in everything
    assert "### Nur die Verknüpfungen ändern sich:" in everything
    assert "fruehere_ids" in everything


def test_titles_are_only_text() -> None:
    text = changed('titel: "Ein gemeinsames Konzept"', 'titel: "<img src=x> [a](javascript:b) `c`"')
    line = next(line for line in text.splitlines() if line.startswith("- Erfolgsfaktor"))
    assert "<img" not in line
    assert "](" not in line


def test_command_compares_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, place in (("alt", "api/v1"), ("neu", "content/api/v1")):
        folder = tmp_path / name / place
        folder.mkdir(parents=True)
        (folder / "katalog.json").write_text(json.dumps(BEFORE), encoding="utf-8")
    assert main(["changes", str(tmp_path / "alt"), str(tmp_path / "neu")]) == 0
    assert "ändern sich nicht" in capsys.readouterr().out
    with pytest.raises(FileNotFoundError, match="liegt keine Datei"):
        read_open_data(tmp_path)
    assert main(["changes", str(tmp_path), str(tmp_path)]) == 1

"""Tests that did not run are never silent."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from skipped import NAMES_A_COMMAND

SKIPPING = """
import pytest

@pytest.mark.parametrize("number", range(3))
def test_server(number):
    pytest.skip("nginx ist nicht eingerichtet. Damit diese Tests laufen: sudo apt-get install nginx")

def test_fine():
    pass
"""


def run(folder: Path, ci: str, tests: str = SKIPPING) -> tuple[int, str]:
    (folder / "test_probe.py").write_text(tests, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "skipped", "-p", "no:cacheprovider", str(folder)]
    environment = {
        "PYTHONPATH": str(ROOT / "tests/support"),
        "CI": ci,
        "PATH": "/nirgends",
        "PYTHONUTF8": "1",
    }
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return result.returncode, result.stdout


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("false", 0), ("true", 1)])
def test_they_are_counted_with_the_command_that_makes_them_run(tmp_path: Path, ci: str, code: int) -> None:
    status, output = run(tmp_path, ci)
    assert "3 Tests wurden ausgelassen:" in output
    assert "3 × nginx ist nicht eingerichtet. Damit diese Tests laufen: sudo apt-get install nginx" in output
    assert status == code
    assert ("In der CI gilt das als Fehler." in output) is (code == 1)


def test_what_no_command_can_help_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_other.py").write_text(
        "import pytest\n\ndef test_sources():\n    pytest.skip('Die Ausgangstexte fehlen.')\n",
        encoding="utf-8",
    )
    status, output = run(tmp_path, "true", SKIPPING[: SKIPPING.index("@")] + "def test_fine(): pass")
    assert "1 Test wurde ausgelassen:" in output
    assert status == 0


def test_every_other_skip_names_its_command() -> None:
    reasons = re.compile(r"(?:pytest\.skip\(|reason=)\s*f?\"([^\"]+)\"")
    files = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py")}
    found = {
        reason
        for name, text in files.items()
        if name != "test_skipped.py"
        for reason in reasons.findall(text)
    }
    assert len(found) >= 4
    helpless = {reason for reason in found if not NAMES_A_COMMAND.search(reason)}
    assert helpless == {"Die Ausgangstexte liegen nicht neben diesem Repository."}

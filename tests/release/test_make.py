"""The commands do what they say whatever surrounds them: names, environment, a missing network, a kill."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from shlex import quote

import pytest
from catalog.__main__ import main as check
from catalog.publishing.replacing import replaced_folder
from commands import SURROUNDINGS, make
from conftest import ROOT
from disks import small_disk
from kommune import AUENBRUECK, copy_of
from release.__main__ import main

HOSTILE = [
    'x"; echo PWNED; "\' $(echo PWNED) `echo PWNED` && echo PWNED | cat > PWNED',
    "ein $HOME und $$ und $(shell echo PWNED) und ${X:-PWNED} zu 100 % #1 Köln *?",
    "zwei\nZeilen\\n",
    "2026",
]


# In place of the program, to see what reaches it.
TOLD = "import json, sys\n\nprint(json.dumps(sys.argv[1:]))\n"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose program says only how it was called."""
    project = tmp_path_factory.mktemp("projekt")
    for name in ("Makefile", "requirements.txt", ".venv"):
        (project / name).symlink_to(ROOT / name)
    (project / "hooks/catalog").mkdir(parents=True)
    (project / "hooks/catalog/__main__.py").write_text(TOLD, encoding="utf-8")
    return project


class TestFolderNames:
    @pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
    @pytest.mark.parametrize("way", ["argument", "environment"])
    def test_any_character_is_only_a_name(self, tmp_path: Path, bare: Path, name: str, way: str) -> None:
        folder = str(tmp_path / name.replace("/", ""))
        if way == "argument":
            result = make("check", f"KOMMUNE={folder}", folder=bare)
        else:
            result = make("check", folder=bare, KOMMUNE=folder)
        assert (result.returncode, result.stderr) == (0, "")
        assert json.loads(result.stdout) == ["check", f"--kommune={folder}"]
        assert not [path for path in (*bare.rglob("*"), *tmp_path.rglob("*")) if "PWNED" in path.name]

    def test_a_proposal_whose_name_looks_like_an_option_is_a_name(self, bare: Path) -> None:
        assert json.loads(make("uebernehmen", "DATEI=-x", folder=bare).stdout) == ["uebernehmen", "--", "-x"]

    def test_the_program_takes_it_as_a_name(self, tmp_path: Path) -> None:
        # The name that holds most of it.
        folder = str(copy_of(AUENBRUECK, tmp_path / HOSTILE[0].replace("/", "")))
        result = make("check", f"KOMMUNE={folder}")
        assert result.returncode == 0, result.stdout + result.stderr
        assert f"{folder} ist in Ordnung" in result.stdout
        said = (result.stdout + result.stderr).replace(folder, "").replace(quote(folder), "")
        assert "PWNED" not in said
        assert not list(ROOT.glob("*PWNED*"))

    @pytest.mark.long
    @pytest.mark.parametrize("name", HOSTILE[1:], ids=range(1, len(HOSTILE)))
    def test_every_other_one_as_well(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / name)
        assert check(["check", "--kommune", str(folder)]) == 0
        assert f"{folder} ist in Ordnung" in capsys.readouterr().out

    @pytest.mark.parametrize("variable", ["KOMMUNE", "ADRESSE", "ZIEL"])
    def test_nothing_from_outside_stands_in_a_command(self, variable: str) -> None:
        commands = make("--dry-run", "zip", "pruefe", "site", "check", f"{variable}=PWNED").stdout
        assert "PWNED" not in commands
        assert f'="${variable}"' in commands


class TestSite:
    def test_surroundings_do_not_matter(self, tmp_path: Path) -> None:
        for name in ("Makefile", "catalog.yml", "content", "hooks", "mkdocs.yml", "overrides"):
            (tmp_path / name).symlink_to(ROOT / name)
        for name in ("pyproject.toml", "requirements.txt", ".venv"):
            (tmp_path / name).symlink_to(ROOT / name)
        (tmp_path / "site").mkdir()
        (tmp_path / "site/alt.html").write_text("alt", encoding="utf-8")
        result = make("site", folder=tmp_path, **SURROUNDINGS)
        assert result.returncode == 0, result.stdout + result.stderr
        assert result.stdout == "Fertig. Die Website liegt im Ordner site.\n"
        site = tmp_path / "site"
        assert (site / "impressum/index.html").is_file()
        assert not (site / "alt.html").exists()
        days = set(re.findall(r"<lastmod>(.*?)</lastmod>", (site / "sitemap.xml").read_text("utf-8")))
        stand = re.search(r'^stand: "(.*)"', (ROOT / "catalog.yml").read_text(encoding="utf-8"), re.MULTILINE)
        assert days == {stand[1]}
        assert {path.stat().st_mode & 0o777 for path in site.rglob("*")} == {0o644, 0o755}

    def test_killed_and_built_twice_at_once(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        site = tmp_path / "site"
        site.mkdir()
        (site / "index.html").write_text("alt", encoding="utf-8")
        command = [sys.executable, "-m", "release", "site", "--ziel", str(site)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
        with subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True) as first:
            while not list(tmp_path.glob(".site.im-bau-*/*")):
                assert first.poll() is None
                time.sleep(0.02)
            # Stopped, so that it is still at work whatever the other needs.
            os.killpg(first.pid, signal.SIGSTOP)
            assert main(["site", "--ziel", str(site)]) == 1
            assert "wird gerade schon gebaut" in capsys.readouterr().err
            os.killpg(first.pid, signal.SIGKILL)
        assert [path.name for path in site.iterdir()] == ["index.html"]
        assert list(tmp_path.glob(".site.im-bau-*/*"))
        with pytest.raises(ZeroDivisionError), replaced_folder(site):
            raise ZeroDivisionError
        assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]

    @pytest.mark.parametrize("command", ["site", "zip"])
    def test_a_full_disk_is_said_in_german_and_keeps_the_old(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
    ) -> None:
        with small_disk(tmp_path / "platte") as disk:
            target = disk / "ziel"
            target.mkdir()
            (target / "alt.zip").write_text("alt", encoding="utf-8")
            assert main([command, "--ziel", str(target)]) == 1
            assert [path.name for path in target.iterdir()] == ["alt.zip"]
            assert [path.name for path in disk.iterdir()] == ["ziel"]
        assert "Auf dem Datenträger ist kein Platz mehr" in capsys.readouterr().err


class TestPackagesFromTheNetwork:
    def test_without_network_one_is_told_what_to_set(self, tmp_path: Path) -> None:
        shutil.copy(ROOT / "Makefile", tmp_path)
        (tmp_path / "requirements.txt").write_text(
            f"gibt-es-nicht==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8"
        )
        venv = tmp_path / ".venv"
        (venv / "bin").mkdir(parents=True)
        (venv / "bin/python").symlink_to(ROOT / ".venv/bin/python")
        (venv / "lib").symlink_to(ROOT / ".venv/lib")
        shutil.copy(ROOT / ".venv/pyvenv.cfg", venv)
        (venv / f"python-{sys.version_info[0]}.{sys.version_info[1]}").touch()
        result = make(
            "check", folder=tmp_path, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="0", TERM="dumb"
        )
        assert result.returncode != 0
        *_, first, proxy, mirror, log, _ = result.stderr.splitlines()
        assert first == "Die Pakete ließen sich nicht einrichten. Meist fehlt die Verbindung ins Netz."
        assert "HTTPS_PROXY=" in proxy
        assert "PIP_INDEX_URL=" in mirror
        assert ".venv/pip.log" in log
        assert "127.0.0.1" in (venv / "pip.log").read_text(encoding="utf-8")
        assert "Retrying" not in result.stdout + result.stderr

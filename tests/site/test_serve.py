"""Protects the preview: a saved sentence is on the next page asked for, a mistake is shown in its words."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalog.__main__ import main
from catalog.reading.problems import CatalogError
from catalog.site.preview import Preview
from catalog.site.website import NoSuchFile
from conftest import ROOT
from kommune import change
from projects import project_copy

Get = Callable[[str], tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the preview reads."""
    return project_copy(tmp_path / "projekt")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Preview]:
    """A project that several tests change one after the other, and its preview; each leaves it without mistakes."""
    project = project_copy(tmp_path_factory.mktemp("vorschau") / "projekt")
    return project, Preview(project)


class TestPreview:
    def test_gives_the_bytes_of_a_build(self, project: Path, site: Path) -> None:
        preview = Preview(project)
        for path in (
            "index.html",
            "empfehlungen/netzwerke/index.html",
            "api/v1/glossar.csv",
            "assets/suche/index.js",
        ):
            content = preview.content(path)
            assert (content.encode() if isinstance(content, str) else content) == (site / path).read_bytes()

    @pytest.mark.parametrize(
        ("file", "old", "new", "page"),
        [
            ("catalog.yml", "Das Gesetz gilt", "NEU Das Gesetz gilt", "glossar/agg/index.html"),
            (
                "content/daten.md",
                "Der ganze Katalog steht",
                "NEU Der ganze Katalog steht",
                "daten/index.html",
            ),
            (
                "overrides/partials/footer.html",
                "Diese Website setzt",
                "NEU Diese Website setzt",
                "index.html",
            ),
        ],
        ids=["catalogue", "text", "frame"],
    )
    def test_a_change_is_on_the_next_page(
        self, kept: tuple[Path, Preview], file: str, old: str, new: str, page: str
    ) -> None:
        project, preview = kept
        assert new not in str(preview.content(page))
        change(project / file, old, new)
        assert new in str(preview.content(page))

    def test_a_style_has_a_new_name(self, kept: tuple[Path, Preview]) -> None:
        project, preview = kept

        def sheet() -> str:
            return re.search(r"website\.[0-9a-f]{8}\.css", str(preview.content("index.html")))[0]

        before = sheet()
        change(project / "overrides/assets/stylesheets/farben.css", "#2044aa", "#2044ab")
        assert sheet() != before
        assert "#2044ab" in str(preview.content(f"assets/stylesheets/{sheet()}"))

    def test_a_mistake_is_named_until_it_is_mended(self, kept: tuple[Path, Preview]) -> None:
        project, preview = kept
        change(project / "catalog.yml", "  - id: agg\n", "  - id: a gg\n")
        for _ in range(2):
            with pytest.raises(CatalogError, match="ist keine Kennung"):
                preview.content("index.html")
        change(project / "catalog.yml", "  - id: a gg\n", "  - id: agg\n")
        assert preview.content("glossar/agg/index.html")

    def test_what_does_not_exist_is_said(self, kept: tuple[Path, Preview]) -> None:
        _, preview = kept
        with pytest.raises(NoSuchFile):
            preview.content("gibt/es/nicht.html")
        assert "Diese Seite gibt es nicht" in preview.not_found()


@pytest.fixture
def command(project: Path) -> Iterator[tuple[Get, subprocess.Popen[str]]]:
    """The command as an editor runs it, and a way to ask it for pages."""
    port = free_port()
    program = [sys.executable, "-u", "-m", "catalog", "serve", "--port", str(port), "--projekt", str(project)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"}
    # Where the tests run in the background, Ctrl+C is ignored and would be by the command too.
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, ignored)
    with process:
        assert process.stdout is not None
        greeting = process.stdout.readline() + process.stdout.readline()
        assert "neutrale Fassung" in greeting
        assert f"http://localhost:{port}" in greeting

        def get(path: str) -> tuple[int, str]:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
                    return answer.status, answer.read().decode()
            except urllib.error.HTTPError as error:
                return error.code, error.read().decode()

        try:
            yield get, process
            process.send_signal(signal.SIGINT)
            process.wait(20)
        finally:
            process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class TestCommand:
    def test_answers_pages_files_and_mistakes(
        self, project: Path, command: tuple[Get, subprocess.Popen[str]]
    ) -> None:
        get, _ = command
        status, home = get("/")
        assert (status, "Integration gelingt vor Ort" in home) == (200, True)
        assert '<script defer src="/__vorschau__/vorschau.js"></script></body>' in home
        assert get("/api/v1/katalog.json")[0] == 200
        assert get("/gibt/es/nicht/")[0] == 404
        change(project / "catalog.yml", "  - id: agg\n", "  - id: a <b>gg\n")
        status, page = get("/")
        assert status == 500
        assert "catalog.yml:" in page
        assert "a &lt;b&gt;gg" in page
        assert "/__vorschau__/vorschau.js" in page

    def test_tells_browsers_of_a_change(
        self, project: Path, command: tuple[Get, subprocess.Popen[str]]
    ) -> None:
        _, process = command
        port = process.args[process.args.index("--port") + 1]  # type: ignore[union-attr, index]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/__vorschau__/aenderungen") as changes:
            first = next(line for line in changes if line.startswith(b"data: "))
            change(project / "catalog.yml", "Das Gesetz gilt", "Dieses Gesetz gilt")
            second = next(line for line in changes if line.startswith(b"data: "))
        assert first != second

    def test_a_taken_port_is_one_german_line(self, project: Path) -> None:
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            program = [sys.executable, "-m", "catalog", "serve", "--port", str(port)]
            environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"}
            result = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == 1
        assert result.stderr.count("\n") == 1
        assert f"make serve PORT={port + 1}" in result.stderr

    @pytest.mark.parametrize("port", ["x", "", "-1", "65536", "123456", "８０００", "8000 "])
    def test_what_is_no_port_is_one_german_line(self, capsys: pytest.CaptureFixture[str], port: str) -> None:
        assert main(["serve", f"--port={port}"]) == 1
        assert capsys.readouterr().err.startswith(f"„{port}“ ist kein Anschluss. Nehmen Sie eine Zahl")

"""Compiled templates are kept for the next build, and never decide whether or what it builds."""

from pathlib import Path

import pytest
from catalog.pages import rendering
from catalog.pages.rendering import CompiledTemplates, Renderer
from jinja2 import Environment


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python write what it compiles, whatever the variables of this run say."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """Return a folder with one template."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "gruss.html").write_text("Guten {{ wann }}")
    return folder


def rendered(templates: Path, kept: Path) -> str:
    """Render as a new run of the program does."""
    return str(Renderer({}, {}, (templates,), CompiledTemplates(kept)).render("gruss.html", wann="Tag"))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Return the names of the templates that are compiled from now on."""
    names: list[str | None] = []
    generate = Environment._generate

    def noted(self: Environment, source: object, name: str | None, *rest: object, **further: object) -> str:
        names.append(name)
        return generate(self, source, name, *rest, **further)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "_generate", noted)
    return names


def test_the_next_run_compiles_only_what_has_changed(
    templates: Path, tmp_path: Path, compiled: list[str]
) -> None:
    kept = tmp_path / "kept"
    assert [rendered(templates, kept) for _ in range(2)] == ["Guten Tag", "Guten Tag"]
    assert compiled == ["gruss.html"]
    (templates / "gruss.html").write_text("Schönen {{ wann }}", encoding="utf-8")
    assert rendered(templates, kept) == "Schönen Tag"
    assert len(list(kept.iterdir())) == 1


def test_what_other_versions_compiled_is_not_used(
    templates: Path, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(templates, tmp_path / "kept")
    monkeypatch.setattr(rendering, "_made_by", lambda: b"another version")
    rendered(templates, tmp_path / "kept")
    assert len(compiled) == 2


def test_a_broken_file_is_compiled_again(templates: Path, tmp_path: Path, compiled: list[str]) -> None:
    kept = tmp_path / "kept"
    rendered(templates, kept)
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    broken = [b"", *(whole[:end] + b"\xff" + whole[end + 1 :] for end in range(0, len(whole), 20))]
    for data in broken:
        file.write_bytes(data)
        assert rendered(templates, kept) == "Guten Tag"
    assert len(compiled) == 1 + len(broken)


def test_a_place_that_cannot_be_written_does_no_harm(templates: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert rendered(templates, tmp_path / "file" / "kept") == "Guten Tag"
    assert rendered(templates, tmp_path / "file") == "Guten Tag"


def test_nothing_is_kept_where_python_must_not_write_either(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    rendered(templates, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()

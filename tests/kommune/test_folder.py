"""A municipality's folder: only plain files in their places; all else is named, and nothing odd is opened."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from catalog.kommune.folder import read_fassung
from catalog.reading.nodes import read_text
from catalog.reading.problems import CatalogError
from kommune import AUENBRUECK, copy_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of(AUENBRUECK, tmp_path / "stadt")


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(CatalogError) as caught:
        read_fassung(folder)
    lines = caught.value.lines()
    assert lines
    return lines


def replaced(path: Path) -> Path:
    """Remove what is there, to put something else in its place."""
    if path.is_dir():
        for inside in path.iterdir():
            inside.unlink()
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
    return path


def to_link(path: Path) -> None:
    elsewhere = path.parent.parent / f"anderswo-{path.name}"
    path.rename(elsewhere) if path.exists() else elsewhere.write_text("geheim", encoding="utf-8")
    path.symlink_to(elsewhere)


def to_broken_link(path: Path) -> None:
    replaced(path).symlink_to("fehlt")


def to_pipe(path: Path) -> None:
    os.mkfifo(replaced(path))


def to_socket(path: Path) -> None:
    replaced(path)
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def to_folder(path: Path) -> None:
    replaced(path).mkdir()


KINDS = {
    to_link: "ist eine Verknüpfung",
    to_broken_link: "ist eine Verknüpfung",
    to_pipe: "ist keine gewöhnliche Datei",
    to_socket: "ist keine gewöhnliche Datei",
    to_folder: "ist ein Ordner. Hierher gehört eine Datei.",
}
PLACES = [
    "kommune.yml",
    "katalog.yml",
    "logo.svg",
    "seiten/beratung.md",
    "seiten/lageplan.svg",
    "seiten/neu.pdf",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("change", KINDS, ids=lambda change: change.__name__)
def test_only_plain_files_in_their_places(folder: Path, place: str, change: Callable[[Path], None]) -> None:
    change(folder / place)
    assert [line for line in problems_of(folder) if f"„{place}“ {KINDS[change]}" in line]


@pytest.mark.parametrize("change", [to_link, to_broken_link, to_pipe, to_socket], ids=lambda c: c.__name__)
def test_the_pages_lie_in_a_plain_folder(folder: Path, change: Callable[[Path], None]) -> None:
    change(folder / "seiten")
    assert [line for line in problems_of(folder) if f"„seiten“ {KINDS[change]}" in line]


def test_pages_that_are_a_file(folder: Path) -> None:
    replaced(folder / "seiten").write_text("# Seite", encoding="utf-8")
    assert "stadt: „seiten“ ist eine Datei. Hierher gehört ein Ordner." in problems_of(folder)


def test_folders_among_the_pages(folder: Path) -> None:
    (folder / "seiten/bilder").mkdir()
    (line,) = problems_of(folder)
    assert line.startswith("stadt: seiten/bilder: Unterordner gibt es hier nicht.")


def test_a_linked_file_is_never_published(folder: Path) -> None:
    (folder / "seiten/geheim.pdf").symlink_to("/etc/passwd")
    assert "seiten/geheim.pdf" in problems_of(folder)[0]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Lageplan Rathaus.pdf", "lageplan-rathaus.pdf"),
        ("Öffnungszeiten.pdf", "oeffnungszeiten.pdf"),
        ("Mu\u0308ll.png", "muell.png"),
        ("plan\n2.pdf", "plan-2.pdf"),
        ("<b>.png", "b.png"),
        ("aux.pdf", "aux-2.pdf"),
        ("قلب.pdf", "datei.pdf"),
    ],
)
def test_names_of_files_become_addresses(folder: Path, name: str, better: str) -> None:
    (folder / "seiten" / name).write_bytes(b"x")
    (line,) = problems_of(folder)
    assert f"„{better}“" in line
    assert "\n" not in line


def test_names_that_differ_by_case_only(folder: Path) -> None:
    for name in ("Plan.pdf", "plan.pdf"):
        (folder / "seiten" / name).write_bytes(b"x")
    assert "„seiten/plan.pdf“ gibt es zweimal" in problems_of(folder)[0]


@pytest.mark.parametrize(
    "name",
    [
        "Thumbs.db",
        ".DS_Store",
        "desktop.ini",
        "~$brief.docx",
        ".~lock.brief.odt#",
        "seite.md~",
        "Icon\r",
        "#seite.md#",
    ],
)
def test_what_systems_leave_behind_is_no_matter(folder: Path, name: str) -> None:
    (folder / "schrift").mkdir()
    for place in ("", "seiten", "schrift"):
        (folder / place / name).write_bytes(b"x")
    assert not [path for path, _ in read_fassung(folder).files if name in path]


def test_kinds_of_files_that_are_not_published(folder: Path) -> None:
    (folder / "seiten/film.mp4").write_bytes(b"x")
    assert "Diese Art von Datei wird nicht veröffentlicht. Möglich sind: md, gif" in problems_of(folder)[0]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Aufgabe.MD", "Die Endung einer Seite ist „.md“. Nennen Sie die Datei „Aufgabe.md“."),
        ("aufgabe.markdown", "Nennen Sie die Datei „aufgabe.md“."),
        (f"{'x' * 97}.pdf", "Der Dateiname hat 101 Zeichen, höchstens 100 sind möglich"),
    ],
)
def test_endings_and_lengths_of_names(folder: Path, name: str, said: str) -> None:
    (folder / "seiten" / name).write_bytes(b"%PDF-1.4")
    assert said in problems_of(folder)[0]


def test_a_name_in_capitals_is_explained(folder: Path) -> None:
    (folder / "kommune.yml").rename(folder / "Kommune.YML")
    assert "„Kommune.YML“ müsste genau so heißen" in problems_of(folder)[0]


@pytest.mark.parametrize("place", ["fehlt", "stadt/kommune.yml"])
def test_what_is_no_folder(folder: Path, place: str) -> None:
    with pytest.raises(CatalogError, match=r"Der Ordner lässt sich nicht öffnen\."):
        read_fassung(folder.parent / place)


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "catalog.yml")
    with pytest.raises(CatalogError, match=r"lässt sich nicht lesen\."):
        read_text(tmp_path / "catalog.yml")


@pytest.mark.parametrize("place", PLACES[:-1])
def test_what_must_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """Asked rather than set: to some users, every file is open."""
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, right: path != folder / place and allowed(path, right))
    assert f"„{place}“ lässt sich nicht öffnen" in "\n".join(problems_of(folder))

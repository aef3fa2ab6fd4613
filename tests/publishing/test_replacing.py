"""Whatever ends a build, what was there before stays whole; what it leaves behind goes away."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalog.publishing import replacing
from catalog.publishing.replacing import (
    NotReplaced,
    explain,
    replaced_file,
    replaced_files,
    replaced_folder,
)
from conftest import ROOT
from disks import small_disk, undeletable

# For every line, a child writes a new edition as the commands do and dies before the given system call;
# the answer is how it ended and how many calls there were.
BUILDER = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, "hooks")
from catalog.publishing import replacing

WATCHED = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "open", "ctypes.dlsym", "os.chmod"}

def write(kind, target):
    with getattr(replacing, f"replaced_{kind}")(target) as new:
        if kind == "file":
            new.write_text("neu")
            return
        for name in ("index.html", "a.html"):
            (new / name).write_text("neu")
        if kind == "folder":
            (new / "unten").mkdir()
            (new / "unten/b.html").write_text("neu")

def child(kind, target, fatal):
    seen = 0
    def watch(event, arguments):
        nonlocal seen
        foreign = event == "open" and not str(arguments[0]).startswith(str(target.parent))
        if event in WATCHED and not foreign:
            seen += 1
            if seen == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(watch)
    write(kind, target)
    return seen

for line in sys.stdin:
    kind, exchange, fatal, target = line.rstrip().split(" ", 3)
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        if exchange == "0":
            replacing._exchange = lambda one, other: False
        os.write(writing, str(child(kind, Path(target), int(fatal))).encode())
        os._exit(0)
    os.close(writing)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(status, os.read(reading, 9).decode() or 0, flush=True)
    os.close(reading)
"""

Build = Callable[..., tuple[int, int]]


@pytest.fixture(scope="module")
def build() -> Iterator[Build]:
    """Build once, and be killed before a system call if one is named; return exit code and number of calls."""
    command = [sys.executable, "-c", BUILDER]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def run(kind: str, target: Path, fatal: int = 0, *, exchange: bool = True) -> tuple[int, int]:
            print(kind, int(exchange), fatal, target, file=process.stdin, flush=True)
            status, calls = process.stdout.readline().split()
            return int(status), int(calls)

        yield run
        process.stdin.close()


def old(kind: str, target: Path) -> None:
    """Put an earlier edition into place."""
    if kind == "file":
        target.write_text("alt", encoding="utf-8")
        return
    target.mkdir()
    for name in ("index.html", "a.html"):
        (target / name).write_text("alt", encoding="utf-8")
    if kind == "folder":
        (target / "unten").mkdir()
        (target / "unten/nur-alt.html").write_text("alt", encoding="utf-8")
    else:
        (target / "fremd.txt").write_text("bleibt", encoding="utf-8")


def contents(target: Path) -> dict[str, str]:
    """Return everything at a target, hidden files included."""
    if target.is_file():
        return {"": target.read_text(encoding="utf-8")}
    return {
        path.relative_to(target).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(target.rglob("*"))
        if path.is_file()
    }


NEW = {
    "folder": {"a.html": "neu", "index.html": "neu", "unten/b.html": "neu"},
    "file": {"": "neu"},
    "files": {"a.html": "neu", "fremd.txt": "bleibt", "index.html": "neu"},
}
OLD = {
    "folder": {"a.html": "alt", "index.html": "alt", "unten/nur-alt.html": "alt"},
    "file": {"": "alt"},
    "files": {"a.html": "alt", "fremd.txt": "bleibt", "index.html": "alt"},
}


class TestKilled:
    """SIGKILL before every single system call that touches the disk."""

    @pytest.mark.parametrize("kind", ["folder", "file", "files"])
    def test_the_old_or_the_new_is_there_and_the_next_build_cleans_up(
        self, build: Build, tmp_path: Path, kind: str
    ) -> None:
        old(kind, tmp_path / "probe")
        _, calls = build(kind, tmp_path / "probe")
        assert calls > 5
        for fatal in range(1, calls + 1):
            place = tmp_path / str(fatal)
            place.mkdir()
            target = place / "ziel"
            old(kind, target)
            assert build(kind, target, fatal)[0] == -signal.SIGKILL
            seen = {name: text for name, text in contents(target).items() if not name.startswith(".")}
            if kind == "files":
                # Each file is whole; which of them are new already is completed by the next build.
                assert seen.keys() == OLD[kind].keys(), fatal
            else:
                assert seen in (OLD[kind], NEW[kind]), fatal
            assert build(kind, target)[0] == 0
            assert contents(target) == NEW[kind], fatal
            assert [path.name for path in place.iterdir()] == ["ziel"], fatal

    def test_without_an_exchange_the_next_build_brings_the_old_back(
        self, build: Build, tmp_path: Path
    ) -> None:
        old("folder", tmp_path / "probe")
        _, calls = build("folder", tmp_path / "probe", exchange=False)
        gone = 0
        for fatal in range(1, calls + 1):
            target = tmp_path / str(fatal) / "ziel"
            target.parent.mkdir()
            old("folder", target)
            build("folder", target, fatal, exchange=False)
            gone += not target.exists()
            with pytest.raises(ZeroDivisionError), replaced_folder(target):
                raise ZeroDivisionError
            assert contents(target) in (OLD["folder"], NEW["folder"]), fatal
            assert [path.name for path in target.parent.iterdir()] == ["ziel"], fatal
        assert gone == 1

    def test_a_decided_group_is_completed_even_if_the_next_build_fails(self, tmp_path: Path) -> None:
        target = tmp_path / "ziel"
        old("files", target)
        (target / ".pakete.fertig").mkdir()
        (target / ".pakete.fertig/a.html").write_text("neu", encoding="utf-8")
        with pytest.raises(ZeroDivisionError), replaced_files(target):
            raise ZeroDivisionError
        assert contents(target) == OLD["files"] | {"a.html": "neu"}


class TestFailed:
    @pytest.mark.parametrize("replaced", [replaced_folder, replaced_file, replaced_files])
    def test_a_mistake_leaves_everything_as_it_was(self, tmp_path: Path, replaced: Callable) -> None:
        target = tmp_path / "ziel"
        kind = replaced.__name__.removeprefix("replaced_")
        old(kind, target)
        with pytest.raises(ZeroDivisionError), replaced(target):
            raise ZeroDivisionError
        assert contents(target) == OLD[kind]
        assert [path.name for path in tmp_path.iterdir()] == ["ziel"]

    @pytest.mark.parametrize("kind", ["folder", "file", "files"])
    def test_a_full_disk_leaves_everything_as_it_was(self, tmp_path: Path, kind: str) -> None:
        with small_disk(tmp_path / "platte") as disk:
            target = disk / "ziel"
            old(kind, target)
            replaced = getattr(replacing, f"replaced_{kind}")
            with pytest.raises(OSError, match="No space") as caught, replaced(target) as new:
                (new if kind == "file" else new / "gross").write_bytes(bytes(4_000_000))
            assert contents(target) == OLD[kind]
            assert [path.name for path in disk.iterdir()] == ["ziel"]
        assert "Auf dem Datenträger ist kein Platz mehr" in explain(caught.value)

    def test_a_folder_that_cannot_be_deleted_does_not_stop_the_new_one(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        target = tmp_path / "ziel"
        old("folder", target)
        with undeletable(target / "unten"):
            for edition in ("eins", "zwei"):
                with replaced_folder(target) as new:
                    (new / "index.html").write_text(edition, encoding="utf-8")
                assert contents(target) == {"index.html": edition}
                assert "lässt sich aber nicht löschen" in capsys.readouterr().err
        with replaced_folder(target) as new:
            (new / "index.html").write_text("drei", encoding="utf-8")
        assert [path.name for path in tmp_path.iterdir()] == ["ziel"]


class TestAlone:
    @pytest.mark.parametrize("replaced", [replaced_folder, replaced_file, replaced_files])
    def test_a_second_builder_is_told_and_the_first_goes_on(self, tmp_path: Path, replaced: Callable) -> None:
        target = tmp_path / "ziel"
        with replaced(target) as new:
            with pytest.raises(NotReplaced, match="wird gerade schon gebaut"), replaced(target):
                pytest.fail("two builders at once")
            if replaced is replaced_file:
                new.write_text("erster", encoding="utf-8")
            else:
                (new / "index.html").write_text("erster", encoding="utf-8")
        assert "erster" in contents(target).values()

    def test_two_targets_do_not_wait_for_each_other(self, tmp_path: Path) -> None:
        with replaced_folder(tmp_path / "eins"), replaced_folder(tmp_path / "zwei"):
            pass
        assert sorted(path.name for path in tmp_path.iterdir()) == ["eins", "zwei"]


class TestTarget:
    def test_everybody_may_read_it_whatever_the_umask(self, tmp_path: Path) -> None:
        before = os.umask(0o077)
        try:
            with replaced_folder(tmp_path / "ziel"):
                pass
        finally:
            os.umask(before)
        assert (tmp_path / "ziel").stat().st_mode & 0o777 == 0o755

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "echt").mkdir()
        (tmp_path / "link").symlink_to("echt")
        with replaced_folder(tmp_path / "link") as new:
            (new / "index.html").write_text("neu", encoding="utf-8")
        assert (tmp_path / "link").is_symlink()
        assert contents(tmp_path / "echt") == {"index.html": "neu"}

    def test_a_file_is_no_folder(self, tmp_path: Path) -> None:
        (tmp_path / "ziel").write_text("x", encoding="utf-8")
        with pytest.raises(NotReplaced, match="ist kein Ordner"), replaced_folder(tmp_path / "ziel"):
            pass


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "kein Platz mehr"),
        (errno.EACCES, "darf das Programm nicht schreiben"),
        (errno.EROFS, "darf das Programm nicht schreiben"),
        (errno.EBUSY, "eingehängter Datenträger"),
        (errno.EEXIST, "liegt schon eine Datei"),
        (errno.ENOTDIR, "liegt schon eine Datei"),
        (errno.ENAMETOOLONG, "zu lang"),
        (errno.EIO, "Das Betriebssystem meldet"),
    ],
)
def test_the_reason_is_said_in_german(number: int, words: str) -> None:
    text = explain(OSError(number, os.strerror(number), "/ort/datei"))
    assert words in text
    assert "/ort/datei" in text
    assert text.endswith("Was vorher da war, ist unverändert.")

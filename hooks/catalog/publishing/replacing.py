"""Replace what an earlier build made: all at once, or not at all.

The new is written beside the old and takes its place by one rename.  Whatever ends a build before that
(a mistake, ``kill -9``, a full disk) leaves the old as it was.  What a killed build leaves behind is
finished or removed when the next one starts.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR}
_MOUNTED = {errno.EBUSY, errno.EXDEV}
# Whoever looks into a folder may leave them there without knowing.
_LEFT_BY_VIEWERS = {".DS_Store", "Thumbs.db", "desktop.ini"}
# Linux: both names are relative to the working directory, and they change places.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class NotReplaced(Exception):
    """Nothing was written; the message says why, in German."""


@contextmanager
def replaced_folder(target: Path, own: Container[str] | None = None) -> Iterator[Path]:
    """Yield an empty folder that takes the place of ``target`` when the block ends well.

    Args:
        target: the folder.
        own: the names of what an earlier run put there; where anything else lies, nothing is replaced.

    Raises:
        NotReplaced: there is something else at this place.
    """
    target = target.resolve()
    if target.exists() and not target.is_dir():
        raise NotReplaced(f"{target} ist kein Ordner. Nennen Sie einen Ordner.")
    if own is not None and (foreign := _foreign(target, own)):
        raise NotReplaced(f"Im Ordner {target} liegt schon „{foreign}“. Nennen Sie einen neuen Ordner.")
    former = _beside(target, "vorher")
    with _alone(target):
        _go_back(former, target)
        with _new_folder(target) as new:
            # The umask of whoever builds says nothing about who may read a website.
            new.chmod(0o755)
            yield new
            _swap(new, target, former)
        _remove(former)


@contextmanager
def replaced_file(target: Path) -> Iterator[Path]:
    """Yield the path to write a file to that takes the place of ``target`` when the block ends well."""
    target = target.resolve()
    with _alone(target), _new_folder(target) as folder:
        yield folder / target.name
        (folder / target.name).replace(target)


@contextmanager
def replaced_files(target: Path) -> Iterator[Path]:
    """Yield a folder whose files join those in ``target`` when the block ends well.

    Other files in ``target`` stay.  One rename decides; a build that is killed while it moves the files
    after that is completed by the next one.
    """
    target.mkdir(parents=True, exist_ok=True)
    group = target.resolve() / "pakete"
    decided = _beside(group, "fertig")
    with _alone(group):
        _move_files(decided)
        with _new_folder(group) as new:
            yield new
            new.rename(decided)
        _move_files(decided)


def explain(error: OSError) -> str:
    """Say in German what kept a file from being written."""
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in _NO_ROOM:
        reason = f"Auf dem Datenträger ist kein Platz mehr{place}. Schaffen Sie Platz."
    elif error.errno in _NO_RIGHT:
        reason = f"Hier darf das Programm nicht schreiben{place}. Ändern Sie die Rechte des Ordners."
    elif error.errno in _MOUNTED:
        reason = f"Dieser Ordner ist ein eingehängter Datenträger{place}. Nennen Sie einen Ordner darin."
    elif error.errno in _IN_THE_WAY:
        reason = f"Wo ein Ordner hingehört, liegt schon eine Datei{place}. Nennen Sie einen anderen Ordner."
    elif error.errno == errno.ENAMETOOLONG:
        reason = f"Dieser Name ist zu lang{place}. Nehmen Sie einen kürzeren."
    else:
        reason = f"Das Betriebssystem meldet: {error.strerror or error}{place}."
    return f"{reason} Was vorher da war, ist unverändert."


def _foreign(target: Path, own: Container[str]) -> str:
    """Return the name of something in a folder that no earlier run put there."""
    names = sorted(path.name for path in target.iterdir()) if target.is_dir() else []
    return next((name for name in names if name not in own and name not in _LEFT_BY_VIEWERS), "")


def _beside(target: Path, purpose: str) -> Path:
    return target.with_name(f".{target.name}.{purpose}")


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Keep a second build of the same target out; the system ends the lock with the process."""
    target.parent.mkdir(parents=True, exist_ok=True)
    path = _beside(target, "sperre")
    descriptor = _lock(path, target)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _lock(path: Path, target: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if sys.platform != "win32":
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The build before may have removed the file between our two steps.
            if _is_open_as(path, descriptor):
                return descriptor
        except BlockingIOError:
            os.close(descriptor)
            raise NotReplaced(
                f"In {target.parent} wird gerade schon gebaut. Warten Sie, bis das fertig ist, "
                "und rufen Sie den Befehl dann noch einmal auf."
            ) from None
        os.close(descriptor)


def _is_open_as(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """Yield a new folder on the same disk as the target; remove what is left in it, and older ones."""
    prefix = f".{target.name}.im-bau-"
    for left_over in target.parent.iterdir():
        if left_over.name.startswith(prefix):
            _remove(left_over)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    try:
        yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        print(
            f"Der Ordner {folder} wird nicht mehr gebraucht, lässt sich aber nicht löschen. "
            "Bitte löschen Sie ihn von Hand.",
            file=sys.stderr,
        )


def _swap(new: Path, target: Path, former: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(former)
        new.rename(target)


def _go_back(former: Path, target: Path) -> None:
    """Undo the first of two renames if a build was killed before the second; else only clean up."""
    if former.exists() and not target.exists():
        former.rename(target)
    _remove(former)


def _exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step; tell whether the system can do that."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None).renameat2
    except AttributeError:
        return False
    names = [ctypes.c_char_p(os.fsencode(path)) for path in (one, other)]
    return bool(rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], ctypes.c_uint(_RENAME_EXCHANGE)) == 0)


def _move_files(decided: Path) -> None:
    if not decided.exists():
        return
    for path in sorted(decided.iterdir()):
        if path.is_file():
            path.replace(decided.parent / path.name)
    with suppress(OSError):
        decided.rmdir()

"""ZIP files and checksums that are the same for the same input."""

import hashlib
import stat
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

_MODE = (stat.S_IFREG | 0o644) << 16
# A ZIP file counts time in steps of two seconds.
_STEP = 2
_STEPS_A_DAY = 24 * 60 * 60 // _STEP


def moment(content: bytes, stand: str) -> datetime:
    """Return the time that a file of a package bears: a moment of the day before ``stand``.

    Web servers and browsers tell files apart by time and size.  The real time would make every build
    differ; one time for all would hide a change that keeps the size.  So the content itself chooses the
    moment.  As it stays within one day, whatever comes with a later ``stand`` is newer for every tool
    that copies only newer files, and nothing lies in the future.
    """
    step = int.from_bytes(hashlib.sha256(content).digest()[:8]) % _STEPS_A_DAY
    return datetime.fromisoformat(stand).replace(tzinfo=UTC) - timedelta(seconds=_STEP * (step + 1))


def write_zip(target: Path, folder: str, entries: Iterable[tuple[str, bytes]], stand: str) -> Path:
    """Write a ZIP file in which everything lies below one folder."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(entries):
            time = moment(content, stand)
            parts = (time.year, time.month, time.day, time.hour, time.minute, time.second)
            info = zipfile.ZipInfo(f"{folder}/{path}", parts)
            info.external_attr = _MODE
            info.create_system = 3
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return target


def files_below(folder: Path, prefix: str) -> Iterable[tuple[str, bytes]]:
    """Yield every file below a folder, with a prefix before its path."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"{prefix}{path.relative_to(folder).as_posix()}", path.read_bytes()


def digest(content: bytes) -> str:
    """Return the SHA-256 of a content as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def checksums(paths: Iterable[Path]) -> str:
    """Return the checksums of files in the form that ``sha256sum --check`` reads."""
    return "".join(f"{digest(path.read_bytes())}  {path.name}\n" for path in paths)

"""ZIP files and checksums that are the same for the same input."""

import hashlib
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

# The earliest moment a ZIP file can name; the real one would make every build differ.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_MODE = (stat.S_IFREG | 0o644) << 16


def write_zip(target: Path, folder: str, entries: Iterable[tuple[str, bytes]]) -> Path:
    """Write a ZIP file in which everything lies below one folder."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(entries):
            info = zipfile.ZipInfo(f"{folder}/{path}", _MOMENT)
            info.external_attr = _MODE
            info.create_system = 3
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return target


def files_below(folder: Path, prefix: str) -> Iterable[tuple[str, bytes]]:
    """Yield every file below a folder, with a prefix before its path."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"{prefix}{path.relative_to(folder).as_posix()}", path.read_bytes()


def checksums(paths: Iterable[Path]) -> str:
    """Return the checksums of files in the form that ``sha256sum --check`` reads."""
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)

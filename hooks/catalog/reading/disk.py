"""What lies in a municipality's folder: plain files and folders, and nothing that leads elsewhere."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from .names import as_name, reserved
from .problems import CatalogError, Problem

# Together with the folders of a package it has to stay below what Windows takes.
LONGEST_NAME = 100
_MEDIA_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+")

# By Windows, macOS and Word, and by editors; what begins with a full stop is hidden anyway.
_LEFT_BEHIND = re.compile(
    r"(eh)?thumbs\.db|desktop\.ini|\$recycle\.bin|__macosx|icon\r|~\$.*|~.*\.tmp|.*~|#.*#", re.IGNORECASE
)


def kind_problem(path: Path, folder: bool = False) -> str:
    """Say why something is not the file or folder that belongs here; empty only if it is there and is.

    Nothing is opened and no link is followed.
    """
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return "lässt sich nicht lesen. Prüfen Sie, ob Sie die Datei öffnen dürfen."
    if stat.S_ISLNK(mode):
        return "ist eine Verknüpfung (Symlink) an eine andere Stelle. Legen Sie den Inhalt selbst hierher."
    if stat.S_ISDIR(mode):
        return _closed(path, os.R_OK | os.X_OK) if folder else "ist ein Ordner. Hierher gehört eine Datei."
    if not stat.S_ISREG(mode):
        return "ist keine gewöhnliche Datei, sondern eine Leitung oder ein Gerät. Löschen Sie den Eintrag."
    if folder:
        return "ist eine Datei. Hierher gehört ein Ordner."
    return _closed(path, os.R_OK)


def _closed(path: Path, right: int) -> str:
    return (
        "" if os.access(path, right) else "lässt sich nicht öffnen. Geben Sie sich das Recht, sie zu lesen."
    )


def listed(folder: Path) -> list[Path]:
    """Return what lies in a folder, by name, without what systems and programs leave behind for themselves.

    Raises:
        CatalogError: the folder cannot be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if not _LEFT_BEHIND.fullmatch(path.name))
    except OSError:
        message = (
            "Der Ordner lässt sich nicht öffnen. Prüfen Sie, ob es ein Ordner ist und Sie ihn lesen dürfen."
        )
        raise CatalogError(str(folder), [Problem(0, message)]) from None


def media_name_problem(name: str) -> str:
    """Say why a file cannot be published under its name; empty if it can."""
    stem, _, ending = name.rpartition(".")
    better = f"{as_name(stem) or 'datei'}.{ending}"
    if not _MEDIA_NAME.fullmatch(name):
        return (
            "Der Dateiname wird zur Adresse: nur Buchstaben ohne Umlaute, Ziffern, Bindestriche. "
            f"Nennen Sie die Datei zum Beispiel „{better}“."
        )
    if len(name) > LONGEST_NAME:
        return f"Der Dateiname hat {len(name)} Zeichen, höchstens {LONGEST_NAME} sind möglich: Windows entpackt längere nicht."
    if reason := reserved(name.partition(".")[0].lower()):
        return f"Der Dateiname ist nicht möglich: {reason} Nehmen Sie „{as_name(stem)}-2.{ending}“."
    return ""


def same_names(names: list[str]) -> Iterator[str]:
    """Yield names that Windows and macOS cannot tell from an earlier one."""
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            yield name
        seen.add(name.lower())


def shown(name: str) -> str:
    """Return a file's name for a message, on one line."""
    return "".join(char if char.isprintable() else "?" for char in name)

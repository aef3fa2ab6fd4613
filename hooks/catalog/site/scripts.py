"""Flatten ES modules into one classic script, for pages opened from a disk.

Browsers refuse modules on ``file://``.  The offline edition therefore gets
each entry module together with everything it imports, wrapped in one
function.  The modules keep to a small subset that makes this a matter of
removing lines: named imports from relative paths and exports in front of
declarations.
"""

import re
from pathlib import Path

_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"(?P<path>\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class|let)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b|\bimport\(|\bimport\.meta\b", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


class NotFlat(ValueError):
    """A module uses something that cannot be flattened."""


def flatten(entry: Path) -> str:
    """Return a classic script with the entry module and all it imports.

    Raises:
        NotFlat: a module leaves the subset, or two modules declare the same name.
    """
    bodies: dict[Path, str] = {}
    _collect(entry.resolve(), bodies)
    names: dict[str, Path] = {}
    for path, body in bodies.items():
        if match := _LEFT_OVER.search(_COMMENT.sub("", body)):
            raise NotFlat(f"{path.name}: “{match[0]}” cannot be flattened")
        for name in _NAME.findall(body):
            if name in names:
                raise NotFlat(f"{name} is declared in {names[name].name} and in {path.name}")
            names[name] = path
    return '(() => {\n"use strict";\n' + "\n".join(bodies.values()) + "})();\n"


def _collect(path: Path, bodies: dict[Path, str]) -> None:
    """Add a module after everything it imports."""
    if path in bodies:
        return
    source = path.read_text(encoding="utf-8")
    for match in _IMPORT.finditer(source):
        _collect((path.parent / match["path"]).resolve(), bodies)
    bodies[path] = _EXPORT.sub("", _IMPORT.sub("", source))

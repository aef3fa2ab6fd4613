"""Bundle ES modules into classic scripts, one for each entry module.

Browsers refuse modules on ``file://``, and on a server every module costs a
request.  So each entry module is flattened together with everything it
imports, wrapped in one function.  The modules keep to a small subset that
makes this a matter of removing lines: named imports from relative paths and
exports in front of declarations.
"""

import re
from pathlib import Path

from ..publishing.addresses import fingerprinted

FOLDER = "assets/javascripts"

_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"(?P<path>\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class|let)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b|\bimport\(|\bimport\.meta\b", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
_EMPTY = re.compile(r"\n{2,}")
# A type in front of a value or a parameter stands within the line.
_TYPE = re.compile(r"/\*\* @type \{.*?\} \*/ ")
_NAME = re.compile(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)
_BESIDE = re.compile(r'\bloadBeside\("(?P<name>[\w-]+)"\)')


class NotFlat(ValueError):
    """A module uses something that cannot be flattened."""


def bundles(folder: Path) -> dict[str, tuple[str, str]]:
    """Return for each entry module its path below the site's root, with a fingerprint, and its script.

    A script that loads another one later names it with its fingerprint, so the other one is made first.
    """
    made: dict[str, tuple[str, str]] = {}
    for name in sorted(module.stem for module in folder.glob("*.mjs")):
        _bundle(folder, name, made)
    return made


def _bundle(folder: Path, name: str, made: dict[str, tuple[str, str]]) -> str:
    """Make a script, and before it those it loads later; return its file name without suffix."""
    if name not in made:
        source = flatten(folder / f"{name}.mjs")
        script = _BESIDE.sub(lambda match: f'loadBeside("{_bundle(folder, match["name"], made)}")', source)
        made[name] = f"{FOLDER}/{fingerprinted(f'{name}.js', script)}", script
    return Path(made[name][0]).stem


def flatten(entry: Path) -> str:
    """Return a classic script with the entry module and all it imports, without comments and empty lines.

    Raises:
        NotFlat: a module leaves the subset, or two modules declare the same name.
    """
    bodies: dict[Path, str] = {}
    _collect(entry.resolve(), bodies)
    names: dict[str, Path] = {}
    for path, body in bodies.items():
        if match := _LEFT_OVER.search(body):
            raise NotFlat(f"{path.name}: “{match[0]}” cannot be flattened")
        for name in _NAME.findall(body):
            if name in names:
                raise NotFlat(f"{name} is declared in {names[name].name} and in {path.name}")
            names[name] = path
    return '(() => {\n"use strict";\n' + "".join(bodies.values()) + "})();\n"


def _collect(path: Path, bodies: dict[Path, str]) -> None:
    """Add a module after everything it imports."""
    if path in bodies:
        return
    source = path.read_text(encoding="utf-8")
    for match in _IMPORT.finditer(source):
        _collect((path.parent / match["path"]).resolve(), bodies)
    # Types first: a line may begin with one, and would be taken for the beginning of a comment.
    bare = _COMMENT.sub("", _TYPE.sub("", source))
    bodies[path] = _EMPTY.sub("\n", _EXPORT.sub("", _IMPORT.sub("", bare))).lstrip("\n")

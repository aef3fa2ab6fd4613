"""What a municipality's folder holds beside the settings: logo, typeface, pictures and documents."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..catalogue.overlay import FILE_NAME as LOCAL_FILE
from ..model.kommune import Schrift
from ..model.settings import Settings
from ..reading.binary import content_problem, font_problem, png_problem
from ..reading.disk import kind_problem, listed, media_name_problem, same_names, shown
from ..reading.nodes import Written
from ..reading.problems import CatalogError, FolderError, Problem, did_you_mean
from .own_pages import SECTION
from .settings_file import FILE_NAME as SETTINGS_FILE
from .svg import svg_file_problems

LOGOS = ("assets/images/logo.svg", "assets/images/logo.png")
FONTS = "assets/schrift"
FONT_FOLDER = "schrift"
OWN_FOLDER = "seiten"
FOLDER_FILES = frozenset({SETTINGS_FILE, LOCAL_FILE, "logo.svg", "logo.png", OWN_FOLDER, FONT_FOLDER})
# What belongs to a repository rather than to the site.
IGNORED = (".", "LICENSE", "LIESMICH", "README")
# What may lie beside own pages, and as what every web server hands it out.
MEDIA = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def check_folder(folder: Path) -> None:
    """Make sure that a folder holds only what is used.

    Raises:
        CatalogError: with everything that does not belong there.
    """
    allowed = ", ".join(sorted(FOLDER_FILES))
    problems = []
    for path in listed(folder):
        if path.name in FOLDER_FILES:
            if problem := kind_problem(path, folder=path.name in {OWN_FOLDER, FONT_FOLDER}):
                problems.append(Problem(0, f"„{path.name}“ {problem}"))
        elif not path.name.startswith(IGNORED):
            hint = did_you_mean(path.name, FOLDER_FILES)
            message = f"„{path.name}“ wird nicht gebraucht.{hint} Möglich sind: {allowed}."
            problems.append(Problem(0, message))
    if problems:
        raise CatalogError(folder.name, problems)


def own_files(folder: Path) -> list[Path]:
    """Return the files beside and among the own pages, all of them plain files with possible names.

    Raises:
        CatalogError: something is not a file, or not of a kind that is published.
    """
    own = folder / OWN_FOLDER
    if kind_problem(own, folder=True):
        return []
    paths = [path for path in listed(own) if not path.name.startswith(".")]
    problems = [Problem(0, problem) for path in paths if (problem := _own_file_problem(path))]
    problems += [
        Problem(
            0, f"„{OWN_FOLDER}/{name}“ gibt es zweimal, nur anders geschrieben. Nennen Sie eine Datei um."
        )
        for name in same_names([path.name for path in paths])
    ]
    if problems:
        raise CatalogError(folder.name, problems)
    return paths


def _own_file_problem(path: Path) -> str:
    place = f"{OWN_FOLDER}/{shown(path.name)}"
    if path.is_dir() and not path.is_symlink() and not path.suffix:
        return f"{place}: Unterordner gibt es hier nicht. Legen Sie die Dateien direkt in „{OWN_FOLDER}“."
    if problem := kind_problem(path):
        return f"„{place}“ {problem}"
    if path.suffix == ".md":
        return ""
    if path.suffix.lower() in {".md", ".markdown"}:
        return f"{place}: Die Endung einer Seite ist „.md“. Nennen Sie die Datei „{shown(path.stem)}.md“."
    if path.suffix.lower() not in MEDIA:
        kinds = ", ".join(sorted(ending.removeprefix(".") for ending in MEDIA))
        return f"{place}: Diese Art von Datei wird nicht veröffentlicht. Möglich sind: md, {kinds}."
    problem = media_name_problem(path.name)
    return f"{place}: {problem}" if problem else ""


def brought_along(folder: Path, own: list[Path]) -> Iterator[tuple[str, Path]]:
    """Yield what is copied as it is: logo, typeface, and pictures and documents beside the pages.

    Raises:
        CatalogError: something in them is not what its name says, or could run or load something.
    """
    found = [(f"{SECTION}/{path.name}", path) for path in own if path.suffix != ".md"]
    found += [(logo, path) for logo in LOGOS if not kind_problem(path := folder / logo.rpartition("/")[2])]
    fonts = folder / FONT_FOLDER
    if not kind_problem(fonts, folder=True):
        found += [
            (f"{FONTS}/{path.name}", path) for path in listed(fonts) if not path.name.startswith(IGNORED)
        ]
    errors = [
        CatalogError(path.relative_to(folder).as_posix(), problems)
        for target, path in found
        if (problems := _problems(target, path))
    ]
    logos = [path.name for target, path in found if target in LOGOS]
    if len(logos) > 1:
        errors.append(CatalogError(folder.name, [Problem(0, "Es gibt zwei Logos. Behalten Sie eines.")]))
    if errors:
        raise FolderError(errors)
    yield from found


def _problems(target: str, path: Path) -> list[Problem]:
    """Say what keeps a file from being published."""
    if problem := kind_problem(path):
        return [Problem(0, f"Die Datei {problem}")]
    if target.startswith(FONTS):
        kind = path.suffix == ".woff2"
        problem = font_problem(path) if kind else "In diesen Ordner gehören nur Dateien im Format WOFF2."
        return [Problem(0, problem)] if problem else []
    if target in LOGOS and path.suffix == ".png":
        return [Problem(0, problem)] if (problem := png_problem(path)) else []
    if problem := content_problem(path):
        return [Problem(0, problem)]
    return svg_file_problems(path)


def typeface_problems(
    written: Written, settings: Settings, files: Iterable[tuple[str, Path]]
) -> Iterator[Problem]:
    """Yield a problem for every font file that the settings name and the folder lacks."""
    there = {path for path, _ in files}
    node = written.root.child("schrift")
    for name, file in _font_files(settings.schrift):
        if f"{FONTS}/{file}" not in there:
            yield Problem(
                node.key_lines.get(name, node.line) if node else 0,
                f"Schrift: Die Datei „{FONT_FOLDER}/{file}“ fehlt. Legen Sie sie in den Ordner „{FONT_FOLDER}“.",
            )


def typeface(schrift: Schrift | None) -> str:
    """Return the rules for a municipality's own typeface; empty if it has none."""
    if schrift is None:
        return ""
    weights = {"normal": 400, "fett": 700}
    rules = [
        f'@font-face {{ font-family: "{schrift.name}"; src: url("../schrift/{file}") format("woff2"); '
        f"font-weight: {weights[name]}; font-display: swap; }}"
        for name, file in _font_files(schrift)
    ]
    return "\n".join([*rules, f':root {{ --ivo-schrift: "{schrift.name}"; }}', ""])


def _font_files(schrift: Schrift | None) -> Iterator[tuple[str, str]]:
    for name in ("normal", "fett") if schrift else ():
        if file := getattr(schrift, name):
            yield name, file

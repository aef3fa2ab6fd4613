"""A comparison → a folder to open in a browser: an index, and both sites beside it."""

import shutil
from pathlib import Path
from urllib.parse import quote

from catalog.pages.rendering import Renderer
from catalog.publishing.replacing import replaced_folder

from .sites import Comparison

INDEX = "index.html"
_TEMPLATES = Path(__file__).parent / "templates"
_STYLE = "vergleich.css"
_SIDES = ("vorher", "nachher")
# A reviewer sees the rest on the page itself.
_MOST_PLACES = 20


def write(comparison: Comparison, before: Path, after: Path, target: Path) -> None:
    """Write the folder, in place of what was there.

    Raises:
        NotReplaced: there is something else at this place.
    """
    with replaced_folder(target) as new:
        for name, site in zip(_SIDES, (before, after), strict=True):
            shutil.copytree(site, new / name, symlinks=True)
        shutil.copyfile(_TEMPLATES / _STYLE, new / _STYLE)
        (new / INDEX).write_text(_index(comparison), encoding="utf-8", newline="\n")


def counts(comparison: Comparison) -> str:
    """Say in one sentence how many pages differ."""
    changed = (*comparison.changed, *comparison.repeated, *comparison.rebuilt)
    numbers = (
        (len(changed), "geändert"),
        (len(comparison.new), "neu"),
        (len(comparison.gone), "entfallen"),
    )
    said = [f"{number} {word}" for number, word in numbers if number]
    return f"Seiten: {', '.join(said)}." if said else "Der Inhalt der Seiten ändert sich nicht."


def _index(comparison: Comparison) -> str:
    renderer = Renderer({"most": _MOST_PLACES}, {"adresse": quote}, (_TEMPLATES,))
    return f"{renderer.render('index.html', c=comparison, counts=counts(comparison))}\n"

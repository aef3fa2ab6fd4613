"""A comparison → a folder to open in a browser: an index, and both sites beside it."""

import os
import shutil
from pathlib import Path
from urllib.parse import quote

from catalog.pages.rendering import Renderer
from catalog.publishing.replacing import NotReplaced, replaced_folder

from .sites import Comparison

INDEX = "index.html"
_TEMPLATES = Path(__file__).parent / "templates"
_STYLE = "vergleich.css"
_SIDES = ("vorher", "nachher")
_OWN = frozenset({INDEX, _STYLE, *_SIDES})
# A reviewer sees the rest on the page itself.
_MOST_PLACES = 20


def write(comparison: Comparison, before: Path, after: Path, target: Path) -> None:
    """Write the folder, in place of what was there.

    Raises:
        NotReplaced: there is something else at this place.
    """
    _keep_apart(target.resolve(), (before.resolve(), after.resolve()))
    with replaced_folder(target, _OWN) as new:
        for name, site in zip(_SIDES, (before, after), strict=True):
            shutil.copytree(site, new / name, symlinks=True)
        shutil.copyfile(_TEMPLATES / _STYLE, new / _STYLE)
        (new / INDEX).write_text(_index(comparison), encoding="utf-8", newline="\n")


def _keep_apart(target: Path, sites: tuple[Path, ...]) -> None:
    """Neither may a site be replaced, nor copied into itself."""
    if any(target.is_relative_to(site) or site.is_relative_to(target) for site in sites):
        raise NotReplaced(
            f"Der Ordner {target} enthält eine der beiden Websites oder liegt darin. Nennen Sie einen anderen Ordner."
        )


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
    renderer = Renderer({"most": _MOST_PLACES}, {"adresse": _address, "lesbar": _readable}, (_TEMPLATES,))
    return f"{renderer.render('index.html', c=comparison, counts=counts(comparison))}\n"


def _address(path: str) -> str:
    """A name may hold any bytes; the address leads to it all the same."""
    return quote(os.fsencode(path))


def _readable(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")

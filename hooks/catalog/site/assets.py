"""What pages load: one style sheet, one script per tool, pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..publishing.addresses import fingerprinted
from ..publishing.data import Made
from .scripts import bundles
from .styles import style_sheet

FOLDER = "assets"


@dataclass(frozen=True, slots=True)
class Assets:
    """Everything that pages load, made once.

    Attributes:
        style_sheet: the path of the style sheet below the site's root.
        scripts: the path of each script, by the name of its entry module.
        contents: the content of all of them, by path.
    """

    style_sheet: str
    scripts: Mapping[str, str]
    contents: Mapping[str, str]


def make_assets(overrides: Path, local_rules: str) -> Assets:
    """Bundle styles and scripts of a project, with the rules of a municipality's colours."""
    sheet = style_sheet(overrides / "assets" / "stylesheets", local_rules)
    sheet_path = fingerprinted(f"{FOLDER}/stylesheets/website.css", sheet)
    scripts = bundles(overrides / "assets" / "javascripts")
    return Assets(
        style_sheet=sheet_path,
        scripts={name: path for name, (path, _) in scripts.items()},
        contents={sheet_path: sheet, **dict(scripts.values())},
    )


def pictures(overrides: Path) -> Iterator[Made]:
    """Yield the pictures of the frame."""
    folder = overrides / FOLDER / "images"
    for picture in sorted(folder.rglob("*")):
        if picture.is_file():
            path = f"{FOLDER}/images/{picture.relative_to(folder).as_posix()}"
            yield path, partial(picture.read_bytes)

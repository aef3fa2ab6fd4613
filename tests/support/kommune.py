"""Folders of municipalities for tests: the examples, and changed copies of them."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path

from book import TEMPLATES
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import load_catalog
from catalog.kommune.folder import Fassung, load_site
from catalog.site.assets import make_assets
from catalog.site.configuration import read_configuration
from catalog.site.website import Website

PROJECT = Path(__file__).parents[2]
CATALOGUE = PROJECT / "catalog.yml"
KOMMUNEN = Path(__file__).parents[1] / "kommune" / "kommunen"
AUENBRUECK = KOMMUNEN / "auenbrueck"
MULDENHAIN = KOMMUNEN / "muldenhain"
RUHRTAL = KOMMUNEN / "ruhrtal"
LAHNFELD = KOMMUNEN / "lahnfeld"
# What each released version promised: addresses that last, and folders that go on being built.
FREIGABEN = KOMMUNEN.parent / "freigaben"


@cache
def product() -> Catalog:
    """The catalogue of the product, read once."""
    return load_catalog(CATALOGUE)


def load_fassung(folder: Path | None = None, today: date | None = None) -> tuple[Catalog, Fassung]:
    """Load the catalogue with a municipality's folder on top, as the preview does after a change of the folder."""
    return load_site(CATALOGUE, folder, today, before=product())


def website_of(folder: Path | None = None, **variables: str) -> Website:
    """The site made in this process, for a test that asks for a few pages or for nothing but pages.

    Args:
        folder: the municipality's folder; without one, the neutral product.
        variables: what ``mkdocs.yml`` asks the environment for.
    """
    catalog, fassung = load_fassung(folder)
    configuration = read_configuration(PROJECT, variables)
    assets = make_assets(configuration.overrides, fassung.style_sheet)
    return Website(configuration, catalog, fassung, assets, TEMPLATES)


def copy_of(folder: Path, target: Path) -> Path:
    """Copy a folder so that a test can change it."""
    return Path(shutil.copytree(folder, target))


def change(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file, which has to contain it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_production(folder: Path) -> None:
    """Turn an example into what a real municipality would write."""
    for path in (*folder.glob("*.yml"), *folder.glob("seiten/*.md")):
        text = path.read_text(encoding="utf-8").replace(".example", ".de")
        path.write_text(text.replace("betrieb: demo", "betrieb: echt"), encoding="utf-8")

"""Build the site: everything a build makes, in order."""

import os
from collections.abc import Iterator
from pathlib import Path

from ..catalogue.entries import Catalog
from ..kommune.folder import Fassung, load_site
from ..pages.rendering import COMPILED, CompiledTemplates
from ..publishing.replacing import replaced_folder
from .assets import make_assets
from .configuration import Configuration
from .sitemap import sitemap
from .website import Content, Website


def build(configuration: Configuration, target: Path) -> None:
    """Build the site into a folder; a former site stays until the new one is whole.

    Files that do not change keep their time stamps, so that whoever copies the site copies little.

    Raises:
        CatalogError: the catalogue, a text or the municipality's folder has problems; all of them.
        NotReplaced: another build is under way.
    """
    with replaced_folder(target) as new:
        write_site(configuration, new, former=target)


def write_site(configuration: Configuration, target: Path, former: Path | None = None) -> None:
    """Write the site into an empty folder; see ``build``."""
    for path, content in site_files(configuration):
        _write(target / path, former / path if former else None, content)


def site_files(configuration: Configuration) -> Iterator[Content]:
    """Yield path and content of every file of the site, in a fixed order.

    Raises:
        CatalogError: see ``build``; all problems come before the first file.
    """
    website = checked(configuration, *load_site(configuration.project / "catalog.yml", configuration.kommune))
    yield from website.files()
    yield from website.pages()
    yield from sitemap(website)


def checked(configuration: Configuration, catalog: Catalog, fassung: Fassung) -> Website:
    """Return the site of a copy once it is known that it can be built.

    Raises:
        CatalogError: a text or a link leads nowhere; with all places.
    """
    assets = make_assets(configuration.overrides, fassung.style_sheet)
    website = Website(configuration, catalog, fassung, assets, CompiledTemplates(COMPILED))
    website.check()
    return website


def _write(path: Path, former: Path | None, content: str | bytes) -> None:
    """Write a file, or link the former one where nothing has changed."""
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    if not (former and _holds(former, data) and _linked(former, path)):
        path.write_bytes(data)


def _linked(former: Path, path: Path) -> bool:
    """Give a file a second name; tell whether the disk can do that."""
    try:
        os.link(former, path)
    except OSError:
        return False
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False

"""The site as the files stand right now: one page at a time, made when it is asked for."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from ..catalogue.entries import Catalog
from ..kommune.folder import Fassung, load_site
from ..pages.rendering import COMPILED, CompiledTemplates
from .assets import Assets, make_assets
from .configuration import Configuration, read_configuration
from .website import Website

Stamp = tuple[tuple[str, int, int], ...]


class Preview:
    """Answers with what the files say now, and reads only what has changed since the last answer.

    Args:
        project: the folder with ``mkdocs.yml``.
    """

    def __init__(self, project: Path) -> None:
        self._project = project
        self._lock = Lock()
        self._stamp: Stamp = ()
        self._assets: tuple[Stamp, Assets] | None = None
        self._website: Website | None = None
        self._error: Exception | None = None
        self._catalog: Catalog | None = None
        self._compiled = CompiledTemplates(COMPILED)
        self._configuration: tuple[Stamp, Configuration] | None = None

    def stamp(self) -> Stamp:
        """Return what tells one state of the files from another."""
        configuration = self.configuration
        folders = [configuration.content, configuration.overrides, self._project / "hooks" / "catalog"]
        if configuration.kommune:
            folders.append(configuration.kommune)
        files = [self._project / "catalog.yml", self._project / "mkdocs.yml"]
        return tuple(_stamps([*files, *folders]))

    @property
    def configuration(self) -> Configuration:
        """The settings as they are now."""
        stamp = tuple(_stamps([self._project / "mkdocs.yml"]))
        if self._configuration is None or self._configuration[0] != stamp:
            self._configuration = stamp, read_configuration(self._project)
        return self._configuration[1]

    def content(self, path: str) -> str | bytes:
        """Return the content of a file of the site.

        Raises:
            CatalogError: something in the files is wrong.
            NoSuchFile: there is no such file.
        """
        with self._lock:
            return self._current().content(path)

    def not_found(self) -> str:
        """Return the page for an address that does not exist."""
        with self._lock:
            return self._current().not_found()

    def _current(self) -> Website:
        stamp = self.stamp()
        if stamp != self._stamp:
            self._stamp, self._website, self._error = stamp, None, None
            try:
                self._website = self._made()
            except Exception as error:  # whatever it is, it is shown until it is mended
                self._error = error
        if self._website is None:
            assert self._error
            raise self._error
        return self._website

    def _made(self) -> Website:
        configuration = self.configuration
        catalog, fassung = load_site(
            self._project / "catalog.yml", configuration.kommune, before=self._catalog
        )
        self._catalog = catalog
        assets = self._current_assets(configuration, fassung)
        return Website(configuration, catalog, fassung, assets, self._compiled)

    def _current_assets(self, configuration: Configuration, fassung: Fassung) -> Assets:
        """Bundle styles and scripts, unless they are as before."""
        stamp = (*_stamps([configuration.overrides]), (fassung.style_sheet, 0, 0))
        if self._assets is None or self._assets[0] != stamp:
            self._assets = stamp, make_assets(configuration.overrides, fassung.style_sheet)
        return self._assets[1]


def _stamps(places: list[Path]) -> Iterator[tuple[str, int, int]]:
    """Yield path, time and size of every file in some places."""
    for place in places:
        if place.is_dir():
            yield from _stamps_below(str(place))
        elif place.exists():
            yield _stamp(str(place), place.stat())


def _stamps_below(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as found:
        entries = [entry for entry in found if not entry.name.startswith((".", "__"))]
    for entry in sorted(entries, key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _stamps_below(entry.path)
        elif entry.is_file():
            yield _stamp(entry.path, entry.stat())


def _stamp(path: str, status: os.stat_result) -> tuple[str, int, int]:
    return path, status.st_mtime_ns, status.st_size

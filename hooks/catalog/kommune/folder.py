"""One copy of the site: the neutral product, or the folder of a municipality on top of it.

A folder holds ``kommune.yml`` and, as far as wanted, ``katalog.yml``,
``logo.svg`` and ``seiten/``.  The product itself is never touched.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from ..barrierefreiheit.report import read_report
from ..catalogue.entries import Catalog
from ..catalogue.load import load_catalog
from ..catalogue.overlay import FILE_NAME as LOCAL_FILE
from ..catalogue.overlay import LocalEntries
from ..model.settings import Settings
from ..reading.disk import kind_problem, listed
from ..reading.nodes import Written
from ..reading.problems import CatalogError, FolderError, Problem, closest
from ..reading.project import product_version
from . import placeholders
from .colours import Scheme, style_sheet
from .colours import schemes as read_schemes
from .files import FOLDER_FILES, LOGOS, brought_along, check_folder, own_files, typeface, typeface_problems
from .legal import complete, missing, too_good, with_land
from .own_pages import Seite, read_page
from .palette import STYLE_SHEETS
from .settings_file import FILE_NAME as SETTINGS_FILE
from .settings_file import nothing_is_yet_to_come, read_settings

NEUTRAL = Path(__file__).with_name("neutral")
LOCAL_CHANGES = "oertliche-aenderungen"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fassung:
    """Everything that makes one copy of the site differ from another, its entries aside."""

    written: Written
    settings: Settings
    version: str
    oertlich: bool
    seiten: tuple[Seite, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()
    style_sheet: str = ""

    def local_pages(self) -> list[tuple[str, str]]:
        """Return title and path of every page that only this copy has, as its navigation lists them."""
        own = [(seite.titel, seite.path) for seite in self.seiten]
        return [*own, ("Örtliche Änderungen", LOCAL_CHANGES)]

    @property
    def kontakt(self) -> str:
        """Where proposals go by mail; a demonstration has nobody who reads them."""
        return "" if self.settings.demo else self.settings.impressum.email

    @property
    def logo(self) -> str | None:
        """The path of the municipality's logo below the site's root."""
        return next((path for path, _ in self.files if path in LOGOS), None)


def load_site(
    catalog: Path, folder: Path | None = None, today: date | None = None, before: Catalog | None = None
) -> tuple[Catalog, Fassung]:
    """Load the catalogue and one copy of the site.

    Args:
        catalog: the catalogue's file.
        folder: the municipality's folder; without one, the neutral product.
        today: the last day that anything can be dated; without one, that of the clock.
        before: what the catalogue's file gave some time ago, see ``load_catalog``.

    Raises:
        CatalogError: with the problems of all files at once.
    """
    attempt = _Attempt()
    fassung = attempt(partial(read_fassung, folder))
    own = folder / LOCAL_FILE if folder else None
    entries = attempt(partial(Written.read, own)) if own and not kind_problem(own) else None
    ohne = fassung.settings.website.ausblenden if fassung else ()
    local = LocalEntries(entries, ohne) if entries or ohne else None
    loaded = attempt(partial(load_catalog, catalog, local, before))
    if fassung and not fassung.settings.demo:
        attempt(partial(_check_placeholders, fassung, entries))
    if loaded and fassung:
        fassung = replace(fassung, settings=with_land(fassung.settings, loaded))
    if loaded and fassung and folder:
        attempt(partial(_check_days, fassung, loaded, today or date.today()))
        attempt(partial(_refuse, fassung.written.name, _missing_or_too_good(fassung)))
    attempt.finish()
    assert loaded is not None
    assert fassung is not None
    return loaded, fassung


def read_fassung(folder: Path | None = None) -> Fassung:
    """Read everything in a folder but its entries; without a folder, the neutral product.

    Raises:
        CatalogError: with the problems of all files at once.
    """
    chosen = folder or NEUTRAL
    if problem := _settings_problem(chosen):
        raise CatalogError(str(chosen), [Problem(0, problem)])
    schemes = product_schemes()
    attempt = _Attempt()
    attempt(partial(check_folder, chosen))
    written = attempt(partial(Written.read, chosen / SETTINGS_FILE))
    report = read_report()
    values = attempt(partial(read_settings, written, schemes, report)) if written else None
    own = attempt(partial(own_files, chosen)) or []
    pages = [attempt(partial(read_page, path)) for path in own if path.suffix == ".md"]
    files = attempt(lambda: tuple(brought_along(chosen, own)))
    if written and values and files is not None:
        attempt(partial(_refuse, written.name, typeface_problems(written, values, files)))
    attempt.finish()
    assert written is not None
    assert values is not None
    return Fassung(
        written=written,
        settings=complete(values, report),
        version=product_version(),
        oertlich=folder is not None,
        seiten=tuple(page for page in pages if page),
        files=files or (),
        style_sheet=style_sheet(schemes, values.farben.hell, values.farben.dunkel) + typeface(values.schrift),
    )


class _Attempt:
    """Runs steps and collects their problems, so that an editor sees all of them."""

    def __init__(self) -> None:
        self._errors: list[CatalogError] = []

    def __call__(self, step: Callable[[], T]) -> T | None:
        try:
            return step()
        except FolderError as error:
            self._errors += error.errors
        except CatalogError as error:
            self._errors.append(error)
        return None

    def finish(self) -> None:
        if self._errors:
            raise FolderError(self._errors)


def product_schemes() -> tuple[Scheme, Scheme]:
    """Return the light and the dark scheme of the product."""
    return read_schemes((STYLE_SHEETS / "farben.css").read_text(encoding="utf-8"))


def _settings_problem(folder: Path) -> str:
    """Say why a folder has no settings; empty if it has."""
    names = [path.name for path in listed(folder)]
    if SETTINGS_FILE not in names:
        other = closest(SETTINGS_FILE, set(names) - FOLDER_FILES)
        hint = f" „{other}“ müsste genau so heißen, klein geschrieben und ohne Zusatz." if other else ""
        return f"Hier fehlt die Datei {SETTINGS_FILE}.{hint}"
    problem = kind_problem(folder / SETTINGS_FILE)
    return f"„{SETTINGS_FILE}“ {problem}" if problem else ""


def _check_placeholders(fassung: Fassung, entries: Written | None) -> None:
    """Make sure that nothing is still to be filled in beside the settings."""
    attempt = _Attempt()
    if entries:
        attempt(partial(_refuse, LOCAL_FILE, placeholders.in_entries(entries)))
    for seite in fassung.seiten:
        name = f"seiten/{seite.path.rpartition('/')[2]}.md"
        attempt(partial(_refuse, name, placeholders.in_page(seite)))
    attempt.finish()


def _refuse(name: str, problems: Iterable[Problem]) -> None:
    if listed := list(problems):
        raise CatalogError(name, listed)


def _missing_or_too_good(fassung: Fassung) -> Iterator[Problem]:
    yield from missing(fassung.settings, fassung.written)
    if not fassung.settings.demo:
        yield from too_good(fassung.settings, fassung.written)


def _check_days(fassung: Fassung, catalog: Catalog, today: date) -> None:
    """Make sure that nothing is dated in the future; a clock that is slow does no harm."""
    latest = max(today.isoformat(), catalog.file.stand)
    _refuse(fassung.written.name, nothing_is_yet_to_come(fassung.settings, fassung.written, latest))

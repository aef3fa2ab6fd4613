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

from ..catalogue.entries import Catalog
from ..catalogue.load import load_catalog
from ..catalogue.overlay import FILE_NAME as LOCAL_FILE
from ..catalogue.overlay import LocalEntries
from ..model.settings import Settings
from ..reading.nodes import Written
from ..reading.problems import CatalogError, FolderError, Problem, did_you_mean
from ..reading.project import PROJECT, product_version
from . import placeholders
from .colours import schemes as read_schemes
from .colours import style_sheet
from .legal import complete, missing, with_land
from .own_pages import SECTION, Seite, read_page
from .settings_file import FILE_NAME as SETTINGS_FILE
from .settings_file import nothing_is_yet_to_come, read_settings
from .svg import svg_file_problems

NEUTRAL = Path(__file__).with_name("neutral")
LOGO = "assets/images/logo.svg"
LOCAL_CHANGES = "oertliche-aenderungen"
FOLDER_FILES = frozenset({SETTINGS_FILE, LOCAL_FILE, "logo.svg", "seiten"})
# What belongs to a repository rather than to the site.
IGNORED = (".", "LICENSE", "LIESMICH", "README")
_MEDIA = frozenset({".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".webp"})
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
        return next((path for path, _ in self.files if path == LOGO), None)


def load_site(
    catalog: Path, folder: Path | None = None, today: date | None = None, before: Written | None = None
) -> tuple[Catalog, Fassung]:
    """Load the catalogue and one copy of the site.

    Args:
        catalog: the catalogue's file.
        folder: the municipality's folder; without one, the neutral product.
        today: the last day that anything can be dated; without one, that of the clock.
        before: what was written in the catalogue's file some time ago, see ``load_catalog``.

    Raises:
        CatalogError: with the problems of all files at once.
    """
    attempt = _Attempt()
    fassung = attempt(partial(read_fassung, folder))
    own = folder / LOCAL_FILE if folder else None
    entries = attempt(partial(Written.read, own)) if own and own.is_file() else None
    loaded = attempt(partial(load_catalog, catalog, LocalEntries(entries) if entries else None, before))
    if fassung and not fassung.settings.demo:
        attempt(partial(_check_placeholders, fassung, entries))
    if loaded and fassung:
        fassung = replace(fassung, settings=with_land(fassung.settings, loaded))
    if loaded and fassung and folder:
        attempt(partial(_check_gremium, fassung, loaded))
        attempt(partial(_check_days, fassung, loaded, today or date.today()))
        attempt(partial(_refuse, fassung.written.name, missing(fassung.settings, fassung.written)))
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
    if not (chosen / SETTINGS_FILE).is_file():
        raise CatalogError(str(chosen), [Problem(0, f"Hier fehlt die Datei {SETTINGS_FILE}.")])
    schemes = read_schemes(_product_colours())
    attempt = _Attempt()
    attempt(partial(_check_folder, chosen))
    written = attempt(partial(Written.read, chosen / SETTINGS_FILE))
    values = attempt(partial(read_settings, written, schemes)) if written else None
    pages = [attempt(partial(read_page, path)) for path in sorted(chosen.glob("seiten/*.md"))]
    files = attempt(lambda: tuple(_files(chosen)))
    attempt.finish()
    assert written is not None
    assert values is not None
    return Fassung(
        written=written,
        settings=complete(values),
        version=product_version(),
        oertlich=folder is not None,
        seiten=tuple(page for page in pages if page),
        files=files or (),
        style_sheet=style_sheet(schemes, values.farben.hell, values.farben.dunkel),
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


def _product_colours() -> str:
    return (PROJECT / "overrides/assets/stylesheets/farben.css").read_text(encoding="utf-8")


def _check_folder(folder: Path) -> None:
    unknown = sorted(
        path.name
        for path in folder.iterdir()
        if path.name not in FOLDER_FILES and not path.name.startswith(IGNORED)
    )
    if unknown:
        allowed = ", ".join(sorted(FOLDER_FILES))
        problems = [
            Problem(0, f"„{name}“ wird nicht gebraucht. Möglich sind: {allowed}.") for name in unknown
        ]
        raise CatalogError(folder.name, problems)


def _check_gremium(fassung: Fassung, catalog: Catalog) -> None:
    """Make sure that the Musterantrag knows how to decline the name of the municipality's body."""
    known = [gremium.titel for gremium in catalog.file.musterantrag.gremien]
    written = fassung.settings.kommune.gremium
    if written in known:
        return
    kommune = fassung.written.root.child("kommune")
    hint = did_you_mean(written, known) or f" Möglich sind: {', '.join(known)}."
    problem = Problem(
        kommune.key_lines["gremium"] if kommune else 0,
        f"Kommune: „gremium“: „{written}“ kennt der Musterantrag nicht.{hint}",
    )
    raise CatalogError(fassung.written.name, [problem])


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


def _check_days(fassung: Fassung, catalog: Catalog, today: date) -> None:
    """Make sure that nothing is dated in the future; a clock that is slow does no harm."""
    latest = max(today.isoformat(), catalog.file.stand)
    _refuse(fassung.written.name, nothing_is_yet_to_come(fassung.settings, fassung.written, latest))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield what is copied as it is: the logo, and pictures and documents beside the pages."""
    problems = []
    for path in sorted(folder.glob("seiten/*")):
        if path.suffix.lower() in _MEDIA:
            problems += [f"seiten/{path.name}: {problem}" for problem in svg_file_problems(path)]
            yield f"{SECTION}/{path.name}", path
        elif path.suffix != ".md" and not path.name.startswith("."):
            problems.append(f"seiten/{path.name}: Diese Art von Datei wird nicht veröffentlicht")
    logo = folder / "logo.svg"
    if logo.is_file():
        problems += [f"logo.svg: {problem}" for problem in svg_file_problems(logo)]
        yield LOGO, logo
    if problems:
        raise CatalogError(folder.name, [Problem(0, f"{problem}.") for problem in problems])

"""One copy of the site: the neutral product, or the folder of a municipality on top of it.

A folder holds ``kommune.yml`` and, as far as wanted, ``katalog.yml``,
``logo.svg`` and ``seiten/``.  The product itself is never touched.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeVar
from xml.etree import ElementTree

from pydantic import StringConstraints

from . import farben, local, settings
from .entries import Catalog
from .load import load_catalog
from .local import LocalEntries
from .model import Entry, Titel
from .problems import CatalogError, FolderError, Problem, did_you_mean
from .settings import Settings, load_settings
from .source import read_nodes, read_text
from .validation import validate

PROJECT = Path(__file__).resolve().parents[2]
NEUTRAL = Path(__file__).with_name("neutral")
LOGO = "assets/images/logo.svg"
COLOURS = "assets/stylesheets/kommune.css"
SECTION = "vor-ort"
LOCAL_CHANGES = "oertliche-aenderungen.md"
FOLDER_FILES = frozenset({settings.FILE_NAME, local.FILE_NAME, "logo.svg", "seiten"})
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
_LOGO_LIMIT = 200_000

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?\n)---\n", re.DOTALL)
_PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
_HEADING = re.compile(r"^# (?P<title>[^\n{]+)", re.MULTILINE)
# What would run a program, load something foreign or be refused by the Content Security Policy.
_UNSAFE = re.compile(
    r"<\s*/?\s*(?:script|style|iframe|object|embed|form|link|meta|base)\b|\bstyle\s*=\s*[\"']|"
    r"<[^>]*\bon[a-z]+\s*=|\{[^}]*\b(?:on[a-z]+|style)\s*=|(?:java|vb)script:|!\[[^\]]*\]\(\s*<?(?:https?:)?//|\bsrc\s*=\s*[\"']?(?:https?:)?//",
    re.IGNORECASE,
)

T = TypeVar("T")


class Seitenkopf(Entry):
    """The front matter of a municipality's own page."""

    title: Titel | None = None
    description: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = None


@dataclass(frozen=True, slots=True)
class Seite:
    """A municipality's own page."""

    path: str
    titel: str
    beschreibung: str
    text: str


@dataclass(frozen=True, slots=True)
class Fassung:
    """Everything that makes one copy of the site differ from another, its entries aside."""

    settings: Settings
    version: str
    oertlich: bool
    seiten: tuple[Seite, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()
    style_sheet: str = ""

    def for_templates(self, stand: str) -> dict[str, Any]:
        """Return what header and footer say about this copy, as plain data for any engine."""
        return {
            "demo": self.settings.demo,
            "oertlich": self.oertlich,
            "version": self.version,
            "stand": stand,
            "betreiber": self.settings.kommune.bezeichnung,
            "barrieren": self.settings.barrierefreiheit.kontakt.email,
            "logo": self.logo or "",
        }

    @property
    def kontakt(self) -> str:
        """Where proposals go by mail; a demonstration has nobody who reads them."""
        return "" if self.settings.demo else self.settings.impressum.email

    @property
    def logo(self) -> str | None:
        """The path of the municipality's logo below the site's root."""
        return next((path for path, _ in self.files if path == LOGO), None)


def load_site(catalog: Path, folder: Path | None = None) -> tuple[Catalog, Fassung]:
    """Load the catalogue and one copy of the site.

    Raises:
        CatalogError: with the problems of all files at once.
    """
    attempt = _Attempt()
    fassung = attempt(partial(read_fassung, folder))
    own = folder / local.FILE_NAME if folder else None
    entries = attempt(partial(LocalEntries.read, own)) if own and own.is_file() else None
    loaded = attempt(partial(load_catalog, catalog, entries))
    if loaded and fassung and folder:
        attempt(partial(_check_body, fassung, loaded, folder))
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
    if not (chosen / settings.FILE_NAME).is_file():
        raise CatalogError(str(chosen), [Problem(0, f"Hier fehlt die Datei {settings.FILE_NAME}.")])
    schemes = farben.schemes(_product_colours())
    attempt = _Attempt()
    attempt(partial(_check_folder, chosen))
    values = attempt(partial(load_settings, chosen / settings.FILE_NAME, schemes))
    pages = [attempt(partial(read_page, path)) for path in sorted(chosen.glob("seiten/*.md"))]
    files = attempt(lambda: tuple(_files(chosen)))
    attempt.finish()
    assert values is not None
    return Fassung(
        settings=values,
        version=product_version(),
        oertlich=folder is not None,
        seiten=tuple(page for page in pages if page),
        files=files or (),
        style_sheet=farben.style_sheet(schemes, values.farben.hell, values.farben.dunkel),
    )


def local_navigation(fassung: Fassung) -> list[dict[str, Any]]:
    """Return the navigation's further group in a municipality's copy."""
    own: list[dict[str, str]] = [{seite.titel: seite.path} for seite in fassung.seiten]
    return [{fassung.settings.kommune.name: [*own, {"Örtliche Änderungen": LOCAL_CHANGES}]}]


def product_version() -> str:
    """Return the version of the product, which is written down in one place only."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def read_page(path: Path) -> Seite:
    """Read a municipality's own page.

    Raises:
        CatalogError: the page has no heading, or something in it is not allowed.
    """
    text = read_text(path).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    head = _read_head(front["head"], path.name) if front else Seitenkopf()
    heading = _HEADING.search(body)
    problems = list(_unsafe_places(text))
    if not _PAGE_NAME.fullmatch(path.name):
        problems.append(
            Problem(
                0, "Der Dateiname wird zur Adresse: nur Kleinbuchstaben ohne Umlaute, Ziffern, Bindestriche."
            )
        )
    if not heading:
        problems.append(Problem(0, "Die Seite braucht eine Überschrift: eine Zeile, die mit „# “ beginnt."))
    if problems:
        raise CatalogError(f"seiten/{path.name}", problems)
    title = head.title or (heading["title"].strip() if heading else "")
    return Seite(f"{SECTION}/{path.name}", title, head.description or title, body.strip())


def check_svg(text: str) -> Iterator[str]:
    """Yield what keeps an SVG image from being shown as a logo."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield "DOCTYPE und ENTITY sind nicht erlaubt"
        return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        yield "die Datei ist kein gültiges SVG"
        return
    for element in root.iter():
        yield from _svg_problems(element)


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


def _check_body(fassung: Fassung, catalog: Catalog, folder: Path) -> None:
    """Make sure that the motion knows how to decline the name of the municipality's body."""
    known = [body.titel for body in catalog.file.musterantrag.gremien]
    written = fassung.settings.kommune.gremium
    if written in known:
        return
    kommune = read_nodes(read_text(folder / settings.FILE_NAME), settings.FILE_NAME).child("kommune")
    hint = did_you_mean(written, known) or f" Möglich sind: {', '.join(known)}."
    problem = Problem(
        kommune.key_lines["gremium"] if kommune else 0,
        f"Kommune: „gremium“: „{written}“ kennt der Musterantrag nicht.{hint}",
    )
    raise CatalogError(settings.FILE_NAME, [problem])


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield what is copied as it is: the logo, and pictures and documents beside the pages."""
    problems = []
    for path in sorted(folder.glob("seiten/*")):
        if path.suffix.lower() in MEDIA:
            problems += [f"seiten/{path.name}: {problem}" for problem in _svg_file_problems(path)]
            yield f"{SECTION}/{path.name}", path
        elif path.suffix != ".md" and not path.name.startswith("."):
            problems.append(f"seiten/{path.name}: Diese Art von Datei wird nicht veröffentlicht")
    logo = folder / "logo.svg"
    if logo.is_file():
        problems += [f"logo.svg: {problem}" for problem in _svg_file_problems(logo)]
        yield LOGO, logo
    if problems:
        raise CatalogError(folder.name, [Problem(0, f"{problem}.") for problem in problems])


def _svg_file_problems(path: Path) -> Iterator[str]:
    if path.suffix.lower() != ".svg":
        return
    if path.stat().st_size > _LOGO_LIMIT:
        yield f"die Datei ist größer als {_LOGO_LIMIT // 1000} Kilobyte"
        return
    yield from check_svg(path.read_text(encoding="utf-8", errors="replace"))


def _svg_problems(element: Any) -> Iterator[str]:
    name = _local_name(element.tag)
    if name in {"script", "foreignObject"}:
        yield f"das Element „{name}“ ist nicht erlaubt"
    for key, value in element.attrib.items():
        attribute = _local_name(key)
        if attribute.startswith("on"):
            yield f"das Attribut „{attribute}“ ist nicht erlaubt"
        if attribute in {"href", "src"} and not value.startswith(("#", "data:image/")):
            yield f"„{value}“ verweist auf eine andere Adresse"


def _local_name(name: str) -> str:
    return name.rpartition("}")[2]


def _read_head(text: str, name: str) -> Seitenkopf:
    return validate(Seitenkopf, read_nodes(f"# Kopf\n{text}", f"seiten/{name}"), f"seiten/{name}")


def _unsafe_places(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _UNSAFE.search(line):
            yield Problem(
                number,
                f"„{match[0]}“ ist hier nicht möglich: Eigene Seiten enthalten keine Programme, keine eigenen "
                "Formate und nichts von fremden Adressen.",
            )

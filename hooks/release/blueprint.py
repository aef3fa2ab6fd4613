"""What of the neutral package depends on a municipality's settings, and how.

The page “Ihre Fassung” makes a finished site of both, in the browser.  Nobody has to write down what depends
on what: the build runs again with marks for answers, and whatever differs then is the plan.  Conditions are
found the same way, by building with one thing changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from catalog.catalogue.entries import Catalog
from catalog.kommune.colours import Scheme, style_sheet
from catalog.kommune.folder import Fassung, product_schemes
from catalog.site.configuration import Configuration

from .changes import Change, changes
from .marked import COLOURS, MARKS, ORIGIN, PATH, Marked, facts
from .marks import Part, mark
from .server import Copy, beside_site, inside_site

FILE = "server/bauplan.json"
_SITE = "website/"
_LIST = f"{_SITE}sitemap.xml"
_ANTRAG = "musterantrag/index.html"
# Colours that are found again in the rules made of them.
_LIGHT, _DARK = "#7a1fa3", "#c9a1e8"


def blueprint(
    package: Mapping[str, bytes], configuration: Configuration, catalog: Catalog, neutral: Fassung, copy: Copy
) -> dict[str, Any]:
    """Return the plan of a package for web servers.

    Args:
        package: the files of the neutral one.
        configuration: with which it was built.
        catalog: the product's.
        neutral: the copy that it shows.
        copy: what the files around the site say of it.
    """
    plan = _Plan(package)
    marked = Marked.of(catalog, configuration, neutral)
    pages = marked.pages()
    always = marked.files(pages)
    for path, lines in always.items():
        plan.note(_SITE + path, "", changes(plan.lines_of(_SITE + path), lines))
    unaffected = marked.same_as({path: plan.lines_of(_SITE + path) for path in always}, pages)
    for condition, changed in marked.conditions():
        for path, lines in changed.files(unaffected).items():
            plan.note(_SITE + path, condition, changes(always[path], lines))
    for condition, found in marked.choices(always[_ANTRAG]):
        plan.note(_SITE + _ANTRAG, condition, found)
    for path, condition, lines in _around(copy):
        plan.note(path, "", [(0, len(plan.lines_of(path)), [])])
        plan.note(path, condition, [(0, 0, lines)])
    sheet = next(path for path in package if path.startswith(f"{_SITE}assets/stylesheets/"))
    plan.note(sheet, "farben=eigene", changes(plan.lines_of(sheet), _coloured(plan.lines_of(sheet))))
    return {
        "form": 1,
        "version": copy.version,
        "stand": copy.stand,
        "stil": sheet,
        "gepackt": {f"{_LIST}.gz": _LIST},
        "antrag": facts(catalog),
        "dateien": plan.files,
        "zeilen": plan.texts(),
    }


@dataclass(slots=True)
class _Plan:
    """Collects changes of files; every line is written once."""

    package: Mapping[str, bytes]
    files: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def lines_of(self, path: str) -> list[str]:
        """Return the lines of a file of the package; none if it has no such file."""
        return self.package[path].decode().split("\n") if path in self.package else []

    def note(self, path: str, condition: str, found: Iterable[Change]) -> None:
        """Note by which lines a file changes under a condition; the empty one always holds."""
        numbered = [[at, gone, [self._number(line) for line in come]] for at, gone, come in found]
        if numbered:
            self.files.setdefault(path, {})[condition] = numbered

    def texts(self) -> list[list[Part]]:
        """Return the lines, with their marks."""
        return [MARKS.split(line) for line in self.numbers]

    def _number(self, line: str) -> int:
        return self.numbers.setdefault(line, len(self.numbers))


def _around(copy: Copy) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the files that administrators need: path, condition, lines."""
    for operation, contact in (("demo", ""), ("echt", mark("kontakt"))):
        for place, path in (("wurzel", "/"), ("ordner", PATH)):
            marked = replace(copy, address=f"{ORIGIN}{path}", contact=contact)
            inside = [(f"{_SITE}{name}", text) for name, text in inside_site(marked)]
            for name, text in (*inside, *beside_site(marked)):
                yield name, f"betrieb={operation} ort={place}", text.split("\n")


def _coloured(lines: list[str]) -> list[str]:
    """Return the style sheet with a municipality's colours, as marks, where its rules stand."""
    light, dark = schemes = product_schemes()
    rules = style_sheet(schemes, _LIGHT, _DARK)
    found = [*_both(light, _LIGHT), *_both(dark, _DARK)]
    for name, colour in zip(COLOURS, found, strict=True):
        rules = rules.replace(colour, mark(name))
    return [*lines[:-2], *rules.splitlines(), *lines[-2:]]


def _both(scheme: Scheme, colour: str) -> tuple[str, str]:
    return colour, scheme.strong(colour)

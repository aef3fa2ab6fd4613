"""Two built sites → which pages and files differ."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .pages import Page, read_page
from .wording import Place, places

# Whoever edits the catalogue changes its source view as well; what visitors read comes first.
_SOURCE = "quelltext/"


class NoSite(Exception):
    """A folder holds no site; the message says so, in German."""


@dataclass(frozen=True, slots=True)
class Named:
    """A page by its path below the root of its site, and its title."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Changed(Named):
    """A page that says something else; without places, it is put together in another way."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two sites.

    Attributes:
        changed: pages that say something else, those first that have most of their own.
        repeated: pages on which nothing differs but what a page before them shows as well.
        rebuilt: pages that say the same, with other links within the site or in another structure.
        framed: pages that differ only around their content.
        new: pages that are new.
        gone: pages that are gone.
        files: other files that differ, are new or gone.
    """

    changed: tuple[Changed, ...]
    repeated: tuple[Changed, ...]
    rebuilt: tuple[Changed, ...]
    framed: tuple[Named, ...]
    new: tuple[Named, ...]
    gone: tuple[Named, ...]
    files: tuple[str, ...]


def compare(before: Path, after: Path) -> Comparison:
    """Compare two sites, page by page.

    Raises:
        NoSite: one of them is none.
    """
    old, new = _files(before), _files(after)
    both = [path for path in old if path in new and old[path].read_bytes() != new[path].read_bytes()]
    alone = [path for path in (*old, *new) if (path in old) != (path in new)]
    pages = [(path, _page(old[path]), _page(new[path])) for path in both if _is_page(path)]
    different = [
        Changed(path, later.title, tuple(dict.fromkeys(places(former.texts, later.texts))))
        for path, former, later in pages
        if former.main != later.main
    ]
    changed, repeated = _without_repetition([page for page in different if page.places])
    return Comparison(
        changed=changed,
        repeated=repeated,
        rebuilt=tuple(page for page in different if not page.places),
        framed=tuple(
            Named(path, later.title)
            for path, former, later in pages
            if former.main == later.main and former.html != later.html
        ),
        new=tuple(_named(new, old)),
        gone=tuple(_named(old, new)),
        files=tuple(sorted(path for path in (*both, *alone) if not _is_page(path))),
    )


def _without_repetition(pages: list[Changed]) -> tuple[tuple[Changed, ...], tuple[Changed, ...]]:
    """Part the pages that show a change first from those that only show it again, such as lists."""
    often = Counter(place for page in pages for place in page.places)

    def telling(page: Changed) -> tuple[bool, int]:
        return page.path.startswith(_SOURCE), -sum(often[place] == 1 for place in page.places)

    shown: set[Place] = set()
    changed: list[Changed] = []
    repeated: list[Changed] = []
    for page in sorted(pages, key=telling):
        (repeated if shown.issuperset(page.places) else changed).append(page)
        shown.update(page.places)
    return tuple(changed), tuple(repeated)


def _files(site: Path) -> dict[str, Path]:
    files = {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    if "index.html" not in files:
        raise NoSite(f"Im Ordner {site} liegt keine gebaute Website.")
    return files


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _page(path: Path) -> Page:
    # Bytes that are no text stay different from each other.
    return read_page(path.read_text(encoding="utf-8", errors="backslashreplace"))


def _named(here: dict[str, Path], there: dict[str, Path]) -> Iterator[Named]:
    """Yield the pages that only one of two sites has."""
    for path, file in here.items():
        if path not in there and _is_page(path):
            yield Named(path, _page(file).title)

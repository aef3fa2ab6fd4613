"""Lists that are too long for one page: the first piece stands where it belongs, the rest on pages of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.kinds import KINDS
from ..reading.names import as_name
from .entries import Catalog, Eintrag
from .laender import checked, places
from .overviews import all_beispiele, filtered_beispiele

ENTRIES_PER_PAGE = 150


@dataclass(frozen=True, slots=True)
class Listenseite:
    """One of the further pages of a long list.

    Attributes:
        path: where the page is.
        home: the page on which the list begins.
        number: from 2 on.
        last: the number of the last page.
    """

    path: str
    home: str
    title: str
    number: int
    last: int
    entries: tuple[Eintrag, ...]


def further_path(path: str, number: int) -> str:
    """Return the path of a further page of the list that a path stands for."""
    return f"{path.removesuffix('/index')}/seite-{number}"


def terms(catalog: Catalog) -> list[Eintrag]:
    """Return the glossary as it is listed: by the alphabet."""
    return sorted(catalog.all("glossar"), key=lambda entry: as_name(entry.titel))


def proofs(catalog: Catalog) -> list[Eintrag]:
    """Return the sources that prove statements of ours."""
    return [entry for entry in catalog.all("quellen") if entry.data.art == "Beleg"]


def further_pages(catalog: Catalog) -> Iterator[Listenseite]:
    """Yield every further page of every list that is too long."""
    yield from _pieces("beispiele/index", "beispiele/index", "Beispiele", all_beispiele(catalog).beispiele)
    for overview in filtered_beispiele(catalog):
        yield from _pieces(overview.path, overview.path, overview.title, overview.beispiele)
    yield from _pieces("glossar/index", "glossar/index", "Glossar", terms(catalog))
    yield from _pieces("quellen/index", "quellen/index", "Quellen", proofs(catalog))
    yield from _pieces("vorlagen/index", "vorlagen/index", "Vorlagen", catalog.all("vorlagen"))
    yield from _pieces("leitfaeden/index", "leitfaeden/index", "Leitfäden", catalog.all("leitfaeden"))
    yield from _pieces(
        "unterstuetzung/index", "unterstuetzung/index", "Bundesweite Stellen", places(catalog)["bundesweit"]
    )
    old = checked(catalog)["alte_stellen"]
    yield from _pieces("quellen/pruefstand", "quellen/pruefstand", "Ältere Belege von Anlaufstellen", old)
    for entry in catalog:
        for key, linked in entry.links.items():
            title = f"{entry.titel}: {KINDS[key].mehrzahl}"
            yield from _pieces(f"{entry.path}/{key}", entry.path, title, linked)


def _pieces(path: str, home: str, title: str, entries: Sequence[Eintrag]) -> Iterator[Listenseite]:
    last = -(-len(entries) // ENTRIES_PER_PAGE)
    for number in range(2, last + 1):
        piece = tuple(entries[(number - 1) * ENTRIES_PER_PAGE : number * ENTRIES_PER_PAGE])
        yield Listenseite(further_path(path, number), home, title, number, last, piece)

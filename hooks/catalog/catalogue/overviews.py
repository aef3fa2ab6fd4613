"""Views across entries: the relation matrix and the filters of the examples."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.base import KOMMUNENARTEN, LAENDER
from .entries import Catalog, Eintrag

KUERZEL = dict(zip(LAENDER, "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split(), strict=True))
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "-"})


def slug(name: str) -> str:
    """Return the address part for a Land or a kind of municipality."""
    return name.lower().translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Choice:
    """One link of a filter: its label, how many examples it leads to, whether it is chosen."""

    label: str
    value: str
    path: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One row of choices, for example all Länder."""

    key: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A list of examples with the filters that lead to other lists."""

    path: str
    title: str
    beispiele: tuple[Eintrag, ...]
    filters: tuple[Filter, ...]

    @property
    def count(self) -> str:
        """The number of examples in words."""
        return "1 Beispiel" if len(self.beispiele) == 1 else f"{len(self.beispiele)} Beispiele"


def laender(beispiel: Eintrag) -> list[str]:
    """Return the Länder an example belongs to, each once."""
    return list(dict.fromkeys(kommune.land for kommune in beispiel.data.kommunen))


def arten(beispiel: Eintrag) -> list[str]:
    """Return the kinds of municipality an example belongs to, each once."""
    return list(dict.fromkeys(kommune.art for kommune in beispiel.data.kommunen))


def all_beispiele(catalog: Catalog) -> Overview:
    """Return the list of all examples."""
    groups = _groups(catalog)
    return Overview("beispiele/index", "Beispiele", _by_municipality(catalog), _filters(groups, ""))


def filtered_beispiele(catalog: Catalog) -> Iterator[Overview]:
    """Yield one list per Land, kind of municipality and recommendation that has examples."""
    groups = _groups(catalog)
    for group in groups:
        if group.beispiele:
            yield Overview(
                group.path, f"Beispiele: {group.label}", group.beispiele, _filters(groups, group.path)
            )


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A recommendation with its linked factors, and what it has nothing of."""

    empfehlung: Eintrag
    cells: tuple[tuple[Eintrag, bool], ...]
    gaps: tuple[str, ...]


def matrix(catalog: Catalog) -> list[MatrixRow]:
    """Return the relation matrix of recommendations and success factors."""
    kinds = {"stellschrauben": "keine Stellschraube", "fragen": "keine Frage im Kurz-Check"}
    rows = []
    for empfehlung in catalog.all("empfehlungen"):
        linked = empfehlung.linked("erfolgsfaktoren")
        cells = tuple((faktor, faktor in linked) for faktor in catalog.all("erfolgsfaktoren"))
        gaps = tuple(words for kind, words in kinds.items() if not empfehlung.linked(kind))
        rows.append(MatrixRow(empfehlung, cells, gaps))
    return rows


@dataclass(frozen=True, slots=True)
class _Group:
    key: str
    value: str
    label: str
    beispiele: tuple[Eintrag, ...]

    @property
    def path(self) -> str:
        return f"beispiele/{self.key}/{self.value}"


def _by_municipality(catalog: Catalog) -> tuple[Eintrag, ...]:
    return tuple(sorted(catalog.all("beispiele"), key=lambda e: slug(e.data.kommunen[0].name)))


def _groups(catalog: Catalog) -> list[_Group]:
    members: defaultdict[str, list[Eintrag]] = defaultdict(list)
    for beispiel in _by_municipality(catalog):
        for name in (
            *laender(beispiel),
            *arten(beispiel),
            *(e.path for e in beispiel.linked("empfehlungen")),
        ):
            members[name].append(beispiel)
    groups = [_Group("land", slug(land), land, tuple(members[land])) for land in LAENDER]
    groups += [_Group("art", slug(art), art, tuple(members[art])) for art in KOMMUNENARTEN]
    groups += [
        _Group("empfehlung", e.id, e.kurztitel, tuple(members[e.path])) for e in catalog.all("empfehlungen")
    ]
    return groups


def _filters(groups: list[_Group], chosen: str) -> tuple[Filter, ...]:
    labels = {"land": "Land", "art": "Art der Kommune", "empfehlung": "Empfehlung"}
    return tuple(
        Filter(
            key,
            label,
            tuple(
                Choice(group.label, group.value, group.path, len(group.beispiele), group.path == chosen)
                for group in groups
                if group.key == key
            ),
        )
        for key, label in labels.items()
    )

"""Views across entries: the relation matrix and the filters of the examples."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.base import KOMMUNENARTEN, LAENDER
from ..model.kinds import KINDS
from ..model.praxis import GROESSENKLASSEN, KLEIN
from ..reading.names import as_name
from .entries import Catalog, Eintrag

# Where a Land lies on the tile map: its column and its row, roughly as on a real map.
KACHELN = {
    "Schleswig-Holstein": (2, 1),
    "Bremen": (1, 2),
    "Hamburg": (2, 2),
    "Mecklenburg-Vorpommern": (3, 2),
    "Niedersachsen": (1, 3),
    "Sachsen-Anhalt": (2, 3),
    "Brandenburg": (3, 3),
    "Berlin": (4, 3),
    "Nordrhein-Westfalen": (1, 4),
    "Hessen": (2, 4),
    "Thüringen": (3, 4),
    "Sachsen": (4, 4),
    "Rheinland-Pfalz": (1, 5),
    "Baden-Württemberg": (2, 5),
    "Bayern": (3, 5),
    "Saarland": (1, 6),
}
# From how many examples on a Land is drawn in the next darker shade.
STUFEN = (1, 3, 6)
RELATED = 3
# Where a Land's name may be broken on a narrow tile; not every browser knows German syllables.
_SYLLABLE = re.compile(r"(?<=[a-zü])(?=(?:sachsen|burg|falen|pommern|wig|stein|berg|land|ringen)\b)")


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


def groessen(beispiel: Eintrag) -> list[str]:
    """Return the ids of the size classes of an example's places, as far as they are known; small ones once more."""
    known = dict.fromkeys(kommune.groesse for kommune in beispiel.data.kommunen if kommune.groesse)
    small = [KLEIN.id] if {klasse.id for klasse in GROESSENKLASSEN[:2]} & known.keys() else []
    return [*known, *small]


@dataclass(frozen=True, slots=True)
class Beispielorte:
    """What the browser compares an example's places by: one value per municipality, in their order."""

    land: tuple[str, ...]
    art: tuple[str, ...]
    groesse: tuple[str, ...]
    """Ids of size classes; empty where nobody knows the number."""


def places_of(beispiel: Eintrag) -> Beispielorte:
    """Return the Land, kind and size of every place of an example."""
    kommunen = beispiel.data.kommunen
    return Beispielorte(
        land=tuple(kommune.land for kommune in kommunen),
        art=tuple(kommune.art for kommune in kommunen),
        groesse=tuple(kommune.groesse or "" for kommune in kommunen),
    )


def count_in(catalog: Catalog, land: str) -> int:
    """Return how many examples a Land has."""
    return sum(land in laender(beispiel) for beispiel in catalog.all("beispiele"))


def related_beispiele(beispiel: Eintrag) -> list[Eintrag]:
    """Return the examples that share most recommendations with one; of equals, those of the same kind of place."""
    if beispiel.kind.key != "beispiele":
        return []
    shared = Counter(
        id(other) for theme in beispiel.linked("empfehlungen") for other in theme.linked("beispiele")
    )
    others = {
        id(other): other
        for theme in beispiel.linked("empfehlungen")
        for other in theme.linked("beispiele")
        if other is not beispiel
    }
    same = set(arten(beispiel))
    ranked = sorted(others.values(), key=lambda e: (-shared[id(e)], same.isdisjoint(arten(e)), e.line))
    return ranked[:RELATED]


def all_beispiele(catalog: Catalog) -> Overview:
    """Return the list of all examples."""
    groups = groups_of(catalog)
    return Overview("beispiele/index", "Beispiele", _by_municipality(catalog), _filters(groups, ""))


def filtered_beispiele(catalog: Catalog) -> Iterator[Overview]:
    """Yield one list per Land, kind of municipality, size and recommendation that has examples."""
    groups = groups_of(catalog)
    for group in groups:
        if group.beispiele:
            yield Overview(
                group.path, f"Beispiele: {group.label}", group.beispiele, _filters(groups, group.path)
            )


@dataclass(frozen=True, slots=True)
class Kachel:
    """A Land on the tile map: its place, how many examples it has, and how dark that makes it."""

    auswahl: Choice
    spalte: int
    zeile: int
    stufe: int

    @property
    def name(self) -> str:
        """The name with the places at which a narrow tile may break it."""
        return _SYLLABLE.sub("\u00ad", self.auswahl.label)


def tile_map(catalog: Catalog) -> list[Kachel]:
    """Return the tiles row by row, so that the focus moves as the eye does."""
    choices = {choice.label: choice for choice in all_beispiele(catalog).filters[0].choices}
    places = sorted(KACHELN.items(), key=lambda item: (item[1][1], item[1][0]))
    return [
        Kachel(choices[land], *place, sum(choices[land].count >= step for step in STUFEN))
        for land, place in places
    ]


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
        gaps = tuple(
            words
            for kind, words in kinds.items()
            if catalog.zeigt(KINDS[kind].section) and not empfehlung.linked(kind)
        )
        rows.append(MatrixRow(empfehlung, cells, gaps))
    return rows


@dataclass(frozen=True, slots=True)
class Group:
    """The examples with one value of a filter."""

    key: str
    value: str
    label: str
    beispiele: tuple[Eintrag, ...]

    @property
    def path(self) -> str:
        """Where the list of these examples stands, if there are any."""
        return f"beispiele/{self.key}/{self.value}"


def _by_municipality(catalog: Catalog) -> tuple[Eintrag, ...]:
    return tuple(sorted(catalog.all("beispiele"), key=lambda e: as_name(e.data.kommunen[0].name)))


def groups_of(catalog: Catalog) -> list[Group]:
    """Return the examples by Land, kind of municipality, size and recommendation, in the order of the filter."""
    members: defaultdict[str, list[Eintrag]] = defaultdict(list)
    for beispiel in _by_municipality(catalog):
        for name in (
            *laender(beispiel),
            *arten(beispiel),
            *groessen(beispiel),
            *(e.path for e in beispiel.linked("empfehlungen")),
        ):
            members[name].append(beispiel)
    groups = [Group("land", as_name(land), land, tuple(members[land])) for land in LAENDER]
    groups += [Group("art", as_name(art), art, tuple(members[art])) for art in KOMMUNENARTEN]
    groups += [
        Group("groesse", klasse.id, klasse.titel, tuple(members[klasse.id]))
        for klasse in (KLEIN, *GROESSENKLASSEN)
    ]
    groups += [
        Group("empfehlung", e.id, e.kurztitel, tuple(members[e.path])) for e in catalog.all("empfehlungen")
    ]
    return groups


def _filters(groups: list[Group], chosen: str) -> tuple[Filter, ...]:
    labels = {
        "land": "Land",
        "art": "Art der Kommune",
        "groesse": "Größe des Ortes",
        "empfehlung": "Empfehlung",
    }
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

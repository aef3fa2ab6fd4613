"""Views of the Länder: the map, who helps where, and what was checked when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..model.laender import Aussage, Gremiumsname, Landesbeleg, Landeseintrag, Ratsgremium, is_outdated
from .entries import Catalog, Eintrag
from .overviews import count_in, tile_map

# So many places of one Land stand in the list of all; the others on its page.
PLACES_PER_LAND = 12


@dataclass(frozen=True, slots=True)
class LandInListe:
    """A Land in the list beside the map."""

    eintrag: Eintrag
    beispiele: int
    gremien: str


@dataclass(frozen=True, slots=True)
class Pruefstand:
    """How many statements of an entry are proved, open or old."""

    eintrag: Eintrag
    belegt: int
    offen: int
    alt: int


def laender_overview(catalog: Catalog) -> dict[str, Any]:
    """Return the map and the list of the Länder that this copy shows."""
    entries = catalog.all("laender")
    shown = {entry.titel for entry in entries}
    return {
        "kacheln": [kachel for kachel in tile_map(catalog) if kachel.auswahl.label in shown],
        "uebersicht": [
            LandInListe(
                entry,
                count_in(catalog, entry.titel),
                ", ".join(_with_place(name) for name in entry.data.vertretung.namen),
            )
            for entry in entries
        ],
    }


def _with_place(name: Gremiumsname) -> str:
    return f"{name.name} ({name.ort})" if name.ort else name.name


def places(catalog: Catalog) -> dict[str, Any]:
    """Return the places to ask: nationwide, by Land, and the programmes that our sources name."""
    stellen = catalog.all("anlaufstellen")
    by_land = [(land, land.linked("anlaufstellen")) for land in catalog.all("laender")]
    return {
        "bundesweit": sorted(
            (stelle for stelle in stellen if not stelle.data.laender and stelle.data.lage != "beendet"),
            key=lambda stelle: not stelle.data.zuerst,
        ),
        "nach_laendern": [
            (land, sorted(there, key=lambda stelle: not stelle.data.zuerst))
            for land, there in by_land
            if there
        ],
        "je_land": PLACES_PER_LAND,
        "programme": [stelle for stelle in stellen if stelle.data.art == "Programm"],
    }


def checked(catalog: Catalog) -> dict[str, Any]:
    """Return what was checked when."""
    today = catalog.file.stand
    stellen = catalog.all("anlaufstellen")
    old = [stelle for stelle in stellen if is_outdated(stelle.data.stand, today)]
    kinds = ("empfehlungen", "erfolgsfaktoren", "stellschrauben")
    return {
        "laender_stand": [_state(land, today) for land in catalog.all("laender")],
        "stellen_stand": {"belegt": len(stellen), "alt": len(old)},
        "alte_stellen": old,
        "heute": [
            (entry, note) for kind in kinds for entry in catalog.all(kind) for note in entry.data.heute
        ],
    }


def land_of(catalog: Catalog, land: str) -> Landeseintrag | None:
    """Return the entry of a Land; ``None`` if the catalogue has none or a copy leaves it out."""
    return next((entry.data for entry in catalog.all("laender") if entry.titel == land), None)


def cited(land: Landeseintrag) -> list[Landesbeleg]:
    """Return the proofs of what is proved, in their order; those of the rest stand in the open data only."""
    ids = {id_ for statement in _statements(land) if _is_proved(statement) for id_ in statement.belegt_durch}
    return [beleg for beleg in land.belege if beleg.id in ids]


def _state(land: Eintrag, today: str) -> Pruefstand:
    found = list(_statements(land.data))
    proved = [aussage for aussage in found if _is_proved(aussage)]
    return Pruefstand(
        land,
        belegt=len(proved),
        offen=len(found) - len(proved),
        alt=sum(is_outdated(aussage.stand, today) for aussage in proved),
    )


def _is_proved(statement: Aussage | Ratsgremium) -> bool:
    return not getattr(statement, "ungeprueft", None)


def _statements(data: object) -> Iterator[Aussage | Ratsgremium]:
    if isinstance(data, (Aussage, Ratsgremium)):
        yield data
    elif isinstance(data, BaseModel):
        for name in type(data).model_fields:
            yield from _statements(getattr(data, name))
    elif isinstance(data, tuple):
        for item in data:
            yield from _statements(item)

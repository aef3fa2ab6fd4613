"""What the page of the Musterantrag shows: its form, its text, the usual names of the bodies."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.laender import land_of
from ..model.base import LAENDER, Kommunenart
from ..model.praxis import GROESSENKLASSEN
from ..model.settings import Kommune
from .gremien import bodies, by_land, movers
from .plan import (
    default_modules,
    empfehlung_module,
    frage_module,
    is_chosen,
    neutral_merkblatt,
    neutral_plan,
    teil_module,
    vorlage_module,
)
from .vorbelegung import preset

# All others are compared with municipalities.
_KINDS: dict[Kommunenart, set[str]] = {
    "Stadt": {"stadt", "landeshauptstadt", "hansestadt"},
    "Landkreis": {"landkreis", "kreis", "kreis-im-namen", "region", "staedteregion", "regionalverband"},
    "Bezirk": {"bezirk", "stadtbezirk"},
}


@dataclass(frozen=True, slots=True)
class Modul:
    """A request to tick."""

    id: str
    titel: str


@dataclass(frozen=True, slots=True)
class Gruppe:
    """A recommendation and its requests, to tick all at once."""

    id: str
    """The beginning of the ids of its modules."""
    nr: int
    titel: str
    kurztitel: str
    module: tuple[Modul, ...]


def page_values(catalog: Catalog, kommune: Kommune | None) -> dict[str, Any]:
    """Return what the template of the page needs.

    Args:
        catalog: the linked catalogue.
        kommune: whose own copy this is; none for the neutral product.
    """
    return {
        "antrag": neutral_plan(catalog),
        "beugung": json.dumps(catalog.file.musterantrag.beugung.model_dump(), ensure_ascii=False),
        "merkblatt": neutral_merkblatt(catalog),
        "gewaehlt": partial(is_chosen, modules=default_modules(catalog)),
        "groessenklassen": GROESSENKLASSEN,
        "vorlage": tuple(Modul(vorlage_module(a.id), a.titel) for a in catalog.file.musterantrag.auftraege),
        "aus_fragen": tuple(
            Modul(frage_module(frage.id), frage.titel) for frage in catalog.all("fragen", "zusatzfragen")
        ),
        "gruppen": tuple(map(_group, catalog.all("empfehlungen"))),
        "vorbelegung": preset(catalog, kommune),
        "gremien": bodies(catalog),
        "antragstellende": movers(catalog),
        "laender_mit_gremien": by_land(catalog),
        "alle_laender": LAENDER,
        "kreise": {land: _kreis_in(catalog, land) for land in LAENDER},
        "vergleich": comparable_kind,
        "fragen": catalog.all("fragen", "zusatzfragen"),
    }


def comparable_kind(kommunenart: str) -> Kommunenart:
    """Return the kind under which examples of such a place stand."""
    return next((kind for kind, arten in _KINDS.items() if kommunenart in arten), "Gemeinde")


def _kreis_in(catalog: Catalog, land: str) -> str:
    """Return the id of the kind by which a district goes in a Land; empty if that is not known."""
    entry = land_of(catalog, land)
    kinds = catalog.file.musterantrag.kommunenarten
    return next((kind.id for kind in kinds if entry and kind.titel == entry.kreis), "")


def selection_for(catalog: Catalog, land: str) -> str:
    """Return the part of the page's address that begins a Musterantrag for a Land; the form can read it."""
    modules = default_modules(catalog)
    selection = {"v": 1, "felder": {"land": land}, "module": modules, "kurzcheck": None}
    text = json.dumps(selection, ensure_ascii=False, separators=(",", ":"))
    return "#antrag=" + urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _group(empfehlung: Eintrag) -> Gruppe:
    return Gruppe(
        id=empfehlung_module(empfehlung.id),
        nr=empfehlung.data.nr,
        titel=empfehlung.titel,
        kurztitel=empfehlung.kurztitel,
        module=tuple(
            Modul(teil_module(empfehlung.id, teil.id), teil.titel) for teil in empfehlung.data.teile
        ),
    )

"""What the page of the Musterantrag shows: its form, its text, the usual names of the bodies."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..model.base import LAENDER
from ..model.settings import Kommune
from .gremien import bodies, by_land, movers
from .plan import GRUNDSATZ, empfehlung_module, neutral_plan, teil_module, vorlage_module
from .vorbelegung import preset


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
        "vorlage": tuple(Modul(vorlage_module(a.id), a.titel) for a in catalog.file.musterantrag.auftraege),
        "gruppen": tuple(map(_group, catalog.all("empfehlungen"))),
        "vorbelegung": preset(catalog, kommune),
        "gremien": bodies(catalog),
        "antragstellende": movers(catalog),
        "laender_mit_gremien": by_land(catalog),
        "alle_laender": LAENDER,
        "fragen": [*catalog.all("fragen"), *catalog.all("zusatzfragen")],
    }


def selection_for(catalog: Catalog, land: str) -> str:
    """Return the part of the page's address that begins a Musterantrag for a Land; the form can read it."""
    modules = [GRUNDSATZ, *(vorlage_module(a.id) for a in catalog.file.musterantrag.auftraege)]
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

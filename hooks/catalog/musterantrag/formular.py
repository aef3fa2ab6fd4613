"""What the page of the Musterantrag shows: its form, its text, the usual names of the bodies."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.laender import land_of
from ..model.base import LAENDER
from ..model.musterantrag import Bezeichnung, Namensvorschlag
from ..model.settings import Kommune
from .plan import GRUNDSATZ, empfehlung_module, neutral_plan, teil_module, vorlage_module


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


@dataclass(frozen=True, slots=True)
class Vorbelegung:
    """What is chosen before anybody has touched the form; empty means nothing."""

    land: str = ""
    kommunenart: str = ""
    """Id of one of the ``kommunenarten``."""
    name: str = ""
    gremium: str = ""
    """Id of one of the ``gremien``."""


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """The usual name of the body for some kinds of municipality, and where it is proved."""

    arten: tuple[Bezeichnung, ...]
    gremium: Bezeichnung
    quelle: Eintrag
    stelle: str


@dataclass(frozen=True, slots=True)
class LandMitVorschlaegen:
    """The usual names in one Land."""

    land: str
    vorschlaege: tuple[Vorschlag, ...]


def page_values(catalog: Catalog, kommune: Kommune | None) -> dict[str, Any]:
    """Return what the template of the page needs.

    Args:
        catalog: the linked catalogue.
        kommune: whose own copy this is; none for the neutral product.
    """
    named = proposals(catalog)
    return {
        "antrag": neutral_plan(catalog),
        "beugung": json.dumps(catalog.file.musterantrag.beugung.model_dump(), ensure_ascii=False),
        "vorlage": tuple(Modul(vorlage_module(a.id), a.titel) for a in catalog.file.musterantrag.auftraege),
        "gruppen": tuple(map(_group, catalog.all("empfehlungen"))),
        "vorbelegung": preset(catalog, kommune),
        "vorschlaege": named,
        "ohne_vorschlag": without_proposal(named),
        "alle_laender": LAENDER,
        "fragen": [*catalog.all("fragen"), *catalog.all("zusatzfragen")],
    }


def preset(catalog: Catalog, kommune: Kommune | None) -> Vorbelegung:
    """Return what a municipality's own copy fills in for its council."""
    if kommune is None:
        return Vorbelegung()
    musterantrag = catalog.file.musterantrag
    land = land_of(catalog, kommune.land)
    # In a Musterantrag, a town outside a district is simply a town, and a district is called as in its Land.
    art = kommune.art.removeprefix("kreisfreie ")
    if art == "Landkreis" and land and land.kreis:
        art = land.kreis
    return Vorbelegung(
        land=kommune.land,
        kommunenart=_id_of(musterantrag.kommunenarten, art),
        name=kommune.name,
        gremium=_id_of(musterantrag.gremien, kommune.gremium),
    )


def selection_for(catalog: Catalog, land: str) -> str:
    """Return the part of the page's address that begins a Musterantrag for a Land; the form can read it."""
    modules = [GRUNDSATZ, *(vorlage_module(a.id) for a in catalog.file.musterantrag.auftraege)]
    selection = {"v": 1, "felder": {"land": land}, "module": modules, "kurzcheck": None}
    text = json.dumps(selection, ensure_ascii=False, separators=(",", ":"))
    return "#antrag=" + urlsafe_b64encode(text.encode()).decode().rstrip("=")


def proposals(catalog: Catalog) -> tuple[LandMitVorschlaegen, ...]:
    """Return the usual names of the bodies for every Land in which one is proved."""
    return tuple(
        LandMitVorschlaegen(land.land, tuple(_proposal(catalog, written) for written in land.vorschlaege))
        for land in catalog.file.musterantrag.laender
    )


def without_proposal(named: Iterable[LandMitVorschlaegen]) -> tuple[str, ...]:
    """Return the Länder in which no name is proved."""
    known = {land.land for land in named}
    return tuple(land for land in LAENDER if land not in known)


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


def _proposal(catalog: Catalog, written: Namensvorschlag) -> Vorschlag:
    musterantrag = catalog.file.musterantrag
    arten = {art.id: art for art in musterantrag.kommunenarten}
    gremien = {gremium.id: gremium for gremium in musterantrag.gremien}
    return Vorschlag(
        arten=tuple(arten[id_] for id_ in written.kommunenarten),
        gremium=gremien[written.gremium],
        quelle=catalog.get("quellen", written.quelle),
        stelle=written.stelle,
    )


def _id_of(words: Iterable[Bezeichnung], titel: str) -> str:
    return next((word.id for word in words if word.titel == titel), "")

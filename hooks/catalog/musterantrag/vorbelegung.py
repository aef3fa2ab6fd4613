"""What a municipality's own copy fills in before anybody has touched the form."""

from dataclasses import dataclass

from ..catalogue.entries import Catalog
from ..catalogue.laender import land_of
from ..model.musterantrag import Beugung, Bezeichnung
from ..model.settings import Kommune
from .declension import Phrase, article_of, complete_name, decline
from .gremien import bodies

OWN = "eigene"
"""The choice that stands for words of one's own."""


@dataclass(frozen=True, slots=True)
class Vorbelegung:
    """What is chosen at first; empty means nothing."""

    land: str = ""
    kommunenart: str = ""
    """Id of one of the ``kommunenarten``, or words of one's own."""
    name: str = ""
    gremium: str = ""
    """Id of a body, or words of one's own."""
    eigene_kommune: Phrase | None = None
    eigenes_gremium: Phrase | None = None


def preset(catalog: Catalog, kommune: Kommune | None) -> Vorbelegung:
    """Return what a municipality's own copy fills in: its official name and any body it really has."""
    if kommune is None:
        return Vorbelegung()
    rules = catalog.file.musterantrag.beugung
    kind, name = _kind_and_name(catalog, kommune)
    body = next((word.id for word in bodies(catalog) if word.nominativ == kommune.gremium), OWN)
    return Vorbelegung(
        land=kommune.land,
        kommunenart=kind,
        name=name if kind != OWN else "",
        gremium=body,
        eigene_kommune=_own(kommune.bezeichnung, rules) if kind == OWN else None,
        eigenes_gremium=_own(kommune.gremium, rules) if body == OWN else None,
    )


def _kind_and_name(catalog: Catalog, kommune: Kommune) -> tuple[str, str]:
    """Return the kind and the name to fill in; the official name wins."""
    kinds = catalog.file.musterantrag.kommunenarten
    rules = catalog.file.musterantrag.beugung
    official = kommune.bezeichnung
    usual = _usual_kind(catalog, kommune)
    fitting = [kind for kind in kinds if complete_name(kind.id, official, rules)]
    # „Region Hannover“ is a Region, whatever kind of municipality it counts as.
    named = next((kind for kind in fitting if official.startswith(f"{kind.titel} ")), None)
    if named:
        return named.id, official.removeprefix(f"{named.titel} ")
    if fitting and usual not in fitting:
        return fitting[-1].id, official
    return (usual.id if usual else OWN), official


def _usual_kind(catalog: Catalog, kommune: Kommune) -> Bezeichnung | None:
    """Return the kind that goes with the municipality's art; a district is called as in its Land."""
    land = land_of(catalog, kommune.land)
    art = kommune.art.removeprefix("kreisfreie ")
    if art == "Landkreis" and land and land.kreis:
        art = land.kreis
    kinds = catalog.file.musterantrag.kommunenarten
    return next((kind for kind in kinds if kind.titel == art), None)


def _own(text: str, rules: Beugung) -> Phrase:
    return decline(article_of(text, rules) or "der", text, rules)

"""What the page of the Werkstatt shows beyond the catalogue itself."""

from dataclasses import asdict
from typing import Any

from ..catalogue.entries import Catalog
from ..kurzcheck.scoring import REGELN as RECHNUNG
from ..model.base import KOMMUNENARTEN, LAENDER
from ..model.kurzcheck import LAENGEN, STUFEN
from .fragenlisten import fragenlisten
from .urteile import FORMEL, REGELN


def page_values(catalog: Catalog) -> dict[str, Any]:
    """Return what the template of the page needs."""
    return {
        "fragen": catalog.all("fragen", "zusatzfragen"),
        "stufen": STUFEN,
        "laengen": LAENGEN,
        "formel": FORMEL,
        "gruppen": GRUPPEN,
        "gleich": RECHNUNG.gleich,
        # What the script reads.
        "bekannt": {
            "regeln": asdict(RECHNUNG),
            "urteile": asdict(REGELN),
            "baender": [band.model_dump() for band in catalog.file.kurzcheck.baender],
            "listen": code_lists(catalog),
            "laender": LAENDER,
            "arten": KOMMUNENARTEN,
        },
    }


def code_lists(catalog: Catalog) -> list[dict[str, Any]]:
    """Return the lists of questions that codes are written and read with."""
    return [asdict(one) for one in fragenlisten(catalog)]


# The list that a workshop needs, by verdict, in the order of what to do.
GRUPPEN = (
    ("reden", "Uneinig: hier reden"),
    ("nachfragen", "Eine Stimme weicht ab: nachfragen"),
    ("handeln", "Einig, aber schwach: hier handeln"),
    ("nachsehen", "Niemand oder kaum jemand weiß es: nachsehen"),
    ("unterwegs", "Einig: unterwegs"),
    ("stark", "Einig und stark"),
    ("ohne", "Ohne Urteil"),
)

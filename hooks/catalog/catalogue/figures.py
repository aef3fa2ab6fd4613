"""What the catalogue rests on, in numbers, and what of it was looked at last."""

from dataclasses import dataclass

from .entries import Catalog, Eintrag

RECENT = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is; every number is counted, none is written by hand."""

    beispiele: int
    kommunen: int
    laender: int
    belege: int
    quellen: int


def figures(catalog: Catalog) -> Figures:
    """Count examples, their places and proofs, and all sources."""
    beispiele = catalog.all("beispiele")
    places = {(place.name, place.land) for beispiel in beispiele for place in beispiel.data.kommunen}
    return Figures(
        beispiele=len(beispiele),
        kommunen=len(places),
        laender=len({land for _, land in places}),
        belege=len({proof.url for beispiel in beispiele for proof in beispiel.data.belege}),
        quellen=len(catalog.all("quellen")),
    )


def recently_checked(catalog: Catalog) -> list[Eintrag]:
    """Return the examples whose proofs were looked at last, each from another Land where possible."""
    ranked = sorted(
        catalog.all("beispiele"), key=lambda e: (max(str(proof.stand) for proof in e.data.belege), e.id)
    )[::-1]
    found: dict[str, Eintrag] = {}
    for beispiel in ranked:
        found.setdefault(beispiel.data.kommunen[0].land, beispiel)
    return list(found.values())[:RECENT]

"""Bodies and movers to choose for a Musterantrag: those of the catalogue and those proved for a Land."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalogue.entries import Catalog, Eintrag
from ..model.base import LAENDER
from ..model.laender import Aussage, Benennung, Landeseintrag
from ..model.musterantrag import Artikel, Beugung, Bezeichnung
from ..reading.names import as_name
from .declension import decline


@dataclass(frozen=True, slots=True)
class Wahl:
    """A body or mover to choose, in every case."""

    id: str
    titel: str
    artikel: Artikel
    nominativ: str
    genitiv: str
    dativ: str
    akkusativ: str
    fruehere_ids: tuple[str, ...] = ()
    rolle: str = "vertretung"
    """As a mover: what a Land names represents migrants."""


@dataclass(frozen=True, slots=True)
class Gremium:
    """A body of one Land: for which kinds of municipality, and where that is proved."""

    wahl: Bezeichnung | Wahl
    arten: tuple[Bezeichnung, ...]
    fuer: str = ""
    quelle: Eintrag | None = None
    """None: the page of the Land names the proofs."""
    stelle: str = ""
    stand: str = ""


@dataclass(frozen=True, slots=True)
class LandMitGremien:
    """What is proved for one Land."""

    land: str
    seite: Eintrag | None
    gremien: tuple[Gremium, ...]
    vertretungen: tuple[Bezeichnung | Wahl, ...]
    """The bodies that represent migrants."""
    tagesordnung: Aussage | None
    """Who may put what on the agenda."""
    rechte: Aussage | None
    """What the body that represents migrants may do."""


Words = Mapping[str, Bezeichnung | Wahl]


def bodies(catalog: Catalog) -> tuple[Bezeichnung | Wahl, ...]:
    """Return every body to choose; what only a Land names comes last."""
    return _with_those_of_laender(
        catalog,
        catalog.file.musterantrag.gremien,
        [g for data in _laender(catalog) for g in data.raete.gremien],
    )


def movers(catalog: Catalog) -> tuple[Bezeichnung | Wahl, ...]:
    """Return every mover to choose; what only a Land names comes last."""
    return _with_those_of_laender(
        catalog,
        catalog.file.musterantrag.antragstellende,
        [name for data in _laender(catalog) for name in data.vertretung.namen],
    )


def by_land(catalog: Catalog) -> tuple[LandMitGremien, ...]:
    """Return for every Land, in the usual order, what is proved there."""
    pages = {entry.titel: entry for entry in catalog.all("laender")}
    # Every word is declined once, not once for each Land.
    by_id = {word.id: word for word in bodies(catalog)}
    by_name = {word.nominativ: word for word in movers(catalog)}
    return tuple(_land(catalog, land, pages.get(land), by_id, by_name) for land in LAENDER)


def _land(catalog: Catalog, land: str, page: Eintrag | None, by_id: Words, by_name: Words) -> LandMitGremien:
    data: Landeseintrag | None = page.data if page else None
    return LandMitGremien(
        land,
        page,
        tuple(_gremien(catalog, land, data, by_id)),
        tuple(by_name[name.name] for name in data.vertretung.namen) if data else (),
        data.raete.tagesordnung if data else None,
        data.vertretung.rechte if data else None,
    )


def _gremien(catalog: Catalog, land: str, data: Landeseintrag | None, words: Words) -> Iterator[Gremium]:
    musterantrag = catalog.file.musterantrag
    kinds = {art.id: art for art in musterantrag.kommunenarten}
    named = {word.nominativ: word for word in words.values()}
    proposed = [p for written in musterantrag.laender if written.land == land for p in written.vorschlaege]
    for proposal in proposed:
        arten = tuple(kinds[id_] for id_ in proposal.kommunenarten)
        source = catalog.get("quellen", proposal.quelle)
        yield Gremium(words[proposal.gremium], arten, quelle=source, stelle=proposal.stelle)
    known = {words[proposal.gremium].nominativ for proposal in proposed}
    for written in data.raete.gremien if data else ():
        if written.kommunenarten or written.name not in known:
            arten = tuple(kinds[id_] for id_ in written.kommunenarten)
            yield Gremium(named[written.name], arten, fuer=written.fuer, stand=written.stand)


def _laender(catalog: Catalog) -> list[Landeseintrag]:
    return [entry.data for entry in catalog.all("laender")]


def _with_those_of_laender(
    catalog: Catalog, words: Iterable[Bezeichnung], names: Iterable[Benennung]
) -> tuple[Bezeichnung | Wahl, ...]:
    rules = catalog.file.musterantrag.beugung
    found: dict[str, Bezeichnung | Wahl] = {word.nominativ: word for word in words}
    for name in names:
        if name.name not in found:
            found[name.name] = _wahl(name, rules)
    return tuple(found.values())


def _wahl(name: Benennung, rules: Beugung) -> Wahl:
    forms = decline(name.artikel, name.name, rules)
    return Wahl(
        as_name(name.name), name.name, name.artikel, name.name, name.genitiv, forms.dativ, forms.akkusativ
    )

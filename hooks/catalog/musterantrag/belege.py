"""What a reason in the Musterantrag rests on: examples of other places and the law of the Land, with their sources."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalogue.entries import Catalog, Eintrag
from ..model.laender import Aussage, Landesbeleg, Landeseintrag
from ..model.praxis import Beleg
from .plan import empfehlung_module, frage_module

# What a page can carry; the catalogue may have more.
MOST_BEISPIELE = 100
MOST_PER_MODUL = 24
_LONGEST = 220
# Not after „rund 8.“ or „z. B.“, and only in front of a new sentence.
_SENTENCE = re.compile(r"(?<=[a-zäöüß%)“]{2}[.!?]) (?=[A-ZÄÖÜ„0-9])")


@dataclass(frozen=True, slots=True)
class Nachweis:
    """Where a sentence comes from, as it stands in brackets behind it."""

    herausgeber: str
    titel: str
    stand: str
    url: str


@dataclass(frozen=True, slots=True)
class Beispielsatz:
    """An example in a few words; one value per municipality in ``laender``, ``arten`` and ``groessen``."""

    titel: str
    ort: str
    text: str
    module: str
    laender: str
    arten: str
    groessen: str
    namen: str
    """Of the municipalities, separated by „|“: nobody needs their own example."""
    nachweis: Nachweis


@dataclass(frozen=True, slots=True)
class Landessatz:
    """What is known on one Land: its law for the reasons, and who may move what for the Merkblatt."""

    land: str
    antragsrecht: str
    """„ja“, „nein“ or empty if it is not proved."""
    gesetz: tuple[str, tuple[Nachweis, ...]]
    vertretung: tuple[str, tuple[Nachweis, ...]]
    rat: tuple[str, tuple[Nachweis, ...]]


def beispielsaetze(catalog: Catalog) -> Iterator[Beispielsatz]:
    """Yield the examples that can back a request, with the ids of the modules they belong to."""
    used = Counter[str]()
    own_first = sorted(catalog.all("beispiele"), key=lambda beispiel: not beispiel.oertlich)
    for beispiel in own_first[:MOST_BEISPIELE]:
        modules = [module for module in _modules(beispiel) if used[module] < MOST_PER_MODUL]
        used.update(modules)
        if modules:
            yield _beispielsatz(beispiel, modules)


def _modules(beispiel: Eintrag) -> Iterator[str]:
    yield from (frage_module(frage.id) for frage in beispiel.linked("fragen"))
    for empfehlung in beispiel.linked("empfehlungen"):
        yield empfehlung_module(empfehlung.id)
        # No example names these questions; they ask about one recommendation each.
        yield from (frage_module(frage.id) for frage in empfehlung.linked("zusatzfragen"))


def _beispielsatz(beispiel: Eintrag, modules: Iterable[str]) -> Beispielsatz:
    kommunen = beispiel.data.kommunen
    # A council reads German, and a motion cannot mark another language for those who listen to it.
    beleg = next((b for b in beispiel.data.belege if not b.sprache), beispiel.data.belege[0])
    laender = dict.fromkeys(kommune.land for kommune in kommunen)
    names = dict.fromkeys(kommune.name for kommune in kommunen)
    return Beispielsatz(
        titel=beispiel.titel,
        ort=", ".join([*names, *(land for land in laender if land not in names)]),
        text=shortened(beispiel.data.kurz),
        module=" ".join(modules),
        laender="|".join(kommune.land for kommune in kommunen),
        arten="|".join(kommune.art for kommune in kommunen),
        groessen="|".join(kommune.groesse or "" for kommune in kommunen),
        namen="|".join(names),
        nachweis=_nachweis(beleg),
    )


def _nachweis(beleg: Beleg | Landesbeleg) -> Nachweis:
    stand = beleg.stand if beleg.stand.startswith("ohne") else f"Stand {beleg.stand}"
    # The title stands in quotation marks.
    titel = beleg.titel.replace("„", "‚").replace("“", "‘")
    return Nachweis(beleg.herausgeber, titel, stand, str(beleg.url or ""))


def shortened(text: str) -> str:
    """Return the first sentences of a text, as many as are quickly read."""
    first, *further = _SENTENCE.split(text)
    for sentence in further:
        if len(first) + len(sentence) > _LONGEST:
            break
        first = f"{first} {sentence}"
    return first


def landessaetze(catalog: Catalog) -> Iterator[Landessatz]:
    """Yield what is known on each Land that this copy shows."""
    rights = {True: "ja", False: "nein", None: ""}
    for entry in catalog.all("laender"):
        land = entry.data
        yield Landessatz(
            land=entry.titel,
            antragsrecht=rights[land.vertretung.antragsrecht],
            gesetz=_statement(land, land.recht.antrag),
            vertretung=_statement(land, land.vertretung.rechte),
            rat=_statement(land, land.raete.tagesordnung),
        )


def _statement(land: Landeseintrag, aussage: Aussage | None) -> tuple[str, tuple[Nachweis, ...]]:
    if aussage is None or not aussage.text:
        return "", ()
    belege = {beleg.id: beleg for beleg in land.belege}
    return aussage.text, tuple(_nachweis(belege[id_]) for id_ in aussage.belegt_durch[:1])

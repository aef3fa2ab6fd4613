"""What a reason in the Musterantrag rests on: examples of other places and the law of the Land, with their sources."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.overviews import laender, places_of
from ..model.laender import Aussage, Landesbeleg, Landeseintrag
from ..model.praxis import GROESSENKLASSEN, Beleg
from .plan import empfehlung_module, frage_module

SCRIPT = "assets/musterantrag/wissen.js"

# What a phone loads in a second; the catalogue may have more.
MOST_BEISPIELE = 100
MOST_PER_MODUL = 24
_LONGEST = 220
# Not after „rund 8.“ or „z. B.“, and only in front of a new sentence.
_SENTENCE = re.compile(r"(?<=[a-zäöüß%)“]{2}[.!?]) (?=[A-ZÄÖÜ„0-9])")


@dataclass(frozen=True, slots=True)
class Nachweis:
    """Where a sentence comes from, as it stands in brackets behind it."""

    vor: str
    titel: str
    href: str
    nach: str


@dataclass(frozen=True, slots=True)
class Beispielsatz:
    """An example in a few words; ``land``, ``art`` and ``groesse`` as in ``Beispielorte``."""

    text: str
    module: tuple[str, ...]
    land: tuple[str, ...]
    art: tuple[str, ...]
    groesse: tuple[str, ...]
    namen: tuple[str, ...]
    """Of the municipalities: nobody needs their own example."""
    quelle: Nachweis


@dataclass(frozen=True, slots=True)
class Belegt:
    """A statement and its sources."""

    text: str = ""
    quellen: tuple[Nachweis, ...] = ()


@dataclass(frozen=True, slots=True)
class Landessatz:
    """What is known on one Land: its law for the reasons, and who may move what for the Merkblatt."""

    land: str
    antragsrecht: str
    """„ja“, „nein“ or empty if it is not proved."""
    gesetz: Belegt
    vertretung: Belegt
    rat: Belegt


def knowledge(catalog: Catalog) -> tuple[str, str, Callable[[], Any]]:
    """Return the path of the script that the page loads with the first choice, its global and what makes it."""
    return SCRIPT, "ivoWissen", partial(_knowledge, catalog)


def _knowledge(catalog: Catalog) -> dict[str, Any]:
    return {
        "beispiele": [asdict(satz) for satz in beispielsaetze(catalog)],
        "laender": {satz.land: asdict(satz) for satz in landessaetze(catalog)},
        "klassen": [klasse.id for klasse in GROESSENKLASSEN],
    }


def beispielsaetze(catalog: Catalog) -> Iterator[Beispielsatz]:
    """Yield the examples that can back a request, with the ids of the modules they belong to."""
    used = Counter[str]()
    own_first = sorted(catalog.all("beispiele"), key=lambda beispiel: not beispiel.oertlich)
    for beispiel in own_first[:MOST_BEISPIELE]:
        modules = [module for module in _modules(beispiel) if used[module] < MOST_PER_MODUL]
        used.update(modules)
        if modules:
            yield _beispielsatz(beispiel, modules, catalog.file.musterantrag.text.beispiel)


def _modules(beispiel: Eintrag) -> Iterator[str]:
    yield from (frage_module(frage.id) for frage in beispiel.linked("fragen"))
    for empfehlung in beispiel.linked("empfehlungen"):
        yield empfehlung_module(empfehlung.id)
        # No example names these questions; they ask about one recommendation each.
        yield from (frage_module(frage.id) for frage in empfehlung.linked("zusatzfragen"))


def _beispielsatz(beispiel: Eintrag, modules: Iterable[str], pattern: str) -> Beispielsatz:
    orte = places_of(beispiel)
    # A council reads German, and a motion cannot mark another language for those who listen to it.
    beleg = next((b for b in beispiel.data.belege if not b.sprache), beispiel.data.belege[0])
    names = dict.fromkeys(kommune.name for kommune in beispiel.data.kommunen)
    ort = ", ".join([*names, *(land for land in laender(beispiel) if land not in names)])
    heading = pattern.replace("{titel}", beispiel.titel).replace("{ort}", ort)
    return Beispielsatz(
        text=f"{heading} {shortened(beispiel.data.kurz)}",
        module=tuple(modules),
        land=orte.land,
        art=orte.art,
        groesse=orte.groesse,
        namen=tuple(names),
        quelle=_nachweis(beleg),
    )


def _nachweis(beleg: Beleg | Landesbeleg) -> Nachweis:
    stand = beleg.stand if beleg.stand.startswith("ohne") else f"Stand {beleg.stand}"
    # The title stands in quotation marks.
    titel = beleg.titel.replace("„", "‚").replace("“", "‘")
    return Nachweis(f"{beleg.herausgeber}, ", f"„{titel}“", str(beleg.url or ""), f", {stand}")


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


def _statement(land: Landeseintrag, aussage: Aussage | None) -> Belegt:
    if aussage is None or not aussage.text:
        return Belegt()
    belege = {beleg.id: beleg for beleg in land.belege}
    return Belegt(aussage.text, tuple(_nachweis(belege[id_]) for id_ in aussage.belegt_durch[:1]))

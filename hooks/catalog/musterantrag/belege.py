"""What a reason in the Musterantrag rests on: examples of other places and the law of the Land, with their sources."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.overviews import places_of
from ..documents.auszug import beginning, excerpt, places_in_words
from ..model.laender import Aussage, Landesbeleg, Landeseintrag
from ..model.praxis import GROESSENKLASSEN, Beleg
from .plan import empfehlung_module, frage_module

SCRIPT = "assets/musterantrag/wissen.js"

# What a phone loads in a second; the catalogue may have more.
MOST_BEISPIELE = 100
MOST_PER_MODUL = 24


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

    kopf: str
    """What it is called, and where."""
    texte: tuple[str, ...]
    """What it says; which of them belongs to the request is in ``module``."""
    module: dict[str, int]
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
    antragsrecht_fuer: tuple[str, ...]
    """Names of the bodies it is proved for; none: for each."""
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
        said = {module: text for module, text in _said(beispiel) if used[module] < MOST_PER_MODUL}
        used.update(said.keys())
        if said:
            yield _beispielsatz(beispiel, said, catalog.file.musterantrag.text.beispiel)


def _said(beispiel: Eintrag) -> Iterator[tuple[str, str]]:
    """Yield the modules that an example can back, each with the sentences that speak of it."""
    kurz = beispiel.data.kurz
    for frage in beispiel.linked("fragen"):
        # What a municipality writes of itself has its own words.
        text = excerpt(kurz, frage.data.stichwoerter) or (beginning(kurz) if beispiel.oertlich else "")
        if text:
            yield frage_module(frage.id), text
    for empfehlung in beispiel.linked("empfehlungen"):
        fragen = [*empfehlung.linked("fragen"), *empfehlung.linked("zusatzfragen")]
        words = [word for frage in fragen for word in frage.data.stichwoerter]
        yield empfehlung_module(empfehlung.id), excerpt(kurz, words) or beginning(kurz)
        # No example names these questions; they ask about one recommendation each.
        for frage in empfehlung.linked("zusatzfragen"):
            yield frage_module(frage.id), excerpt(kurz, frage.data.stichwoerter) or beginning(kurz)


def _beispielsatz(beispiel: Eintrag, said: Mapping[str, str], pattern: str) -> Beispielsatz:
    orte = places_of(beispiel)
    kommunen = beispiel.data.kommunen
    # A council reads German, and a motion cannot mark another language for those who listen to it.
    beleg = next((b for b in beispiel.data.belege if not b.sprache), beispiel.data.belege[0])
    texte = tuple(dict.fromkeys(said.values()))
    return Beispielsatz(
        kopf=pattern.replace("{titel}", beispiel.titel).replace("{ort}", places_in_words(kommunen)),
        texte=texte,
        module={module: texte.index(text) for module, text in said.items()},
        land=orte.land,
        art=orte.art,
        groesse=orte.groesse,
        namen=tuple(dict.fromkeys(kommune.name for kommune in kommunen)),
        quelle=_nachweis(beleg),
    )


def _nachweis(beleg: Beleg | Landesbeleg) -> Nachweis:
    stand = beleg.stand if beleg.stand.startswith("ohne") else f"Stand {beleg.stand}"
    # The title stands in quotation marks.
    titel = beleg.titel.replace("„", "‚").replace("“", "‘")
    vor, nach = _without_brackets(f"{beleg.herausgeber}, "), _without_brackets(f", {stand}")
    return Nachweis(vor, f"„{titel}“", str(beleg.url or ""), nach)


def _without_brackets(text: str) -> str:
    """It stands in brackets itself."""
    return text.replace(" (", ", ").replace(")", "")


def landessaetze(catalog: Catalog) -> Iterator[Landessatz]:
    """Yield what is known on each Land that this copy shows."""
    rights = {True: "ja", False: "nein", None: ""}
    for entry in catalog.all("laender"):
        land = entry.data
        yield Landessatz(
            land=entry.titel,
            antragsrecht=rights[land.vertretung.antragsrecht],
            antragsrecht_fuer=land.vertretung.antragsrecht_fuer,
            gesetz=_statement(land, land.recht.antrag),
            vertretung=_statement(land, land.vertretung.rechte),
            rat=_statement(land, land.raete.tagesordnung),
        )


def _statement(land: Landeseintrag, aussage: Aussage | None) -> Belegt:
    if aussage is None or not aussage.text:
        return Belegt()
    belege = {beleg.id: beleg for beleg in land.belege}
    return Belegt(aussage.text, tuple(_nachweis(belege[id_]) for id_ in aussage.belegt_durch[:1]))

"""What legal pages say: typed by the municipality, else from its other values, else from its Land."""

from collections.abc import Iterator
from typing import Any

from ..barrierefreiheit.report import BekannteBarriere, Bericht, Geerbt
from ..catalogue.entries import Catalog
from ..catalogue.laender import land_of
from ..model.laender import Aussage, Stellenangabe, Zugaenglichkeit, months_between
from ..model.settings import Barriere, Barrierefreiheit, Kommune, Kontakt, Settings, Stelle
from ..reading.nodes import Written
from ..reading.problems import Problem

REVIEW_AFTER_MONTHS = 12
# What nobody but the municipality knows, or what no Land proves; a demonstration does without.
NEEDED = (
    ("datenschutz", "aufsicht"),
    ("datenschutz", "protokoll_tage"),
    ("barrierefreiheit", "gesetz"),
    ("barrierefreiheit", "stand"),
    ("barrierefreiheit", "geprueft_am"),
    ("barrierefreiheit", "durchsetzung"),
)
FROM_LAND = {"aufsicht", "gesetz", "durchsetzung"}
NOT_PROVED = "„{feld}“ fehlt. Für {land} ist dazu nichts belegt. Tragen Sie es ein."
ONLY_YOU = "„{feld}“ fehlt. Das weiß nur Ihre Kommune. Tragen Sie es ein."
TOO_GOOD = (
    "„vollständig vereinbar“ trifft nicht zu. Am Produkt ist offen: {wert} Richtig ist „teilweise vereinbar“."
)
# What is called a Bezirk in Bayern is a corporation of its own.
_PARTS_OF_A_LAND = {("Bezirk", "Berlin"), ("Bezirk", "Hamburg")}
_USUAL_KINDS = {"Gemeinde", "Stadt", "kreisfreie Stadt", "Landkreis"}
# Where the Land is a city, or has districts beside the usual municipalities.
_KINDS = {
    "Bayern": _USUAL_KINDS | {"Bezirk"},
    "Berlin": {"Stadtstaat", "Bezirk"},
    "Bremen": {"Stadtstaat", "Stadt", "kreisfreie Stadt"},
    "Hamburg": {"Stadtstaat", "Bezirk"},
}


def complete(settings: Settings, report: Bericht) -> Settings:
    """Return the settings with what follows from others of them and from the report on the product."""
    kommune, imprint = settings.kommune, settings.impressum
    head = imprint.vertreten_durch or kommune.leitung
    office = {name: getattr(imprint, name) for name in ("strasse", "ort", "telefon", "email")}
    statement = settings.barrierefreiheit
    guard = "Behördliche Datenschutzbeauftragte oder behördlicher Datenschutzbeauftragter"
    inherited = (barrier.in_statement() for barrier in inherited_barriers(statement, report))
    statement = statement.model_copy(update={"barrieren": (*(statement.barrieren or ()), *inherited)})
    return _with(
        settings.model_copy(update={"barrierefreiheit": statement}),
        impressum={
            "name": kommune.bezeichnung,
            "vertreten_durch": head,
            "verantwortlich": f"{head}, {imprint.strasse}, {imprint.ort}",
            "rechtsform": legal_form(kommune),
        },
        datenschutz={"beauftragte": Kontakt(name=guard, **office)},
        barrierefreiheit={
            "geprueft_von": kommune.bezeichnung if statement.methode == "Selbstbewertung" else None,
            "erstellt_am": statement.geprueft_am,
            "kontakt": Kontakt(name=kommune.bezeichnung, **office),
        },
    )


def legal_form(kommune: Kommune) -> str:
    """Return what a municipality is by law, unless it says so itself."""
    if (kommune.art, kommune.land) in _PARTS_OF_A_LAND:
        return f"Teil des Landes {kommune.land}"
    return "Körperschaft des öffentlichen Rechts"


def inherited_barriers(statement: Barrierefreiheit, report: Bericht) -> tuple[BekannteBarriere, ...]:
    """Return what is open in the product, without what a municipality mended or says in the same words."""
    said = {(barrier.inhalt, barrier.grund) for barrier in statement.barrieren or ()}
    return tuple(
        barrier
        for barrier in report.barrieren
        if barrier.id not in statement.behoben and (barrier.inhalt, barrier.grund) not in said
    )


def with_land(settings: Settings, catalog: Catalog) -> Settings:
    """Return the settings with what is proved of the Land."""
    land = land_of(catalog, settings.kommune.land)
    access = land.barrierefreiheit if land else None
    statement = settings.barrierefreiheit
    barriers = tuple(_as_bound(barrier, access) for barrier in statement.barrieren or ()) or None
    statement = statement.model_copy(update={"barrieren": barriers})
    return _with(
        settings.model_copy(update={"barrierefreiheit": statement}),
        datenschutz={"aufsicht": _authority(land.datenschutz) if land else None},
        barrierefreiheit={
            "gesetz": _said(access.gesetz) if access else None,
            "durchsetzung": _authority(access.durchsetzung) if access else None,
            # The sentence tells what the body of the Land does; of another it may not be true.
            "verfahren": _said(access.verfahren)
            if access and not settings.barrierefreiheit.durchsetzung
            else None,
            "antwort": access.frist if access else None,
        },
    )


def _as_bound(barrier: Barriere, access: Zugaenglichkeit | None) -> Barriere:
    """Return a barrier with its reason: what a Land asks only of itself is no breach of a municipality's."""
    free = access is not None and access.leichte_sprache_kommunen is False
    if free and isinstance(barrier, Geerbt) and barrier.je_nach_land:
        return barrier.model_copy(update={"grund": "nicht im Anwendungsbereich"})
    return barrier


def missing(settings: Settings, written: Written, with_land: bool = True) -> Iterator[Problem]:
    """Yield what a real municipality has to add, once everything that follows is filled in.

    Args:
        settings: what is known.
        written: the file.
        with_land: what follows from the Land is filled in; else only the rest is looked at.
    """
    for section, name in () if settings.demo else NEEDED:
        if getattr(getattr(settings, section), name) is None and (with_land or name not in FROM_LAND):
            reason = NOT_PROVED if name in FROM_LAND else ONLY_YOU
            yield Problem(
                _line(written, section),
                f"{section.capitalize()}: " + reason.format(feld=name, land=settings.kommune.land),
            )


def too_good(settings: Settings, written: Written) -> Iterator[Problem]:
    """Yield a problem if complete settings claim full conformity while something is open."""
    statement = settings.barrierefreiheit
    barriers = [barrier for barrier in statement.barrieren or () if barrier.offen]
    if statement.stand == "vollständig vereinbar" and barriers:
        yield Problem(
            _line(written, "barrierefreiheit", "stand"),
            "Barrierefreiheit: " + TOO_GOOD.format(wert=barriers[0].inhalt),
        )


def advise(settings: Settings, written: Written, catalog: Catalog, today: str) -> Iterator[Problem]:
    """Yield what looks odd but may be right.

    Args:
        settings: of the municipality, complete.
        written: the file, for the lines.
        catalog: knows what bodies are called in each Land.
        today: the day on which somebody looks.
    """
    # With „echt“ it was refused before.
    yield from too_good(settings, written)
    day = settings.barrierefreiheit.geprueft_am
    age = months_between(day, today) if day else None
    if age is not None and age > REVIEW_AFTER_MONTHS:
        yield Problem(
            _line(written, "barrierefreiheit", "geprueft_am"),
            f"Barrierefreiheit: Die Erklärung wurde am {day} zuletzt überprüft. Sehen Sie sie jedes Jahr durch.",
        )
    yield from _unsaid(settings, written)
    yield from _unusual(settings.kommune, written, catalog)


def _unusual(kommune: Kommune, written: Written, catalog: Catalog) -> Iterator[Problem]:
    """Yield which kind of municipality or body is not known in its Land."""
    kinds = kinds_in(kommune.land)
    if kommune.art not in kinds:
        yield Problem(
            _line(written, "kommune", "art"),
            f"Kommune: „{kommune.art}“ gibt es in {kommune.land} sonst nicht. Üblich: {', '.join(sorted(kinds))}.",
        )
    usual = usual_bodies(catalog, kommune)
    if usual and kommune.gremium not in usual:
        yield Problem(
            _line(written, "kommune", "gremium"),
            f"Kommune: „gremium“: „{kommune.gremium}“ ist für {kommune.art} in {kommune.land} ungewöhnlich. "
            f"Üblich: {', '.join(usual)}.",
        )


def _unsaid(settings: Settings, written: Written) -> Iterator[Problem]:
    """Yield what the statement on accessibility leaves open, because nobody may claim it for a municipality."""
    statement = settings.barrierefreiheit
    line = _line(written, "barrierefreiheit")
    if statement.stand and not statement.methode:
        yield Problem(
            line, "Barrierefreiheit: „methode“ fehlt. Die Erklärung nennt keine Methode der Prüfung."
        )
    if statement.methode and not statement.geprueft_von:
        yield Problem(line, "Barrierefreiheit: „geprueft_von“ fehlt. Nennen Sie, wer geprüft hat.")
    if not statement.antwort:
        yield Problem(
            line,
            "Barrierefreiheit: „antwort“ fehlt. Für Ihr Land ist keine Frist belegt; nennen Sie Ihre eigene.",
        )


def kinds_in(land: str) -> set[str]:
    """The kinds of municipality that a Land has."""
    return _KINDS.get(land, _USUAL_KINDS)


def usual_bodies(catalog: Catalog, kommune: Kommune) -> list[str]:
    """The names of the body that are proved for a Land and a kind of municipality, or for the Land alone."""
    musterantrag = catalog.file.musterantrag
    kinds = {art.id for art in musterantrag.kommunenarten if art.titel in _names_of(kommune.art)}
    titles = {gremium.id: gremium.titel for gremium in musterantrag.gremien}
    proposed = [
        titles[proposal.gremium]
        for land in musterantrag.laender
        if land.land == kommune.land
        for proposal in land.vorschlaege
        if kinds & set(proposal.kommunenarten)
    ]
    land = land_of(catalog, kommune.land)
    proved = land.raete.gremien if land else ()
    proposed += [gremium.name for gremium in proved if kinds & set(gremium.kommunenarten)]
    return proposed or [gremium.name for gremium in proved]


def _names_of(art: str) -> tuple[str, ...]:
    return (art.removeprefix("kreisfreie "), *(("Kreis",) if art == "Landkreis" else ()))


def _with(settings: Settings, **sections: dict[str, Any]) -> Settings:
    """Fill in what is missing; what is written stays."""
    changed = {}
    for section, values in sections.items():
        model = getattr(settings, section)
        missing_here = {name: value for name, value in values.items() if getattr(model, name) is None}
        changed[section] = model.model_copy(update=missing_here)
    return settings.model_copy(update=changed)


def _authority(proved: Stellenangabe) -> Stelle | None:
    if not proved.text or not proved.name:
        return None
    url = proved.adresse.url if proved.adresse else None
    return Stelle.model_construct(
        name=proved.name,
        strasse=proved.strasse,
        ort=proved.ort,
        telefon=proved.telefon,
        email=proved.email,
        url=url,
    )


def _said(statement: Aussage) -> str | None:
    return statement.text


def _line(written: Written, section: str, name: str = "") -> int:
    node = written.root.child(section)
    lines = node.key_lines if node else {}
    return lines.get(name) or written.root.key_lines.get(section, 0)

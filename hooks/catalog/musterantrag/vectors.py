"""How names are declined: rules and test vectors, published so that anyone can check them."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ..catalogue.entries import Catalog
from ..model.base import SCHEMA_VERSION
from ..model.musterantrag import Artikel
from .declension import article_of, decline, name_with_kind
from .grammar import with_articles

# Every rule at least once, and what must not be taken for one.
NAMES: tuple[tuple[str, str], ...] = (
    ("stadt", "Pirna"),
    ("stadt", "Stadt Köln"),
    ("stadt", "die Stadt Münster"),
    ("stadt", "Ingolstadt"),
    ("stadt", "Lutherstadt Wittenberg"),
    ("stadt", "kreisfreie Stadt Zweibrücken"),
    ("stadt", "Große Kreisstadt Radeberg"),
    ("stadt", "Hanse- und Universitätsstadt Rostock"),
    ("hansestadt", "Freie und Hansestadt Hamburg"),
    ("kreis", "Märkischer Kreis"),
    ("kreis", "Rhein-Kreis Neuss"),
    ("kreis", "Wesel"),
    ("landkreis", "Eifelkreis Bitburg-Prüm"),
    ("landkreis", "Mecklenburgische Seenplatte"),
    ("landkreis", "Region Hannover"),
    ("landkreis", "Regionalverband Saarbrücken"),
    ("landkreis", "LK Emsland"),
    ("kreis", "Lkr. Wesel"),
    ("verwaltungsgemeinschaft", "VG Triesdorf"),
    ("gemeinde", "die Gde. Amt Neuhaus"),
    ("stadt", "LK Emsland"),
    ("landkreis", "LK"),
    ("markt", "Markt Garmisch-Partenkirchen"),
    ("markt", "Markt Schwaben"),
    ("gemeinde", "Amt Neuhaus"),
    ("gemeinde", "Krayenberggemeinde"),
    ("amt", "Hüttener Berge"),
    ("fraktion", "CDU-Fraktion"),
    ("fraktion", "Die Linke"),
    ("fraktionen", "Fraktionen A und B"),
    ("fraktionen", "Ratsfraktionen A und B"),
    ("gruppe", "Gruppe CDU/FDP"),
    ("gruppe", "Ausschussgemeinschaft A/B"),
    ("mitglied", "Ratsmitglied Erika Musterfrau"),
)
NOUNS: tuple[tuple[Artikel, str], ...] = (
    ("der", "Rat"),
    ("der", "Gemeinderat"),
    ("der", "Ausschuss für Soziales"),
    ("der", "Präsident"),
    ("der", "Jugendkonvent"),
    ("der", "Ratsherr Müller"),
    ("der", "Beauftragter für Integration"),
    ("die", "Integrationsbeauftragte"),
    ("die", "Initiative Vielfalt"),
    ("das", "Bündnis für Vielfalt"),
    ("das", "Deutsches Rotes Kreuz"),
    ("der", "DRK"),
    ("der", "Ausländer- und Integrationsbeirat"),
    ("der", "Leipziger Integrationsbeirat"),
    ("der", "Bunter Kreis"),
    ("der", "Campus"),
    ("das", "Team Vielfalt"),
    ("das", "Amt"),
    ("plural", "Freie Wähler"),
    ("plural", "Stadtverordneten der SPD"),
    ("die", ""),
)


def declension(catalog: Catalog) -> dict[str, Any]:
    """Return rules and test vectors as one document."""
    musterantrag = catalog.file.musterantrag
    return {
        "schema_version": SCHEMA_VERSION,
        "stand": catalog.file.stand,
        "beugung": musterantrag.beugung.model_dump(),
        "vektoren": {"namen": list(_names(catalog)), "bezeichnungen": list(_nouns(catalog))},
    }


def _names(catalog: Catalog) -> Iterator[dict[str, Any]]:
    musterantrag = catalog.file.musterantrag
    kinds = {word.id: word for word in (*musterantrag.kommunenarten, *musterantrag.antragstellende)}
    for kind, name in NAMES:
        if kind in kinds:
            phrase = name_with_kind(kinds[kind], name, musterantrag.beugung)
            yield {"art": kind, "name": name, "formen": asdict(phrase), "satz": with_articles(phrase)}


def _nouns(catalog: Catalog) -> Iterator[dict[str, Any]]:
    rules = catalog.file.musterantrag.beugung
    for artikel, text in NOUNS:
        phrase = decline(artikel, text, rules)
        yield {
            "artikel": artikel,
            "text": text,
            "vermutet": article_of(text, rules),
            "formen": asdict(phrase),
        }

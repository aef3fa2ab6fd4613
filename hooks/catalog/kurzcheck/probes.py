"""Files to try a reader of saved Kurz-Checks with, published together with what is to become of each.

The schema and the reader in the browser state the same limits in two languages; these files hold both to them.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ..catalogue.entries import Catalog
from ..model.base import SCHEMA_VERSION
from ..model.kurzcheck import FILE_FORMAT, FILE_VERSION, STUFEN, TRIFFT_NICHT_ZU, WEISS_NICHT

GANZ = "ganz"
TEILWEISE = "teilweise"
GAR_NICHT = "gar nicht"


@dataclass(frozen=True, slots=True)
class Probe:
    """A file, whether the schema accepts it, and how much of it a reader loads."""

    name: str
    text: str
    schema: bool
    geladen: str
    nicht_lesbar: tuple[str, ...] = ()
    """What a reader has to name as unreadable, in these words."""


def probes(catalog: Catalog) -> dict[str, Any]:
    """Return all files to try as one document."""
    return {
        "schema_version": SCHEMA_VERSION,
        "stand": catalog.file.stand,
        "proben": [asdict(probe) for probe in _probes(catalog)],
    }


def _probes(catalog: Catalog) -> Iterator[Probe]:
    yield from _whole(catalog)
    yield from _details(catalog)
    yield from _fragen(catalog)
    yield from _refused(catalog)


def _whole(catalog: Catalog) -> Iterator[Probe]:
    """Yield files on the permitted side of each limit."""
    files: dict[str, dict[str, Any]] = {
        "ein Kurz-Check": {},
        "ohne Fragen": {"fragen": []},
        "hundert Fragen": {"fragen": [_frage(id=f"frage-{number}") for number in range(100)]},
        "lange Bezeichnung": {"name": "🏛" * 120},
        "langer Stand": {"katalog_stand": "x" * 40},
        "frühester Tag": {"datum": "1990-01-01"},
        "spätester Tag": {"datum": "2100-12-31"},
        "Land und Art": {"land": "Sachsen", "art": "Landkreis"},
        "Größe und Name": {"groesse": "ab-5000", "kommune": "Auenbrück"},
        "ohne Größe": {"groesse": ""},
        "langer Name der Kommune": {"kommune": "ä" * 120},
    }
    for name, changes in files.items():
        yield Probe(name, _text(catalog, **changes), True, GANZ)
    fragen: dict[str, dict[str, Any]] = {
        "lange Kennung": {"id": "x" * 80},
        "langer Titel": {"titel": "ä" * 400},
        "langer Wortlaut": {"frage": "ä" * 4000},
        "lange Notiz": {"notiz": "👩‍🚒\n" * 500},
        "Zusatzfrage": {"nr": None},
        "Ziel": {"ziel": 100},
        "kein Ziel": {"ziel": None},
        "Plan": {"wer": "Amt " * 30, "bis_wann": "bis zu den nächsten Ferien"},
        "zurückgestellt": {"zurueckgestellt": True},
        "nicht zurückgestellt": {"zurueckgestellt": False},
    }
    fragen |= {f"Antwort {answer}": {"antwort": answer} for answer in (*STUFEN, WEISS_NICHT, TRIFFT_NICHT_ZU)}
    for name, changes in fragen.items():
        yield Probe(name, _text(catalog, fragen=[_frage(**changes)]), True, GANZ)


def _details(catalog: Catalog) -> Iterator[Probe]:
    """Yield files in which a side field is wrong."""
    wrong = (
        ("zu lange Bezeichnung", "name", "🏛" * 121, "Bezeichnung"),
        ("Bezeichnung als Zahl", "name", 7, "Bezeichnung"),
        ("zu langer Stand", "katalog_stand", "x" * 41, "Stand des Katalogs"),
        ("Jahr mit fünf Ziffern", "datum", "20226-11-21", "Datum"),
        ("Jahr 26", "datum", "0026-11-21", "Datum"),
        ("zu früher Tag", "datum", "1989-12-31", "Datum"),
        ("zu später Tag", "datum", "2101-01-01", "Datum"),
        ("dreizehnter Monat", "datum", "2026-13-01", "Datum"),
        ("leeres Datum", "datum", "", "Datum"),
        ("Land, das es nicht gibt", "land", "Atlantis", "Land"),
        ("Art, die es nicht gibt", "art", "Königreich", "Art der Kommune"),
        ("Größe, die es nicht gibt", "groesse", "riesig", "Größe der Kommune"),
        ("zu langer Name der Kommune", "kommune", "ä" * 121, "Name der Kommune"),
        ("unbekannte Angabe", "farbe", "blau", "„farbe“"),
    )
    for name, field, value, words in wrong:
        yield Probe(name, _text(catalog, **{field: value}), False, TEILWEISE, (words,))
    # Patterns know nothing of calendars.
    yield Probe("30. Februar", _text(catalog, datum="2026-02-30"), True, TEILWEISE, ("Datum",))
    without = {name: value for name, value in _file(catalog).items() if name != "land"}
    yield Probe("ohne Land", _as_text(without), False, TEILWEISE, ("Land",))


def _fragen(catalog: Catalog) -> Iterator[Probe]:
    """Yield files in which a part of the second question is wrong: the first is loaded."""
    wrong = (
        ("Antwort zwischen den Stufen", {"antwort": 55}, "Antwort zu „Zweite“"),
        ("Antwort unter null", {"antwort": -10}, "Antwort zu „Zweite“"),
        ("Antwort als Text", {"antwort": "50"}, "Antwort zu „Zweite“"),
        ("Antwort wahr", {"antwort": True}, "Antwort zu „Zweite“"),
        ("zu lange Notiz", {"notiz": "ä" * 2001}, "Notiz zu „Zweite“"),
        ("zu langer Titel", {"titel": "x" * 401}, "Titel zu „zweite“"),
        ("zu langer Wortlaut", {"frage": "x" * 4001}, "Wortlaut zu „Zweite“"),
        ("Nummer als Text", {"nr": "2"}, "Nummer zu „Zweite“"),
        ("Ziel zwischen den Stufen", {"ziel": 55}, "Ziel zu „Zweite“"),
        ("Ziel als Wort", {"ziel": "weiss-nicht"}, "Ziel zu „Zweite“"),
        ("zu langes „Wer“", {"wer": "x" * 121}, "„Wer“ zu „Zweite“"),
        ("„Bis wann“ als Zahl", {"bis_wann": 2027}, "„Bis wann“ zu „Zweite“"),
        ("zurückgestellt als Wort", {"zurueckgestellt": "ja"}, "„zurückgestellt“ zu „Zweite“"),
        ("zu lange Kennung", {"id": "x" * 81}, "die 2. Frage"),
        ("Kennung mit zwei Bindestrichen", {"id": "zwei--te"}, "die 2. Frage"),
        ("Kennung mit Zeichen", {"id": "<b>"}, "die 2. Frage"),
        ("unbekannte Angabe in einer Frage", {"farbe": "blau"}, "„farbe“ zu „Zweite“"),
    )
    first = _frage(id="erste", titel="Erste")
    for name, changes, words in wrong:
        second = _frage(id="zweite", titel="Zweite") | changes
        yield Probe(name, _text(catalog, fragen=[first, second]), False, TEILWEISE, (words,))
    yield Probe("Frage ist nichts", _text(catalog, fragen=[first, None]), False, TEILWEISE, ("die 2. Frage",))
    # A schema cannot ask for different ids.
    twice = _text(catalog, fragen=[first, first | {"notiz": "zweimal"}])
    yield Probe("zweimal dieselbe Frage", twice, True, TEILWEISE, ("die 2. Frage",))
    many = [_frage(id=f"frage-{number}") for number in range(101)]
    yield Probe("zu viele Fragen", _text(catalog, fragen=many), False, TEILWEISE, ("überzählige Fragen",))


def _refused(catalog: Catalog) -> Iterator[Probe]:
    """Yield what is no file of a Kurz-Check, or none that can be read."""
    texts = {
        "leer": "",
        "abgeschnitten": _text(catalog)[:200],
        "eine Liste": "[]",
        "nichts": "null",
        "ein anderes Format": _text(catalog, format="anderswo/etwas"),
        "eine neuere Fassung": _text(catalog, version=FILE_VERSION + 1),
        "Fassung als Text": _text(catalog, version=str(FILE_VERSION)),
        "Fragen als Text": _text(catalog, fragen="leitbild"),
        "keine Frage lesbar": _text(catalog, fragen=[None, {}]),
    }
    for name, text in texts.items():
        yield Probe(name, text, False, GAR_NICHT)


def _file(catalog: Catalog) -> dict[str, Any]:
    return {
        "format": FILE_FORMAT,
        "version": FILE_VERSION,
        "katalog_stand": str(catalog.file.stand),
        "name": "Hauptamt",
        "datum": "2026-11-21",
        "land": "",
        "art": "",
        "fragen": [_frage()],
    }


def _frage(**changes: Any) -> dict[str, Any]:
    frage = {
        "id": "leitbild",
        "nr": 2,
        "titel": "Leitbild",
        "frage": "Gibt es eines?",
        "antwort": 50,
        "notiz": "",
    }
    return frage | changes


def _text(catalog: Catalog, **changes: Any) -> str:
    return _as_text(_file(catalog) | changes)


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

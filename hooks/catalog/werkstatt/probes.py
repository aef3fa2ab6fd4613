"""Files to try a reader of saved workshops with, published together with what is to become of each.

The schema and the reader in the browser state the same limits in two languages; these files hold both to them.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ..catalogue.entries import Catalog
from ..kurzcheck.probes import GANZ, GAR_NICHT, TEILWEISE, Probe
from ..model.base import SCHEMA_VERSION
from .datei import FILE_FORMAT, FILE_VERSION
from .urteile import REGELN


def workshop_probes(catalog: Catalog) -> dict[str, Any]:
    """Return all files to try as one document."""
    return {
        "schema_version": SCHEMA_VERSION,
        "stand": catalog.file.stand,
        "proben": [asdict(probe) for probe in (*_whole(), *_rooms(), *_people(), *_agreed(), *_refused())],
    }


def _whole() -> Iterator[Probe]:
    """Yield files on the permitted side of each limit."""
    files: dict[str, dict[str, Any]] = {
        "eine Werkstatt": {},
        "ohne Personen": {"personen": []},
        "so viele Personen wie möglich": {"personen": [_person(nr=nr + 1) for nr in range(REGELN.personen)]},
        "langer Name der Kommune": {"kommune": "ä" * 120},
        "ohne Datum": {"datum": ""},
        "aufgedeckt": {"offen": True, "verdeckt": True},
        "mit früherer Runde": {"damals": {"kommune": "", "datum": "2025-11-21", "personen": [_person()]}},
        "mit Zielen": {
            "personen": [_person(ziele={"leitbild": 60})],
            "damals": {"kommune": "", "datum": "", "personen": [], "ziele": {"leitbild": 100}},
        },
        "Nummern mit Lücken": {"personen": [_person(nr=3), _person(nr=7)]},
        "langer Name": {"personen": [_person(name="🏛" * 120)]},
        "zweite Runde": {"personen": [_person(zweite={"leitbild": "weiss-nicht"})]},
        "Verabredung": {"vereinbart": {"leitbild": _agreement(ziel="100", notiz="👩‍🚒\n" * 500)}},
    }
    for name, changes in files.items():
        yield Probe(name, _text(**changes), True, GANZ)


def _rooms() -> Iterator[Probe]:
    """Yield files in which something about the whole room is wrong."""
    wrong: tuple[tuple[str, str, Any, str], ...] = (
        ("zu langer Name der Kommune", "kommune", "ä" * 121, "Name der Kommune"),
        ("dreizehnter Monat", "datum", "2026-13-01", "Datum"),
        ("verdeckt als Wort", "verdeckt", "ja", "„verdeckt“"),
        ("offen als Zahl", "offen", 1, "„offen“"),
        ("unbekannte Angabe", "farbe", "blau", "„farbe“"),
        ("frühere Runde als Text", "damals", "2025", "die frühere Runde"),
        ("Person ist nichts", "personen", [_person(), None], "die 2. Person"),
        ("Verabredungen als Liste", "vereinbart", [], "alle Einträge: Verabredung zu Fragen"),
    )
    for name, field, value, words in wrong:
        yield Probe(name, _text(**{field: value}), False, TEILWEISE, (words,))
    many = [_person(nr=nr + 1) for nr in range(REGELN.personen + 1)]
    extra = f"eine Person über den {REGELN.personen}, die Platz haben"
    yield Probe("zu viele Personen", _text(personen=many), False, TEILWEISE, (extra,))
    # Patterns know nothing of calendars.
    yield Probe("30. Februar", _text(datum="2026-02-30"), True, TEILWEISE, ("Datum",))
    former = {"kommune": "", "datum": "", "personen": [_person(name=7)]}
    lost = ("Name von Person 1 (damals)",)
    yield Probe("Name damals als Zahl", _text(damals=former), False, TEILWEISE, lost)


def _people() -> Iterator[Probe]:
    """Yield files in which a part of the second person is wrong: the first is loaded."""
    wrong: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("Nummer null", {"nr": 0}, "Nummer"),
        ("zu langer Name", {"name": "x" * 121}, "Name"),
        ("Ort als Zahl", {"ort": 7}, "Ort"),
        ("Weg, den es nicht gibt", {"quelle": "brieftaube"}, "Weg in die Runde"),
        ("zu langer Stand", {"stand": "x" * 41}, "Stand des Katalogs"),
        ("Antwort zwischen den Stufen", {"antworten": {"leitbild": 55}}, "Antwort auf „leitbild“"),
        ("Antwort wahr", {"antworten": {"leitbild": True}}, "Antwort auf „leitbild“"),
        ("Antwort unter einem Zeichen", {"antworten": {"<b>": 50}}, "Antwort auf „<b>“"),
        ("Antworten als Liste", {"antworten": [50]}, "alle Einträge: Antwort auf Fragen"),
        ("zweite Antwort als Text", {"zweite": {"leitbild": "50"}}, "neue Antwort auf „leitbild“"),
        ("Ziel zwischen den Stufen", {"ziele": {"leitbild": 55}}, "Ziel zu „leitbild“"),
        ("Ziele als Liste", {"ziele": [50]}, "alle Einträge: Ziel zu Fragen"),
        ("unbekannte Angabe zu einer Person", {"farbe": "blau"}, "„farbe“"),
    )
    for name, changes, words in wrong:
        people = [_person(), _person(nr=2) | changes]
        yield Probe(name, _text(personen=people), False, TEILWEISE, (f"{words} von Person 2",))


def _agreed() -> Iterator[Probe]:
    """Yield files in which a part of what was agreed is wrong."""
    wrong: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("gemeinsamer Wert zwischen den Stufen", {"wert": "55"}, "gemeinsamer Wert"),
        ("gemeinsamer Wert als Zahl", {"wert": 50}, "gemeinsamer Wert"),
        ("Ziel über hundert", {"ziel": "110"}, "Ziel"),
        ("zu langes „Wer“", {"wer": "x" * 121}, "„Wer“"),
        ("„Bis wann“ in Worten", {"bis": "bald"}, "„Bis wann“"),
        ("zu lange Notiz", {"notiz": "ä" * 2001}, "Notiz"),
        ("Antrag als Wort", {"antrag": "ja"}, "„In den Antrag“"),
        ("unbekannte Angabe zu einer Verabredung", {"farbe": "blau"}, "„farbe“"),
    )
    for name, changes, words in wrong:
        agreed = {"leitbild": _agreement() | changes}
        yield Probe(name, _text(vereinbart=agreed), False, TEILWEISE, (f"{words} zu „leitbild“",))
    nothing = _text(vereinbart={"leitbild": None})
    yield Probe("Verabredung ist nichts", nothing, False, TEILWEISE, ("Verabredung zu „leitbild“",))


def _refused() -> Iterator[Probe]:
    """Yield what is no saved workshop, or none that can be read."""
    texts = {
        "leer": "",
        "abgeschnitten": _text()[:200],
        "eine Liste": "[]",
        "ein anderes Format": _text(format="anderswo/etwas"),
        "eine neuere Fassung": _text(version=FILE_VERSION + 1),
        "Fassung als Text": _text(version=str(FILE_VERSION)),
        "Personen als Text": _text(personen="alle"),
    }
    for name, text in texts.items():
        yield Probe(name, text, False, GAR_NICHT)


def _person(**changes: Any) -> dict[str, Any]:
    person = {"nr": 1, "name": "Hauptamt", "ort": "", "quelle": "code", "datum": "2026-11-21", "stand": ""}
    return person | {"antworten": {"leitbild": 50}, "zweite": {}} | changes


def _agreement(**changes: Any) -> dict[str, Any]:
    agreement = {
        "wert": "30",
        "ziel": "",
        "wer": "Hauptamt",
        "bis": "2027-03-01",
        "notiz": "",
        "antrag": True,
    }
    return agreement | changes


def _text(**changes: Any) -> str:
    room = {
        "format": FILE_FORMAT,
        "version": FILE_VERSION,
        "kommune": "Auenbrück",
        "datum": "2026-11-21",
        "personen": [_person()],
        "verdeckt": False,
        "offen": False,
        "vereinbart": {},
        "damals": None,
    }
    return json.dumps(room | changes, ensure_ascii=False)

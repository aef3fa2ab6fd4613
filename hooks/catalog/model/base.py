"""What all models share: types of fields, the frozen base, pieces that several kinds of entry use.

Four words for four things: a ``Model`` says what may be written, ``Written`` is a file as somebody
wrote it, an ``Item`` is one place in it, an ``Eintrag`` is an entry of the catalogue with its links.

Field names are the German words of the catalogue and stay the same in YAML,
Python, templates and the open data.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ..reading.names import HTTP_PATTERN, is_on_the_web, reserved

SCHEMA_VERSION = 1
LAENDER = (
    "Baden-Württemberg",
    "Bayern",
    "Berlin",
    "Brandenburg",
    "Bremen",
    "Hamburg",
    "Hessen",
    "Mecklenburg-Vorpommern",
    "Niedersachsen",
    "Nordrhein-Westfalen",
    "Rheinland-Pfalz",
    "Saarland",
    "Sachsen",
    "Sachsen-Anhalt",
    "Schleswig-Holstein",
    "Thüringen",
)
KOMMUNENARTEN = ("Gemeinde", "Stadt", "kreisfreie Stadt", "Landkreis", "Bezirk", "Stadtstaat")


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _check_reference(text: str) -> str:
    if not text:
        raise PydanticCustomError("empty_reference", "empty")
    return text


def _check_address_reference(text: str) -> str:
    return _check_reference(text).rstrip("/")


# The day itself is looked up in the calendar; this is what a schema can say of it.
DAY_PATTERN = r"^(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_INSIDE = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
MONATE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_DAY_IN_GERMAN = re.compile(
    rf"\b([0-9]{{1,2}})\. ?(?:([0-9]{{1,2}})\. ?|({'|'.join(MONATE)}) )([0-9]{{4}})\b"
)


def _check_day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise PydanticCustomError("day_form", "not of the form of a day")
    _look_up(text)
    return text


def _look_up(text: str, rest: str = "") -> None:
    """Look up a day, or a month and the rest of one of its days."""
    try:
        year = date.fromisoformat(text + rest).year
    except ValueError:
        raise PydanticCustomError("no_such_day", "not in the calendar", {"day": text}) from None
    if not 1900 <= year <= 2100:
        raise PydanticCustomError("far_away", "not of our time", {"day": text})


def _check_days_inside(text: str) -> str:
    for day in _DAY_INSIDE.findall(text):
        _look_up(day)
    for day, number, name, year in _DAY_IN_GERMAN.findall(text):
        month = int(number or MONATE.index(name) + 1)
        _look_up(f"{year}-{month:02}-{int(day):02}")
    if _MONTH.fullmatch(text):
        _look_up(text, "-01")
    return text


def _check_http(url: str) -> str:
    if not is_on_the_web(url):
        raise PydanticCustomError("http_link", "not an http(s) address")
    return url


# Of BCP 47 what the language of a title needs: a language, and perhaps a script or a region.
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"


def _check_language(tag: str) -> str:
    if not re.fullmatch(LANGUAGE_PATTERN, tag):
        raise PydanticCustomError("language_tag", "not a language tag")
    return tag


def _check_reserved(id_: str) -> str:
    if reason := reserved(id_):
        raise PydanticCustomError("reserved_id", "reserved", {"reason": reason})
    return id_


Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=80),
    AfterValidator(_check_reserved),
    Field(
        title="Kennung",
        description="Kleinbuchstaben, Ziffern und Bindestriche. Sie bildet die Adresse der Seite "
        "und ändert sich nie mehr.",
        examples=["querschnittsaufgabe"],
    ),
]
Verweis = Annotated[
    str,
    StringConstraints(max_length=80),
    AfterValidator(_check_reference),
    Field(
        title="Kennung",
        description="Kennung eines Eintrags, den es gibt.",
        examples=["querschnittsaufgabe"],
        json_schema_extra={"pattern": ID_PATTERN},
    ),
]
"""The id of another entry.

Only that it is there at all is checked here: an id in the wrong spelling is
one that does not exist, which the checks across entries explain better.
"""
FruehereIds = Annotated[
    tuple[Id, ...],
    Field(description="Alte Kennungen; ihre Adressen führen weiter hierher."),
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Titel = Annotated[
    str,
    StringConstraints(min_length=1, max_length=160),
    Field(title="Titel", description="Überschrift der Seite.", examples=["Lokale Netzwerke"]),
]
Sprache = Annotated[
    str,
    AfterValidator(_check_language),
    Field(
        title="Sprache",
        description="Nur, wenn der Titel nicht deutsch ist: Kürzel nach BCP 47.",
        examples=["en", "tr"],
        json_schema_extra={"pattern": LANGUAGE_PATTERN},
    ),
]
Kurztitel = Annotated[
    str,
    StringConstraints(min_length=1, max_length=48),
    Field(title="Kurztitel", description="Für Karten, Tabellen und Brotkrumen."),
]
Kurz = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400),
    Field(title="Kurz gesagt", description="Ein bis zwei Sätze, die den Eintrag zusammenfassen."),
]
Nummer = Annotated[int, Field(ge=1, title="Nummer", description="Platz in der Reihenfolge.")]
Tag = Annotated[
    str,
    AfterValidator(_check_day),
    Field(
        title="Tag",
        examples=["2026-11-21"],
        json_schema_extra={"pattern": DAY_PATTERN},
    ),
]
Stand = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80),
    AfterValidator(_check_days_inside),
    Field(
        title="Stand",
        description="Von wann die Angabe ist, zum Beispiel „2024-06“, „um 2018“ oder „ohne Datum“.",
        examples=["2024-06", "ohne Datum"],
    ),
]
Link = Annotated[
    str,
    StringConstraints(max_length=600),
    AfterValidator(_check_http),
    Field(
        title="Adresse im Netz",
        description="Beginnt mit https:// oder http://.",
        json_schema_extra={"pattern": HTTP_PATTERN},
    ),
]
Land = Annotated[
    Literal[LAENDER],  # type: ignore[valid-type]
    Field(title="Land", description="Eines der sechzehn Länder, ausgeschrieben."),
]
Kommunenart = Annotated[
    Literal[KOMMUNENARTEN],  # type: ignore[valid-type]
    Field(title="Art der Kommune", description="Berlin, Bremen und Hamburg sind Stadtstaaten."),
]


def _check_address(text: str) -> str:
    if not re.fullmatch(r"[a-z-]+/[a-z0-9-]+/?", text):
        raise PydanticCustomError("entry_address", "not the address of an entry")
    return text.rstrip("/")


Suchworte = Annotated[
    tuple[Text, ...],
    Field(
        title="Suchworte",
        description="Wie danach gefragt wird. Die Suche findet den Eintrag damit; auf der Seite stehen die Wörter nicht.",
    ),
]
Eintragsadresse = Annotated[
    str,
    AfterValidator(_check_address),
    Field(
        title="Adresse des Eintrags",
        description="Bereich und Kennung, wie in der Adresszeile des Browsers.",
        examples=["empfehlungen/netzwerke"],
    ),
]


Adressverweis = Annotated[
    str,
    AfterValidator(_check_address_reference),
    Field(
        title="Adresse des Eintrags",
        description="Bereich und Kennung, wie in der Adresszeile des Browsers.",
        examples=["empfehlungen/netzwerke"],
    ),
]
"""The address of another entry; as with ``Verweis``, one in the wrong spelling is one that does not exist."""


def verweise(kind: str) -> Any:
    """Describe a list of ids that point to entries of ``kind``."""
    return Field(
        default=(),
        title=f"Verknüpfte {kind}",
        description=f"Kennungen aus {kind}. Die Gegenrichtung entsteht von selbst.",
    )


class Model(BaseModel):
    """Base of all that may be written: frozen, strict, unknown keys are refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, str_strip_whitespace=True, use_attribute_docstrings=True
    )


class NumberedModel(Model):
    """What recommendations, factors, levers, arguments and requests have in common."""

    id: Id
    nr: Nummer
    titel: Titel
    kurztitel: Kurztitel
    kurz: Kurz
    suchworte: Suchworte = ()


class Fundstelle(Model):
    """Where in a source a statement stands."""

    quelle: Verweis
    """Kennung der Quelle."""
    stelle: Text
    """Seite, Nummer oder Abschnitt, zum Beispiel „Nr. 3“."""


class Heute(Model):
    """What became of a term or programme of the original texts."""

    text: Text
    """Was heute gilt oder wie es heute heißt."""
    stand: Stand
    quellen: tuple[Verweis, ...] = Field(min_length=1)
    """Kennungen der Quellen, die das belegen."""

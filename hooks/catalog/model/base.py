"""What all models share: types of fields, the frozen base, pieces that several kinds of entry use.

Field names are the German words of the catalogue and stay the same in YAML,
Python, templates and the open data.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ..reading.names import reserved

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


def _check_http(url: str) -> str:
    if not url.startswith(("https://", "http://")) or any(c.isspace() for c in url):
        raise PydanticCustomError("http_link", "not an http(s) address")
    return url


def _check_reserved(id_: str) -> str:
    if reason := reserved(id_):
        raise PydanticCustomError("reserved_id", "reserved", {"reason": reason})
    return id_


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    AfterValidator(_check_reserved),
    Field(
        title="Kennung",
        description="Kleinbuchstaben, Ziffern und Bindestriche. Sie bildet die Adresse der Seite "
        "und ändert sich nie mehr.",
        examples=["querschnittsaufgabe"],
    ),
]
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
Stand = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80),
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
        json_schema_extra={"pattern": r"^https?://\S*$"},
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


def verweise(kind: str) -> Any:
    """Describe a list of ids that point to entries of ``kind``."""
    return Field(
        default=(),
        title=f"Verknüpfte {kind}",
        description=f"Kennungen aus {kind}. Die Gegenrichtung entsteht von selbst.",
    )


class Entry(BaseModel):
    """Base of every model: frozen, strict, unknown keys are refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, str_strip_whitespace=True, use_attribute_docstrings=True
    )


class NumberedEntry(Entry):
    """What recommendations, factors, levers, arguments and requests have in common."""

    id: Id
    nr: Nummer
    titel: Titel
    kurztitel: Kurztitel
    kurz: Kurz


class Fundstelle(Entry):
    """Where in a source a statement stands."""

    quelle: Id
    """Kennung der Quelle."""
    stelle: Text
    """Seite, Nummer oder Abschnitt, zum Beispiel „Nr. 3“."""


class Beleg(Entry):
    """A source that proves a single example."""

    titel: Annotated[Titel, Field(title="Titel der Seite oder Schrift", description="So, wie er dort steht.")]
    herausgeber: Annotated[Name, Field(title="Herausgeber")]
    """Wer die Seite oder Schrift verantwortet."""
    url: Link
    stand: Stand
    belegt: Annotated[Text, Field(title="Was steht dort?")]
    """Was genau diese Quelle belegt."""


class Heute(Entry):
    """What became of a term or programme of the original texts."""

    text: Text
    """Was heute gilt oder wie es heute heißt."""
    stand: Stand
    quellen: tuple[Id, ...] = Field(min_length=1)
    """Kennungen der Quellen, die das belegen."""

"""The file of a whole workshop: who was in the room, both rounds, what was agreed."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from ..model.base import Id, Model
from ..model.kurzcheck import LAENGEN, STUFEN, TRIFFT_NICHT_ZU, WEISS_NICHT
from ..model.schema import json_schema
from .urteile import REGELN

FILE_FORMAT = "integration-vor-ort/werkstatt"
FILE_VERSION = 1

Name = Annotated[str, StringConstraints(max_length=LAENGEN["name"])]
TagOderLeer = Annotated[
    str, StringConstraints(pattern=r"^((199\d|20\d\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$")
]
StufeOderLeer = Annotated[str, StringConstraints(pattern=r"^([1-9]?0|100)?$")]
# A pattern alone would let other keys pass.
NUR_KENNUNGEN = Field(json_schema_extra={"additionalProperties": False})
Antworten = Annotated[
    dict[Id, Literal[*STUFEN, WEISS_NICHT, TRIFFT_NICHT_ZU] | None],  # type: ignore[valid-type]
    NUR_KENNUNGEN,
]

Ziele = Annotated[dict[Id, Literal[*STUFEN]], NUR_KENNUNGEN]  # type: ignore[valid-type]


class Person(Model):
    """Somebody in the room."""

    nr: Annotated[int, Field(ge=1)]
    name: Name
    """Name oder Rolle, freiwillig."""
    ort: Name
    """Kommune, wenn jemand aus einer anderen Werkstatt dazugekommen ist."""
    quelle: Literal["name", "code", "link", "datei", "papier", "werkstatt"]
    """Wie die Person in die Runde gekommen ist."""
    datum: TagOderLeer
    stand: Annotated[str, StringConstraints(max_length=40)]
    """Stand des Katalogs, aus dem die Fragen stammen."""
    antworten: Antworten
    """Erste Einschätzung je Frage."""
    zweite: Antworten
    """Neue Einschätzung nach dem Gespräch, nur wo es eine gibt."""
    ziele: Ziele = Field(default={})
    """Wo die Person je Frage in einem Jahr stehen wollte."""


class Vereinbarung(Model):
    """What was agreed on one question."""

    wert: StufeOderLeer
    ziel: StufeOderLeer
    wer: Name
    bis: TagOderLeer
    notiz: Annotated[str, StringConstraints(max_length=LAENGEN["notiz"])]
    antrag: bool
    """Ob die Frage in den Musterantrag soll."""


class Runde(Model):
    """People at one date."""

    kommune: Name
    datum: TagOderLeer
    personen: Annotated[tuple[Person, ...], Field(max_length=REGELN.personen)]


class Damals(Runde):
    """People at an earlier date."""

    ziele: Ziele = Field(default={})
    """Welche Ziele damals je Frage verabredet waren."""


class GesicherteWerkstatt(Runde):
    """A saved workshop."""

    format: Literal[FILE_FORMAT]  # type: ignore[valid-type]
    version: Literal[FILE_VERSION]  # type: ignore[valid-type]
    verdeckt: bool
    """Ob Namen verborgen sind."""
    offen: bool
    """Ob die Antworten aufgedeckt sind."""
    vereinbart: Annotated[dict[Id, Vereinbarung], NUR_KENNUNGEN]
    damals: Damals | None
    """Ein früherer Stand zum Vergleich."""


def saved_workshop_schema() -> dict[str, Any]:
    """Return the JSON Schema of the files in which people save a workshop."""
    return json_schema(GesicherteWerkstatt, "Gesicherte Werkstatt")

"""The file in which people save a Kurz-Check."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from ..model.base import LAENDER, Entry, Id, Kommunenart
from ..model.schema import json_schema
from .scoring import STUFEN, TRIFFT_NICHT_ZU, WEISS_NICHT

FILE_FORMAT = "integration-vor-ort/kurz-check"
FILE_VERSION = 1


class GesicherteFrage(Entry):
    """A question and its answer in a saved file."""

    id: Id
    nr: int | None
    """Nummer im Faltblatt; leer bei Zusatzfragen."""
    titel: str
    frage: str
    """Wortlaut der Frage, damit die Datei auch ohne diese Website lesbar bleibt."""
    antwort: Literal[*STUFEN, WEISS_NICHT, TRIFFT_NICHT_ZU] | None  # type: ignore[valid-type]
    """Stufe in Prozent, „weiss-nicht“, „trifft-nicht-zu“ oder null, wenn nichts ausgewählt ist."""
    notiz: Annotated[str, StringConstraints(max_length=2000)]


class GesicherterKurzcheck(Entry):
    """A saved Kurz-Check."""

    format: Literal["integration-vor-ort/kurz-check"]
    version: Literal[1]
    katalog_stand: Annotated[str, StringConstraints(max_length=40)]
    """Stand des Katalogs, aus dem die Fragen stammen."""
    name: Annotated[str, StringConstraints(max_length=120)]
    """Freie Bezeichnung, zum Beispiel ein Amt oder eine Rolle."""
    datum: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """Tag der Einschätzung."""
    land: Literal["", *LAENDER]  # type: ignore[valid-type]
    art: Literal[""] | Kommunenart
    fragen: Annotated[tuple[GesicherteFrage, ...], Field(max_length=100)]


def file_schema() -> dict[str, Any]:
    """Return the JSON Schema of saved files."""
    return json_schema(GesicherterKurzcheck, "Gesicherter Kurz-Check")

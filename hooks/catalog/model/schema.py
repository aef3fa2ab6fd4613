"""JSON Schemas of what editors and municipalities write and of what people save."""

from typing import Any

from pydantic import BaseModel

from .catalogue import CatalogFile
from .kommune import LocalFile
from .kurzcheck import GesicherterKurzcheck
from .settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Return the JSON Schema of a file.

    The docstrings of the models are for programmers and stay out; editors read
    those of the fields.
    """
    schema = model.model_json_schema() | {"$schema": DIALECT, "title": title}
    for definition in (schema, *schema["$defs"].values()):
        definition.pop("description", None)
    return schema


def catalog_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``catalog.yml``, for editors with completion."""
    return json_schema(CatalogFile, "Katalog „Integration vor Ort“")


def local_schema() -> dict[str, Any]:
    """Return the JSON Schema of a municipality's ``katalog.yml``."""
    return json_schema(LocalFile, "Eigene Einträge einer Kommune")


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``kommune.yml``, for editors with completion."""
    return json_schema(Settings, "Einstellungen einer Kommune")


def saved_kurzcheck_schema() -> dict[str, Any]:
    """Return the JSON Schema of the files in which people save a Kurz-Check."""
    return json_schema(GesicherterKurzcheck, "Gesicherter Kurz-Check")

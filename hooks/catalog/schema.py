"""JSON Schemas of what editors and municipalities write and of what people save."""

from typing import Any

from pydantic import BaseModel

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

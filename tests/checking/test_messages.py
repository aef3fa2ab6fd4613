"""The German words for everything pydantic may object to are complete."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from catalog.checking.locations import ABSCHNITTE, PARTS, singular
from catalog.checking.messages import MESSAGES
from catalog.kommune.own_pages import Seitenkopf
from catalog.model.catalogue import CatalogFile
from catalog.model.kommune import LocalFile
from catalog.model.settings import Settings
from pydantic import BaseModel

# Which error types a part of pydantic's schema can raise, and which constraints add one.
BY_TYPE = {
    "model": {"model_type"},
    "str": {"string_type"},
    "int": {"int_type"},
    "bool": {"bool_type"},
    "tuple": {"tuple_type"},
    "literal": {"literal_error"},
    "model-fields": {"missing", "extra_forbidden"},
}
BY_FUNCTION = {
    "_check_reserved": {"reserved_id"},
    "_check_reference": {"empty_reference"},
    "_check_address_reference": {"empty_reference"},
    "_check_day": {"day_form", "no_such_day", "far_away"},
    "_check_days_inside": {"no_such_day", "far_away"},
    "_check_http": {"http_link"},
    "_check_language": {"language_tag"},
    "_check_origin": {"origin"},
    "_check_page": {"page_path"},
    "_check_section": {"unknown_section", "section_stays"},
    "_check_font_name": {"font_name"},
    "_check_font_file": {"font_file"},
    "_check_version": {"version_number"},
    "_check_address": {"entry_address"},
    "_check_plain": {"no_markup"},
    "_check_mail": {"mail_address"},
    "_check_phone": {"phone_number"},
    "_check_colour": {"colour"},
    "_check_folder": {"folder_link"},
}
MODELS = (CatalogFile, LocalFile, Settings, Seitenkopf)
HARMLESS = {
    "computed-field",
    "no-info",
    "default",
    "definitions",
    "definition-ref",
    "model-field",
    "nullable",
    "function-after",
}
BY_CONSTRAINT = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("tuple", "min_length"): "too_short",
    ("tuple", "max_length"): "too_long",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
    ("int", "multiple_of"): "multiple_of",
}
CONSTRAINTS = {"min_length", "max_length", "pattern", "ge", "le", "gt", "lt", "multiple_of", "max_digits"}


def schema_parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every typed part of a pydantic core schema."""
    if isinstance(schema, dict):
        if "type" in schema and isinstance(schema["type"], str):
            yield schema
        for key, value in schema.items():
            if key not in {"metadata", "serialization", "ref", "cls", "config"}:
                yield from schema_parts(value)
    elif isinstance(schema, (list, tuple)):
        for item in schema:
            yield from schema_parts(item)


def possible_errors() -> set[str]:
    found: set[str] = set()
    for part in (part for model in MODELS for part in schema_parts(model.__pydantic_core_schema__)):
        assert part["type"] in BY_TYPE.keys() | HARMLESS, f"Neue Art von Feld: {part['type']}"
        found |= BY_TYPE.get(part["type"], set())
        if part["type"] == "function-after":
            found |= BY_FUNCTION[part["function"]["function"].__name__]
        found |= {BY_CONSTRAINT[part["type"], key] for key in CONSTRAINTS & part.keys()}
    return found


def test_messages_cover_exactly_what_the_models_can_raise() -> None:
    assert set(MESSAGES) == possible_errors()


def test_every_list_of_entries_has_a_singular() -> None:
    named = {name for model in MODELS for name in lists(model)} | {"ausblenden"}
    assert [name for name in named if not singular(name)] == []
    assert set(PARTS) <= named


def test_every_section_has_a_name() -> None:
    assert {name for model in (CatalogFile, Settings) for name, _ in inside(model)} >= set(ABSCHNITTE)


def inside(model: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    """Yield the fields that hold parts with fields of their own, and whether they hold a list of them."""
    for name, info in model.model_fields.items():
        optional = type(None) in get_args(info.annotation)
        annotation = get_args(info.annotation)[0] if optional else info.annotation
        for inner in (annotation, *get_args(annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield name, get_origin(annotation) is tuple
                yield from inside(inner)


def lists(model: type[BaseModel]) -> set[str]:
    return {name for name, is_list in inside(model) if is_list}

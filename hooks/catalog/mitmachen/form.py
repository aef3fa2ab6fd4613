"""The models → the form for an example.

Labels, help and limits of the form are those of the models, so the form can
never accept what the check of the catalogue refuses.
"""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..model.praxis import Beispiel, BeispielKommune, Beleg
from ..reading.characters import DAMAGED, ENTITY

_LIMITS = ("minLength", "maxLength", "pattern", "minimum", "maximum")
# What the check of the catalogue refuses in every text, and what the form says behind what it found.
_REFUSED = (
    (ENTITY, "ist eine Schreibweise aus HTML. Schreiben Sie das Zeichen selbst."),
    (DAMAGED, "ist ein beschädigtes Zeichen. Tippen Sie die Stelle neu."),
)


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form, described by the model."""

    name: str
    label: str
    help: str
    required: bool
    choices: tuple[str, ...]
    limits: dict[str, str | int]

    @property
    def rules(self) -> str:
        """Everything a script needs to check a value, as JSON."""
        return json.dumps({"required": self.required, **self.limits})


def form_fields(model: type[BaseModel]) -> dict[str, FormField]:
    """Return the simple fields of a model; lists are left to the template, records have no field."""
    schema = model.model_json_schema()
    required = schema.get("required", [])
    described = {name: _without_null(field) for name, field in schema["properties"].items()}
    return {
        name: _field(name, field, name in required)
        for name, field in described.items()
        if field.get("type") != "array" and "$ref" not in field
    }


def beispiel_form() -> dict[str, Any]:
    """Return what the form for an example shows."""
    return {
        "felder": form_fields(Beispiel),
        "kommune": form_fields(BeispielKommune),
        "beleg": form_fields(Beleg),
        "zeichen": refused_characters(),
    }


def refused_characters() -> str:
    """Return the patterns of what no text may hold, each with what to say, as JSON."""
    return json.dumps([(pattern.pattern, said) for pattern, said in _REFUSED])


def _field(name: str, described: dict[str, Any], required: bool) -> FormField:
    return FormField(
        name=name,
        label=described["title"],
        help=described.get("description", ""),
        required=required,
        choices=tuple(described.get("enum", ())),
        limits={key: described[key] for key in _LIMITS if key in described},
    )


def _without_null(described: dict[str, Any]) -> dict[str, Any]:
    """Merge the first alternative of an optional field into its description."""
    return {**described, **described.get("anyOf", [{}])[0]}


def proposal_ways(repository: str, contact: str, editors: str = "") -> dict[str, str]:
    """Return where proposals go, the mail address, the issue to fill in and the empty one, and what comes back.

    Args:
        repository: see :func:`issue_address`.
        contact: e-mail address; empty for the one in the imprint.
        editors: e-mail address of those who look after the product's texts, if it is known.
    """
    issue = issue_address(repository)
    return {
        "kontakt": contact,
        "produkt": editors,
        "anliegen": issue,
        "neues_anliegen": issue.partition("?")[0],
        "pakete": packages_address(repository),
    }


def packages_address(repository: str) -> str:
    """Return where the packages of every release lie, for all to fetch; empty if it is not known.

    Args:
        repository: see :func:`issue_address`.
    """
    project, gitlab, _ = repository.partition("/-/blob/")
    if gitlab:
        return f"{project}/-/tags"
    project, github, _ = repository.partition("/blob/")
    return f"{project}/releases" if github else ""


def issue_address(repository: str) -> str:
    """Return where a new issue is written, with ``{titel}`` and ``{text}`` to fill in.

    Args:
        repository: address of the file view, up to and including the branch;
            GitHub's and GitLab's are understood, others give an empty string.
    """
    project, gitlab, _ = repository.partition("/-/blob/")
    if gitlab:
        return f"{project}/-/issues/new?issue[title]={{titel}}&issue[description]={{text}}"
    project, github, _ = repository.partition("/blob/")
    return f"{project}/issues/new?title={{titel}}&body={{text}}" if github else ""

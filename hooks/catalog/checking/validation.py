"""Validate nodes against the models."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..reading.nodes import Node
from ..reading.problems import CatalogError, Problem
from .locations import describe_place
from .messages import MESSAGES, Context

_MOST_PROBLEMS = 500
M = TypeVar("M", bound=BaseModel)
Known = Mapping[int, tuple[Node, BaseModel]]


def validate(model: type[M], root: Node, name: str, known: Known = MappingProxyType({})) -> M:
    """Validate a node tree against a model.

    Args:
        model: what may be written.
        root: what was written.
        name: what messages call the file.
        known: items that were validated before, see ``known_items``; they are taken as they are.

    Raises:
        CatalogError: with every violation, located by line.
    """
    try:
        return model.model_validate(_data(root, known))
    except ValidationError as error:
        errors = [dict(item) for item in error.errors(include_url=False)]
        problems = [_problem(root, model, item) for item in islice(_causes(errors), _MOST_PROBLEMS)]
        if len(errors) > _MOST_PROBLEMS:
            message = f"Mehr als {_MOST_PROBLEMS} Angaben stimmen nicht. Beheben Sie zuerst die genannten."
            problems.append(Problem(0, message))
        raise CatalogError(name, problems) from None


def known_items(root: Node, data: object) -> Iterator[tuple[int, tuple[Node, BaseModel]]]:
    """Yield every item of a list in a valid file by the identity of its node, with node and model.

    The node is kept, so that its identity stays its own.
    """
    if isinstance(root.value, dict) and isinstance(data, BaseModel):
        for key, child in root.value.items():
            yield from known_items(child, getattr(data, key))
    elif isinstance(root.value, list) and isinstance(data, tuple):
        for child, item in zip(root.value, data, strict=True):
            if isinstance(item, BaseModel):
                yield id(child), (child, item)


def _data(node: Node, known: Known) -> Any:
    """Return the plain data of a node, with the models of known items in their places."""
    if not known:
        return node.data()
    if id(node) in known:
        return known[id(node)][1]
    if isinstance(node.value, dict):
        return {key: _data(child, known) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return tuple(_data(child, known) for child in node.value)
    return node.data()


def _causes(errors: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Leave out what only follows from another problem.

    pydantic does not count invalid items, so it calls a list too short when
    one of them is wrong.  What is wrong with the item is always reported.
    """
    places = [error["loc"] for error in errors]
    for error in errors:
        loc = error["loc"]
        follows = error["type"] == "too_short" and any(
            len(p) > len(loc) and p[: len(loc)] == loc for p in places
        )
        if not follows:
            yield error


def _problem(root: Node, model: type[BaseModel], error: dict[str, Any]) -> Problem:
    loc = list(error["loc"])
    node, line = root, root.line
    for key in loc:
        child = node.child(key)
        if isinstance(key, str) and key in node.key_lines:
            line = node.key_lines[key]
        elif child is not None:
            line = child.line
        if child is None:
            break
        node = child
    place = describe_place(root, loc if error["type"] not in ("missing", "extra_forbidden") else loc[:-1])
    context = Context(error, loc, node, _known_keys(model, loc))
    return Problem(line, place + MESSAGES[error["type"]](context))


def _known_keys(model: type[BaseModel], loc: Sequence[object]) -> list[str]:
    """The keys allowed beside the last key of ``loc``."""
    current: Any = model
    for part in list(loc)[:-1]:
        if isinstance(part, str):
            current = _model_inside(current.model_fields[part].annotation)
        if current is None:
            return []
    return list(current.model_fields)


def _model_inside(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := _model_inside(argument)) is not None:
            return found
    return None

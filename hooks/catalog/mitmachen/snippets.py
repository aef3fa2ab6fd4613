"""An empty entry of every kind, for text editors that understand the snippets of VS Code."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from ..model.catalogue import model_of
from ..model.kinds import KINDS, Kind


def snippets() -> dict[str, Any]:
    """Return the content of a file of snippets: what is typed brings an entry to fill in."""
    return {
        kind.einzahl: {
            "scope": "yaml",
            "prefix": kind.einzahl.lower(),
            "description": f"neuer Eintrag im Abschnitt „{' / '.join(kind.location)}“",
            "body": list(_body(kind)),
        }
        for kind in KINDS.values()
    }


def _body(kind: Kind) -> Iterator[str]:
    schema = model_of(kind).model_json_schema()
    writer = _Writer(schema.get("$defs", {}))
    return _as_item(writer.fields(schema, {name for name, _ in kind.links}))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes an entry with places to fill in, numbered in the order in which one comes to them."""

    definitions: dict[str, Any]
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def fields(self, schema: dict[str, Any], wanted: set[str]) -> Iterator[str]:
        """Yield the fields that must be there, and some others."""
        for name, described in schema["properties"].items():
            if name in schema.get("required", ()) or name in wanted:
                first, *further = self._value(described)
                yield f"{name}: {first}".rstrip()
                yield from (f"  {line}" for line in further)

    def _value(self, described: dict[str, Any]) -> Iterator[str]:
        """Yield what stands behind a field's name, and in the lines below."""
        if "$ref" in described:
            yield ""
            yield from self.fields(self.definitions[described["$ref"].rpartition("/")[2]], set())
        elif described["type"] == "array":
            yield ""
            for _ in range(max(1, described.get("minItems", 0))):
                yield from self._item(described["items"])
        else:
            yield self._scalar(described)

    def _item(self, described: dict[str, Any]) -> Iterator[str]:
        first, *further = self._value(described)
        yield from _as_item(iter([first] if first else further))

    def _scalar(self, described: dict[str, Any]) -> str:
        number = next(self._numbers)
        if "enum" in described or "const" in described:
            choices = described.get("enum") or [described["const"]]
            return f'"${{{number}|{",".join(choices)}|}}"'
        if described["type"] == "integer":
            return f"${{{number}:{described.get('minimum', 0)}}}"
        return f'"${{{number}:{_words(described)}}}"'


def _as_item(lines: Iterator[str]) -> Iterator[str]:
    """Turn the lines of a mapping, or a single value, into an item of a list."""
    yield f"- {next(lines)}"
    yield from (f"  {line}" for line in lines)


def _words(described: dict[str, Any]) -> str:
    """Return words for a place to fill in, which are valid there."""
    pattern = described.get("pattern", "")
    if pattern.startswith("^https"):
        return "https://"
    return "kennung" if pattern else described.get("title", "…")

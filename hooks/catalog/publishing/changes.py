"""Two states of the open data → what a proposal changes, as a German summary in Markdown."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from ..model.kinds import KINDS
from .data import API
from .text import as_text

OpenData = dict[str, Any]
# A reviewer reads the rest in the list of changed lines.
_MOST_PAIRS = 5
_LONGEST = 600
_NOTHING = "(nichts)"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that differs between two states."""

    kind: str
    title: str
    url: str
    fields: tuple[str, ...]
    wording: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        detail = f" ({', '.join(self.fields)})" if self.fields else ""
        lines = [f"- {self.kind}: {as_text(self.title)} – `{self.url}`{detail}"]
        for before, after in self.wording[:_MOST_PAIRS]:
            lines += [f"  - bisher: {as_text(_short(before))}", f"  - neu: {as_text(_short(after))}"]
        if len(self.wording) > _MOST_PAIRS:
            lines.append(f"  - und {len(self.wording) - _MOST_PAIRS} weitere Stellen")
        return "\n".join(lines)


def read_open_data(folder: Path) -> OpenData:
    """Return the open data of a site, or of the pages that ``write`` made."""
    candidates = (folder / API / "katalog.json", folder / "content" / API / "katalog.json")
    path = next((path for path in candidates if path.is_file()), None)
    if path is None:
        raise FileNotFoundError(f"In {folder} liegt keine Datei {API}/katalog.json.")
    data: OpenData = json.loads(path.read_text(encoding="utf-8"))
    return data


def summary(before: OpenData, after: OpenData) -> str:
    """Return the changes as Markdown; texts of the catalogue can only ever be text in it."""
    added = list(_only_in(after, before))
    removed = list(_only_in(before, after))
    changed = list(_changed(before, after))
    own = [change for change in changed if not set(change.fields) <= set(KINDS)]
    linked = [change for change in changed if change not in own]
    groups = {"Neue Seiten": added, "Geänderte Seiten": own, "Gelöschte Seiten": removed}
    parts = [_listed(title, changes) for title, changes in groups.items() if changes]
    if linked:
        parts.append(_listed("Nur die Verknüpfungen ändern sich", linked))
    if removed:
        parts.append(
            "Adressen sollen bleiben: Umbenanntes gehört in „fruehere_ids“ des Nachfolgers, "
            "Gelöschtes in „zurueckgezogen“."
        )
    return "\n\n".join(parts or ["Die Einträge des Katalogs ändern sich nicht."]) + "\n"


def _listed(title: str, changes: list[Change]) -> str:
    return "\n".join([f"### {title}: {len(changes)}", "", *map(str, changes)])


def _records(data: OpenData) -> dict[tuple[str, str], dict[str, Any]]:
    return {(kind, record["id"]): record for kind in KINDS for record in data.get(kind, [])}


def _only_in(one: OpenData, other: OpenData) -> Iterator[Change]:
    known = _records(other)
    for (kind, id_), record in _records(one).items():
        if (kind, id_) not in known:
            yield Change(KINDS[kind].einzahl, record["titel"], record["url"], ())


def _changed(before: OpenData, after: OpenData) -> Iterator[Change]:
    known = _records(before)
    for (kind, id_), record in _records(after).items():
        old = known.get((kind, id_), record)
        fields = tuple(key for key in {**old, **record} if old.get(key) != record.get(key))
        if fields:
            wording = tuple(pair for key in fields for pair in _wording(key, old.get(key), record.get(key)))
            yield Change(KINDS[kind].einzahl, record["titel"], record["url"], fields, wording)


def _wording(key: str, before: object, after: object) -> Iterator[tuple[str, str]]:
    """Yield each text that differs, as it was and as it will be; links are named by their field alone."""
    if key in KINDS or before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in {**before, **after}:
            yield from _wording(name, before.get(name), after.get(name))
    elif isinstance(before, list) and isinstance(after, list):
        for old, new in zip_longest(before, after):
            yield from _wording(key, old, new)
    else:
        yield _as_line(before), _as_line(after)


def _as_line(value: object) -> str:
    if isinstance(value, dict):
        return " – ".join(_as_line(item) for item in value.values())
    if isinstance(value, list):
        return " | ".join(_as_line(item) for item in value)
    return _NOTHING if value is None else str(value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"

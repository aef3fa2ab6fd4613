"""Entries and pages → what the search can find."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from pydantic import BaseModel

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.overviews import filtered_examples
from ..model.kinds import AUTHORED, KINDS

_NOT_TEXT = {"id", "quelle", "quellen", "adresse", "url", "stand", "fruehere_ids"} | {
    name for _, name, _ in AUTHORED
}
_PLACE = {
    "kurztitel": "schlagwort",
    "abkuerzung": "abkuerzung",
    "name": "schlagwort",
    "land": "schlagwort",
    "kurz": "kurz",
    "frage": "kurz",
    "erklaerung": "kurz",
    "beschreibung": "kurz",
}
_SYNTAX = re.compile(r"\]\([^)]*\)|\{[:.#][^}]*\}|<[^>]+>|^\s*\|[\s|:-]+\|$|[`*_|#\[\]]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """Something the search can find."""

    path: str
    kind: str
    title: str
    summary: str
    fields: tuple[tuple[str, str], ...]


def body(document: Document) -> str:
    """Return what a document says beyond its title and its summary, one text per line."""
    return "\n".join(text for place, text in document.fields if place in {"zwischentitel", "text"})


def entry_document(entry: Eintrag) -> Document:
    """Return an entry as something to find."""
    fields = [("titel", entry.titel), *_texts(entry.data, top=True)]
    if entry.nr is not None:
        fields.append(("schlagwort", f"{entry.kind.einzahl} {entry.nr}"))
    fields += [("text", hinweis.text) for hinweis in entry.hinweise]
    return Document(entry.path, entry.kind.key, _name(entry), entry.zusammenfassung, tuple(fields))


def _name(entry: Eintrag) -> str:
    short = getattr(entry.data, "abkuerzung", None)
    return f"{entry.titel} ({short})" if short else entry.titel


def page_document(path: str, title: str, description: str, markdown: str) -> Document:
    """Return a hand-written page as something to find.

    Args:
        path: the page's path without suffix.
        title: what the page is called.
        description: what it is about, in a sentence.
        markdown: its text without marks: what they stand for is found under the entries.
    """
    fields = [("titel", title), ("kurz", description)]
    for line in _plain(markdown):
        is_heading = line.startswith("#")
        fields.append(("zwischentitel" if is_heading else "text", line.lstrip("# ")))
    return Document(path, "seiten", title, description, tuple(fields))


def example_lists(catalog: Catalog) -> Iterator[Document]:
    """Yield the lists of examples by Land, kind of municipality and recommendation."""
    for overview in filtered_examples(catalog):
        yield Document(overview.path, "listen", overview.title, overview.count, (("titel", overview.title),))


def kind_names() -> dict[str, list[str]]:
    """Return for each kind of result its name, one and many."""
    names = {key: [kind.einzahl, kind.mehrzahl] for key, kind in KINDS.items()}
    return names | {"seiten": ["Seite", "Seiten"], "listen": ["Liste", "Listen von Beispielen"]}


def _texts(data: BaseModel, *, top: bool = False) -> Iterator[tuple[str, str]]:
    """Yield all texts of an entry with the place where they stand; the page's title left out."""
    for name in type(data).model_fields:
        if name in _NOT_TEXT or (top and name in {"titel", "begriff"}):
            continue
        place = "zwischentitel" if name == "titel" else _PLACE.get(name, "text")
        yield from _values(getattr(data, name), place)


def _values(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, BaseModel):
        yield from _texts(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item, place)


def _plain(markdown: str) -> Iterator[str]:
    """Yield the lines of a text without its syntax; a heading keeps its sign."""
    for line in markdown.splitlines():
        mark = "#" if line.startswith("#") else ""
        if text := unescape(_SYNTAX.sub(" ", line)).strip():
            yield mark + text

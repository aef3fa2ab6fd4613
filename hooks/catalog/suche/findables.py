"""Entries and pages → what the search can find."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from pydantic import BaseModel

from ..catalogue.entries import Catalog, Eintrag
from ..catalogue.overviews import filtered_beispiele, laender
from ..model.kinds import KINDS, authored_links

_NOT_TEXT = {
    "id",
    "quelle",
    "quellen",
    "belegt_durch",
    "adresse",
    "url",
    "stand",
    "geprueft",
    "gelesen",
    "genitiv",
    "artikel",
    "lage",
    # Not a fact, so nobody should come upon it.
    "ungeprueft",
    "fruehere_ids",
}
_PLACE = {
    "kurztitel": "schlagwort",
    "suchworte": "gefragt",
    "abkuerzung": "abkuerzung",
    "name": "schlagwort",
    "land": "schlagwort",
}
# What else can be found beside the entries, with its rank.  Lists and pages only lead to entries, so they
# come after them; a tool comes before what is written about it.
_OTHER_KINDS = {
    "werkzeuge": ("Werkzeug", "Werkzeuge", 160),
    "seiten": ("Seite", "Seiten", 95),
    "listen": ("Liste", "Listen von Beispielen", 85),
}
_TOOLS = {"kurz-check/index", "musterantrag/index"}
# Of an example in many places so many are named.
_NAMED_PLACES = 3
_SYNTAX = re.compile(r"\]\([^)]*\)|\{[:.#][^}]*\}|<[^>]+>|^\s*\|[\s|:-]+\|$|[`*_|#\[\]]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Findable:
    """Something the search can find.

    ``place`` says in which municipality and Land, if it is about one; ``nr`` is its number among its kind or 0.
    """

    path: str
    kind: str
    title: str
    summary: str
    fields: tuple[tuple[str, str], ...]
    place: str = ""
    nr: int = 0


def body(findable: Findable) -> str:
    """Return what it says beyond its title and its summary, one text per line."""
    texts = (text for place, text in findable.fields if place in {"zwischentitel", "text"})
    return "\n".join(" ".join(text.split()) for text in texts)


def findable_entry(entry: Eintrag) -> Findable:
    """Return an entry as something to find."""
    kind = entry.kind
    places = _PLACE | {kind.ueberschrift: "", kind.zusammenfassung: "kurz"}
    fields = [("titel", entry.titel), *_texts(entry.data, places)]
    if entry.nr is not None:
        fields.append(("schlagwort", f"{kind.einzahl} {entry.nr}"))
    if kind.gefragt:
        fields.append(("gefragt", kind.gefragt))
    fields += [("text", hinweis.text) for hinweis in entry.hinweise]
    return Findable(
        entry.path,
        kind.key,
        _name(entry),
        entry.zusammenfassung,
        tuple(fields),
        _place_of(entry),
        entry.nr or 0,
    )


def _place_of(entry: Eintrag) -> str:
    """Return where an example is from: the municipalities, then the Land where no name says it already."""
    if entry.kind.key != "beispiele":
        return ""
    names = [kommune.name for kommune in entry.data.kommunen]
    shown = ", ".join(names[:_NAMED_PLACES])
    if more := len(names[_NAMED_PLACES:]):
        shown += f" und {'eine' if more == 1 else more} weitere"
    return shown if names == laender(entry) else f"{shown} · {', '.join(laender(entry))}"


def _name(entry: Eintrag) -> str:
    short = getattr(entry.data, "abkuerzung", None)
    return f"{entry.titel} ({short})" if short else entry.titel


def findable_page(
    path: str, title: str, description: str, markdown: str, asked: Iterable[str] = ()
) -> Findable:
    """Return a hand-written page as something to find.

    Args:
        path: the page's path without suffix.
        title: what the page is called.
        description: what it is about, in a sentence.
        markdown: its text without marks: what they stand for is found under the entries.
        asked: how people ask for it.
    """
    fields = [("titel", title), ("kurz", description), *(("gefragt", words) for words in asked)]
    for line in _plain(markdown):
        is_heading = line.startswith("#")
        fields.append(("zwischentitel" if is_heading else "text", line.lstrip("# ")))
    kind = "werkzeuge" if path in _TOOLS else "seiten"
    return Findable(path, kind, title, description, tuple(fields))


def beispiel_lists(catalog: Catalog) -> Iterator[Findable]:
    """Yield the lists of examples by Land, kind of municipality and recommendation."""
    for overview in filtered_beispiele(catalog):
        yield Findable(overview.path, "listen", overview.title, overview.count, (("titel", overview.title),))


def kinds() -> dict[str, tuple[str, str, int]]:
    """Return for each kind of result its name, one and many, and how far in front it stands."""
    return {key: (kind.einzahl, kind.mehrzahl, kind.rank) for key, kind in KINDS.items()} | _OTHER_KINDS


def _texts(data: BaseModel, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield all texts of an entry with the place where they stand; those without a place left out.

    Args:
        data: the entry, or a part of it.
        places: where the texts of some fields stand.
    """
    links = {field for _, field, _ in authored_links()}
    for name in type(data).model_fields:
        place = places.get(name, "zwischentitel" if name == "titel" else "text")
        if place and name not in _NOT_TEXT and name not in links:
            yield from _values(getattr(data, name), place)


def _values(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, BaseModel):
        yield from _texts(value, _PLACE)
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item, place)


def _plain(markdown: str) -> Iterator[str]:
    """Yield the lines of a text without its syntax; a heading keeps its sign."""
    for line in markdown.splitlines():
        mark = "#" if line.startswith("#") else ""
        if text := unescape(_SYNTAX.sub(" ", line)).strip():
            yield mark + text

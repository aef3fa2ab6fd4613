"""Catalogue → search index, finished: the browser has nothing left to build.

Index and texts are classic scripts that each set a global.  So they load
under a strict Content Security Policy, in a sub-folder and from a disk alike.

Per word stem it holds a list of (document, weight).  The weight is the
word's share of BM25F: fields counted by rank, long fields discounted,
repetition saturating.  Stems that are parts of compounds hold a second list
of (compound, weight).  The lists are text, decoded only when a query needs
them: distances to the previous number in groups of five bits, then the
weight, one character each.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from pydantic import BaseModel

from .entries import AUTHORED, KINDS, SECTIONS, Catalog, Eintrag
from .fassung import Seite
from .german import MIN_PART, STOP_WORDS, all_parts, stem, words
from .overviews import filtered_examples
from .pages import MARKER, summary

FOLDER = "assets/suche"

# How much a word counts by where it stands.
WEIGHTS = {
    "titel": 10.0,
    "abkuerzung": 10.0,
    "schlagwort": 6.0,
    "zwischentitel": 4.0,
    "kurz": 3.0,
    "text": 1.0,
}
SATURATION = 5.0
LENGTH_DISCOUNT = 0.6
# Lists and pages that only lead to entries come after the entries themselves.
RANKS = {"quellen": 65, "listen": 85, "seiten": 95}
HEAD, MODIFIER = 48, 32

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_TOP = len(_ALPHABET) - 1
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
_NOUN = re.compile(r"\b[A-ZÄÖÜ]\w+")
_SYNTAX = re.compile(r"\]\([^)]*\)|\{[:.#][^}]*\}|<[^>]+>|^\s*\|[\s|:-]+\|$|[`*_|#\[\]]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """Something the search can find."""

    path: str
    kind: str
    title: str
    summary: str
    fields: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Lists:
    """The index while it grows: for each stem its documents and the compounds it is part of."""

    documents: defaultdict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    compounds: defaultdict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))


def search_files(
    catalog: Catalog, pages: Iterable[Document], address: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """Yield the path and the content of the index and of the texts that results quote.

    Args:
        catalog: the linked catalogue.
        pages: the hand-written pages, see ``page_document``.
        address: turns a page's Markdown path into its address below the site's root.
    """
    documents = [*map(entry_document, catalog), *sorted(pages, key=_path), *example_lists(catalog)]
    yield f"{FOLDER}/index.js", _script("ivoSuchindex", _index(catalog, documents, address))
    yield f"{FOLDER}/texte.js", _script("ivoSuchtexte", [_body(document) for document in documents])


def _path(document: Document) -> str:
    """The order of hand-written pages, whichever engine or adapter lists them."""
    return document.path


def _index(catalog: Catalog, documents: list[Document], address: Callable[[str], str]) -> dict[str, Any]:
    index = build_index(documents, [_group(item) for item in catalog.file.suchbegriffe], address)
    index["kinds"] = kind_names()
    index["sections"] = [[address(f"{path}/index.md"), title] for path, title in SECTIONS.items()]
    index["stopWords"] = " ".join(sorted(STOP_WORDS))
    return index


def _script(name: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.{name} = {text};\n"


def _body(document: Document) -> str:
    """Return what a document says beyond its title and its summary, one text per line."""
    return "\n".join(text for place, text in document.fields if place in {"zwischentitel", "text"})


def entry_document(entry: Eintrag) -> Document:
    """Return an entry as something to find."""
    fields = [("titel", entry.titel), *_texts(entry.data, top=True)]
    if entry.nr is not None:
        fields.append(("schlagwort", f"{entry.kind.einzahl} {entry.nr}"))
    fields += [("text", hinweis.text) for hinweis in entry.hinweise]
    return Document(entry.path, entry.kind.key, _name(entry), summary(entry), tuple(fields))


def _name(entry: Eintrag) -> str:
    short = getattr(entry.data, "abkuerzung", None)
    return f"{entry.titel} ({short})" if short else entry.titel


def page_document(path: str, meta: dict[str, Any], markdown: str) -> Document:
    """Return a hand-written page as something to find.

    Args:
        path: the page's Markdown path.
        meta: its front matter.
        markdown: its body; what markers stand for is found under the entries.
    """
    title, description = str(meta.get("title", path)), str(meta.get("description", ""))
    fields = [("titel", title), ("kurz", description)]
    for line in _plain(MARKER.sub("", markdown)):
        is_heading = line.startswith("#")
        fields.append(("zwischentitel" if is_heading else "text", line.lstrip("# ")))
    return Document(path, "seiten", title, description, tuple(fields))


def own_page_document(seite: Seite) -> Document:
    """Return a municipality's own page as something to find."""
    return page_document(seite.path, {"title": seite.titel, "description": seite.beschreibung}, seite.text)


def example_lists(catalog: Catalog) -> Iterator[Document]:
    """Yield the lists of examples by Land, kind of municipality and recommendation."""
    for overview in filtered_examples(catalog):
        yield Document(overview.path, "listen", overview.title, overview.count, (("titel", overview.title),))


def kind_names() -> dict[str, list[str]]:
    """Return for each kind of result its name, one and many."""
    names = {key: [kind.einzahl, kind.mehrzahl] for key, kind in KINDS.items()}
    return names | {"seiten": ["Seite", "Seiten"], "listen": ["Liste", "Listen von Beispielen"]}


def build_index(
    documents: list[Document], groups: list[dict[str, Any]], address: Callable[[str], str]
) -> dict[str, Any]:
    """Return the index as the browser reads it."""
    lists = _Lists()
    _weigh(documents, lists)
    _split_compounds(documents, groups, lists)
    stems = sorted(lists.documents.keys() | lists.compounds.keys())
    number = {stem_: index for index, stem_ in enumerate(stems)}
    compounds = ({number[word]: weight for word, weight in lists.compounds[s].items()} for s in stems)
    return {
        "documents": [
            [address(d.path), d.kind, d.title, d.summary, RANKS.get(d.kind, 100)] for d in documents
        ],
        "stems": " ".join(stems),
        "postings": " ".join(_encode(_quantised(lists.documents[s])) for s in stems),
        "compounds": " ".join(map(_encode, compounds)),
        "groups": groups,
    }


def _weigh(documents: list[Document], lists: _Lists) -> None:
    counted = [[(place, Counter(map(stem, words(text)))) for place, text in d.fields] for d in documents]
    lengths: defaultdict[str, list[int]] = defaultdict(list)
    for fields in counted:
        for place, size in _sizes(fields).items():
            lengths[place].append(size)
    average = {place: sum(sizes) / len(sizes) for place, sizes in lengths.items()}
    for index, fields in enumerate(counted):
        for stem_, weight in _frequencies(fields, average).items():
            lists.documents[stem_][index] = weight / (weight + SATURATION)


def _sizes(fields: list[tuple[str, Counter[str]]]) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for place, counts in fields:
        sizes[place] += counts.total()
    return sizes


def _frequencies(fields: list[tuple[str, Counter[str]]], average: dict[str, float]) -> Counter[str]:
    """Return how often each stem occurs, fields counted by their weight and their length."""
    sizes = _sizes(fields)
    total: Counter[str] = Counter()
    for place, counts in fields:
        relative = sizes[place] / average[place] if average[place] else 1
        factor = WEIGHTS[place] / (1 - LENGTH_DISCOUNT + LENGTH_DISCOUNT * relative)
        for stem_, count in counts.items():
            total[stem_] += count * factor  # type: ignore[assignment]
    return total


def _split_compounds(documents: list[Document], groups: list[dict[str, Any]], lists: _Lists) -> None:
    texts = [text for document in documents for _, text in document.fields]
    vocabulary = {word for text in texts for word in words(text)}
    texts += [phrase for group in groups for phrase in _phrases(group)]
    nouns = {word for text in texts for noun in _NOUN.findall(text) for word in words(noun)}
    known = frozenset(stem(noun) for noun in nouns if len(noun) >= MIN_PART)
    for word in sorted(vocabulary):
        for part, is_head in all_parts(word, known - {stem(word)}):
            weights = lists.compounds[part]
            weights[stem(word)] = max(weights.get(stem(word), 0), HEAD if is_head else MODIFIER)


def _phrases(group: dict[str, Any]) -> list[str]:
    return [group["term"], *group["same"], *group["related"]]


def _group(item: Any) -> dict[str, Any]:
    return {
        "term": item.begriff,
        "same": item.gleichbedeutend,
        "related": item.verwandt,
        "difference": item.unterschied or "",
    }


def _quantised(weights: dict[int, float]) -> dict[int, int]:
    return {index: max(1, round(weight * _TOP)) for index, weight in weights.items()}


def _encode(weights: dict[int, int]) -> str:
    """Return numbers and their weights as text; see the module's description."""
    out = []
    before = -1
    for number, weight in sorted(weights.items()):
        distance = number - before - 1
        while distance >= 32:
            out.append(_ALPHABET[distance % 32 + 32])
            distance //= 32
        out.append(_ALPHABET[distance] + _ALPHABET[weight])
        before = number
    return "".join(out)


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

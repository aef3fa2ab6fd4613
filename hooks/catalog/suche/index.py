"""Catalogue → search index, finished: the browser has nothing left to build.

The index says title, kind, place and number of each page; the texts, summaries
among them, follow in a file of their own, so that the first hits are there
sooner.  In a large catalogue the terms and the texts are in parts, see ``parts``.
All are classic scripts that each set a global.  So they load under a strict
Content Security Policy, in a sub-folder and from a disk alike.

Per word stem it holds a list of (findable, weight).  The weight is the
word's share of BM25F: fields counted by rank, long fields discounted,
repetition saturating.  Stems that are parts of compounds hold a second list
of (compound, weight).  The lists are text, decoded only when a query needs
them: distances to the previous number in groups of five bits, then the
weight, one character each.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from typing import Any

from ..catalogue.entries import Catalog
from ..model.kinds import SECTIONS
from .encoding import encode, quantised
from .findables import Findable, beispiel_lists, body, findable_entry, kinds
from .german import MIN_PART, STOP_WORDS, all_parts, stem, words
from .lists import land_groups, lists
from .parts import (
    LARGEST_WHOLE,
    PAGES_PER_PART,
    TEXTS_PER_PART,
    Terms,
    as_part,
    as_whole,
    boundaries,
    part_numbers,
    places_of_parts,
)

FOLDER = "assets/suche"
# How much a word counts by where it stands.
WEIGHTS = {
    "titel": 10.0,
    "abkuerzung": 10.0,
    "schlagwort": 6.0,
    "gefragt": 6.0,
    "zwischentitel": 4.0,
    "kurz": 3.0,
    "text": 1.0,
}
SATURATION = 5.0
LENGTH_DISCOUNT = 0.6
HEAD, MODIFIER = 48, 32
_NOUN = re.compile(r"\b[A-ZÄÖÜ]\w+")


@dataclass(slots=True)
class _Growing:
    """The index while it grows: for each stem where it occurs and the compounds it is part of."""

    postings: defaultdict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    compounds: defaultdict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))


class SearchFiles:
    """The files that the browser loads when somebody searches, each made when it is asked for.

    Args:
        catalog: the linked catalogue.
        pages: the hand-written pages, see ``findable_page``.
        address: turns a page's path into its address below the site's root.
        largest_whole: an index of more pages is in parts.
    """

    def __init__(
        self,
        catalog: Catalog,
        pages: Sequence[Findable],
        address: Callable[[str], str],
        largest_whole: int = LARGEST_WHOLE,
    ) -> None:
        self._catalog = catalog
        self._pages = pages
        self._address = address
        self._largest_whole = largest_whole

    def files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the path of every file below the site's root, and what makes it."""
        yield f"{FOLDER}/index.js", self.index
        if not self._in_parts:
            yield f"{FOLDER}/texte.js", self.texts
            return
        yield f"{FOLDER}/staemme.js", lambda: _script("ivoSuche_staemme", " ".join(self._terms.stems))
        for number in range(self._parts):
            yield f"{FOLDER}/teil{number}.js", partial(self._part, number)
        for number in part_numbers(self._count, TEXTS_PER_PART):
            yield f"{FOLDER}/texte{number}.js", partial(self._texts, number)

    def index(self) -> str:
        """Return the script with the index, or with what all queries need of it."""
        terms = self._places if self._in_parts else as_whole(self._terms)
        return _script("ivoSuchindex", _about(self._catalog, self._findables, self._address) | terms)

    def texts(self) -> str:
        """Return the script with the texts that results quote: the summary and the rest."""
        return _script("ivoSuchtexte", [(f.summary, body(f)) for f in self._findables])

    def _part(self, number: int) -> str:
        return _script(f"ivoSuche_teil{number}", as_part(self._terms, self._bounds, number))

    def _texts(self, number: int) -> str:
        shown = self._findables[number * TEXTS_PER_PART : (number + 1) * TEXTS_PER_PART]
        return _script(f"ivoSuche_texte{number}", [(f.summary, body(f)) for f in shown])

    @property
    def _in_parts(self) -> bool:
        return self._count > self._largest_whole

    @property
    def _parts(self) -> int:
        return len(part_numbers(self._count, PAGES_PER_PART))

    @cached_property
    def _count(self) -> int:
        """The number of pages, known before they are read."""
        return sum(1 for _ in chain(self._catalog, self._pages, beispiel_lists(self._catalog)))

    @property
    def _places(self) -> dict[str, Any]:
        return {"parts": places_of_parts(self._terms, self._bounds), "textsPerPart": TEXTS_PER_PART}

    @cached_property
    def _bounds(self) -> list[int]:
        return boundaries(self._terms, self._parts)

    @cached_property
    def _findables(self) -> list[Findable]:
        return [*map(findable_entry, self._catalog), *self._pages, *beispiel_lists(self._catalog)]

    @cached_property
    def _terms(self) -> Terms:
        return build_terms(self._findables, _groups(self._catalog))


def _about(catalog: Catalog, findables: list[Findable], address: Callable[[str], str]) -> dict[str, Any]:
    """Return everything but the terms."""
    return {
        "documents": [[address(f.path), f.kind, f.title, f.place, f.nr] for f in findables],
        "groups": _groups(catalog),
        "kinds": kinds(),
        "lists": lists(catalog, address),
        "sections": [
            [address(f"{path}/index"), title] for path, title in SECTIONS.items() if catalog.zeigt(path)
        ],
        "stopWords": " ".join(sorted(STOP_WORDS)),
    }


def _groups(catalog: Catalog) -> list[dict[str, Any]]:
    return [*map(_group, catalog.file.suchbegriffe), *land_groups()]


def _script(name: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.{name} = {text};\n"


def build_terms(findables: list[Findable], groups: list[dict[str, Any]]) -> Terms:
    """Return all terms of some pages, and of what the catalogue lists as meaning the same."""
    growing = _Growing()
    _weigh(findables, growing)
    _split_compounds(findables, groups, growing)
    stems = sorted(growing.postings.keys() | growing.compounds.keys())
    number = {stem_: index for index, stem_ in enumerate(stems)}
    return Terms(
        stems,
        [encode(quantised(growing.postings[s])) for s in stems],
        [{number[word]: weight for word, weight in growing.compounds[s].items()} for s in stems],
    )


def _weigh(findables: list[Findable], growing: _Growing) -> None:
    counted = [[(place, Counter(map(stem, words(text)))) for place, text in f.fields] for f in findables]
    lengths: defaultdict[str, list[int]] = defaultdict(list)
    for fields in counted:
        for place, size in _sizes(fields).items():
            lengths[place].append(size)
    average = {place: sum(sizes) / len(sizes) for place, sizes in lengths.items()}
    for index, fields in enumerate(counted):
        for stem_, weight in _frequencies(fields, average).items():
            growing.postings[stem_][index] = weight / (weight + SATURATION)


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


def _split_compounds(findables: list[Findable], groups: list[dict[str, Any]], growing: _Growing) -> None:
    texts = [text for findable in findables for _, text in findable.fields]
    vocabulary = {word for text in texts for word in words(text)}
    texts += [phrase for group in groups for phrase in _phrases(group)]
    nouns = {word for text in texts for noun in _NOUN.findall(text) for word in words(noun)}
    known = frozenset(stem(noun) for noun in nouns if len(noun) >= MIN_PART)
    for word in sorted(vocabulary):
        whole = stem(word)
        for part, is_head in all_parts(word, known, {whole}):
            weights = growing.compounds[part]
            weights[whole] = max(weights.get(whole, 0), HEAD if is_head else MODIFIER)


def _phrases(group: dict[str, Any]) -> list[str]:
    return [group["term"], *group["same"], *group["related"]]


def _group(item: Any) -> dict[str, Any]:
    return {
        "term": item.begriff,
        "same": item.gleichbedeutend,
        "related": item.verwandt,
        "difference": item.unterschied or "",
    }

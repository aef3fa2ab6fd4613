"""Grow the catalogue: what it would be with 1,000, 3,000 or 10,000 entries.

Examples, glossary and sources grow in the proportion they have today, 45 : 78 : 61, as they would if more
editors wrote; recommendations, factors and questions are fixed by their sources and stay, and so do the
sources they are from.  A generation is
one new set of all of them: new ids, links inside the generation, half of the sentences exchanged for others
of the same field, and one word in sixteen replaced by a compound that did not exist before.  So the vocabulary
grows with the catalogue, as it does when people write, and no cache and no index profits from repetition.
New entries are written as block YAML like the file's own and put at the end of their region.
"""

import json
import random
import re
import shutil
import textwrap
from collections.abc import Iterator
from copy import deepcopy
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
GROWING = ("beispiele", "glossar", "quellen")
# Long texts of each kind: sentences change places within one field only.
TEXTS = {"beispiele": ("kurz", "uebertragbar"), "glossar": ("erklaerung",), "quellen": ("beschreibung",)}
NAMES = {"beispiele": ("titel",), "glossar": ("begriff",), "quellen": ("titel", "kurztitel")}
# Fields whose ids point into the same generation.
LINKS = {"glossar": {"verwandt": "glossar", "quellen": "quellen"}}
LIMITS = {"kurztitel": 48, "begriff": 110, "titel": 150}
NEW_WORDS = 0.06
EXCHANGED = 0.5
WIDTH = 96
HEADS = "plan büro werkstatt treff kreis bericht stelle dienst tag netz runde haus fonds paten lotsen".split()
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-ZÄÖÜ])")
_NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{5,}")
_BARE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")

Entry = dict[str, Any]


def grown_project(size: int, target: Path) -> int:
    """Copy this project with a catalogue of at least ``size`` entries; return how many it has."""
    for name in ("content", "overrides", "hooks"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, target)
    text, entries = grown((ROOT / "catalog.yml").read_text(encoding="utf-8"), size)
    (target / "catalog.yml").write_text(text, encoding="utf-8")
    return entries


def grown(text: str, size: int) -> tuple[str, int]:
    """Return the text of a larger catalogue and how many entries it has; never fewer than the real one."""
    real = yaml.load(text, Loader=yaml.CSafeLoader)
    before = sum(map(len, _all_lists(real)))
    added = list(islice(_Generations(real).entries(), max(0, size - before)))
    known = {kind: {entry["id"] for entry in real[kind]} for kind in GROWING}
    for kind, entry in added:
        known[kind].add(entry["id"])
    for kind in GROWING:
        new = (_linked_to_known(kind, entry, known) for of_kind, entry in added if of_kind == kind)
        blocks = "".join(f"\n{_block(entry)}" for entry in new)
        text = text.replace(f"# endregion {kind}", f"{blocks}# endregion {kind}")
    return text, before + len(added)


def changed_sentence(text: str, number: int) -> tuple[str, str, str]:
    """Change one sentence of one example, as an editor would.

    Returns:
        The new text, the path of the example's page, and the words that it must show now.
    """
    start = text.index("\nbeispiele:\n")
    places = list(
        re.finditer(r"\n  - id: (\S+)\n(?:(?!\n  - id).)*?\n    kurz: >-\n      ", text[start:], re.DOTALL)
    )
    place = places[(number * 7) % len(places)]
    words = f"Dieser Satz ist neu, Fassung {number}."
    end = start + place.end()
    return f"{text[:end]}{words} {text[end:]}", f"beispiele/{place[1]}/index.html", words


class _Generations:
    """Writes new entries without end."""

    def __init__(self, real: Entry) -> None:
        self._real = {kind: [entry for entry in real[kind] if _may_grow(entry)] for kind in GROWING}
        self._chance = random.Random(1)
        self._sentences = {
            (kind, name): [sentence for entry in real[kind] for sentence in _SENTENCE.split(entry[name])]
            for kind, names in TEXTS.items()
            for name in names
        }
        self._nouns = sorted(set(_NOUN.findall(json.dumps(real, ensure_ascii=False))))

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield kind and entry, the kinds mixed in their proportion."""
        places = sorted(
            ((index + 0.5) / len(self._real[kind]), kind, index)
            for kind in GROWING
            for index in range(len(self._real[kind]))
        )
        for generation in count(2):
            for _, kind, index in places:
                yield kind, self._renewed(kind, self._real[kind][index], generation)

    def _renewed(self, kind: str, entry: Entry, generation: int) -> Entry:
        new = deepcopy(entry)
        new.pop("fruehere_ids", None)
        new["id"] = _id(entry["id"], generation)
        for name, target in LINKS.get(kind, {}).items():
            if target and name in new:
                new[name] = [_id(id_, generation) for id_ in new[name]]
        for name in NAMES[kind]:
            if name in new:
                new[name] = f"{self._compound()}: {new[name]}"[: LIMITS[name]].strip()
        for name in TEXTS[kind]:
            new[name] = self._text(entry[name], self._sentences[kind, name])
        return new

    def _text(self, text: str, others: list[str]) -> str:
        sentences = (
            self._chance.choice(others) if self._chance.random() < EXCHANGED else sentence
            for sentence in _SENTENCE.split(text)
        )
        return " ".join(map(self._word, " ".join(sentences).split()))

    def _word(self, word: str) -> str:
        return self._compound() if self._chance.random() < NEW_WORDS else word

    def _compound(self) -> str:
        """Return a word of three parts: there are a hundred million of them, so it is hardly ever known."""
        first, second = self._chance.choices(self._nouns, k=2)
        return f"{first}s{second.lower()}{self._chance.choice(HEADS)}"


def _may_grow(entry: Entry) -> bool:
    """Tell whether there could be more of an entry: the texts that everything goes back to are five."""
    return entry.get("art") != "Ausgangstext"


def _id(id_: str, generation: int) -> str:
    return f"{id_[:70].rstrip('-')}-g{generation}"


def _all_lists(real: Entry) -> Iterator[list[Entry]]:
    """Yield the entries of every kind that has pages."""
    yield from (real[kind] for kind in ("empfehlungen", "erfolgsfaktoren", "stellschrauben", "argumente"))
    yield from (
        real["kurzcheck"]["fragen"],
        real["kurzcheck"]["zusatzfragen"],
        real["musterantrag"]["auftraege"],
    )
    yield from (real[kind] for kind in GROWING)


def _linked_to_known(kind: str, entry: Entry, known: dict[str, set[str]]) -> Entry:
    """Drop links to what a generation that is cut short no longer contains."""
    for name, target in LINKS.get(kind, {}).items():
        entry[name] = [id_ for id_ in entry.get(name, ()) if id_ in known[target]]
        if not entry[name]:
            del entry[name]
    if kind == "glossar" and "quellen" not in entry:
        entry["redaktionell"] = True
    return entry


def _block(entry: Entry) -> str:
    lines = list(chain.from_iterable(_field(name, value, 4) for name, value in entry.items()))
    return "\n".join([f"  - {lines[0].lstrip()}", *lines[1:], ""])


def _field(name: str, value: Any, indent: int) -> Iterator[str]:
    space = " " * indent
    if isinstance(value, list):
        yield f"{space}{name}:"
        for item in value:
            yield from _item(item, indent + 2)
    else:
        first, *rest = _scalar(value, indent)
        yield f"{space}{name}: {first}"
        yield from rest


def _item(item: Any, indent: int) -> Iterator[str]:
    space = " " * indent
    if isinstance(item, dict):
        first, *rest = chain.from_iterable(_field(name, value, indent + 2) for name, value in item.items())
        yield f"{space}- {first.lstrip()}"
        yield from rest
    else:
        first, *rest = _scalar(item, indent)
        yield f"{space}- {first}"
        yield from rest


def _scalar(value: Any, indent: int) -> list[str]:
    """Return a value as the file's own: ids bare, short texts in quotes, long ones folded below a sign."""
    if not isinstance(value, str):
        return [json.dumps(value)]
    if _BARE.fullmatch(value):
        return [value]
    if len(value) + indent < WIDTH - 20:
        return [json.dumps(value, ensure_ascii=False)]
    space = " " * (indent + 2)
    options: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False}
    return [">-", *(space + line for line in textwrap.wrap(value, WIDTH - indent, **options))]

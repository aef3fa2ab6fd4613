"""What is attacked, and what must hold whatever happens to it."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import yaml
from catalog.catalogue.load import load_catalog
from catalog.catalogue.overlay import LocalEntries
from catalog.kommune.folder import read_fassung
from catalog.kommune.own_pages import read_page, rendered
from catalog.kommune.svg import svg_problems
from catalog.reading.nodes import Written
from catalog.reading.problems import CatalogError
from kommune import AUENBRUECK
from mutate import mutated
from tiny import TINY

KOMMUNE = Path(__file__).parents[1] / "kommune"
# Words of the libraries beneath: whoever reads one of them has met a message that nobody translated.
ENGLISH = re.compile(
    r"\b(expected|found|while|mapping|invalid|valid|error|input|should|must|string|field|required|unexpected|"
    r"not|line|column|object|None|Traceback)\b"
)
_QUOTED = re.compile(r"„[^“]*“|\"[^\"]*\"|Erlaubt sind: .*|Möglich sind: .*|Meinten Sie .*|xmlns=\S+")
# What a browser would run or fetch by itself.
_RUNS = set("script iframe object embed form input textarea style svg math link meta base".split())


class _Dangers(HTMLParser):
    """Another parser than the one that decides, to contradict it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag] if tag in _RUNS else []
        self.found += [name for name, _ in attrs if name.startswith("on") or name == "style"]


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of file: where mutations start from, and what reads it."""

    name: str
    sources: tuple[str, ...]
    read: Callable[[Path, bytes], list[str]]

    def check(self, folder: Path, seed: int) -> bool:
        """Attack once and return whether the file was refused.

        Raises:
            AssertionError: a refusal without reason, an untranslated message, or something hostile that passed.
        """
        raw = mutated(self.sources[seed % len(self.sources)], seed)
        lines = self.read(folder, raw)
        for line in lines:
            assert "\n" not in line, (self.name, seed, line)
            assert len(line) < 1500, (self.name, seed, line)
            english = ENGLISH.search(_QUOTED.sub("", line))
            assert not english, (self.name, seed, line)
        return bool(lines)


def _reported(step: Callable[[], object]) -> list[str]:
    try:
        step()
    except CatalogError as error:
        lines = error.lines()
        assert lines, "a refusal without reason"
        return lines
    return []


def _catalogue(folder: Path, raw: bytes) -> list[str]:
    (folder / "catalog.yml").write_bytes(raw)
    return _reported(lambda: load_catalog(folder / "catalog.yml"))


def _settings(folder: Path, raw: bytes) -> list[str]:
    copy = folder / "kommune"
    if not copy.exists():
        shutil.copytree(AUENBRUECK, copy)
        shutil.rmtree(copy / "seiten")
    (copy / "kommune.yml").write_bytes(raw)
    return _reported(lambda: read_fassung(copy))


def _local(folder: Path, raw: bytes) -> list[str]:
    path = folder / "katalog.yml"
    path.write_bytes(raw)
    return _reported(lambda: load_catalog(_tiny(folder), LocalEntries(Written.read(path))))


def _tiny(folder: Path) -> Path:
    path = folder / "tiny.yml"
    if not path.exists():
        path.write_text(TINY, encoding="utf-8")
    return path


def _page(folder: Path, raw: bytes) -> list[str]:
    path = folder / "seite.md"
    path.write_bytes(raw)
    seen: list[str] = []
    lines = _reported(lambda: seen.append(rendered(read_page(path).text)))
    for html in seen:
        dangers = _Dangers()
        dangers.feed(html)
        assert not dangers.found, html
    return lines


def _drawing(_: Path, raw: bytes) -> list[str]:
    problems = svg_problems(raw)
    assert problems or b"<script" not in raw or b"<!--" in raw or b"CDATA" in raw, raw
    return [str(problem) for problem in problems]


@cache
def targets() -> dict[str, Target]:
    """Return all targets by name."""
    pages = [
        f"# Seite\n\n{text}"
        for name in ("harmlos", "feindlich")
        for text in _collected(name, "seiten").values()
    ]
    whole = "\n\n".join(["# Seite", *map(str, _collected("harmlos", "seiten").values())])
    drawings = [
        text.replace("{svg}", '<svg xmlns="http://www.w3.org/2000/svg">')
        for text in _collected("harmlos", "bilder").values()
    ]
    own = (AUENBRUECK / "katalog.yml").read_text(encoding="utf-8")
    for here, there in (
        ("sprache-und-bildung", "netzwerke"),
        ("beispiele/berlin-neukoelln-stadtteilmuetter", "glossar/rat"),
    ):
        own = own.replace(here, there)
    settings = (AUENBRUECK / "kommune.yml").read_text(encoding="utf-8")
    found = (
        Target("katalog", (TINY,), _catalogue),
        Target("einstellungen", (settings,), _settings),
        Target("oertlich", (own,), _local),
        Target("seiten", (*pages, whole), _page),
        Target("bilder", tuple(text.replace("><", ">\n<") for text in drawings), _drawing),
    )
    return {target.name: target for target in found}


def _collected(folder: str, name: str) -> dict[str, str]:
    return dict(yaml.safe_load((KOMMUNE / folder / f"{name}.yml").read_text(encoding="utf-8")))

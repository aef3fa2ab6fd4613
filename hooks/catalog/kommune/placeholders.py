"""What is still to be filled in: in the settings, in a municipality's own entries and pages."""

import re
from collections.abc import Iterator

from ..checking.locations import describe_place, scalars
from ..reading.nodes import Written
from ..reading.problems import Problem
from .own_pages import Seite

# Reserved names and numbers, and the marks people leave where something is still to be filled in.
_WORDS = (
    r"\bTODO\b|XXX|bitte eintragen|\bMuster(mann|frau|stadt)|localhost|"
    r"\.(example|invalid|test)\b|\bexample\.(com|net|org)\b|\b030 23125\d{3}\b"
)
# Browsers understand it as well.
PATTERN = rf"\[|\]|\.\.\.|…|{_WORDS}"
_IN_SETTINGS = re.compile(PATTERN, re.IGNORECASE)
# In prose, dots are dots, and brackets belong to links.
_IN_PROSE = re.compile(rf"\[[^\]\n]+\](?![(\[:])|{_WORDS}", re.IGNORECASE)
FOUND = "„{feld}“ enthält noch einen Platzhalter („{wert}“). "
WAY_OUT = "Tragen Sie die richtige Angabe ein oder setzen Sie „betrieb: demo“."
IN_FORM = "Tragen Sie die richtige Angabe ein, oder wählen Sie als Betrieb „demo“."


def in_settings(written: Written) -> Iterator[Problem]:
    """Yield the placeholders in ``kommune.yml``."""
    yield from _in_file(written, _IN_SETTINGS)


def in_entries(written: Written) -> Iterator[Problem]:
    """Yield the placeholders in ``katalog.yml``."""
    yield from _in_file(written, _IN_PROSE)


def in_page(seite: Seite) -> Iterator[Problem]:
    """Yield the placeholders in a page; without its front matter, lines would be wrong, so none is named."""
    for text in (seite.titel, seite.beschreibung, seite.text):
        for match in _IN_PROSE.finditer(text):
            yield Problem(0, f"Die Seite enthält noch einen Platzhalter („{match[0]}“). {WAY_OUT}")


def _in_file(written: Written, pattern: re.Pattern[str]) -> Iterator[Problem]:
    for place, node in scalars(written.root):
        if match := pattern.search(str(node.value)):
            yield Problem(
                node.line,
                describe_place(written.root, place[:-1])
                + FOUND.format(feld=place[-1], wert=match[0])
                + WAY_OUT,
            )

"""Marks that stand for what a municipality answers, found again however a template wrote them."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import quote
from xml.sax.saxutils import escape as escape_xml

from markupsafe import escape

Part = str | list[str]
"""Text as it is, or the name of a mark and how its value is written there."""

# How values are written where they stand; the browser does the same by these names.
_WRITTEN: dict[str, Callable[[str], str]] = {
    "text": str,
    "html": lambda text: str(escape(text)),
    "xml": escape_xml,
    "url": partial(quote, safe="/"),
    "muster": re.escape,
}
_START, _END = "\ue000", "\ue001"
_LEFT_OVER = re.compile("[\ue000\ue001]|%EE%80%8[01]|\\\\ue00[01]")


def mark(name: str) -> str:
    """Return what stands for a value; every way of writing leaves a different trace on it."""
    return f"{_START}{name}&'{_END}"


class Marks:
    """Finds marks in what a build wrote.

    Args:
        literals: name and text of marks that carry more than ``mark`` makes of their name.
        names: of all others.
    """

    def __init__(self, literals: dict[str, str], *names: str) -> None:
        texts = literals | {name: mark(name) for name in names}
        self._found = {
            write(text): [name, how]
            for how, write in reversed(_WRITTEN.items())
            for name, text in texts.items()
        }
        longest_first = sorted(self._found, key=len, reverse=True)
        self._pattern = re.compile(f"({'|'.join(map(re.escape, longest_first))})")

    def split(self, text: str) -> list[Part]:
        """Return a text as text and marks.

        Raises:
            ValueError: a mark was written in a way that nobody knows.
        """
        return list(self._parts(text))

    def _parts(self, text: str) -> Iterator[Part]:
        for part in self._pattern.split(text):
            if part in self._found:
                yield self._found[part]
            elif _LEFT_OVER.search(part):
                raise ValueError(f"a mark cannot be found again in {part!r}")
            elif part:
                yield part

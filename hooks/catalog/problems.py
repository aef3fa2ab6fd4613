"""Problems in the catalogue, worded for the person who edits it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one line (1-based; 0 stands for the file as a whole)."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.line}: {self.message}" if self.line else self.message


class CatalogError(Exception):
    """All problems found in one file, sorted by line.

    ``str(error)`` is the complete German report, one line per problem.
    """

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.name = name
        self.problems = sorted(set(problems))
        super().__init__(name, self.problems)

    def __str__(self) -> str:
        lines = [
            f"{self.name}:{problem}" if problem.line else f"{self.name}: {problem}"
            for problem in self.problems
        ]
        count = len(lines)
        found = "1 Problem gefunden." if count == 1 else f"{count} Probleme gefunden."
        return "\n".join([*lines, f"{found} Die bisherige Website bleibt unverändert."])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return “ Meinten Sie „…“?” for the closest known word, else an empty string."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Meinten Sie „{close[0]}“?" if close else ""

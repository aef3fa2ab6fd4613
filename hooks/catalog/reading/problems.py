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

    ``str(error)`` is the complete German report, one line per problem.  An
    error without a problem cannot be made: nobody could mend what it refuses.
    """

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.name = name
        self.problems = sorted(set(problems))
        if not self.problems:
            raise ValueError("a refusal needs a reason")
        super().__init__(name, self.problems)

    def lines(self) -> list[str]:
        """Return one line per problem."""
        return [
            f"{self.name}:{problem}" if problem.line else f"{self.name}: {problem}"
            for problem in self.problems
        ]

    def __str__(self) -> str:
        return report(self.lines())


class FolderError(CatalogError):
    """The problems of several files in one report."""

    def __init__(self, errors: Iterable[CatalogError]) -> None:
        self.errors = list(errors)
        super().__init__("", (problem for error in self.errors for problem in error.problems))

    def lines(self) -> list[str]:
        """Return one line per problem, file by file."""
        return [line for error in self.errors for line in error.lines()]


def report(lines: list[str]) -> str:
    """Return the lines with a closing sentence."""
    found = "1 Problem gefunden." if len(lines) == 1 else f"{len(lines)} Probleme gefunden."
    return "\n".join([*lines, f"{found} Die bisherige Website bleibt unverändert."])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return “ Meinten Sie „…“?” for the closest known word, however it is capitalized, else an empty string."""
    found = closest(word, known)
    return f" Meinten Sie „{found}“?" if found else ""


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like a word, however it is capitalized; empty if none is like it."""
    folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""

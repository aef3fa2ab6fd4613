"""A municipality's own pages: read, and refused if they hold what is not allowed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from ..checking.validation import validate
from ..model.base import Model, Titel
from ..reading.nodes import read_nodes, read_text
from ..reading.problems import CatalogError, Problem

SECTION = "vor-ort"
_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?\n)---\n", re.DOTALL)
_PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
_HEADING = re.compile(r"^# (?P<title>[^\n{]+)", re.MULTILINE)
# What would run a program, load something foreign or be refused by the Content Security Policy.
_UNSAFE = re.compile(
    r"<\s*/?\s*(?:script|style|iframe|object|embed|form|link|meta|base)\b|\bstyle\s*=\s*[\"']|"
    r"<[^>]*\bon[a-z]+\s*=|\{[^}]*\b(?:on[a-z]+|style)\s*=|(?:java|vb)script:|!\[[^\]]*\]\(\s*<?(?:https?:)?//|\bsrc\s*=\s*[\"']?(?:https?:)?//",
    re.IGNORECASE,
)


class Seitenkopf(Model):
    """The front matter of a municipality's own page."""

    title: Titel | None = None
    description: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = None


@dataclass(frozen=True, slots=True)
class Seite:
    """A municipality's own page."""

    path: str
    titel: str
    beschreibung: str
    text: str


def read_page(path: Path) -> Seite:
    """Read a municipality's own page.

    Raises:
        CatalogError: the page has no heading, or something in it is not allowed.
    """
    text = read_text(path).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    head = _read_head(front["head"], path.name) if front else Seitenkopf()
    heading = _HEADING.search(body)
    problems = list(_unsafe_places(text))
    if not _PAGE_NAME.fullmatch(path.name):
        problems.append(
            Problem(
                0, "Der Dateiname wird zur Adresse: nur Kleinbuchstaben ohne Umlaute, Ziffern, Bindestriche."
            )
        )
    if not heading:
        problems.append(Problem(0, "Die Seite braucht eine Überschrift: eine Zeile, die mit „# “ beginnt."))
    if problems:
        raise CatalogError(f"seiten/{path.name}", problems)
    title = head.title or (heading["title"].strip() if heading else "")
    return Seite(f"{SECTION}/{path.stem}", title, head.description or title, body.strip())


def _read_head(text: str, name: str) -> Seitenkopf:
    return validate(Seitenkopf, read_nodes(f"# Kopf\n{text}", f"seiten/{name}"), f"seiten/{name}")


def _unsafe_places(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _UNSAFE.search(line):
            yield Problem(
                number,
                f"„{match[0]}“ ist hier nicht möglich: Eigene Seiten enthalten keine Programme, keine eigenen "
                "Formate und nichts von fremden Adressen.",
            )

"""A municipality's own pages: read, rendered, and refused if they hold what is not allowed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated
from xml.etree import ElementTree

from pydantic import StringConstraints

from ..checking.safe_html import Found, problems_of
from ..checking.validation import validate
from ..model.base import Model, Titel
from ..model.kinds import entry_path
from ..reading.characters import text_problems
from ..reading.disk import LONGEST_NAME
from ..reading.markdown_text import EachElement, fitted, markdown_converter
from ..reading.names import reserved
from ..reading.nodes import read_nodes, read_text
from ..reading.problems import CatalogError, Problem

SECTION = "vor-ort"
MAX_CHARACTERS = 50_000
MAX_LINES = 3_000
_LONGEST_LINE = 20_000
_MOST_OPEN = 100
_MOST_TICKS = 500
_MOST_PROBLEMS = 100
# Quotes and lists that begin in one line; a rule of spaced marks is none.
_DEEPEST = 20
_BEGINNINGS = re.compile(rf"(?:[ \t]*(?:>|[-+*][ \t]|\d{{1,9}}\.[ \t])){{{_DEEPEST}}}")
_RULE = re.compile(r"[ \t>]*([-*_])(?:[ \t]*\1)*[ \t]*")
_TOO_DEEP = "Hier sind zu viele Zitate und Listen ineinander geschachtelt."
# Lines with nothing blank between them.
_BLOCK = re.compile(r"^(?:.*\S.*(?:\n|\Z))+", re.MULTILINE)
_FENCE = re.compile(r"---[ \t]*")
_HEADING = re.compile(r"^# +(?P<title>[^\n{]*[^\s{])", re.MULTILINE)
_CODE = re.compile(r"(?P<ticks>`+)[^`\n]+(?P=ticks)")
_SOMEWHERE = " Es steht irgendwo auf der Seite."
_LOCAL_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
    name = f"seiten/{path.name}"
    text = read_text(path, name).replace("\r\n", "\n")
    problems = [*_name_problems(path.stem), *_size_problems(text), *text_problems(text)]
    if problems:
        raise CatalogError(name, problems)
    front, body = _front_matter(text, name)
    # What is checked has to be what is published, to the last space: four of them begin a block of code.
    body = body.strip()
    head = _read_head(front, name) if front else Seitenkopf()
    heading = _HEADING.search(body)
    if not heading:
        message = "Die Seite braucht eine Überschrift: eine Zeile, die mit „# “ beginnt."
        problems.append(Problem(0, message))
    try:
        problems += check_page(name, text, rendered(body))
    except RecursionError:
        # Of the parser of Markdown: what it can just take is found by its depth.
        problems.append(Problem(0, f"{_TOO_DEEP} Rücken Sie weniger weit ein."))
    except AssertionError:
        # Python's parser of HTML gives up at declarations that browsers pass over.
        line = next((number for number, line in enumerate(text.split("\n"), 1) if "<![" in line), 0)
        problems.append(
            Problem(line, "„<![“ ist hier nicht möglich. Löschen Sie die Stelle oder schreiben Sie &lt;.")
        )
    if problems:
        raise CatalogError(name, problems)
    title = head.title or (heading["title"].strip() if heading else "")
    return Seite(f"{SECTION}/{path.stem}", title, head.description or title, body)


def rendered(text: str) -> str:
    """Return the HTML of a page written in Markdown."""
    return fitted(markdown_converter(EachElement(_show_entry_link)).convert(text))


def _show_entry_link(element: ElementTree.Element) -> None:
    """Show a link to an entry as the relative one that the finished page has."""
    if element.tag == "a" and (path := entry_path(element.get("href") or "")):
        element.set("href", f"../{path}")


def check_page(path_name: str, markdown_text: str, html: str) -> list[Problem]:
    """Find what is not allowed in the finished HTML of a page, at the lines where it was written.

    Args:
        path_name: the file, as messages name it.
        markdown_text: the whole file, front matter included, so that lines are those of the editor.
        html: what it became; marks for parts of the catalogue are still comments.
    """
    # Each is looked for in all lines; whoever mends so many checks again anyway.
    found = [*islice(problems_of(html), _MOST_PROBLEMS + 1)]
    located = [*_located(path_name, markdown_text, found[:_MOST_PROBLEMS])]
    if len(found) > _MOST_PROBLEMS:
        message = (
            f"Mehr als {_MOST_PROBLEMS} Stellen sind hier nicht möglich. Beheben Sie zuerst die genannten."
        )
        located.append(Problem(0, message))
    return located


def _name_problems(stem: str) -> Iterator[Problem]:
    if not _LOCAL_NAME.fullmatch(stem):
        message = "Der Dateiname wird zur Adresse: nur Kleinbuchstaben ohne Umlaute, Ziffern, Bindestriche."
        yield Problem(0, message)
    elif len(stem) > LONGEST_NAME:
        message = f"Der Dateiname hat mehr als {LONGEST_NAME} Zeichen. Nehmen Sie einen kürzeren."
        yield Problem(0, message)
    elif reason := reserved(stem):
        yield Problem(0, f"Der Dateiname „{stem}.md“ ist nicht möglich: {reason} Nehmen Sie „{stem}-2.md“.")


def _size_problems(text: str) -> Iterator[Problem]:
    """Refuse what no page needs and what the Markdown parser would take minutes for."""
    if len(text) > MAX_CHARACTERS or text.count("\n") > MAX_LINES:
        limit = f"{MAX_CHARACTERS} Zeichen oder {MAX_LINES} Zeilen"
        yield Problem(0, f"Die Seite hat mehr als {limit}. Teilen Sie sie auf mehrere Seiten auf.")
        return
    for block in _BLOCK.finditer(text):
        yield from _tangle(block[0], text.count("\n", 0, block.start()) + 1)


def _tangle(block: str, first_line: int) -> Iterator[Problem]:
    for number, line in enumerate(block.split("\n"), start=first_line):
        if len(line) > _LONGEST_LINE:
            yield Problem(number, f"Die Zeile hat mehr als {_LONGEST_LINE} Zeichen. Teilen Sie sie auf.")
        if _BEGINNINGS.match(line[:400]) and not _RULE.fullmatch(line):
            yield Problem(number, f"{_TOO_DEEP} Löschen Sie Zeichen am Anfang der Zeile.")
    if len(re.findall("`+", block)) > _MOST_TICKS:
        yield Problem(
            first_line, "In diesem Absatz sind sehr viele „`“. Teilen Sie ihn mit einer leeren Zeile."
        )
    for opening, closing in ("[", "]"), ("(", ")"), ("<", ">"):
        if _open(block, opening, closing) > _MOST_OPEN:
            what = f"In diesem Absatz sind sehr viele „{opening}“ nicht geschlossen."
            yield Problem(first_line, f"{what} Ergänzen Sie „{closing}“, oder löschen Sie die Zeichen.")


def _open(text: str, opening: str, closing: str) -> int:
    """Return how deep brackets are open at most."""
    depth = deepest = 0
    for char in text:
        if char == opening:
            depth += 1
            deepest = max(deepest, depth)
        elif char == closing and depth:
            depth -= 1
    return deepest


def _front_matter(text: str, name: str) -> tuple[str, str]:
    """Divide a page into its head, empty if there is none, and what follows."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[start]):
        return "", text
    end = next((n for n in range(start + 1, len(lines)) if _FENCE.fullmatch(lines[n])), None)
    looks_like_head = re.match(r"[a-z_]+:", lines[start + 1]) if start + 1 < len(lines) else None
    if end is None and (start == 0 or looks_like_head):
        message = (
            "Der Kopf der Seite beginnt hier, endet aber nirgends. Schließen Sie ihn mit einer Zeile „---“."
        )
        raise CatalogError(name, [Problem(start + 1, message)])
    if start and looks_like_head:
        message = "Der Kopf der Seite gehört ganz an den Anfang. Löschen Sie die leeren Zeilen davor."
        raise CatalogError(name, [Problem(start + 1, message)])
    if start or end is None:
        return "", text
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def _read_head(text: str, name: str) -> Seitenkopf:
    if not text.strip():
        return Seitenkopf()
    return validate(Seitenkopf, read_nodes(f"# Kopf\n{text}", name), name)


def _located(name: str, text: str, found: list[Found]) -> Iterator[Problem]:
    lines = _CODE.sub(lambda match: " " * len(match[0]), text).split("\n")
    times: Counter[Found] = Counter()
    for one in found:
        number = _line_of(one, lines, times[one])
        times[one] += 1
        message = f"{one.what} ist hier nicht möglich. {one.way_out}"
        yield Problem(number or _first_line(lines), message if number else message + _SOMEWHERE)


def _first_line(lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines, start=1) if line.startswith("# ")), 1)


def _line_of(found: Found, lines: list[str], nth: int) -> int:
    """Return the line where something was written, 0 if it cannot be told."""
    for pattern in _traces(found):
        numbers = [number for number, line in enumerate(lines, start=1) for _ in pattern.finditer(line)]
        if numbers:
            return numbers[min(nth + found.again, len(numbers) - 1)]
    return 0


def _traces(found: Found) -> Iterator[re.Pattern[str]]:
    """Yield what to look for in the text, the surest first."""
    value = re.escape(found.value.strip())
    name = re.escape(found.attribute)
    if len(found.value) == 1 and not found.attribute:
        yield re.compile(rf"{value}|&#(x0*{ord(found.value):x}|0*{ord(found.value)});", re.IGNORECASE)
    tag = re.escape(found.element.removeprefix("/").removeprefix("!"))
    if name and value:
        yield re.compile(rf"(?<![\w-]){name}\s*=\s*[\"']?\s*{value}", re.IGNORECASE)
    if found.attribute == "class":
        yield re.compile("|".join(rf"\.{re.escape(part)}(?![\w-])" for part in found.value.split()) or "$^")
    if found.attribute == "id":
        yield re.compile(rf"#{value}(?![\w-])")
    if value and found.attribute in {"", "href", "src", "srcset", "cite"}:
        yield re.compile(value)
    if name:
        yield re.compile(rf"(?<![\w-]){name}\s*(=|$)", re.IGNORECASE)
        yield re.compile(rf"<[a-z][^<>]*[\s/]{name}(?![\w-])", re.IGNORECASE)
    if tag:
        end = "/" if found.element.startswith("/") else ""
        yield re.compile(rf"<\s*{end}\s*{tag}(?![\w-])" if tag != r"\-\-" else "<!--", re.IGNORECASE)
    if found.element == "img":
        yield re.compile(r"!\[")
    if found.element == "a":
        yield re.compile(r"\]\(|\]:")
    if found.element == "/":
        yield re.compile(r"</(?:div|article|main|body|section)", re.IGNORECASE)

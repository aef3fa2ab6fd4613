"""Texts written by hand → pages: Markdown, front matter, marks for parts of the catalogue."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from xml.etree import ElementTree

from markdown import Markdown
from markupsafe import Markup
from pydantic import StringConstraints

from ..checking.validation import validate
from ..model.base import Model, Suchworte, Titel
from ..publishing.links import Links, UnknownTarget
from ..reading.markdown_text import MARKER, EachElement, markdown_converter
from ..reading.nodes import read_nodes
from ..reading.problems import CatalogError, Problem
from .page import Page
from .rendering import Contents

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?\n)---\n", re.DOTALL)
# Whatever somebody may have meant as a mark.
_ALMOST = re.compile(r"<!--\s*katalog\b.*?-->", re.IGNORECASE | re.DOTALL)

Marker = Callable[[str, Contents], Markup]


class Textkopf(Model):
    """The front matter of a text written by hand."""

    title: Titel | None = None
    description: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = None
    suchworte: Suchworte = ()
    scripts: tuple[str, ...] = ()
    """Entry modules that the page loads."""
    hide: tuple[Literal["toc"], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text written by hand.

    Attributes:
        path: of its page, without suffix.
        file: what an editor calls the file in a message.
        body: Markdown, without front matter.
        first_line: the line in the file at which the body begins.
    """

    path: str
    file: str
    head: Textkopf
    body: str
    first_line: int = 1

    @property
    def title(self) -> str:
        """The title of the page."""
        return self.head.title or self.path

    @property
    def description(self) -> str:
        """What search engines show."""
        return self.head.description or ""

    @classmethod
    def read(cls, path: str, file: str, source: str) -> "Text":
        """Split a Markdown file into front matter and body.

        Raises:
            CatalogError: the front matter holds something else than it may.
        """
        match = _FRONT_MATTER.match(source)
        if match is None:
            return cls(path, file, Textkopf(), source)
        # A first line of its own, so that problems name the lines of the file.
        head = validate(Textkopf, read_nodes(f"# Kopf\n{match['head']}", file), file)
        return cls(path, file, head, source[match.end() :], source.count("\n", 0, match.end()) + 1)


class Writer:
    """Renders hand-written texts, with one Markdown instance for all of them.

    Args:
        links: turns what a text links to into addresses.
        marker: renders a part of the catalogue by its name.
    """

    def __init__(self, links: Links, marker: Marker) -> None:
        self._marker = marker
        self._rewriting = _Rewriting(links)
        self._markdown = markdown_converter(EachElement(self._rewriting.element))
        self._kept: dict[tuple[str, str], tuple[str, list[tuple[str, Markup]]]] = {}

    def page(self, text: Text, finish: Callable[[str], str] = str) -> Page:
        """Return the page of a text.

        Args:
            text: what was written.
            finish: changes what Markdown made of it, before the marks in it are shown.

        Raises:
            CatalogError: a link leads nowhere, or a mark names nothing that exists; with all places.
        """
        problems: list[Problem] = []
        html, sections = self._converted(text, problems)
        contents = Contents()
        parts = [*self._parts(text, finish(html), deque(sections), contents, problems)]
        problems += _almost_marks(text)
        if problems:
            raise CatalogError(text.file, problems)
        return Page(
            path=text.path,
            title=text.title,
            description=text.description,
            html=Markup("").join(parts),
            contents=contents,
            scripts=text.head.scripts,
            has_contents="toc" not in text.head.hide,
        )

    def _parts(
        self,
        text: Text,
        html: str,
        sections: deque[tuple[str, Markup]],
        contents: Contents,
        problems: list[Problem],
    ) -> Iterator[Markup]:
        """Yield the text between the marks, and what the marks stand for, each with its sections noted."""
        # Texts and the names of marks take turns.
        for number, part in enumerate(MARKER.split(html)):
            if number % 2 == 0:
                while sections and f'id="{sections[0][0]}"' in part:
                    contents.sections.append(sections.popleft())
                yield Markup(part)
                continue
            try:
                yield self._marker(part, contents)
            except UnknownTarget as error:
                line = text.first_line + text.body.partition(f"<!-- katalog: {part} -->")[0].count("\n")
                problems.append(Problem(line, str(error)))

    def _converted(self, text: Text, problems: list[Problem]) -> tuple[str, list[tuple[str, Markup]]]:
        """Return what Markdown makes of a text as a whole, so that what it defines is known everywhere in it."""
        key = (text.path, text.body)
        if key not in self._kept:
            self._rewriting.start(text.path)
            html = self._markdown.reset().convert(text.body)
            for link, message in self._rewriting.refused:
                problems.append(Problem(_line_of(link, text), message))
            sections = [(token["id"], Markup(token["name"])) for token in _sections(self._markdown)]
            if self._rewriting.refused:
                return html, sections
            self._kept[key] = html, sections
        return self._kept[key]


class _Rewriting:
    """Turns the links and pictures of a text into addresses of this site.

    Attributes:
        refused: the links that lead nowhere, each with the message.
    """

    def __init__(self, links: Links) -> None:
        self._links = links
        self._page = ""
        self.refused: list[tuple[str, str]] = []

    def start(self, page: str) -> None:
        """Begin with the text of a page."""
        self._page = page
        self.refused = []

    def element(self, element: ElementTree.Element) -> None:
        """Rewrite the address that an element carries, if it does."""
        name = {"a": "href", "img": "src"}.get(str(element.tag))
        if not name or not (link := element.get(name)):
            return
        try:
            address = self._links.written(self._page, link)
        except UnknownTarget as error:
            self.refused.append((link, str(error)))
            return
        if address is not None:
            element.set(name, address)
        else:
            # A municipality leaves the target out: its name stays, the link goes.
            element.tag = "span"
            element.attrib.pop(name)


def _sections(markdown: Markdown) -> Iterator[dict[str, Any]]:
    """Yield every section; what is written as one more title of the page is one too."""
    titled = False
    for token in getattr(markdown, "toc_tokens", ()):
        if token["level"] != 1:
            yield token
            continue
        if titled:
            yield token
        titled = True
        yield from token["children"]


def _almost_marks(text: Text) -> Iterator[Problem]:
    """Yield what looks like a mark and is none; it would be a comment that nobody sees."""
    for comment in _ALMOST.finditer(MARKER.sub(lambda mark: " " * len(mark[0]), text.body)):
        line = text.first_line + text.body.count("\n", 0, comment.start())
        yield Problem(
            line,
            f"„{comment[0]}“ ist keine Marke. Schreiben Sie sie so, allein in einer Zeile: <!-- katalog: name -->",
        )


def _line_of(link: str, text: Text) -> int:
    """Return the line in which a link stands, as far as it can be told: in brackets, or where it is defined."""
    written = re.search(rf"(?:\(|\]:)\s*<?{re.escape(link)}", text.body)
    return text.first_line + text.body.count("\n", 0, written.start() if written else 0)

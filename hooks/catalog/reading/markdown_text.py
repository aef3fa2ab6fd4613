"""How Markdown is read: the one set of extensions for every text written by hand, and what is done to the result."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# What stands for a part of the catalogue, alone on its line; Markdown takes it for a comment and leaves it in place.
MARKER = re.compile(r"^<!-- katalog: ([a-z-]+) -->$", re.MULTILINE)
# A table may be wider than a phone: it scrolls inside this, by keyboard too.
TABLE_FRAME = {"class": "tabellenfeld", "tabindex": "0", "role": "group", "aria-label": "Tabelle"}
_EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
_OPTIONS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "toc_depth": "1-2"},
}


def markdown_converter(*further: Extension) -> Markdown:
    """Return a converter from Markdown to HTML, with further steps of a caller's own."""
    return Markdown(extensions=[*_EXTENSIONS, *further], extension_configs=_OPTIONS, output_format="html")


class EachElement(Extension):
    """Hands a caller the elements of a text after all of Markdown's own steps, to change them.

    HTML that somebody typed is not among them.
    """

    def __init__(self, change: Callable[[ElementTree.Element], None]) -> None:
        super().__init__()
        self._change = change

    def extendMarkdown(self, md: Markdown) -> None:
        """Run last."""
        processor = Treeprocessor(md)
        processor.run = self._run  # type: ignore[method-assign]
        md.treeprocessors.register(processor, "each element", 0)

    def _run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            self._change(element)


def fitted(html: str) -> str:
    """Return the HTML of a page with a frame around each table, and with its first h1 as the only one.

    Where markup is broken, browsers may see other elements: what may be published is checked afterwards.
    """
    return _Fitting(html).done() if re.search("<(?:table|h1)", html, re.IGNORECASE) else html


class _Fitting(HTMLParser):
    """Notes what to change, and where."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._changes: list[tuple[int, int, str]] = []
        self._tables: list[int] = []
        self._headings: list[bool] = []

    def done(self) -> str:
        """Return the changed HTML."""
        self.feed(self._html)
        self.close()
        html = self._html
        for start, end, text in sorted(self._changes, reverse=True):
            html = html[:start] + text + html[end:]
        return html

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a table begins, and every title but the first."""
        if tag == "table":
            self._tables.append(self._place())
        elif tag == "h1":
            if self._headings:
                self._rename(self._place() + len("<"))
            self._headings.append(True)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a slash before the end as browsers do: not at all."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Frame a table that is whole and lies in no other; end a section as it began."""
        if tag == "table" and self._tables:
            start = self._tables.pop()
            if not self._tables:
                end = self._html.find(">", self._place()) + 1
                frame = "".join(f' {name}="{value}"' for name, value in TABLE_FRAME.items())
                self._changes += [(start, start, f"<div{frame}>"), (end, end, "</div>")]
        elif tag == "h1" and len(self._headings) > 1:
            self._rename(self._place() + len("</"))

    def _rename(self, place: int) -> None:
        self._changes.append((place, place + len("h1"), "h2"))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

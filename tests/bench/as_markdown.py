"""Write the pages of a built site as Markdown, for the tools that are compared with ours.

Every page becomes one Markdown file with the same title, text, headings and links.  What Markdown has no
words for loses its box: forms keep their labels, folded parts stand open, pictures and attributes are gone.
So the other tools have a little less to write than we do (about a tenth of the bytes), and no catalogue to
read, check and link at all: both favour them.  Our frame, search index, data and documents are not converted.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any

# Where files that are no pages are said to lie, so that no tool looks for them.
ELSEWHERE = "https://example.org/"
_BLOCKS = frozenset(
    "address article blockquote caption dd details div dl dt fieldset figure figcaption form h1 h2 h3 h4 h5 h6 "
    "legend li nav ol p pre section summary table tbody thead tr ul".split()
)
_SILENT = frozenset("button script style svg template".split())
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_ARTICLE = re.compile(r'<article class="seite__text[^>]*>\n(.*)\n</article>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """One page as Markdown: its path without suffix, its title and its text."""

    path: str
    title: str
    text: str


def written_pages(site: Path) -> list[Written]:
    """Return all pages of a built site; a page that only leads to another is none."""
    files = {file: _path(file, site) for file in sorted(site.rglob("*.html")) if file.name != "404.html"}
    known = set(files.values())
    pages = []
    for file, path in files.items():
        html = file.read_text(encoding="utf-8")
        article = _ARTICLE.search(html)
        if article and 'http-equiv="refresh"' not in html:
            converter = _Converter(path, known)
            converter.feed(article[1])
            pages.append(Written(path, converter.title or path, converter.result()))
    return pages


def _path(file: Path, site: Path) -> str:
    path = file.relative_to(site).as_posix().removesuffix("index.html").rstrip("/")
    is_section = any(below.is_dir() for below in file.parent.iterdir())
    return f"{path}/index".lstrip("/") if is_section or not path else path


@dataclass
class _Converter(HTMLParser):
    """Turns the HTML of an article into Markdown that a tool turns back."""

    path: str
    known: set[str]
    title: str = ""
    _blocks: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _prefix: str = ""
    _lists: list[str] = field(default_factory=list)
    _row: list[str] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)
    _silent: int = 0
    _plain: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def result(self) -> str:
        self._end_block()
        return "\n\n".join(self._blocks) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self._end_block()
        if tag in {"ul", "ol"}:
            self._lists.append("-" if tag == "ul" else "1.")
        elif tag == "li":
            self._prefix = f"{'    ' * (len(self._lists) - 1)}{self._lists[-1] if self._lists else '-'} "
        elif tag[0] == "h" and tag[1:].isdigit():
            self._prefix = f"{'#' * int(tag[1:])} "
        elif tag == "pre":
            self._plain = True
        elif tag == "a":
            self._links.append(self._target(dict(attrs).get("href") or ""))
            self._line.append("[" if self._links[-1] else "")
        elif tag in {"td", "th"}:
            self._line = []
        elif tag == "br":
            self._line.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        elif tag == "a" and self._links:
            target = self._links.pop()
            self._line.append(f"]({target})" if target else "")
        elif tag in {"td", "th"}:
            self._row.append(self._text())
        elif tag == "tr":
            self._rows.append(self._row)
            self._row = []
        elif tag == "table":
            self._end_table()
        elif tag == "h1":
            self.title = self.title or self._text(keep=True)
        if tag in _BLOCKS:
            self._end_block()
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._line.append(data if self._plain else _SPECIAL.sub(r"\\\1", data))

    def _text(self, *, keep: bool = False) -> str:
        text = " ".join("".join(self._line).split())
        if not keep:
            self._line = []
        return text

    def _end_block(self) -> None:
        if self._plain:
            lines = "".join(self._line).splitlines()
            self._blocks.append("\n".join(f"    {line}" for line in lines))
            self._line, self._plain = [], False
        elif text := self._text():
            self._blocks.append(self._prefix + text)
            self._prefix = "    " * len(self._lists)
        if not self._lists:
            self._prefix = ""

    def _end_table(self) -> None:
        rows = [row for row in self._rows if row]
        self._rows = []
        if rows:
            lines = [f"| {' | '.join(row)} |" for row in rows]
            self._blocks.append("\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]]))

    def _target(self, href: str) -> str:
        """Return the Markdown file that a link means, seen from this page; nothing for a place on a page."""
        address = href.partition("#")[0]
        if not address or "//" in address or address.startswith("mailto:"):
            return "" if not address else address.replace("(", "%28").replace(")", "%29")
        here = self.path.removesuffix("index").rstrip("/")
        found = normpath(join(here, address)).lstrip("./")
        for path in (found, f"{found}/index".lstrip("/")):
            if path in self.known:
                return relpath(f"{path}.md", dirname(self.path) or ".")
        return ELSEWHERE + found


def front_matter(page: Written) -> str:
    """Return the head that Hugo wants."""
    return f'---\ntitle: "{page.title.replace(chr(34), "").replace(chr(92), "")}"\n---\n'


def absolute(text: str, path: str) -> str:
    """Return a text whose links are addresses from the site's root, for tools that know no links to files."""

    def address(match: re.Match[Any]) -> str:
        target = normpath(join(dirname(path), match[1]))
        return f"](/{target.removesuffix('index')}/)".replace("//", "/")

    return re.sub(r"\]\(((?:\.\./|[\w-]+/)*[\w-]+)\.md\)", address, text)

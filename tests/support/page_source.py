"""Built pages as tests want to see them: text, elements, links, ids."""

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

Element = tuple[str, dict[str, str]]

_HIDDEN = {"script", "style"}


class _Reader(HTMLParser):
    """Collects the elements and the visible texts of a page."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[str] = []
        self._hidden = 0
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


class PageSource:
    """An HTML file; it is parsed when a test asks for more than its source."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.source = path.read_text(encoding="utf-8")

    @cached_property
    def _read(self) -> _Reader:
        return _Reader(self.source)

    @property
    def elements(self) -> list[Element]:
        return self._read.elements

    @cached_property
    def text(self) -> str:
        """All text, on one line."""
        return " ".join("".join(self._read.texts).split())

    @cached_property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element with a name."""
        return [attrs for name, attrs in self.elements if name == tag]

    def data_attributes(self) -> list[str]:
        """The values of all ``data-`` attributes."""
        return [
            value for _, attrs in self.elements for name, value in attrs.items() if name.startswith("data-")
        ]

    def addresses(self) -> list[str]:
        """Everything the page links to or loads."""
        return [
            attrs[name] for _, attrs in self.elements for name in ("href", "src", "action") if name in attrs
        ]


def page_sources(site: Path) -> dict[str, PageSource]:
    """Return every HTML file of a site by its path."""
    sources = {file.relative_to(site).as_posix(): PageSource(file) for file in sorted(site.rglob("*.html"))}
    # A test that looks at every page proves nothing about a site without pages.
    assert sources, site
    return sources


def article(page: PageSource) -> str:
    return re.search(r"<article.*</article>", page.source, re.DOTALL)[0]


def broken_links(
    pages: dict[str, PageSource], site: Path, base: str, folders: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield each page and address that leads to no file or no anchor."""
    for path, page in pages.items():
        for address in page.addresses():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = unquote(posixpath.normpath(posixpath.join(base, path, "..", parts.path))).lstrip("/")
            target = path if not parts.path else target
            if folders and (site / target).is_dir():
                target = posixpath.join(target, "index.html").removeprefix("./")
            # With an equals sign it is no place on the page but something a script reads.
            anchor = "" if "=" in parts.fragment else unquote(parts.fragment)
            if not (site / target).is_file() or (
                anchor and target in pages and anchor not in pages[target].ids
            ):
                yield path, address

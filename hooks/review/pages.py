"""A built page → its title, its texts, and what of it is the same on every page."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# They stand within a line of text; every other element begins a new one.
_INLINE = frozenset(
    "a abbr b bdi br cite code em i ins del kbd mark q s small span strong sub sup time u wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_UNSEEN = frozenset({"script", "style", "template"})
_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
# The name of a style sheet or a script tells its content; a page is the same whatever they contain.
_FINGERPRINT = re.compile(r"\.[0-9a-f]{8}(?=\.(?:css|js)\b)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a site.

    Attributes:
        title: its heading, or else what the browser calls it.
        texts: what it says, paragraph by paragraph, without header and footer.
        main: the HTML of the same part.
        html: the whole page.
    """

    title: str
    texts: tuple[str, ...]
    main: str
    html: str


def read_page(html: str) -> Page:
    """Return what a page says; a page without a frame is all text."""
    html = _FINGERPRINT.sub("", html)
    found = _MAIN.search(html)
    main = found[0] if found else html
    text = _Text.of(main)
    title = text.heading or _Text.of(html).title
    return Page(title, tuple(text.paragraphs), main, html)


@dataclass
class _Text(HTMLParser):
    """Collects texts; where a link leaves the site, or what a picture shows, belongs to them."""

    heading: str = ""
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _target: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, html: str) -> "_Text":
        text = cls()
        text.feed(html)
        text.close()
        text._end_line("")
        return text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag not in _INLINE:
            self._end_line(self._open[-1] if self._open else "")
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "a" and "//" in attributes.get("href", ""):
            self._target = attributes["href"]
        shown = attributes.get("alt") if tag == "img" else tag == "svg" and attributes.get("aria-label")
        if shown:
            self.paragraphs.append(f"[Bild: {shown}]")
        if tag == "br":
            self._line.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._target:
            self._line.append(f" ({self._target})")
            self._target = ""
        if tag not in _INLINE:
            self._end_line(tag)
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not _UNSEEN.isdisjoint(self._open):
            return
        first, *further = data.split("\n") if "pre" in self._open else [data]
        self._line.append(first)
        for line in further:
            self._end_line("pre")
            self._line.append(line)

    def _end_line(self, tag: str) -> None:
        line = _SPACE.sub(" ", "".join(self._line)).strip()
        self._line.clear()
        if tag == "title":
            self.title = line
        elif line:
            self.paragraphs.append(line)
        if tag == "h1":
            self.heading = self.heading or line

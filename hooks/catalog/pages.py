"""Catalogue → Markdown pages.

A page carries everything it needs in its front matter and its Markdown, so
any engine that understands both can build the site.  Links between pages are
Markdown links to ``.md`` files: the engine checks and rewrites them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from .entries import KINDS, SECTIONS, Catalog, Eintrag
from .forms import example_form, issue_address
from .kurzcheck import FORMEL, REGELN
from .model import LAENDER
from .motion import fill, neutral_motion, neutral_words
from .overviews import (
    KOMMUNENARTEN,
    KUERZEL,
    Overview,
    all_examples,
    arten,
    filtered_examples,
    laender,
    matrix,
    slug,
)
from .rendering import Renderer

MARKER = re.compile(r"^<!-- katalog: (?P<name>[a-z-]+) -->$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page below the content folder, with its front matter."""

    path: str
    title: str
    description: str
    body: str
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def markdown(self) -> str:
        """The page as a file: front matter (JSON is YAML) and body."""
        head = {"title": self.title, "description": self.description, **self.meta}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        return "\n".join(["---", *lines, "---", "", self.body])


class UnknownMarker(ValueError):
    """A content page names a part of the catalogue that does not exist."""


class PageWriter:
    """Renders every generated page and the markers in hand-written ones.

    Args:
        catalog: the linked catalogue.
        repository: address of the public repository's file view, up to and
            including the branch; empty if there is none.  The pencil then
            leads to the copy of the catalogue inside the site.
        contact: e-mail address for proposals; empty if there is none.
    """

    def __init__(self, catalog: Catalog, repository: str = "", contact: str = "") -> None:
        self._catalog = catalog
        self._ways = {"kontakt": contact, "anliegen": issue_address(repository)}
        self._repository = repository.rstrip("/")
        words = neutral_words(catalog.file.musterantrag.leerstellen)
        self._renderer = Renderer(
            {"katalog": catalog, "KINDS": KINDS, "SECTIONS": SECTIONS, "laender": laender, "arten": arten},
            {"slug": slug, "neutral": lambda pattern: fill(pattern, words)},
        )

    def pages(self) -> Iterator[Page]:
        """Yield all generated pages, in a fixed order."""
        for kind in KINDS:
            entries = self._catalog.all(kind)
            for entry, before, after in zip(entries, [None, *entries], [*entries[1:], None], strict=False):
                yield self._entry(entry, before, after)
                yield from self._redirects(entry)
        for overview in filtered_examples(self._catalog):
            yield self._overview(overview)
        yield self._source_view()

    def expand_markers(self, markdown: str, path: str) -> str:
        """Replace the markers ``<!-- katalog: name -->`` of a hand-written page.

        Raises:
            UnknownMarker: a marker names nothing that exists.
        """
        return MARKER.sub(lambda match: self._marker(match["name"], path), markdown)

    def source_link(self, entry: Eintrag) -> str:
        """Return the address that shows an entry's lines in the catalogue."""
        if self._repository:
            return f"{self._repository}/catalog.yml#L{entry.line}-L{entry.end_line}"
        return f"quelltext.md#L{entry.line}"

    def _entry(self, entry: Eintrag, before: Eintrag | None, after: Eintrag | None) -> Page:
        body = self._renderer.render(
            f"entry/{entry.kind.key}.md",
            entry.path,
            e=entry,
            d=entry.data,
            before=before,
            after=after,
            source_link=self.source_link(entry),
            total=len(self._catalog.all(entry.kind.key)),
        )
        return Page(entry.path, entry.titel, summary(entry), body, {"section": SECTIONS[entry.kind.section]})

    def _redirects(self, entry: Eintrag) -> Iterator[Page]:
        for old in getattr(entry.data, "fruehere_ids", ()):
            path = f"{entry.kind.section}/{old}.md"
            body = self._renderer.render("redirect.md", path, e=entry)
            yield Page(path, entry.titel, summary(entry), body, {"redirect": entry.id})

    def _overview(self, overview: Overview) -> Page:
        body = self._renderer.render("overview.md", overview.path, overview=overview)
        return Page(overview.path, overview.title, f"{overview.title} – {overview.count}.", body)

    def _source_view(self) -> Page:
        lines = Markup("\n").join(
            Markup('<span id="L{}">{}</span>').format(number, line)
            for number, line in enumerate(self._catalog.text.splitlines(), start=1)
        )
        body = self._renderer.render("source.md", "quelltext.md", lines=lines)
        title = "Quelltext des Katalogs"
        return Page("quelltext.md", title, "Die Datei catalog.yml, aus der diese Website entsteht.", body)

    def _marker(self, name: str, path: str) -> str:
        template = f"marker/{name}.md"
        if not self._renderer.has(template):
            raise UnknownMarker(f"{path}: Die Marke „{name}“ gibt es nicht.")
        return self._renderer.render(template, path, **self._marker_values(name))

    def _marker_values(self, name: str) -> dict[str, Any]:
        """Compute what a marker's template shows beyond the catalogue itself."""
        if name == "kurz-check":
            return {"regeln": REGELN, "formel": FORMEL, "laender": LAENDER, "arten": KOMMUNENARTEN}
        if name == "matrix":
            return {"matrix": matrix(self._catalog)}
        if name == "beispiele":
            return {"overview": all_examples(self._catalog)}
        if name == "laenderkarte":
            return {"laender": all_examples(self._catalog).filters[0].choices, "kuerzel": KUERZEL}
        if name == "beispiel-formular":
            return {**self._ways, **example_form(self._catalog)}
        if name == "vorschlagswege":
            return self._ways
        if name == "glossar":
            return {"begriffe": sorted(self._catalog.all("glossar"), key=lambda e: slug(e.titel))}
        if name == "musterantrag":
            return {"antrag": neutral_motion(self._catalog), "alle_laender": LAENDER}
        return {}


def summary(entry: Eintrag) -> str:
    """Return a sentence or two that describe an entry, for search engines and cards."""
    for name in ("kurz", "frage", "erklaerung", "beschreibung"):
        if text := getattr(entry.data, name, None):
            return str(text)
    return entry.titel

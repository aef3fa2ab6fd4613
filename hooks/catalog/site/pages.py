"""Catalogue → Markdown pages.

A page carries everything it needs in its front matter and its Markdown, so
any engine that understands both can build the site.  Links between pages are
Markdown links to ``.md`` files: the engine checks and rewrites them.
"""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from ..catalogue.entries import Catalog, Eintrag, summary
from ..catalogue.overviews import (
    KUERZEL,
    Overview,
    all_examples,
    arten,
    filtered_examples,
    laender,
    matrix,
    slug,
)
from ..kommune.folder import LOCAL_CHANGES, Fassung, read_fassung
from ..kommune.own_pages import Seite
from ..kurzcheck.scoring import FORMEL, REGELN
from ..mitmachen.form import example_form, issue_address
from ..model.base import KOMMUNENARTEN, LAENDER
from ..model.kinds import KINDS, SECTIONS, Kind
from ..musterantrag.grammar import fill, neutral_words
from ..musterantrag.plan import neutral_motion
from ..publishing.text import in_words, mailto
from .cards import Cards
from .markers import MARKER, UnknownMarker
from .rendering import Renderer
from .storage import GESPEICHERT

_LINK = re.compile(r"\[(?P<text>[^\]\[]*)\]\((?P<target>[^)\s:#]+\.md)(?:#[^)\s]*)?\)(?:\{[^}]*\})?")


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
        head = {"title": self.title, "description": self.description, "erzeugt": True, **self.meta}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        return "\n".join(["---", *lines, "---", "", self.body])


class PageWriter:
    """Renders every generated page and the markers in hand-written ones.

    Args:
        catalog: the linked catalogue.
        repository: address of the public repository's file view, up to and
            including the branch; empty if there is none.  The pencil then
            leads to the copy of the catalogue inside the site.
        contact: e-mail address for proposals; empty for the one in the imprint.
        fassung: the copy to render; without one, the neutral product.
        offline: render the edition that opens from a disk.
    """

    def __init__(
        self,
        catalog: Catalog,
        repository: str = "",
        contact: str = "",
        fassung: Fassung | None = None,
        offline: bool = False,
    ) -> None:
        self.catalog = catalog
        self.offline = offline
        self.fassung = fassung or read_fassung()
        self._ways = {"kontakt": contact or self.fassung.kontakt, "anliegen": issue_address(repository)}
        self._repository = repository.rstrip("/")
        self._hidden_paths = {f"{entry.kind.section}/{entry.id}.md" for entry in catalog.hidden}
        words = neutral_words(catalog.file.musterantrag.leerstellen)
        names = {
            "katalog": catalog,
            "fassung": self.fassung,
            "KINDS": KINDS,
            "SECTIONS": SECTIONS,
            "GESPEICHERT": GESPEICHERT,
            "laender": laender,
            "arten": arten,
            "summary": summary,
        }
        filters: dict[str, Callable[..., Any]] = {
            "slug": slug,
            "datum": in_words,
            "mailto": mailto,
            "neutral": lambda pattern: fill(pattern, words),
        }
        self._renderer = Renderer(names, filters)
        self._cards = Cards(self._renderer, offline)

    def pages(self) -> Iterator[Page]:
        """Yield all generated pages, in a fixed order."""
        for kind in KINDS:
            entries = self.catalog.all(kind)
            for entry, before, after in zip(entries, [None, *entries], [*entries[1:], None], strict=False):
                yield self._entry(entry, before, after)
                yield from self._redirects(entry)
        for overview in filtered_examples(self.catalog):
            yield self._overview(overview)
        yield self._source_view()
        if self.fassung.oertlich:
            yield self._local_changes()
            yield from map(self._own_page, self.fassung.seiten)

    def expand_markers(self, markdown: str, path: str) -> str:
        """Replace the markers ``<!-- katalog: name -->`` of a hand-written page.

        Raises:
            UnknownMarker: a marker names nothing that exists.
        """
        filled = MARKER.sub(lambda match: self._marker(match["name"], path), markdown)
        return _LINK.sub(lambda match: self._without_hidden(match, path), filled) + self._missing(path)

    def source_link(self, entry: Eintrag) -> str:
        """Return the address that shows an entry's lines in the catalogue."""
        if self._repository:
            return f"{self._repository}/catalog.yml#L{entry.line}-L{entry.end_line}"
        return f"quelltext.md#L{entry.line}"

    def _render(self, template: str, path: str, **values: Any) -> str:
        """Render a template for a page; in it, ``cards`` links to entries."""
        return self._renderer.render(
            template, path, cards=lambda entries: self._cards.render(entries, path), **values
        )

    def _entry(self, entry: Eintrag, before: Eintrag | None, after: Eintrag | None) -> Page:
        body = self._render(
            f"entry/{entry.kind.key}.md",
            entry.path,
            e=entry,
            d=entry.data,
            before=before,
            after=after,
            source_link=self.source_link(entry),
            total=self._total(entry.kind),
        )
        return Page(entry.path, entry.titel, summary(entry), body, {"section": SECTIONS[entry.kind.section]})

    def _total(self, kind: Kind) -> int:
        """Count the entries of a kind, those that this copy leaves out included."""
        hidden = [entry for entry in self.catalog.hidden if entry.kind == kind]
        return len(self.catalog.all(kind.key)) + len(hidden)

    def _redirects(self, entry: Eintrag) -> Iterator[Page]:
        for old in getattr(entry.data, "fruehere_ids", ()):
            path = f"{entry.kind.section}/{old}.md"
            body = self._render("redirect.md", path, e=entry)
            yield Page(path, entry.titel, summary(entry), body, {"redirect": entry.id})

    def _overview(self, overview: Overview) -> Page:
        body = self._render("overview.md", overview.path, overview=overview)
        return Page(overview.path, overview.title, f"{overview.title} – {overview.count}.", body)

    def _local_changes(self) -> Page:
        title = "Örtliche Änderungen"
        body = self._render(LOCAL_CHANGES, LOCAL_CHANGES)
        return Page(
            LOCAL_CHANGES, title, "Worin sich diese Fassung von „Integration vor Ort“ unterscheidet.", body
        )

    def _own_page(self, seite: Seite) -> Page:
        mark = self._render("oertliche-seite.md", seite.path)
        body = f"{mark}\n{self.expand_markers(seite.text, seite.path)}\n"
        return Page(seite.path, seite.titel, seite.beschreibung, body)

    def _missing(self, path: str) -> str:
        """Say on a section's overview which of its entries this copy leaves out."""
        section, _, name = path.partition("/")
        hidden = [entry for entry in self.catalog.hidden if entry.kind.section == section]
        if name != "index.md" or not hidden:
            return ""
        return "\n" + self._render("ausgeblendet.md", path, hidden=hidden)

    def _without_hidden(self, match: re.Match[str], page: str) -> str:
        """Turn a link to a hidden entry into its text."""
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), match["target"]))
        return match["text"] if target in self._hidden_paths else match[0]

    def _source_view(self) -> Page:
        lines = Markup("\n").join(
            Markup('<span id="L{}">{}</span>').format(number, line)
            for number, line in enumerate(self.catalog.text.splitlines(), start=1)
        )
        body = self._render("source.md", "quelltext.md", lines=lines)
        title = "Quelltext des Katalogs"
        return Page("quelltext.md", title, "Die Datei catalog.yml, aus der diese Website entsteht.", body)

    def _marker(self, name: str, path: str) -> str:
        template = f"marker/{name}.md"
        if not self._renderer.has(template):
            raise UnknownMarker(f"{path}: Die Marke „{name}“ gibt es nicht.")
        return self._render(template, path, **self._marker_values(name))

    def _marker_values(self, name: str) -> dict[str, Any]:
        """Compute what a marker's template shows beyond the catalogue itself."""
        if name == "kurz-check":
            return {"regeln": REGELN, "formel": FORMEL, "laender": LAENDER, "arten": KOMMUNENARTEN}
        if name == "matrix":
            return {"matrix": matrix(self.catalog)}
        if name == "beispiele":
            return {"overview": all_examples(self.catalog)}
        if name == "laenderkarte":
            return {"laender": all_examples(self.catalog).filters[0].choices, "kuerzel": KUERZEL}
        if name == "beispiel-formular":
            return {**self._ways, **example_form(self.catalog)}
        if name == "vorschlagswege":
            return self._ways
        if name == "glossar":
            return {"begriffe": sorted(self.catalog.all("glossar"), key=lambda e: slug(e.titel))}
        if name == "musterantrag":
            return {"antrag": neutral_motion(self.catalog), "alle_laender": LAENDER}
        return {}

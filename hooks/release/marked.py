"""The site of a municipality whose every answer is a mark, and what becomes of it under other conditions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from catalog.catalogue.entries import Catalog
from catalog.kommune.files import LOGOS
from catalog.kommune.folder import Fassung
from catalog.model.base import LAENDER
from catalog.model.musterantrag import Artikel
from catalog.model.settings import Settings
from catalog.musterantrag.declension import Phrase
from catalog.musterantrag.formular import page_values
from catalog.musterantrag.gremien import bodies
from catalog.musterantrag.vorbelegung import OWN, Vorbelegung
from catalog.pages.page import Page
from catalog.pages.rendering import CompiledTemplates, Contents, placed
from catalog.publishing.addresses import page_address, page_file, way_up
from catalog.publishing.own_copy import LEGAL_PAGES
from catalog.site.assets import Assets, make_assets
from catalog.site.configuration import Configuration
from catalog.site.frame import NOT_FOUND
from catalog.site.sitemap import sitemap
from catalog.site.website import Website

from .marks import Marks, mark

ORIGIN = f"https://{mark('ursprung')}"
PATH = f"/{mark('pfad')}/"
ANTRAG = "musterantrag/index"
CASES = ("nominativ", "genitiv", "dativ", "akkusativ")
ARTICLES: tuple[Artikel, ...] = get_args(Artikel)
_SETTINGS = (
    "titel",
    "begruessung",
    "name",
    "bezeichnung",
    "leitung",
    "gremium",
    "anbieter",
    "kontakt",
    "barrieren",
)
COLOURS = ("farbe-hell", "farbe-hell-kraeftig", "farbe-dunkel", "farbe-dunkel-kraeftig")
MARKS = Marks(
    {"ursprung": ORIGIN, "pfad": PATH},
    "stil",
    "antrag-name",
    *_SETTINGS,
    *COLOURS,
    *(f"antrag-{word}-{case}" for word in ("kommune", "gremium") for case in CASES),
    *(f"seite-{name}" for name in LEGAL_PAGES),
)
Files = dict[str, list[str]]
"""The lines of files, by path below the root of the site."""


@dataclass(frozen=True)
class Marked:
    """Makes the pages of one municipality whose answers are marks.

    Attributes:
        catalog: the product's.
        configuration: as it is for the neutral product.
        assets: what pages load; the name of the style sheet is a mark.
        fassung: the copy, with marks.
    """

    catalog: Catalog
    configuration: Configuration
    assets: Assets
    fassung: Fassung
    compiled: CompiledTemplates = field(default_factory=CompiledTemplates)

    @classmethod
    def of(cls, catalog: Catalog, configuration: Configuration, neutral: Fassung) -> "Marked":
        """Put marks into the neutral product."""
        assets = make_assets(configuration.overrides, "")
        sheet = f"assets/stylesheets/{mark('stil')}"
        return cls(
            catalog,
            replace(configuration, address=f"{ORIGIN}{PATH}"),
            replace(assets, style_sheet=sheet, contents={**assets.contents, sheet: ""}),
            replace(neutral, oertlich=True, settings=_marked(neutral.settings)),
        )

    @cached_property
    def website(self) -> Website:
        """The site itself."""
        return Website(self.configuration, self.catalog, self.fassung, self.assets, self.compiled)

    def pages(self) -> dict[str, Page]:
        """Return the pages without their frame."""
        return {path: self.website.book.page(path) for path in self.website.paths}

    def files(self, pages: Mapping[str, Page]) -> Files:
        """Return the files of all pages and the list of them.

        Args:
            pages: those that are known; the others are rendered.
        """
        frame, book = self.website.frame, self.website.book
        texts = {
            page_file(path, offline=False): frame.around(pages.get(path) or book.page(path))
            for path in self.website.paths
        }
        texts[f"{NOT_FOUND}.html"] = self.website.not_found()
        texts |= {path: text for path, text in sitemap(self.website) if isinstance(text, str)}
        for path, part, instead in self._replaced():
            texts[page_file(path, offline=False)] = texts[page_file(path, offline=False)].replace(
                self._part(path, part), self._part(path, instead)
            )
        return {path: text.split("\n") for path, text in texts.items()}

    def choices(self, lines: list[str]) -> Iterator[tuple[str, list[tuple[int, int, list[str]]]]]:
        """Yield what each choice at the top of the Musterantrag changes in the lines of its page."""
        unchosen = self._part(ANTRAG, self._antrag(Vorbelegung(name=mark("antrag-name")))).split("\n")
        start = _place_of(unchosen, lines)
        for condition, preset in _choices(self.catalog):
            chosen = self._part(ANTRAG, self._antrag(preset)).split("\n")
            pairs = enumerate(zip(unchosen, chosen, strict=True), start)
            yield condition, [(at, 1, [after]) for at, (before, after) in pairs if before != after]

    def conditions(self) -> Iterator[tuple[str, "Marked"]]:
        """Yield the same site with one thing changed, and how that is called."""
        settings = self.fassung.settings
        website = settings.website.model_copy(update={"begruessung": mark("begruessung")})
        nowhere = Path()
        for condition, fassung in (
            ("betrieb=demo", replace(self.fassung, settings=settings.model_copy(update={"betrieb": "demo"}))),
            *(
                (f"logo={logo.rpartition('.')[2]}", replace(self.fassung, files=((logo, nowhere),)))
                for logo in LOGOS
            ),
            ("farben=eigene", replace(self.fassung, style_sheet="eigene")),
            (
                "begruessung=ja",
                replace(self.fassung, settings=settings.model_copy(update={"website": website})),
            ),
        ):
            yield condition, replace(self, fassung=fassung)

    def _replaced(self) -> Iterator[tuple[str, str, str]]:
        """Yield what the browser makes itself: path of the page, what stands there, what shall."""
        for name in LEGAL_PAGES:
            yield name, self.website.book.part(name), mark(f"seite-{name}")
        preset = Vorbelegung(name=mark("antrag-name"))
        yield ANTRAG, self.website.book.part("musterantrag"), self._antrag(preset)

    @cached_property
    def _antrag_values(self) -> dict[str, Any]:
        return page_values(self.catalog, None)

    def _antrag(self, preset: Vorbelegung) -> str:
        values = {**self._antrag_values, "vorbelegung": preset}
        return self.website.book.renderer.render("musterantrag/seite.html", page=Contents(), **values)

    def same_as(self, lines: Files, pages: Mapping[str, Page]) -> dict[str, Page]:
        """Return the pages that stand in other files word for word: no answer says anything there.

        Args:
            lines: of the neutral product.
            pages: of this copy.
        """
        texts = {path: "\n".join(lines.get(page_file(path, offline=False), ())) for path in pages}
        return {path: page for path, page in pages.items() if self._part(path, page.html) in texts[path]}

    @staticmethod
    def _part(path: str, html: str) -> str:
        return placed(html, way_up(page_address(path, offline=False)))


def _marked(settings: Settings) -> Settings:
    """Put a mark in place of every answer that stands on a page beside the legal ones."""
    kommune = {name: mark(name) for name in ("name", "bezeichnung", "leitung", "gremium")}
    imprint = settings.impressum.model_copy(update={"name": mark("anbieter"), "email": mark("kontakt")})
    contact = settings.barrierefreiheit.kontakt
    assert contact is not None
    contact = contact.model_copy(update={"email": mark("barrieren")})
    return settings.model_copy(
        update={
            "betrieb": "echt",
            "kommune": settings.kommune.model_copy(update=kommune),
            "website": settings.website.model_copy(update={"titel": mark("titel")}),
            "impressum": imprint,
            "barrierefreiheit": settings.barrierefreiheit.model_copy(update={"kontakt": contact}),
        }
    )


def _choices(catalog: Catalog) -> Iterator[tuple[str, Vorbelegung]]:
    """Yield everything that can be chosen for a municipality at the top of the Musterantrag, each alone."""
    unchosen = Vorbelegung(name=mark("antrag-name"))
    for land in LAENDER:
        yield f"land={land}", replace(unchosen, land=land)
    for kind in catalog.file.musterantrag.kommunenarten:
        yield f"art={kind.id}", replace(unchosen, kommunenart=kind.id)
    for body in bodies(catalog):
        yield f"vertretung={body.id}", replace(unchosen, gremium=body.id)
    for article in ARTICLES:
        kommune, gremium = (_phrase(word, article) for word in ("kommune", "gremium"))
        yield f"art={OWN}-{article}", replace(unchosen, kommunenart=OWN, eigene_kommune=kommune)
        yield f"vertretung={OWN}-{article}", replace(unchosen, gremium=OWN, eigenes_gremium=gremium)


def _phrase(word: str, article: Artikel) -> Phrase:
    nominativ, genitiv, dativ, akkusativ = (mark(f"antrag-{word}-{case}") for case in CASES)
    return Phrase(article, nominativ, genitiv, dativ, akkusativ)


def _place_of(part: list[str], lines: list[str]) -> int:
    """Return the line at which a part of a page begins."""
    return next(at for at in range(len(lines)) if lines[at : at + len(part)] == part)


def facts(catalog: Catalog) -> Mapping[str, Any]:
    """Return what tells a municipality's choices in the Musterantrag from its answers."""
    kinds = catalog.file.musterantrag
    laender = {entry.land: entry.kreis for entry in catalog.file.laender}
    return {
        "arten": [[kind.id, kind.titel] for kind in kinds.kommunenarten],
        "gremien": {body.nominativ: body.id for body in reversed(list(bodies(catalog)))},
        "kreise": {land: kreis for land, kreis in laender.items() if kreis},
        "beugung": kinds.beugung.model_dump(),
    }

"""One website: every page and file, each made when it is asked for."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache

from ..catalogue.entries import Catalog
from ..catalogue.figures import number_problems, part_problems, with_numbers, without_parts
from ..documents.vorlagen import template_files
from ..kommune.folder import Fassung
from ..mitmachen.existing import existing_examples
from ..mitmachen.form import proposal_ways
from ..mitmachen.preview import preview_knowledge
from ..model.kinds import section_of
from ..musterantrag.belege import knowledge
from ..musterantrag.documents import document_files
from ..pages.book import Book
from ..pages.local import own_text
from ..pages.rendering import Renderer
from ..pages.written import Text
from ..publishing.addresses import page_address, page_file
from ..publishing.data import Made, as_script, data_files, form_files
from ..publishing.links import Links
from ..publishing.text import TOGETHER
from ..reading.markdown_text import MARKER
from ..reading.problems import CatalogError, Problem, did_you_mean
from ..suche.findables import findable_page
from ..suche.index import FOLDER as SEARCH
from ..suche.index import SearchFiles
from .assets import Assets, pictures
from .configuration import Configuration, own_navigation, page_path
from .frame import NOT_FOUND, Frame
from .scripts import FOLDER as SCRIPTS
from .scripts import flatten

Content = tuple[str, str | bytes]
"""The path of a file in the site and what it contains."""


class NoSuchFile(LookupError):
    """The site has no file with this path."""


class Website:
    """Knows every page and every file of one copy, and makes what is asked for.

    Args:
        configuration: the settings of this build.
        catalog: the linked catalogue.
        fassung: the copy to build.
        assets: what pages load.
        compiled: see ``Renderer``.
    """

    def __init__(
        self,
        configuration: Configuration,
        catalog: Catalog,
        fassung: Fassung,
        assets: Assets,
        compiled: BytecodeCache | None = None,
    ) -> None:
        self.configuration = configuration
        self.catalog = catalog
        self._assets = assets
        self._fassung = fassung
        self._texts = list(_texts(configuration, catalog))
        ways = proposal_ways(
            configuration.repository, configuration.contact or fassung.kontakt, configuration.contact
        )
        links = Links(configuration.offline)
        self.book = Book(catalog, fassung, self._texts, links, ways, configuration.repository, compiled)
        self._pages = {page_file(path, configuration.offline): path for path in self.book.paths}
        self._files = dict(self._planned_files())
        hidden = [f"{entry.kind.section}/{entry.id}" for entry in catalog.hidden]
        links.know(self.book.paths, [*self._files, *assets.contents], hidden, catalog.ohne)
        renderer = Renderer({"href": links.href}, {}, (configuration.overrides,), compiled)
        own_links = own_navigation(fassung.settings, fassung.written, self.book.paths)
        shown = replace(configuration, navigation=configuration.navigation_without(catalog.ohne))
        self.frame = Frame(renderer, assets, shown, fassung, catalog.file.stand, own_links)

    @property
    def paths(self) -> list[str]:
        """The paths of all pages, in a fixed order."""
        return self.book.paths

    def check(self) -> None:
        """Render every text written by hand, and make sure that the scripts they ask for exist.

        Raises:
            CatalogError: with all problems.
        """
        for text in self._texts:
            for name in text.head.scripts:
                if name not in self._assets.scripts:
                    hint = did_you_mean(name, self._assets.scripts)
                    raise CatalogError(text.file, [Problem(0, f"Das Skript „{name}“ gibt es nicht.{hint}")])
        self.book.check()

    def files(self) -> Iterator[Content]:
        """Yield everything that is not a page, in a fixed order."""
        yield from self._assets.contents.items()
        for path, make in self._files.items():
            yield path, make()

    def content(self, path: str) -> str | bytes:
        """Make one file by its path below the site's root.

        Raises:
            NoSuchFile: there is no such file.
        """
        if path in self._assets.contents:
            return self._assets.contents[path]
        if path in self._files:
            return self._files[path]()
        if path not in self._pages:
            raise NoSuchFile(path)
        return self.frame.around(self.book.page(self._pages[path]))

    def not_found(self) -> str:
        """Make the page for an address that does not exist."""
        return self.frame.around(self.frame.not_found())

    def pages(self) -> Iterator[Content]:
        """Yield the file of every page."""
        for file, path in self._pages.items():
            yield file, self.frame.around(self.book.page(path))
        yield f"{NOT_FOUND}.html", self.not_found()

    def lasting_addresses(self) -> Iterator[str]:
        """Yield the address of every page that search engines should know."""
        former = {
            f"{entry.kind.section}/{old}"
            for entry in self.catalog
            for old in getattr(entry.data, "fruehere_ids", ())
        }
        former |= {entry.eintrag for entry in self.catalog.file.zurueckgezogen}
        for path in self.book.paths:
            if path not in former:
                yield page_address(path, self.configuration.offline)

    def _planned_files(self) -> Iterator[Made]:
        yield from pictures(self.configuration.overrides)
        yield from _beside(self.configuration.content)
        for path, source in self._fassung.files:
            yield path, source.read_bytes
        yield from data_files(self.catalog)
        yield from form_files(self.catalog)
        yield from document_files(self.catalog)
        yield from template_files(self.catalog)
        address = partial(page_address, offline=self.configuration.offline)
        preview = preview_knowledge(self.catalog, address, TOGETHER)
        for path, name, make in (*existing_examples(self.catalog), preview, knowledge(self.catalog)):
            yield path, partial(as_script, name, make)
        yield from self._search()

    def _search(self) -> Iterator[Made]:
        texts = [*self._texts, *map(own_text, self._fassung.seiten)]
        pages = [
            findable_page(
                text.path, text.title, text.description, MARKER.sub("", text.body), text.head.suchworte
            )
            for text in sorted(texts, key=lambda text: text.path)
        ]
        files = SearchFiles(self.catalog, pages, partial(page_address, offline=self.configuration.offline))
        yield from files.files()
        window = self.configuration.overrides / SCRIPTS / "suche" / "window.mjs"
        yield f"{SEARCH}/suche.js", partial(flatten, window)


def _texts(configuration: Configuration, catalog: Catalog) -> Iterator[Text]:
    """Yield the texts written by hand that this copy shows, with its numbers in them.

    Raises:
        CatalogError: a text counts what cannot be counted.
    """
    for file in sorted(configuration.content.rglob("*.md")):
        path = file.relative_to(configuration.content).as_posix()
        name, source = f"content/{path}", file.read_text(encoding="utf-8")
        if problems := [*number_problems(source), *part_problems(source)]:
            raise CatalogError(name, problems)
        if catalog.zeigt(section_of(page_path(path))):
            shown = without_parts(with_numbers(source, catalog), catalog.ohne)
            yield Text.read(page_path(path), name, shown)


def _beside(content: Path) -> Iterator[Made]:
    """Yield what lies beside the texts without being one."""
    for file in sorted(content.rglob("*")):
        if file.is_file() and file.suffix != ".md":
            yield file.relative_to(content).as_posix(), file.read_bytes

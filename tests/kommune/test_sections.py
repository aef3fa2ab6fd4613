"""Sections that a municipality leaves out: nothing leads there, nothing counts them, and what has to stay stays."""

import json
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from catalog.__main__ import counts
from catalog.catalogue.entries import Catalog
from catalog.catalogue.figures import NUMBER, part_problems, without_parts
from catalog.kommune.folder import NEUTRAL, Fassung
from catalog.model.kinds import KINDS, section_of
from catalog.model.kommune import BEREICHE, HIDEABLE
from catalog.model.schema import settings_schema
from catalog.pages.rendering import CompiledTemplates
from catalog.reading.problems import CatalogError
from catalog.site.assets import Assets, make_assets
from catalog.site.configuration import Configuration, page_path, read_configuration
from catalog.site.sitemap import sitemap
from catalog.site.website import Website
from conftest import ROOT
from kommune import AUENBRUECK, change, copy_of, load_fassung
from kurzcheck_page import QUESTIONS, choose, show
from playwright.sync_api import Browser, Route
from web import Watch

HOST = "https://www.auenbrueck.example/amt/integration/"
CONTENT = ROOT / "content"
# Pages that name what is not there or may be left out, the catalogue as it is written, what the municipality wrote.
NAMING = ("oertliche-aenderungen/", "selbst-betreiben/", "quelltext/", "vor-ort/")
# Titles that mean nothing but the section.
OWN_NAMES = {
    name: BEREICHE[name].titel
    for name in ("werkstatt", "was-2007-fehlte", "selbst-betreiben", "ihre-fassung")
}


@dataclass
class Copy:
    """One copy, made in memory."""

    website: Website

    @cached_property
    def pages(self) -> dict[str, str]:
        return {path: str(html) for path, html in self.website.pages()}

    @cached_property
    def files(self) -> dict[str, str | bytes]:
        return dict(self.website.files())

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield every page with each address that it leads to, below the site's root."""
        base = self.website.frame.address
        for path, html in self.pages.items():
            for link in set(re.findall(r'(?:href|src|data-werkstatt)="([^"#]*)[^"]*"', html)):
                address = urljoin(base + path, link)
                if link and address.startswith(base):
                    yield path, unquote(address.removeprefix(base))

    def dead_links(self) -> list[tuple[str, str]]:
        there = {*self.pages, *self.files, *(path.removesuffix("index.html") for path in self.pages)}
        return [(path, address) for path, address in self.links() if address not in there]

    def text(self, path: str) -> str:
        """What somebody reads on a page beside its frame."""
        article = re.search(r"<article.*</article>", self.pages[path], re.DOTALL)
        assert article, path
        return re.sub(r"<[^>]*>", "", article[0])


@dataclass
class Maker:
    """Makes copies that differ in their sections alone; what they share is made once."""

    configuration: Configuration
    assets: Assets
    folder: Path
    compiled: CompiledTemplates

    @cached_property
    def without_all(self) -> Copy:
        return self.copy(*HIDEABLE)

    def copy(self, *ohne: str) -> Copy:
        catalog, fassung = loaded(self.folder, *ohne)
        return Copy(Website(self.configuration, catalog, fassung, self.assets, self.compiled))


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    configuration = read_configuration(ROOT, {})
    folder = copy_of(AUENBRUECK, tmp_path_factory.mktemp("bereiche") / "stadt")
    page = "# Beratung\n\nMehr in der [Werkstatt](../werkstatt/index.md) und im [Glossar](../glossar/index.md).\n"
    (folder / "seiten/bereiche.md").write_text(page, encoding="utf-8")
    return Maker(configuration, make_assets(configuration.overrides, ""), folder, CompiledTemplates())


def loaded(folder: Path, *ohne: str) -> tuple[Catalog, Fassung]:
    settings = folder / "kommune.yml"
    before = settings.read_text(encoding="utf-8")
    change(settings, "website:\n", f"website:\n  ausblenden: [{', '.join(ohne)}]\n")
    try:
        return load_fassung(folder)
    finally:
        settings.write_text(before, encoding="utf-8")


# The copy without all sections reaches every branch; counting them in each of the others doubles its time.
CHOICES = [
    pytest.param(HIDEABLE, id="alle"),
    *(pytest.param((name,), id=name, marks=[pytest.mark.long, pytest.mark.no_cover]) for name in HIDEABLE),
]


@pytest.mark.parametrize("ohne", CHOICES)
def test_a_copy_without_sections_is_whole(maker: Maker, ohne: tuple[str, ...]) -> None:
    copy = maker.without_all if ohne == HIDEABLE else maker.copy(*ohne)
    gone = {kind.key for kind in KINDS.values() if kind.section in ohne}
    assert [path for path in copy.pages if section_of(path) in ohne] == []
    assert copy.dead_links() == []
    assert [found for found in copy.links() if found[1].rstrip("/").removesuffix(".html") in ohne] == []
    words = [OWN_NAMES[name] for name in ohne if name in OWN_NAMES]
    for path in copy.pages if words else ():
        if path != "404.html" and not path.startswith(NAMING):
            text = copy.text(path)
            assert [word for word in words if word in text] == [], path
    listed = copy.text("oertliche-aenderungen/index.html").partition("Ausgeblendete Bereiche")[2]
    assert [name for name in ohne if BEREICHE[name].titel not in listed] == []
    found = str(copy.files["assets/suche/index.js"]) + str(dict(sitemap(copy.website)).get("sitemap.xml"))
    assert [name for name in ohne if re.search(rf'"{name}/|{HOST}{name}/', found)] == []
    data = json.loads(copy.files["api/v1/katalog.json"])
    assert {key for key in gone if data[key]} == set()
    others = [record for key in KINDS.keys() - gone for record in data[key]]
    assert not any(record.get(key) for record in others for key in gone)
    assert [path for path in copy.files if path.startswith("api/") and path.split("/")[2][:-4] in gone] == []


def test_a_page_of_ones_own_keeps_its_words(maker: Maker) -> None:
    own = maker.copy("werkstatt").pages["vor-ort/bereiche/index.html"]
    assert "<span>Werkstatt</span>" in own
    assert ">Glossar</a>" in own


def test_the_result_leads_nowhere_that_is_gone(maker: Maker, browser: Browser) -> None:
    copy = maker.without_all
    base = copy.website.frame.address
    watch = Watch(base.rstrip("/"))

    def answer(route: Route) -> None:
        path = route.request.url.partition("#")[0].removeprefix(base)
        path += "index.html" if path.endswith("/") or not path else ""
        content = copy.pages.get(path) or copy.files[path]
        route.fulfill(body=content, content_type=mimetypes.guess_type(path)[0])

    with browser.new_context() as context:
        context.route(f"{base}**", answer)
        page = context.new_page()
        watch.attach(page)
        page.goto(f"{base}kurz-check/")
        page.wait_for_selector("[data-module=kurz-check]:not([data-wartet])", state="attached")
        choose(page, [20] * QUESTIONS)
        result = show(page, "ergebnis")
        assert result.locator(".schritt summary").first.text_content() == "Begründung, Beispiele, Antrag"
        addresses = result.locator("a").evaluate_all("links => links.map(link => link.href)")
        assert addresses
        assert [a for a in addresses if section_of(a.removeprefix(base)) in HIDEABLE] == []
    assert watch.unexpected() == []


def test_counts_name_no_section_that_is_left_out(maker: Maker) -> None:
    catalog, _ = loaded(maker.folder, "vorlagen")
    assert "Vorlagen" not in counts(catalog)
    assert "Leitfäden" in counts(catalog)


class TestRefused:
    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("werkstat", "„ausblenden“: Den Bereich „werkstat“ gibt es nicht. Meinten Sie „werkstatt“?"),
            ("xyz", "„ausblenden“: Den Bereich „xyz“ gibt es nicht. Ausblenden lassen sich: chefsache, "),
            (
                "leitfaeden/wirkung-messen",
                "„leitfaeden/wirkung-messen“ gibt es nicht. Einzelne Einträge nennen Sie in katalog.yml in der",
            ),
            ("impressum", "„impressum“ lässt sich nicht ausblenden. Das Gesetz verlangt die Seite. Löschen"),
            ("quellen", "„quellen“ lässt sich nicht ausblenden. Alle Aussagen stützen sich darauf. Löschen"),
        ],
    )
    def test_what_cannot_be_left_out_names_line_and_way_out(
        self, tmp_path: Path, name: str, message: str
    ) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / "stadt")
        change(
            folder / "kommune.yml", "website:\n", f"website:\n  ausblenden:\n    - vorlagen\n    - {name}\n"
        )
        lines = (folder / "kommune.yml").read_text(encoding="utf-8").splitlines()
        with pytest.raises(CatalogError) as caught:
            load_fassung(folder)
        (said,) = caught.value.lines()
        assert message in said
        assert said.startswith(f"kommune.yml:{lines.index(f'    - {name}') + 1}: Website: ")

    def test_among_the_entries_a_section_leads_to_its_own_list(self, tmp_path: Path) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / "stadt")
        change(folder / "katalog.yml", "ausblenden:\n", "ausblenden:\n  - werkstatt\n")
        with pytest.raises(CatalogError, match="„werkstatt“ ist ein ganzer Bereich"):
            load_fassung(folder)

    def test_nothing_of_ones_own_hangs_on_what_is_left_out(self, tmp_path: Path) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / "stadt")
        note = "hinweise:\n  - eintrag: chefsache/fortbildung-fuehrung\n"
        entry = next(iter(load_fassung()[0].all("stellschrauben")))
        note = note.replace("chefsache/fortbildung-fuehrung", entry.path)
        change(folder / "katalog.yml", "hinweise:\n", f'{note}    text: "X"\n    stand: "2026-11"\n')
        with pytest.raises(CatalogError) as caught:
            loaded(folder, "chefsache")
        assert f"„{entry.path}“ ist ausgeblendet und kann keinen Hinweis haben." in str(caught.value)

    def test_a_link_of_ones_own_in_the_header(self, maker: Maker, tmp_path: Path) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / "stadt")
        link = "website:\n  navigation: [{titel: Werkstatt, seite: werkstatt}]\n"
        change(folder / "kommune.yml", "website:\n", link)
        catalog, fassung = loaded(folder, "werkstatt")
        with pytest.raises(CatalogError, match="Sie blenden diesen Bereich aus"):
            Website(maker.configuration, catalog, fassung, maker.assets)


class TestTable:
    def test_every_page_is_in_it(self) -> None:
        paths = {page_path(file.relative_to(CONTENT).as_posix()) for file in CONTENT.rglob("*.md")}
        sections = {section_of(path) for path in paths} | {kind.section for kind in KINDS.values()}
        assert sections <= BEREICHE.keys()

    def test_the_schema_offers_what_can_be_left_out(self) -> None:
        website = settings_schema()["$defs"]["Website"]["properties"]["ausblenden"]
        assert website["items"]["enum"] == list(HIDEABLE)

    def test_the_neutral_product_leaves_out_nothing(self) -> None:
        assert load_fassung(NEUTRAL)[0].ohne == frozenset()


class TestTexts:
    @pytest.mark.parametrize("name", HIDEABLE)
    def test_what_a_text_says_of_a_section_goes_with_it(self, name: str) -> None:
        """A name whose link is gone would still send people somewhere."""
        pattern = re.compile(rf"\]\((?:\.\./)*{name}(?:\.md|/[\w-]+\.md|:)")
        for file in CONTENT.rglob("*.md"):
            if section_of(page_path(file.relative_to(CONTENT).as_posix())) != name:
                shown = without_parts(file.read_text(encoding="utf-8"), {name})
                assert pattern.findall(shown) == [], file
                counted = {KINDS[number["kind"]].section for number in NUMBER.finditer(shown)}
                assert name not in counted, file

    @pytest.mark.parametrize(
        ("text", "shown", "left_out"),
        [
            ("A.{mit werkstatt:  Mehr [hier](x.md).} B", "A. Mehr [hier](x.md). B", "A. B"),
            ("- a\n{mit werkstatt: - b}\n- c\n", "- a\n- b\n- c\n", "- a\n- c\n"),
            ("{mit werkstatt: | {glossar: ein Wort | # Wörter} |}", "| {glossar: ein Wort | # Wörter} |", ""),
        ],
    )
    def test_parts(self, text: str, shown: str, left_out: str) -> None:
        assert without_parts(text, set()) == shown
        assert without_parts(text, {"werkstatt"}) == left_out

    def test_a_part_of_no_section_is_refused(self) -> None:
        (problem,) = part_problems("A\n\n{mit werkstat: B}")
        assert str(problem) == "3: „werkstat“ ist kein Bereich, der fehlen kann. Meinten Sie „werkstatt“?"

    @pytest.mark.parametrize(
        "text",
        ["{mit werkstatt: A", "{mit werkstatt:A}", "{mit: A}", "{mit werkstatt: A {mit vorlagen: B} C}"],
    )
    def test_a_part_without_an_end_or_within_another_is_refused(self, text: str) -> None:
        (problem,) = part_problems(f"A {{fragen: die eine | die #}} B\n{text}\n")
        assert str(problem).startswith("2: „{mit“ beginnt etwas, das kein Ende hat")

    def test_what_always_stays_sends_nobody_to_a_section_that_may_be_left_out(self) -> None:
        """Such a text cannot leave out a part of itself."""
        catalog, _ = load_fassung(NEUTRAL)
        titles = "|".join(BEREICHE[name].titel for name in HIDEABLE)
        names = re.compile(rf"unter\s+„(?:{titles})", re.IGNORECASE)
        staying = [entry.data for entry in catalog if entry.kind.section not in HIDEABLE]
        assert names.findall(repr([*staying, catalog.file.musterantrag, catalog.file.kurzcheck])) == []

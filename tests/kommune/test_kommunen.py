"""Two whole municipalities, built from their folders alone, crawled and compared with the product."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from catalog.catalogue.figures import NUMBER
from catalog.publishing.storage import GESPEICHERT
from catalog.reading.project import product_version
from conftest import ROOT, build_site
from kommune import AUENBRUECK, MULDENHAIN, change, copy_of, in_production, load_fassung, website_of
from page_source import PageSource, article, broken_links, page_sources
from playwright.sync_api import Browser, Page
from web import Watch, serve

LEGAL = ("impressum/index.html", "datenschutz/index.html", "barrierefreiheit/index.html")
# Forms that know the municipality before anybody has typed.
FILLED_IN = ("mitmachen/index.html", "musterantrag/index.html", "gestaltung/index.html")
LOCAL = "oertliche-aenderungen/index.html"
NAMES = {"auenbrueck": "Stadt Auenbrück (Beispiel)", "muldenhain": "Landkreis Muldenhain (Beispiel)"}
HIDDEN = {
    "auenbrueck": ["beispiele/berlin-neukoelln-stadtteilmuetter"],
    "muldenhain": [
        "empfehlungen/ethnische-oekonomie",
        "glossar/interkultureller-garten",
        "kurz-check/lokale-wirtschaft",
    ],
}
# How a page shows that something on it is local.
LOCAL_MARKS = ('class="oertlich"', 'class="oertlich__marke"', ">Örtliche Seite<", ">Örtlich · ")


@pytest.fixture(scope="module", params=[AUENBRUECK, MULDENHAIN], ids=["auenbrueck", "muldenhain"])
def kommune(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built copy of an example; its folder's name is that of the example."""
    target = tmp_path_factory.mktemp("kommune") / request.param.name
    return build_site(target, KOMMUNE=str(request.param))


@pytest.fixture(scope="module")
def pages(kommune: Path) -> dict[str, PageSource]:
    return page_sources(kommune)


@pytest.fixture(scope="session")
def neutral(site_pages: dict[str, PageSource]) -> dict[str, PageSource]:
    return site_pages


def base_of(pages: dict[str, PageSource]) -> str:
    (canonical,) = [a["href"] for a in pages["index.html"].all("link") if a.get("rel") == "canonical"]
    return urlsplit(canonical).path


def comparable(page: PageSource) -> str:
    """Return the article; which part of the source view shows an entry depends on how many there are."""
    return re.sub(r"quelltext/[\w-]+/#", "quelltext/#", article(page))


def counts(path: str) -> bool:
    """Tell whether a page is written by hand and says how many entries there are."""
    page = ROOT / "content" / path
    files = (page.with_suffix(".md"), page.parent.with_suffix(".md"))
    return any(list(NUMBER.finditer(file.read_text(encoding="utf-8"))) for file in files if file.is_file())


def names(html: str, address: str) -> bool:
    """Tell whether a page links to an entry or names its id."""
    return bool(re.search(rf"(?<![\w-]){address.partition('/')[2]}(?![\w-])", html))


class TestCopy:
    def test_every_link_leads_somewhere(self, kommune: Path, pages: dict[str, PageSource]) -> None:
        assert (
            list(broken_links({p: s for p, s in pages.items() if p != "404.html"}, kommune, base="/")) == []
        )

    def test_the_error_page_finds_the_site_in_its_folder(
        self, kommune: Path, pages: dict[str, PageSource]
    ) -> None:
        base = base_of(pages)
        inside = [a for a in pages["404.html"].addresses() if a.startswith("/")]
        assert inside
        for address in inside:
            assert address.startswith(base)
            place = kommune / unquote(urlsplit(address).path.removeprefix(base))
            assert place.is_file() or (place / "index.html").is_file()

    def test_every_page_names_operator_version_and_the_list_of_changes(
        self, kommune: Path, pages: dict[str, PageSource]
    ) -> None:
        said = f"{NAMES[kommune.name]} betreibt diese Fassung von „Integration vor Ort“, Version {product_version()}."
        for path, page in pages.items():
            if 'http-equiv="refresh"' not in page.source:
                assert said in page.text, path
                assert "Demonstration:" in page.text, path
                assert any(a.rstrip("/").endswith("oertliche-aenderungen") for a in page.addresses()), path
                assert "logo.svg" in page.source, path

    def test_every_page_offers_to_report_a_barrier_with_its_address(
        self, pages: dict[str, PageSource]
    ) -> None:
        for path, page in pages.items():
            mails = [urlsplit(a) for a in page.addresses() if "body=Seite" in a]
            assert len(mails) == 1, path
            (body,) = parse_qs(mails[0].query)["body"]
            canonical = [a["href"] for a in page.all("link") if a.get("rel") == "canonical"]
            assert not canonical or body == f"Seite: {canonical[0]}"

    def test_nothing_leads_to_hidden_entries(self, kommune: Path, pages: dict[str, PageSource]) -> None:
        for address in HIDDEN[kommune.name]:
            assert not (kommune / address).exists()
            for path, page in pages.items():
                assert not [a for a in page.addresses() if a.rstrip("/").endswith(f"/{address}")], path
            assert address not in (kommune / "sitemap.xml").read_text(encoding="utf-8")
            assert address not in (kommune / "assets/suche/index.js").read_text(encoding="utf-8")

    def test_all_else_is_the_product(
        self, kommune: Path, pages: dict[str, PageSource], neutral: dict[str, PageSource]
    ) -> None:
        """A page differs only if it is local, legal, knows the place, or lost a link to a hidden entry."""
        allowed = {*LEGAL, *FILLED_IN, "404.html"}
        for path, page in pages.items():
            if (
                path not in neutral
                or path in allowed
                or path.startswith(
                    # A Land counts its examples.
                    ("beispiele/", "quelltext/", "laender/")
                )
            ):
                continue
            before, after = comparable(neutral[path]), comparable(page)
            marked = any(after.count(mark) > before.count(mark) for mark in LOCAL_MARKS)
            lost = any(names(before, address) for address in HIDDEN[kommune.name])
            assert before == after or marked or lost or counts(path), path
        gone = {path for path in neutral.keys() - pages.keys() if not path.startswith("beispiele/")}
        expected = {f"{a}/index.html" for a in HIDDEN[kommune.name] if not a.startswith("beispiele/")}
        assert expected <= gone
        assert all(path in expected or path.startswith("kurz-check/") for path in gone)

    def test_numbers_are_those_of_the_copy(self, kommune: Path, pages: dict[str, PageSource]) -> None:
        number = {"auenbrueck": "Die zehn Empfehlungen", "muldenhain": "Die neun Empfehlungen"}[kommune.name]
        for path in ("index.html", "empfehlungen/index.html"):
            assert number in pages[path].text

    def test_the_list_of_changes_is_complete(self, kommune: Path, pages: dict[str, PageSource]) -> None:
        text = pages[LOCAL].text
        expected = {
            "auenbrueck": [
                "Beratung in Auenbrück",
                "Sprachtandem am Mühlbach",
                "Stadtteilmütter in Neukölln",
            ],
            "muldenhain": ["Kreisstelle Zusammenleben", "Ausländerbeirat", "ethnischer Ökonomie"],
        }
        for part in expected[kommune.name]:
            assert part in text


class TestLegalPages:
    @pytest.mark.parametrize("path", LEGAL)
    def test_demo_says_so(self, pages: dict[str, PageSource], path: str) -> None:
        assert "Diese Website ist eine Demonstration." in article(pages[path])

    def test_statement_has_all_parts_of_the_model(self, kommune: Path, pages: dict[str, PageSource]) -> None:
        page = pages["barrierefreiheit/index.html"]
        parts = {"stand", "pruefung", "melden", "durchsetzung"}
        assert parts <= set(page.ids)
        assert "barrieren" in page.ids
        words = {
            "auenbrueck": [
                "Gleichstellungsrecht des Landes (Beispiel)",
                "teilweise vereinbar",
                "16. November 2026",
                "Selbstbewertung",
            ],
            "muldenhain": [
                "Gleichstellungsrecht des Landes (Beispiel)",
                "teilweise vereinbar",
                "5. Oktober 2026",
                "Dritte",
            ],
        }
        for part in [*words[kommune.name], "EN 301 549", "Wir antworten", NAMES[kommune.name]]:
            assert part in page.text

    def test_imprint_is_complete(self, pages: dict[str, PageSource]) -> None:
        page = pages["impressum/index.html"]
        for part in (
            "§ 5 Digitale-Dienste-Gesetz",
            "vertreten durch",
            "§ 18 Absatz 2 MStV",
            "Telefon",
            "E-Mail",
        ):
            assert part in page.text

    def test_privacy_page_says_what_is_stored(self, kommune: Path, pages: dict[str, PageSource]) -> None:
        text = pages["datenschutz/index.html"].text
        for entry in GESPEICHERT:
            assert entry.schluessel in text
            assert entry.dauer in text
        assert "30 Tage nach der letzten Änderung" in text
        logged = {"auenbrueck": "nach 7 Tagen gelöscht", "muldenhain": "Zugriffe werden nicht protokolliert"}
        assert logged[kommune.name] in text


def test_scripts_store_what_the_privacy_page_names_and_nothing_else() -> None:
    """One module touches the storage, and its list of keys is the one of the privacy page."""
    scripts = ROOT / "overrides/assets/javascripts"
    storage = scripts / "shared/storage.mjs"
    for path in sorted(scripts.rglob("*.mjs")):
        source = path.read_text(encoding="utf-8")
        for other in ("document.cookie", "indexedDB", "caches."):
            assert other not in source, path
        areas = re.findall(r"\w+Storage\b", re.sub(r'"sessionStorage"', "", source))
        assert path == storage or not areas, path
    listed = re.search(r"const KEYS = \{\n(.*?)\n\};", storage.read_text(encoding="utf-8"), re.DOTALL)
    keys = set(re.findall(r'^  \w+: "([^"]+)",$', listed[1] if listed else "", re.MULTILINE))
    assert keys == {entry.schluessel for entry in GESPEICHERT}


class TestBuilding:
    def test_a_missing_value_stops_production(self, tmp_path: Path) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / "echt")
        in_production(folder)
        change(folder / "kommune.yml", '  vertreten_durch: "', '  vertreten_durch: "[Name] ')
        with pytest.raises(pytest.fail.Exception) as caught:
            build_site(tmp_path / "site", KOMMUNE=str(folder))
        assert "Impressum: „vertreten_durch“ enthält noch einen Platzhalter" in str(caught.value)
        assert "Traceback" not in str(caught.value)
        assert not (tmp_path / "site").exists()

    def test_an_unknown_body_is_no_obstacle(self, tmp_path: Path) -> None:
        folder = copy_of(AUENBRUECK, tmp_path / "stadt")
        change(folder / "kommune.yml", 'gremium: "Stadtrat"', 'gremium: "Großer Rat"')
        load_fassung(folder)

    # The same pages as in a build: counting branches would only take time.
    @pytest.mark.no_cover
    def test_production_says_nothing_of_a_demonstration(self, tmp_path: Path) -> None:
        folder = copy_of(MULDENHAIN, tmp_path / "echt")
        in_production(folder)
        number = 0
        for path, page in website_of(folder).pages():
            number += 1
            assert "Demonstration" not in str(page), path
        assert number > 500


@pytest.fixture
def local_page(kommune: Path, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages of the copy in the browser; nothing may be reported."""
    with serve(kommune) as address:
        watch = Watch(address)
        contexts = []

        def open_page(path: str, **options: object) -> Page:
            contexts.append(browser.new_context(base_url=address, reduced_motion="reduce", **options))
            page = contexts[-1].new_page()
            watch.attach(page)
            page.goto(path)
            return page

        yield open_page
        for context in contexts:
            context.close()
        assert watch.unexpected() == []


class TestInTheBrowser:
    @pytest.mark.parametrize("path", ["/", "/oertliche-aenderungen/", "/barrierefreiheit/", "{local}"])
    def test_local_pages_are_accessible(
        self, kommune: Path, local_page: Callable[..., Page], axe: Callable[[Page], None], path: str
    ) -> None:
        local = {
            "auenbrueck": "/empfehlungen/sprache-und-bildung/",
            "muldenhain": "/vor-ort/kreisstelle/",
        }
        page = local_page(path.format(local=local[kommune.name]))
        for scheme, width in (("light", 1280), ("dark", 320)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            axe(page)
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width

    def test_the_colour_is_the_municipalitys(self, kommune: Path, local_page: Callable[..., Page]) -> None:
        expected = {
            ("auenbrueck", "light"): "rgb(138, 21, 56)",
            ("muldenhain", "light"): "rgb(29, 92, 58)",
            ("muldenhain", "dark"): "rgb(143, 214, 173)",
        }
        for (name, scheme), colour in expected.items():
            if name == kommune.name:
                page = local_page("/", color_scheme=scheme)
                assert (
                    page.evaluate("getComputedStyle(document.querySelector('.kopf')).borderTopColor")
                    == colour
                )
                assert page.evaluate("document.querySelector('.kopf__logo').naturalWidth") > 0

    def test_the_motion_is_addressed_to_the_municipalitys_body(
        self, kommune: Path, local_page: Callable[..., Page]
    ) -> None:
        chosen = {
            "auenbrueck": ("Bayern", "stadt", "Auenbrück (Beispiel)", "stadtrat"),
            "muldenhain": ("Sachsen", "landkreis", "Muldenhain (Beispiel)", "kreistag"),
        }
        page = local_page("/musterantrag/")
        fields = ["land", "kommune", "name", "gremium"]
        assert tuple(page.locator(f"#feld-{name}").input_value() for name in fields) == chosen[kommune.name]

    def test_own_pages_and_notes_are_found(self, kommune: Path) -> None:
        index = (kommune / "assets/suche/index.js").read_text(encoding="utf-8")
        documents = json.loads(index.partition(" = ")[2].removesuffix(";\n"))["documents"]
        own = {"auenbrueck": "vor-ort/beratung/", "muldenhain": "vor-ort/kreisstelle/"}
        assert own[kommune.name] in [document[0] for document in documents]

"""The page that makes a municipality's folder: it says what the build says, and its folder is built."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from book import marker
from catalog.catalogue.entries import Catalog
from catalog.kommune.colours import contrast, mixed, schemes
from catalog.kommune.palette import STYLE_SHEETS
from catalog.publishing.addresses import ROOT as ROOT_MARK
from catalog.publishing.own_copy import data
from catalog.reading.problems import CatalogError
from kommune import AUENBRUECK, LAHNFELD, MULDENHAIN, RUHRTAL, load_fassung
from playwright.sync_api import Page, expect

PATH = "/ihre-fassung/"
EXAMPLES = [AUENBRUECK, MULDENHAIN, RUHRTAL, LAHNFELD]
PAGES = ("impressum", "datenschutz", "barrierefreiheit")
SELECTED = {
    "kommune.land": "Hessen",
    "kommune.art": "Stadt",
}
TYPED = {
    "kommune.gremium": "Stadtverordnetenversammlung",
    "kommune.name": "Lahnfeld",
    "kommune.bezeichnung": 'Stadt "Lahnfeld": <b>',
    "kommune.leitung": "Bürgermeister # Jonas",
    "website.adresse": "https://www.lahnfeld.de/",
    "farben.hell": "#8a1538",
    "impressum.strasse": "Marktplatz 1",
    "impressum.ort": "35576 Lahnfeld",
    "impressum.telefon": "069 90009100",
    "impressum.email": "rathaus@lahnfeld.de",
    "impressum.aufsicht": "Regierungspräsidium",
    "datenschutz.server": "eigenes Rechenzentrum",
    "datenschutz.protokoll_tage": "0",
}


def run(page: Page, module: str, body: str, *arguments: Any) -> Any:
    """Run a function body with a module ``m`` and its arguments ``a``."""
    page.goto("/404.html")
    return page.evaluate(
        f"async a => {{ const m = await import('/modules/fassung/{module}.mjs'); {body} }}", list(arguments)
    )


def filled(page: Page, **changed: str) -> None:
    """Fill in the form; no text holds what is refused."""
    page.goto(PATH)
    page.wait_for_selector("[data-aktion=ordner]:visible")
    for name, value in SELECTED.items():
        page.select_option(f'[name="{name}"]', value)
    typed = TYPED | {"kommune.bezeichnung": "Stadt Lahnfeld"} | changed
    for name, value in typed.items():
        page.fill(f'[name="{name}"]', value)


def downloaded(page: Page) -> dict[str, bytes]:
    with page.expect_download() as download:
        page.click("[data-aktion=ordner]")
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_legal_pages_are_those_of_the_build(page: Page, catalog: Catalog, folder: Path) -> None:
    local, fassung = load_fassung(folder)
    text = (folder / "kommune.yml").read_text(encoding="utf-8")
    found = run(
        page,
        "settings",
        """const [text, data, pages] = a;
        const { readYaml } = await import("/modules/fassung/ordner/read.mjs");
        const { render } = await import("/modules/fassung/render.mjs");
        const settings = m.complete(readYaml(text), data);
        const href = path => `\\0${path}/`;
        return pages.map(name =>
          render(data.vorlagen, `kommune/${name}.html`, { ...m.values(settings, data), href }));""",
        text,
        json.loads(json.dumps(data(catalog))),
        PAGES,
    )
    expected = [str(marker(local, name, fassung=fassung)).strip() for name in PAGES]
    assert [html.strip() for html in found] == expected
    assert ROOT_MARK in expected[0]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_settings_are_read_as_the_build_reads_them(page: Page, folder: Path) -> None:
    text = (folder / "kommune.yml").read_text(encoding="utf-8")
    assert run(page, "ordner/read", "return m.readYaml(a[0]);", text) == yaml.safe_load(text)


def test_a_large_or_strange_file_is_read_or_refused_at_once(page: Page) -> None:
    found = run(
        page,
        "ordner/read",
        """const tried = text => { try { return m.readYaml(text); } catch (error) { return error.constructor.name; } };
        const rows = "l:\\n" + "- a: x\\n  b: y\\n".repeat(100000);
        return [tried(rows).l.length, tried(Array.from({ length: 1900 }, (_, n) => " ".repeat(n) + "a:").join("\\n")),
          tried("__proto__:\\n  betrieb: echt"), tried(a[0])];""",
        SEVERAL_LINES,
    )
    assert found[:3] == [100_000, "Unreadable", "Unreadable"]
    assert found[3] == {key: value.strip() for key, value in yaml.safe_load(SEVERAL_LINES).items()}


SEVERAL_LINES = """literal: |
  Eins # kein Kommentar

  # auch keiner
  zwei: drei
folded: >-
  Eins
  zwei

  drei
# Kommentar
number: '0301234'
unquoted: 0049301
"""


@pytest.mark.parametrize(
    "text",
    [
        "kommune:\n    land: Hessen\n    name: Alt\n",
        "kommune: # unsere\n  name: >\n    Alter\n\n    Name\n\n  land: Hessen\n",
    ],
    ids=["four-spaces", "paragraphs"],
)
def test_a_value_takes_the_place_of_the_former_one(page: Page, text: str) -> None:
    found = run(page, "yaml", 'return m.writeValue(a[0], "kommune.name", "Neu");', text)
    assert yaml.safe_load(found) == {"kommune": {"land": "Hessen", "name": "Neu"}}


def test_what_is_written_is_what_was_typed(page: Page) -> None:
    text = (
        "# Kopf\nkommune:\n  # Hinweis\n  name: >-\n    Alter\n    Name\n  land: Hessen # dort\n\nwebsite:\n"
    )
    found = run(
        page,
        "yaml",
        """let text = a[0];
        for (const [name, value] of a[1]) text = m.writeValue(text, name, value);
        return text;""",
        text,
        [
            ["kommune.name", 'A "b" #c: d'],
            ["kommune.land", ""],
            ["website.titel", "T"],
            ["farben.hell", "#aabbcc"],
        ],
    )
    assert "# Hinweis" in found
    assert yaml.safe_load(found) == {
        "kommune": {"name": 'A "b" #c: d'},
        "website": {"titel": "T"},
        "farben": {"hell": "#aabbcc"},
    }


def test_colours_are_measured_as_in_the_build(page: Page) -> None:
    colours = ["#000000", "#ffffff", "#8a1538", "#ffcc00", "#2044aa", "#d80076", "#777777"]
    known = schemes((STYLE_SHEETS / "farben.css").read_text(encoding="utf-8"))
    expected = [
        [[round(contrast(one, "#ffffff"), 9), mixed(one, "#000000", 0.25)] for one in colours],
        [[scheme.readable(one) for one in colours] for scheme in known],
    ]
    plain = [{"grounds": list(s.grounds), "text": s.text, "towards": s.towards} for s in known]
    found = run(
        page,
        "colours",
        """const [colours, known] = a;
        return [colours.map(one => [Number(m.contrast(one, "#ffffff").toFixed(9)), m.mixed(one, "#000000", 0.25)]),
          known.map(scheme => colours.map(one => m.readable(scheme, one, 4.5)))];""",
        colours,
        plain,
    )
    assert found == expected


SAMPLES = {
    "impressum.email": [
        "a@b.de",
        "a.b+c@stadt-x.de",
        "a@b",
        "@b.de",
        "a b@c.de",
        "a@stаdt.de",
        "müller@x.de",
    ],
    "impressum.telefon": [
        "0351 123456",
        "+49 351 123456",
        "115",
        "(0351) 1234-56",
        "12345",
        "0351 (1234",
        "abc",
    ],
    "farben.hell": ["#2044aa", "#2044a", "blau"],
    "website.adresse": [
        "https://a.de/",
        "https://a.de/x/",
        "https://a.de",
        "a.de/",
        "https://a.de/?x/",
        "ftp://a.de/",
        "https://a.de:8080/",
        "https://a.de:0/",
        "https://a.de:99999/",
        "https://a.de:x/",
        "https://user:geheim@a.de/",
        "https://a.de/../",
        "https://a.de/a;}/",
        "https://a.de/ämter/x_y~z.1/",
        "https://a.de/büro_(neu)&mehr,x/",
        "https://a.de/b%C3%BCro/",
        "https://a.de/b%FCro/",
        "https://a.de/a%2Fb/",
        "https://a.de/a%20b/",
        "https://a.de/a%E2%80%AEb/",
        "https://k%C3%B6ln.de/",
        "https://k\u043eln.de/",
        "https://köln.de/о/",
        "https://a.de/.x/",
        "https://localhost/",
        "https://..de/",
    ],
    "barrierefreiheit.geprueft_am": ["2026-11-21", "21.11.2026", "2026-02-30"],
    "kommune.leitung": ["Müller", "<b>"],
}


def test_values_are_refused_as_in_the_build(page: Page, tmp_path: Path) -> None:
    found = run(
        page,
        "rules",
        """return Object.fromEntries(Object.entries(a[0]).map(([name, values]) =>
          [name, values.map(value => m.valueProblem(name, value, a[1]))]));""",
        SAMPLES,
        data(load_fassung()[0])["meldungen"],
    )
    for name, values in SAMPLES.items():
        for value, message in zip(values, found[name], strict=True):
            assert bool(message) == bool(problem_in_build(tmp_path, name, value)), (name, value, message)


def problem_in_build(tmp_path: Path, name: str, value: str) -> str:
    written = yaml.safe_load((LAHNFELD / "kommune.yml").read_text(encoding="utf-8"))
    section, field = name.split(".")
    written.setdefault(section, {})[field] = value
    (tmp_path / "kommune.yml").write_text(yaml.safe_dump(written, allow_unicode=True), encoding="utf-8")
    try:
        load_fassung(tmp_path)
    except CatalogError as error:
        return str(error)
    return ""


class TestInTheBrowser:
    def test_the_folder_is_built(self, page: Page, tmp_path: Path) -> None:
        filled(page)
        files = downloaded(page)
        assert files.keys() == {"kommune.yml"}
        (tmp_path / "kommune.yml").write_bytes(files["kommune.yml"])
        settings = load_fassung(tmp_path)[1].settings
        assert (settings.kommune.name, settings.datenschutz.protokoll_tage) == ("Lahnfeld", 0)

    def test_a_half_filled_form_survives_back_and_reload(self, page: Page) -> None:
        filled(page)
        page.reload()
        assert page.input_value('[name="kommune.gremium"]') == "Stadtverordnetenversammlung"
        page.goto("/glossar/")
        page.go_back()
        expect(page.locator('[name="kommune.name"]')).to_have_value("Lahnfeld")

    def test_usual_bodies_are_offered_and_any_other_is_kept(self, page: Page) -> None:
        filled(page, **{"kommune.gremium": "Großer Rat"})
        assert page.locator("#gremien option").first.get_attribute("value") == "Stadtverordnetenversammlung"
        page.reload()
        assert page.input_value('[name="kommune.gremium"]') == "Großer Rat"

    def test_what_somebody_types_stays_text(self, page: Page) -> None:
        filled(page, **{"kommune.bezeichnung": "<img src=x onerror=alert(1)>"})
        assert page.locator("[data-seite] img").count() == 0
        assert "<img src=x" in page.locator("[data-seite=impressum]").text_content()
        page.click("[data-aktion=ordner]")
        expect(page.locator("[data-fehler]")).to_contain_text("Die Zeichen < und > sind hier nicht möglich")

    def test_production_asks_for_what_only_they_know(self, page: Page) -> None:
        filled(page)
        page.select_option('[name="betrieb"]', "echt")
        page.click("[data-aktion=ordner]")
        expect(page.locator("[data-fehler]")).to_contain_text(
            "Diese Angabe fehlt. Das weiß nur Ihre Kommune."
        )
        page.locator("[data-fehler] a").first.click()
        assert page.evaluate("document.activeElement.name") == "barrierefreiheit.stand"
        page.select_option('[name="barrierefreiheit.stand"]', "vollständig vereinbar")
        page.fill('[name="barrierefreiheit.geprueft_am"]', "2099-11-12")
        page.fill('[name="website.titel"]', "[Titel]")
        # The build refuses all of it, so nobody takes such a folder along.
        page.click("[data-aktion=ordner]")
        for words in (
            "trifft nicht zu. Am Produkt ist offen",
            "2099-11-12 liegt in der Zukunft",
            "Platzhalter",
        ):
            expect(page.locator("[data-fehler]")).to_contain_text(words)
        # Where nothing is claimed yet, it may stand; what else is wrong stays.
        page.select_option('[name="betrieb"]', "demo")
        expect(page.locator("[aria-invalid]")).to_have_attribute("name", "barrierefreiheit.geprueft_am")

    def test_a_colour_that_is_hard_to_read_is_offered_a_better_one(self, page: Page) -> None:
        filled(page, **{"farben.hell": "#ffcc00"})
        # On a phone what stands beside the form is far below it.
        page.locator('[name="farben.hell"]').blur()
        said = page.locator("#feld-farben-hell-fehler").inner_text()
        page.click("[data-aktion=farbe]")
        better = page.input_value('[name="farben.hell"]')
        assert better != "#ffcc00"
        assert said.endswith(f"Lesbar wäre zum Beispiel {better}.")
        assert page.locator("[data-aktion=farbe]").count() == 0

    def test_an_existing_folder_is_opened_and_keeps_what_the_form_does_not_know(
        self, page: Page, tmp_path: Path
    ) -> None:
        page.goto(PATH)
        page.wait_for_selector("[data-aktion=ordner]:visible")
        page.click("summary")
        page.set_input_files(
            "#dateien-oeffnen", [AUENBRUECK / name for name in ("kommune.yml", "katalog.yml", "logo.svg")]
        )
        expect(page.locator('[name="kommune.name"]')).to_have_value("Auenbrück")
        page.fill('[name="kommune.leitung"]', "Neue Leitung")
        page.reload()
        files = downloaded(page)
        # What came of it stands beside the button, and the form stays in its column.
        said = page.locator(".meldung:not(:empty)")
        assert "Der Ordner ist fertig" in said.inner_text()
        expect(said).to_be_in_viewport()
        left = "document.querySelector({!r}).getBoundingClientRect().left"
        assert page.evaluate(left.format("form")) == page.evaluate(left.format("h1"))
        page.get_by_role("button", name="Logo entfernen").press("Enter")
        expect(page.locator("#logo-datei")).to_be_focused()
        assert files["katalog.yml"] == (AUENBRUECK / "katalog.yml").read_bytes()
        assert files["logo.svg"] == (AUENBRUECK / "logo.svg").read_bytes()
        before = yaml.safe_load((AUENBRUECK / "kommune.yml").read_text(encoding="utf-8"))
        before["kommune"]["leitung"] = "Neue Leitung"
        assert yaml.safe_load(files["kommune.yml"].decode()) == before

    def test_what_nobody_changed_stays_as_it_is_written(self, page: Page, tmp_path: Path) -> None:
        page.goto(PATH)
        page.wait_for_selector("[data-aktion=ordner]:visible")
        page.click("summary")
        path = tmp_path / "kommune.yml"
        written = (AUENBRUECK / "kommune.yml").read_text(encoding="utf-8")
        written = f"{written.rstrip()}\nschrift: # unsere\n  name: Haus Sans  # mit Leerzeichen\n"
        path.write_text(written, encoding="utf-8")
        page.set_input_files("#dateien-oeffnen", [path])
        expect(page.locator('[name="kommune.name"]')).to_have_value("Auenbrück")
        page.reload()
        assert downloaded(page)["kommune.yml"].decode() == written

    @pytest.mark.parametrize(
        ("strange", "place"),
        [
            ("kommune: Stadt\n", "kommune"),
            ("kommune:\n  name:\n    - Alt\n", "kommune.name"),
            ("barrierefreiheit:\n  barrieren: keine\n", "Angaben für Impressum"),
            ("barrierefreiheit:\n  geprueft_am: 2026\n", "Angaben für Impressum"),
        ],
    )
    def test_a_file_that_the_preview_cannot_show_is_refused_and_changes_nothing(
        self, page: Page, tmp_path: Path, strange: str, place: str
    ) -> None:
        filled(page)
        (tmp_path / "kommune.yml").write_text(strange, encoding="utf-8")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.set_input_files("#dateien-oeffnen", [tmp_path / "kommune.yml"])
        said = page.locator(".fassung__oeffnen > .meldung")
        expect(said).to_have_text(re.compile(f"Prüfen Sie sie .* Stelle: {place}"))
        assert page.input_value('[name="kommune.name"]') == "Lahnfeld"

    def test_a_link_of_somebody_elses_file_runs_nothing(self, page: Page, tmp_path: Path) -> None:
        page.goto(PATH)
        page.wait_for_selector("[data-aktion=ordner]:visible")
        text = "datenschutz:\n  aufsicht:\n    name: Amt\n    url: javascript:alert(1)\n"
        (tmp_path / "kommune.yml").write_text(text, encoding="utf-8")
        page.click("summary")
        page.set_input_files("#dateien-oeffnen", [tmp_path / "kommune.yml"])
        expect(page.locator("[data-seite=datenschutz]")).to_contain_text("javascript:alert(1)")
        assert page.locator("[data-seite] a[href^=javascript]").count() == 0

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_it_is_accessible_in_every_state(
        self, new_page: Callable[..., Page], axe: Callable[[Page], None], scheme: str
    ) -> None:
        page = new_page(width=390, color_scheme=scheme)
        filled(
            page, **{"farben.hell": "#ffcc00", "kommune.name": "Langerort" * 12, "website.titel": "Ort" * 40}
        )
        page.click("[data-aktion=ordner]")
        page.wait_for_selector("[data-fehler]:visible")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        axe(page)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390

    def test_the_keyboard_reaches_the_end(self, page: Page) -> None:
        filled(page)
        page.focus("[name=betrieb]")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.aktion") == "ordner"

    def test_it_starts_light(self, site: Path) -> None:
        """A little more than a tool for visitors: it reads a folder with care before it shows anything."""
        scripts = [*site.glob("assets/javascripts/fassung.*.js"), *site.glob("assets/javascripts/suche.*.js")]
        assert len(scripts) == 2
        assert sum(script.stat().st_size for script in scripts) <= 42_000

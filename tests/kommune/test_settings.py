"""The settings of a municipality: what is refused, in which words, and what colours must be able to do."""

from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from catalog.kommune.colours import MINIMUM, contrast, schemes, style_sheet
from catalog.kommune.folder import NEUTRAL, read_fassung
from catalog.kommune.own_pages import read_page
from catalog.kommune.settings_file import template
from catalog.kommune.svg import svg_problems
from catalog.model.schema import settings_schema
from catalog.reading.problems import CatalogError
from catalog.reading.project import product_version
from conftest import ROOT
from kommune import AUENBRUECK, MULDENHAIN, change, copy_of, in_production, load_fassung

PRODUCT_COLOURS = (ROOT / "overrides/assets/stylesheets/farben.css").read_text(encoding="utf-8")

HOSTILE = [
    (
        "art: Stadt",
        "art: [Stadt, Bezirk]",
        "„art“: Hier wird eine einzelne Angabe erwartet. Möglich sind: Gemeinde,",
    ),
    (
        "land: Bayern",
        "land: {name: Bayern}",
        "„land“: Hier wird eine einzelne Angabe erwartet. Möglich sind: Baden",
    ),
    ("betrieb: demo", "betrieb:", "„betrieb“: Hier wird eine einzelne Angabe erwartet. Möglich sind: "),
    (
        "form: 1",
        'form: "1"',
        "„form“: Hier wird eine Zahl erwartet. Schreiben Sie sie ohne Anführungszeichen: 1",
    ),
    ('name: "Auenbrück"', 'name: "<script>alert(1)</script>"', "Kommune: „name“: Die Zeichen < und >"),
    ('titel: "Integration in Auenbrück"', 'titel: "<b>x</b>"', "Website: „titel“: Die Zeichen < und >"),
    (
        "https://www.auenbrueck.example/amt/integration/",
        "javascript:alert(1)",
        "Website: „adresse“: „javascript:alert(1)“ ist keine Adresse",
    ),
    ("/amt/integration/", "/amt/integration", "Website: „adresse“: "),
    ("/amt/integration/", "/amt;}/", "Website: „adresse“: "),
    ("/amt/integration/", "/.intern/", "Website: „adresse“: "),
    ("/amt/integration/", "/b%FCro/", "Website: „adresse“: "),
    ("/amt/integration/", "/amt%24/", "Website: „adresse“: "),
    ("/amt/integration/", "/amt%E2%80%AE/", "Website: „adresse“: "),
    (
        "www.auenbrueck.example/amt/",
        "stadt:geheim@auenbrueck.example/",
        "Löschen Sie den Zugang vor dem Namen",
    ),
    ("auenbrueck.example/amt/", "auenbrueck.example:0/amt/", "hinter einem Doppelpunkt nur eine Zahl von 1"),
    ("auenbrueck.example/amt/", "auenbrueck.example:99999/amt/", "hinter einem Doppelpunkt nur eine Zahl"),
    ("https://datenschutz.example/", "https://bayern.de@datenschutz.example/", "Löschen Sie den Zugang vor"),
    (
        "//datenschutz.example/",
        "//d\u0430tenschutz.example/",
        "In Spalte 20 steht „\u0430“ (U+0430). Das Zeichen",
    ),
    ("https://datenschutz.example/", "https://a,b.example/", "Im Namen der Website steht kein „,“."),
    ("https://datenschutz.example/", "https:///", "Im Namen der Website fehlt etwas."),
    ("https://datenschutz.example/", "javascript:alert(1)", "Datenschutz: Aufsicht: „url“: „javascript:"),
    ("#8a1538", "rot", "Farben: „hell“: „rot“ ist keine Farbe"),
    ('"#8a1538"', "#8a1538", "Mit # beginnt eine Anmerkung. Setzen Sie die Farbe in Anführungszeichen"),
    ("#8a1538", "#fbbf24", "Farben: „hell“: #fbbf24 ist nicht gut lesbar. Der Kontrast beträgt"),
    ("rathaus@auenbrueck.example", "rathaus(at)auenbrueck", "Impressum: „email“: „rathaus(at)auenbrueck“"),
    (
        "rathaus@auenbrueck",
        "rathaus@\u0430uenbrueck",
        "steht „\u0430“ (U+0430). Das Zeichen sieht nur aus wie „a“",
    ),
    ("089 99998100", "auf Anfrage", "Impressum: „telefon“: „auf Anfrage“ ist keine Telefonnummer"),
    (
        "land: Bayern",
        "land: Bayer",
        "Kommune: „land“: „Bayer“ ist hier nicht vorgesehen. Meinten Sie „Bayern“?",
    ),
    *(
        (
            "land: Bayern",
            f"land: {written}",
            f"Kommune: „land“: „{written}“ ist hier nicht vorgesehen. Meinten Sie „{meant}“?",
        )
        for written, meant in {
            "BY": "Bayern",
            "Freistaat Bayern": "Bayern",
            "BAYERN": "Bayern",
            "nrw": "Nordrhein-Westfalen",
            "Land Sachsen-Anhalt": "Sachsen-Anhalt",
            "Freie und Hansestadt Hamburg": "Hamburg",
        }.items()
    ),
    ("protokoll_tage: 7", "protokoll_tage: 4000", "Datenschutz: „protokoll_tage“: Die Zahl 4000"),
    ("stand: teilweise", "stand: vollständig", "Barrierefreiheit: „stand“ ist „vollständig vereinbar“"),
    ("geprueft_am", "gebrueft_am", "Das Feld „gebrueft_am“ gibt es hier nicht. Meinten Sie „geprueft_am“?"),
    ("2026-11-16", "2026-11-31", "Barrierefreiheit: „geprueft_am“: „2026-11-31“ steht in keinem Kalender"),
    (
        "2026-11-16",
        "16.11.2026",
        "„16.11.2026“ ist kein Datum der Form „2026-11-21“. Schreiben Sie „2026-11-16“",
    ),
    ("2026-11-16", "2026-11-01", "„geprueft_am“ (2026-11-01) liegt vor „erstellt_am“ (2026-11-02)"),
    ("server: ", "# ", "Datenschutz: Das Feld „server“ fehlt"),
]


def problems_of(folder: Path) -> str:
    with pytest.raises(CatalogError) as caught:
        read_fassung(folder)
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of(AUENBRUECK, tmp_path / "stadt")


class TestRefused:
    @pytest.mark.parametrize(("old", "new", "message"), HOSTILE)
    def test_hostile_and_wrong_values_name_line_and_key(
        self, folder: Path, old: str, new: str, message: str
    ) -> None:
        path = folder / "kommune.yml"
        line = next(n for n, text in enumerate(path.read_text("utf-8").splitlines(), 1) if old in text)
        change(path, old, new)
        found = [text for text in problems_of(folder).splitlines() if message in text]
        assert len(found) == 1, problems_of(folder)
        if "fehlt" not in message:
            assert found[0].startswith(f"kommune.yml:{line}: ")

    def test_problems_of_all_files_come_at_once(self, folder: Path) -> None:
        change(folder / "kommune.yml", "land: Bayern", "land: Bayer")
        change(folder / "kommune.yml", "#8a1538", "#ffee00")
        (folder / "seiten/schlecht.md").write_text("# A\n\n<script>alert(1)</script>\n", encoding="utf-8")
        (folder / "logo.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8"
        )
        report = problems_of(folder)
        for part in (
            "„Bayer“",
            "„hell“: #ffee00",
            "seiten/schlecht.md:3: „<script>“ ist hier nicht möglich",
            "logo.svg:1: Das Element „script“",
        ):
            assert part in report
        assert report.endswith("4 Probleme gefunden. Die bisherige Website bleibt unverändert.")

    def test_nothing_is_dated_in_the_future(self, folder: Path) -> None:
        change(folder / "kommune.yml", "2026-11-16", "2027-01-01")
        with pytest.raises(CatalogError) as caught:
            load_fassung(folder, date(2026, 12, 31))
        (line,) = caught.value.lines()
        assert line.startswith(
            "kommune.yml:55: Barrierefreiheit: „geprueft_am“: Der 2027-01-01 liegt in der Zukunft."
        )
        assert load_fassung(folder, date(2027, 1, 1))

    def test_a_slow_clock_does_no_harm(self, folder: Path) -> None:
        assert load_fassung(folder, date(1970, 1, 1))

    def test_a_folder_without_settings(self, tmp_path: Path) -> None:
        assert problems_of(tmp_path).startswith(
            f"{tmp_path}: Hier fehlt die Datei kommune.yml.\n1 Problem gefunden."
        )

    def test_a_list_is_told_the_first_section_of_its_own_file(self, folder: Path) -> None:
        (folder / "kommune.yml").write_text("- a\n", encoding="utf-8")
        assert "Der erste beginnt mit „form:“." in problems_of(folder)

    def test_a_file_that_nobody_reads(self, folder: Path) -> None:
        (folder / "kataolg.yml").write_text("", encoding="utf-8")
        assert "„kataolg.yml“ wird nicht gebraucht. Meinten Sie „katalog.yml“?" in problems_of(folder)

    @pytest.mark.parametrize(
        "name", ["kommune.yaml", "kommune.yml.txt", "Kommune.yml", "kommune (1).yml", "kommune.yml.bak"]
    )
    def test_settings_whose_name_is_not_quite_right(self, folder: Path, name: str) -> None:
        (folder / "kommune.yml").rename(folder / name)
        assert f"Hier fehlt die Datei kommune.yml. „{name}“ müsste genau so heißen" in problems_of(folder)

    @pytest.mark.parametrize(
        "line",
        [
            "<iframe src='x'></iframe>",
            '<p style="color:red">x</p>',
            '<a onclick="x()">x</a>',
            "[x](/){: onclick=x() }",
            "**Text**{ style=color:red }",
            "[x](javascript:alert(1))",
            "![Bild](https://anderswo.example/bild.png)",
            '<img src="//anderswo.example/bild.png">',
        ],
    )
    def test_own_pages_run_and_load_nothing(self, tmp_path: Path, line: str) -> None:
        path = tmp_path / "seite.md"
        path.write_text(f"# Seite\n\n{line}\n", encoding="utf-8")
        with pytest.raises(CatalogError, match=r"seiten/seite\.md:3: "):
            read_page(path)

    def test_own_pages_may_come_from_windows(self, tmp_path: Path) -> None:
        path = tmp_path / "seite.md"
        path.write_bytes(b"---\r\ntitle: Kopf\r\n---\r\n# Seite\r\n\r\nText\r\n")
        seite = read_page(path)
        assert (seite.titel, seite.text) == ("Kopf", "# Seite\n\nText")

    def test_files_of_the_system_beside_own_pages_do_no_harm(self, folder: Path) -> None:
        before = read_fassung(folder).files
        (folder / "seiten/.DS_Store").write_bytes(b"x")
        assert read_fassung(folder).files == before

    @pytest.mark.parametrize(
        "svg",
        [
            "<svg><script>x</script></svg>",
            '<svg onload="x()"/>',
            "<svg><foreignObject/></svg>",
            '<svg xmlns:x="http://www.w3.org/1999/xlink"><image x:href="https://a.example/b.png"/></svg>',
            '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
            "<svg",
        ],
    )
    def test_logos_run_and_load_nothing(self, svg: str) -> None:
        assert svg_problems(svg.encode())


PHONES = [
    "(0351) 488 0", "(03 51) 4 88-0", "0351 488–0", "+49 (0)351 488-0", "0351/4880", "0351.488.0", "0049 351 4880",
    "0351 488 0 Durchwahl 12", "0351 488 0, App. 12", "0351\u00a0488\u2011" "0", "115",
    "0351\u2009488\u22120",
]  # fmt: skip
NO_PHONES = ["4880", "0351 48x", "(0351 488 0", "0351) 488 0", "0", "0351 4880 oder 4881", "+0351 4880"]
MAILS = ["rathaus@köln.de", "a.b+c@stadt-x.de", "post@xn--kln-sna.de", "buero@muenchen.bayern"]
NO_MAILS = ["rathaus@koeln", "a@b..de", ".a@b.de", "a@-b.de", "a b@c.de", "a@b_c.de"]


@pytest.mark.parametrize(
    "written", ["/büro_(neu)&mehr,x/", "/b%C3%BCro_(neu)&mehr,x/", "/b%c3%bcro_(neu)&mehr,x/"]
)
def test_the_folder_of_a_site_may_have_signs_and_letters(folder: Path, written: str) -> None:
    change(folder / "kommune.yml", "/amt/integration/", written)
    address = read_fassung(folder).settings.website.adresse
    assert address == "https://www.auenbrueck.example/büro_(neu)&mehr,x/"


class TestContact:
    @pytest.mark.parametrize("phone", PHONES)
    def test_numbers_as_people_write_them(self, folder: Path, phone: str) -> None:
        change(folder / "kommune.yml", "089 99998100", phone)
        assert read_fassung(folder).settings.impressum.telefon == phone

    @pytest.mark.parametrize("phone", NO_PHONES)
    def test_what_is_no_number(self, folder: Path, phone: str) -> None:
        change(folder / "kommune.yml", "089 99998100", phone)
        assert f"„{phone}“ ist keine Telefonnummer" in problems_of(folder)

    @pytest.mark.parametrize("mail", MAILS)
    def test_addresses_with_any_domain(self, folder: Path, mail: str) -> None:
        change(folder / "kommune.yml", "rathaus@auenbrueck.example", mail)
        assert read_fassung(folder).settings.impressum.email == mail

    @pytest.mark.parametrize("mail", NO_MAILS)
    def test_what_is_no_address(self, folder: Path, mail: str) -> None:
        change(folder / "kommune.yml", "rathaus@auenbrueck.example", mail)
        assert "Impressum: „email“" in problems_of(folder)


class TestProduction:
    @pytest.mark.parametrize("example", [AUENBRUECK, MULDENHAIN], ids=["auenbrueck", "muldenhain"])
    def test_complete_settings_pass(self, tmp_path: Path, example: Path) -> None:
        in_production(copy_of(example, tmp_path / "echt"))
        assert not read_fassung(tmp_path / "echt").settings.demo

    def test_every_placeholder_is_named(self, folder: Path) -> None:
        in_production(folder)
        change(folder / "kommune.yml", "Am Anger 1", "[Straße]")
        change(folder / "kommune.yml", "https://durchsetzung.de/", "https://durchsetzung.example/")
        change(folder / "kommune.yml", "protokoll_tage: 7", "# protokoll_tage: 7")
        report = problems_of(folder)
        # What is missing comes with it, not after it.
        assert "Datenschutz: „protokoll_tage“ fehlt." in report
        assert "Impressum: „strasse“ enthält noch einen Platzhalter („[“)" in report
        assert "Durchsetzung: „url“ enthält noch einen Platzhalter („.example“)" in report
        assert "3 Probleme gefunden" in report

    def test_the_template_claims_nothing(self, tmp_path: Path) -> None:
        folder = copy_of(NEUTRAL, tmp_path / "neu")
        path = folder / "kommune.yml"
        path.write_text(template(path.read_text(encoding="utf-8")), encoding="utf-8")
        report = problems_of(folder)
        for key in ("„art“: „[Art]“", "„land“: „[Land]“"):
            assert f"Kommune: {key} ist hier nicht vorgesehen. Möglich sind: " in report
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert "rechtsform" not in written["impressum"]
        assert not {"stand", "methode", "geprueft_am", "erstellt_am"} & written["barrierefreiheit"].keys()

    def test_the_neutral_settings_are_no_production(self, tmp_path: Path) -> None:
        folder = copy_of(NEUTRAL, tmp_path / "neu")
        change(folder / "kommune.yml", "\nbetrieb: demo", "\nbetrieb: echt")
        report = problems_of(folder)
        for key in ("Kommune: „name“", "Website: „adresse“", "Impressum: „ort“", "Impressum: „telefon“"):
            assert f"{key} enthält noch einen Platzhalter" in report


class TestColours:
    @pytest.mark.parametrize("colour", ["#fbbf24", "#8a1538", "#00ff00", "#777777", "#ffffff", "#000000"])
    def test_the_suggested_colour_is_readable_everywhere(self, colour: str) -> None:
        for scheme in schemes(PRODUCT_COLOURS):
            assert len(scheme.grounds) == 3
            assert scheme.weakest(scheme.readable(colour)) >= MINIMUM

    def test_contrast_is_that_of_wcag(self) -> None:
        assert contrast("#ffffff", "#000000") == pytest.approx(21)
        assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)

    def test_a_dark_colour_follows_from_the_light_one(self) -> None:
        light, dark = schemes(PRODUCT_COLOURS)
        rules = style_sheet((light, dark), "#8a1538", "")
        assert "--ivo-farbe: #8a1538" in rules
        assert f"--ivo-farbe: {dark.readable('#8a1538')}" in rules

    def test_without_colours_nothing_changes(self) -> None:
        assert not style_sheet(schemes(PRODUCT_COLOURS), "", "").strip()

    def test_the_product_itself_keeps_to_the_rule(self) -> None:
        light, dark = schemes(PRODUCT_COLOURS)
        assert light.weakest("#2044aa") >= MINIMUM
        assert dark.weakest("#a9beee") >= MINIMUM


def test_examples_and_neutral_settings_satisfy_the_published_schema() -> None:
    schema = settings_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for folder in (NEUTRAL, AUENBRUECK, MULDENHAIN):
        values = yaml.safe_load((folder / "kommune.yml").read_text(encoding="utf-8"))
        assert list(validator.iter_errors(values)) == []


def test_the_neutral_product_names_its_version_and_nobody() -> None:
    fassung = read_fassung()
    assert fassung.version == product_version()
    assert fassung.settings.demo
    assert not fassung.oertlich

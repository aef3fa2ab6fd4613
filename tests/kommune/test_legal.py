"""Legal pages follow from the Land: law, bodies, procedure and deadlines; what is not proved has to be typed."""

import re
from pathlib import Path

import pytest
import yaml
from book import marker
from catalog.barrierefreiheit.report import BekannteBarriere, read_report
from catalog.catalogue.entries import Catalog
from catalog.kommune.folder import Fassung, load_site
from catalog.kommune.legal import advise
from catalog.musterantrag.vorbelegung import preset
from catalog.reading.problems import CatalogError
from conftest import ROOT
from kommune import AUENBRUECK, LAHNFELD, MULDENHAIN, RUHRTAL, change, copy_of, in_production, load_fassung
from markupsafe import Markup

Site = tuple[Catalog, Fassung]
LONGEST = 17


def load(folder: Path) -> Site:
    return load_fassung(folder)


def text_of(name: str, site: Site) -> str:
    catalog, fassung = site
    html = marker(catalog, name, fassung=fassung)
    return " ".join(Markup(html).striptags().split())


@pytest.fixture(scope="module")
def kreis(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = copy_of(RUHRTAL, tmp_path_factory.mktemp("kreis") / "echt")
    in_production(folder)
    return load(folder)


@pytest.fixture(scope="module")
def stadt(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = copy_of(LAHNFELD, tmp_path_factory.mktemp("stadt") / "echt")
    in_production(folder)
    return load(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A town in production that a test may spoil."""
    folder = copy_of(LAHNFELD, tmp_path / "stadt")
    in_production(folder)
    return folder


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(CatalogError) as caught:
        load(folder)
    return caught.value.lines()


@pytest.mark.parametrize("example", [RUHRTAL, LAHNFELD], ids=lambda path: path.name)
def test_a_municipality_types_only_what_nobody_else_knows(example: Path) -> None:
    written = yaml.safe_load((example / "kommune.yml").read_text(encoding="utf-8"))
    values = [name for section in written.values() if isinstance(section, dict) for name in section]
    assert len([name for name in values if name != "land"]) <= LONGEST


class TestKreisInNordrheinWestfalen:
    def test_statement_on_accessibility(self, kreis: Site) -> None:
        text = text_of("barrierefreiheit", kreis)
        for part in (
            "Kreis Ruhrtal (Beispiel) ist bemüht, diese Website barrierefrei zugänglich zu machen.",
            "Grundlage ist: §§ 10a bis 10e Behindertengleichstellungsgesetz Nordrhein-Westfalen",
            "ist mit den genannten Vorschriften und mit EN 301 549",
            "teilweise vereinbar, wegen der folgenden Unvereinbarkeiten und Ausnahmen.",
            "Leichter Sprache und in Deutscher Gebärdensprache",
            "am 10. November 2026 erstellt und zuletzt am 10. November 2026 überprüft. Methode: Selbstbewertung",
            "Telefon: 0221 4710100",
            "Wir antworten innerhalb von zwei Wochen.",
            "Die Ombudsstelle versucht, mit allen Beteiligten die Ursache zu klären",
            "ombudsstelle-barrierefreie-it@mags.nrw.de",
            "Das setzt die Richtlinie (EU) 2016/2102",
            "Eine Telefonnummer dieser Stelle ist uns nicht bekannt. Sehen Sie auf ihrer Website nach.",
            "Nicht mit den Anforderungen vereinbar Erläuterungen in Leichter Sprache",
        ):
            assert part in text
        assert "kostet nichts" not in text

    def test_privacy(self, kreis: Site) -> None:
        text = text_of("datenschutz", kreis)
        for part in (
            "Behördliche Datenschutzbeauftragte oder behördlicher Datenschutzbeauftragter",
            "nach 7 Tagen gelöscht",
            "?land=hessen",
            "Empfänger dieser Daten ist",
            "nur in unserem Auftrag und nach unserer Weisung verarbeiten (Artikel 28",
            "Ihre Auswahl unter „Beispiele“ kommen beim Server nicht an",
            "Auch das Formular für Beispiele sendet nichts.",
            "Codes mit der Kamera lesen",
            "Beschwerde Sie können sich bei der Aufsicht",
            "weder gesetzlich noch vertraglich verpflichtet",
            "Automatisierte Entscheidungen und Profile gibt es nicht",
            "§ 25 Absatz 2 Nummer 2 TDDDG",
            "Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
            "Telefon: 0211 384240",
        ):
            assert part in text
        # The legal basis stands both where pages are called up and where people write.
        assert text.count("Rechtsgrundlage: Artikel 6 Absatz 1 Buchstabe e") == 2
        assert "übliche Fristen" not in text

    def test_the_right_to_object_stands_apart(self, kreis: Site) -> None:
        """Article 21 (4) asks for that."""
        catalog, fassung = kreis
        html = marker(catalog, "datenschutz", fassung=fassung)
        _, _, after = html.partition('<h2 id="widerspruch">')
        own, _, _ = after.partition("<h2")
        assert "jederzeit widersprechen (Artikel 21)" in own
        assert html.count("Artikel 21") == 1

    def test_numbers_that_few_municipalities_have(self, folder: Path) -> None:
        assert "Identifikationsnummer" not in text_of("impressum", load(folder))
        change(
            folder / "kommune.yml",
            "impressum:\n",
            'impressum:\n  ust_id: "DE123456788"\n  wirtschafts_id: "DE123456788-00001"\n',
        )
        text = text_of("impressum", load(folder))
        assert "Umsatzsteuer-Identifikationsnummer: DE123456788 " in text
        assert "Wirtschafts-Identifikationsnummer: DE123456788-00001" in text

    def test_imprint(self, kreis: Site) -> None:
        text = text_of("impressum", kreis)
        for part in (
            "§ 5 Digitale-Dienste-Gesetz (DDG) und § 18 Medienstaatsvertrag",
            "vertreten durch: Landrätin Elif Beispiel",
            "Landrätin Elif Beispiel, Kreishausplatz 3, 99997 Ruhrtal",
            "Bezirksregierung (Beispiel)",
        ):
            assert part in text

    def test_the_motion_says_kreis(self, kreis: Site) -> None:
        catalog, fassung = kreis
        assert preset(catalog, fassung.settings.kommune).kommunenart == "kreis"


class TestStadtInHessen:
    def test_statement_on_accessibility(self, stadt: Site) -> None:
        text = text_of("barrierefreiheit", stadt)
        for part in (
            "§ 14 Hessisches Behinderten-Gleichstellungsgesetz",
            "nicht vereinbar. Die Unvereinbarkeiten und Ausnahmen sind nachstehend aufgeführt.",
            "Wir antworten innerhalb von sechs Wochen.",
            "Landeskompetenzzentrum Barrierefreie IT",
            "Telefon: 0641 3032901",
            # This Land asks that only of itself.
            "Nicht vom Gesetz erfasst Erläuterungen in Leichter Sprache",
        ):
            assert part in text
        assert "Telefonnummer dieser Stelle" not in text

    def test_privacy(self, stadt: Site) -> None:
        text = text_of("datenschutz", stadt)
        assert "Zugriffe werden nicht protokolliert." in text
        assert "Hessische Beauftragte oder Hessischer Beauftragter für Datenschutz" in text


@pytest.mark.parametrize(
    ("land", "form"),
    [("Berlin", "Teil des Landes Berlin"), ("Bayern", "Körperschaft des öffentlichen Rechts")],
)
def test_a_district_of_a_city_state_is_no_corporation(folder: Path, land: str, form: str) -> None:
    change(folder / "kommune.yml", "art: Stadt", "art: Bezirk")
    change(folder / "kommune.yml", "land: Hessen", f"land: {land}")
    assert f"{form}, vertreten durch: Bürgermeister Jonas Beispiel" in text_of("impressum", load(folder))


def test_a_district_elsewhere_stays_a_landkreis() -> None:
    catalog, fassung = load(MULDENHAIN)
    assert preset(catalog, fassung.settings.kommune).kommunenart == "landkreis"


def test_what_is_written_goes_before_the_land() -> None:
    text = text_of("barrierefreiheit", load(AUENBRUECK))
    assert "Grundlage ist: Gleichstellungsrecht des Landes (Beispiel)." in text
    assert "post@durchsetzung.example" in text
    assert "bitv@bayern.de" not in text


def test_the_land_says_nothing_of_a_body_that_is_not_its_own(tmp_path: Path) -> None:
    folder = copy_of(AUENBRUECK, tmp_path / "stadt")
    change(folder / "kommune.yml", "land: Bayern", "land: Hessen")
    change(folder / "kommune.yml", 'gremium: "Stadtrat"', 'gremium: "Stadtverordnetenversammlung"')
    assert "holt die Durchsetzungsstelle" not in text_of("barrierefreiheit", load(folder))


class TestRefusedInProduction:
    @pytest.mark.parametrize(
        ("written", "message"),
        [
            ("  protokoll_tage: 0\n", "Datenschutz: „protokoll_tage“ fehlt. Das weiß nur Ihre Kommune."),
            ('  geprueft_am: "2026-11-12"\n', "Barrierefreiheit: „geprueft_am“ fehlt."),
            ("  stand: nicht vereinbar\n", "Barrierefreiheit: „stand“ fehlt."),
        ],
    )
    def test_no_claim_is_made_for_a_municipality(self, folder: Path, written: str, message: str) -> None:
        change(folder / "kommune.yml", written, "")
        (line,) = problems_of(folder)[:-1] or problems_of(folder)
        assert message in line

    def test_what_no_land_proves_has_to_be_typed(self, folder: Path) -> None:
        written = (ROOT / "catalog.yml").read_text(encoding="utf-8")
        before, start, after = written.partition("text: >-\n        Hessische Beauftragte oder")
        doubted = after.replace('sicherheit: "mittel"', 'sicherheit: "niedrig"', 1)
        catalog = folder.parent / "catalog.yml"
        catalog.write_text(before + start.replace("text", "ungeprueft") + doubted, encoding="utf-8")
        with pytest.raises(CatalogError) as caught:
            load_site(catalog, folder)
        assert any(
            "Datenschutz: „aufsicht“ fehlt. Für Hessen ist dazu nichts belegt." in x
            for x in caught.value.lines()
        )

    @pytest.mark.parametrize("text", ["[Name eintragen]", "TODO", "siehe https://stadt.example/"])
    def test_placeholders_in_every_file(self, folder: Path, text: str) -> None:
        (folder / "seiten").mkdir()
        (folder / "seiten/seite.md").write_text(f"# Seite\n\n{text}\n", encoding="utf-8")
        (folder / "katalog.yml").write_text(
            f'hinweise:\n  - eintrag: empfehlungen/netzwerke\n    text: "{text}"\n    stand: "2026"\n',
            encoding="utf-8",
        )
        report = "\n".join(problems_of(folder))
        assert "katalog.yml:3: Hinweis Nr. 1: „text“ enthält noch einen Platzhalter" in report
        assert "seiten/seite.md: Die Seite enthält noch einen Platzhalter" in report

    def test_links_and_dots_in_a_page_are_no_placeholders(self, folder: Path) -> None:
        (folder / "seiten").mkdir()
        (folder / "seiten/seite.md").write_text(
            "# Seite\n\nUnd so weiter … [Mehr](../index.md)\n", encoding="utf-8"
        )
        assert load(folder)

    def test_a_demonstration_may_leave_all_that_open(self, folder: Path) -> None:
        change(folder / "kommune.yml", "betrieb: echt", "betrieb: demo")
        change(folder / "kommune.yml", '  geprueft_am: "2026-11-12"\n', "")
        text = text_of("barrierefreiheit", load(folder))
        assert "Eine Prüfung hat noch nicht stattgefunden." in text


FULL = "„vollständig vereinbar“ trifft nicht zu. Am Produkt ist offen: "


class TestBarriersOfTheProduct:
    """What is open in the product is open in every copy."""

    def open_barriers(self) -> list[BekannteBarriere]:
        return [barrier for barrier in read_report().barrieren if barrier.offen]

    @pytest.mark.parametrize("example", [AUENBRUECK, MULDENHAIN, RUHRTAL, LAHNFELD], ids=lambda p: p.name)
    def test_every_statement_lists_them_once(self, example: Path) -> None:
        text = text_of("barrierefreiheit", load(example))
        assert self.open_barriers()
        for barrier in self.open_barriers():
            assert text.count(barrier.inhalt) == 1

    def test_full_conformity_is_refused_in_production(self, folder: Path) -> None:
        change(folder / "kommune.yml", "stand: nicht vereinbar", "stand: vollständig vereinbar")
        (line,) = problems_of(folder)
        assert FULL in line
        assert "Richtig ist „teilweise vereinbar“." in line
        place = (folder / "kommune.yml").read_text(encoding="utf-8").splitlines()
        assert line.startswith(f"kommune.yml:{place.index('  stand: vollständig vereinbar') + 1}: ")

    def test_full_conformity_is_odd_in_a_demonstration(self) -> None:
        catalog, fassung = load(LAHNFELD)
        statement = fassung.settings.barrierefreiheit.model_copy(update={"stand": "vollständig vereinbar"})
        settings = fassung.settings.model_copy(update={"barrierefreiheit": statement})
        assert any(FULL in str(p) for p in advise(settings, fassung.written, catalog, "2026-11-26"))

    def test_a_municipality_can_mend_some_of_them(self, folder: Path) -> None:
        first, *others = [barrier for barrier in read_report().barrieren if barrier.vor_ort]
        change(folder / "kommune.yml", "  stand: nicht", f"  behoben: [{first.id}]\n  stand: nicht")
        text = text_of("barrierefreiheit", load(folder))
        assert first.inhalt not in text
        assert all(barrier.inhalt in text for barrier in others)

    def test_but_not_what_is_not_theirs(self, folder: Path) -> None:
        (other,) = [b.id for b in read_report().barrieren if not b.vor_ort]
        change(folder / "kommune.yml", "  stand: nicht", f"  behoben: [{other}]\n  stand: nicht")
        assert any(f"„{other}“ kann eine Kommune nicht beheben." in line for line in problems_of(folder))


class TestAdvice:
    def advice(self, folder: Path, today: str = "2026-11-26") -> list[str]:
        catalog, fassung = load(folder)
        return [str(found) for found in advise(fassung.settings, fassung.written, catalog, today)]

    @pytest.mark.parametrize(
        "example", [AUENBRUECK, MULDENHAIN, RUHRTAL, LAHNFELD], ids=lambda path: path.name
    )
    def test_nothing_is_odd(self, example: Path) -> None:
        assert self.advice(example) == []

    def test_an_old_review(self) -> None:
        assert self.advice(LAHNFELD, "2027-11-30") == []
        (line,) = self.advice(LAHNFELD, "2027-12-01")
        assert re.match(r"\d+: Barrierefreiheit: Die Erklärung wurde am 2026-11-12 zuletzt überprüft\.", line)

    def test_a_body_that_the_land_does_not_know(self, folder: Path) -> None:
        change(folder / "kommune.yml", "Stadtverordnetenversammlung", "Stadtrat")
        (line,) = self.advice(folder)
        assert "„Stadtrat“ ist für Stadt in Hessen ungewöhnlich. Üblich: Stadtverordnetenversammlung." in line

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("art: Stadt", "art: Bezirk", "„Bezirk“ gibt es in Hessen sonst nicht."),
            ("land: Hessen", "land: Berlin", "„Stadt“ gibt es in Berlin sonst nicht."),
            ("  methode: Selbstbewertung\n", "", "Die Erklärung nennt keine Methode"),
            ("methode: Selbstbewertung", "methode: Prüfung durch Dritte", "Nennen Sie, wer geprüft hat"),
        ],
    )
    def test_land_and_kind_and_what_is_not_said(self, folder: Path, old: str, new: str, message: str) -> None:
        change(folder / "kommune.yml", old, new)
        assert any(message in line for line in self.advice(folder))

    def test_a_city_state_elsewhere(self, folder: Path) -> None:
        change(folder / "kommune.yml", "art: Stadt", "art: Stadtstaat")
        assert any("„Stadtstaat“ gibt es in Hessen sonst nicht." in line for line in self.advice(folder))

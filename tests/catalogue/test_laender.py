"""The Länder and the places that help: proved or marked, never a gap that looks like a fact."""

import base64
import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from book import book_of, marker, pages_of
from catalog.catalogue.entries import Catalog
from catalog.catalogue.laender import checked, places
from catalog.catalogue.load import parse_catalog
from catalog.checking.statements import outdated, unproven
from catalog.model.base import LAENDER
from catalog.model.laender import is_outdated, months_between
from catalog.musterantrag.formular import page_values, selection_for
from catalog.publishing.data import as_csv, as_open_data
from catalog.reading.problems import CatalogError
from catalog.suche.findables import findable_entry
from markupsafe import Markup
from tiny import TINY

GAP = "Dazu haben wir keine geprüfte Angabe."
DOUBTFUL = ("niedrig", "ungeprüft", "offen")


@pytest.fixture(scope="module")
def pages(catalog: Catalog) -> dict[str, str]:
    """The text of every page of a Land or a place."""
    return {
        path: " ".join(Markup(page.html).striptags().split())
        for path, page in pages_of(catalog).items()
        if path.startswith(("laender/", "unterstuetzung/"))
    }


def statements(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "sicherheit" in value:
            yield value
        for inner in value.values():
            yield from statements(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from statements(inner)


def problems(old: str, new: str) -> list[str]:
    assert old in TINY
    with pytest.raises(CatalogError) as caught:
        parse_catalog(TINY.replace(old, new, 1))
    return caught.value.lines()


class TestRules:
    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ('text: "Gewählt."', 'text: "Gewählt.", ungeprueft: "Berufen."', "genau eines von beiden"),
            ('ungeprueft: "Vielleicht § 1.", ', "", "genau eines von beiden"),
            ('"Vielleicht § 1.", sicherheit: "niedrig"', '"§ 1.", sicherheit: "hoch"', "passt nicht zu"),
            (
                '"Gewählt.", sicherheit: "mittel"',
                '"Gewählt.", sicherheit: "niedrig"',
                "gehört unter „ungeprueft“",
            ),
            (', stand: "2020-01", belegt_durch: [seite]', ', stand: "2020-01"', "Nennen Sie den Beleg"),
            ("[seite]", "[seiten]", "Den Beleg „seiten“ gibt es hier nicht. Meinten Sie „seite“?"),
        ],
    )
    def test_a_statement_is_backed_or_marked(self, old: str, new: str, message: str) -> None:
        (line,) = problems(old, new)
        assert "Land „hessen“: Vertretung: " in line
        assert message in line

    def test_a_proof_has_an_id_of_its_own(self) -> None:
        beleg = re.search(r"      - \{id: seite.*\n", TINY)[0]
        assert any("Diese Kennung ist doppelt." in line for line in problems(beleg, beleg * 2))


class TestDoubt:
    def test_the_check_names_what_is_not_proved(self) -> None:
        found = [str(problem) for problem in unproven(parse_catalog(TINY).written.root)]
        assert any("Vertretung: „rechtsgrundlage“: niedrig: Vielleicht § 1." in line for line in found)
        assert len(found) == TINY.count("ungeprueft:")

    def test_the_data_hold_it_only_in_a_field_that_says_so(self, catalog: Catalog) -> None:
        data = as_open_data(catalog)
        found = list(statements([data["laender"], data["anlaufstellen"]]))
        doubtful = [statement for statement in found if statement["sicherheit"] in DOUBTFUL]
        assert doubtful
        assert all("text" not in statement and statement["ungeprueft"] for statement in doubtful)
        assert all("ungeprueft" not in statement for statement in found if statement not in doubtful)

    @pytest.mark.parametrize("kind", ["laender", "anlaufstellen"])
    def test_no_table_and_no_search_holds_it(self, catalog: Catalog, kind: str) -> None:
        table = as_csv(catalog.all(kind))
        assert len(list(csv.DictReader(io.StringIO(table[1:]), delimiter=";"))) == len(catalog.all(kind))
        found = " ".join(text for entry in catalog.all(kind) for _, text in findable_entry(entry).fields)
        for doubt in doubts(catalog, kind):
            assert doubt not in table
            assert doubt not in found

    def test_no_page_shows_it(self, catalog: Catalog, pages: dict[str, str]) -> None:
        for kind in ("laender", "anlaufstellen"):
            for doubt in doubts(catalog, kind):
                assert not [path for path, text in pages.items() if f" {doubt} " in text], doubt

    def test_a_gap_is_not_hidden(self, catalog: Catalog, pages: dict[str, str]) -> None:
        bremen = catalog.get("laender", "bremen")
        assert bremen.data.recht.gesetz.text is None
        assert f"Teilhabe- oder Integrationsgesetz {GAP}" in pages["laender/bremen"]

    def test_an_address_nobody_opened_is_marked(self, catalog: Catalog, pages: dict[str, str]) -> None:
        for entry in catalog.all("anlaufstellen"):
            if entry.data.adresse:
                mark = f"{entry.data.adresse.url} (Adresse genannt, von uns nicht geöffnet)"
                assert (mark in pages[entry.path]) != entry.data.adresse.geoeffnet

    def test_a_page_lists_the_proofs_of_what_it_says_and_no_others(self, catalog: Catalog) -> None:
        book = book_of(catalog)
        for entry in catalog.all("laender"):
            html = book.page(entry.path).html
            listed = re.findall(r'id="beleg-([a-z0-9-]+)"', html)
            assert listed
            assert set(listed) == set(re.findall(r'href="#beleg-([a-z0-9-]+)"', html)), entry.id


def doubts(catalog: Catalog, kind: str) -> set[str]:
    """What is written but not proved, as far as the words are telling."""
    data = as_open_data(catalog)[kind]
    texts = {statement.get("ungeprueft", "") for statement in statements(data)}
    return {text for text in texts if len(text) > 40}


class TestAge:
    @pytest.mark.parametrize(
        ("stand", "months"),
        [
            *(
                ("2026-11", 0),
                ("2024-11-30", 24),
                ("2023", 35),
                ("2023 oder später", 35),
                ("ohne Datum", None),
            ),
            *(("gilt 2024-01-01 bis 2026-12-31", 0), ("2021-06 oder später", 65), ("L100001_9938254", None)),
        ],
    )
    def test_months_since_the_latest_date(self, stand: str, months: int | None) -> None:
        assert months_between(stand, "2026-11-21") == months

    def test_pages_say_so_after_three_years(self) -> None:
        assert not is_outdated("2023-11", "2026-11-21")
        assert is_outdated("2023-10", "2026-11-21")
        html = pages_of(parse_catalog(TINY))["laender/hessen"].html
        assert html.count("Älter als drei Jahre") == 2
        assert "Älter als drei Jahre" in html.partition("Gewählt.")[2].partition("</dd>")[0]
        card = html.partition('class="karten"')[2].partition("</ul>")[0]
        assert "Stand: Juni 2020. <strong>Älter als drei Jahre" in card

    def test_cards_and_the_list_show_what_became_of_a_place_and_its_age(self, catalog: Catalog) -> None:
        card = pages_of(catalog)["laender/nordrhein-westfalen"].html.partition('class="karten"')[2]
        assert "Stand: ohne Datum. <strong>(heutiger Stand nicht belegt)</strong>" in card
        old = marker(catalog, "anlaufstellen").partition("Stand: 2018 (Eröffnung).")[2].partition("</li>")[0]
        assert "Älter als drei Jahre" in old

    def test_a_name_of_one_place_says_so_and_a_right_names_a_body(self, catalog: Catalog) -> None:
        assert "Forum für Migrantinnen und Migranten (Lübeck)" in marker(catalog, "laender")
        for land in catalog.file.laender:
            names = {name.name for name in land.vertretung.namen}
            assert names.issuperset(land.vertretung.antragsrecht_fuer)

    def test_what_nobody_checked_does_not_vanish(self, catalog: Catalog) -> None:
        pages = pages_of(catalog)
        assert "an der Spitze der Kreise, haben wir nicht geprüft" in pages["laender/hessen"].html
        for land in ("thueringen", "sachsen-anhalt"):
            assert (
                "etwa einer Antidiskriminierungsstelle des Landes, haben wir" in pages[f"laender/{land}"].html
            )
        assert "Telefon und E-Mail der Stelle" in pages["laender/berlin"].html

    def test_the_check_names_what_is_older_than_two(self) -> None:
        found = [str(problem) for problem in outdated(parse_catalog(TINY).written.root)]
        assert any("Vertretung: „bildung“: Stand 2020-01, 72 Monate alt." in line for line in found)
        assert any(line.endswith("Anlaufstelle „verband“: Stand 2020-06, 67 Monate alt.") for line in found)
        assert any(line.endswith("Hilfe Nr. 1: Stand 2022, 37 Monate alt.") for line in found)
        assert not any("Tagesordnung" in line for line in found)

    def test_guides_show_the_age_of_law_and_help_but_not_of_figures(self) -> None:
        pages = pages_of(parse_catalog(TINY.replace('stand: "2026-01-31"', 'stand: "2029-02-01"')))
        text = next(page.html for path, page in pages.items() if path.startswith("leitfaeden/"))
        law, figures = text.partition('id="recht"')[2], text.partition('id="zahlen"')[2]
        assert "Älter als drei Jahre" in law.partition("<h2")[0]
        assert "Älter als drei Jahre" not in figures.partition("<h2")[0]

    def test_the_clock_plays_no_part(self) -> None:
        later = TINY.replace('stand: "2026-01-31"', 'stand: "2029-02-01"')
        assert len(outdated(parse_catalog(later).written.root)) > len(
            outdated(parse_catalog(TINY).written.root)
        )

    def test_a_page_shows_what_was_checked_when(self) -> None:
        tiny = parse_catalog(TINY)
        (hessen,) = checked(tiny)["laender_stand"]
        assert (hessen.offen, hessen.alt) == (TINY.count("ungeprueft:"), 1)
        assert "durchgesehen Januar 2026" in marker(tiny, "pruefstand")


class TestCoverage:
    def test_every_land_has_its_entry(self, catalog: Catalog) -> None:
        assert tuple(entry.titel for entry in catalog.all("laender")) == LAENDER

    def test_every_land_has_someone_to_ask_first(self, catalog: Catalog) -> None:
        for land in catalog.all("laender"):
            assert [stelle for stelle in land.linked("anlaufstellen") if stelle.data.zuerst], land.id
        assert len(catalog.all("anlaufstellen")) >= 25

    def test_named_programmes_say_what_became_of_them(self, catalog: Catalog) -> None:
        html = marker(catalog, "anlaufstellen")
        programmes = html.partition('id="programme"')[2]
        assert re.search(r"NIKO[^\n]*</a> <strong>\(beendet\)</strong>", programmes)
        assert "1.1.2026 bis 31.12.2028" in programmes

    def test_the_map_has_names_and_shades(self, catalog: Catalog) -> None:
        html = marker(catalog, "laender").replace("\u00ad", "")
        tiles = re.findall(r'stufe-(\d)" href="[^"]*laender/[a-z-]+/">([^<]+)</a>', html)
        assert sorted(name for _, name in tiles) == sorted(LAENDER)
        assert len({shade for shade, _ in tiles}) > 1

    def test_what_has_ended_is_not_recommended(self, catalog: Catalog) -> None:
        assert all(stelle.data.lage != "beendet" for stelle in places(catalog)["bundesweit"])


def test_the_motion_can_begin_for_a_land(catalog: Catalog) -> None:
    link = selection_for(catalog, "Thüringen")
    text = base64.urlsafe_b64decode(link.removeprefix("#antrag=") + "==").decode()
    selection = json.loads(text)
    assert selection["felder"] == {"land": "Thüringen"}
    assert selection["felder"]["land"] in page_values(catalog, None)["alle_laender"]
    form = marker(catalog, "musterantrag")
    boxes = re.findall(r'name="modul" value="([^"]+)"[^>]* checked', form)
    assert selection["module"] == boxes
    assert {"grundsatz", "teil/finanzen"} <= set(boxes)


@pytest.mark.parametrize("kind", ["laender", "anlaufstellen"])
def test_no_source_is_a_crawled_copy(catalog: Catalog, kind: str) -> None:
    for entry in catalog.all(kind):
        for beleg in entry.data.belege:
            assert "(Spiegel)" not in beleg.herausgeber, (entry.id, beleg.titel)


def test_a_statement_is_as_old_as_one_of_its_proofs(catalog: Catalog) -> None:
    """A date of our own reading would make old law look like today's."""
    of_catalogue = {source.id: source.data.stand for source in catalog.all("quellen")}
    for land in catalog.all("laender"):
        proofs = of_catalogue | {beleg.id: beleg.stand for beleg in land.data.belege}
        for statement in proved(as_open_data(catalog)["laender"], land.id):
            named = [*statement.get("belegt_durch", ()), *statement.get("quellen", ())]
            assert statement["stand"] in {proofs[name] for name in named}, (land.id, statement)


def proved(data: list[dict[str, Any]], land: str) -> Iterator[dict[str, Any]]:
    (entry,) = (entry for entry in data if entry["id"] == land)
    return (statement for statement in statements(entry) if statement["sicherheit"] not in DOUBTFUL)


@pytest.mark.parametrize("kind", ["laender", "anlaufstellen"])
def test_no_page_speaks_of_how_its_sources_were_kept(catalog: Catalog, kind: str) -> None:
    """What was cut off in a stored copy is of no use to a reader; what we do not know is."""
    for entry in as_open_data(catalog)[kind]:
        for said in [entry["kurz"], *(statement.get("text", "") for statement in statements(entry))]:
            assert not re.search(r"abgeschnitten|nicht lesbar|nicht zu lesen|prüfen\)", said), (
                entry["id"],
                said,
            )


class TestLanguageOfTitles:
    """A title in another language says so on the page and in the data, so that it is spoken as it is written."""

    def test_the_link_text_bears_the_language(self, catalog: Catalog) -> None:
        foreign = {
            entry.path: beleg
            for kind in ("beispiele", "anlaufstellen", "laender")
            for entry in catalog.all(kind)
            for beleg in entry.data.belege
            if beleg.sprache
        }
        assert len(foreign) >= 2
        shown = pages_of(catalog)
        for path, beleg in foreign.items():
            assert f' lang="{beleg.sprache}">{Markup.escape(beleg.titel)}</a>' in shown[path].html, path
            section, _, id_ = path.partition("/")
            (record,) = [r for r in as_open_data(catalog).get(section, ()) if r["id"] == id_] or [None]
            if record:
                assert beleg.sprache in [b.get("sprache") for b in record["belege"]]

    def test_german_needs_no_mark(self, catalog: Catalog) -> None:
        (entry, *_) = [e for e in catalog.all("beispiele") if not any(b.sprache for b in e.data.belege)]
        assert " lang=" not in pages_of(catalog)[entry.path].html

    def test_the_title_of_a_source(self) -> None:
        source = TINY.split("\nquellen:\n")[1]
        changed = source.replace("    kurztitel: ", '    sprache: "en"\n    kurztitel: ', 1)
        text = TINY.replace(source, changed)
        assert changed != source
        catalog = parse_catalog(text)
        (entry, *_) = catalog.all("quellen")
        assert f'<h1 id="anfang" lang="en">{entry.titel}</h1>' in pages_of(catalog)[entry.path].html

    @pytest.mark.parametrize("wrong", ["englisch", "EN", "en_GB", ""])
    def test_a_wrong_tag_is_explained(self, wrong: str) -> None:
        source = TINY.split("\nquellen:\n")[1]
        found = problems(
            source, source.replace("    kurztitel: ", f'    sprache: "{wrong}"\n    kurztitel: ', 1)
        )
        assert "Kürzel einer Sprache" in found[0]

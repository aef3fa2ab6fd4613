"""The result begins with its point: a sentence, a picture, three weak spots, each with what to do about it."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from kurzcheck_page import PATH, PROFILE, QUESTIONS, choose, chosen, download, show
from kurzcheck_page import open_file as open_saved
from libreoffice import needs_libreoffice, pages_of
from odf.opendocument import load as load_odt
from odf.text import A as OdtLink
from playwright.sync_api import Locator, Page, expect
from read_documents import pdf_pages

SCREEN = 844
STATES: dict[str, tuple[list[Any], str]] = {
    "nothing works": ([0] * QUESTIONS, "Hier lohnt sich der Anfang: Politische Beschlusslage"),
    "all is well": (
        [100] * QUESTIONS,
        "Bei 13 von 13 Fragen liegt Ihre Antwort bei 70\u00a0% oder mehr. Darunter liegt keine",
    ),
    "nobody knows": (["weiss-nicht"] * QUESTIONS, "Klären Sie zuerst, wer Bescheid weiß"),
    "mixed": (PROFILE, "Führungskräfte (30\u00a0%). Bei 4 von 13 Fragen"),
}


@pytest.fixture
def check(page: Page) -> Page:
    page.goto(f"{PATH}#zum-schluss")
    return page


def result_of(page: Page, answers: list[Any]) -> Locator:
    choose(page, answers)
    return show(page, "ergebnis")


class TestFirstScreen:
    @pytest.mark.parametrize("name", STATES)
    def test_every_state_says_its_point(self, check: Page, name: str) -> None:
        answers, words = STATES[name]
        result = result_of(check, answers)
        expect(result.locator(".satz")).to_contain_text(words)
        expect(result.locator(".bild svg")).to_be_visible()

    def test_an_empty_check_says_what_to_do(self, check: Page) -> None:
        check.locator(".ansichten__link[href='#ergebnis']").click()
        result = check.locator("#ergebnis")
        expect(result.locator(".satz")).to_contain_text("Noch ist keine Frage beantwortet.")
        expect(result.get_by_text("nicht beantwortet")).to_have_count(0)
        result.get_by_role("link", name="Zur ersten offenen Frage").click()
        expect(check.locator("#beschlusslage")).to_be_visible()

    @pytest.mark.parametrize("answers", [PROFILE, [0] * QUESTIONS], ids=["mixed", "nothing works"])
    def test_the_first_weak_spot_is_on_the_first_screen_of_a_phone(
        self, new_page: Callable[..., Page], answers: list[Any]
    ) -> None:
        page = new_page(width=390, height=SCREEN, has_touch=True)
        page.goto(f"{PATH}#zum-schluss")
        choose(page, answers)
        page.locator("a.knopf[href='#ergebnis']").tap()
        title = page.locator(".schritt h4").first
        expect(title).to_be_visible()
        box = title.bounding_box()
        assert box
        assert box["y"] + box["height"] <= SCREEN


class TestWeakSpots:
    def test_three_each_with_a_step_a_reason_and_examples_of_its_own(self, check: Page) -> None:
        result = result_of(check, [0] * QUESTIONS)
        cards = result.locator(".schritt")
        expect(cards).to_have_count(3)
        for part, count in (("[data-schritt]", 3), ("[data-argument]", 3), ("[data-beispiele] li", 6)):
            texts = cards.locator(part).all_text_contents()
            assert len(set(texts)) == len(texts) == count, part

    def test_equal_steps_are_not_given_twice(self, check: Page) -> None:
        # Both belong to the same lever.
        result = result_of(check, [None, 0, 0])
        steps = result.locator(".schritt [data-schritt]").all_text_contents()
        assert len(set(steps)) == len(steps) == 2

    def test_examples_say_how_near_they_are(self, check: Page) -> None:
        check.locator("#angabe-land").select_option("Sachsen")
        check.locator("#angabe-groesse").select_option("ab-20000")
        result = result_of(check, [0] * QUESTIONS)
        nearness = result.locator(".schritt [data-beispielkopf]").all_text_contents()
        known = "im selben Land|in einem anderen Land|Etwas größer oder kleiner|Andere Größe"
        assert all(re.search(known, words) for words in nearness)
        expect(result.locator(".schritt").first).to_contain_text("alle Stellen für Sachsen")

    def test_what_is_put_aside_reaches_neither_plan_nor_motion(self, check: Page) -> None:
        result = result_of(check, PROFILE)
        result.get_by_role("button", name="Zurückstellen").first.click()
        expect(result.locator("[data-stelle=zurueckgestellt] li")).to_contain_text(
            "1. Politische Beschlusslage"
        )
        # The next card stands where the other one stood.
        expect(result.locator(".schritt h4").first).to_contain_text("2. Leitbild")
        expect(result.locator(".schritt h4").first).to_be_focused()
        expect(result.locator(".schritt h4").first).to_be_in_viewport()
        expect(result.locator(".schritt")).to_have_count(3)
        rows = list(csv.reader(io.StringIO(download(check, "plan").decode("utf-8-sig")), delimiter=";"))
        assert [row[0].split(".")[0] for row in rows[1:]] == ["2", "10", "5"]
        expect(result.locator("[data-plan]:visible")).to_have_count(3)
        check.reload()
        expect(result.locator(".schritt h4").first).to_contain_text("2. Leitbild")
        result.get_by_role("button", name="Wieder aufnehmen").click()
        expect(result.locator(".schritt h4").first).to_be_focused()
        expect(result.locator(".schritt h4").first).to_be_in_viewport()
        expect(result.locator(".schritt h4").first).to_contain_text("1. Politische Beschlusslage")

    def test_typing_in_the_plan_folds_nothing(self, check: Page) -> None:
        result = result_of(check, PROFILE)
        details = result.locator(".schritt details").first
        details.locator("summary").click()
        result.locator("#wer-leitbild").press_sequentially("Amt")
        expect(details).to_have_attribute("open", "")
        expect(result.locator("#wer-leitbild")).to_be_focused()


class TestPlanAndGoals:
    def test_they_are_kept_saved_and_loaded(self, check: Page) -> None:
        result = result_of(check, PROFILE)
        result.locator("#wer-leitbild").fill("Hauptamt")
        result.locator("#bis-leitbild").fill("bis Ostern")
        result.locator("[data-ziel=leitbild]").select_option("60")
        check.reload()
        expect(result.locator("#wer-leitbild")).to_have_value("Hauptamt")
        expect(result.locator("[data-ziel=leitbild]")).to_have_value("60")
        show(check, "ergebnis")
        text = download(check, "datei").decode()
        saved = json.loads(text)["fragen"][1]
        assert (saved["ziel"], saved["wer"], saved["bis_wann"]) == (60, "Hauptamt", "bis Ostern")
        assert "ziel" not in json.loads(text)["fragen"][0], "what nobody has said is left out"
        rows = list(csv.reader(io.StringIO(download(check, "plan").decode("utf-8-sig")), delimiter=";"))
        assert [row[2:3] + row[5:] for row in rows if row[0].startswith("2.")] == [
            ["60 %", "Hauptamt", "bis Ostern"]
        ]
        check.evaluate("sessionStorage.clear()")
        check.goto("/404.html")
        check.goto(PATH)
        expect(open_saved(check, text)).to_contain_text("sind geladen")
        show(check, "ergebnis")
        expect(result.locator("#bis-leitbild")).to_have_value("bis Ostern")

    def test_a_goal_shows_in_picture_and_table(self, check: Page) -> None:
        result = result_of(check, PROFILE)
        expect(result.locator(".bild .profilbild__ziel")).to_have_count(0)
        check.evaluate("location.hash = '#stabsstelle'")
        check.locator("#stabsstelle .notiz summary").click()
        check.locator("#ziel-stabsstelle").select_option("90")
        show(check, "ergebnis")
        expect(result.locator(".bild .profilbild__ziel")).to_have_count(1)
        expect(result.get_by_role("row", name=re.compile("^4. Verantwortliche"))).to_contain_text("90 %")

    def test_the_reminder_is_a_year_later(self, check: Page) -> None:
        check.locator("#angabe-datum").fill("2028-02-29")
        result_of(check, PROFILE)
        check.locator("[data-ziel=leitbild]").select_option("60")
        text = download(check, "termin").decode()
        assert "DTSTART;VALUE=DATE:20290301\r\n" in text
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        assert "Ziel: Leitbild mit klarer Haltung: 60 %" in text.replace("\r\n ", "").replace("\\,", ",")

    def test_beginning_anew_keeps_the_old_check_with_its_date(self, check: Page) -> None:
        check.locator("#angabe-datum").fill("2026-11-21")
        result_of(check, PROFILE)
        with check.expect_download() as saved:
            check.locator("[data-aktion=neu-beginnen]").click()
        assert saved.value.suggested_filename == "kurz-check-2026-11-21.json"
        kept = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
        assert [question["antwort"] for question in kept["fragen"]] == PROFILE
        expect(check.locator("#beschlusslage")).to_be_visible()
        assert set(chosen(check)) == {None}
        check.get_by_role("button", name="Vorige Antworten zurückholen").dblclick()
        assert chosen(check)[:2] == ["0", "20"]


class TestFiles:
    def test_the_picture_is_a_file_of_its_own(self, check: Page) -> None:
        result_of(check, PROFILE)
        svg = download(check, "svg").decode()
        assert "var(--" not in svg, "a file knows no style sheet"
        assert "Leitbild mit klarer Haltung" in svg
        assert download(check, "png").startswith(b"\x89PNG")

    def test_documents_lead_to_entries_and_keep_rows_whole(self, check: Page, tmp_path: Path) -> None:
        result_of(check, PROFILE)
        docx, odt = tmp_path / "a.docx", tmp_path / "a.odt"
        docx.write_bytes(download(check, "docx"))
        odt.write_bytes(download(check, "odt"))
        xml = zipfile.ZipFile(docx).read("word/document.xml").decode()
        assert re.search(r'HYPERLINK "http[^"]+/beispiele/', xml.replace("&quot;", '"'))
        assert xml.count("<w:cantSplit/>") >= QUESTIONS
        links = [link.getAttribute("href") for link in load_odt(str(odt)).getElementsByType(OdtLink)]
        assert any("/empfehlungen/" in link for link in links)

    @pytest.mark.parametrize("kind", ["docx", "odt"])
    def test_the_poster_as_a_file_has_all_that_hangs_on_the_wall(
        self, check: Page, tmp_path: Path, kind: str
    ) -> None:
        check.locator("#angabe-kommune").fill("Auenbrück")
        check.locator("#angabe-datum").fill("2026-11-21")
        result_of(check, [0] * 12 + [100])
        path = tmp_path / f"poster.{kind}"
        path.write_bytes(download(check, f"plakat-{kind}"))
        text = words_of(path)
        for words in (
            "Auenbrück",
            "21. November 2026",
            "Erster Schritt:",
            "Zum Beispiel:",
            "Wen Sie fragen können:",
        ):
            assert words in text
        assert text.count("Erster Schritt:") == 3
        assert "13. Chefsache: Einsatz der Verwaltungsspitze: 100 %" in text

    def test_the_picture_in_a_file_counts_in_dark_cells(self, check: Page, tmp_path: Path) -> None:
        result_of(check, PROFILE)
        path = tmp_path / "poster.docx"
        path.write_bytes(download(check, "plakat-docx"))
        (table,) = Document(str(path)).tables
        dark = {
            row.cells[0].text.split(".")[0]: sum(bool(cell._tc.xpath(".//w:shd")) for cell in row.cells)
            for row in table.rows[1:]
        }
        steps = {str(nr): answer for nr, answer in enumerate(PROFILE, start=1)}
        assert dark == {nr: answer // 10 if isinstance(answer, int) else 0 for nr, answer in steps.items()}

    @pytest.mark.long
    @needs_libreoffice
    def test_the_poster_in_a_file_is_one_page_whatever_stands_in_it(
        self, check: Page, tmp_path: Path
    ) -> None:
        check.get_by_label("Zusatzfragen mit beantworten").check()
        check.locator("#angabe-kommune").fill(
            "Verbandsgemeinde Donaudampfschifffahrtsgesellschaftshausen am Ring"
        )
        check.locator("#angabe-name").fill("Integrationsbeauftragte und Bürgermeisterin mit dem Beirat")
        check.locator("#angabe-land").select_option("Sachsen")
        result_of(check, [0] * 12 + [100, 20, 20, 20])
        for field in check.locator(".planfeld:visible .feld__eingabe").all():
            if field.evaluate("$field => $field.tagName") == "INPUT":
                field.fill(
                    "Amt für Soziales, Jugend und Teilhabe mit dem Beirat für Migration"[
                        : int(field.get_attribute("maxlength") or 0)
                    ]
                )
            else:
                field.select_option("60")
        files = [tmp_path / f"poster.{kind}" for kind in ("docx", "odt")]
        for file in files:
            file.write_bytes(download(check, f"plakat-{file.suffix[1:]}"))
        assert pages_of(files, tmp_path) == [1, 1]

    def test_no_meaning_hangs_on_colour_alone(self, check: Page) -> None:
        result = result_of(check, PROFILE)
        rows = result.locator(".bild svg > g").evaluate_all(
            """rows => rows.map(($row) => [$row.querySelectorAll("text")[1].textContent,
              $row.querySelector("[class*=profilbild__wert--]")?.getAttribute("class").split("--")[1] ?? ""])"""
        )
        signs = {look: {text[0] for text, one in rows if one == look} for look in {look for _, look in rows}}
        assert sorted(signs) == ["", "leer", "schraffiert", "voll"]
        assert all(len(found) == 1 for look, found in signs.items() if look), signs
        assert len(set().union(*(signs[look] for look in signs if look))) == 3, (
            "each look has a sign of its own"
        )
        assert all(re.search(r"\d %|weiß nicht|trifft nicht zu|nicht beantwortet", text) for text, _ in rows)
        words = result.locator("[data-stelle=profil] tr [data-spalte=Einordnung]").all_text_contents()
        assert {word.split(" ", 1)[-1] for word in words} == {
            "am Anfang",
            "auf dem Weg",
            "weitgehend erreicht",
            "offen",
        }

    def test_the_poster_is_one_page_and_needs_no_colour(self, check: Page) -> None:
        check.get_by_label("Zusatzfragen mit beantworten").check()
        result_of(check, [0] * 12 + [100, 20, 20, 20])
        check.evaluate("window.print = () => {}")
        check.locator("[data-umfang=seite]").click()
        pdf = check.pdf(prefer_css_page_size=True)
        assert pdf_pages(pdf) == 1
        check.locator("[data-umfang=seite]").click()
        check.evaluate("dispatchEvent(new Event('beforeprint'))")
        check.emulate_media(media="print")
        poster = check.locator("[data-plakat]")
        expect(poster).to_contain_text("Erster Schritt:")
        expect(poster.locator("svg")).to_be_visible()
        looks = poster.locator("svg rect[class*=profilbild__wert]").evaluate_all(
            "list => new Set(list.map(($bar) => $bar.getAttribute('class'))).size"
        )
        assert looks == 2, "bands differ by their look, not by colour alone"


def words_of(path: Path) -> str:
    if path.suffix == ".odt":
        return re.sub(r"<[^>]+>", "", zipfile.ZipFile(path).read("content.xml").decode()).replace(
            "&quot;", '"'
        )
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


class TestSharing:
    def test_the_code_holds_the_link_beside_it(self, check: Page) -> None:
        result_of(check, PROFILE)
        check.locator("[data-aktion=qr]").click()
        expect(check.locator("[data-qr] svg")).to_be_visible()
        expect(check.locator(".mitnehmen .meldung")).to_have_text("Der QR-Code steht unter den Knöpfen.")
        link = check.locator("#verweis").input_value()
        drawn = check.locator("[data-qr] path").get_attribute("d")
        check.goto("/404.html")
        fresh = check.evaluate(
            """async link => (await import('/modules/shared/qr.mjs')).drawQr(link, "").querySelector("path")
            .getAttribute("d")""",
            link,
        )
        assert drawn == fresh

    def test_it_says_what_the_link_carries(self, check: Page) -> None:
        result = result_of(check, PROFILE)
        expect(result).to_contain_text("Namen, Notizen, Ziele und Plan stehen nicht darin.")

"""The form for an example: what it hands over always loads, and nothing is sent by itself."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from book import marker
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.mitmachen.existing import FOLDER, existing_examples
from catalog.mitmachen.form import form_fields, issue_address, proposal_ways, refused_characters
from catalog.model.praxis import Beispiel, Beleg
from catalog.reading.characters import DIRECTIONS, UNPRINTABLE, entity_message, text_problems
from conftest import ROOT
from playwright.sync_api import Locator, Page, Route, expect

PATH = "/mitmachen/"
# The script of the form comes after the first picture of the page.
READY = "[data-module=beispiel-formular]:not([data-wartet])"
GOOD = {
    "titel": "Stadtteilküche",
    "kommunen.0.name": "Musterstadt",
    "kurz": "Nachbarinnen und Nachbarn kochten gemeinsam.",
    "uebertragbar": "Laden Sie zum Kochen ein.",
    "belege.0.titel": "Bericht",
    "belege.0.herausgeber": "Stadt Musterstadt",
    "belege.0.url": "https://beispiel.de/bericht",
    "belege.0.stand": "2024-06",
    "belege.0.belegt": "Ablauf und Beginn",
}
CHOICES = {"kommunen.0.land": "Hessen", "kommunen.0.art": "Stadt", "sicherheit": "mittel"}

HOSTILE = {
    "colon and hash": "Küche: offen #1 - ja? [nein] {x} & *y !z % @ `",
    "quotes": "\"Küche\" und 'Herd' \\ „so“ \\n",
    "a word with a meaning": "no",
    "a time": "12:30",
    "a number": "1_000",
    "nothing": "~",
    "markup": "<script>alert(1)</script> <b>fett</b> [Link](javascript:alert(1)) ---",
    "emoji": "👩🏽‍🍳 kocht für 🏳️‍🌈",
    "conflict": "<<<<<<< HEAD",
    "lines": "eins\n\tzwei\r\n\u2028drei\u0085vier",
    "invisible": "a\u0000b\u0007c\ufeffd\u009fe",
    "template": "{{ katalog }} {% for x in y %} <!-- katalog: glossar -->",
}


def field(page: Page, name: str) -> Locator:
    return page.locator(f'[name="{name}"]')


def fill(page: Page, **changed: str) -> None:
    for name, value in {**GOOD, **changed}.items():
        field(page, name).fill(value)
    for name, value in CHOICES.items():
        field(page, name).select_option(value)


def choose(page: Page, id_: str) -> None:
    """Choose an example for a change; its text is loaded then."""
    choice = page.locator("[data-auswahl]")
    choice.focus()
    choice.select_option(id_)
    page.locator("form:not([aria-busy])").wait_for()


def proposal(page: Page) -> str:
    page.get_by_role("button", name="Vorschlag erstellen").click()
    return page.locator("[data-yaml]").input_value()


def appended(snippet: str) -> Catalog:
    """Load the real catalogue with a snippet at the end of its examples."""
    text = (ROOT / "catalog.yml").read_text(encoding="utf-8")
    return parse_catalog(re.sub(r"(?m)^(?=leitfaeden:)", lambda _: snippet + "\n", text, count=1))


def tidy(text: str) -> str:
    printable = re.sub("[\x00-\x08\x07\ufeff\x7f-\x84\x86-\x9f]", "", text)
    return " ".join(re.split("[\t\n\r \x85\u2028]+", printable)).strip()


def test_an_example_can_be_proposed(page: Page) -> None:
    page.goto(PATH)
    fill(page, seit="2019")
    page.get_by_label("Partizipation").first.check()
    page.get_by_role("button", name="Weiterer Beleg").click()
    for name in ("titel", "herausgeber", "url", "stand", "belegt"):
        field(page, f"belege.1.{name}").fill(GOOD[f"belege.0.{name}"])
    example = appended(proposal(page)).get("beispiele", "musterstadt-stadtteilkueche").data
    assert (example.seit, len(example.belege), len(example.empfehlungen)) == (2019, 2, 1)
    assert page.get_by_role("heading", name="Ihr Vorschlag ist fertig").evaluate(
        "heading => heading === document.activeElement"
    )


def test_whatever_is_typed_stays_text(page: Page) -> None:
    page.goto(PATH)
    fill(page, **{"belege.0.herausgeber": " ".join(f"Wort{n}" for n in range(15))})
    written = []
    for number, text in enumerate(HOSTILE.values()):
        long = f"{text} " * 12
        for name, value in {"titel": text, "kurz": long, "belege.0.belegt": text}.items():
            # Filling a one-line field would drop the line breaks before the script sees them.
            field(page, name).evaluate("(field, value) => { field.value = value }", value)
        field(page, "id").fill(f"eine-kennung-{number}")
        written.append(proposal(page))
    catalog = appended("".join(written))
    for number, text in enumerate(HOSTILE.values()):
        example = catalog.get("beispiele", f"eine-kennung-{number}").data
        assert (example.titel, example.belege[0].belegt) == (tidy(text.replace("\n", " ")), tidy(text))
        assert example.kurz == tidy(f"{text} " * 12)


def test_every_published_example_survives_the_form(page: Page, catalog: Catalog) -> None:
    page.goto(PATH)
    written = {}
    for example in catalog.all("beispiele"):
        choose(page, example.id)
        written[example.id] = proposal(page)
    text = catalog.text[: re.search(r"(?m)^beispiele:", catalog.text).end()]
    rest = catalog.text[re.search(r"(?m)^leitfaeden:", catalog.text).start() :]
    again = parse_catalog(f"{text}\n{''.join(written.values())}\n{rest}")
    assert [e.data for e in again.all("beispiele")] == [e.data for e in catalog.all("beispiele")]


def test_problems_are_said_in_words_and_lead_to_their_field(page: Page) -> None:
    page.goto(PATH)
    fill(
        page, **{"kurz": "x" * 10_000, "belege.0.url": "javascript:alert(1)", "seit": "gestern", "titel": ""}
    )
    field(page, "id").fill("Leipzig!")
    assert "10000 Zeichen, höchstens 2000" in page.locator("#beispiel-kurz-fehler").inner_text()
    page.get_by_role("button", name="Vorschlag erstellen").click()
    summary = page.locator("[data-fehler]")
    assert summary.evaluate("box => box === document.activeElement")
    assert [line.split(":")[0] for line in summary.get_by_role("link").all_inner_texts()] == [
        "Titel",
        "Seit welchem Jahr?",
        "Was wurde getan?",
        "Beleg 1 Adresse im Netz",
        "Kennung",
    ]
    assert page.locator("[data-ergebnis]").is_hidden()
    summary.get_by_role("link", name="Kennung").click()
    assert field(page, "id").evaluate("field => field === document.activeElement")
    field(page, "id").fill("leipzig-osten-lokale-oekonomie")
    assert "schon vergeben" in page.locator("#beispiel-id-fehler").inner_text()
    field(page, "id").fill("leipzig-neu")
    assert page.locator("#beispiel-id-fehler").is_hidden()


def test_damaged_characters_are_named_where_they_are_pasted(page: Page) -> None:
    page.goto(PATH)
    fill(page, titel="M&uuml;nchen &amp; Umland", kurz="StraÃ\x9fenfest", **{"belege.0.belegt": "fÃ¼nf"})
    said = "„&uuml;“ ist eine Schreibweise aus HTML. Schreiben Sie das Zeichen selbst."
    expect(page.locator("#beispiel-titel-fehler")).to_have_text(said)
    expect(page.locator("#belege-0-belegt-fehler")).to_have_text(
        "„Ã¼“ ist ein beschädigtes Zeichen. Tippen Sie die Stelle neu."
    )
    page.get_by_role("button", name="Vorschlag erstellen").click()
    expect(page.locator("[data-fehler] li")).to_have_count(3)
    expect(page.locator("[data-fehler]")).to_contain_text(f"Titel: {said}")
    fill(page)
    expect(page.locator("#beispiel-titel-fehler")).to_be_hidden()
    assert "Stadtteilküche" in proposal(page)


def test_the_form_names_the_damaged_characters_that_the_catalogue_refuses(page: Page) -> None:
    page.goto(PATH)
    whole = ["São João, IRMÃ, »Â«", "a & b; AT&T;", "√2, 2 ‰, 5 µm", "Łódź"]
    damaged = ["Ã¼", "StraÃ\x9fe", "â€“", "50Â %", "\ufffd", "ÔÇô", "&nbsp;", "&#8211;", "A &amp; B", "√º"]
    for text in (*whole, *damaged):
        assert (text in damaged) == bool([*text_problems(text)] or entity_message(text)), text
    found = page.evaluate(
        """async ([texts, refused]) => {
            const { characterProblem } = await import("/modules/mitmachen/rules.mjs");
            return texts.filter((text) => characterProblem(text, JSON.parse(refused)));
        }""",
        [[*whole, *damaged], refused_characters()],
    )
    assert found == damaged


def test_the_form_refuses_what_the_model_refuses(page: Page) -> None:
    """The same limits on both sides, found by trying values around them."""
    page.goto(PATH)
    fields = {"titel": form_fields(Beispiel)["titel"], "url": form_fields(Beleg)["url"]}
    for value in ("", "x" * 160, "x" * 161, "https://", "http://a b", "ftp://x", "https://ä.de/" + "x" * 600):
        for name, described in fields.items():
            verdict = page.evaluate(
                """async ([value, rules]) => {
                    const { problemWith } = await import("/modules/mitmachen/rules.mjs");
                    return problemWith(value, JSON.parse(rules), "Muster") === "";
                }""",
                [value, described.rules],
            )
            assert verdict == accepted(Beleg if name == "url" else Beispiel, name, value), (name, value)


@pytest.mark.parametrize(
    ("place", "title", "expected"),
    [
        ("Łódź/Köln", "Çalışma", "lodz-koeln-calisma"),
        ("Cottbus/Chóśebuz", "Straße", "cottbus-chosebuz-strasse"),
        ("Mu\u0308nchen", "Eins zwei drei vier fünf", "muenchen-eins-zwei-drei-vier"),
        ("Leipzig", "vergeben", "leipzig-vergeben-3"),
        ("", "Con", "con-2"),
    ],
)
def test_an_id_is_suggested_in_plain_letters(page: Page, place: str, title: str, expected: str) -> None:
    page.goto(PATH)
    found = page.evaluate(
        """async ([place, title]) => {
            const { suggestId } = await import("/modules/mitmachen/rules.mjs");
            return suggestId(place, title, new Set(["leipzig-vergeben", "leipzig-vergeben-2"]));
        }""",
        [place, title],
    )
    assert found == expected


def test_names_come_out_as_published(page: Page) -> None:
    page.goto(PATH)
    published = page.request.get("/api/v1/namen-pruefungen.json").json()
    found = page.evaluate(
        """async ({ kennungen, vergeben, dateinamen }) => {
            const { asName, fileName, isReserved } = await import("/modules/shared/names.mjs");
            return {
              kennungen: kennungen.map(({ text }) => ({ text, kennung: asName(text) })),
              vergeben: vergeben.map(({ kennung }) => ({ kennung, moeglich: !isReserved(kennung) })),
              dateinamen: dateinamen.map(({ teile, endung }) => ({ teile, endung, name: fileName(teile, endung) })),
            };
        }""",
        published,
    )
    assert found == {name: published[name] for name in found}
    assert all(len(published[name]) > 8 for name in found)


def test_no_character_passes_the_form_that_the_catalogue_refuses(page: Page) -> None:
    page.goto(PATH)
    changed = page.evaluate(
        """async () => {
            const { tidy } = await import("/modules/mitmachen/rules.mjs");
            const all = Array.from({ length: 0x110000 }, (_, code) => code);
            return all.filter(code => tidy(`a${String.fromCodePoint(code)}b`) !== `a${String.fromCodePoint(code)}b`);
        }"""
    )
    refused = {
        code
        for code in range(0x110000)
        if not 0xD800 <= code < 0xE000 and (UNPRINTABLE.match(chr(code)) or DIRECTIONS.match(chr(code)))
    }
    assert refused - set(changed) == set()
    assert {chr(code) for code in set(changed) - refused if not 0xD800 <= code < 0xE000} == set("\t\n\r")


def accepted(model: type, name: str, value: str) -> bool:
    from pydantic import ValidationError

    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return (name,) not in [item["loc"] for item in error.errors()]
    return True


def test_mail_and_issue_carry_the_proposal(page: Page) -> None:
    page.goto(PATH)
    page.locator("[data-module]").evaluate(
        """root => {
            root.dataset.kontakt = "redaktion@beispiel.de";
            root.dataset.anliegen = "https://git.beispiel.de/x/-/issues/new?a={titel}&b={text}";
        }"""
    )
    fill(page, titel="Ein & zwei ``` drei")
    snippet = proposal(page)
    mail = urlsplit(page.locator("[data-mail]").get_attribute("href"))
    issue = urlsplit(page.locator("[data-issue]").get_attribute("href"))
    assert (mail.scheme, mail.path) == ("mailto", "redaktion@beispiel.de")
    assert snippet in parse_qs(mail.query)["body"][0].replace("\r\n", "\n")
    assert f"\n``````yaml\n{snippet}\n``````\n" in unquote(issue.query)
    field(page, "kurz").fill("Das ist ein Satz. " * 100)
    assert "hier den kopierten Vorschlag ein" in unquote(page.locator("[data-mail]").get_attribute("href"))
    assert "zu lang" in page.locator("[data-meldung]").inner_text()


def test_the_proposal_can_be_copied_and_saved(new_page: Callable[..., Page]) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(PATH)
    fill(page)
    snippet = proposal(page)
    page.get_by_role("button", name="Kopieren").click()
    page.get_by_text("Kopiert.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == snippet
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Datei sichern").click()
    assert download.value.suggested_filename == "beispiel-musterstadt-stadtteilkueche.yml"
    assert download.value.path().read_text(encoding="utf-8") == snippet


def test_keyboard_alone_suffices(page: Page) -> None:
    page.goto(PATH)
    page.locator(READY).wait_for()
    page.locator("#beispiel-titel").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("Stadt")
    assert field(page, "kommunen.0.art").input_value() == "Stadt"
    add = page.get_by_role("button", name="Weitere Kommune")
    add.focus()
    page.keyboard.press("Enter")
    assert field(page, "kommunen.1.name").evaluate("field => field === document.activeElement")
    page.get_by_role("button", name="Kommune 2 entfernen").press("Space")
    assert add.evaluate("button => button === document.activeElement")
    assert field(page, "kommunen.1.name").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_accessible_in_every_state(new_page, axe, width: int, scheme: str) -> None:
    page = new_page(width=width, color_scheme=scheme)
    page.goto(PATH)
    page.get_by_role("button", name="Vorschlag erstellen").click()
    axe(page)
    fill(page)
    assert proposal(page)
    page.get_by_role("button", name="Vorschau der Seite ansehen").click()
    page.locator("[data-seite] h1").wait_for()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_without_script_it_is_a_blank_form_with_other_ways(new_page) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(PATH)
    assert page.locator("noscript .hinweis").is_visible()
    assert page.get_by_label("Was wurde getan?").is_visible()
    assert page.locator(".formular button:visible").count() == 0
    assert page.get_by_role("link", name="Impressum").first.is_visible()


def test_it_works_from_a_disk(page: Page, offline_site: Path) -> None:
    page.goto((offline_site / "mitmachen.html").as_uri())
    choose(page, "pirna-markt-der-kulturen")
    assert field(page, "kommunen.0.name").input_value() == "Pirna"
    choose(page, "")
    fill(page)
    assert appended(proposal(page)).get("beispiele", "musterstadt-stadtteilkueche")
    page.get_by_role("button", name="Vorschau der Seite ansehen").click()
    land = page.locator("[data-seite]").get_by_role("link", name="Hessen").get_attribute("href")
    assert land == (offline_site / "beispiele/land/hessen.html").as_uri()


def test_a_finished_proposal_outlives_a_reload(page: Page) -> None:
    page.goto(PATH)
    fill(page)
    page.get_by_role("button", name="Weiterer Beleg").click()
    for name in ("titel", "herausgeber", "url", "stand", "belegt"):
        field(page, f"belege.1.{name}").fill(GOOD[f"belege.0.{name}"])
    written = proposal(page)
    page.goto("/glossar/")
    page.go_back()
    expect(page.locator("[data-yaml]")).to_have_value(written)
    page.get_by_role("button", name="Beleg 2 entfernen").click()
    assert field(page, "belege.1.titel").count() == 0
    page.reload()
    page.get_by_role("button", name="Vorige Angaben zurückholen").click()
    assert page.locator("[data-yaml]").input_value() == written


def test_what_was_entered_can_be_brought_back_after_a_choice(page: Page) -> None:
    page.goto(PATH)
    field(page, "titel").fill("Stadtteilküche")
    page.once("dialog", lambda dialog: dialog.accept())
    choose(page, "leipzig-osten-lokale-oekonomie")
    assert field(page, "id").get_attribute("readonly") is not None
    page.reload()
    page.locator(READY).wait_for()
    assert page.locator("[data-auswahl]").input_value()
    assert field(page, "id").get_attribute("readonly") is not None
    page.get_by_role("button", name="Vorige Angaben zurückholen").dblclick()
    assert field(page, "titel").input_value() == "Stadtteilküche"
    assert page.locator("[data-auswahl]").input_value() == ""
    assert field(page, "id").get_attribute("readonly") is None


def test_the_page_holds_no_example_and_loads_the_one_that_is_asked_for(page: Page, site: Path) -> None:
    assert "leipzig-osten-lokale-oekonomie" not in (site / "mitmachen/index.html").read_text(encoding="utf-8")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    page.goto(PATH)
    assert [path for path in loaded if "/assets/mitmachen/" in path] == []
    choose(page, "leipzig-osten-lokale-oekonomie")
    assert [path for path in loaded if "/assets/mitmachen/" in path] == [
        "/assets/mitmachen/liste.js",
        "/assets/mitmachen/teil-0.js",
    ]


def test_every_example_is_in_the_part_that_its_place_tells(catalog: Catalog) -> None:
    files = {path: make() for path, _, make in existing_examples(catalog)}
    names, size = files[f"{FOLDER}/liste.js"]["namen"], files[f"{FOLDER}/liste.js"]["je_teil"]
    for place, (id_, title) in enumerate(names):
        written = files[f"{FOLDER}/teil-{place // size}.js"][place % size]
        assert (written["id"], written["titel"]) == (id_, title)
    assert len(names) == len(catalog.all("beispiele")) > size


def test_where_an_example_cannot_be_loaded_nothing_is_lost(page: Page, watch) -> None:
    watch.expected.append("teil-0.js")
    page.route("**/assets/mitmachen/teil-0.js", lambda route: route.abort())
    page.goto(PATH)
    field(page, "titel").fill("Stadtteilküche")
    page.once("dialog", lambda dialog: dialog.accept())
    choose(page, "leipzig-osten-lokale-oekonomie")
    assert "nicht laden" in page.locator("[data-hinweis]").inner_text()
    assert field(page, "titel").input_value() == "Stadtteilküche"
    assert page.locator("[data-auswahl]").input_value() == ""
    page.unroute("**/assets/mitmachen/teil-0.js")
    page.once("dialog", lambda dialog: dialog.accept())
    choose(page, "leipzig-osten-lokale-oekonomie")
    assert field(page, "id").input_value() == "leipzig-osten-lokale-oekonomie"


def test_nothing_is_stored_before_the_first_input(page: Page) -> None:
    page.goto(PATH)
    page.reload()
    page.locator(READY).wait_for()
    assert page.evaluate("[localStorage.length, sessionStorage.length, history.state]") == [0, 0, None]


def test_the_address_of_a_new_issue_follows_the_repository() -> None:
    github = issue_address("https://github.com/a/b/blob/main")
    gitlab = issue_address("https://gitlab.opencode.de/a/b/-/blob/main")
    assert github == "https://github.com/a/b/issues/new?title={titel}&body={text}"
    assert gitlab.startswith("https://gitlab.opencode.de/a/b/-/issues/new?issue[title]={titel}")
    assert issue_address("https://beispiel.de/dateien") == ""


def test_an_issue_can_also_be_started_empty() -> None:
    ways = proposal_ways("https://github.com/a/b/blob/main", "redaktion@beispiel.de")
    assert ways["neues_anliegen"] == "https://github.com/a/b/issues/new"
    assert ways["kontakt"] == "redaktion@beispiel.de"
    assert set(proposal_ways("", "").values()) == {""}


def test_packages_lie_where_the_repository_offers_releases(tiny: Catalog) -> None:
    for repository, address in {
        "https://github.com/a/b/blob/main": "https://github.com/a/b/releases",
        "https://gitlab.opencode.de/a/b/-/blob/main": "https://gitlab.opencode.de/a/b/-/tags",
    }.items():
        assert f'href="{address}"' in marker(tiny, "ihre-fassung", repository=repository)
    assert "unter dieser Version" not in marker(tiny, "ihre-fassung")


def test_ways_that_are_configured_are_real_links(tiny: Catalog) -> None:
    ways = {"repository": "https://github.com/a/b/blob/main", "contact": "redaktion@beispiel.de"}
    html = marker(tiny, "vorschlagswege", **ways)
    assert 'href="https://github.com/a/b/issues/new"' in html
    assert 'href="mailto:redaktion@beispiel.de' in html


def test_a_mail_about_a_sentence_names_the_page_that_somebody_comes_from(page: Page, tiny: Catalog) -> None:
    ways = marker(tiny, "vorschlagswege", contact="redaktion@beispiel.de")

    def with_an_address(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('<h2 id="satz"', f'{ways}<h2 id="satz"'))

    page.route(f"**{PATH}", with_an_address)
    page.goto("/glossar/agg/")
    entry = page.url
    page.get_by_role("link", name="Änderung vorschlagen").click()
    page.wait_for_url(f"**{PATH}#satz")
    page.locator("[data-module]:not([data-wartet])").wait_for()
    mail = urlsplit(page.locator("[data-satz]").get_attribute("href"))
    lines = parse_qs(mail.query)["body"][0].split("\r\n")
    assert lines == [f"Seite: {entry}", "Heute steht dort: ", "Besser wäre: ", "Quelle: "]


def test_attributes_hold_hostile_catalogues(tiny: Catalog) -> None:
    assert "<script" not in marker(tiny, "beispiel-formular", contact='"><script>')

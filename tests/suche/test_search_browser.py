"""The search as people use it."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from catalog.catalogue.entries import Catalog
from catalog.publishing.addresses import page_address
from catalog.suche.german import STOP_WORDS, stem, words
from catalog.suche.index import SearchFiles
from conftest import ROOT
from kinds_of_pages import Window
from playwright.sync_api import Page, expect
from search_quality import HALVES, ask_ours, load_guide_queries, load_queries, measure
from web import Watch, serve

START = "/empfehlungen/netzwerke/"
ODD_WORDS = (
    " Äpfel Aeroport Ärztinnen Çelik œuvre 14 vierzehn İstanbul \ufb01nanzieren ½ ™ x² N.I.P. z.B. e.V. i.d.R. 12.7.2007"
    " 03.10.1990 31.13.2007 Inte\u00adgra\u200btion Integrations-\nrat Integrations\u2010 rat Bezirks- und Stadtrat"
    " dritte achten achte zwölften Neue\u00a0Quelle Gru\u0308ndung"
)
ODD = {
    "very long": "Integration " * 900,
    "one endless word": "x" * 10_000,
    "punctuation": "?!.,;:-–_()[]{}„“\"'",
    "regular expression": "(a+)+$ [^ \\ .* |",
    "emoji": "👩‍👩‍👧 Familie 🏳️‍🌈",
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "inherited names": "__proto__ constructor toString hasOwnProperty",
    "stop words only": "wie ist das",
    "spaces": "   ",
    "half a character": "\ud83d Leitbild",
}


@pytest.fixture
def searching(window: Window) -> Iterator[Page]:
    """The open search; nothing of what one test does there is kept for the next."""
    page = window.open(START).page
    page.get_by_role("button", name="Suche").click()
    expect(field(page)).to_be_focused()
    yield page
    assert window.watch.unexpected() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def field(page: Page):
    return page.get_by_role("searchbox", name="Wonach suchen Sie?")


def hits(page: Page):
    return page.locator(".treffer__titel")


@pytest.mark.parametrize(("half", "least"), [("abstimmung", 0.97), ("zurueckgelegt", 0.95)])
def test_expected_page_is_among_the_first_three(bare_page: Page, half: str, least: float) -> None:
    quality = measure(half, lambda queries: ask_ours(bare_page, queries))
    assert quality.top_3 >= least, quality


def test_who_wants_to_do_something_finds_the_guide_first(bare_page: Page) -> None:
    expected = load_guide_queries()
    answers = ask_ours(bare_page, list(expected))
    assert {query: found[0] for query, found in zip(expected, answers, strict=True)} == expected


def test_who_asks_about_a_land_finds_its_page_first(bare_page: Page, catalog: Catalog) -> None:
    asked = ("Beirat {}", "Zuschuss {}", "wer berät in {}", "wer berät im {}")
    expected = {
        question.format(land.titel): f"{land.path}/" for land in catalog.all("laender") for question in asked
    }
    answers = ask_ours(bare_page, list(expected))
    assert {query: found[0] for query, found in zip(expected, answers, strict=True)} == expected


@pytest.mark.parametrize(
    ("query", "before", "after"),
    [
        # What is called by another name of the query.
        ("Flüchtlinge", "glossar/gefluechtete/", "glossar/bamf/"),
        ("Intgrationsrat", "glossar/integrationsbeirat/", "leitfaeden/integrationsbeirat-gruenden/"),
        # Two words for one.
        ("Verein von Migranten", "glossar/migrantenorganisation/", "chefsache/beteiligung/"),
        ("Gleichbehandlungs gesetz", "glossar/agg/", "quellen/agg/"),
        # Part of another name.
        ("Antidiskriminierungsberatung Sachsen", "laender/sachsen/", "laender/sachsen-anhalt/"),
        # Nouns tell more than verbs.
        (
            "wenn der Beirat nur redet und bewirkt",
            "kennzahlen/beteiligung/",
            "erfolgsfaktoren/erfolge-messen/",
        ),
        # One of ten, or all of them.
        ("zehnte Empfehlung", "empfehlungen/information-und-evaluation/", "empfehlungen/"),
        ("Die 10. Empfehlung", "empfehlungen/information-und-evaluation/", "empfehlungen/"),
        ("die zehn Empfehlungen", "empfehlungen/", "empfehlungen/information-und-evaluation/"),
    ],
)
def test_what_is_meant_comes_first(bare_page: Page, query: str, before: str, after: str) -> None:
    [found] = ask_ours(bare_page, [query])
    assert before in found
    assert after not in found[: found.index(before)]


def test_browser_and_builder_agree_on_every_word(bare_page: Page, catalog: Catalog) -> None:
    text = catalog.text + ODD_WORDS
    stems = bare_page.evaluate(
        """async (text) => {
          const { stem, words } = await import("/modules/suche/german.mjs");
          return JSON.stringify(words(text).map((word) => [word, stem(word)]));
        }""",
        text,
    )
    kept = [tuple(pair) for pair in json.loads(stems) if pair[0] not in STOP_WORDS]
    assert kept == [(word, stem(word)) for word in words(text)]


IN_PARTS = """async (queries) => {
  const { Search } = await import("/modules/suche/ranking.mjs");
  await import("/ganz/assets/suche/index.js");
  const whole = new Search(globalThis.ivoSuchindex);
  await import("/assets/suche/index.js");
  const loaded = [];
  const parts = new Search(globalThis.ivoSuchindex, async (name) => {
    loaded.push(name);
    await import(`/assets/suche/${name}.js`);
    return globalThis[`ivoSuche_${name}`];
  });
  const plain = (found) => JSON.stringify({
    ...found,
    hits: found.hits.map(({ page, value }) => [page.address, value.toFixed(5)]),
    stems: [...found.stems].sort(),
  });
  const answers = [];
  for (const query of JSON.parse(queries)) {
    let found = parts.search(query);
    for (; !found; found = parts.search(query)) await parts.load();
    answers.push([query, plain(found) === plain(whole.search(query)), loaded.splice(0)]);
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def server_in_parts(site: Path, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site with its search index in parts, as a large catalogue has it; the whole one lies beside."""
    folder = tmp_path_factory.mktemp("teile")
    (folder / "assets").mkdir()
    for path in [*site.iterdir(), *(site / "assets").iterdir()]:
        if path not in {site / "assets", site / "assets" / "suche"}:
            (folder / path.relative_to(site)).symlink_to(path)
    address_of = partial(page_address, offline=False)
    write(SearchFiles(catalog, [], address_of, largest_whole=0), folder)
    shutil.copy(site / "assets/suche/suche.js", folder / "assets/suche")
    write(SearchFiles(catalog, [], address_of), folder / "ganz")
    with serve(folder) as address:
        yield address


def write(files: SearchFiles, folder: Path) -> None:
    for path, make in files.files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(make(), encoding="utf-8")


@pytest.fixture
def page_in_parts(new_page: Callable[..., Page], watch: Watch, server_in_parts: str) -> Page:
    watch.expected.append(server_in_parts)
    return new_page(base_url=server_in_parts)


@pytest.fixture
def ask_in_parts(page_in_parts: Page) -> Callable[[list[str]], list[Any]]:
    """Ask one search with the whole index and one with its parts; tell whether they agree, and what was loaded."""
    page_in_parts.goto("/daten/")
    # As JSON half a character survives.
    return lambda queries: page_in_parts.evaluate(IN_PARTS, json.dumps(queries))


def test_an_index_in_parts_answers_like_a_whole_one(ask_in_parts: Callable[[list[str]], list[Any]]) -> None:
    asked = [query["frage"] for half in HALVES for query in load_queries(half)]
    typed = ["Integrationskonzept", "Querschnitsaufgabe", "Rasismus", "Sachsen-Anhalt", "Fachkräftemangel"]
    asked += [text[:length] for text in typed for length in range(1, len(text) + 1)]
    asked += list(load_guide_queries()) + list(ODD.values())
    assert [query for query, agree, _ in ask_in_parts(asked) if not agree] == []


def test_a_query_loads_only_the_parts_it_needs(ask_in_parts: Callable[[list[str]], list[Any]]) -> None:
    known, again, letter, mistyped, once_more = ask_in_parts(["Pirna", "Pirna", "x", "Erenamt", "Lietbild"])
    assert len(known[2]) == 1
    assert again[2] == []
    assert "staemme" not in letter[2]
    assert "staemme" in mistyped[2]
    assert "staemme" not in once_more[2]


def test_a_large_index_is_used_like_a_small_one(page_in_parts: Page) -> None:
    page_in_parts.goto(START)
    page_in_parts.get_by_role("button", name="Suche").click()
    field(page_in_parts).press_sequentially("Erenamt")
    expect(hits(page_in_parts).first).to_be_visible()
    # The texts come when typing pauses.
    expect(page_in_parts.locator(".treffer__text").first).not_to_be_empty()
    field(page_in_parts).fill("Xylofonquark")
    expect(page_in_parts.get_by_role("status")).to_have_text("Keine Treffer für „Xylofonquark“")


def test_what_a_large_index_cannot_load_is_said(page_in_parts: Page, watch: Watch) -> None:
    watch.expected.append("ERR_FAILED")
    page_in_parts.route("**/assets/suche/teil*.js", lambda route: route.abort())
    page_in_parts.goto(START)
    page_in_parts.get_by_role("button", name="Suche").click()
    field(page_in_parts).fill("Ehrenamt")
    expect(page_in_parts.get_by_role("status")).to_contain_text("nicht laden")
    page_in_parts.unroute("**/assets/suche/teil*.js")
    field(page_in_parts).fill("Ehrenamt ")
    expect(hits(page_in_parts).first).to_be_visible()


def test_nothing_is_loaded_before_the_search_is_opened(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(START)
    assert [url for url in loaded if "/assets/suche/" in url] == []
    with page.expect_request("**/assets/suche/index.js"):
        page.get_by_role("button", name="Suche").click()


def test_keyboard_is_enough(page: Page) -> None:
    page.goto(START)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("Leitbild")
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("body")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    expect(hits(page).nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/glossar/leitbild/$"))


def test_focus_returns_to_the_button(searching: Page) -> None:
    searching.keyboard.press("Escape")
    expect(searching.get_by_role("button", name="Suche")).to_be_focused()


def test_typing_goes_on_from_a_result(searching: Page) -> None:
    searching.keyboard.type("Leitbil")
    searching.keyboard.press("ArrowDown")
    searching.keyboard.type("d")
    expect(field(searching)).to_have_value("Leitbild")


def test_results_name_their_kind_mark_the_words_and_are_announced(searching: Page) -> None:
    field(searching).fill("Vertretung")
    first = searching.locator(".treffer").first
    expect(first).to_contain_text("Begriff")
    expect(first.locator("mark").first).to_have_text("Migrantenvertretung")
    dialog = searching.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Erfolgsfaktoren", level=3)).to_be_visible()
    expect(searching.get_by_role("status")).to_have_text(re.compile(r"^\d+ Treffer"))
    field(searching).fill("Xylofonquark")
    expect(searching.get_by_role("status")).to_have_text("Keine Treffer für „Xylofonquark“")


def test_result_quotes_the_text_where_the_summary_lacks_the_words(searching: Page) -> None:
    field(searching).fill("Steuerungsgruppe")
    for text in searching.locator(".treffer").all()[:5]:
        expect(text.locator("mark").first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "title", "address"),
    [
        ("Meck-Pomm", "Beispiele: Mecklenburg-Vorpommern", "beispiele/land/mecklenburg-vorpommern/"),
        ("bayerische Landkreise", "Beispiele: Bayern, Landkreis", "beispiele/#land=bayern&art=landkreis"),
        ("Beispiele Kleinstadt Sachsen", "Beispiele: Sachsen, Stadt", "beispiele/#land=sachsen&art=stadt"),
        ("kreisfreie Städte", "Beispiele: kreisfreie Stadt", "beispiele/art/kreisfreie-stadt/"),
        ("unter 20.000", "Beispiele: unter 20.000", "beispiele/groesse/unter-20000/"),
        ("mehr als 500000 Einwohner", "Beispiele: ab 500.000", "beispiele/groesse/ab-500000/"),
        (
            "Niedersachsen weniger als 20.000 Einwohner",
            "Beispiele: Niedersachsen, unter 20.000",
            "beispiele/#land=niedersachsen&groesse=unter-20000",
        ),
        (
            "Kleinstadt Hessen",
            "Beispiele: Hessen, Stadt, unter 20.000",
            "beispiele/#land=hessen&art=stadt&groesse=unter-20000",
        ),
    ],
)
def test_a_land_a_kind_or_a_size_of_municipality_leads_to_its_examples(
    searching: Page, query: str, title: str, address: str
) -> None:
    field(searching).fill(query)
    expect(hits(searching).first).to_have_text(re.compile(rf"^{re.escape(title)} \(\d+\)$"))
    promised = int(re.search(r"\((\d+)\)$", hits(searching).first.inner_text())[1])  # type: ignore[index]
    assert searching.locator(f'.treffer__titel[href$="/{address}"]').count() == 1
    hits(searching).first.click()
    expect(searching).to_have_url(re.compile(re.escape(address) + "$"))
    expect(searching.locator(".seite__text > .karten li:visible")).to_have_count(promised)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Hamburg Einbürgerung", "beispiele/hamburg-einbuergerungsfeier/"),
        ("St. Pauli", ""),
        ("Landkreis Harz", ""),
        ("Konzept für über 20.000 Euro", ""),
    ],
)
def test_a_place_beside_other_words_is_no_wish_for_a_list(searching: Page, query: str, first: str) -> None:
    field(searching).fill(query)
    expect(hits(searching).first).to_have_attribute("href", re.compile(re.escape(first) + "$"))
    expect(hits(searching).first).not_to_have_text(re.compile("^Beispiele: "))


def test_a_list_opens_on_the_very_page_of_the_examples(page: Page) -> None:
    page.goto("/beispiele/")
    page.get_by_role("button", name="Suche").click()
    field(page).fill("Hessen Landkreis")
    hits(page).first.click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator('[data-filter=land] [data-wert="hessen"]')).to_have_attribute("aria-current", "true")


def test_hits_say_kind_number_and_place(searching: Page) -> None:
    kind = searching.locator(".treffer__art").first
    field(searching).fill("Pirna")
    expect(kind).to_have_text("Beispiel · Pirna · Sachsen")
    field(searching).fill("dritte Empfehlung")
    expect(kind).to_have_text("Empfehlung 3")
    for tool in ("Musterantrag", "Kurz-Check"):
        field(searching).fill(tool)
        expect(kind).to_have_text("Werkzeug")
        expect(hits(searching).first).to_have_text(tool)


def test_a_word_pasted_in_pieces_is_found(searching: Page) -> None:
    for pasted in (
        "Integrations\u00adrat",
        "Integrations-rat",
        "Integrations-\nrat",
        "Inte\u200bgrationsrat",
    ):
        field(searching).fill(pasted)
        expect(hits(searching).first).to_have_text("Integrationsbeirat oder Integrationsrat")


def test_results_stand_before_the_texts_have_come(page: Page, watch) -> None:
    watch.expected.append("texte.js")
    page.route("**/assets/suche/texte.js", lambda route: route.abort())
    page.goto("/suche/#q=Pirna")
    expect(page.locator(".treffer").first).to_contain_text("Beispiel · Pirna · Sachsen")
    expect(page.locator(".treffer__text")).to_have_count(0)


def test_a_search_page_that_did_not_come_is_fetched_again_with_its_query(page: Page, watch) -> None:
    watch.expected.append("index.js")
    page.route("**/assets/suche/index.js", lambda route: route.abort())
    page.goto("/suche/#q=Pirna")
    expect(page.locator("[data-suche-hier]:not([data-liest])")).to_be_attached()
    page.unroute("**/assets/suche/index.js")
    page.get_by_role("button", name="Suche").click()
    expect(page.locator(".treffer").first).to_contain_text("Pirna")


def test_empty_result_helps_on(searching: Page) -> None:
    field(searching).fill("Teilhaaaabä")
    expect(searching.get_by_text("Meinten Sie:")).to_contain_text("Teilhabe")
    expect(searching.get_by_role("link", name="Musterantrag", exact=True).first).to_be_visible()
    searching.get_by_role("link", name="Teilhabe", exact=True).click()
    expect(field(searching)).to_have_value("Teilhabe")
    expect(hits(searching).first).to_have_text("Teilhabe")


def test_related_words_are_pointed_to_with_their_difference(searching: Page) -> None:
    field(searching).fill("Ausländerbeirat")
    expect(searching.get_by_text("Die Gremien sind verwandt")).to_be_visible()
    searching.get_by_role("link", name="Integrationsbeirat", exact=True).click()
    expect(field(searching)).to_have_value("Integrationsbeirat")


def test_query_can_be_handed_on_as_a_link(searching: Page) -> None:
    field(searching).fill("Leitbild & „Ziele“")
    searching.get_by_role("link", name=re.compile("als Seite öffnen")).click()
    expect(searching).to_have_url(re.compile(r"/suche/#q=Leitbild\+%26"))
    expect(field(searching)).to_have_value("Leitbild & „Ziele“")
    first = hits(searching).first.text_content()
    searching.reload()
    expect(hits(searching).first).to_have_text(first)
    field(searching).fill("Netzwerk")
    expect(searching).to_have_url(re.compile(r"/suche/#q=Netzwerk$"))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_input_does_no_harm(searching: Page, text: str) -> None:
    searching.evaluate(
        """(text) => {
          const $input = document.querySelector("#suche-eingabe");
          $input.value = text;
          $input.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        text,
    )
    assert searching.locator(".suche__ergebnis :is(img, script)").count() == 0
    field(searching).fill("Leitbild")
    expect(hits(searching).first).to_have_text("Leitbild")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_search_is_accessible(new_page: Callable[..., Page], axe, width: int, scheme: str) -> None:
    page = new_page(width=width, color_scheme=scheme)
    page.goto(START)
    page.get_by_role("button", name="Suche").click()
    for text in ("", "Ausländerbeirat", "Teilhaaaabä"):
        field(page).fill(text)
        axe(page)
        assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
    page.goto("/suche/#q=Vertretung")
    expect(hits(page).first).to_be_visible()
    axe(page)


def test_shortcut_can_be_switched_off(page: Page) -> None:
    page.goto("/suche/")
    page.get_by_label("Die Taste „/“ öffnet die Suche").uncheck()
    page.goto(START)
    assert not shortcut_is_taken(page)
    page.goto("/suche/")
    page.get_by_label("Die Taste „/“ öffnet die Suche").check()
    page.goto(START)
    assert shortcut_is_taken(page)


def test_search_works_with_storage_blocked(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    page.goto("/suche/#q=Vertretung")
    expect(hits(page).first).to_be_visible()
    page.get_by_label("Die Taste „/“ öffnet die Suche").uncheck()
    expect(page.get_by_text("Ihr Browser merkt sich das nicht")).to_be_visible()


def shortcut_is_taken(page: Page) -> bool:
    return page.evaluate(
        """() => !document.body.dispatchEvent(
          new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }),
        )"""
    )


def test_without_a_script_the_search_page_leads_to_all_sections(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(START)
    page.get_by_role("link", name="Suche").first.click()
    expect(page.get_by_role("heading", name="Suche", level=1)).to_be_visible()
    links = page.locator("[data-suche-hier] a").evaluate_all("found => found.map(({ pathname }) => pathname)")
    assert set(links) == {f"/{index.parent.name}/" for index in (ROOT / "content").glob("*/index.md")}


def test_search_works_from_a_disk(new_page: Callable[..., Page], offline_site: Path) -> None:
    page = new_page()
    page.goto((offline_site / "empfehlungen" / "netzwerke.html").as_uri())
    page.get_by_role("button", name="Suche").click()
    field(page).fill("Leitbilder")
    hits(page).first.click()
    expect(page.get_by_role("heading", name="Leitbild", level=1)).to_be_visible()
    page.goto((offline_site / "suche.html").as_uri() + "#q=Rasismus")
    expect(hits(page).first).to_contain_text("assismus")


def test_search_works_in_a_sub_folder(new_page: Callable[..., Page], site: Path, watch) -> None:
    with serve(site.parent) as address:
        watch.expected.append(address)
        page = new_page()
        page.goto(f"{address}/{site.name}{START}")
        page.get_by_role("button", name="Suche").click()
        field(page).fill("Leitbild")
        hits(page).first.click()
        expect(page).to_have_url(f"{address}/{site.name}/glossar/leitbild/")

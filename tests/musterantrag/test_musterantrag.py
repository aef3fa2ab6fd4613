"""The motion: grammar, journeys by keyboard, links, hostile input."""

import base64
import json
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from catalog.catalogue.entries import Catalog
from catalog.musterantrag.gremien import bodies, movers
from catalog.site.scripts import flatten
from conftest import ROOT
from musterantrag_page import ready
from playwright.sync_api import Browser, Page, expect
from read_documents import Line, docx_lines, odt_lines

PREVIEW = """[...document.querySelectorAll("[data-antrag] > *")].flatMap(($block) => {
  const $parts = [...$block.children];
  if ($block.tagName === "OL") return $parts.map(($item, index) => [`${index + 1}.`, $item.textContent]);
  if ($block.tagName === "UL") return $parts.map(($item) => ["•", $item.textContent]);
  if ($block.tagName === "DIV") return $parts.map(($line) => ["p", $line.textContent]);
  const heading = /^H(\\d)$/.exec($block.tagName);
  return [[heading ? `h${heading[1] - 2}` : "p", $block.textContent]];
})"""
COMPOSE_ALL = """async (base) => {
  const { composeMusterantrag } = await import(`${base}/musterantrag/papier/plan.mjs`);
  const { readPlan } = await import(`${base}/musterantrag/page.mjs`);
  const { plainText } = await import(`${base}/document/plain.mjs`);
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const plan = readPlan(page.querySelector("[data-antrag]"));
  const wissen = { beispiele: [], laender: new Map(), klassen: [] };
  const options = (name) => [...document.querySelectorAll(`[name=${name}] option[data-artikel]`)];
  const word = ($option) => ({ forms: $option.dataset, kind: $option.value, chosen: $option.value !== "" });
  // Examples have no blanks, and seeking them ten thousand times takes long.
  const modules = new Set([...document.querySelectorAll("[name=modul]")].map(($box) => $box.value));
  modules.delete("teil/beispiele");
  const common = { datum: "2026-11-21", sitzung: "2026-12-01", bericht: "2027-01-01", betreff: "", form: "", rolle: "",
    ort: { land: "", art: "", groesse: "" }, fristen: new Map(), finanzen: [], beratungsfolge: [], anlagen: [],
    modules, auftraege: ["x zu tun"], gruende: ["Weil y."], selbsteinschaetzung: null };
  const found = [];
  const movers = options("antragsteller");
  // The words do not know each other: every place with every body, and every mover among them, is enough.
  for (const [i, $kommune] of options("kommune").entries()) for (const [j, $gremium] of options("gremium").entries()) {
    const $mover = movers[(i + j) % movers.length];
    const words = { kommune: word($kommune), gremium: word($gremium), antragsteller: word($mover) };
    const { blocks } = composeMusterantrag(plan, { ...common, ...words, name: "Musterkreis", zusatz: "Freie Liste" }, wissen);
    const texts = blocks.flatMap(({ text, items }) => (items ?? [text]).map(plainText));
    found.push({ ids: [$kommune.value, $gremium.value, $mover.value], texts });
  }
  const fixed = new Set(found[0].texts.filter((text) => found.every(({ texts }) => texts.includes(text))));
  return { fixed: [...fixed], motions: found.map(({ ids, texts }) => [ids, texts.filter((text) => !fixed.has(text))]) };
}"""
READ_SELECTIONS = """async (hashes) => {
  const { readSelection } = await import("/modules/musterantrag/handover.mjs");
  return hashes.map((hash) => readSelection(hash, {}).selection?.felder.name);
}"""
LEFT_OVER = re.compile(
    r"undefined|\b(?:null|nan)\b|\[object|XXX|[*{}]|\[\s*\]|\(\s*\)|  | [,.;:]|\b(\w+) \1\b", re.IGNORECASE
)
# After a comma the first word is a pronoun: „…, die der Plan nennt“.
DOUBLED = re.compile(
    r"(?<!, )\b(der|die|das|den|dem|des) \[?(der|die|das|den|dem|des)\b|\bin dem\b", re.IGNORECASE
)
FEMININE = re.compile(
    r"(?:ung|schaft|stadt|gemeinde|fraktion|gruppe|region|kommune|kommission|stelle|fraktionen)$",
    re.IGNORECASE,
)


@pytest.fixture
def form(page: Page) -> Page:
    page.goto("/musterantrag/")
    return ready(page)


def preview(page: Page) -> list[Line]:
    return [Line(kind, text) for kind, text in ready(page).evaluate(PREVIEW)]


def texts(page: Page) -> str:
    return "\n".join(line.text for line in preview(page))


def saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).press("Enter")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def address(prefix: str, value: Any) -> str:
    content = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
    return f"/musterantrag/#{prefix}={base64.urlsafe_b64encode(content).decode().rstrip('=')}"


# Grammar ---------------------------------------------------------------------


ARTICLES = {
    "die": {"genitiv": "der", "akkusativ": "die"},
    "das": {"genitiv": "des", "akkusativ": "das"},
    "der": {"genitiv": "des", "akkusativ": "den"},
}


def head_noun(phrase: str) -> str:
    """The first noun, or the second one where „Ausländer- und Integrationsbeirat“ shares its end."""
    words = phrase.replace("antragstellenden ", "").replace("antragstellende ", "").split()
    # „Bremer“ stays as it is before every case.
    words = words[words[0] == "Bremer" :]
    return words[2] if words[0].endswith("-") and words[1] == "und" else words[0]


def article(phrase: str) -> str:
    """The article that German asks for, from one noun alone; a second opinion on the catalogue."""
    head = head_noun(phrase)
    if FEMININE.search(head):
        return "die"
    return (
        "das"
        if head.startswith(("Amt", "Mitglied", "Gremium", "Forum")) and not head.startswith("Amtsa")
        else "der"
    )


def test_every_combination_is_grammatical(form: Page, server: str, catalog: Catalog) -> None:
    result = form.evaluate(COMPOSE_ALL, f"{server}/modules")
    musterantrag = catalog.file.musterantrag
    lists = (musterantrag.kommunenarten, bodies(catalog), movers(catalog))
    assert len(result["motions"]) == (len(lists[0]) + 1) * (len(lists[1]) + 1)
    assert len({ids[2] for ids, _ in result["motions"]}) == len(lists[2]) + 1
    assert [text for text in result["fixed"] if LEFT_OVER.search(text)] == []
    for ids, lines in result["motions"]:
        assert [line for line in lines if LEFT_OVER.search(line) or DOUBLED.search(line)] == [], ids
        assert_articles(lines)


def assert_articles(lines: list[str]) -> None:
    """Check the title, the address, the sender and the request of one motion."""
    title, to, sender, request = (line.replace("[", "").replace("]", "") for line in lines[:4])
    address_ = re.fullmatch(r"An (\w+) (\w+) (\w+) (.+)", to)
    assert address_, to
    assert address_[1] == ARTICLES[article(address_[2])]["akkusativ"], to
    assert_genitive(address_[3], address_[4])
    mover = re.fullmatch(r"Antrag (\w+) (.+) vom 21\. November 2026", sender)
    assert mover, sender
    assert_genitive(mover[1], mover[2])
    assert (" bitten " if "Fraktionen" in sender else " bittet ") in request, request
    assert request[0].isupper(), request
    place = re.search(r"Integration (im|in der) (.+) umsetzen", title)
    assert place, title
    assert (place[1] == "im") == (article(place[2]) != "die"), title


def assert_genitive(written: str, phrase: str) -> None:
    """„des“ goes with a noun that ends in -s, „der“ with any other."""
    assert written == ARTICLES[article(phrase)]["genitiv"], phrase
    assert (written == "des") == head_noun(phrase).endswith("s"), phrase


def test_catalogue_forms_agree_with_german_rules(catalog: Catalog) -> None:
    musterantrag = catalog.file.musterantrag
    for word in (*musterantrag.kommunenarten, *musterantrag.gremien, *musterantrag.antragstellende):
        if word.artikel in ("der", "das"):
            head, genitive = head_noun(word.nominativ), head_noun(word.genitiv)
            assert genitive in {f"{head}s", f"{head}es"}, word.id
        else:
            assert word.genitiv == word.nominativ, word.id
        assert word.dativ == word.akkusativ == word.nominativ, word.id
        if "{name}" not in word.nominativ.split()[0]:
            assert word.artikel.replace("plural", "die") == article(word.nominativ), word.id


# Journeys ----------------------------------------------------------------------

JOURNEYS = {
    "Augsburg": (
        ["Bayern", "Stadt", "Augsburg"],
        "Stadtrat",
        "Integrationsbeirat",
        [
            "Anregung: Die zehn Empfehlungen zur Integration in der Stadt Augsburg umsetzen",
            "An den Stadtrat der Stadt Augsburg",
            "Anregung des Integrationsbeirats vom [Datum]",
            "Der Integrationsbeirat bittet den Stadtrat der Stadt Augsburg, Folgendes zu beschließen:",
        ],
    ),
    "Görlitz": (
        ["Sachsen", "Landkreis", "Görlitz"],
        "Kreistag",
        "Migrationsbeirat",
        [
            "Antrag: Die zehn Empfehlungen zur Integration im Landkreis Görlitz umsetzen",
            "An den Kreistag des Landkreises Görlitz",
            "Antrag des Migrationsbeirats vom [Datum]",
            "Der Migrationsbeirat bittet den Kreistag des Landkreises Görlitz, Folgendes zu beschließen:",
        ],
    ),
    "Biblis": (
        ["Hessen", "Gemeinde", "Biblis"],
        "Gemeindevertretung",
        "Ausl",
        [
            "Antrag: Die zehn Empfehlungen zur Integration in der Gemeinde Biblis umsetzen",
            "An die Gemeindevertretung der Gemeinde Biblis",
            "Antrag des Ausländerbeirats vom [Datum]",
            "Der Ausländerbeirat bittet die Gemeindevertretung der Gemeinde Biblis, Folgendes zu beschließen:",
        ],
    ),
    "Neukölln": (
        ["Berlin", "Bezirk", "Neukölln"],
        "Bezirksverordnetenversammlung",
        "Beirat",
        [
            "Antrag: Die zehn Empfehlungen zur Integration im Bezirk Neukölln umsetzen",
            "An die Bezirksverordnetenversammlung des Bezirks Neukölln",
            "Antrag des Beirats für Partizipation und Integration vom [Datum]",
            "Der Beirat für Partizipation und Integration bittet die Bezirksverordnetenversammlung "
            "des Bezirks Neukölln, Folgendes zu beschließen:",
        ],
    ),
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_motion_is_made_by_keyboard_alone(form: Page, name: str) -> None:
    place, body, mover, opening = JOURNEYS[name]
    form.get_by_label("Land", exact=True).focus()
    for text in place:
        form.keyboard.type(text)
        form.keyboard.press("Tab")
    while form.evaluate("document.activeElement.name") != "antragsteller":
        form.keyboard.press("Tab")
    assert form.get_by_label("Gremium", exact=True).evaluate("e => e.selectedOptions[0].text") == body
    form.keyboard.type(mover)
    while form.evaluate("document.activeElement.dataset.alle") != "auftrag/netzwerke":
        form.keyboard.press("Tab")
    form.keyboard.press("Space")
    shown = preview(form)
    assert [line.text for line in (*shown[:3], shown[4])] == opening
    assert "Zu Nummer 5 und 6: Unterstützung lokaler Netzwerke" in [line.text for line in shown]
    file_name, word = saved(form, "Für Word speichern")
    assert file_name == f"Antrag-Integration-{name}.docx"
    assert docx_lines(word) == shown
    assert odt_lines(saved(form, "Für LibreOffice speichern")[1]) == shown
    plain = saved(form, "Als Text speichern")[1].decode()
    assert bare(plain) == bare("\n".join(line.text for line in shown))


def bare(plain: str) -> list[str]:
    """The lines of a plain text without numbers, bullets, addresses and the line to sign on."""
    lines = (re.sub(r"^(?:\d+\.|–) | <https?:[^>]*>", "", line) for line in plain.splitlines())
    return [line for line in lines if line.strip("_")]


def test_own_words_keep_their_forms(form: Page) -> None:
    form.get_by_label("Gremium", exact=True).select_option("Eigene Bezeichnung")
    own = form.locator("[data-eigene=gremium]")
    own.get_by_label("Bezeichnung ohne Artikel").fill("Kreisausschuss für Soziales")
    expect(own.get_by_label("Wessen?")).to_have_value("Kreisausschusses für Soziales")
    form.get_by_label("Antrag von").select_option("Eigene Bezeichnung")
    mover = form.locator("[data-eigene=antragsteller]")
    mover.get_by_label("Artikel", exact=True).select_option("plural")
    mover.get_by_label("Bezeichnung ohne Artikel").fill("Vereinten Listen")
    request = preview(form)[4].text
    assert request.startswith("Die Vereinten Listen bitten den Kreisausschuss für Soziales [der Kommune]")


def test_a_choice_made_by_hand_is_not_replaced(form: Page) -> None:
    form.get_by_label("Gremium", exact=True).select_option("Ratsversammlung")
    form.get_by_label("Land", exact=True).select_option("Bayern")
    form.get_by_label("Art der Kommune").select_option("Stadt")
    expect(form.locator("[data-vorschlag]")).to_contain_text("Vorschlag für Bayern: Stadtrat. Quelle:")
    expect(form.get_by_label("Gremium", exact=True)).to_have_value("ratsversammlung")
    form.get_by_label("Land", exact=True).select_option("Berlin")
    expect(form.locator("[data-vorschlag]")).to_contain_text("keinen belegten Namen")


def test_open_fields_are_listed_and_reached(form: Page) -> None:
    open_fields = form.locator("[data-offene-felder] a")
    assert open_fields.all_inner_texts() == [
        "Art der Kommune",
        "Gremium",
        "Antrag von",
        "Name der Kommune",
        "Datum des Antrags",
    ]
    open_fields.last.press("Enter")
    expect(form.get_by_label("Datum des Antrags")).to_be_focused()
    form.get_by_label("Datum des Antrags").fill("2027-02-28")
    assert "vom 28. Februar 2027" in texts(form)


def test_modules_can_be_left_out_and_written_by_hand(form: Page) -> None:
    for box in form.get_by_role("group", name="Beschluss").get_by_role("checkbox").all():
        box.uncheck()
    assert "1." not in [line.kind for line in preview(form)]
    form.get_by_label("Eigene Aufträge").fill("ein Fest auszurichten.\n\n  ein Haus zu öffnen ;")
    form.get_by_label("Eigene Gründe").fill("Erstens.\nZweitens.")
    lines = preview(form)
    assert Line("1.", "Die Verwaltung wird gebeten, ein Fest auszurichten.") in lines
    assert Line("2.", "Die Verwaltung wird gebeten, ein Haus zu öffnen.") in lines
    start = lines.index(Line("h3", "Weitere Gründe"))
    assert lines[start + 1 : start + 3] == [Line("p", "Erstens."), Line("p", "Zweitens.")]


def test_parts_and_their_recommendation_agree(form: Page) -> None:
    whole = form.get_by_label("4. Gesellschaftliche Integration")
    form.get_by_text("Einzeln wählen zu Partizipation").click()
    form.get_by_role("checkbox", name="Frauen ausdrücklich einbeziehen").check()
    assert whole.evaluate("e => e.indeterminate")
    assert [line.kind for line in preview(form) if "auch Frauen und Mädchen" in line.text] == [
        "5.",
        "•",
    ]
    whole.check()
    assert form.get_by_role("checkbox", name="Mitentscheiden und mitgestalten").is_checked()


# The address -----------------------------------------------------------------------

WEAK = {"frage": "leitbild", "nr": 2, "wert": 20, "empfehlungen": ["querschnittsaufgabe"]}
EXTRA = {"frage": "quartiere", "wert": 0}
PLACE = {
    "land": "Nordrhein-Westfalen",
    "art": "Landkreis",
    "groesse": "ab-100000",
    "name": "Märkischer Kreis",
}


def test_each_weak_spot_arrives_as_its_own_request_and_nothing_else(page: Page) -> None:
    page.goto(address("von-kurzcheck", {"v": 1, "datum": "2026-11-21", "punkte": [WEAK, EXTRA], **PLACE}))
    expect(page.locator("[data-meldung]")).to_be_focused()
    expect(page.locator("[data-meldung]")).to_contain_text("Kurz-Check vom 21. November 2026 sind 2 Aufträge")
    numbered = [line.text for line in preview(page) if re.match(r"\d", line.kind)]
    assert [text.split()[-2] for text in numbered] == ["klar", "dafür"]
    assert page.get_by_label("Land", exact=True).input_value() == "Nordrhein-Westfalen"
    assert page.get_by_label("Art der Kommune").input_value() == "kreis"
    assert page.get_by_label("Gremium", exact=True).input_value() == "kreistag"
    assert page.get_by_label("Einwohnerzahl").input_value() == "ab-100000"
    assert preview(page)[1].text == "An den Kreistag des Märkischen Kreises"
    expect(page.get_by_role("link", name="Zurück zum Ergebnis")).to_have_attribute(
        "href", re.compile("#ergebnis$")
    )


def test_what_was_ticked_before_can_be_brought_back(page: Page) -> None:
    page.goto("/musterantrag/")
    box = ready(page).locator("input[type=checkbox][name]:not(:checked):visible").first
    name = box.get_attribute("value")
    box.check()
    page.goto(address("von-kurzcheck", {"v": 1, "datum": "2026-11-21", "punkte": [WEAK]}))
    expect(page.locator("[data-meldung]")).to_contain_text("ist ein Auftrag")
    box = page.locator(f"input[value='{name}']")
    expect(box).not_to_be_checked()
    page.locator("[data-aktion=zurueckholen]").click()
    expect(box).to_be_checked()


def test_values_back_the_request_they_belong_to(page: Page) -> None:
    page.goto(address("von-kurzcheck", {"v": 1, "datum": "2026-11-21", "punkte": [WEAK, EXTRA]}))
    assert "Selbsteinschätzung" not in texts(page)
    page.get_by_label("Diese Werte in der Begründung nennen").check()
    lines = [line.text for line in preview(page)]
    first = lines.index("Zu Nummer 1: Leitbild mit klarer Haltung")
    assert lines[first + 2].endswith("vom 21. November 2026 liegt dieser Punkt bei 20 Prozent.")
    assert len([line for line in lines if "bei 0 Prozent." in line]) == 1


def test_a_day_stands_in_its_request_and_only_there(page: Page) -> None:
    page.goto(address("von-kurzcheck", {"v": 1, "datum": "2026-11-21", "punkte": [WEAK, EXTRA]}))
    ready(page).get_by_label("bis zur Sitzung am (freiwillig): Leitbild").fill("2027-02-03")
    page.get_by_label("Bericht über die Umsetzung").fill("2027-06-09")
    days = [line.kind for line in preview(page) if "bis zur Sitzung am" in line.text]
    assert days == ["1.", "3."]
    assert "bis zur Sitzung am 3. Februar 2027 [dem Gremium] den Entwurf" in texts(page)


BROKEN = {
    "kein JSON": b"{",
    "kein UTF-8": b'{"v":1,"datum":"\xff"}',
    "ohne Version": {"datum": "2026-11-21", "punkte": []},
    "falsches Datum": {"v": 1, "datum": "2026-02-30", "punkte": []},
    "Datum als Zahl": {"v": 1, "datum": 20261121, "punkte": []},
    "fremde Frage": {"v": 1, "datum": "2026-11-21", "punkte": [{**WEAK, "frage": "<b>"}]},
    "geerbter Name": {"v": 1, "datum": "2026-11-21", "punkte": [{**WEAK, "frage": "constructor"}]},
    "Wert zu groß": {"v": 1, "datum": "2026-11-21", "punkte": [{**WEAK, "wert": 101}]},
    "Wert als Text": {"v": 1, "datum": "2026-11-21", "punkte": [{**WEAK, "wert": "20"}]},
    "keine Liste": {"v": 1, "datum": "2026-11-21", "punkte": {"length": 1}},
    "null": b"null",
    "zu viele": {"v": 1, "datum": "2026-11-21", "punkte": [WEAK] * 100},
}


def test_broken_handover_is_refused_in_words(page: Page) -> None:
    page.goto("/musterantrag/")
    untouched = preview(page)
    message = page.locator("[data-meldung]")
    for case, value in BROKEN.items():
        message.evaluate("$message => { $message.textContent = ''; }")
        page.goto(address("von-kurzcheck", value))
        expect(message, case).to_have_text(
            "Fehler: Der Link ist unvollständig oder stammt nicht von dieser Website. Es wurde nichts übernommen."
        )
        assert preview(page) == untouched, case


def test_newer_handover_says_so(page: Page) -> None:
    page.goto(address("von-kurzcheck", {"v": 2, "datum": "2026-11-21", "punkte": []}))
    expect(page.locator("[data-meldung]")).to_contain_text("neueren Fassung")


def test_a_link_carries_the_whole_selection(page: Page, new_page: Callable[..., Page]) -> None:
    page.goto(address("von-kurzcheck", {"v": 1, "datum": "2026-11-21", "punkte": [WEAK]}))
    ready(page).get_by_label("Diese Werte in der Begründung nennen").check()
    page.get_by_label("Art der Kommune").select_option("Kreis")
    page.get_by_label("Name der Kommune").fill("Überlingen & „Söhne“ 🏛")
    page.get_by_label("Antrag von").select_option("Mehrere Fraktionen")
    page.get_by_label("Name der Fraktion").fill("A und B")
    page.get_by_label("Eigene Gründe").fill("Eins.\nZwei.")
    page.get_by_role("checkbox", name="Über den Stand berichten").check()
    page.get_by_role("button", name="Link mit dieser Auswahl").click()
    expect(page.locator("#feld-link")).not_to_have_value("")
    other = new_page()
    other.goto(page.get_by_label("Link mit dieser Auswahl").last.input_value())
    expect(other.locator("[data-meldung]")).to_have_text("Die Auswahl aus dem Link ist übernommen.")
    assert preview(other) == preview(page)


@pytest.mark.parametrize(
    ("felder", "module", "kurzcheck", "lost"),
    [
        ({"land": "Atlantis"}, [], None, "Atlantis"),
        ({"fremd": "Feld"}, [], None, "Feld"),
        ({}, ["auftrag/x"], None, "auftrag/x"),
        ({}, [], {"datum": "2026-11-21", "punkte": [{"frage": "fremd"}]}, "Werte aus dem Kurz-Check"),
    ],
)
def test_what_a_link_names_in_vain_is_said_and_the_rest_is_there(
    page: Page, felder: dict[str, str], module: list[str], kurzcheck: Any, lost: str
) -> None:
    value = {"v": 1, "felder": {"name": "Aue", **felder}, "module": ["grundsatz", *module]}
    page.goto(address("antrag", {**value, "kurzcheck": kurzcheck}))
    expect(page.locator("[data-meldung]")).to_contain_text(f"sie fehlen: {lost}.")
    expect(page.get_by_label("Name der Kommune")).to_have_value("Aue")


def test_a_damaged_link_changes_nothing(page: Page) -> None:
    page.goto("/musterantrag/")
    untouched = preview(page)
    page.goto(address("antrag", {"v": 1, "felder": {}, "module": "x", "kurzcheck": None}))
    expect(page.locator("[data-meldung]")).to_contain_text("Es wurde nichts übernommen")
    assert preview(page) == untouched


# Hostile input -----------------------------------------------------------------------


HOSTILE_TEXTS = {
    "Markup": '<img src=x onerror="alert(1)"> & \'"',
    "Leerstellen": "{kommune.genitiv} {name} $& $1 \\0",
    "rechts nach links": "\u200fשלום\u200e مرحبا",
    "Zeichen": "👩🏽‍🚒 Zoë Ångström ﷽",
}


def test_hostile_names_come_out_as_text_everywhere(form: Page) -> None:
    form.get_by_label("Art der Kommune").select_option("Stadt")
    for case, text in HOSTILE_TEXTS.items():
        form.get_by_label("Name der Kommune").fill(text)
        form.get_by_label("Eigene Aufträge").fill(f"{text} zu prüfen")
        shown = preview(form)
        assert shown[1].text == f"An [das Gremium] der Stadt {text}"
        assert Line("5.", f"Die Verwaltung wird gebeten, {text} zu prüfen.") in shown, case
        assert form.locator("[data-antrag] img").count() == 0
        assert docx_lines(saved(form, "Für Word speichern")[1]) == shown
        assert odt_lines(saved(form, "Für LibreOffice speichern")[1]) == shown


def test_ten_thousand_characters_are_text_or_refused_in_words(form: Page) -> None:
    form.get_by_label("Eigene Gründe").fill("ä" * 10_000)
    assert Line("p", "ä" * 10_000) in preview(form)
    form.get_by_label("Eigene Gründe").fill("ä" * 10_001)
    expect(form.locator("#fehler-gruende")).to_have_text(
        "Der Text ist mit 10.001 Zeichen zu lang und wird nicht übernommen. Möglich sind 10.000."
    )
    assert "ä" * 100 not in texts(form)
    form.get_by_label("Name der Kommune").fill("N" * 10_000)
    expect(form.get_by_label("Name der Kommune")).to_have_attribute("aria-invalid", "true")
    assert "NNN" not in texts(form)


def test_marks_that_turn_the_text_around_are_refused(form: Page) -> None:
    form.get_by_label("Name der Kommune").fill("Augs\u202egrub")
    expect(form.locator("#fehler-name")).to_contain_text("unsichtbare Zeichen")
    assert "\u202e" not in texts(form)


# Everywhere ----------------------------------------------------------------------------


def test_copy_falls_back_to_marking_the_text(form: Page) -> None:
    form.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('nein')); }")
    form.get_by_role("button", name="Text kopieren").click()
    expect(form.locator("[data-ergebnis]")).to_contain_text("Der Text ist markiert")
    assert form.evaluate("getSelection().toString()").startswith("Antrag: Die zehn Empfehlungen")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_the_filled_form_is_accessible(
    new_page: Callable[..., Page], axe: Callable[[Page], None], width: int, scheme: str
) -> None:
    page = new_page(width=width, color_scheme=scheme)
    page.goto(address("von-kurzcheck", {"v": 1, "datum": "2026-11-21", "punkte": [WEAK]}))
    ready(page)
    for label in ("Art der Kommune", "Gremium", "Antrag von"):
        page.get_by_label(label, exact=True).select_option("Eigene Bezeichnung")
    page.get_by_text("Einzeln wählen zu Lokale Netzwerke").click()
    page.get_by_label("Eigene Gründe").fill("Straßenbahnhaltestellenbeleuchtungskonzept" * 300)
    page.get_by_role("button", name="Link mit dieser Auswahl").click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_a_script_the_whole_motion_is_there(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/musterantrag/")
    expect(page.locator("form")).to_be_hidden()
    expect(page.get_by_text("Das Formular braucht JavaScript.")).to_be_visible()
    expect(page.locator("[data-antrag] li")).to_have_count(45 + 25)
    with page.expect_download() as download:
        page.get_by_role("link", name="Vorlage für Word").click()
    assert docx_lines(Path(download.value.path()).read_bytes())[0].kind == "h1"


def test_it_works_from_a_disk_and_without_storage(offline_site: Path, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])"
        " Object.defineProperty(window, name, { get() { throw new Error('gesperrt'); } });"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((offline_site / "musterantrag/index.html").as_uri())
    ready(page)
    page.get_by_label("Name der Kommune").fill("Augsburg")
    shown = preview(page)
    assert shown[1].text == "An [das Gremium] [der Kommune Augsburg]"
    assert docx_lines(saved(page, "Für Word speichern")[1]) == shown
    assert odt_lines(saved(page, "Für LibreOffice speichern")[1]) == shown
    assert errors == []
    context.close()


def test_only_the_motion_is_printed(form: Page) -> None:
    form.emulate_media(media="print")
    expect(form.locator("[data-antrag]")).to_be_visible()
    expect(form.locator("form")).to_be_hidden()
    expect(form.get_by_role("heading", name="Woher die Vorlage stammt")).to_be_hidden()


def test_the_page_needs_little_script() -> None:
    scripts = ROOT / "overrides/assets/javascripts"
    sizes = [len(flatten(scripts / name).encode()) for name in ("musterantrag.mjs", "suche.mjs")]
    assert sum(sizes) <= 40_000, sizes


def test_a_slip_in_the_year_stays_open(form: Page) -> None:
    field = form.get_by_label("Datum des Antrags")
    for day in ("0026-11-21", "0202-11-21", "20226-11-21", "2026-11-21"):
        field.evaluate(
            "(field, day) => { field.value = day; field.dispatchEvent(new Event('input', {bubbles: true})); }",
            day,
        )
        if day == "2026-11-21":
            assert "vom 21. November 2026" in texts(form)
            expect(form.locator("[data-offene-felder]")).not_to_contain_text("Datum des Antrags")
            expect(form.locator("#fehler-datum")).to_have_text("")
            continue
        assert "vom [Datum]" in texts(form), day
        expect(form.locator("[data-offene-felder]")).to_contain_text("Datum des Antrags")
        expect(form.locator("#fehler-datum")).to_contain_text("Diesen Tag gibt es nicht")


def test_a_file_bears_the_name_of_the_place(form: Page) -> None:
    for name, file_name in (
        ("Cottbus/Chóśebuz", "Cottbus-Chosebuz"),
        ("Mu\u0308nchen", "München"),
        ("  Łódź ", "Lodz"),
    ):
        form.get_by_label("Name der Kommune").fill(name)
        assert saved(form, "Als Text speichern")[0] == f"Antrag-Integration-{file_name}.txt"


def test_a_file_bears_the_name_that_people_write_themselves(form: Page) -> None:
    form.get_by_label("Art der Kommune").select_option("eigene")
    form.locator("#feld-kommune-nominativ").fill("Amt Schlei-Ostsee")
    assert saved(form, "Als Text speichern")[0] == "Antrag-Integration-Amt-Schlei-Ostsee.txt"


def test_a_link_survives_mail_programs(page: Page, new_page: Callable[..., Page]) -> None:
    page.goto("/musterantrag/")
    ready(page)
    page.get_by_label("Name der Kommune").fill("Kastl")
    page.get_by_role("button", name="Link mit dieser Auswahl").click()
    expect(page.locator("#feld-link")).not_to_have_value("")
    link = page.locator("#feld-link").input_value()
    _, _, fragment = link.partition("#antrag=")
    tails = ["=", "%3D", ".", ">", "&utm_source=mail", "?fbclid=1", "%0A"]
    hashes = [f"#antrag{first}{fragment}{rest}" for first, rest in product(["=", "%3D"], tails)]
    other = new_page()
    other.goto("/404.html")
    assert other.evaluate(READ_SELECTIONS, hashes) == ["Kastl"] * 14
    # As if for the first time each: the page reads what its module reads.
    for visited in (hashes[4], hashes[-1]):
        other.goto("/404.html")
        other.evaluate("sessionStorage.clear()")
        other.goto(f"/musterantrag/{visited}")
        expect(other.get_by_label("Name der Kommune")).to_have_value("Kastl")

"""The pure modules of the Werkstatt in the browser agree with the reference."""

import json
from pathlib import Path
from typing import Any

import pytest
from catalog.werkstatt.datei import saved_workshop_schema
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

MODULES = "/modules/werkstatt"


@pytest.fixture
def codes(site: Path) -> Any:
    return json.loads((site / "api/v1/werkstatt-codes.json").read_text(encoding="utf-8"))


@pytest.fixture
def verdicts(site: Path) -> Any:
    return json.loads((site / "api/v1/werkstatt-urteile.json").read_text(encoding="utf-8"))


def run(page: Page, module: str, body: str, argument: Any) -> Any:
    """Run a function body with a module ``m`` and an argument ``a``."""
    return page.evaluate(
        f"async a => {{ const m = await import('{MODULES}/{module}.mjs'); {body} }}", argument
    )


def test_codes_of_the_vectors_are_written_read_and_spoken_alike(bare: Page, codes: Any) -> None:
    valid = codes["vektoren"]["gueltig"]
    found = run(
        bare,
        "code",
        """return a.vektoren.gueltig.map(({ version, antworten, code }) => {
          const read = m.readCode(code, a.fragenlisten);
          return { version: read.liste.version, antworten: read.antworten, code: m.writeCode(antworten, version),
            gesprochen: m.spokenCode(code) };
        });""",
        codes,
    )
    assert found == valid


def test_invalid_codes_of_the_vectors_are_refused_with_the_same_reason(bare: Page, codes: Any) -> None:
    found = run(
        bare,
        "code",
        """return a.vektoren.ungueltig.map(({ code }) => {
          try { m.readCode(code, a.fragenlisten); return { code, grund: null }; }
          catch (error) { return { code, grund: error.reason }; }
        });""",
        codes,
    )
    assert found == codes["vektoren"]["ungueltig"]


def test_the_same_repairs_are_offered(bare: Page, codes: Any) -> None:
    found = run(
        bare,
        "code",
        """return a.vektoren.vorschlaege.map(({ code }) =>
          ({ code, vorschlaege: m.suggestCodes(code, a.fragenlisten) }));""",
        codes,
    )
    assert found == codes["vektoren"]["vorschlaege"]


def test_too_many_questions_have_no_code(bare: Page) -> None:
    assert run(bare, "code", "return m.writeCode(a, 24);", [50] * 23) == ""


def test_verdicts_of_the_vectors_hold_in_the_browser(bare: Page, verdicts: Any) -> None:
    found = run(
        bare,
        "urteile",
        """const scale = { bands: a.baender, rules: { median: 3 } };
        const judged = a.vektoren.map(({ antworten }) => m.judge(antworten, scale, a.regeln));
        return { vektoren: a.vektoren.map(({ antworten }, place) => ({ antworten, ergebnis: judged[place] })),
          themen: m.topicsOf(judged, a.regeln) };""",
        verdicts,
    )
    assert found == {"vektoren": verdicts["vektoren"], "themen": verdicts["themen"]}


def test_whatever_is_pasted_is_read_at_once(bare: Page) -> None:
    found = bare.evaluate(
        """async () => {
          const ways = await import("/modules/werkstatt/wege/ways.mjs");
          const { writeCode } = await import("/modules/werkstatt/code.mjs");
          const known = { listen: [{ version: 1, fragen: [..."abcdefghijklm"] }], options: { land: [], art: [] } };
          const code = writeCode([..."abcdefghijklm"].map((_, place) => (place < 11 ? 10 * place : null)), 1);
          const name = line => ways.fromLine(line, known).incoming?.name ?? "-";
          return ["x".repeat(100000), "#".repeat(100000), "- ".repeat(20000), "wort ".repeat(5000),
            `Anna: ${code.split("-").join(" - ")}`, `Anna https://x/#k=${code}&utm=1.`,
            `Anna (${code})`, `Anna *${code}*.`, `Anna „${code.replaceAll("-", "\u2011")}“`,
            `Anna ${code.replaceAll("-", "-\u200b")}_`, `Anna _https://x/#k%3D${code}_`].map(name);
        }"""
    )
    assert found == ["-", "-", "-", "-", *7 * ["Anna"]]


def test_a_row_from_paper_may_have_any_dash_and_marks_between(bare: Page) -> None:
    found = bare.evaluate(
        """async () => {
          const { fromPaper } = await import("/modules/werkstatt/wege/ways.mjs");
          const known = { listen: [{ version: 1, fragen: [..."abc"] }] };
          return ["8-v", "8, −; V", "8 | — | v", "8.\u2011\u200b.V"]
            .map(row => Object.values(fromPaper(row, "", known).incoming?.antworten ?? {}));
        }"""
    )
    assert found == 4 * [[80, None, 100]]


def test_every_published_file_is_read_as_it_says(bare: Page, site: Path) -> None:
    probes = json.loads((site / "api/v1/werkstatt-pruefdateien.json").read_text(encoding="utf-8"))["proben"]
    found = run(
        bare,
        "datei/file",
        """const { Refused } = await import("/modules/kurz-check/fields.mjs");
        const known = { options: { land: [""], art: [""], groesse: [""] } };
        return a.map(({ name, text }) => {
          try {
            const { room, lost } = m.openAny(text, known);
            const again = m.openAny(m.writeWorkshop(room), known);
            return [name, lost.length ? "teilweise" : "ganz", lost, again.lost];
          } catch (error) {
            return [name, error instanceof Refused ? "gar nicht" : String(error), [], []];
          }
        });""",
        probes,
    )
    expected = [[p["name"], p["geladen"], p["nicht_lesbar"], []] for p in probes]
    assert found == expected
    validator = Draft202012Validator(saved_workshop_schema())
    for probe in probes:
        assert is_valid(validator, probe["text"]) == probe["schema"], probe["name"]


def is_valid(validator: Draft202012Validator, text: str) -> bool:
    try:
        return validator.is_valid(json.loads(text))
    except ValueError:
        return False

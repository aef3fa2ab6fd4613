"""The Kurz-Check as a person sees it, for the tests in the browser."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

FIXTURES = Path(__file__).parents[1] / "kurzcheck"
QUESTIONS = 13
PATH = "/kurz-check/"

# All four states and all three bands; the same profile as the published example.
PROFILE = [0, 20, 50, 70, 40, 100, 60, "weiss-nicht", None, 30, 80, "trifft-nicht-zu", 90]


def all_on_one_page(page: Page) -> None:
    """Show all questions at once, their notes unfolded."""
    page.locator(".sprungliste summary").click()
    page.locator("[data-alle-fragen]").check()
    page.evaluate(
        "document.querySelectorAll('.sichern details, .notiz').forEach($part => { $part.open = true; })"
    )


def choose(page: Page, answers: list[Any]) -> None:
    """Choose one answer per question, as clicks would."""
    page.evaluate(
        """answers => document.querySelectorAll(".frage").forEach((group, index) => {
            const answer = answers[index] ?? null;
            if (answer !== null) group.querySelector(`input[value="${answer}"]`).click();
        })""",
        answers,
    )


def chosen(page: Page) -> list[str | None]:
    """Return the chosen radio button of each of the leaflet's questions."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".frage[data-nr]:not([data-nr=''])")].map(
            group => group.querySelector("input:checked")?.value ?? null)"""
    )


def show(page: Page, view: str) -> Locator:
    """Go to a view by the page's own menu."""
    page.locator(f".ansichten__link[href='#{view}']").click()
    section = page.locator(f"#{view}")
    if view == "ergebnis":
        # What makes a result is loaded for it.
        expect(section.locator("[data-stelle=profil] tr").first).to_be_attached()
        page.evaluate("document.querySelectorAll('.klappe').forEach($part => { $part.open = true; })")
    return section


def download(page: Page, action: str) -> bytes:
    """Press a button that saves a file and return what was saved."""
    with page.expect_download() as saved:
        page.locator(f"[data-aktion={action}]:visible").click()
    return Path(saved.value.path()).read_bytes()


def saved_check(**changes: Any) -> dict[str, Any]:
    """Return a valid saved file, changed."""
    check = json.loads((FIXTURES / "version-1.json").read_text(encoding="utf-8"))
    return {**check, **changes}


def as_upload(check: Any, name: str = "check.json") -> Any:
    """Return a file for an input, from an object or from its raw text."""
    text = check if isinstance(check, str) else json.dumps(check, ensure_ascii=False)
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def open_file(page: Page, check: Any) -> Locator:
    """Open a saved file; return the message the page answers with."""
    page.locator("[data-datei]").set_input_files(as_upload(check))
    return page.locator(".meldung:not(:empty)")


def person(name: str, answers: list[Any], datum: str = "2026-11-21") -> dict[str, Any]:
    """Return a saved file of the leaflet's questions with these answers."""
    check = saved_check(name=name, datum=datum)
    pairs = zip(check["fragen"][:QUESTIONS], answers, strict=True)
    return {**check, "fragen": [{**question, "antwort": answer} for question, answer in pairs]}

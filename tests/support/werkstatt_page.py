"""The Werkstatt as a moderator sees it, for the tests in the browser."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from catalog.kurzcheck.scoring import Answer
from catalog.werkstatt.codes import encode
from kurzcheck_page import as_upload
from playwright.sync_api import Locator, Page, expect

PATH = "/werkstatt/"
BASE = (80, 20, 50, 70, 30, 60, 20, 90, 40, 10, 70, 50, 60)
LONG_NAME = "Donaudampfschifffahrtsgesellschaftskapitänsvertretung"
NAMES = (
    "Bürgermeisterin", "Hauptamt", "Integrationsbeauftragte", "Ordnungsamt", "Jugendamt", "Stadtrat", "Beirat",
    "Sozialamt", "Kita-Leitung und Familienzentrum am Nordring", LONG_NAME, "Wirtschaftsförderung", "Sportverein",
)  # fmt: skip


def answers_of(place: int) -> list[Answer]:
    """Return the answers of one of twelve: two camps in question 3, one other voice in question 8."""
    answers: list[Answer] = list(BASE)
    answers[0] = 80 + 10 * (place % 2)
    answers[2] = 10 if place % 2 else 90
    answers[11] = 40 if place % 3 == 0 else "weiss-nicht"
    if place == 6:
        answers[7] = 20
    # Nobody answers like somebody else.
    answers[12], answers[6] = 40 + 10 * (place % 4), 10 + 10 * (place // 4)
    return answers


def code_of(place: int) -> str:
    return encode(answers_of(place), 1)


def way(page: Page, title: str) -> Locator:
    """Open one of the ways in."""
    details = page.locator(".weg", has=page.locator("summary", has_text=title))
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return details


def type_code(page: Page, code: str, name: str = "") -> Locator:
    """Type a code and have it checked."""
    details = way(page, "Code eingeben")
    details.get_by_label("Name oder Rolle").fill(name)
    details.get_by_label("Code von Handy").fill(code)
    details.get_by_role("button", name="Code prüfen").click()
    return details


def paste(page: Page, text: str) -> Locator:
    """Paste lines with codes or links."""
    details = way(page, "Mehrere Codes")
    details.locator("textarea").fill(text)
    details.get_by_role("button", name="Alle dazunehmen").click()
    return details.locator(".meldung:not(:empty)")


def open_files(page: Page, files: list[Any], goal: str = "dazu") -> Locator:
    """Open files for one of the three purposes."""
    details = way(page, "Dateien öffnen")
    details.locator(f"[value={goal}]").check()
    uploads = [as_upload(file, f"{number}.json") for number, file in enumerate(files)]
    details.locator("[data-dateien]").set_input_files(uploads)
    return details.locator(".meldung:not(:empty)")


def twelve(page: Page) -> None:
    """Let twelve people in by their codes."""
    let_in(page, NAMES)


def let_in(page: Page, names: Sequence[str]) -> None:
    """Let people in by their codes."""
    page.goto(PATH)
    paste(page, "\n".join(f"{name}: {code_of(place)}" for place, name in enumerate(names)))
    expect(page.locator(".person")).to_have_count(len(names))


def reveal(page: Page) -> None:
    """Uncover the answers."""
    page.locator("#runde").get_by_role("button", name="Antworten aufdecken").click()
    expect(page.locator(".waerme tbody tr").first).to_be_visible()


def saved(page: Page) -> dict[str, Any]:
    """Save the workshop and return what the file holds."""
    page.evaluate("location.hash = '#blatt'")
    with page.expect_download() as download:
        page.locator("#blatt [data-aktion=sichern]").click()
    assert download.value.suggested_filename.startswith("werkstatt-")
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))

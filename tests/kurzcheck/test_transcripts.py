"""What a screen reader finds, written down: read a changed transcript like changed code.

A transcript that is meant to change is deleted; the next run writes it anew and fails once.
"""

import re
from pathlib import Path

import pytest
from kurzcheck_page import PATH, PROFILE, choose, show
from playwright.sync_api import Locator, Page, expect

FOLDER = Path(__file__).parent / "transcripts"
# Texts of the catalogue are the editors' business; their beginning is enough to know the place.
LONGEST = 100


def transcript(part: Locator) -> str:
    lines = part.aria_snapshot().splitlines()
    kept = [line for line in lines if not re.match(r"\s*- /", line)]
    return "\n".join(line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in kept) + "\n"


def agrees(name: str, part: Locator) -> None:
    path = FOLDER / f"{name}.txt"
    if not path.exists():
        path.write_text(transcript(part), encoding="utf-8")
        pytest.fail(f"{path.name} is written; read it.")
    assert transcript(part) == path.read_text(encoding="utf-8")


def test_one_question(page: Page) -> None:
    page.goto(f"{PATH}#leitbild")
    expect(page.locator("#leitbild")).to_be_visible()
    page.locator("#leitbild input").nth(3).evaluate("$radio => $radio.click()")
    agrees("frage", page.locator("#fragen"))


def test_the_result(page: Page) -> None:
    page.goto(f"{PATH}#zum-schluss")
    choose(page, PROFILE)
    result = show(page, "ergebnis")
    page.evaluate(
        "document.querySelectorAll('.klappe').forEach(($part, place) => { $part.open = place === 0; })"
    )
    agrees("ergebnis", result)

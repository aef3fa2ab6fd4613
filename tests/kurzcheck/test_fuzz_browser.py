"""Whatever is opened, pasted or typed in the browser: read in part, or refused in German, and nothing else.

A short run, the same every time; ``tests/fuzz.py`` goes on for hours.
"""

import pytest
from browser_fuzzing import BROWSER_TARGETS, BrowserTarget, attack
from playwright.sync_api import Page

ROUNDS = 300


@pytest.mark.parametrize("target", BROWSER_TARGETS, ids=lambda target: target.name)
def test_accidents_and_attacks(bare: Page, target: BrowserTarget) -> None:
    found = attack(bare, target, list(range(ROUNDS)))
    assert {seed: result for seed, result in found.items() if isinstance(result, str)} == {}
    assert set(found.values()) == {True, False}

"""Every colour of the site is readable on everything it meets, light and dark."""

import re

import pytest
from catalog.kommune.colours import contrast
from conftest import ROOT

SHEET = (ROOT / "overrides/assets/stylesheets/farben.css").read_text(encoding="utf-8")
LIGHT, _, DARK = SHEET.partition("@media (prefers-color-scheme: dark)")

GROUNDS = ("grund", "flaeche", "karte")
TEXTS = ("text", "leise", "farbe", "farbe-kraeftig", "gut", "warnung", "gefahr", "info")
CONTROLS = ("rand", "fokus")
BUTTONS = ("farbe", "farbe-kraeftig")
# Lines that only decorate: what they part is told apart without them.
DECORATION = ("linie",)


def colours(rules: str) -> dict[str, str]:
    """Return the colours that a scheme sets, written with six digits."""
    found = re.findall(r"--ivo-([\w-]+):\s*#([0-9a-f]{3,8})\b", rules)
    return {
        name: "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits)) for name, digits in found
    }


SCHEMES = pytest.mark.parametrize("scheme", [colours(LIGHT), colours(DARK)], ids=["light", "dark"])


@SCHEMES
def test_every_colour_is_looked_at(scheme: dict[str, str]) -> None:
    assert scheme.keys() == {*GROUNDS, *TEXTS, *CONTROLS, *DECORATION, "auf-farbe", "markiert"}


@SCHEMES
@pytest.mark.parametrize("name", TEXTS)
def test_text_is_readable_on_every_ground(scheme: dict[str, str], name: str) -> None:
    assert min(contrast(scheme[name], scheme[ground]) for ground in GROUNDS) >= 4.5


@SCHEMES
@pytest.mark.parametrize("name", CONTROLS)
def test_controls_and_focus_stand_out_from_every_ground(scheme: dict[str, str], name: str) -> None:
    assert min(contrast(scheme[name], scheme[ground]) for ground in GROUNDS) >= 3


@SCHEMES
@pytest.mark.parametrize("button", BUTTONS)
def test_words_on_buttons_are_readable(scheme: dict[str, str], button: str) -> None:
    assert contrast(scheme["auf-farbe"], scheme[button]) >= 4.5


@SCHEMES
def test_marked_words_are_readable(scheme: dict[str, str]) -> None:
    assert contrast(scheme["text"], scheme["markiert"]) >= 4.5

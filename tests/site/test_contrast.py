"""Every colour of the site is readable on everything it meets, light, dark and in any municipality's colour."""

import re

import pytest
from catalog.kommune.colours import GROUNDS, MINIMUM, contrast, mixed, schemes
from catalog.kommune.palette import (
    CONTROLS,
    PURPOSES,
    SHADES,
    STYLE_SHEETS,
    both_schemes,
    measures,
    palette,
    shades,
    weakest,
)
from conftest import ROOT

SCHEMES = pytest.mark.parametrize("scheme", both_schemes(), ids=["light", "dark"])
BUTTONS = ("farbe", "farbe-kraeftig")
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(STYLE_SHEETS.glob("*.css"))}


@SCHEMES
def test_every_colour_has_a_purpose(scheme: dict[str, str]) -> None:
    assert scheme.keys() == {*GROUNDS, *PURPOSES, "auf-farbe", "markiert"}


@SCHEMES
@pytest.mark.parametrize("name", PURPOSES)
def test_colours_stand_out_from_every_ground_as_their_purpose_asks(scheme: dict[str, str], name: str) -> None:
    _, needed = PURPOSES[name]
    assert weakest(scheme, name) >= needed


@SCHEMES
@pytest.mark.parametrize("button", BUTTONS)
def test_words_on_buttons_are_readable(scheme: dict[str, str], button: str) -> None:
    assert contrast(scheme["auf-farbe"], scheme[button]) >= MINIMUM


@SCHEMES
def test_marked_words_are_readable(scheme: dict[str, str]) -> None:
    assert contrast(scheme["text"], scheme["markiert"]) >= MINIMUM


@SCHEMES
def test_words_on_the_map_are_readable_on_every_shade(scheme: dict[str, str]) -> None:
    assert all(contrast(*pair) >= MINIMUM for pair in shades(scheme))


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#8a1538", "#006600", "#ffd500"])
def test_a_municipality_s_colour_keeps_the_map_readable(colour: str) -> None:
    for scheme, colours in zip(schemes(SHEETS["farben.css"]), both_schemes(), strict=True):
        theirs = scheme.readable(colour)
        for share in SHADES:
            assert contrast(mixed(colours["karte"], theirs, share), colours["text"]) >= MINIMUM


def test_the_style_sheet_mixes_the_shades_that_are_measured() -> None:
    mixes = re.findall(r"var\(--ivo-farbe\) (\d+)%, var\(--ivo-karte\)", SHEETS["uebersichten.css"])
    assert [int(share) / 100 for share in mixes] == list(SHADES)


def test_no_sheet_but_the_palette_names_a_colour() -> None:
    """Paper is white and ink is black; shadows may be see-through. Nor does any other tell light from dark."""
    allowed = {"#000", "#fff", "#333", "#777", "#ccc", "#eee"}
    for name, text in SHEETS.items():
        if name != "farben.css":
            assert "prefers-color-scheme" not in text, name
            screen = text.partition("@layer print")[0]
            assert not re.findall(r"#[0-9a-f]{6}\b|#[0-9a-f]{3}\b", screen), name
            assert set(re.findall(r"#[0-9a-f]{6}\b|#[0-9a-f]{3}\b", text)) <= allowed, name
    dark = re.search(
        r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}\s*\}", SHEETS["farben.css"]
    )
    assert dark
    assert {line.strip()[:6] for line in dark[1].strip().splitlines()} == {"--ivo-"}
    assert SHEETS["farben.css"].count("prefers-color-scheme") == 1


def test_stripes_and_axes_use_colours_that_carry_meaning() -> None:
    assert "stroke: var(--ivo-rand)" in SHEETS["werkstatt.css"]
    profile = (ROOT / "overrides/assets/javascripts/kurz-check/report/picture.mjs").read_text(
        encoding="utf-8"
    )
    assert 'line: "var(--ivo-rand)"' in profile
    assert re.search(r"\.meldung--fehler[^}]*border-color: var\(--ivo-gefahr\)", SHEETS["formular.css"])
    assert PURPOSES["rand"][1] == CONTROLS


def test_the_page_on_the_look_knows_every_colour_and_measure() -> None:
    assert [tone.name for tone in palette()] == list(PURPOSES)
    assert [mass.name for mass in measures("size")] == [f"size-{n}" for n in range(1, 7)]
    assert [mass.name for mass in measures("gap")] == [f"gap-{n}" for n in range(1, 7)]

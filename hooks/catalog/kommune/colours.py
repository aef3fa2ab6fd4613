"""The colours of a municipality: contrast, suggestions and the style sheet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# WCAG 2.2, 1.4.3: text needs this contrast.
MINIMUM = 4.5
# How far a colour under the pointer moves towards the end of its scheme.
STRONG = 0.25
WHITE = "#ffffff"
BLACK = "#000000"
_TOKEN = re.compile(r"--ivo-(?P<name>[a-z-]+):\s*(?P<colour>#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3}))\b")
_DARK = re.compile(r"@media[^{]*prefers-color-scheme:\s*dark")
GROUNDS = ("grund", "flaeche", "karte")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One colour scheme of the product.

    Attributes:
        name: its key in the settings.
        grounds: the colours that links and buttons stand on.
        text: what is written on a button of the municipality's colour.
        towards: where a colour moves to become easier to read.
    """

    name: str
    grounds: tuple[str, ...]
    text: str
    towards: str

    def weakest(self, colour: str) -> float:
        """Return the lowest contrast of a colour with anything it meets."""
        return min(contrast(colour, other) for other in (*self.grounds, self.text))

    def readable(self, colour: str) -> str:
        """Return the colour, moved towards black or white until it is readable everywhere."""
        steps = (mixed(colour, self.towards, percent / 100) for percent in range(0, 100, 2))
        return next((step for step in steps if self.weakest(step) >= MINIMUM), self.towards)

    def strong(self, colour: str) -> str:
        """Return the colour as it is under the pointer."""
        return mixed(colour, self.towards, STRONG)

    def rules(self, colour: str) -> Iterator[str]:
        """Yield the rules that give this scheme a municipality's colour."""
        yield ":root {"
        yield f"  --ivo-farbe: {colour};"
        yield f"  --ivo-farbe-kraeftig: {self.strong(colour)};"
        yield f"  --ivo-auf-farbe: {self.text};"
        yield "}"


def schemes(style_sheet: str) -> tuple[Scheme, Scheme]:
    """Read the light and the dark scheme from the product's own style sheet."""
    light, dark = colours_of(style_sheet)
    return (
        Scheme("hell", _grounds(light), text=WHITE, towards=BLACK),
        Scheme("dunkel", _grounds(dark), text=BLACK, towards=WHITE),
    )


def colours_of(style_sheet: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours that the light and the dark scheme of a style sheet set, by name."""
    dark = _DARK.search(style_sheet)
    start = dark.start() if dark else len(style_sheet)
    return _colours(style_sheet[:start]), _colours(style_sheet[start:])


def style_sheet(schemes: tuple[Scheme, Scheme], light: str, dark: str) -> str:
    """Return the rules for a municipality's colours; an empty dark colour follows from the light one."""
    in_light, in_dark = schemes
    dark = dark or (in_dark.readable(light) if light else "")
    rules = list(in_light.rules(light)) if light else []
    if dark:
        rules += ["@media (prefers-color-scheme: dark) {", *in_dark.rules(dark), "}"]
    return "\n".join([*rules, ""])


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, target: str, share: float) -> str:
    """Return a colour moved towards another by a share of the way."""
    pairs = zip(_channels(colour), _channels(target), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _grounds(colours: dict[str, str]) -> tuple[str, ...]:
    return tuple(colours[name] for name in GROUNDS if name in colours)


def _colours(rules: str) -> dict[str, str]:
    return {match["name"]: _long(match["colour"]) for match in _TOKEN.finditer(rules)}


def _long(colour: str) -> str:
    """Write #abc as #aabbcc."""
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)

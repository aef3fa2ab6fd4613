"""The design language in figures: which colours there are, what each is for, how well it is read.

The style sheets are the only place where colours and measures are written; here they are read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..reading.project import PROJECT
from .colours import GROUNDS, MINIMUM, colours_of, contrast, mixed

STYLE_SHEETS = PROJECT / "overrides" / "assets" / "stylesheets"
# WCAG 2.2, 1.4.11: what one presses, and what carries meaning without words.
CONTROLS = 3.0
# How much of the colour of links the shades of the map hold; the darkest is the colour itself.
SHADES = (0.12, 0.28)
# What each colour is for, and the contrast that it needs with every ground.
PURPOSES = {
    "farbe": ("Verweise, Knöpfe, Balken", MINIMUM),
    "farbe-kraeftig": ("dieselben unter dem Zeiger", MINIMUM),
    "text": ("Text", MINIMUM),
    "leise": ("Angaben am Rand", MINIMUM),
    "gut": ("Erfolg", MINIMUM),
    "warnung": ("Hinweis", MINIMUM),
    "gefahr": ("Fehler, Löschen", MINIMUM),
    "info": ("Rat der Redaktion, Meldung", MINIMUM),
    "rand": ("Felder, Achsen, Karten der Länder", CONTROLS),
    "fokus": ("Rahmen um das, was die Tastatur erreicht", CONTROLS),
    "linie": ("Linien, die nur gliedern", 0.0),
}
_MEASURE = re.compile(r"--(?P<name>(?:size|gap)-\d): (?P<value>[^;]+);")


@dataclass(frozen=True, slots=True)
class Farbton:
    """One colour in both schemes, with its lowest contrast on any ground."""

    name: str
    zweck: str
    noetig: float
    hell: str
    dunkel: str
    kontrast_hell: float
    kontrast_dunkel: float


@dataclass(frozen=True, slots=True)
class Mass:
    """One size of type or one space."""

    name: str
    wert: str


def palette() -> list[Farbton]:
    """Return all colours that stand on a ground."""
    light, dark = both_schemes()
    return [
        Farbton(name, purpose, needed, light[name], dark[name], weakest(light, name), weakest(dark, name))
        for name, (purpose, needed) in PURPOSES.items()
    ]


def both_schemes() -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours of the light and of the dark scheme, by name."""
    return colours_of((STYLE_SHEETS / "farben.css").read_text(encoding="utf-8"))


def weakest(scheme: dict[str, str], name: str) -> float:
    """Return the lowest contrast of a colour with the grounds of its scheme."""
    return min(contrast(scheme[name], scheme[ground]) for ground in GROUNDS)


def shades(scheme: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the ground of each shade of the map and the colour of the words on it."""
    for share in SHADES:
        yield mixed(scheme["karte"], scheme["farbe"], share), scheme["text"]
    yield scheme["farbe"], scheme["auf-farbe"]


def measures(kind: str) -> list[Mass]:
    """Return the sizes of type (``size``) or the spaces (``gap``), as the style sheet sets them."""
    sheet = (STYLE_SHEETS / "grund.css").read_text(encoding="utf-8")
    return [
        Mass(found["name"], found["value"])
        for found in _MEASURE.finditer(sheet)
        if found["name"].startswith(kind)
    ]

"""What a municipality adds: in its ``katalog.yml`` to the catalogue, in its settings to the frame."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .base import Adressverweis, Link, Model, Stand, Text
from .kinds import SECTIONS
from .kurzcheck import Zusatzfrage
from .praxis import Beispiel


@dataclass(frozen=True, slots=True)
class Bereich:
    """A section of the site: everything below the first part of an address.

    Attributes:
        titel: what it is called.
        bleibt: why every copy has it; empty if a municipality may leave it out.
    """

    titel: str
    bleibt: str = ""


_DUTY = "Das Gesetz verlangt die Seite."
_CORE = "Die Werkzeuge und fast alle Einträge bauen darauf auf."
BEREICHE = {
    "empfehlungen": Bereich(SECTIONS["empfehlungen"], _CORE),
    "erfolgsfaktoren": Bereich(SECTIONS["erfolgsfaktoren"], _CORE),
    "chefsache": Bereich(SECTIONS["chefsache"]),
    "beispiele": Bereich(SECTIONS["beispiele"], f"{_CORE} Ihre eigenen Beispiele stehen auch dort."),
    "leitfaeden": Bereich(SECTIONS["leitfaeden"]),
    "vorlagen": Bereich(SECTIONS["vorlagen"]),
    "kennzahlen": Bereich(SECTIONS["kennzahlen"]),
    "kurz-check": Bereich(SECTIONS["kurz-check"], _CORE),
    "musterantrag": Bereich(SECTIONS["musterantrag"], "Jedes Ergebnis des Kurz-Checks führt dorthin."),
    "laender": Bereich(
        SECTIONS["laender"],
        "Rechtstexte, Musterantrag und Anlaufstellen folgen daraus, und dort stehen die Belege.",
    ),
    "unterstuetzung": Bereich(SECTIONS["unterstuetzung"]),
    "glossar": Bereich(SECTIONS["glossar"], "Es erklärt Fachwörter und Abkürzungen aller anderen Seiten."),
    "quellen": Bereich(SECTIONS["quellen"], "Alle Aussagen stützen sich darauf."),
    "werkstatt": Bereich("Werkstatt"),
    "was-2007-fehlte": Bereich("Was 2007 noch fehlte"),
    "selbst-betreiben": Bereich("Selbst betreiben"),
    "ihre-fassung": Bereich("Ihre Fassung"),
    "gestaltung": Bereich("Gestaltung"),
    "index": Bereich("Startseite", "Jede Website braucht eine."),
    "suche": Bereich("Suche", "Ohne sie finden viele Menschen nicht, was sie brauchen."),
    "mitmachen": Bereich("Mitmachen", "Wer einen Fehler findet, muss ihn melden können."),
    "daten": Bereich("Offene Daten", "Andere bauen darauf auf."),
    "quelltext": Bereich("Quelltext des Katalogs", "Jeder Eintrag zeigt dort, wie er geschrieben ist."),
    "vor-ort": Bereich("Ihre eigenen Seiten", "Löschen Sie in „seiten“, was Sie nicht zeigen wollen."),
    "oertliche-aenderungen": Bereich(
        "Örtliche Änderungen", "Die Seite sagt, worin sich Ihre Fassung unterscheidet."
    ),
    "impressum": Bereich("Impressum", _DUTY),
    "datenschutz": Bereich("Datenschutz", _DUTY),
    "barrierefreiheit": Bereich("Barrierefreiheit", _DUTY),
    "404": Bereich("Fehlerseite", "Sie hilft weiter, wenn eine Adresse nicht stimmt."),
}
HIDEABLE = tuple(name for name, bereich in BEREICHE.items() if not bereich.bleibt)


class Hinweis(Model):
    """A municipality's note on an entry of the product."""

    eintrag: Adressverweis
    text: Text
    """Was vor Ort dazu zu sagen ist, zum Beispiel die zuständige Stelle."""
    stand: Stand
    url: Link | None = None
    """Wo mehr dazu steht."""


class Wortlaut(Model):
    """A place in the product's texts that a municipality words in its own way."""

    eintrag: Adressverweis
    original: Text
    """Die Stelle, wie sie auf der Seite steht, Wort für Wort: ein Satz oder mehrere."""
    text: Text
    """Was bei Ihnen stattdessen steht. Die Seite kennzeichnet es und nennt das Original."""


class LocalFile(Model):
    """Everything in a municipality's ``katalog.yml``."""

    beispiele: tuple[Beispiel, ...] = ()
    """Eigene Beispiele. Ihre Kennungen beginnen mit „lokal-“."""
    zusatzfragen: tuple[Zusatzfrage, ...] = ()
    """Eigene Zusatzfragen im Kurz-Check. Ihre Kennungen beginnen mit „lokal-“."""
    hinweise: tuple[Hinweis, ...] = ()
    """Hinweise, die auf der Seite eines Eintrags erscheinen."""
    texte: tuple[Wortlaut, ...] = ()
    """Stellen, die bei Ihnen anders lauten."""
    ausblenden: tuple[Adressverweis, ...] = ()
    """Einträge, die in dieser Fassung nicht erscheinen."""


def _check_page(text: str) -> str:
    if not re.fullmatch(r"/?([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*/?", text):
        raise PydanticCustomError("page_path", "not the path of a page")
    return text.strip("/")


def _check_font_name(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9]+([ -][A-Za-z0-9]+)*", text):
        raise PydanticCustomError("font_name", "not the name of a typeface")
    return text


def _check_font_file(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.woff2", text):
        raise PydanticCustomError("font_file", "not the name of a font file")
    return text


def _check_section(text: str) -> str:
    bereich = BEREICHE.get(text)
    if bereich is None:
        raise PydanticCustomError("unknown_section", "not a section", {"known": HIDEABLE})
    if bereich.bleibt:
        raise PydanticCustomError(
            "section_stays", "cannot be left out", {"reason": bereich.bleibt, "known": HIDEABLE}
        )
    return text


BereichName = Annotated[
    str,
    AfterValidator(_check_section),
    Field(title="Bereich", json_schema_extra={"enum": list(HIDEABLE)}),
]
Schriftdatei = Annotated[str, AfterValidator(_check_font_file), Field(examples=["hausschrift.woff2"])]


class Schrift(Model):
    """The municipality's own typeface."""

    name: Annotated[str, StringConstraints(max_length=40), AfterValidator(_check_font_name)]
    """Wie die Schrift heißt."""
    normal: Schriftdatei
    """Die Datei im Ordner „schrift“."""
    fett: Schriftdatei | None = None
    """Der fette Schnitt; ohne Angabe fettet der Browser selbst."""


class Navigationspunkt(Model):
    """A link of the municipality's own in the header."""

    titel: Annotated[str, StringConstraints(min_length=1, max_length=28)]
    seite: Annotated[str, AfterValidator(_check_page)]
    """Die Seite auf dieser Website, zum Beispiel „vor-ort/beratung“ oder „glossar“."""

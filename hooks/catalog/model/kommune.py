"""What a municipality adds: in its ``katalog.yml`` to the catalogue, in its settings to the frame."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .base import Eintragsadresse, Link, Model, Stand, Text
from .kurzcheck import Zusatzfrage
from .praxis import Beispiel


class Hinweis(Model):
    """A municipality's note on an entry of the product."""

    eintrag: Eintragsadresse
    text: Text
    """Was vor Ort dazu zu sagen ist, zum Beispiel die zuständige Stelle."""
    stand: Stand
    url: Link | None = None
    """Wo mehr dazu steht."""


class Wortlaut(Model):
    """A place in the product's texts that a municipality words in its own way."""

    eintrag: Eintragsadresse
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
    ausblenden: tuple[Eintragsadresse, ...] = ()
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

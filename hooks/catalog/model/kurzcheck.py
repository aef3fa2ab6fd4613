"""The Kurz-Check as written in the catalogue."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Entry, FruehereIds, Fundstelle, Id, Kurztitel, Nummer, Text, Titel, verweise


class FrageHilfe(Entry):
    """Editorial help for answering a question."""

    bei_0: Text
    """Woran man 0 Prozent erkennt."""
    bei_50: Text
    """Woran man 50 Prozent erkennt."""
    bei_100: Text
    """Woran man 100 Prozent erkennt."""
    hinsehen: tuple[Text, ...] = Field(min_length=1)
    """Wo man nachsieht oder wen man fragt."""


class Frage(Entry):
    """One of the thirteen questions of the leaflet."""

    id: Id
    nr: Nummer
    titel: Kurztitel
    frage: Text
    """Die Frage in eigenen Worten, mit jeder Teilfrage der Quelle."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    erfolgsfaktoren: tuple[Id, ...] = verweise("erfolgsfaktoren")
    redaktionell: FrageHilfe
    fruehere_ids: FruehereIds = ()


class Zusatzfrage(Entry):
    """An optional question of ours for a recommendation the leaflet does not ask about."""

    id: Id
    titel: Kurztitel
    frage: Text
    """Die Frage der Redaktion im vollen Wortlaut."""
    empfehlung: Id
    """Kennung der Empfehlung, nach der die Frage fragt."""
    redaktionell: FrageHilfe


class Anker(Entry):
    """The meaning of a step of the scale in words."""

    wert: Annotated[int, Field(ge=0, le=100, multiple_of=10)]
    """Die Stufe, von 0 bis 100."""
    wort: Text
    """Was die Stufe in Worten heißt."""


class Band(Entry):
    """A range of values with a name; a convention of this site."""

    id: Id
    titel: Kurztitel
    von: Annotated[int, Field(ge=0, le=100, multiple_of=10)]
    """Die niedrigste Stufe, die dazugehört."""
    bis: Annotated[int, Field(ge=0, le=100, multiple_of=10)]
    """Die höchste Stufe, die dazugehört."""
    zeichen: Annotated[str, StringConstraints(min_length=1, max_length=2)]
    """Ein Zeichen, damit die Stufe auch ohne Farbe erkennbar ist."""


class Kurzcheck(Entry):
    """The self-check: scale, bands, questions."""

    titel: Titel
    einleitung: tuple[Text, ...] = Field(min_length=1)
    """Was der Kurz-Check ist und wie man ihn benutzt."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    anker: tuple[Anker, ...] = Field(min_length=3)
    baender: tuple[Band, ...] = Field(min_length=3)
    baender_hinweis: Text
    """Sagt, dass die Grenzen eine Festlegung dieser Website sind."""
    fragen: tuple[Frage, ...] = Field(min_length=1)
    zusatzfragen: tuple[Zusatzfrage, ...] = ()

"""The Kurz-Check as written in the catalogue, and the file in which people save it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import (
    LAENDER,
    FruehereIds,
    Fundstelle,
    Id,
    Kommunenart,
    Kurztitel,
    Model,
    Nummer,
    Suchworte,
    Tag,
    Text,
    Titel,
    Verweis,
    verweise,
)
from .praxis import GROESSENKLASSEN

# What an answer can be: a step of the scale, or one of two words.
STUFEN = tuple(range(0, 101, 10))
WEISS_NICHT = "weiss-nicht"
TRIFFT_NICHT_ZU = "trifft-nicht-zu"
# So long may be what people type; the fields of the pages stop there.
LAENGEN = {"name": 120, "zeitpunkt": 40, "notiz": 2000}
GROESSEN = tuple(klasse.id for klasse in GROESSENKLASSEN)
FILE_FORMAT = "integration-vor-ort/kurz-check"
FILE_VERSION = 1
# Other years are slips of the keyboard; shared/dates.mjs bounds the field in the same way.
_TAG_DER_EINSCHAETZUNG = r"^(199[0-9]|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


class FrageHilfe(Model):
    """Editorial help for answering a question."""

    bei_0: Text
    """Woran man 0 Prozent erkennt."""
    bei_50: Text
    """Woran man 50 Prozent erkennt."""
    bei_100: Text
    """Woran man 100 Prozent erkennt."""
    hinsehen: tuple[Text, ...] = Field(min_length=1)
    """Wo man nachsieht oder wen man fragt."""


class Frage(Model):
    """One of the thirteen questions of the leaflet."""

    id: Id
    nr: Nummer
    titel: Kurztitel
    frage: Text
    """Die Frage in eigenen Worten, mit jeder Teilfrage der Quelle."""
    suchworte: Suchworte = ()
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    erfolgsfaktoren: tuple[Verweis, ...] = verweise("erfolgsfaktoren")
    beschluss: Text
    """Was ein Antrag bei einer schwachen Antwort fordert: ein Nebensatz mit „zu“, passend nach
    „Die Verwaltung wird gebeten, …“. Die Redaktion leitet ihn aus der Frage ab."""
    beschluss_begruendung: Text
    """Warum der Auftrag nötig ist, für den Antragstext, in ein bis drei Sätzen. Redaktionell."""
    stichwoerter: tuple[Text, ...] = ()
    """Teile von Wörtern. Von einem Beispiel zitiert der Antrag die Sätze, in denen eines davon steht."""
    redaktionell: FrageHilfe
    fruehere_ids: FruehereIds = ()


class Zusatzfrage(Model):
    """An optional question of ours for a recommendation the leaflet does not ask about."""

    id: Id
    titel: Kurztitel
    frage: Text
    """Die Frage der Redaktion im vollen Wortlaut."""
    suchworte: Suchworte = ()
    empfehlung: Verweis
    """Kennung der Empfehlung, nach der die Frage fragt."""
    beschluss: Text
    """Was ein Antrag bei einer schwachen Antwort fordert: ein Nebensatz mit „zu“, passend nach
    „Die Verwaltung wird gebeten, …“. Die Redaktion leitet ihn aus der Frage ab."""
    beschluss_begruendung: Text
    """Warum der Auftrag nötig ist, für den Antragstext, in ein bis drei Sätzen. Redaktionell."""
    stichwoerter: tuple[Text, ...] = ()
    """Teile von Wörtern. Von einem Beispiel zitiert der Antrag die Sätze, in denen eines davon steht."""
    redaktionell: FrageHilfe


class Anker(Model):
    """The meaning of a step of the scale in words."""

    wert: Annotated[int, Field(ge=0, le=100, multiple_of=10)]
    """Die Stufe, von 0 bis 100."""
    wort: Text
    """Was die Stufe in Worten heißt."""


class Band(Model):
    """A range of values with a name; a convention of this site."""

    id: Id
    titel: Kurztitel
    von: Annotated[int, Field(ge=0, le=100, multiple_of=10)]
    """Die niedrigste Stufe, die dazugehört."""
    bis: Annotated[int, Field(ge=0, le=100, multiple_of=10)]
    """Die höchste Stufe, die dazugehört."""
    zeichen: Annotated[str, StringConstraints(min_length=1, max_length=2)]
    """Ein Zeichen, damit die Stufe auch ohne Farbe erkennbar ist."""


class Kurzcheck(Model):
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


class GesicherteFrage(Model):
    """A question and its answer in a saved file."""

    id: Id
    nr: int | None
    """Nummer im Faltblatt; leer bei Zusatzfragen."""
    titel: Annotated[str, StringConstraints(max_length=400)]
    frage: Annotated[str, StringConstraints(max_length=4000)]
    """Wortlaut der Frage, damit die Datei auch ohne diese Website lesbar bleibt."""
    antwort: Literal[*STUFEN, WEISS_NICHT, TRIFFT_NICHT_ZU] | None  # type: ignore[valid-type]
    """Stufe in Prozent, „weiss-nicht“, „trifft-nicht-zu“ oder null, wenn nichts ausgewählt ist."""
    notiz: Annotated[str, StringConstraints(max_length=LAENGEN["notiz"])]
    ziel: Literal[*STUFEN] | None = None  # type: ignore[valid-type]
    """Wo die Kommune in einem Jahr stehen will: eine Stufe in Prozent."""
    wer: Annotated[str, StringConstraints(max_length=LAENGEN["name"])] = ""
    """Wer sich um den ersten Schritt kümmert."""
    bis_wann: Annotated[str, StringConstraints(max_length=LAENGEN["zeitpunkt"])] = ""
    """Bis wann der erste Schritt getan ist, in freien Worten."""
    zurueckgestellt: bool = False
    """Ob die Frage vorerst weder in den Plan noch in den Antrag kommt."""


class GesicherterKurzcheck(Model):
    """A saved Kurz-Check."""

    format: Literal[FILE_FORMAT]  # type: ignore[valid-type]
    version: Literal[FILE_VERSION]  # type: ignore[valid-type]
    katalog_stand: Annotated[str, StringConstraints(max_length=40)]
    """Stand des Katalogs, aus dem die Fragen stammen."""
    name: Annotated[str, StringConstraints(max_length=LAENGEN["name"])]
    """Freie Bezeichnung, zum Beispiel ein Amt oder eine Rolle."""
    datum: Annotated[
        Tag,
        StringConstraints(pattern=_TAG_DER_EINSCHAETZUNG),
        Field(json_schema_extra={"pattern": _TAG_DER_EINSCHAETZUNG}),
    ]
    """Tag der Einschätzung."""
    land: Literal["", *LAENDER]  # type: ignore[valid-type]
    art: Literal[""] | Kommunenart
    groesse: Literal["", *GROESSEN] = ""  # type: ignore[valid-type]
    """Größenklasse der Kommune."""
    kommune: Annotated[str, StringConstraints(max_length=LAENGEN["name"])] = ""
    """Name der Kommune."""
    fragen: Annotated[tuple[GesicherteFrage, ...], Field(max_length=100)]

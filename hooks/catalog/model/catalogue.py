"""The catalogue as written: one pydantic model per kind of entry.

These models are the only description of ``catalog.yml`` and of what a
municipality adds to it in its ``katalog.yml``.  They validate the files,
produce the published JSON Schema (German titles and descriptions help editors
in their text editor) and type everything that follows.  Field names are the
German words of the catalogue and stay the same in YAML, Python, templates and
the open data.
"""

import re
from typing import Annotated, Any, Literal, cast, get_args, get_origin

from pydantic import AfterValidator, BaseModel, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .base import (
    Eintragsadresse,
    FruehereIds,
    Fundstelle,
    Heute,
    Id,
    Kurztitel,
    Link,
    Model,
    NumberedModel,
    Sprache,
    Stand,
    Suchworte,
    Tag,
    Text,
    Titel,
    Verweis,
    verweise,
)
from .kinds import Kind
from .kurzcheck import Kurzcheck
from .laender import Anlaufstelle, Landeseintrag
from .musterantrag import Musterantrag
from .praxis import Beispiel, Kennzahl, Leitfaden, Vorlage


class Lesart(Model):
    """The wording of one version at one place."""

    quelle: Verweis
    """Kennung der Quelle."""
    wortlaut: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    """Das abweichende Wort oder wenige Wörter, als Zitat."""


class Abweichung(Model):
    """A place at which the versions of a recommendation differ."""

    stelle: Text
    """Um welche Stelle es geht."""
    lesarten: tuple[Lesart, ...] = Field(min_length=2)


class Quelle(Model):
    """A source of the whole catalogue."""

    id: Id
    titel: Titel
    sprache: Sprache | None = None
    kurztitel: Kurztitel
    art: Literal["Ausgangstext", "Beleg"]
    """„Ausgangstext“ für die fünf Texte, auf denen der Katalog beruht, sonst „Beleg“."""
    herausgeber: Text
    """Wer den Text verantwortet; „unbekannt“, wenn das offen ist."""
    stand: Stand
    adresse: Link | None = None
    beschreibung: Text
    """Was in der Quelle steht und wie weit sie trägt."""
    besonderheiten: tuple[Text, ...] = ()
    """Was beim Lesen zu beachten ist, etwa Unterschiede zu anderen Fassungen."""
    fruehere_ids: FruehereIds = ()


class Teil(Model):
    """One of the 25 parts of the recommendations."""

    id: Id
    titel: Titel
    text: Text
    """Was die Verbände an dieser Stelle empfehlen, in eigenen Worten."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    beschluss: Text
    """Derselbe Auftrag als Nebensatz mit „zu“, passend nach „Die Verwaltung wird gebeten, …“."""


class EmpfehlungRat(Model):
    """Editorial advice on a recommendation, not part of the sources."""

    warum: tuple[Text, ...] = Field(min_length=1)
    """Warum das vor Ort wichtig ist. Ein Absatz je Listenpunkt."""
    erste_schritte: tuple[Text, ...] = Field(min_length=3, max_length=4)
    """Drei oder vier erste Schritte."""
    erfolg_erkennen: tuple[Text, ...] = Field(min_length=2)
    """Woran man merkt, dass es gelingt."""
    begruendung: Text
    """Ein bis drei Sätze, die den Punkt in einem Antrag begründen."""


class Empfehlung(NumberedModel):
    """One of the ten recommendations."""

    teile: tuple[Teil, ...] = Field(min_length=1)
    erfolgsfaktoren: tuple[Verweis, ...] = verweise("erfolgsfaktoren")
    stellschrauben: tuple[Verweis, ...] = verweise("stellschrauben")
    fragen: tuple[Verweis, ...] = verweise("kurzcheck.fragen")
    redaktionell: EmpfehlungRat
    heute: tuple[Heute, ...] = ()
    abweichungen: tuple[Abweichung, ...] = ()
    """Stellen, an denen die Fassungen der Empfehlung voneinander abweichen."""
    fruehere_ids: FruehereIds = ()


class ErfolgsfaktorRat(Model):
    """Editorial advice on a success factor."""

    leitfragen: tuple[Text, ...] = Field(min_length=2)
    """Fragen, die man sich vor Ort stellen kann."""
    stolpersteine: tuple[Text, ...] = Field(min_length=1)
    """Was häufig schiefgeht und wie man es vermeidet."""


class Erfolgsfaktor(NumberedModel):
    """One of the eleven success factors."""

    aussagen: tuple[Text, ...] = Field(min_length=1)
    """Jede Forderung der Quelle als eigener Punkt, in eigenen Worten."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    redaktionell: ErfolgsfaktorRat
    heute: tuple[Heute, ...] = ()
    fruehere_ids: FruehereIds = ()


class StellschraubeRat(Model):
    """Editorial advice on a lever."""

    erster_schritt: Text
    """Ein Schritt, der innerhalb weniger Wochen gelingen kann."""


class Stellschraube(NumberedModel):
    """One of the fourteen levers of the leaflet for heads of administration."""

    mittel: tuple[Text, ...] = ()
    """Die Beispiele, die das Faltblatt nennt."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    erfolgsfaktoren: tuple[Verweis, ...] = verweise("erfolgsfaktoren")
    fragen: tuple[Verweis, ...] = verweise("kurzcheck.fragen")
    redaktionell: StellschraubeRat
    heute: tuple[Heute, ...] = ()
    fruehere_ids: FruehereIds = ()


class Einwand(Model):
    """An objection and a calm answer to it."""

    einwand: Text
    """Was im Rat oder in der Verwaltung gesagt wird."""
    antwort: Text
    """Eine sachliche Antwort in zwei bis drei Sätzen."""


class ArgumentRat(Model):
    """Editorial advice on an argument."""

    einwaende: tuple[Einwand, ...] = Field(min_length=1)


class Argument(NumberedModel):
    """One of the four arguments for making integration a matter for the head."""

    aussagen: tuple[Text, ...] = Field(min_length=1)
    """Jede Aussage des Faltblatts als eigener Punkt, in eigenen Worten."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    redaktionell: ArgumentRat
    fruehere_ids: FruehereIds = ()


class Glossareintrag(Model):
    """A term explained."""

    id: Id
    begriff: Titel
    abkuerzung: Annotated[str, StringConstraints(min_length=1, max_length=20)] | None = None
    """Die übliche Abkürzung, falls es eine gibt."""
    erklaerung: Text
    """Ein bis drei Sätze, die ohne Fachwissen verständlich sind."""
    quellen: tuple[Verweis, ...] = ()
    """Kennungen der Quellen, die das belegen."""
    redaktionell: bool = False
    """„true“, wenn die Erklärung von der Redaktion stammt und keine Quelle hat."""
    verwandt: tuple[Verweis, ...] = verweise("glossar")
    suchworte: Suchworte = ()
    fruehere_ids: FruehereIds = ()


class Suchbegriff(Model):
    """Words that the search treats alike; they never change a text."""

    begriff: Text
    """Das Wort, nach dem gesucht wird."""
    gleichbedeutend: tuple[Text, ...] = ()
    """Wörter mit derselben Bedeutung."""
    verwandt: tuple[Text, ...] = ()
    """Ähnliche Wörter; sie erscheinen als „Siehe auch“."""
    unterschied: Text | None = None
    """Ein Satz dazu, worin sich verwandte Wörter unterscheiden."""


def _check_version(text: str) -> str:
    if not re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", text):
        raise PydanticCustomError("version_number", "not a version")
    return text


class Zurueckgezogen(Model):
    """An entry that is no longer there; its address goes on saying so."""

    eintrag: Eintragsadresse
    titel: Titel
    grund: Text
    """Warum es den Eintrag nicht mehr gibt, in einem Satz."""
    nachfolge: Eintragsadresse | None = None
    """Der Eintrag, der jetzt weiterhilft."""
    seit: Annotated[str, AfterValidator(_check_version), Field(title="Seit Fassung", examples=["0.2.0"])]
    """Die erste Fassung ohne den Eintrag."""


class CatalogFile(Model):
    """Everything in ``catalog.yml``."""

    schema_version: Literal[1]
    stand: Tag
    """Tag der letzten inhaltlichen Änderung, in Anführungszeichen: „2026-11-21“."""
    quellen: tuple[Quelle, ...]
    empfehlungen: tuple[Empfehlung, ...]
    erfolgsfaktoren: tuple[Erfolgsfaktor, ...]
    stellschrauben: tuple[Stellschraube, ...]
    argumente: tuple[Argument, ...]
    kurzcheck: Kurzcheck
    musterantrag: Musterantrag
    beispiele: tuple[Beispiel, ...]
    leitfaeden: tuple[Leitfaden, ...] = ()
    vorlagen: tuple[Vorlage, ...] = ()
    kennzahlen: tuple[Kennzahl, ...] = ()
    glossar: tuple[Glossareintrag, ...]
    laender: tuple[Landeseintrag, ...] = ()
    anlaufstellen: tuple[Anlaufstelle, ...] = ()
    suchbegriffe: tuple[Suchbegriff, ...] = ()
    zurueckgezogen: tuple[Zurueckgezogen, ...] = ()
    """Einträge früherer Fassungen, die es nicht mehr gibt."""


def model_of(kind: Kind) -> type[BaseModel]:
    """Return the model of the entries of a kind."""
    model: Any = CatalogFile
    for part in kind.location:
        annotation = model.model_fields[part].annotation
        model = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
    return cast("type[BaseModel]", model)

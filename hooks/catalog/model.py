"""The catalogue as written: one pydantic model per kind of entry.

These models are the only description of ``catalog.yml`` and of what a
municipality adds to it in its ``katalog.yml``.  They validate the files,
produce the published JSON Schema (German titles and descriptions help editors
in their text editor) and type everything that follows.  Field names are the
German words of the catalogue and stay the same in YAML, Python, templates and
the open data.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

SCHEMA_VERSION = 1

LAENDER = (
    "Baden-Württemberg",
    "Bayern",
    "Berlin",
    "Brandenburg",
    "Bremen",
    "Hamburg",
    "Hessen",
    "Mecklenburg-Vorpommern",
    "Niedersachsen",
    "Nordrhein-Westfalen",
    "Rheinland-Pfalz",
    "Saarland",
    "Sachsen",
    "Sachsen-Anhalt",
    "Schleswig-Holstein",
    "Thüringen",
)
KOMMUNENARTEN = ("Gemeinde", "Stadt", "kreisfreie Stadt", "Landkreis", "Bezirk", "Stadtstaat")


def _check_http(url: str) -> str:
    if not url.startswith(("https://", "http://")) or any(c.isspace() for c in url):
        raise PydanticCustomError("http_link", "not an http(s) address")
    return url


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Field(
        title="Kennung",
        description="Kleinbuchstaben, Ziffern und Bindestriche. Sie bildet die Adresse der Seite "
        "und ändert sich nie mehr.",
        examples=["querschnittsaufgabe"],
    ),
]
FruehereIds = Annotated[
    tuple[Id, ...],
    Field(description="Alte Kennungen; ihre Adressen führen weiter hierher."),
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Titel = Annotated[
    str,
    StringConstraints(min_length=1, max_length=160),
    Field(title="Titel", description="Überschrift der Seite.", examples=["Lokale Netzwerke"]),
]
Kurztitel = Annotated[
    str,
    StringConstraints(min_length=1, max_length=48),
    Field(title="Kurztitel", description="Für Karten, Tabellen und Brotkrumen."),
]
Kurz = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400),
    Field(title="Kurz gesagt", description="Ein bis zwei Sätze, die den Eintrag zusammenfassen."),
]
Nummer = Annotated[int, Field(ge=1, title="Nummer", description="Platz in der Reihenfolge.")]
Stand = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80),
    Field(
        title="Stand",
        description="Von wann die Angabe ist, zum Beispiel „2024-06“, „um 2018“ oder „ohne Datum“.",
        examples=["2024-06", "ohne Datum"],
    ),
]
Link = Annotated[
    str,
    StringConstraints(max_length=600),
    AfterValidator(_check_http),
    Field(
        title="Adresse im Netz",
        description="Beginnt mit https:// oder http://.",
        json_schema_extra={"pattern": r"^https?://\S*$"},
    ),
]
Land = Annotated[
    Literal[LAENDER],  # type: ignore[valid-type]
    Field(title="Land", description="Eines der sechzehn Länder, ausgeschrieben."),
]
Kommunenart = Annotated[
    Literal[KOMMUNENARTEN],  # type: ignore[valid-type]
    Field(title="Art der Kommune", description="Berlin, Bremen und Hamburg sind Stadtstaaten."),
]


def verweise(kind: str) -> Any:
    """Describe a list of ids that point to entries of ``kind``."""
    return Field(
        default=(),
        title=f"Verknüpfte {kind}",
        description=f"Kennungen aus {kind}. Die Gegenrichtung entsteht von selbst.",
    )


class Entry(BaseModel):
    """Base of every model: frozen, strict, unknown keys are refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, str_strip_whitespace=True, use_attribute_docstrings=True
    )


class NumberedEntry(Entry):
    """What recommendations, factors, levers, arguments and requests have in common."""

    id: Id
    nr: Nummer
    titel: Titel
    kurztitel: Kurztitel
    kurz: Kurz


class Fundstelle(Entry):
    """Where in a source a statement stands."""

    quelle: Id
    """Kennung der Quelle."""
    stelle: Text
    """Seite, Nummer oder Abschnitt, zum Beispiel „Nr. 3“."""


class Beleg(Entry):
    """A source that proves a single example."""

    titel: Annotated[Titel, Field(title="Titel der Seite oder Schrift", description="So, wie er dort steht.")]
    herausgeber: Annotated[Name, Field(title="Herausgeber")]
    """Wer die Seite oder Schrift verantwortet."""
    url: Link
    stand: Stand
    belegt: Annotated[Text, Field(title="Was steht dort?")]
    """Was genau diese Quelle belegt."""


class Heute(Entry):
    """What became of a term or programme of the original texts."""

    text: Text
    """Was heute gilt oder wie es heute heißt."""
    stand: Stand
    quellen: tuple[Id, ...] = Field(min_length=1)
    """Kennungen der Quellen, die das belegen."""


class Lesart(Entry):
    """The wording of one version at one place."""

    quelle: Id
    """Kennung der Quelle."""
    wortlaut: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    """Das abweichende Wort oder wenige Wörter, als Zitat."""


class Abweichung(Entry):
    """A place at which the versions of a recommendation differ."""

    stelle: Text
    """Um welche Stelle es geht."""
    lesarten: tuple[Lesart, ...] = Field(min_length=2)


class Quelle(Entry):
    """A source of the whole catalogue."""

    id: Id
    titel: Titel
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


class Teil(Entry):
    """One of the 25 parts of the recommendations."""

    id: Id
    titel: Titel
    text: Text
    """Was die Verbände an dieser Stelle empfehlen, in eigenen Worten."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    beschluss: Text
    """Derselbe Auftrag als Nebensatz mit „zu“, passend nach „Die Verwaltung wird gebeten, …“."""


class EmpfehlungRat(Entry):
    """Editorial advice on a recommendation, not part of the sources."""

    warum: tuple[Text, ...] = Field(min_length=1)
    """Warum das vor Ort wichtig ist. Ein Absatz je Listenpunkt."""
    erste_schritte: tuple[Text, ...] = Field(min_length=3, max_length=4)
    """Drei oder vier erste Schritte."""
    erfolg_erkennen: tuple[Text, ...] = Field(min_length=2)
    """Woran man merkt, dass es gelingt."""
    begruendung: Text
    """Ein bis drei Sätze, die den Punkt in einem Antrag begründen."""


class Empfehlung(NumberedEntry):
    """One of the ten recommendations."""

    teile: tuple[Teil, ...] = Field(min_length=1)
    erfolgsfaktoren: tuple[Id, ...] = verweise("erfolgsfaktoren")
    stellschrauben: tuple[Id, ...] = verweise("stellschrauben")
    fragen: tuple[Id, ...] = verweise("kurzcheck.fragen")
    redaktionell: EmpfehlungRat
    heute: tuple[Heute, ...] = ()
    abweichungen: tuple[Abweichung, ...] = ()
    """Stellen, an denen die Fassungen der Empfehlung voneinander abweichen."""
    fruehere_ids: FruehereIds = ()


class ErfolgsfaktorRat(Entry):
    """Editorial advice on a success factor."""

    leitfragen: tuple[Text, ...] = Field(min_length=2)
    """Fragen, die man sich vor Ort stellen kann."""
    stolpersteine: tuple[Text, ...] = Field(min_length=1)
    """Was häufig schiefgeht und wie man es vermeidet."""


class Erfolgsfaktor(NumberedEntry):
    """One of the eleven success factors."""

    aussagen: tuple[Text, ...] = Field(min_length=1)
    """Jede Forderung der Quelle als eigener Punkt, in eigenen Worten."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    redaktionell: ErfolgsfaktorRat
    heute: tuple[Heute, ...] = ()
    fruehere_ids: FruehereIds = ()


class StellschraubeRat(Entry):
    """Editorial advice on a lever."""

    erster_schritt: Text
    """Ein Schritt, der innerhalb weniger Wochen gelingen kann."""


class Stellschraube(NumberedEntry):
    """One of the fourteen levers of the leaflet for heads of administration."""

    mittel: tuple[Text, ...] = ()
    """Die Beispiele, die das Faltblatt nennt."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    erfolgsfaktoren: tuple[Id, ...] = verweise("erfolgsfaktoren")
    fragen: tuple[Id, ...] = verweise("kurzcheck.fragen")
    redaktionell: StellschraubeRat
    heute: tuple[Heute, ...] = ()
    fruehere_ids: FruehereIds = ()


class Einwand(Entry):
    """An objection and a calm answer to it."""

    einwand: Text
    """Was im Rat oder in der Verwaltung gesagt wird."""
    antwort: Text
    """Eine sachliche Antwort in zwei bis drei Sätzen."""


class ArgumentRat(Entry):
    """Editorial advice on an argument."""

    einwaende: tuple[Einwand, ...] = Field(min_length=1)


class Argument(NumberedEntry):
    """One of the four arguments for making integration a matter for the head."""

    aussagen: tuple[Text, ...] = Field(min_length=1)
    """Jede Aussage des Faltblatts als eigener Punkt, in eigenen Worten."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    empfehlungen: tuple[Id, ...] = verweise("empfehlungen")
    redaktionell: ArgumentRat
    fruehere_ids: FruehereIds = ()


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


class Auftrag(NumberedEntry):
    """One of the three requests of the model motion."""

    beschluss: Text
    """Der Auftrag als Nebensatz mit „zu“, passend nach „Die Verwaltung wird gebeten, …“.
    Leerstellen wie „{gremium.dativ}“ füllt der Musterantrag."""
    begruendung: Text
    """Warum der Auftrag nötig ist, für den Antragstext."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    empfehlungen: tuple[Id, ...] = verweise("empfehlungen")


class Wortformen(Entry):
    """A noun in its four cases; „{name}“ stands for a proper name."""

    artikel: Literal["der", "die", "das", "plural"]
    """Der Artikel im Nominativ. Bei „plural“ heißt er ebenfalls „die“, die übrigen Fälle sind andere."""
    nominativ: Text
    """Ohne Artikel, zum Beispiel „Landkreis {name}“."""
    genitiv: Text
    """Ohne Artikel, zum Beispiel „Landkreises {name}“."""
    dativ: Text
    """Ohne Artikel, zum Beispiel „Landkreis {name}“."""
    akkusativ: Text
    """Ohne Artikel, zum Beispiel „Landkreis {name}“."""


class Bezeichnung(Wortformen):
    """A kind of municipality, a body or a mover to choose for the motion."""

    id: Id
    titel: Kurztitel


class Leerstellen(Entry):
    """What the motion shows as long as something is not chosen."""

    kommune: Wortformen
    gremium: Wortformen
    antragsteller: Wortformen
    name: Text
    """Steht für den Namen der Kommune."""
    zusatz: Text
    """Steht für den Namen einer Fraktion oder Gruppe."""
    datum: Text
    """Steht für das Datum des Antrags."""


class Namensvorschlag(Entry):
    """The usual name of the body for some kinds of municipality."""

    kommunenarten: tuple[Id, ...] = Field(min_length=1)
    """Kennungen aus „kommunenarten“."""
    gremium: Id
    """Kennung aus „gremien“."""
    quelle: Id
    """Kennung der Quelle, die den Namen belegt."""
    stelle: Text
    """Paragraf oder Abschnitt in dieser Quelle."""


class LandVorschlaege(Entry):
    """The usual names in one Land."""

    land: Land
    vorschlaege: tuple[Namensvorschlag, ...] = Field(min_length=1)


class Antragstext(Entry):
    """The sentences around the modules of the motion.

    Blanks such as „{kommune.genitiv}“ are filled with the chosen words.
    """

    titel: Text
    """Überschrift des Antrags."""
    anschrift: Text
    """An wen sich der Antrag richtet."""
    absender: Text
    """Wer ihn wann stellt."""
    beschluss_titel: Text
    """Überschrift über dem Beschlussvorschlag."""
    bitte: Text
    """Der Satz vor dem Beschlussvorschlag."""
    grundsatz_titel: Text
    """Überschrift über dem Grundsatzbeschluss."""
    auftraege_titel: Text
    """Überschrift über den Aufträgen."""
    auftraege_einleitung: Text
    """Der Satzanfang vor den Aufträgen."""
    begruendung_titel: Text
    """Überschrift über der Begründung."""
    ausgangslage_titel: Text
    """Überschrift über der Ausgangslage."""
    warum_jetzt_titel: Text
    """Überschrift über den Absätzen zur heutigen Lage."""
    begruendung_zu: Text
    """Überschrift über der Begründung eines Auftrags, mit „{nummern}“ und „{titel}“."""
    selbsteinschaetzung: Text
    """Satz zu einer Antwort aus dem Kurz-Check, mit „{datum}“, „{wert}“, „{nr}“ und „{frage}“."""
    selbsteinschaetzung_zusatz: Text
    """Derselbe Satz für eine Zusatzfrage, die keine Nummer hat."""
    eigene_gruende_titel: Text
    """Überschrift über der eigenen Begründung."""
    hinweis_titel: Text
    """Überschrift über dem Hinweis."""
    hinweis: Text
    """Was die Vorlage ist und woher die Empfehlungen stammen."""
    unterschrift: tuple[Text, ...] = Field(min_length=1)
    """Die Zeilen am Ende."""


class Musterantrag(Entry):
    """The model motion and its modules."""

    titel: Titel
    einleitung: tuple[Text, ...] = Field(min_length=1)
    """Was der Musterantrag ist und wie man ihn benutzt."""
    herkunft: Text
    """Was über die Vorlage bekannt ist und was nicht."""
    fundstellen: tuple[Fundstelle, ...] = Field(min_length=1)
    ausgangslage: tuple[Text, ...] = Field(min_length=1)
    """Was die Empfehlungen von 2007 sind und wo sie stehen, für den Antragstext."""
    warum_jetzt: tuple[Text, ...] = Field(min_length=1)
    """Warum die Empfehlungen heute noch zählen, für den Antragstext."""
    grundsatz: Text
    """Der Grundsatzbeschluss vor den einzelnen Aufträgen, als ganzer Satz mit Leerstellen."""
    auftraege: tuple[Auftrag, ...] = Field(min_length=1)
    text: Antragstext
    leerstellen: Leerstellen
    kommunenarten: tuple[Bezeichnung, ...] = Field(min_length=1)
    gremien: tuple[Bezeichnung, ...] = Field(min_length=1)
    antragstellende: tuple[Bezeichnung, ...] = Field(min_length=1)
    laender: tuple[LandVorschlaege, ...] = ()
    """Übliche Namen je Land. Länder ohne belegten Namen fehlen hier."""


class BeispielKommune(Entry):
    """A municipality that an example belongs to."""

    name: Annotated[Name, Field(title="Name der Kommune")]
    """Zum Beispiel „Leipzig“ oder „Landkreis Görlitz“."""
    land: Land
    art: Kommunenart


class Beispiel(Entry):
    """A real example of good practice."""

    id: Id
    titel: Titel
    kommunen: tuple[BeispielKommune, ...] = Field(min_length=1)
    seit: Annotated[int, Field(ge=1945, le=2100)] | None = Field(default=None, title="Seit welchem Jahr?")
    """Jahr des Beginns; weglassen, wenn es nicht belegt ist."""
    kurz: Annotated[Text, Field(title="Was wurde getan?")]
    """Was getan wurde, in drei bis fünf Sätzen, mit der Zeitform der Quelle."""
    uebertragbar: Annotated[Text, Field(title="Was können andere übernehmen?")]
    """Was andere daraus mitnehmen können."""
    empfehlungen: tuple[Id, ...] = verweise("empfehlungen")
    erfolgsfaktoren: tuple[Id, ...] = verweise("erfolgsfaktoren")
    fragen: tuple[Id, ...] = verweise("kurzcheck.fragen")
    belege: tuple[Beleg, ...] = Field(min_length=1)
    sicherheit: Annotated[Literal["hoch", "mittel"], Field(title="Wie gut ist das belegt?")]
    """„hoch“, wenn mehrere Belege zusammenpassen, sonst „mittel“."""
    fruehere_ids: FruehereIds = ()


class Glossareintrag(Entry):
    """A term explained."""

    id: Id
    begriff: Titel
    abkuerzung: Annotated[str, StringConstraints(min_length=1, max_length=20)] | None = None
    """Die übliche Abkürzung, falls es eine gibt."""
    erklaerung: Text
    """Ein bis drei Sätze, die ohne Fachwissen verständlich sind."""
    quellen: tuple[Id, ...] = ()
    """Kennungen der Quellen, die das belegen."""
    redaktionell: bool = False
    """„true“, wenn die Erklärung von der Redaktion stammt und keine Quelle hat."""
    verwandt: tuple[Id, ...] = verweise("glossar")
    fruehere_ids: FruehereIds = ()


class Suchbegriff(Entry):
    """Words that the search treats alike; they never change a text."""

    begriff: Text
    """Das Wort, nach dem gesucht wird."""
    gleichbedeutend: tuple[Text, ...] = ()
    """Wörter mit derselben Bedeutung."""
    verwandt: tuple[Text, ...] = ()
    """Ähnliche Wörter; sie erscheinen als „Siehe auch“."""
    unterschied: Text | None = None
    """Ein Satz dazu, worin sich verwandte Wörter unterscheiden."""


class CatalogFile(Entry):
    """Everything in ``catalog.yml``."""

    schema_version: Literal[1]
    stand: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """Tag der letzten inhaltlichen Änderung, in Anführungszeichen: „2026-11-21“."""
    quellen: tuple[Quelle, ...]
    empfehlungen: tuple[Empfehlung, ...]
    erfolgsfaktoren: tuple[Erfolgsfaktor, ...]
    stellschrauben: tuple[Stellschraube, ...]
    argumente: tuple[Argument, ...]
    kurzcheck: Kurzcheck
    musterantrag: Musterantrag
    beispiele: tuple[Beispiel, ...]
    glossar: tuple[Glossareintrag, ...]
    suchbegriffe: tuple[Suchbegriff, ...] = ()


def _check_address(text: str) -> str:
    if not re.fullmatch(r"[a-z-]+/[a-z0-9-]+/?", text):
        raise PydanticCustomError("entry_address", "not the address of an entry")
    return text.rstrip("/")


Eintragsadresse = Annotated[
    str,
    AfterValidator(_check_address),
    Field(
        title="Adresse des Eintrags",
        description="Bereich und Kennung, wie in der Adresszeile des Browsers.",
        examples=["empfehlungen/netzwerke"],
    ),
]


class Hinweis(Entry):
    """A municipality's note on an entry of the product."""

    eintrag: Eintragsadresse
    text: Text
    """Was vor Ort dazu zu sagen ist, zum Beispiel die zuständige Stelle."""
    stand: Stand
    url: Link | None = None
    """Wo mehr dazu steht."""


class LocalFile(Entry):
    """Everything in a municipality's ``katalog.yml``."""

    beispiele: tuple[Beispiel, ...] = ()
    """Eigene Beispiele. Ihre Kennungen beginnen mit „lokal-“."""
    hinweise: tuple[Hinweis, ...] = ()
    """Hinweise, die auf der Seite eines Eintrags erscheinen."""
    ausblenden: tuple[Eintragsadresse, ...] = ()
    """Einträge, die in dieser Fassung nicht erscheinen."""

"""What helps in practice: examples of real places, guides and indicators."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, computed_field

from .base import (
    FruehereIds,
    Id,
    Kommunenart,
    Kurz,
    Land,
    Link,
    Model,
    Name,
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


@dataclass(frozen=True, slots=True)
class Groessenklasse:
    """How large a place is: from so many inhabitants on, up to the next class."""

    id: str
    titel: str
    ab: int


GROESSENKLASSEN = (
    Groessenklasse("unter-5000", "unter 5.000", 0),
    Groessenklasse("ab-5000", "5.000 bis unter 20.000", 5_000),
    Groessenklasse("ab-20000", "20.000 bis unter 50.000", 20_000),
    Groessenklasse("ab-50000", "50.000 bis unter 100.000", 50_000),
    Groessenklasse("ab-100000", "100.000 bis unter 500.000", 100_000),
    Groessenklasse("ab-500000", "ab 500.000", 500_000),
)
# What people call small; a list of its own that holds the first two classes.
KLEIN = Groessenklasse("unter-20000", "unter 20.000", 0)


def size_class(zahl: int) -> Groessenklasse:
    """Return the class of a place with so many inhabitants."""
    return [klasse for klasse in GROESSENKLASSEN if klasse.ab <= zahl][-1]


class Einwohner(Model):
    """How many people live in a place."""

    zahl: Annotated[int, Field(ge=1, le=100_000_000)]
    """Die Zahl ohne Punkt, zum Beispiel 16774."""
    stand: Stand
    quelle: Verweis
    """Kennung der Quelle, in der die Zahl steht."""


class BeispielKommune(Model):
    """A municipality that an example belongs to."""

    name: Annotated[Name, Field(title="Name der Kommune")]
    """Zum Beispiel „Leipzig“ oder „Landkreis Görlitz“."""
    land: Land
    art: Kommunenart
    einwohner: Einwohner | None = None
    """Nur aus einer Quelle; sonst weglassen."""

    @computed_field
    def groesse(self) -> str | None:
        """Return the id of the size class, where the number is known."""
        return size_class(self.einwohner.zahl).id if self.einwohner else None


class Beleg(Model):
    """A source that proves a single example."""

    titel: Annotated[Titel, Field(title="Titel der Seite oder Schrift", description="So, wie er dort steht.")]
    sprache: Sprache | None = None
    herausgeber: Annotated[Name, Field(title="Herausgeber")]
    """Wer die Seite oder Schrift verantwortet."""
    url: Link
    stand: Stand
    belegt: Annotated[Text, Field(title="Was steht dort?")]
    """Was genau diese Quelle belegt."""


class Beispiel(Model):
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
    nicht_uebertragbar: Annotated[Text, Field(title="Was hängt vom Ort ab?")] | None = None
    """Was es anderswo so nicht gibt, etwa Geld oder Recht eines Landes. Nur, was belegt ist."""
    laeuft: Annotated[Literal["ja", "nein", "unbekannt"], Field(title="Läuft das noch?")] = "unbekannt"
    """„ja“ oder „nein“ nur mit einem Beleg dafür. Was beendet ist, bleibt als Beispiel stehen."""
    kosten: Annotated[Text, Field(title="Was kostete es?")] | None = None
    """Beträge, die ein Beleg nennt, mit Zeitraum."""
    personal: Annotated[Text, Field(title="Wer arbeitete daran?")] | None = None
    """Stellen oder Menschen, die ein Beleg nennt."""
    lehre: Annotated[Text, Field(title="Was ging schief?")] | None = None
    """Was nicht gelang oder geändert werden musste. Nur, was belegt ist."""
    geprueft: Annotated[Tag, Field(title="Zuletzt bestätigt")] | None = None
    """Tag, an dem jemand das Beispiel nachgeprüft hat, auch ohne etwas zu ändern."""
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    erfolgsfaktoren: tuple[Verweis, ...] = verweise("erfolgsfaktoren")
    fragen: tuple[Verweis, ...] = verweise("kurzcheck.fragen")
    belege: tuple[Beleg, ...] = Field(min_length=1)
    sicherheit: Annotated[Literal["hoch", "mittel"], Field(title="Wie gut ist das belegt?")]
    """„hoch“, wenn mehrere Belege zusammenpassen, sonst „mittel“."""
    fruehere_ids: FruehereIds = ()


class Schritt(Model):
    """A step of a guide."""

    text: Text
    """Was zu tun ist, in zwei bis vier Sätzen."""
    dauer: Name
    """Wie lange das dauert, zum Beispiel „zwei Wochen“. Eine Schätzung der Redaktion."""
    wer: Name
    """Wer das tut."""


class Belegt(Model):
    """A statement of a guide or an indicator that sources prove."""

    text: Text
    """Die Aussage in eigenen Worten."""
    stand: Stand
    quellen: tuple[Verweis, ...] = Field(min_length=1)
    """Kennungen der Quellen, die das belegen."""


class Leitfaden(Model):
    """A guide to something a municipality wants to do; editorial but for what names its sources."""

    id: Id
    titel: Titel
    kurz: Kurz
    suchworte: Suchworte = ()
    zeit: Text
    """Wie lange alles zusammen dauert und wie viele Stunden es braucht. Eine Schätzung der Redaktion."""
    kosten: Text
    """Womit zu rechnen ist. Eine Schätzung der Redaktion."""
    schritte: tuple[Schritt, ...] = Field(min_length=3)
    recht: tuple[Belegt, ...] = ()
    """Was im Gesetz steht oder ein Programm verlangt."""
    zahlen: tuple[Belegt, ...] = ()
    """Beträge und andere Zahlen, die eine Quelle nennt."""
    stolpersteine: tuple[Text, ...] = Field(min_length=2)
    """Was häufig schiefgeht und wie man es vermeidet."""
    wer_hilft: tuple[Belegt, ...] = Field(min_length=1)
    """Stellen, die beraten, fortbilden oder Vorlagen haben."""
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    erfolgsfaktoren: tuple[Verweis, ...] = verweise("erfolgsfaktoren")
    fragen: tuple[Verweis, ...] = verweise("kurzcheck.fragen")
    zusatzfragen: tuple[Verweis, ...] = verweise("kurzcheck.zusatzfragen")
    beispiele: tuple[Verweis, ...] = verweise("beispiele")
    glossar: tuple[Verweis, ...] = verweise("glossar")
    fruehere_ids: FruehereIds = ()


class Kennzahl(NumberedModel):
    """A figure by which a municipality can follow how integration goes."""

    berechnung: Text
    """Wie die Zahl gebildet wird."""
    herkunft: tuple[Belegt, ...] = ()
    """Woher die Zahl kommt, soweit eine Quelle das sagt."""
    fundort: Text
    """Wo in der Verwaltung die Zahl liegt oder wer sie liefert. Rat der Redaktion."""
    sagt_nicht: Text
    """Was die Zahl nicht sagt."""
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    zusatzfragen: tuple[Verweis, ...] = verweise("kurzcheck.zusatzfragen")
    fruehere_ids: FruehereIds = ()


class Vorlagenabschnitt(Model):
    """A section of a template."""

    titel: Titel
    text: tuple[Text, ...] = ()
    """Ein Absatz je Listenpunkt."""
    punkte: tuple[Text, ...] = ()
    """Was als nummerierte Liste dasteht."""


class Vorlage(Model):
    """A text to fill in, in our own words; facts on the law name their sources."""

    id: Id
    titel: Titel
    kurz: Kurz
    suchworte: Suchworte = ()
    vorher: tuple[Text, ...] = Field(min_length=1)
    """Was vor Gebrauch zu klären ist. Steht nicht in den Dateien."""
    abschnitte: tuple[Vorlagenabschnitt, ...] = Field(min_length=2)
    """Der Text zum Ausfüllen; Leerstellen stehen in eckigen Klammern."""
    grundlage: tuple[Belegt, ...] = ()
    """Worauf die Vorlage im Recht beruht, soweit eine Quelle das sagt."""
    leitfaeden: tuple[Verweis, ...] = verweise("leitfaeden")
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    fragen: tuple[Verweis, ...] = verweise("kurzcheck.fragen")
    beispiele: tuple[Verweis, ...] = verweise("beispiele")
    fruehere_ids: FruehereIds = ()

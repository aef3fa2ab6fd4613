"""The sixteen Länder and the places that help: statements that each say how sure they are.

What is proved stands under ``text``; what is weak, unread or unknown stands
under ``ungeprueft`` and so can never be mistaken for a fact, neither on a page
nor in the open data.
"""

import re
from typing import Annotated, Literal

from pydantic import Field

from .base import (
    FruehereIds,
    Id,
    Land,
    Link,
    Model,
    Name,
    Sprache,
    Stand,
    Suchworte,
    Text,
    Titel,
    Verweis,
    verweise,
)

Sicherheit = Annotated[
    Literal["hoch", "mittel", "niedrig", "ungeprüft", "offen"],
    Field(
        title="Wie sicher ist das?",
        description="„hoch“: amtlich oder zwei unabhängige Belege. „mittel“: ein brauchbarer Beleg. "
        "„niedrig“: schwacher Beleg. „ungeprüft“: keine Quelle gelesen. „offen“: nichts gefunden.",
    ),
]
KUERZEL = tuple("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split())
"""In the order of ``LAENDER``."""
Kuerzel = Annotated[Literal[KUERZEL], Field(title="Kürzel")]  # type: ignore[valid-type]
BELEGT = ("hoch", "mittel")


OUTDATED_AFTER_MONTHS = 36
_WHEN = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:-([0-9]{2}))?(?![0-9])")


def months_between(stand: str, today: str) -> int | None:
    """Return how many months passed from the latest date in ``stand`` to a day; ``None`` if it has no date.

    A year alone counts to its end, so nothing looks older than it is.
    """
    dates = [(int(year), int(month or 12)) for year, month in _WHEN.findall(stand)]
    if not dates:
        return None
    year, month = max(dates)
    return max(0, (int(today[:4]) - year) * 12 + int(today[5:7]) - month)


def is_outdated(stand: str, today: str) -> bool:
    """Tell whether a statement is so old that its page has to say so."""
    age = months_between(stand, today)
    return age is not None and age > OUTDATED_AFTER_MONTHS


class Nachweis(Model):
    """A source of one statement, or of a few that stand together."""

    titel: Annotated[Titel, Field(title="Titel der Seite oder Schrift", description="So, wie er dort steht.")]
    sprache: Sprache | None = None
    herausgeber: Annotated[Name, Field(title="Herausgeber")]
    """Wer die Seite oder Schrift verantwortet."""
    url: Link | None = None
    """Weglassen, wenn die volle Adresse nicht bekannt ist."""
    stand: Stand
    gelesen: Literal["ganz", "Auszug"]
    """Ob der Text ganz vorlag oder nur sein Anfang."""


class Landesbeleg(Nachweis):
    """A source that several statements on one Land point to."""

    id: Id


class Adresse(Model):
    """Where a place is found on the web."""

    url: Link
    geoeffnet: bool
    """„false“, wenn die Adresse nur genannt wurde und niemand die Seite gelesen hat. Die Seite sagt das."""


class Aussage(Model):
    """A statement: either proved, or marked as not."""

    text: Text | None = None
    """Was belegt ist. Nur mit „hoch“ oder „mittel“."""
    ungeprueft: Text | None = None
    """Was schwach, nicht oder nirgends belegt ist. Erscheint auf keiner Seite; „make check“ nennt es."""
    sicherheit: Sicherheit
    stand: Stand
    belegt_durch: tuple[Verweis, ...] = ()
    """Kennungen aus „belege“ desselben Landes."""
    adresse: Adresse | None = None


class Stellenangabe(Aussage):
    """A statement on a public body, with what a legal page says of it."""

    name: Text | None = None
    """Amtlicher Name, so dass er über einer Anschrift stehen kann."""
    strasse: Name | None = None
    """Straße und Hausnummer oder Postfach."""
    ort: Name | None = None
    """Postleitzahl und Ort."""
    telefon: Name | None = None
    """Mit Vorwahl."""
    email: Name | None = None
    """E-Mail-Adresse, nur wenn ein Beleg sie nennt."""


class Benennung(Model):
    """A name of a body with the forms that a sentence needs."""

    name: Name
    """Im Nominativ, ohne Artikel."""
    artikel: Literal["der", "die", "das"]
    """Der Artikel im Nominativ."""
    genitiv: Name
    """Ohne Artikel, zum Beispiel „Integrationsbeirats“."""


class Gremiumsname(Benennung):
    """What the body that represents migrants is called."""

    ort: Name | None = None
    """Weglassen, wenn der Name nicht nur für einen Ort belegt ist."""


class Vertretung(Model):
    """The body that represents migrants."""

    namen: tuple[Gremiumsname, ...] = ()
    name: Aussage
    rechtsgrundlage: Aussage
    pflicht: Aussage
    """Ob und ab welcher Größe eine Kommune das Gremium haben muss."""
    schwelle: Text | None = None
    """Die Größe, ab der die Pflicht gilt."""
    bildung: Aussage
    """Gewählt oder berufen."""
    rechte: Aussage
    """Rede- und Antragsrecht."""
    antragsrecht: bool | None = None
    """„true“, wenn das Landesrecht ein Antragsrecht gibt, „false“, wenn es keines gibt. Weglassen, wenn es nicht
    belegt ist."""
    antragsrecht_fuer: tuple[Name, ...] = ()
    """Namen des Gremiums, für die „antragsrecht“ belegt ist. Ohne Angabe: alle."""
    zahlen: Aussage | None = None
    landesverband: Aussage


class Ratsgremium(Benennung):
    """What a council is called in some kinds of municipality."""

    fuer: Text
    """Für welche Arten von Kommunen der Name gilt."""
    kommunenarten: tuple[Verweis, ...] = ()
    """Kennungen aus „musterantrag.kommunenarten“, für die der Musterantrag den Namen vorschlägt. Nur für Arten, die
    unter „musterantrag.laender“ noch nicht stehen."""
    sicherheit: Literal["hoch", "mittel"]
    """„hoch“: amtlich oder zwei unabhängige Belege, sonst „mittel“."""
    stand: Stand
    belegt_durch: tuple[Verweis, ...] = ()
    quellen: tuple[Verweis, ...] = ()
    """Kennungen der Quellen des Katalogs."""


class Raete(Model):
    """Councils, heads of administration, and who puts what on the agenda."""

    gremien: tuple[Ratsgremium, ...] = Field(min_length=1)
    spitze: Aussage
    tagesordnung: Aussage
    """Wer einen Punkt auf die Tagesordnung setzen kann, mit Paragraf."""
    weitere: tuple[Aussage, ...] = ()
    """Weitere Namen, noch ohne Beleg."""


class Landesrecht(Model):
    """Law and policy of a Land on integration."""

    gesetz: Aussage
    """Teilhabe- oder Integrationsgesetz: wer muss, wer darf, seit wann."""
    beauftragt: Aussage
    konzept: Aussage
    antrag: Aussage | None = None
    """Was in der Begründung eines Antrags stehen kann: ein oder zwei Sätze, ohne Hinweise der Redaktion."""
    hinweis: Aussage | None = None


class Zugaenglichkeit(Model):
    """Law and bodies for accessible websites."""

    gesetz: Aussage
    """Das Landesrecht, so kurz, dass es auf einer Rechtsseite stehen kann."""
    durchsetzung: Stellenangabe
    ueberwachung: Stellenangabe
    verfahren: Aussage
    """Was die Durchsetzungsstelle tut, in einem wahren Satz."""
    antwort: Aussage
    """Wie schnell öffentliche Stellen antworten müssen."""
    frist: Name | None = None
    """Dieselbe Frist, passend nach „Wir antworten“."""
    leichte_sprache: Aussage
    leichte_sprache_kommunen: bool | None = None
    """Ob Kommunen Leichte Sprache und Gebärdensprache auf ihren Websites anbieten müssen."""


class Landeseintrag(Model):
    """What applies in one Land and who helps there."""

    id: Id
    land: Land
    kuerzel: Kuerzel
    """Zwei Buchstaben, für die Karte."""
    kurz: Text
    """Ein Satz dazu, was auf der Seite steht."""
    geprueft: Stand
    """Wann die Redaktion den Eintrag zuletzt durchgesehen hat."""
    kreis: Literal["Kreis", "Landkreis"] | None = None
    """Wie ein Kreis in diesem Land heißt."""
    vertretung: Vertretung
    raete: Raete
    recht: Landesrecht
    foerderung: tuple[Aussage, ...] = Field(min_length=1)
    barrierefreiheit: Zugaenglichkeit
    datenschutz: Stellenangabe
    """Die Datenschutzaufsicht."""
    hilfe: tuple[Aussage, ...] = ()
    """Was zur Unterstützung sonst zu sagen ist. Stellen stehen unter „anlaufstellen“."""
    belege: tuple[Landesbeleg, ...] = Field(min_length=1)
    fruehere_ids: FruehereIds = ()


class Anlaufstelle(Model):
    """A place to ask."""

    id: Id
    titel: Titel
    art: Literal[
        "Kommune", "Land", "Bund", "Verband", "Netzwerk", "Förderung", "Programm", "Antidiskriminierung"
    ]
    """Wer dahintersteht, oder worum es geht."""
    laender: tuple[Verweis, ...] = verweise("laender")
    """Ohne Angabe: bundesweit."""
    kurz: Text
    """Was die Stelle tut."""
    suchworte: Suchworte = ()
    zuerst: bool = False
    """„true“, wenn die Redaktion rät, hier zuerst zu fragen."""
    lage: Literal["besteht", "beendet", "ungewiss"] = "besteht"
    """„ungewiss“, wenn nicht belegt ist, wie es um das Angebot heute steht."""
    adresse: Adresse | None = None
    telefon: Name | None = None
    """Mit Vorwahl."""
    email: Name | None = None
    """E-Mail-Adresse, nur wenn ein Beleg sie nennt."""
    sicherheit: Literal["hoch", "mittel"]
    """„hoch“: amtlich oder zwei unabhängige Belege, sonst „mittel“."""
    stand: Stand
    belege: tuple[Nachweis, ...] = Field(min_length=1)
    ungeklaert: tuple[Aussage, ...] = ()
    """Was zu dieser Stelle noch zu klären ist."""
    fruehere_ids: FruehereIds = ()

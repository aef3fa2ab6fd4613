"""The settings of one copy of the site, read from ``kommune.yml``.

The models are the only description of that file: they validate it, produce
its JSON Schema and type what the legal pages show.  The neutral product is
configured by the same kind of file (see ``neutral/``).
"""

import re
import unicodedata
from typing import Annotated, Literal
from urllib.parse import unquote

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .base import Id, Kommunenart, Land, Link, Model, Tag
from .kommune import BereichName, Navigationspunkt, Schrift

_MAILBOX = re.compile(r"[\w+-]+(\.[\w+-]+)*", re.ASCII)
_HOST = re.compile(r"([^\W_]([^\W_]|-(?=[^.])){0,62}\.)+[^\W\d_]{2,63}")
# As people write them; the extension may stand behind the number.
_PHONE = re.compile(
    r"(\+49|0049|\(?0)[0-9 /()\u00a0\u2007-\u200a\u202f.\u2010-\u2014\u2212-]{4,28}"
    r"(,? (Durchwahl|Apparat|App\.|DW) ?[0-9-]{0,6})?"
)
# The number of all German authorities, dialled without a prefix.
_AUTHORITIES = "115"
# The configuration of web servers repeats the path between quotes, so it holds nothing that means something there;
# what begins with a full stop they hide.
_FOLDER = re.compile(r"https?://(?:[\w-]+\.)*[\w-]+(?::[0-9]+)?/(?:(?!\.)[\w.~+(),&-]+/)*")
# Letters beyond a–z, as browsers copy them.
_COPIED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def _check_plain(text: str) -> str:
    if "<" in text or ">" in text:
        raise PydanticCustomError("no_markup", "markup")
    return text


def _check_mail(text: str) -> str:
    mailbox, _, host = text.rpartition("@")
    if not _MAILBOX.fullmatch(mailbox) or not _HOST.fullmatch(host) or not _is_latin(host):
        raise PydanticCustomError("mail_address", "not a mail address")
    return text


def _is_latin(text: str) -> bool:
    """Tell whether all letters are Latin; others may look the same."""
    return all("LATIN" in unicodedata.name(char, "") for char in text if char.isalpha())


def _check_phone(text: str) -> str:
    digits = len(re.findall("[0-9]", text))
    paired = re.sub(r"\([^()]*\)", "", text)
    if text != _AUTHORITIES and not (
        _PHONE.fullmatch(text) and 6 <= digits <= 18 and not set("()") & set(paired)
    ):
        raise PydanticCustomError("phone_number", "not a phone number")
    return text


def _check_colour(text: str) -> str:
    if not COLOUR.fullmatch(text):
        raise PydanticCustomError("colour", "not a colour")
    return text.lower()


def _check_folder(url: str) -> str:
    """Return the address with its letters as servers see them."""
    try:
        plain = _COPIED.sub(lambda match: unquote(match[0], errors="strict"), url)
    except UnicodeDecodeError:
        plain = ""
    if not _FOLDER.fullmatch(plain) or not _is_latin(plain.split("/")[2]):
        raise PydanticCustomError("folder_link", "not the address of a folder")
    return plain


def _check_origin(url: str) -> str:
    # What browsers do not understand here, they leave out without a word.
    match = re.fullmatch(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::([0-9]{1,5}))?/?", url)
    if not match or not 0 < int(match[1] or 1) < 2**16:
        raise PydanticCustomError("origin", "not the address of a server")
    return url.rstrip("/")


Zeile = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_check_plain)]
Absatz = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_check_plain)]
Mail = Annotated[
    str,
    StringConstraints(max_length=120),
    AfterValidator(_check_mail),
    Field(title="E-Mail-Adresse", examples=["rathaus@kommune.example"]),
]
Telefon = Annotated[str, AfterValidator(_check_phone), Field(title="Telefon", examples=["0351 123456"])]
Farbe = Annotated[
    str, AfterValidator(_check_colour), Field(title="Farbe", description="In der Form „#2044aa“.")
]


class Kommune(Model):
    """The municipality that runs the site."""

    name: Zeile
    """Kurzer Name, zum Beispiel „Auenbrück“."""
    bezeichnung: Zeile
    """Amtlicher Name, zum Beispiel „Stadt Auenbrück“."""
    art: Kommunenart
    land: Land
    gremium: Zeile
    """Wie die Vertretung heißt, zum Beispiel „Stadtrat“ oder „Kreistag“. Der Musterantrag schlägt sie vor."""
    leitung: Zeile
    """Wer die Verwaltung leitet, mit Amtsbezeichnung."""


class Website(Model):
    """Name and address of the site."""

    titel: Annotated[str, StringConstraints(min_length=1, max_length=48), AfterValidator(_check_plain)] = (
        "Integration vor Ort"
    )
    """Steht in der Kopfzeile und im Titel jeder Seite."""
    # A link brings words of its own; a text below the field would not take their place.
    adresse: Annotated[
        Link,
        AfterValidator(_check_folder),
        Field(
            description="Beginnt mit https:// und endet mit einem Schrägstrich. Die Fehlerseite braucht sie."
        ),
    ]
    begruessung: Absatz | None = None
    """Ein eigener Absatz oben auf der Startseite."""
    navigation: Annotated[tuple[Navigationspunkt, ...], Field(max_length=3)] = ()
    """Eigene Verweise in der Kopfzeile, höchstens drei."""
    ausblenden: tuple[BereichName, ...] = ()
    """Bereiche, die Ihre Fassung nicht zeigt, zum Beispiel „werkstatt“ oder „vorlagen“."""
    eingebettet_in: tuple[Annotated[Link, AfterValidator(_check_origin)], ...] = ()
    """Websites, die Seiten in einem Rahmen (iframe) zeigen dürfen, zum Beispiel „https://www.kommune.example“."""


class Farben(Model):
    """The colour of links and buttons."""

    hell: Farbe = ""
    """Auf hellem Grund."""
    dunkel: Farbe = ""
    """Auf dunklem Grund. Ohne Angabe wird die helle Farbe passend aufgehellt."""


class Anschrift(Model):
    """Where an office is reached."""

    strasse: Zeile
    """Straße und Hausnummer, kein Postfach."""
    ort: Zeile
    """Postleitzahl und Ort."""
    telefon: Telefon
    email: Mail


class Kontakt(Anschrift):
    """An office one can turn to."""

    name: Zeile


class Stelle(Model):
    """A public authority with a site of its own."""

    name: Zeile
    strasse: Zeile | None = None
    """Straße und Hausnummer."""
    ort: Zeile | None = None
    """Postleitzahl und Ort."""
    telefon: Telefon | None = None
    email: Mail | None = None
    url: Link | None = None


class Impressum(Anschrift):
    """The imprint."""

    name: Zeile | None = None
    """Ohne Angabe gilt die amtliche Bezeichnung der Kommune."""
    vertreten_durch: Zeile | None = None
    """Wer die Kommune gesetzlich vertritt. Ohne Angabe: wer die Verwaltung leitet."""
    verantwortlich: Zeile | None = None
    """Wer für redaktionelle Texte verantwortlich ist (§ 18 Abs. 2 MStV), mit Anschrift.
    Ohne Angabe: wer die Verwaltung leitet, an der Anschrift des Impressums."""
    rechtsform: Zeile | None = None
    """Ohne Angabe: „Körperschaft des öffentlichen Rechts“, bei Bezirken in Berlin und Hamburg ein Teil des Landes."""
    aufsicht: Zeile
    """Die Rechtsaufsicht über die Kommune."""
    ust_id: Zeile | None = None
    """Umsatzsteuer-Identifikationsnummer, falls vorhanden."""
    wirtschafts_id: Zeile | None = None
    """Wirtschafts-Identifikationsnummer, falls vorhanden."""


class Datenschutz(Model):
    """What the privacy page says of this copy."""

    beauftragte: Kontakt | None = None
    """Die oder der Datenschutzbeauftragte. Ohne Angabe: an der Anschrift des Impressums."""
    aufsicht: Stelle | None = None
    """Die Datenschutzaufsicht. Ohne Angabe gilt die des Landes."""
    rechtsgrundlage: Zeile = (
        "Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung mit dem Datenschutzgesetz des Landes"
    )
    """Worauf sich die Kommune beim Betrieb stützt, mit Landesrecht."""
    server: Zeile
    """Wo die Website liegt: eigenes Rechenzentrum oder Name des Dienstleisters."""
    protokoll_tage: Annotated[int, Field(ge=0, le=365)] | None = None
    """Wie viele Tage der Webserver Zugriffe protokolliert; 0, wenn gar nicht."""


Barrierengrund = Literal["nicht vereinbar", "unverhältnismäßige Belastung", "nicht im Anwendungsbereich"]


class Barriere(Model):
    """Content that is not accessible yet."""

    inhalt: Absatz
    """Was für wen nicht nutzbar ist."""
    grund: Barrierengrund
    alternative: Absatz
    """Wo es den Inhalt in anderer Form gibt."""
    bis: Zeile | None = None
    """Bis wann das behoben wird."""

    @property
    def offen(self) -> bool:
        """Tell whether it stands against full conformity."""
        return self.grund != "nicht im Anwendungsbereich"


class Barrierefreiheit(Model):
    """The statement on accessibility."""

    gesetz: Zeile | None = None
    """Das Landesrecht, das die Kommune bindet. Ohne Angabe gilt der Eintrag des Landes."""
    norm: Zeile = "EN 301 549 V3.2.1 (WCAG 2.1, Stufen A und AA)"
    """Der Maßstab der Prüfung."""
    stand: Literal["vollständig vereinbar", "teilweise vereinbar", "nicht vereinbar"] | None = None
    """Das Ergebnis Ihrer Prüfung. Im echten Betrieb nötig."""
    methode: Literal["Selbstbewertung", "Prüfung durch Dritte"] | None = None
    """Wie geprüft wurde. Ohne Angabe nennt die Erklärung keine Methode."""
    geprueft_von: Zeile | None = None
    """Wer geprüft hat. Ohne Angabe: bei einer Selbstbewertung die Kommune."""
    erstellt_am: Tag | None = None
    """Tag, an dem die Erklärung erstellt wurde. Ohne Angabe: der Tag der Prüfung."""
    geprueft_am: Tag | None = None
    """Tag der letzten Überprüfung. Im echten Betrieb nötig."""
    kontakt: Kontakt | None = None
    """Wohin man Barrieren meldet. Ohne Angabe: an die Anschrift des Impressums."""
    antwort: Zeile | None = None
    """Wie schnell Sie antworten. Ohne Angabe: die Frist des Landes, sonst kein Versprechen."""
    durchsetzung: Stelle | None = None
    """Die Stelle, an die man sich ohne Antwort wenden kann. Ohne Angabe gilt die des Landes."""
    verfahren: Absatz | None = None
    """Was diese Stelle tut, in einem Satz. Ohne Angabe gilt der Eintrag des Landes."""
    barrieren: tuple[Barriere, ...] | None = None
    """Ihre eigenen Inhalte, die noch nicht barrierefrei sind. Was am Produkt offen ist, kommt von selbst dazu."""
    behoben: tuple[Id, ...] = ()
    """Kennungen aus dem Prüfbericht, zu denen Sie selbst Abhilfe geschaffen haben, etwa mit einer eigenen Seite."""


class Settings(Model):
    """Everything in ``kommune.yml``."""

    form: Literal[1] = 1
    """Aufbau dieser Datei. Er ändert sich nur mit der ersten Zahl der Produktversion."""
    betrieb: Literal["demo", "echt"]
    """„demo“ erlaubt Platzhalter und sagt das auf jeder Seite. „echt“ verlangt vollständige Angaben."""
    kommune: Kommune
    """Die Kommune, die die Website betreibt."""
    website: Website
    """Name und Adresse der Website."""
    schrift: Schrift | None = None
    """Ihre Hausschrift, wenn die Lizenz das erlaubt. Die Dateien liegen im Ordner „schrift“."""
    farben: Farben = Farben()
    """Die Farbe für Verweise und Knöpfe. Alle anderen Farben bleiben."""
    impressum: Impressum
    """Angaben nach § 5 DDG und § 18 MStV."""
    datenschutz: Datenschutz
    """Angaben für die Datenschutzerklärung."""
    barrierefreiheit: Barrierefreiheit = Barrierefreiheit()
    """Angaben für die Erklärung zur Barrierefreiheit."""

    @property
    def demo(self) -> bool:
        """Tell whether this is only a demonstration."""
        return self.betrieb == "demo"

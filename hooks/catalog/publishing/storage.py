"""What the site may store on a visitor's device, said once for the law and for the code.

The privacy page is rendered from here; a test compares it with the scripts.
"""

from dataclasses import dataclass

from ..kurzcheck.scoring import REGELN


@dataclass(frozen=True, slots=True)
class Speicherung:
    """One entry in the browser's local storage, and the choice of the visitor that makes it."""

    schluessel: str
    anlass: str
    zweck: str
    inhalt: str
    dauer: str


GESPEICHERT = (
    Speicherung(
        schluessel="integration-vor-ort:kurz-check",
        anlass="Sie wählen im Kurz-Check „Auf diesem Gerät merken“.",
        zweck="Sie können den Kurz-Check unterbrechen und später fortsetzen.",
        inhalt="Ihre Antworten, Ihre Notizen, die Bezeichnung und der Zeitpunkt der letzten Änderung",
        dauer=f"{REGELN.tage} Tage nach der letzten Änderung; gelöscht wird beim nächsten Aufruf des Kurz-Checks",
    ),
    Speicherung(
        schluessel="integration-vor-ort:suche-kurztaste",
        anlass="Sie schalten auf der Seite „Suche“ die Taste „/“ ab.",
        zweck="Die Taste bleibt abgeschaltet.",
        inhalt="das Wort „aus“",
        dauer="bis Sie die Taste wieder einschalten",
    ),
)

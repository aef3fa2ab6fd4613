"""What the site may store on a visitor's device, said once for the law and for the code.

The privacy page is rendered from here; a test compares it with the scripts.
"""

from dataclasses import dataclass

from .kurzcheck import REGELN


@dataclass(frozen=True, slots=True)
class Speicherung:
    """One entry in the browser's local storage."""

    schluessel: str
    zweck: str
    inhalt: str
    tage: int


KURZ_CHECK = Speicherung(
    schluessel="integration-vor-ort:kurz-check",
    zweck="Sie können den Kurz-Check unterbrechen und später fortsetzen.",
    inhalt="Ihre Antworten, Ihre Notizen und der Tag der letzten Änderung",
    tage=REGELN.tage,
)

"""What the site may store on a visitor's device, said once for the law and for the code.

The privacy page is rendered from here; a test compares it with the scripts.
"""

from dataclasses import dataclass

from ..kurzcheck.scoring import REGELN


@dataclass(frozen=True, slots=True)
class Speicherung:
    """One entry in the browser's storage, and what the visitor does that makes it."""

    schluessel: str
    anlass: str
    zweck: str
    inhalt: str
    dauer: str
    bereich: str = ""
    """The section without which nothing is stored, if a copy may leave it out."""


def _entwurf(kennung: str, werkzeug: str, inhalt: str, bereich: str = "") -> Speicherung:
    """What somebody enters in a tool, kept for the tab alone."""
    return Speicherung(
        schluessel=f"integration-vor-ort:entwurf-{kennung}",
        anlass=f"Sie geben {werkzeug} etwas ein, von der ersten Eingabe an.",
        zweck="Ihre Eingaben gehen nicht verloren, wenn Sie die Seite neu laden, verlassen und zurückkehren.",
        inhalt=inhalt,
        dauer="bis Sie diesen Tab des Browsers schließen",
        bereich=bereich,
    )


GESPEICHERT = (
    _entwurf(
        "kurz-check",
        "im Kurz-Check",
        "Ihre Antworten, Ziele und Notizen, Ihr Plan, die Angaben am Schluss und der Zeitpunkt jeder Änderung; "
        "dazu der vorige Stand, wenn Sie ihn durch eine Datei oder einen Link ersetzt haben",
    ),
    _entwurf(
        "musterantrag",
        "im Musterantrag",
        "Ihre Auswahl, Ihre Texte und die Werte, die Sie aus dem Kurz-Check übernommen haben; "
        "dazu der vorige Stand, wenn Sie ihn durch einen Link ersetzt haben",
    ),
    _entwurf(
        "werkstatt",
        "in der Werkstatt",
        "wer in der Runde ist, alle Antworten, was Sie verabreden, und ein früherer Stand, wenn Sie einen geöffnet "
        "haben; dazu die vorige Runde, wenn Sie sie durch eine Datei ersetzt haben",
        bereich="werkstatt",
    ),
    _entwurf(
        "beispiel",
        "im Formular für Beispiele",
        "Ihre Angaben zum Beispiel; dazu der vorige Stand, wenn Sie etwas entfernt oder ersetzt haben",
    ),
    _entwurf(
        "fassung",
        "auf der Seite „Ihre Fassung“",
        "Ihre Angaben zur Kommune, Ihr Logo und die Dateien, die Sie dort geöffnet haben; "
        "dazu der vorige Stand, wenn Sie einen Ordner geöffnet haben",
        bereich="ihre-fassung",
    ),
    Speicherung(
        schluessel="integration-vor-ort:kurz-check",
        anlass="Sie wählen im Kurz-Check „Auf diesem Gerät merken“.",
        zweck="Sie können den Kurz-Check unterbrechen und später fortsetzen.",
        inhalt="Ihre Antworten, Ziele und Notizen, Ihr Plan, die Angaben am Schluss und der Zeitpunkt jeder Änderung",
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

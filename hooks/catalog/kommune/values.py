"""What follows from a municipality's settings and its own entries, as the pages show it."""

from dataclasses import dataclass
from typing import Any

from ..catalogue.entries import Catalog, Eintrag
from ..model.kommune import BEREICHE
from ..model.laender import months_between
from ..model.settings import Barriere, Barrierefreiheit
from .folder import Fassung

# In the words and in the order of the statement on accessibility.
GRUENDE = {
    "nicht vereinbar": ("grund-nicht-vereinbar", "Nicht mit den Anforderungen vereinbar"),
    "unverhältnismäßige Belastung": (
        "grund-unverhaeltnismaessige-belastung",
        "Unverhältnismäßige Belastung nach Artikel 5 der Richtlinie (EU) 2016/2102",
    ),
    "nicht im Anwendungsbereich": ("grund-nicht-im-anwendungsbereich", "Nicht vom Gesetz erfasst"),
}


@dataclass(frozen=True, slots=True)
class Grund:
    """Barriers that exist for the same reason."""

    id: str
    titel: str
    barrieren: tuple[Barriere, ...]


def barrieren_by_grund(statement: Barrierefreiheit) -> tuple[Grund, ...]:
    """Return the known barriers, sorted by the reasons the law knows; without those that do not occur."""
    reasons = (
        Grund(id_, titel, tuple(barrier for barrier in statement.barrieren or () if barrier.grund == grund))
        for grund, (id_, titel) in GRUENDE.items()
    )
    return tuple(reason for reason in reasons if reason.barrieren)


def own_beispiele(catalog: Catalog) -> tuple[Eintrag, ...]:
    """Return the examples that a municipality added."""
    return tuple(entry for entry in catalog.all("beispiele") if entry.oertlich)


def local_changes(catalog: Catalog, fassung: Fassung) -> dict[str, Any]:
    """Return what the page of all local changes shows beyond the settings."""
    return {
        "eigene_farben": bool(fassung.style_sheet.strip()),
        "eigene_beispiele": own_beispiele(catalog),
        "eigene_fragen": tuple(entry for entry in catalog.all("zusatzfragen") if entry.oertlich),
        "mit_wortlaut": tuple(entry for entry in catalog if entry.wortlaut),
        "mit_hinweis": tuple(entry for entry in catalog if entry.hinweise),
        "ueberholt": tuple(entry for entry in catalog if entry.ueberholt),
        "ausgeblendet": tuple(entry for entry in catalog.hidden if catalog.zeigt(entry.kind.section)),
        "ohne_bereiche": tuple(
            bereich.titel for name, bereich in BEREICHE.items() if not catalog.zeigt(name)
        ),
        "aeltere_hinweise": tuple(entry for entry in catalog if _has_older_note(entry)),
    }


def _has_older_note(entry: Eintrag) -> bool:
    """Tell whether a note was written before the product last looked the entry through."""
    checked: str = getattr(entry.data, "geprueft", None) or ""
    return bool(checked) and any((months_between(note.stand, checked) or 0) > 0 for note in entry.hinweise)

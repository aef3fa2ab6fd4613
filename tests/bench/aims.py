"""What was promised, what was measured, and which of it is missed."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

UNKNOWN = "nicht gemessen"
MET, MISSED = "erreicht", "VERFEHLT"


@dataclass(frozen=True, slots=True)
class Aim:
    """One promise: the figure must not be greater."""

    key: str
    words: str
    greatest: float
    unit: str = ""
    digits: int = 0


AIMS = (
    Aim("stock", "Erster Bau, 1.000 Einträge: Anteil an Material", 0.10, "", 2),
    Aim("second", "Zweiter Bau nach einer Änderung, 1.000: Anteil an Zensical", 0.50, "", 2),
    Aim("cold", "Erster Bau, heutige Größe: Rechenzeit", 2.0, "s", 2),
    Aim("save-242", "Speichern bis Seite, heutige Größe", 100, "ms"),
    Aim("save-1000", "Speichern bis Seite, 1.000", 150, "ms"),
    Aim("save-3000", "Speichern bis Seite, 3.000", 600, "ms"),
    Aim("exponent", "Wachstum der Rechenzeit von 1.000 auf 10.000, Exponent", 1.05, "", 2),
    Aim("memory", "Speicher bei 10.000", 400, "MB"),
    Aim("largest", "Größte HTML-Datei bei 10.000", 300, "kB"),
    Aim("search-core", "Suche bei 10.000: was beim Öffnen geladen wird, gepackt", 250, "kB"),
    Aim("requests", "Anfragen einer Seite, höchstens", 10),
    Aim("search-ready", "Suche, Prozessor vierfach gebremst: öffnen bis bereit", 300, "ms"),
    Aim("search-worst", "Suche, vierfach gebremst: schlechteste Taste", 50, "ms"),
    Aim("search-3000", "Suche, vierfach gebremst, 3.000: mittlere Taste", 60, "ms"),
    Aim("touch", "Kurz-Check, vierfach gebremst: erste Berührung", 100, "ms"),
    Aim("answer", "Kurz-Check, vierfach gebremst: Wirkung einer Antwort", 16, "ms"),
    Aim("files", "Werkstatt, vierfach gebremst: zwölf Dateien öffnen", 200, "ms"),
    Aim("lighthouse", "Lighthouse, neun Arten von Seiten: Punkte, die zu 100 fehlen", 0),
    Aim("paint", "Lighthouse: größtes Element sichtbar, langsamste Seite", 1000, "ms"),
    Aim("movement", "Lighthouse: Verschiebung beim Laden", 0, "", 3),
)


def note(**figures: float) -> None:
    """Keep figures for the table at the end; what measures runs in several programs."""
    path = _kept()
    if path:
        known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        path.write_text(json.dumps(known | figures), encoding="utf-8")


def main() -> None:
    """Print the table."""
    path = _kept()
    figures = json.loads(path.read_text(encoding="utf-8")) if path and path.exists() else {}
    width = max(len(aim.words) for aim in AIMS)
    print(f"\n{'Ziel':{width}}  höchstens    gemessen")
    for aim in AIMS:
        print(f"{aim.words:{width}}  {_figure(aim, aim.greatest):>9}  {_verdict(aim, figures)}")


def _verdict(aim: Aim, figures: dict[str, float]) -> str:
    if aim.key not in figures:
        return f"{UNKNOWN:>14}"
    measured = figures[aim.key]
    return f"{_figure(aim, measured):>10}  {MET if measured <= aim.greatest else MISSED}"


def _figure(aim: Aim, value: float) -> str:
    return f"{value:.{aim.digits}f} {aim.unit}".strip().replace(".", ",")


def _kept() -> Path | None:
    """Return the file of the figures, if a table is wanted at the end."""
    name = os.environ.get("BENCH_FIGURES")
    return Path(name) if name else None


if __name__ == "__main__":
    main()

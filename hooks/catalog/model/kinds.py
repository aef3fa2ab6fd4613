"""The one table of kinds of entry, and how they refer to each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: where it stands in the file and where its pages live."""

    key: str
    einzahl: str
    mehrzahl: str
    section: str
    location: tuple[str, ...]


KINDS = {
    kind.key: kind
    for kind in (
        Kind("empfehlungen", "Empfehlung", "Empfehlungen", "empfehlungen", ("empfehlungen",)),
        Kind("erfolgsfaktoren", "Erfolgsfaktor", "Erfolgsfaktoren", "erfolgsfaktoren", ("erfolgsfaktoren",)),
        Kind("stellschrauben", "Stellschraube", "Stellschrauben", "chefsache", ("stellschrauben",)),
        Kind("argumente", "Argument", "Argumente", "chefsache", ("argumente",)),
        Kind("fragen", "Frage", "Fragen des Kurz-Checks", "kurz-check", ("kurzcheck", "fragen")),
        Kind("zusatzfragen", "Zusatzfrage", "Zusatzfragen", "kurz-check", ("kurzcheck", "zusatzfragen")),
        Kind(
            "auftraege",
            "Auftrag",
            "Aufträge des Musterantrags",
            "musterantrag",
            ("musterantrag", "auftraege"),
        ),
        Kind("beispiele", "Beispiel", "Beispiele", "beispiele", ("beispiele",)),
        Kind("glossar", "Begriff", "Glossar", "glossar", ("glossar",)),
        Kind("quellen", "Quelle", "Quellen", "quellen", ("quellen",)),
    )
}
SECTIONS = {
    "empfehlungen": "Empfehlungen",
    "erfolgsfaktoren": "Erfolgsfaktoren",
    "chefsache": "Chefsache",
    "beispiele": "Beispiele",
    "kurz-check": "Kurz-Check",
    "musterantrag": "Musterantrag",
    "glossar": "Glossar",
    "quellen": "Quellen",
}
# Which kind carries the authored side of a link, and in which field.
# The other side is always computed, so it can never disagree.
AUTHORED = (
    ("empfehlungen", "erfolgsfaktoren", "erfolgsfaktoren"),
    ("empfehlungen", "stellschrauben", "stellschrauben"),
    ("empfehlungen", "fragen", "fragen"),
    ("stellschrauben", "erfolgsfaktoren", "erfolgsfaktoren"),
    ("stellschrauben", "fragen", "fragen"),
    ("argumente", "empfehlungen", "empfehlungen"),
    ("fragen", "erfolgsfaktoren", "erfolgsfaktoren"),
    ("zusatzfragen", "empfehlung", "empfehlungen"),
    ("auftraege", "empfehlungen", "empfehlungen"),
    ("beispiele", "empfehlungen", "empfehlungen"),
    ("beispiele", "erfolgsfaktoren", "erfolgsfaktoren"),
    ("beispiele", "fragen", "fragen"),
    ("glossar", "verwandt", "glossar"),
)
# Ids of a municipality's own entries start like this; the product's never do.
LOCAL_PREFIX = "lokal-"
# Addresses below a section that belong to overview pages.
RESERVED = {
    "beispiele": {"index", "land", "art", "empfehlung"},
    "empfehlungen": {"index", "verknuepfungen"},
}

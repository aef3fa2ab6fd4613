"""The one table of kinds of entry: all that is the same for every entry of a kind.

A new kind is one row here, one model with its field in ``CatalogFile`` and one
template ``templates/catalogue/<key>.html``.  Pages, data, search, checks,
schema and editor snippets follow from the table.  Whoever reads it does so
when it is needed and keeps no copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry.

    Attributes:
        key: its name in addresses of data and in templates.
        genus: the grammatical gender of ``einzahl``.
        einzahl: what one entry is called.
        mehrzahl: what stands above a list of entries.
        section: the part of the site in which the entries have their pages.
        location: where the entries stand in the catalogue.
        zusammenfassung: the field that says in a sentence or two what an entry is about.
        ueberschrift: the field that is the heading of an entry's page.
        gezaehlt: what several are called after a number, where that differs from ``mehrzahl``.
        links: the fields in which links to other entries are written, each with their kind.  The
            other side is always computed, so it can never disagree.
        reserved: ids that are addresses of overview pages in the section.
        per_source_page: how many stand on one page of the source view.
        rank: how far in front search results stand, usually 100; more where an entry answers a question whole.
        gefragt: the words in a query that ask for this kind of entry, whatever it is about.
    """

    key: str
    genus: Literal["m", "f", "n"]
    einzahl: str
    mehrzahl: str
    section: str
    location: tuple[str, ...]
    zusammenfassung: str
    ueberschrift: str = "titel"
    gezaehlt: str = ""
    links: tuple[tuple[str, str], ...] = ()
    reserved: frozenset[str] = frozenset({"index"})
    per_source_page: int = 40
    rank: int = 100
    gefragt: str = ""


_ROWS = (
    Kind(
        key="empfehlungen",
        genus="f",
        einzahl="Empfehlung",
        mehrzahl="Empfehlungen",
        section="empfehlungen",
        location=("empfehlungen",),
        zusammenfassung="kurz",
        links=(
            ("erfolgsfaktoren", "erfolgsfaktoren"),
            ("stellschrauben", "stellschrauben"),
            ("fragen", "fragen"),
        ),
        reserved=frozenset({"index", "verknuepfungen"}),
    ),
    Kind(
        key="erfolgsfaktoren",
        genus="m",
        einzahl="Erfolgsfaktor",
        mehrzahl="Erfolgsfaktoren",
        section="erfolgsfaktoren",
        location=("erfolgsfaktoren",),
        zusammenfassung="kurz",
    ),
    Kind(
        key="stellschrauben",
        genus="f",
        einzahl="Stellschraube",
        mehrzahl="Stellschrauben",
        section="chefsache",
        location=("stellschrauben",),
        zusammenfassung="kurz",
        links=(("erfolgsfaktoren", "erfolgsfaktoren"), ("fragen", "fragen")),
    ),
    Kind(
        key="argumente",
        genus="n",
        einzahl="Argument",
        mehrzahl="Argumente",
        section="chefsache",
        location=("argumente",),
        zusammenfassung="kurz",
        links=(("empfehlungen", "empfehlungen"),),
    ),
    Kind(
        key="fragen",
        genus="f",
        einzahl="Frage",
        mehrzahl="Fragen des Kurz-Checks",
        section="kurz-check",
        location=("kurzcheck", "fragen"),
        zusammenfassung="frage",
        links=(("erfolgsfaktoren", "erfolgsfaktoren"),),
        # A question asks; what answers it comes before it.
        rank=95,
    ),
    Kind(
        key="zusatzfragen",
        genus="f",
        einzahl="Zusatzfrage",
        mehrzahl="Zusatzfragen",
        section="kurz-check",
        location=("kurzcheck", "zusatzfragen"),
        zusammenfassung="frage",
        links=(("empfehlung", "empfehlungen"),),
        rank=95,
    ),
    Kind(
        key="auftraege",
        genus="m",
        einzahl="Auftrag",
        mehrzahl="Aufträge des Musterantrags",
        section="musterantrag",
        location=("musterantrag", "auftraege"),
        zusammenfassung="kurz",
        links=(("empfehlungen", "empfehlungen"),),
    ),
    Kind(
        key="beispiele",
        genus="n",
        einzahl="Beispiel",
        mehrzahl="Beispiele",
        section="beispiele",
        location=("beispiele",),
        zusammenfassung="kurz",
        links=(
            ("empfehlungen", "empfehlungen"),
            ("erfolgsfaktoren", "erfolgsfaktoren"),
            ("fragen", "fragen"),
        ),
        reserved=frozenset({"index", "abdeckung", "land", "art", "groesse", "empfehlung"}),
        # There are many: they would hide what explains a word.
        rank=90,
    ),
    Kind(
        key="leitfaeden",
        genus="m",
        einzahl="Leitfaden",
        mehrzahl="Leitfäden",
        section="leitfaeden",
        location=("leitfaeden",),
        zusammenfassung="kurz",
        links=(
            ("empfehlungen", "empfehlungen"),
            ("erfolgsfaktoren", "erfolgsfaktoren"),
            ("fragen", "fragen"),
            ("zusatzfragen", "zusatzfragen"),
            ("beispiele", "beispiele"),
            ("glossar", "glossar"),
        ),
        rank=103,
        gefragt="Anleitung Schritte vorgehen anfangen",
    ),
    Kind(
        key="vorlagen",
        genus="f",
        einzahl="Vorlage",
        mehrzahl="Vorlagen",
        section="vorlagen",
        location=("vorlagen",),
        zusammenfassung="kurz",
        links=(
            ("leitfaeden", "leitfaeden"),
            ("empfehlungen", "empfehlungen"),
            ("fragen", "fragen"),
            ("beispiele", "beispiele"),
        ),
        rank=90,
        gefragt="Vorlage Muster Mustertext Formular Word",
    ),
    Kind(
        key="kennzahlen",
        genus="f",
        einzahl="Kennzahl",
        mehrzahl="Kennzahlen",
        section="kennzahlen",
        location=("kennzahlen",),
        zusammenfassung="kurz",
        links=(("empfehlungen", "empfehlungen"), ("zusatzfragen", "zusatzfragen")),
        rank=60,
        gefragt="Zahl Anteil Quote Statistik",
    ),
    Kind(
        key="glossar",
        genus="m",
        einzahl="Begriff",
        mehrzahl="Glossar",
        section="glossar",
        location=("glossar",),
        zusammenfassung="erklaerung",
        ueberschrift="begriff",
        gezaehlt="Begriffe",
        links=(("verwandt", "glossar"),),
        rank=104,
        gefragt="Begriff Definition Bedeutung Unterschied",
    ),
    Kind(
        key="laender",
        genus="n",
        einzahl="Land",
        mehrzahl="Länder",
        section="laender",
        location=("laender",),
        zusammenfassung="kurz",
        ueberschrift="land",
        # One of them is as long as ten others.
        per_source_page=4,
        rank=92,
        gefragt="Gesetz Vorschrift Gemeindeordnung Pflicht Förderung Zuschuss Ansprechpartner",
    ),
    Kind(
        key="anlaufstellen",
        genus="f",
        einzahl="Anlaufstelle",
        mehrzahl="Anlaufstellen",
        section="unterstuetzung",
        location=("anlaufstellen",),
        zusammenfassung="kurz",
        links=(("laender", "laender"),),
        # They name the same words again and again; what explains a word comes before them.
        rank=38,
    ),
    Kind(
        key="quellen",
        genus="f",
        einzahl="Quelle",
        mehrzahl="Quellen",
        section="quellen",
        location=("quellen",),
        zusammenfassung="beschreibung",
        reserved=frozenset({"index", "pruefstand"}),
        rank=45,
    ),
)
KINDS = {kind.key: kind for kind in _ROWS}
SECTIONS = {
    "empfehlungen": "Empfehlungen",
    "erfolgsfaktoren": "Erfolgsfaktoren",
    "chefsache": "Chefsache",
    "beispiele": "Beispiele",
    "leitfaeden": "Leitfäden",
    "vorlagen": "Vorlagen",
    "kennzahlen": "Kennzahlen",
    "kurz-check": "Kurz-Check",
    "musterantrag": "Musterantrag",
    "laender": "Länder",
    "unterstuetzung": "Unterstützung",
    "glossar": "Glossar",
    "quellen": "Quellen",
}
# Ids of a municipality's own entries start like this; the product's never do.
LOCAL_PREFIX = "lokal-"


def authored_links() -> Iterator[tuple[Kind, str, Kind]]:
    """Yield which kind carries the written side of a link, in which field, and where it leads."""
    for kind in KINDS.values():
        for field, target in kind.links:
            yield kind, field, KINDS[target]


def section_of(path: str) -> str:
    """Return the section that a page belongs to: the first part of its address."""
    return path.partition("/")[0]


def entry_path(link: str) -> str | None:
    """Return the page of an entry that a text names by section and id (``glossar:agg``), ``None`` for other links."""
    section, colon, id_ = link.partition(":")
    named = colon and not id_.startswith("/") and any(kind.section == section for kind in KINDS.values())
    return f"{section}/{id_}" if named else None

"""What is known of the product's accessibility.  Results follow from what was done; nobody can write “passed”."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..checking.validation import validate
from ..model.base import Id, Model, Name, Tag, Text, Titel
from ..model.settings import Barriere, Barrierengrund
from ..reading.nodes import Written

FILE = Path(__file__).with_name("bericht.yml")
Ergebnis = Literal["erfüllt", "nicht erfüllt", "nicht anwendbar", "ungeprüft"]
ERGEBNISSE: tuple[Ergebnis, ...] = ("nicht erfüllt", "ungeprüft", "nicht anwendbar", "erfüllt")
# The four principles of WCAG, by the first digit of a criterion.
PRINZIPIEN = {"1": "Wahrnehmbar", "2": "Bedienbar", "3": "Verständlich", "4": "Robust"}


class Automatisch(Model):
    """Tests of the project that look at the same thing."""

    id: Id
    titel: Titel
    tests: tuple[Text, ...] = Field(min_length=1)
    """Datei und Name jedes Tests."""


class Person(Model):
    """What somebody found who tried it."""

    wer: Name
    am: Tag
    wie: Text
    """Womit und wie geprüft wurde."""
    ergebnis: Literal["erfüllt", "nicht erfüllt"]


class Kriterium(Model):
    """One success criterion of WCAG 2.2."""

    nr: Name
    id: Id
    """Kennung in der WCAG."""
    stufe: Literal["A", "AA"]
    titel: Titel
    name: Titel
    """Der amtliche englische Name."""
    automatisch: tuple[Id, ...] = ()
    kommt_nicht_vor: Text | None = None
    """Warum es nichts zu prüfen gibt; ein automatischer Test muss das halten."""
    person: Person | None = None


class Geerbt(Barriere):
    """A barrier of the product as a municipality's statement lists it."""

    id: Id
    je_nach_land: bool


class BekannteBarriere(Model):
    """What is open in the product, and so in every copy of it."""

    id: Id
    inhalt: Text
    grund: Barrierengrund
    alternative: Text
    kriterien: tuple[Name, ...] = ()
    """Nummern der Kriterien, die deshalb nicht erfüllt sind."""
    vor_ort: bool = False
    """Ob eine Kommune selbst abhelfen kann, etwa mit einer eigenen Seite."""
    je_nach_land: bool = False
    """Ob erst das Land entscheidet, ob das Fehlende eine Pflicht der Kommunen ist."""
    seit: Tag

    @property
    def offen(self) -> bool:
        """Tell whether it stands against full conformity."""
        return self.in_statement().offen

    def in_statement(self) -> Geerbt:
        """Return it as a municipality's statement lists it."""
        said = self.model_dump(include={"id", "inhalt", "grund", "alternative", "je_nach_land"})
        return Geerbt.model_validate(said)


class Bericht(Model):
    """The whole file."""

    stand: Tag
    """Wann zuletzt alles durchgesehen wurde."""
    automatisch: tuple[Automatisch, ...]
    kriterien: tuple[Kriterium, ...]
    barrieren: tuple[BekannteBarriere, ...] = ()


@dataclass(frozen=True, slots=True)
class Befund:
    """What is known of one criterion."""

    kriterium: Kriterium
    ergebnis: Ergebnis
    am: str
    automatisch: tuple[Automatisch, ...]
    barrieren: tuple[BekannteBarriere, ...]

    @property
    def wie(self) -> str:
        """How it was tested."""
        person = self.kriterium.person
        if person:
            return f"von Hand: {person.wie}, {person.wer}"
        return "automatisch, von keiner Person" if self.automatisch else "nicht getestet"


def read_report(path: Path = FILE) -> Bericht:
    """Read the report.

    Raises:
        CatalogError: the file has problems; all of them.
    """
    written = Written.read(path)
    return validate(Bericht, written.root, written.name)


def befunde(report: Bericht) -> Iterator[Befund]:
    """Yield what is known of every criterion, in the order of the file."""
    tests = {test.id: test for test in report.automatisch}
    for criterion in report.kriterien:
        barriers = tuple(barrier for barrier in report.barrieren if criterion.nr in barrier.kriterien)
        yield Befund(
            criterion,
            _result(criterion, barriers),
            am=criterion.person.am if criterion.person else report.stand,
            automatisch=tuple(tests[id_] for id_ in criterion.automatisch),
            barrieren=barriers,
        )


def counted(report: Bericht) -> dict[str, int]:
    """Return how many criteria have each result; what does not occur is 0."""
    found = Counter(befund.ergebnis for befund in befunde(report))
    return {result: found[result] for result in ERGEBNISSE}


def _result(criterion: Kriterium, barriers: tuple[BekannteBarriere, ...]) -> Ergebnis:
    if barriers:
        return "nicht erfüllt"
    if criterion.person:
        return criterion.person.ergebnis
    return "nicht anwendbar" if criterion.kommt_nicht_vor and criterion.automatisch else "ungeprüft"

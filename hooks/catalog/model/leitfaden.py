"""Guides and indicators as written in the catalogue: advice of the editors, with sources for what is a fact."""

from pydantic import Field

from .base import (
    FruehereIds,
    Id,
    Kurz,
    Model,
    Name,
    NumberedModel,
    Stand,
    Text,
    Titel,
    Verweis,
    verweise,
)


class Schritt(Model):
    """A step of a guide."""

    text: Text
    """Was zu tun ist, in zwei bis vier Sätzen."""
    dauer: Name
    """Wie lange das dauert, zum Beispiel „zwei Wochen“. Eine Schätzung der Redaktion."""
    wer: Name
    """Wer das tut."""


class Belegt(Model):
    """A statement of a guide or an indicator that sources prove."""

    text: Text
    """Die Aussage in eigenen Worten."""
    stand: Stand
    quellen: tuple[Verweis, ...] = Field(min_length=1)
    """Kennungen der Quellen, die das belegen."""


class Leitfaden(Model):
    """A guide to something a municipality wants to do; editorial but for what names its sources."""

    id: Id
    titel: Titel
    kurz: Kurz
    suchworte: tuple[Text, ...] = ()
    """Wie danach gefragt wird. Die Suche findet den Leitfaden damit; auf der Seite stehen die Wörter nicht."""
    zeit: Text
    """Wie lange alles zusammen dauert und wie viele Stunden es braucht. Eine Schätzung der Redaktion."""
    kosten: Text
    """Womit zu rechnen ist. Eine Schätzung der Redaktion."""
    schritte: tuple[Schritt, ...] = Field(min_length=3)
    recht: tuple[Belegt, ...] = ()
    """Was im Gesetz steht oder ein Programm verlangt."""
    zahlen: tuple[Belegt, ...] = ()
    """Beträge und andere Zahlen, die eine Quelle nennt."""
    stolpersteine: tuple[Text, ...] = Field(min_length=2)
    """Was häufig schiefgeht und wie man es vermeidet."""
    wer_hilft: tuple[Belegt, ...] = Field(min_length=1)
    """Stellen, die beraten, fortbilden oder Vorlagen haben."""
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    erfolgsfaktoren: tuple[Verweis, ...] = verweise("erfolgsfaktoren")
    fragen: tuple[Verweis, ...] = verweise("kurzcheck.fragen")
    zusatzfragen: tuple[Verweis, ...] = verweise("kurzcheck.zusatzfragen")
    beispiele: tuple[Verweis, ...] = verweise("beispiele")
    glossar: tuple[Verweis, ...] = verweise("glossar")
    fruehere_ids: FruehereIds = ()


class Kennzahl(NumberedModel):
    """A figure by which a municipality can follow how integration goes."""

    berechnung: Text
    """Wie die Zahl gebildet wird."""
    herkunft: tuple[Belegt, ...] = ()
    """Woher die Zahl kommt, soweit eine Quelle das sagt."""
    fundort: Text
    """Wo in der Verwaltung die Zahl liegt oder wer sie liefert. Rat der Redaktion."""
    sagt_nicht: Text
    """Was die Zahl nicht sagt."""
    empfehlungen: tuple[Verweis, ...] = verweise("empfehlungen")
    zusatzfragen: tuple[Verweis, ...] = verweise("kurzcheck.zusatzfragen")
    fruehere_ids: FruehereIds = ()

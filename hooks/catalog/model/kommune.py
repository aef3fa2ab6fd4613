"""What a municipality adds to the catalogue in its ``katalog.yml``."""

from .base import Eintragsadresse, Link, Model, Stand, Text
from .praxis import Beispiel


class Hinweis(Model):
    """A municipality's note on an entry of the product."""

    eintrag: Eintragsadresse
    text: Text
    """Was vor Ort dazu zu sagen ist, zum Beispiel die zuständige Stelle."""
    stand: Stand
    url: Link | None = None
    """Wo mehr dazu steht."""


class LocalFile(Model):
    """Everything in a municipality's ``katalog.yml``."""

    beispiele: tuple[Beispiel, ...] = ()
    """Eigene Beispiele. Ihre Kennungen beginnen mit „lokal-“."""
    hinweise: tuple[Hinweis, ...] = ()
    """Hinweise, die auf der Seite eines Eintrags erscheinen."""
    ausblenden: tuple[Eintragsadresse, ...] = ()
    """Einträge, die in dieser Fassung nicht erscheinen."""

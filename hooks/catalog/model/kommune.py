"""What a municipality adds to the catalogue in its ``katalog.yml``."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .base import Link, Model, Stand, Text
from .catalogue import Beispiel


def _check_address(text: str) -> str:
    if not re.fullmatch(r"[a-z-]+/[a-z0-9-]+/?", text):
        raise PydanticCustomError("entry_address", "not the address of an entry")
    return text.rstrip("/")


Eintragsadresse = Annotated[
    str,
    AfterValidator(_check_address),
    Field(
        title="Adresse des Eintrags",
        description="Bereich und Kennung, wie in der Adresszeile des Browsers.",
        examples=["empfehlungen/netzwerke"],
    ),
]


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

"""The pages that tests in the browser look at: one of every kind."""

from typing import Any

import pytest
from web import Watch

# One page of every kind, each with its own layout or component.
KINDS_OF_PAGES = [
    "/",
    "/empfehlungen/",
    "/empfehlungen/sprache-und-bildung/",
    "/empfehlungen/verknuepfungen/",
    "/erfolgsfaktoren/",
    "/erfolgsfaktoren/{erfolgsfaktoren}/",
    "/chefsache/",
    "/chefsache/{argumente}/",
    "/chefsache/{stellschrauben}/",
    "/beispiele/",
    "/beispiele/{beispiele}/",
    "/beispiele/land/bayern/",
    "/kurz-check/",
    "/kurz-check/#ergebnis",
    "/kurz-check/#vergleich",
    "/werkstatt/",
    "/werkstatt/#leitfaden",
    "/kurz-check/{fragen}/",
    "/kurz-check/{zusatzfragen}/",
    "/musterantrag/",
    "/musterantrag/{auftraege}/",
    "/leitfaeden/",
    "/leitfaeden/{leitfaeden}/",
    "/vorlagen/",
    "/vorlagen/{vorlagen}/",
    "/kennzahlen/",
    "/kennzahlen/{kennzahlen}/",
    "/was-2007-fehlte/",
    "/laender/",
    "/laender/{laender}/",
    "/unterstuetzung/",
    "/unterstuetzung/{anlaufstellen}/",
    "/glossar/",
    "/glossar/{glossar}/",
    "/quellen/",
    "/quellen/pruefstand/",
    "/quellen/{quellen}/",
    "/daten/",
    "/gestaltung/",
    "/mitmachen/",
    "/selbst-betreiben/",
    "/impressum/",
    "/datenschutz/",
    "/barrierefreiheit/",
    "/barrierefreiheit/pruefbericht/",
    "/quelltext/",
    "/suche/",
    "/gibt-es-nicht/",
]


@pytest.fixture(params=KINDS_OF_PAGES)
def path(request: pytest.FixtureRequest, catalog: Any, watch: Watch) -> str:
    """The address of a page; a kind in braces stands for its first entry."""
    if request.param == "/gibt-es-nicht/":
        watch.expected.append("404")
    return request.param.format(
        **{kind: next(iter(entries), "") for kind, entries in catalog.entries.items()}
    )

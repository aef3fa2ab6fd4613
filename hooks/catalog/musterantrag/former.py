"""Sentences that were published as fields of their own and are now said elsewhere in the Musterantrag."""

import re
from typing import Any

from ..model.musterantrag import Antragstext


def former_fields(text: Antragstext) -> dict[str, Any]:
    """Return the fields of former versions, made of what took their place."""
    return {
        "grundsatz_titel": "Grundsatz",
        "auftraege_titel": "Aufträge an die Verwaltung",
        "auftraege_einleitung": text.auftrag.partition(" {auftrag}")[0],
        "selbsteinschaetzung_zusatz": text.selbsteinschaetzung,
        "hinweis_titel": "Fundstelle",
        "hinweis": re.split(r"(?<=\d\.) (?=[A-Z])", text.empfehlungen_quelle)[0],
        # A list of lines, as it was.
        "unterschrift": [text.unterschrift, text.unterschrift_zeile],
    }

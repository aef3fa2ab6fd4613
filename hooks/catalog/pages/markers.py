"""Marks in hand-written pages that stand for a part of the catalogue: one row per mark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..catalogue.entries import Catalog
from ..catalogue.overviews import KUERZEL, all_examples, matrix, slug
from ..kurzcheck.scoring import FORMEL, REGELN
from ..mitmachen.form import example_form
from ..model.base import KOMMUNENARTEN, LAENDER
from ..musterantrag.plan import neutral_motion
from ..reading.problems import did_you_mean
from .links import UnknownTarget
from .rendering import Contents, Renderer

Values = Callable[[Catalog, Mapping[str, str]], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Marker:
    """What a mark shows.

    Attributes:
        template: the template that it stands for.
        values: computes what the template shows beyond the catalogue itself.
    """

    template: str
    values: Values = lambda _catalog, _ways: {}


MARKERS = {
    "abweichungen": Marker("catalogue/listen/abweichungen.html"),
    "argumente": Marker("catalogue/listen/argumente.html"),
    "auftraege": Marker("catalogue/listen/auftraege.html"),
    "ausgangstexte": Marker("catalogue/listen/ausgangstexte.html"),
    "barrierefreiheit": Marker("kommune/barrierefreiheit.html"),
    "beispiel-formular": Marker(
        "mitmachen/formular.html", lambda catalog, ways: {**ways, **example_form(catalog)}
    ),
    "beispiele": Marker(
        "catalogue/listen/beispiele.html", lambda catalog, _: {"overview": all_examples(catalog)}
    ),
    "belege": Marker("catalogue/listen/belege.html"),
    "datenschutz": Marker("kommune/datenschutz.html"),
    "empfehlungen": Marker("catalogue/listen/empfehlungen.html"),
    "erfolgsfaktoren": Marker("catalogue/listen/erfolgsfaktoren.html"),
    "fragen": Marker("catalogue/listen/fragen.html"),
    "glossar": Marker(
        "catalogue/listen/glossar.html",
        lambda catalog, _: {"begriffe": sorted(catalog.all("glossar"), key=lambda e: slug(e.titel))},
    ),
    "impressum": Marker("kommune/impressum.html"),
    "kurz-check": Marker(
        "kurzcheck/seite.html",
        lambda _catalog, _: {
            "regeln": REGELN,
            "formel": FORMEL,
            "alle_laender": LAENDER,
            "alle_arten": KOMMUNENARTEN,
        },
    ),
    "laenderkarte": Marker(
        "catalogue/listen/laenderkarte.html",
        lambda catalog, _: {"auswahl": all_examples(catalog).filters[0].choices, "kuerzel": KUERZEL},
    ),
    "matrix": Marker("catalogue/listen/matrix.html", lambda catalog, _: {"matrix": matrix(catalog)}),
    "musterantrag": Marker(
        "musterantrag/seite.html",
        lambda catalog, _: {"antrag": neutral_motion(catalog), "alle_laender": LAENDER},
    ),
    "stellschrauben": Marker("catalogue/listen/stellschrauben.html"),
    "vor-ort": Marker("kommune/vor-ort.html"),
    "vorschlagswege": Marker("mitmachen/vorschlagswege.html", lambda _, ways: ways),
}


class Markers:
    """Renders what marks stand for.

    Args:
        ways: how a proposal reaches the editors, see ``mitmachen.form``.
    """

    def __init__(self, renderer: Renderer, catalog: Catalog, ways: Mapping[str, str]) -> None:
        self._renderer = renderer
        self._catalog = catalog
        self._ways = ways

    def __call__(self, name: str, contents: Contents) -> Markup:
        """Render the part of the catalogue that a mark names.

        Raises:
            UnknownTarget: there is no such mark.
        """
        marker = MARKERS.get(name)
        if marker is None:
            raise UnknownTarget(f"Die Marke „{name}“ gibt es nicht.{did_you_mean(name, MARKERS)}")
        values = marker.values(self._catalog, self._ways)
        return self._renderer.render(marker.template, page=contents, **values)

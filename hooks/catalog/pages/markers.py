"""Marks in hand-written pages that stand for a part of the catalogue: one row per mark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..barrierefreiheit.report import PRINZIPIEN, befunde, counted, read_report
from ..catalogue import coverage
from ..catalogue.entries import Catalog
from ..catalogue.figures import figures, recently_checked
from ..catalogue.laender import checked, laender_overview, places
from ..catalogue.long_lists import proofs, terms
from ..catalogue.overviews import STUFEN, all_beispiele, matrix, tile_map
from ..kommune.folder import Fassung
from ..kommune.palette import measures, palette
from ..kommune.values import barrieren_by_grund, own_beispiele
from ..kurzcheck import bogen
from ..kurzcheck.sample import sample_result, weakest
from ..mitmachen.form import beispiel_form
from ..model.kommune import BEREICHE
from ..musterantrag import formular
from ..publishing.links import UnknownTarget
from ..publishing.own_copy import GROUPS, questions
from ..reading.problems import did_you_mean
from ..werkstatt import seite as werkstatt
from .rendering import Contents, Renderer


@dataclass(frozen=True, slots=True)
class Shown:
    """What marks can show: the catalogue, the copy it is shown in, and how proposals reach the editors."""

    catalog: Catalog
    fassung: Fassung
    ways: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Marker:
    """What a mark stands for.

    Attributes:
        template: the template that it stands for.
        values: computes what the template shows beyond the catalogue itself.
    """

    template: str
    values: Callable[[Shown], Mapping[str, Any]] = lambda _: {}


def _list(name: str, values: Callable[[Shown], Mapping[str, Any]] = lambda _: {}) -> Marker:
    return Marker(f"catalogue/listen/{name}.html", values)


def _terms(shown: Shown) -> Mapping[str, Any]:
    return {"begriffe": terms(shown.catalog)}


def _musterantrag(shown: Shown) -> Mapping[str, Any]:
    kommune = shown.fassung.settings.kommune if shown.fassung.oertlich else None
    return formular.page_values(shown.catalog, kommune)


def _kurz_check(shown: Shown) -> Mapping[str, Any]:
    return {**bogen.page_values(shown.catalog), "fragenlisten": werkstatt.code_lists(shown.catalog)}


def _map(shown: Shown) -> Mapping[str, Any]:
    return {"kacheln": tile_map(shown.catalog), "stufen": STUFEN}


def _sample(shown: Shown) -> Mapping[str, Any]:
    result = sample_result(shown.catalog)
    return {"probe": result, "schwaechen": weakest(result), "neue": recently_checked(shown.catalog)}


def _checked(shown: Shown) -> Mapping[str, Any]:
    return {**checked(shown.catalog), "ungeprueft": coverage.longest_unchecked(shown.catalog)}


def _barriers(shown: Shown) -> Mapping[str, Any]:
    return {"barrieren": barrieren_by_grund(shown.fassung.settings.barrierefreiheit)}


def _report(_: Shown) -> Mapping[str, Any]:
    report = read_report()
    found = list(befunde(report))
    return {
        "bericht": report,
        "anzahl": counted(report),
        "getestet": sum(bool(befund.automatisch) for befund in found if befund.ergebnis == "ungeprüft"),
        "prinzipien": [
            (title, [befund for befund in found if befund.kriterium.nr[0] == digit])
            for digit, title in PRINZIPIEN.items()
        ],
    }


def _look(shown: Shown) -> Mapping[str, Any]:
    return {
        "farben": palette(),
        "schriftgroessen": measures("size"),
        "abstaende": measures("gap"),
        **_sample(shown),
        **_map(shown),
        "zahlen": figures(shown.catalog),
        "matrix": matrix(shown.catalog)[:3],
    }


def _coverage(shown: Shown) -> Mapping[str, Any]:
    aims = ("JE_EINTRAG", "JE_LAND", "KLEINE_JE_EINTRAG", "AKTUELL_AB", "KLEIN_UNTER")
    return {"a": coverage.coverage(shown.catalog), **{name: getattr(coverage, name) for name in aims}}


MARKERS = {
    "abdeckung": _list("abdeckung", _coverage),
    "abweichungen": _list("abweichungen"),
    "anlaufstellen": _list("anlaufstellen", lambda shown: places(shown.catalog)),
    "argumente": _list("argumente"),
    "auftraege": _list("auftraege"),
    "auftakt": Marker("start/auftakt.html"),
    "ausgangstexte": _list("ausgangstexte"),
    "barrierefreiheit": Marker("kommune/barrierefreiheit.html", _barriers),
    "beispiel-formular": Marker("mitmachen/formular.html", lambda shown: {**shown.ways, **beispiel_form()}),
    "beispiele": _list("beispiele", lambda shown: {"overview": all_beispiele(shown.catalog)}),
    "belege": _list("belege", lambda shown: {"belege": proofs(shown.catalog)}),
    "bereiche": Marker("kommune/bereiche.html", lambda _: {"bereiche": BEREICHE}),
    "datenschutz": Marker("kommune/datenschutz.html"),
    "empfehlungen": _list("empfehlungen"),
    "empfehlungen-kurz": _list("empfehlungen-kurz"),
    "erfolgsfaktoren": _list("erfolgsfaktoren"),
    "ergebnisprobe": Marker("start/ergebnisprobe.html", _sample),
    "fragen": _list("fragen"),
    "gestaltung": Marker("site/gestaltung.html", _look),
    "glossar": _list("glossar", _terms),
    "grundlage": Marker("start/grundlage.html", lambda shown: {"zahlen": figures(shown.catalog)}),
    "ihre-fassung": Marker(
        "kommune/ihre-fassung.html", lambda shown: {**shown.ways, "gruppen": GROUPS, "fragen": questions()}
    ),
    "impressum": Marker("kommune/impressum.html"),
    "kennzahlen": _list("kennzahlen"),
    "kurz-check": Marker("kurzcheck/seite.html", _kurz_check),
    "laender": _list("laender", lambda shown: laender_overview(shown.catalog)),
    "laenderkarte": _list("laenderkarte", _map),
    "leitfaeden": _list("leitfaeden"),
    "matrix": _list("matrix", lambda shown: {"matrix": matrix(shown.catalog)}),
    "musterantrag": Marker("musterantrag/seite.html", _musterantrag),
    "neues": Marker("start/neues.html", lambda shown: {"neue": recently_checked(shown.catalog)}),
    "pruefbericht": Marker("kommune/pruefbericht.html", _report),
    "pruefstand": _list("pruefstand", _checked),
    "stellschrauben": _list("stellschrauben"),
    "vor-ort": Marker(
        "kommune/vor-ort.html", lambda shown: {"eigene_beispiele": own_beispiele(shown.catalog)}
    ),
    "vorlagen": _list("vorlagen"),
    "vorschlagswege": Marker("mitmachen/vorschlagswege.html", lambda shown: shown.ways),
    "wege": Marker("start/wege.html", _sample),
    "werkstatt": Marker("werkstatt/seite.html", lambda shown: werkstatt.page_values(shown.catalog)),
}


class Markers:
    """Renders what marks stand for."""

    def __init__(self, renderer: Renderer, shown: Shown) -> None:
        self._renderer = renderer
        self._shown = shown

    def __call__(self, name: str, contents: Contents) -> Markup:
        """Render the part of the catalogue that a mark names.

        Raises:
            UnknownTarget: there is no such mark.
        """
        marker = MARKERS.get(name)
        if marker is None:
            raise UnknownTarget(f"Die Marke „{name}“ gibt es nicht.{did_you_mean(name, MARKERS)}")
        values = marker.values(self._shown)
        return self._renderer.render(marker.template, page=contents, **values)

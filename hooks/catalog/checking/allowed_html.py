"""The list of the allowed: elements, attributes and addresses in what a municipality writes.

A value is checked by a function that returns the way out in German, or an
empty text if the value is possible.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

from ..reading.names import host_problem, is_on_the_web

CLASSES = frozenset(
    "einleitung hinweis knopf knopf--leise karten karten--wege karte__art karte__titel karte__text toc".split()
)
_ROLES = frozenset("list listitem note region group img none presentation doc-noteref doc-backlink".split())
_RELATIONS = frozenset(
    "external nofollow noopener noreferrer license author help next prev bookmark tag".split()
)
_OUR_IDS = re.compile(r"__|md-|suche(-|$)|feld-|fehler-|hilfe-|notiz-|angabe-", re.IGNORECASE)

Check = Callable[[str], str]


# Browsers drop these before they read an address, so nothing may hide behind them.
_SKIPPED = re.compile("[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]*):(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ELSEWHERE = "Eigene Seiten laden nichts von fremden Adressen. Legen Sie die Datei in den Ordner „seiten“."
_MAIL_FIELDS = frozenset({"", "subject", "body", "cc", "bcc"})
_NUMBER_ONLY = "Eine Telefonnummer besteht hier aus Ziffern: tel:+49351123456."
_LEADS = "Möglich sind https, http, mailto, tel und der Weg zu einer anderen Seite."


def address_problem(address: str, loads: bool = False) -> str:
    """Return the way out if an address is not possible, else an empty text.

    Args:
        address: as the parser hands it over, entities resolved.
        loads: the browser fetches it by itself, so it has to lie on the same server.
    """
    if _SKIPPED.search(address.strip(" ")) or address != address.strip():
        return "In der Adresse stehen Leerzeichen oder unsichtbare Zeichen. Löschen Sie sie; ein Leerzeichen schreiben Sie %20."
    if "\\" in address:
        return "Schreiben Sie Schrägstriche nach rechts: /."
    if loads:
        return _ELSEWHERE if address.startswith("//") or ":" in address else ""
    if address.startswith("//"):
        return "Schreiben Sie https: davor."
    match = _SCHEME.match(address)
    if not match:
        return ""
    return _leads_nowhere(match["name"].lower(), match["rest"]) or host_problem(unquote(address))


def srcset_problem(value: str) -> str:
    """Return the way out if one of several pictures lies elsewhere."""
    problems = (address_problem(part.split()[0], loads=True) for part in value.split(",") if part.split())
    return next((problem for problem in problems if problem), "")


def _leads_nowhere(scheme: str, rest: str) -> str:
    if scheme == "tel":
        # Star and hash are orders to the telephone or its network.
        return "" if re.fullmatch(r"[^<>\"*#]+", unquote(rest)) else _NUMBER_ONLY
    if scheme == "mailto":
        return _mail_problem(*rest.partition("?")[::2])
    if scheme not in {"https", "http"}:
        return _LEADS
    return (
        ""
        if is_on_the_web(f"{scheme}:{rest}")
        else "Die Adresse ist nicht vollständig. Sie beginnt mit https:// und dem Namen der Website, "
        "der aus Buchstaben, Ziffern, Punkten und Bindestrichen besteht."
    )


def _mail_problem(receivers: str, fields: str) -> str:
    # A line end begins another field, and some mail programs attach files by themselves.
    if not re.fullmatch(r"[^\x00-\x1f<>\"]*", unquote(receivers)) or not receivers + fields:
        return _LEADS
    names = (field.partition("=")[0].lower() for field in fields.split("&"))
    return "" if set(names) <= _MAIL_FIELDS else "Hinter dem „?“ sind nur subject, body, cc und bcc möglich."


def _matches(pattern: str, otherwise: str) -> Check:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda value: "" if compiled.fullmatch(value) else otherwise


def _words(allowed: frozenset[str]) -> Check:
    names = ", ".join(sorted(allowed))
    return lambda value: "" if set(value.lower().split()) <= allowed else f"Möglich sind: {names}."


def _class_problem(value: str) -> str:
    wrong = [name for name in value.split() if name not in CLASSES and not name.startswith("language-")]
    if not wrong:
        return ""
    return f"Lassen Sie die Klasse weg. Möglich sind: {', '.join(sorted(CLASSES))}."


def _id_problem(value: str) -> str:
    if not re.fullmatch(r"[\w.:-]{1,120}", value):
        return "Eine Sprungmarke besteht aus Buchstaben, Ziffern und Bindestrichen."
    if _OUR_IDS.match(value):
        return "So beginnen die Sprungmarken der Website selbst. Geben Sie eine andere an, zum Beispiel {: #abschnitt-1 }."
    return ""


_TEXT = _matches(r"(?s).*", "")
_NUMBER = _matches(r"-?\d{1,4}", "Schreiben Sie eine Zahl.")
_SIZE = _matches(r"\d{1,4}%?", "Schreiben Sie eine Zahl ohne Einheit.")
_NOTHING = _matches(r"(?s).{0,20}", "Lassen Sie den Wert weg.")
_LINK = address_problem
_ALIGN = _matches("left|right|center|justify", "Möglich sind left, center und right.")

EVERYWHERE: dict[str, Check] = {
    "id": _id_problem,
    "class": _class_problem,
    "lang": _matches(
        r"[a-z]{2,8}(-[a-z0-9]{1,8})*", "Schreiben Sie das Kürzel einer Sprache, zum Beispiel „en“."
    ),
    "dir": _matches("ltr|rtl|auto", "Möglich sind ltr, rtl und auto."),
    "title": _TEXT,
    "translate": _matches("yes|no|", "Möglich sind yes und no."),
    "role": _words(_ROLES),
    "aria-label": _TEXT,
    "aria-labelledby": _TEXT,
    "aria-describedby": _TEXT,
    "aria-hidden": _matches("true|false", "Möglich sind true und false."),
    "align": _ALIGN,
}
_CELL = {
    "colspan": _NUMBER, "rowspan": _NUMBER, "headers": _TEXT, "abbr": _TEXT, "width": _SIZE,
    "scope": _matches("col|row|colgroup|rowgroup", "Möglich sind col, row, colgroup und rowgroup."),
    "valign": _matches("top|middle|bottom|baseline", "Möglich sind top, middle und bottom."),
}  # fmt: skip
_PLACED = {"width": _SIZE, "height": _SIZE}
_WITHOUT_OWN = (
    "abbr address aside b bdi bdo br caption cite code dd dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 "
    "hr i kbd mark p pre rp rt ruby s samp section small span strong sub summary sup table tbody tfoot thead "
    "tr u ul var wbr"
)
ELEMENTS: dict[str, dict[str, Check]] = {
    **{name: {} for name in _WITHOUT_OWN.split()},
    "a": {
        "href": _LINK, "hreflang": _TEXT, "download": _TEXT, "rel": _words(_RELATIONS),
        "target": _matches("_blank|_self", "Möglich ist nur _blank."),
        "type": _matches(r"[\w.+/-]+", "Lassen Sie die Angabe weg."),
    },
    "blockquote": {"cite": _LINK},
    "q": {"cite": _LINK},
    "ins": {"cite": _LINK, "datetime": _TEXT},
    "del": {"cite": _LINK, "datetime": _TEXT},
    "time": {"datetime": _TEXT},
    "col": {"span": _NUMBER, "width": _SIZE},
    "colgroup": {"span": _NUMBER},
    "td": _CELL,
    "th": _CELL,
    "details": {"open": _NOTHING},
    "li": {"value": _NUMBER},
    "ol": {"start": _NUMBER, "reversed": _NOTHING, "type": _matches("[1aAiI]", "Möglich sind 1, a, A, i und I.")},
    "img": {
        **_PLACED, "src": lambda url: address_problem(url, loads=True), "srcset": srcset_problem, "sizes": _TEXT,
        "alt": _TEXT, "loading": _matches("lazy|eager", "Möglich sind lazy und eager."),
        "decoding": _matches("async|sync|auto", "Möglich sind async, sync und auto."),
    },
    "picture": {},
    "source": {**_PLACED, "srcset": srcset_problem, "sizes": _TEXT, "media": _TEXT, "type": _TEXT},
}  # fmt: skip

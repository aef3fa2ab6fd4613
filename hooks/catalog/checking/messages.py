"""What each violation of a model is called in German."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ..model.base import LAENDER
from ..model.laender import KUERZEL
from ..reading.names import as_name
from ..reading.nodes import Node
from ..reading.problems import did_you_mean
from .locations import shorten

_SHORT_NAMES = {**dict(zip(KUERZEL, LAENDER, strict=True)), "NRW": "Nordrhein-Westfalen"}


def _field_name(loc: Sequence[object]) -> str:
    """The innermost field name and, for a list item, its position."""
    names = [part for part in loc if isinstance(part, str)]
    name = f"„{names[-1]}“" if names else "Die Datei"
    if loc and isinstance(loc[-1], int):
        return f"Punkt {loc[-1] + 1} in {name}"
    return name


class Context:
    """What a message may need to know about one violation.

    ``in_form`` is for those who answer in a form: they see no file, so there is no line to add and nothing to quote.
    """

    in_form = False

    def __init__(self, error: dict[str, Any], loc: list[object], node: Node, known: list[str]) -> None:
        self.name = _field_name(loc)
        self.key = str(loc[-1]) if loc else ""
        self.input = error.get("input")
        self.limits = error.get("ctx", {})
        self.written = shorten(node.value) if isinstance(node.value, str) else ""
        self.is_item = bool(loc) and isinstance(loc[-1], int)
        self.known = known


def _not_a_text(c: Context) -> str:
    if c.input is None:
        return f"{c.name} ist leer. Ergänzen Sie den Text oder löschen Sie die Zeile."
    if isinstance(c.input, bool):
        meaning = "Ja" if c.input else "Nein"
        return (
            f"{c.name}: Das Wort „{c.written}“ liest YAML als {meaning}. "
            f'Setzen Sie es in Anführungszeichen: "{c.written}"'
        )
    if isinstance(c.input, (int, float)):
        return (
            f"{c.name}: „{c.written}“ liest YAML als Zahl. "
            f'Setzen Sie den Text in Anführungszeichen: "{c.written}"'
        )
    if isinstance(c.input, dict):
        return (
            f"{c.name}: Hier wird ein Text erwartet. Ein Doppelpunkt oder eine geschweifte Klammer im Text "
            "macht daraus ein Feld; setzen Sie den ganzen Text in Anführungszeichen."
        )
    return (
        f"{c.name}: Hier wird ein Text erwartet, keine Liste. "
        "Beginnt der Text mit einer eckigen Klammer oder einem Strich, setzen Sie ihn in Anführungszeichen."
    )


def _not_a_list(c: Context) -> str:
    if c.input is None:
        return f"{c.name} ist leer. Ergänzen Sie Listenpunkte mit „- “ oder löschen Sie die Zeile."
    return f"{c.name}: Hier wird eine Liste erwartet. Beginnen Sie jede Zeile mit „- “."


def _unknown_key(c: Context) -> str:
    hint = did_you_mean(c.key, c.known)
    return f"Das Feld „{shorten(c.key)}“ gibt es hier nicht.{hint or ' Erlaubt sind: ' + ', '.join(c.known) + '.'}"


def _not_fields(c: Context) -> str:
    if not c.key:
        return f"Die Datei besteht nicht aus Abschnitten. Der erste beginnt mit „{c.known[0]}:“."
    place = "" if c.is_item else f"{c.name}: "
    return f"{place}Hier werden Felder mit Namen erwartet, jedes in einer eigenen Zeile."


def _not_allowed(c: Context) -> str:
    allowed = str(c.limits.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
    known = f" {'Möglich ist nur' if len(allowed) == 1 else 'Möglich sind'}: {', '.join(allowed)}."
    if not c.written:
        # A list, fields, or nothing at all: there is no word to quote.
        return f"{c.name}: Hier wird eine einzelne Angabe erwartet.{known}"
    if c.written in allowed:
        return (
            f"{c.name}: Hier wird eine Zahl erwartet. Schreiben Sie sie ohne Anführungszeichen: {c.written}"
        )
    return f"{c.name}: „{c.written}“ ist hier nicht vorgesehen.{_meant(c.written, allowed) or known}"


def _meant(written: str, allowed: list[str]) -> str:
    """Suggest what is allowed: it was abbreviated, has words around it, or looks alike."""
    inside = [
        name for name in allowed if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", written, re.IGNORECASE)
    ]
    name = _SHORT_NAMES.get(written.upper()) or max(inside, key=len, default="")
    return f" Meinten Sie „{name}“?" if name in allowed else did_you_mean(written, allowed)


def _bad_pattern(c: Context) -> str:
    return (
        f"{c.name}: „{c.written}“ ist keine Kennung. Erlaubt sind Kleinbuchstaben ohne Umlaute, "
        f"Ziffern und einzelne Bindestriche{_as_id(c.written)}."
    )


def _as_id(text: str) -> str:
    """Suggest an id for a text, if there is one."""
    id_ = as_name(text)
    return f", zum Beispiel „{id_}“" if id_ else ""


def _not_a_day(c: Context) -> str:
    return f"{c.name}: „{c.written}“ ist kein Datum der Form „2026-11-21“.{_as_day(str(c.input))}"


def _as_day(text: str) -> str:
    """Suggest how to write a day, if there is no doubt which one is meant."""
    digits = re.findall(r"\d+", unicodedata.normalize("NFKC", text))[:3]
    try:
        # Python refuses to read very long numbers, and calendars those that are only long.
        numbers = [int(part) for part in digits]
        day = date(*(numbers if "." not in text else reversed(numbers)))
    except (TypeError, ValueError, OverflowError):
        return ""
    return f" Schreiben Sie „{day}“." if day.year >= 1900 else ""


def _not_a_number(c: Context) -> str:
    return f"{c.name}: Hier wird eine ganze Zahl erwartet, ohne Anführungszeichen. Hier steht „{c.written}“."


def _number_range(c: Context) -> str:
    limit = f"mindestens {c.limits['ge']}" if "ge" in c.limits else f"höchstens {c.limits['le']}"
    return f"{c.name}: Die Zahl {c.written} ist hier nicht möglich, sondern {limit}."


# One entry per pydantic error type that the models can raise; a test proves it is complete.
MESSAGES: dict[str, Callable[[Context], str]] = {
    "missing": lambda c: (
        "Diese Angabe fehlt noch."
        if c.in_form
        else f"Das Feld „{c.key}“ fehlt. Ergänzen Sie eine Zeile „{c.key}: …“."
    ),
    "extra_forbidden": _unknown_key,
    "string_type": _not_a_text,
    "string_too_short": lambda c: f"{c.name} ist leer. Ergänzen Sie den Text.",
    "string_too_long": lambda c: (
        f"{c.name} hat {len(str(c.input))} Zeichen, höchstens {c.limits['max_length']} sind möglich. "
        "Kürzen Sie den Text."
    ),
    "string_pattern_mismatch": _bad_pattern,
    "int_type": _not_a_number,
    "bool_type": lambda c: f"{c.name}: Hier steht nur true oder false, ohne Anführungszeichen.",
    "tuple_type": _not_a_list,
    "model_type": _not_fields,
    "literal_error": _not_allowed,
    "too_short": lambda c: f"{c.name} braucht mindestens {_points(c.limits['min_length'])}.",
    "too_long": lambda c: f"{c.name} darf höchstens {_points(c.limits['max_length'])} haben.",
    "greater_than_equal": _number_range,
    "less_than_equal": _number_range,
    "multiple_of": lambda c: f"{c.name}: Die Zahl {c.written} ist kein Vielfaches von 10.",
    "version_number": lambda c: (
        f"{c.name}: „{c.written}“ ist keine Nummer einer Fassung. Schreiben Sie sie so: „0.2.0“."
    ),
    "origin": lambda c: (
        f"{c.name}: „{c.written}“ ist nicht die Adresse einer Website ohne Pfad. "
        "So sieht sie aus: „https://www.kommune.example“."
    ),
    "page_path": lambda c: (
        f"{c.name}: „{c.written}“ ist keine Seite dieser Website. So sieht sie aus: „vor-ort/beratung“."
    ),
    "unknown_section": lambda c: f"{c.name}: Den Bereich „{c.written}“ gibt es nicht.{_sections(c)}",
    "section_stays": lambda c: (
        f"{c.name}: Der Bereich „{c.written}“ lässt sich nicht ausblenden. {c.limits['reason']} "
        f"Löschen Sie „{c.written}“ hier. Ausblenden lassen sich: {', '.join(c.limits['known'])}."
    ),
    "font_name": lambda c: f"{c.name}: Möglich sind Buchstaben ohne Umlaute, Ziffern und Leerzeichen.",
    "font_file": lambda c: (
        f"{c.name}: „{c.written}“ ist keine Schriftdatei. Möglich sind Namen wie „hausschrift.woff2“."
    ),
    "empty_reference": lambda c: (
        f"{c.name} ist leer. Ergänzen Sie die Kennung eines Eintrags"
        f"{' oder löschen Sie den Listenpunkt' if c.is_item else ''}."
    ),
    "day_form": _not_a_day,
    "no_such_day": lambda c: (
        f"{c.name}: „{c.limits['day']}“ steht in keinem Kalender. Prüfen Sie Jahr, Monat und Tag."
    ),
    "far_away": lambda c: f"{c.name}: Das Jahr in „{c.limits['day']}“ liegt nicht zwischen 1900 und 2100.",
    "http_link": lambda c: (
        f"{c.name}: „{c.written}“ ist keine Adresse im Netz. Sie beginnt mit https:// oder http:// "
        f"und enthält keine Leerzeichen{_odd_in_address(c.written)}."
    ),
    "language_tag": lambda c: (
        f"{c.name}: „{c.written}“ ist kein Kürzel einer Sprache. So sieht es aus: „en“, „tr“ oder „pt-BR“."
    ),
    "reserved_id": lambda c: (
        f"{c.name}: „{c.written}“ ist als Kennung nicht möglich: {c.limits['reason']} Nehmen Sie „{c.written}-2“."
    ),
    "no_markup": lambda c: (
        f"{c.name}: Die Zeichen < und > sind hier nicht möglich. Schreiben Sie reinen Text."
    ),
    "mail_address": lambda c: f"{c.name}: „{c.written}“ ist keine E-Mail-Adresse der Form „name@kommune.de“.",
    "phone_number": lambda c: (
        f"{c.name}: „{c.written}“ ist keine Telefonnummer. Sie beginnt mit 0 oder +49 und besteht "
        "aus Ziffern, zum Beispiel „0351 123456“ oder „(0351) 1234-56“."
    ),
    "colour": lambda c: (
        f"{c.name}: „{c.written}“ ist keine Farbe der Form „#2044aa“."
        f"{'' if c.in_form else ' Setzen Sie die Farbe in Anführungszeichen.'}"
    ),
    "folder_link": lambda c: (
        f"{c.name}: „{c.written}“ ist nicht die Adresse eines Ordners. Sie beginnt mit https://, endet mit einem "
        "Schrägstrich und enthält weder Zugang noch Sonderzeichen, zum Beispiel „https://www.kommune.de/integration/“."
    ),
    "entry_address": lambda c: (
        f"{c.name}: „{c.written}“ ist nicht die Adresse eines Eintrags. So sieht sie aus: „empfehlungen/netzwerke“."
    ),
}


def _odd_in_address(url: str) -> str:
    """Say what an address has that none may have."""
    scheme, slashes, rest = url.partition("//")
    server = re.split("[/?#]", rest)[0]
    if "@" in server:
        return ". Löschen Sie den Zugang vor dem Namen der Website, alles bis zum @"
    if "[" in url or "]" in url:
        return ", der Name der Website keine Klammern"
    if odd := re.search(r"[^\w.:-]", server):
        return f". Im Namen der Website steht kein „{odd[0]}“"
    if ":" in server:
        return ", hinter einem Doppelpunkt nur eine Zahl von 1 bis 65535"
    whole = re.fullmatch(r"[^.]+(\.[^.]+)*\.?", server)
    return ". Im Namen der Website fehlt etwas" if slashes and scheme[:4] == "http" and not whole else ""


def _sections(c: Context) -> str:
    known = c.limits["known"]
    if "/" in c.written and not did_you_mean(c.written, known):
        return " Einzelne Einträge nennen Sie in katalog.yml in der Liste „ausblenden“."
    return did_you_mean(c.written, known) or f" Ausblenden lassen sich: {', '.join(known)}."


def _points(count: int) -> str:
    return "einen Listenpunkt" if count == 1 else f"{count} Listenpunkte"

"""The one style sheet of the site: what pages need of the theme's, then our own.

The theme is installed, never copied: its rules are read from the package and
reduced to those that can match something on our pages.  Our pages carry none
of its classes, so its rules for plain elements remain, 1.7 of 137 kB.
"""

import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import tinycss2

# The theme's classes that our pages carry: none, so of the theme only its rules for plain elements remain.
KEPT_CLASSES: frozenset[str] = frozenset()
# Elements that our pages never hold; their rules would only be ballast.
UNUSED_ELEMENTS = frozenset({"audio", "video", "iframe", "object"})
# Attributes that our pages never carry, or whose looks need a script that is not shipped.
UNUSED_ATTRIBUTES = ("data-md", "data-preview", "dir=rtl", "role=columnheader")
# What outweighs what, whatever its selectors; each sheet says to which layers its rules belong.
LAYERS = ("theme", "base", "components", "tools", "print")
# Our own sheets, in the order in which they build on each other.
SHEETS = (
    "farben",
    "grund",
    "seite",
    "bausteine",
    "formular",
    "uebersichten",
    "start",
    "suche",
    "kurz-check",
    "werkstatt",
    "musterantrag",
    "mitmachen",
    "fassung",
    "gestaltung",
    "druck",
)
_CUSTOM = re.compile(r"--[\w-]+")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
# What no browser needs, once each declaration stands on a line of its own: a tenth of all bytes.
_AFTER_NAME = re.compile(r"^([\w-]+): ", re.MULTILINE)
_NEEDLESS = re.compile(r"(?<=[{};,])\n|;?\n(?=\})| (?=\{\n)")

Rule = Any  # tinycss2 does not publish types


class NoTheme(FileNotFoundError):
    """The theme's package is not installed."""


def style_sheet(own: Path, local: str) -> str:
    """Return the whole style sheet.

    Args:
        own: the folder of our sheets.
        local: the rules of a municipality's colours.

    Raises:
        NoTheme: mkdocs-material is not installed.
    """
    ours = "\n".join(_read(own / f"{name}.css") for name in SHEETS)
    theme = reduced(theme_sheet().read_text(encoding="utf-8"), set(_CUSTOM.findall(ours)))
    order = ", ".join(LAYERS)
    return f"@layer {order};\n@layer theme{{{theme}}}\n{ours}\n@layer base{{\n{local}}}\n"


def theme_sheet() -> Path:
    """Return the theme's main style sheet; the package is needed as files only, nothing of it runs."""
    found = find_spec("material")
    folders = found.submodule_search_locations if found and found.submodule_search_locations else []
    sheets = [
        sheet for folder in folders for sheet in Path(folder).glob("templates/assets/stylesheets/main.*.css")
    ]
    if not sheets:
        raise NoTheme("Das Paket mkdocs-material fehlt. „make site“ richtet es ein.")
    return sheets[0]


def reduced(css: str, properties: Iterable[str] = ()) -> str:
    """Return the rules of a style sheet that our pages need.

    Args:
        css: the theme's rules.
        properties: custom properties that our own sheets read.
    """
    rules = list(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    return _without_unread(rules, set(properties))


def _read(sheet: Path) -> str:
    """Return a sheet without comments and needless space."""
    lines = _SPACE.sub("\n", _COMMENT.sub("", sheet.read_text(encoding="utf-8"))).strip()
    return _NEEDLESS.sub("", _AFTER_NAME.sub(r"\1:", lines))


def _kept(rules: Iterable[Rule]) -> Iterator[tuple[str, Any]]:
    """Yield kept rules as prelude and body; a body is text or, in a condition, rules again."""
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [text for text in _selectors(rule.prelude) if text]
            if selectors:
                yield ",".join(selectors), tinycss2.serialize(rule.content)
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if kept := list(_kept(inner)):
                yield f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}", kept


def _selectors(prelude: list[Any]) -> Iterator[str]:
    """Yield each selector of a list that can match something on our pages."""
    selector: list[Any] = []
    for token in [*prelude, None]:
        if token is None or (token.type == "literal" and token.value == ","):
            if _matches(selector):
                yield tinycss2.serialize(selector).strip()
            selector = []
        else:
            selector.append(token)


def _matches(tokens: list[Any]) -> bool:
    """Tell whether classes, elements and attributes of a selector occur on our pages."""
    before = None
    for token in tokens:
        if token.type == "hash" or (token.type == "[] block" and _is_unused(token)):
            return False
        if token.type == "ident" and not _occurs(token, before):
            return False
        if token.type == "function" and not _matches(list(token.arguments)):
            return False
        before = token
    return True


def _occurs(name: Any, before: Any) -> bool:
    """Tell whether a class or an element occurs; ``before`` is what stands in front of its name."""
    sign = before.value if before is not None and before.type == "literal" else ""
    if sign == ".":
        return name.value in KEPT_CLASSES
    return sign == ":" or name.lower_value not in UNUSED_ELEMENTS


def _is_unused(attribute: Any) -> bool:
    text = attribute.serialize().replace('"', "")
    return any(name in text for name in UNUSED_ATTRIBUTES)


def _without_unread(rules: list[tuple[str, Any]], read: set[str]) -> str:
    """Write the rules without custom properties that nothing reads, until nothing more falls away."""
    while True:
        text = _written(rules, read)
        wanted = read | set(_CUSTOM.findall(re.sub(r"--[\w-]+\s*:", ":", text)))
        if wanted == read:
            return text
        read = wanted


def _written(rules: list[tuple[str, Any]], read: set[str]) -> str:
    parts = []
    for prelude, body in rules:
        inner = _declarations(body, read) if isinstance(body, str) else _written(body, read)
        if inner:
            parts.append(f"{prelude}{{{inner}}}")
    return "".join(parts)


def _declarations(body: str, read: set[str]) -> str:
    found = tinycss2.parse_blocks_contents(body, skip_comments=True, skip_whitespace=True)
    kept = [d for d in found if d.type == "declaration" and (not d.name.startswith("--") or d.name in read)]
    return ";".join(d.serialize() for d in kept)

"""Drawings that a municipality brings along: what may be in them, as one list of the allowed.

A drawing opened by its own address is a page of the site, so it may neither
run nor load anything.  Programs write much that is of no effect; that passes.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from ..reading.problems import Problem

LIMIT = 200_000
_MOST_COPIES = 10_000
_MOST_NOTES = 300_000
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# What drawing programs note for themselves; no browser looks at it.
_INERT = (
    "http://www.inkscape.org/", "http://sodipodi.sourceforge.net/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#", "http://creativecommons.org/ns#", "http://web.resource.org/cc/",
    "http://purl.org/dc/", "http://www.bohemiancoding.com/sketch/", "http://www.figma.com/", "http://www.serif.com/",
    "http://ns.adobe.com/", "http://www.corel.com/", "https://boxy-svg.com", "https://vecta.io/", "http://xml.openoffice.org/",
    "http://vectornator.io", "http://schemas.microsoft.com/visio/",
)  # fmt: skip
ELEMENTS = frozenset(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath title desc "
    "metadata linearGradient radialGradient stop clipPath mask pattern marker image style filter feBlend "
    "feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
# Attributes that hold numbers, words or texts; none of them runs or loads, whatever it says.
_PLAIN = frozenset(
    "id class x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d dx dy rotate points width height viewBox viewbox "
    "preserveAspectRatio version baseProfile enable-background transform gradientUnits gradientTransform "
    "spreadMethod offset patternUnits patternContentUnits patternTransform clipPathUnits maskUnits "
    "maskContentUnits markerUnits markerWidth markerHeight refX refY orient pathLength textLength lengthAdjust "
    "startOffset method spacing side lang role tabindex focusable type media requiredFeatures requiredExtensions "
    "systemLanguage filterUnits primitiveUnits filterRes in in2 result mode stdDeviation values operator k1 k2 k3 "
    "k4 radius tableValues slope intercept amplitude exponent order kernelMatrix divisor bias targetX targetY "
    "edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent "
    "limitingConeAngle azimuth elevation z pointsAtX pointsAtY pointsAtZ scale xChannelSelector yChannelSelector "
    "baseFrequency numOctaves seed stitchTiles contentScriptType contentStyleType zoomAndPan name title".split()
)
# Attributes that a style sheet could hold as well, so they may name an address.
_STYLING = frozenset(
    "style fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility overflow clip clip-path "
    "clip-rule mask mask-type filter flood-color flood-opacity lighting-color stop-color stop-opacity font "
    "font-family font-size font-size-adjust font-stretch font-style font-variant font-weight font-feature-settings "
    "text-anchor text-decoration text-rendering text-align letter-spacing word-spacing writing-mode direction "
    "unicode-bidi baseline-shift alignment-baseline dominant-baseline glyph-orientation-vertical "
    "glyph-orientation-horizontal kerning marker marker-start marker-mid marker-end paint-order shape-rendering "
    "image-rendering color-interpolation color-interpolation-filters color-rendering color-profile vector-effect "
    "isolation mix-blend-mode pointer-events line-height white-space transform-origin transform-box solid-color "
    "solid-opacity".split()
)
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?")
_FUNCTION = re.compile(r"(?P<name>[\w-]*)\s*\(\s*(?P<argument>[^)]*)")
_HARMLESS = frozenset(
    "rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy calc var "
    "not is where nth-child nth-of-type inset circle ellipse polygon blur drop-shadow grayscale".split()
)
# What is drawn again wherever it is named: a mask, a pattern, a marker.
_NAMED = re.compile(r"(?:(?P<property>[\w-]+)\s*:\s*)?url\(\s*[\"']?#(?P<id>[^\"')\s]+)")
_RULE = re.compile(r"(?P<selectors>[^{}]*)\{(?P<declarations>[^{}]*)\}")
_MEDIA_QUERY = re.compile(r"@media[\w\s():,.-]*\{", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(\*/|\Z)", re.DOTALL)
_PICTURE = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_PLAIN_SVG = "Speichern Sie das Bild ohne Zusätze, in Inkscape als „Normales SVG“."


def svg_problems(raw: bytes) -> list[Problem]:
    """Return what keeps an SVG file from being published, by line."""
    if len(raw) > LIMIT:
        return [Problem(0, f"Die Datei ist größer als {LIMIT // 1000} Kilobyte. {_PLAIN_SVG}")]
    return _Reader().read(raw)


def svg_file_problems(path: Path) -> list[Problem]:
    """Return what keeps a file from being published, if it is an SVG image."""
    if path.suffix.lower() != ".svg":
        return []
    with path.open("rb") as stream:
        return svg_problems(stream.read(LIMIT + 1))


# The names around an element, from the inside out; elements side by side share theirs.
_Place = tuple[str, "_Place"] | None


class _Refused(Exception):
    """Reading on would be of no use."""


class _Reader:
    """Takes the events of the parser."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.ordered_attributes = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.XmlDeclHandler = self._declaration
        self._open: list[tuple[str, _Place]] = []
        self._open_styles = 0
        self._copies = _Copies()
        self._styles: list[str] = []

    def read(self, raw: bytes) -> list[Problem]:
        try:
            raw.decode("utf-8")
            self._parser.Parse(raw, True)
        except UnicodeDecodeError:
            self._complain("Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie das Bild neu.")
        except expat.ExpatError as error:
            line = min(error.lineno, raw.count(b"\n") + 1)
            message = f"Die Datei ist kein gültiges SVG. {_PLAIN_SVG}"
            self.problems.append(Problem(line, message))
        except _Refused:
            pass
        if not self.problems and self._copies.too_many():
            message = f"Das Bild besteht aus zu vielen Kopien seiner selbst (use, mask, pattern, marker). {_PLAIN_SVG}"
            self.problems.append(Problem(0, message))
        return self.problems

    def _complain(self, message: str) -> None:
        self.problems.append(Problem(self._parser.CurrentLineNumber, message))

    def _doctype(self, *_: object) -> None:
        self._complain(
            f"DOCTYPE und ENTITY sind nicht erlaubt. Löschen Sie die Stelle „<!DOCTYPE …>“. {_PLAIN_SVG}"
        )
        raise _Refused

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "us-ascii"}:
            self._complain(f"Die Kodierung „{encoding}“ ist nicht möglich. Speichern Sie das Bild in UTF-8.")
            raise _Refused

    def _instruction(self, target: str, _data: str) -> None:
        self._complain(f"Die Anweisung „<?{_short(target)}“ ist nicht erlaubt. Löschen Sie die Zeile.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open and (space, local) != (_SVG, "svg"):
            self._complain(f'Das Bild beginnt nicht mit <svg xmlns="{_SVG}">. {_PLAIN_SVG}')
            if local != "svg":
                raise _Refused
        if not self._open and _has_no_size(attributes):
            self._complain(f"Das Bild hat keine Größe. Prüfen Sie viewBox, width und height. {_PLAIN_SVG}")
        if not space.startswith(_INERT):
            self._check(space, local, attributes)
        place = self._open[-1][1] if self._open else None
        if id_ := attributes.get("id", ""):
            place = (id_, place)
        self._open.append((local, place))
        self._open_styles += local == "style"
        if local == "use":
            target = attributes.get("href") or attributes.get(f"{_XLINK} href") or ""
            self._copies.note(place, target.removeprefix("#"))
        if not space.startswith(_INERT):
            self._copies.look_into(place, attributes)

    def _check(self, space: str, local: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            for message in _attribute_problems(local, key, value):
                self._complain(message)
        if space not in {_SVG, ""} or local not in ELEMENTS:
            self._complain(f"Das Element „{_short(local)}“ ist nicht erlaubt. {_PLAIN_SVG}")

    def _end(self, _: str) -> None:
        name, _place = self._open.pop()
        if name == "style":
            self._open_styles -= 1
            style = "".join(self._styles)
            if problem := _style_problem(style):
                self._complain(problem)
            self._copies.learn(style)
            self._styles.clear()

    def _text(self, text: str) -> None:
        if self._open_styles:
            self._styles.append(text)


class _Copies:
    """Counts how often parts of a drawing are drawn; copies of copies could stop a browser."""

    def __init__(self) -> None:
        self._inside: dict[str, list[str]] = {}
        self._all: list[str] = []
        self._styled: list[tuple[_Place, frozenset[str], int]] = []
        # What the rules of style sheets name, by class; those without one are for all elements.
        self._rules: dict[str, set[tuple[str, str]]] = {}
        self._noted = 0

    def note(self, place: _Place, target: str, times: int = 1) -> None:
        self._noted += times
        if self._noted <= _MOST_NOTES:
            self._all += [target] * times
        while place and self._noted <= _MOST_NOTES:
            id_, place = place
            self._noted += times
            self._inside.setdefault(id_, []).extend([target] * times)

    def look_into(self, place: _Place, attributes: dict[str, str]) -> None:
        """Note what an element names, and remember it for the rules of style sheets."""
        points = len(_NUMBER.findall(attributes.get("d") or attributes.get("points") or "")) // 2
        self._styled.append((place, frozenset(attributes.get("class", "").split()), max(points, 1)))
        for key in _STYLING & attributes.keys():
            for match in _NAMED.finditer(attributes[key]):
                self._note_named(place, match["property"] or key, match["id"], max(points, 1))

    def learn(self, style: str) -> None:
        """Take the rules of a style sheet."""
        for rule in _RULE.finditer(_COMMENT.sub(" ", style)):
            for match in _NAMED.finditer(rule["declarations"]):
                for name in re.findall(r"\.([\w-]+)", rule["selectors"]) or [""]:
                    self._rules.setdefault(name, set()).add((match["property"] or "", match["id"]))

    def _note_named(self, place: _Place, name: str, target: str, corners: int) -> None:
        self.note(place, target, corners if name.lower() in {"marker", "marker-mid"} else 1)

    def too_many(self) -> bool:
        """Tell whether the drawing grows beyond measure, or holds itself."""
        for place, classes, corners in self._styled if self._rules else ():
            for name, target in set().union(*(self._rules.get(name, ()) for name in ("", *classes))):
                self._note_named(place, name, target, corners)
            if self._noted > _MOST_NOTES:
                break
        waiting, drawn = [target for target in self._all if target in self._inside], 0
        while waiting and drawn <= _MOST_COPIES:
            waiting += self._inside.get(waiting.pop(), [])[:_MOST_COPIES]
            drawn += 1
        return drawn > _MOST_COPIES or self._noted > _MOST_NOTES


def _has_no_size(attributes: dict[str, str]) -> bool:
    """Tell whether nothing could be seen: no four numbers for the window, or not one point wide or high."""
    sizes = [attributes[name] for name in ("width", "height") if name in attributes]
    if "viewBox" in attributes:
        numbers = re.split(r"\s*,\s*|\s+", attributes["viewBox"].strip())
        if len(numbers) != 4 or not all(_NUMBER.fullmatch(number) for number in numbers):
            return True
        sizes += numbers[2:]
    starts = [_NUMBER.match(size.strip()) for size in sizes]
    return any(float(start[0]) <= 0 for start in starts if start)


def _attribute_problems(element: str, key: str, value: str) -> Iterator[str]:
    space, _, name = key.rpartition(" ")
    if space.startswith(_INERT):
        return
    if name == "href" and space in {"", _XLINK}:
        if not value.strip().startswith("#") and not (
            element == "image" and _PICTURE.fullmatch(value.strip())
        ):
            yield (
                f"„{_short(value)}“ verweist auf eine andere Adresse. Betten Sie Bilder im Zeichenprogramm ein "
                "und entfernen Sie Verweise."
            )
    elif space == _XLINK or (space == _XML and name in {"space", "lang", "id"}):
        return
    elif not space and name in _STYLING:
        if problem := _style_problem(value):
            yield problem
    elif space or not (name in _PLAIN or name.startswith(("aria-", "data-"))):
        yield f"Das Attribut „{_short(name)}“ ist nicht erlaubt. {_PLAIN_SVG}"


def _style_problem(style: str) -> str:
    plain = _MEDIA_QUERY.sub("{", _COMMENT.sub(" ", style))
    if "\\" in plain or "@" in plain or "<" in plain:
        return f"In den Formaten stehen Zeichen, die nicht erlaubt sind (@, \\ oder <). {_PLAIN_SVG}"
    for match in _FUNCTION.finditer(plain):
        name, argument = match["name"].lower(), match["argument"].strip(" \t\n\"'")
        if name not in _HARMLESS and not (name == "url" and argument.startswith("#")):
            return f"„{_short(match[0])}“ lädt etwas nach oder ist unbekannt. {_PLAIN_SVG}"
    return ""


def _short(text: str) -> str:
    line = "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))
    return line if len(line) <= 40 else line[:39] + "…"

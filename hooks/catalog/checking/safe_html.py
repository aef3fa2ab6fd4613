"""What a municipality may bring along as HTML: one list of the allowed, over the parsed result.

Whatever wrote the HTML, it is parsed the way browsers do, inside a frame like
that of our pages.  Everything not on the list is a problem, and so is markup
that reaches beyond its place.  A list of the forbidden would never be complete.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..reading.markdown_text import TABLE_FRAME
from .allowed_html import ELEMENTS, EVERYWHERE

# The end of the content, as the parser sees it; no page can write it, for the attribute is not on the list.
_END = "data-ende"
_BEFORE = (
    "<!doctype html><html lang=de><head><title>x</title></head><body><header>x</header><main><div><article>"
)
_AFTER = f"<hr {_END}></article></div></main><footer>x<p>x</p></footer></body></html>"
_SHELL: dict[str, dict[str, str]] = {"html": {"lang": "de"}, "body": {}}
_SHAPE = ["html", "head", "title", "body", "header", "main", "div", "article", "footer", "p"]
_DEEPEST = 60
# What browsers take for a remark besides comments, and the ends of the page; Markdown's own signs are "&lt;" by now.
_SWALLOWED = re.compile(r"<(?:[?]|!(?!--)|/(?![A-Za-z])|/(?:body|html)\b)[^<>\n]{0,20}", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FOREIGN = "Eigene Seiten binden nichts Fremdes ein. Verlinken Sie stattdessen: [Name](https://…)."
_FORM = "Eigene Seiten haben keine Formulare. Nennen Sie eine E-Mail-Adresse oder verlinken Sie ein Formular."
_PROGRAM = "Eigene Seiten enthalten keine Programme. Löschen Sie die Stelle."
_LOOKS = (
    "Eigene Seiten haben keine eigenen Formate. Löschen Sie die Stelle; Klassen wie „hinweis“ sind möglich."
)
_DRAWING = (
    "Speichern Sie die Zeichnung als Datei neben der Seite und binden Sie sie ein: ![Beschreibung](bild.svg)."
)
_WAYS_OUT = {
    **dict.fromkeys(("script", "noscript", "template", "slot", "canvas"), _PROGRAM),
    **dict.fromkeys(("style", "link", "font", "center", "marquee"), _LOOKS),
    **dict.fromkeys(("iframe", "object", "embed", "frame", "frameset", "video", "audio", "applet"), _FOREIGN),
    **dict.fromkeys(("form", "input", "button", "select", "textarea", "label", "fieldset", "option"), _FORM),
    **dict.fromkeys(("svg", "math"), _DRAWING),
}
_OTHERWISE = "Löschen Sie das Element oder schreiben Sie die Stelle in Markdown."


class Found(NamedTuple):
    """One thing that is not possible: what it is, the way out, and how to find it in what was written."""

    what: str
    way_out: str
    element: str
    attribute: str = ""
    value: str = ""
    again: int = 0


def problems_of(html: str) -> Iterator[Found]:
    """Yield everything in the HTML of an own page that is not allowed, in its order."""
    # Loaded here because a build without own pages, the usual one, would pay a tenth of its time for it.
    from justhtml import JustHTML

    page = JustHTML(_BEFORE + html + _AFTER, sanitize=False, collect_errors=True)
    end, article, breaks_out = _place_of_content(page.root)
    found = [] if article is None else [*_inside(article, end)]
    yield from found
    if not found:
        swallowed = [*_swallowed(html)]
        yield from breaks_out or swallowed or _stray_ends(page)
        if not swallowed:
            yield from _hidden_comments(page.root, html)


def _inside(article: Any, end: Any) -> Iterator[Found]:
    """Walk the content, without recursion."""
    ids: Counter[str] = Counter()
    waiting = [(node, 1) for node in reversed(article.children)]
    while waiting:
        node, depth = waiting.pop()
        if node.name.startswith("#"):
            yield from _in_text(node)
            continue
        if node is end:
            break
        yield from _in_element(node)
        ids[node.attrs.get("id") or ""] += 1
        if depth == _DEEPEST:
            yield Found(f"<{node.name}> in {depth} Ebenen", "Schachteln Sie weniger tief.", node.name)
        if depth < _DEEPEST and node.name not in {"svg", "math"}:
            waiting += [(child, depth + 1) for child in reversed(node.children)]
    for id_, times in ids.items():
        if id_ and times > 1:
            what = f"Noch einmal dieselbe Sprungmarke „{_short(id_)}“"
            yield Found(what, "Nennen Sie eine um.", "", "id", id_, again=1)


def _in_element(node: Any) -> Iterator[Found]:
    name = node.name
    if name == "div" and node.attrs == TABLE_FRAME:
        return
    if name not in ELEMENTS or node.namespace != "html":
        yield Found(f"„<{_short(name)}>“", _WAYS_OUT.get(name, _OTHERWISE), name)
        return
    for attribute, value in node.attrs.items():
        check = ELEMENTS[name].get(attribute) or EVERYWHERE.get(attribute)
        if check is None:
            what = f"„{_short(attribute)}“ in <{name}>"
            yield Found(what, _way_out_of_attribute(attribute), name, attribute, value or "")
        elif way_out := check(value or ""):
            what = f"„{_short(attribute)}={_short(value or '')}“ in <{name}>"
            yield Found(what, way_out, name, attribute, value or "")
        elif invisible := _INVISIBLE.search(value or ""):
            yield _unseen(invisible[0], name)


def _way_out_of_attribute(name: str) -> str:
    if name.startswith("on"):
        return _PROGRAM
    if name == "style":
        return _LOOKS
    if name == "name":
        return "Eine Sprungmarke schreiben Sie hinter die Überschrift: {: #abschnitt }."
    return "Löschen Sie diese Angabe."


def _in_text(node: Any) -> Iterator[Found]:
    if node.name == "#text" and (match := _INVISIBLE.search(str(node.data or ""))):
        yield _unseen(match[0], "")


def _unseen(char: str, element: str) -> Found:
    code = f"U+{ord(char):04X}"
    return Found(f"Das unsichtbare Zeichen {code}", "Löschen Sie es.", element, "", char)


def _place_of_content(root: Any) -> tuple[Any, Any, list[Found]]:
    """Return the end of the content, the article that holds it, and what shows that it reaches beyond."""
    elements = list(_elements(root))
    article = next((node for node in elements if node.name == "article"), None)
    end = next((node for node in reversed(elements) if _END in node.attrs), None)
    shell = next((node for node in elements if node.name in _SHELL and node.attrs != _SHELL[node.name]), None)
    if shell:
        return end, article, [_outside(shell.name)]
    if end is None or article is None:
        return end, article, [_unclosed(article or root)]
    if end.parent is not article or article.children[-1] is not end:
        inside = _has_ancestor(end, article)
        return end, article, [_never_closed(end.parent.name) if inside else _closes_too_much()]
    shape = [node.name for node in _elements(root, within="article")]
    return end, article, [] if shape == _SHAPE else [_never_closed(_surplus(shape))]


def _elements(root: Any, within: str = "") -> Iterator[Any]:
    """Yield all elements in the order of the page; of one kind not what is inside."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if _is_element(node):
            yield node
        if node.name != within:
            waiting += reversed(node.children or [])


def _is_element(node: Any) -> bool:
    return not node.name.startswith(("#", "!"))


def _has_ancestor(node: Any, wanted: Any) -> bool:
    while node is not None and node is not wanted:
        node = node.parent
    return node is not None


def _unclosed(place: Any) -> Found:
    """The end was swallowed as text: by a comment, or by an element that takes all that follows."""
    *_, last = _elements(place)
    return _never_closed("!--" if last is place else last.name)


def _never_closed(name: str) -> Found:
    shown = "<!--" if name.startswith("!--") else f"<{name}>"
    closing = "-->" if name.startswith("!--") else f"</{name}>"
    return Found(f"„{shown}“ ohne Ende", f"Schließen Sie die Stelle mit {closing}.", name)


def _outside(name: str) -> Found:
    return Found(f"„<{name}>“", "Das Gerüst der Seite steht fest. Löschen Sie diese Zeile.", name)


def _closes_too_much() -> Found:
    way_out = "Löschen Sie überzählige Endmarken wie </div> oder </article>."
    return Found("Mehr Endmarken als Anfänge", way_out, "/")


def _surplus(shape: list[str]) -> str:
    """The first element that the frame does not have: it was left open in the content."""
    return next((name for name, wanted in zip(shape, _SHAPE, strict=False) if name != wanted), "article")


def _stray_ends(page: Any) -> Iterator[Found]:
    for error in page.errors:
        if error.code == "unexpected-end-tag" and (match := re.search(r"</([^\s>]+)>", error.message)):
            name = match[1]
            if name not in {"p", "br"}:
                yield Found(f"„</{_short(name)}>“ ohne Anfang", "Löschen Sie die Endmarke.", f"/{name}")


def _swallowed(html: str) -> Iterator[Found]:
    """Instructions for other programs, and ends without a name: nobody sees them, nor what stands inside."""
    for match in _SWALLOWED.finditer(_COMMENT.sub("", html)):
        way_out = "Browser zeigen die Stelle nicht. Löschen Sie sie, oder schreiben Sie &lt; statt <."
        yield Found(f"„{_short(match[0])}“", way_out, "", "", match[0])


def _hidden_comments(root: Any, html: str) -> Iterator[Found]:
    """Marks for parts of the catalogue are comments: none may stand inside an attribute or a text."""
    comments, waiting = 0, [root]
    while waiting:
        node = waiting.pop()
        comments += node.name == "#comment"
        waiting += node.children or []
    if html.count("<!--") != comments:
        yield Found("„<!--“ mitten in einem Text", "Setzen Sie Anmerkungen in eine eigene Zeile.", "!--")


def _short(text: str) -> str:
    line = "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))
    return line if len(line) <= 60 else line[:59] + "…"

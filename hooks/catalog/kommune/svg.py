"""What keeps an SVG image from being published."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_LOGO_LIMIT = 200_000


def check_svg(text: str) -> Iterator[str]:
    """Yield what keeps an SVG image from being shown as a logo."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield "DOCTYPE und ENTITY sind nicht erlaubt"
        return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        yield "die Datei ist kein gültiges SVG"
        return
    for element in root.iter():
        yield from _svg_problems(element)


def svg_file_problems(path: Path) -> Iterator[str]:
    """Yield what keeps a file from being published, if it is an SVG image."""
    if path.suffix.lower() != ".svg":
        return
    if path.stat().st_size > _LOGO_LIMIT:
        yield f"die Datei ist größer als {_LOGO_LIMIT // 1000} Kilobyte"
        return
    yield from check_svg(path.read_text(encoding="utf-8", errors="replace"))


def _svg_problems(element: Any) -> Iterator[str]:
    name = _local_name(element.tag)
    if name in {"script", "foreignObject"}:
        yield f"das Element „{name}“ ist nicht erlaubt"
    for key, value in element.attrib.items():
        attribute = _local_name(key)
        if attribute.startswith("on"):
            yield f"das Attribut „{attribute}“ ist nicht erlaubt"
        if attribute in {"href", "src"} and not value.startswith(("#", "data:image/")):
            yield f"„{value}“ verweist auf eine andere Adresse"


def _local_name(name: str) -> str:
    return name.rpartition("}")[2]

"""Templates as files for Word and LibreOffice."""

from collections.abc import Callable, Iterator
from functools import partial

from ..catalogue.entries import Catalog
from ..model.praxis import Vorlage
from .writer import FORMATS, Blocks, Format, write_document

NO_ADVICE = "Diese Vorlage ersetzt keine Rechtsberatung. Was in eckigen Klammern steht, füllen Sie aus."


def template_files(catalog: Catalog) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the path of every template below the site's root, and what makes it."""
    for entry in catalog.all("vorlagen"):
        for format_ in FORMATS:
            yield f"{entry.path}.{format_}", partial(_document, entry.data, format_)


def _document(vorlage: Vorlage, format_: Format) -> bytes:
    return write_document(vorlage.titel, blocks(vorlage), format_)


def blocks(vorlage: Vorlage) -> Blocks:
    """Return a template as headings, paragraphs and lists."""
    found: Blocks = [
        {"type": "heading", "level": 1, "text": vorlage.titel},
        {"type": "paragraph", "text": NO_ADVICE},
    ]
    for abschnitt in vorlage.abschnitte:
        found.append({"type": "heading", "level": 2, "text": abschnitt.titel})
        found += [{"type": "paragraph", "text": text} for text in abschnitt.text]
        if abschnitt.punkte:
            found.append({"type": "list", "items": list(abschnitt.punkte)})
    return found

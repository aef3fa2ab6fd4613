"""The neutral Musterantrag as files for Word and LibreOffice."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from ..catalogue.entries import Catalog
from ..documents.writer import write_document
from .plan import neutral_plan

FOLDER = "musterantrag"


FORMATS: tuple[Literal["docx", "odt"], ...] = ("docx", "odt")


def document_files(catalog: Catalog) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the path of every document below the site's root, and what makes it."""
    for format_ in FORMATS:
        yield f"{FOLDER}/Musterantrag.{format_}", partial(_document, catalog, format_)


def _document(catalog: Catalog, format_: Literal["docx", "odt"]) -> bytes:
    blocks = [neutral for block, neutral in neutral_plan(catalog) if block.kind != "insert"]
    return write_document(blocks[0]["text"], blocks, format_)

"""The neutral motion as files for Word and LibreOffice."""

from collections.abc import Iterator
from typing import Literal

from ..catalogue.entries import Catalog
from ..documents.writer import write_document
from .plan import neutral_motion

FOLDER = "musterantrag"


def document_files(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site's root and the content of every document."""
    blocks = [neutral for block, neutral in neutral_motion(catalog) if block.kind != "insert"]
    title = blocks[0]["text"]
    formats: tuple[Literal["docx", "odt"], ...] = ("docx", "odt")
    for format_ in formats:
        yield f"{FOLDER}/Musterantrag.{format_}", write_document(title, blocks, format_)

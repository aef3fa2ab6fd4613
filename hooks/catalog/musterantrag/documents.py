"""The neutral Musterantrag and its Merkblatt as files for Word and LibreOffice."""

from collections.abc import Callable, Iterator
from functools import partial

from ..catalogue.entries import Catalog
from ..documents.writer import FORMATS, Format, write_document
from .plan import neutral_header, neutral_merkblatt, neutral_plan, written

FOLDER = "musterantrag"


def document_files(catalog: Catalog) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the path of every document below the site's root, and what makes it."""
    for format_ in FORMATS:
        yield f"{FOLDER}/Musterantrag.{format_}", partial(_musterantrag, catalog, format_)
        yield f"{FOLDER}/Merkblatt.{format_}", partial(_merkblatt, catalog, format_)


def _musterantrag(catalog: Catalog, format_: Format) -> bytes:
    blocks = written(neutral_plan(catalog))
    return write_document(blocks[0]["text"], blocks, format_, neutral_header(catalog))


def _merkblatt(catalog: Catalog, format_: Format) -> bytes:
    blocks = written(neutral_merkblatt(catalog))
    return write_document(blocks[0]["text"], blocks, format_)

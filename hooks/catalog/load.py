"""Read, validate, check and link a catalogue."""

from pathlib import Path

from .checks import check
from .entries import Catalog
from .model import CatalogFile
from .problems import CatalogError
from .source import read_nodes, read_text
from .validation import validate


def load_catalog(path: Path) -> Catalog:
    """Load a catalogue file.

    Raises:
        CatalogError: with all problems at once.
    """
    return parse_catalog(read_text(path), path.name)


def parse_catalog(text: str, name: str = "catalog.yml") -> Catalog:
    """Load a catalogue from its text; see ``load_catalog``."""
    root = read_nodes(text, name)
    problems = list(check(root))
    try:
        file = validate(CatalogFile, root, name)
    except CatalogError as error:
        problems += error.problems
    if problems:
        raise CatalogError(name, problems)
    return Catalog(file, root, text)

"""Read, validate, check and link a catalogue."""

from pathlib import Path

from ..checking.rules import check, local_prefix_is_free
from ..checking.validation import validate
from ..model.catalogue import CatalogFile
from ..reading.nodes import Node, read_nodes, read_text
from ..reading.problems import CatalogError
from .entries import Catalog
from .overlay import LocalEntries, Localized


def load_catalog(path: Path, local: LocalEntries | None = None) -> Catalog:
    """Load a catalogue file, with a municipality's own entries if there are any.

    Raises:
        CatalogError: with all problems at once.
    """
    return parse_catalog(read_text(path), path.name, local)


def parse_catalog(text: str, name: str = "catalog.yml", local: LocalEntries | None = None) -> Catalog:
    """Load a catalogue from its text; see ``load_catalog``."""
    root = read_nodes(text, name)
    file = _validate(root, name)
    if local is None:
        return Catalog(file, root, text)
    localized = local.apply(root)
    return _localized_catalog(localized, text, name)


def _validate(root: Node, name: str) -> CatalogFile:
    problems = [*check(root), *local_prefix_is_free(root)]
    try:
        file = validate(CatalogFile, root, name)
    except CatalogError as error:
        problems += error.problems
    if problems:
        raise CatalogError(name, problems)
    return file


def _localized_catalog(localized: Localized, text: str, name: str) -> Catalog:
    file = validate(CatalogFile, localized.root, name)
    catalog = Catalog(file, localized.root, _blank(text, localized), localized.hidden)
    for (kind, id_), note in localized.hinweise:
        catalog.get(kind, id_).hinweise.append(note)
    return catalog


def _blank(text: str, localized: Localized) -> str:
    """Empty the lines of hidden entries; all others keep their numbers."""
    lines = text.splitlines()
    for entry in localized.hidden:
        count = entry.end_line - entry.line + 1
        lines[entry.line - 1 : entry.end_line] = ["# in dieser Fassung ausgeblendet", *[""] * (count - 1)]
    return "\n".join([*lines, ""])

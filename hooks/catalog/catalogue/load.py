"""Read, validate, check and link a catalogue."""

from pathlib import Path
from types import MappingProxyType

from ..checking.rules import check, local_prefix_is_free
from ..checking.validation import Known, validate
from ..model.catalogue import CatalogFile
from ..reading.nodes import Written, read_text
from ..reading.problems import CatalogError
from ..reading.reparsing import reparsed
from .entries import Catalog
from .overlay import LocalEntries


def load_catalog(path: Path, local: LocalEntries | None = None, before: Catalog | None = None) -> Catalog:
    """Load a catalogue file, with a municipality's own entries if there are any.

    Args:
        path: the catalogue's file.
        local: the municipality's entries.
        before: what the file gave some time ago; makes loading faster if little has changed.

    Raises:
        CatalogError: with all problems at once.
    """
    if before is None:
        return linked(Written.read(path), local)
    return linked(reparsed(before.written, read_text(path)), local, before.known_items())


def parse_catalog(text: str, name: str = "catalog.yml", local: LocalEntries | None = None) -> Catalog:
    """Load a catalogue from its text; see ``load_catalog``."""
    return linked(Written.parse(text, name), local)


def linked(
    written: Written, local: LocalEntries | None = None, known: Known = MappingProxyType({})
) -> Catalog:
    """Validate, check and link what was written; see ``load_catalog`` and, for ``known``, ``validate``."""
    file = _validate(written, known)
    if local is None:
        return Catalog(written, file, written.root)
    return _localized_catalog(written, local, known)


def _validate(written: Written, known: Known) -> CatalogFile:
    problems = [*check(written.root), *local_prefix_is_free(written.root)]
    try:
        file = validate(CatalogFile, written.root, written.name, known)
    except CatalogError as error:
        problems += error.problems
    if problems:
        raise CatalogError(written.name, problems)
    return file


def _localized_catalog(written: Written, local: LocalEntries, known: Known) -> Catalog:
    localized = local.apply(written.root)
    # The product itself is valid, so what is wrong now stands in the municipality's file.
    file = validate(CatalogFile, localized.root, local.name, known)
    catalog = Catalog(written, file, localized.root, localized.hidden, localized.advice, local.ohne)
    for (kind, id_), note in localized.hinweise:
        catalog.get(kind, id_).hinweise.append(note)
    for (kind, id_), text in localized.wortlaut:
        catalog.get(kind, id_).wortlaut.append(text)
    for (kind, id_), text in localized.ueberholt:
        catalog.get(kind, id_).ueberholt.append(text)
    return catalog

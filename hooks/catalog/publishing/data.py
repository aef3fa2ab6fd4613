"""Catalogue → open data: all of it as JSON, its schema, one CSV per kind."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel

from ..barrierefreiheit.earl import FILE_NAME as EARL_FILE
from ..barrierefreiheit.earl import as_earl
from ..barrierefreiheit.report import read_report
from ..catalogue.entries import Catalog, Eintrag
from ..kommune.folder import NEUTRAL
from ..kommune.settings_file import FILE_NAME as SETTINGS_FILE
from ..kommune.settings_file import template
from ..kurzcheck.probes import probes
from ..kurzcheck.vectors import calculation
from ..mitmachen.vectors import names_to_try
from ..model.base import SCHEMA_VERSION
from ..model.catalogue import CatalogFile
from ..model.kinds import KINDS
from ..model.schema import catalog_schema, local_schema, saved_kurzcheck_schema, settings_schema
from ..musterantrag.former import former_fields
from ..musterantrag.vectors import declension
from ..reading.project import product_version
from ..werkstatt.datei import saved_workshop_schema
from ..werkstatt.probes import workshop_probes
from ..werkstatt.vectors import answer_codes, verdicts
from .own_copy import DATA
from .own_copy import data as own_copy

API = "api/v1"
PRODUCT = "Integration vor Ort"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

# The path of a file below the site's root, and what makes its content when it is asked for.
Made = tuple[str, Callable[[], str | bytes]]


def data_files(catalog: Catalog) -> Iterator[Made]:
    """Yield every data file."""
    yield f"{API}/katalog.json", lambda: to_json(as_open_data(catalog))
    yield f"{API}/katalog.schema.json", lambda: to_json(catalog_schema())
    yield f"{API}/kurzcheck-rechnung.json", lambda: to_json(calculation(catalog))
    yield f"{API}/kurzcheck-datei.schema.json", lambda: to_json(saved_kurzcheck_schema())
    yield f"{API}/kurzcheck-pruefdateien.json", lambda: to_json(probes(catalog))
    if catalog.zeigt("werkstatt"):
        yield from _workshop_files(catalog)
    yield f"{API}/namen-pruefungen.json", lambda: to_json(names_to_try())
    yield f"{API}/{EARL_FILE}", lambda: to_json(as_earl(read_report(), PRODUCT, product_version()))
    yield f"{API}/musterantrag-beugung.json", lambda: to_json(declension(catalog))
    for kind in KINDS.values():
        if catalog.zeigt(kind.section):
            yield f"{API}/{kind.key}.csv", partial(_kind_as_csv, catalog, kind.key)


def _workshop_files(catalog: Catalog) -> Iterator[Made]:
    yield f"{API}/werkstatt-codes.json", lambda: to_json(answer_codes(catalog))
    yield f"{API}/werkstatt-datei.schema.json", lambda: to_json(saved_workshop_schema())
    yield f"{API}/werkstatt-pruefdateien.json", lambda: to_json(workshop_probes(catalog))
    yield f"{API}/werkstatt-urteile.json", lambda: to_json(verdicts(catalog))


def form_files(catalog: Catalog) -> Iterator[Made]:
    """Yield what a municipality needs to set up a folder of its own."""
    if catalog.zeigt("ihre-fassung"):
        yield DATA, lambda: as_script("ivoFassung", partial(own_copy, catalog))
    yield f"{API}/kommune.schema.json", lambda: to_json(settings_schema())
    yield f"{API}/kommune-katalog.schema.json", lambda: to_json(local_schema())
    yield "vorlagen/kommune.yml", lambda: template((NEUTRAL / SETTINGS_FILE).read_text(encoding="utf-8"))


def _kind_as_csv(catalog: Catalog, kind: str) -> str:
    return as_csv(catalog.all(kind))


def as_open_data(catalog: Catalog) -> dict[str, Any]:
    """Return the whole catalogue as plain data, links in both directions as ids."""
    sections = dict(_further_sections(catalog.file))
    sections["musterantrag"]["text"] |= former_fields(catalog.file.musterantrag.text)
    return {
        "schema_version": SCHEMA_VERSION,
        "stand": catalog.file.stand,
        **{kind: [as_record(entry) for entry in catalog.all(kind)] for kind in KINDS},
        **sections,
    }


def _further_sections(file: CatalogFile) -> Iterator[tuple[str, Any]]:
    """Yield what stands in the file beside the entries; these have lists of their own."""
    for name, value in file:
        inside = {kind.location[1] for kind in KINDS.values() if kind.location[:-1] == (name,)}
        if isinstance(value, BaseModel):
            yield name, _dump(value, without=inside)
        elif isinstance(value, tuple) and not any(kind.location == (name,) for kind in KINDS.values()):
            yield name, [_dump(item) for item in value]


def as_record(entry: Eintrag) -> dict[str, Any]:
    """Return one entry: its own fields, its address and all links as ids."""
    record = {"id": entry.id, "titel": entry.titel, "url": entry.url, **_dump(entry.data)}
    for kind, linked in sorted(entry.links.items()):
        # Sources stand beside what they prove, links within a kind in a field of their own.
        if kind not in {"quellen", entry.kind.key}:
            record[kind] = [other.id for other in linked]
    return record


def as_csv(entries: list[Eintrag]) -> str:
    """Return a flat table for spreadsheets: semicolons, byte order mark, lists joined by “ | ”."""
    rows = [{key: _cell(value) for key, value in as_record(entry).items()} for entry in entries]
    columns = list(dict.fromkeys(key for row in rows for key in row))
    table = io.StringIO()
    writer = csv.DictWriter(table, columns, delimiter=";", restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + table.getvalue()


def to_json(value: object) -> str:
    """Return readable JSON with a final newline."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_script(name: str, make: Callable[[], object]) -> str:
    """Return a classic script that sets a global: unlike JSON it loads from a disk, too."""
    text = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.{name} = {text};\n"


def _dump(model: BaseModel, without: set[str] | None = None) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude=without, exclude_none=True)


def _cell(value: object) -> str:
    if isinstance(value, dict):
        # A cell has no field names, so what is not proved would look like a fact.
        return " – ".join(_cell(item) for key, item in value.items() if key != "ungeprueft")
    if isinstance(value, list):
        return " | ".join(_cell(item) for item in value)
    text = "" if value is None else str(value)
    # A leading sign would make a spreadsheet read the text as a formula.
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text

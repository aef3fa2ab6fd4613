"""Keep what a version promises that is about to be released: ``python tests/support/freigabe.py``."""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from catalog.kommune.folder import load_site  # noqa: E402
from catalog.publishing.addresses import page_address  # noqa: E402
from catalog.publishing.data import data_files, form_files  # noqa: E402
from catalog.reading.project import product_version  # noqa: E402
from catalog.site.assets import make_assets  # noqa: E402
from catalog.site.configuration import read_configuration  # noqa: E402
from catalog.site.website import Website  # noqa: E402

# How the text of the catalogue is divided is no promise.
NOT_PROMISED = ("quelltext/",)
# Which sentences the Musterantrag is made of is the product's own affair; what was published of them stays.
NOT_PROMISED_FIELDS = ("katalog.schema.json musterantrag.text.",)


def addresses() -> Iterator[str]:
    """Yield the address of every page of the neutral product, former ones included."""
    configuration = read_configuration(ROOT, {})
    catalog, fassung = load_site(ROOT / "catalog.yml")
    website = Website(configuration, catalog, fassung, make_assets(configuration.overrides, ""))
    for path in website.paths:
        address = page_address(path, offline=False)
        if not address.startswith(NOT_PROMISED):
            yield f"/{address}"


def fields() -> Iterator[str]:
    """Yield every field and every column of the open data of the neutral product."""
    catalog, _ = load_site(ROOT / "catalog.yml")
    for path, make in (*data_files(catalog), *form_files(catalog)):
        name = Path(path).name
        for field in fields_of(name, make()):
            if not f"{name} {field}".startswith(NOT_PROMISED_FIELDS):
                yield f"{name} {field}"


def fields_of(name: str, content: str | bytes) -> set[str]:
    """Return the paths of a file's fields, of a schema those that it describes."""
    if name.endswith(".csv"):
        return set(next(csv.reader(str(content).lstrip("\ufeff").splitlines(), delimiter=";")))
    if name.endswith(".schema.json"):
        schema = json.loads(content)
        return set(_described(schema, schema, "", ()))
    return set(_contained(json.loads(content), "")) if name.endswith((".json", ".jsonld")) else set()


def _contained(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _contained(item, f"{path}[]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            field = f"{path}.{key}".lstrip(".")
            yield field
            # The keys in there are ids of questions.
            if key != "antworten":
                yield from _contained(inner, field)


def _described(part: Any, schema: Any, path: str, seen: tuple[str, ...]) -> Iterator[str]:
    """Follow a schema; the names of its definitions are no promise."""
    reference = part.get("$ref")
    if reference and reference not in seen:
        definition = schema["$defs"][reference.rpartition("/")[2]]
        yield from _described(definition, schema, path, (*seen, reference))
    for key, inner in part.get("properties", {}).items():
        field = f"{path}.{key}".lstrip(".")
        yield field
        yield from _described(inner, schema, field, seen)
    for inner in (*part.get("anyOf", ()), *part.get("oneOf", ()), *part.get("allOf", ())):
        yield from _described(inner, schema, path, seen)
    if isinstance(part.get("items"), dict):
        yield from _described(part["items"], schema, f"{path}[]", seen)


def _keep(name: str, lines: Iterator[str]) -> None:
    target = ROOT / "tests/kommune/freigaben" / product_version() / name
    target.parent.mkdir(exist_ok=True)
    target.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")
    print(f"{target.relative_to(ROOT)} ist geschrieben.")


if __name__ == "__main__":
    _keep("adressen.txt", addresses())
    _keep("felder.txt", fields())

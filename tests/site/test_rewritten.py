"""A catalogue that a YAML tool has rewritten gives the same pages and data."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from book import pages_of
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.publishing.data import data_files


def dumped(**options: Any) -> Callable[[Any], str]:
    writer = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return lambda data: yaml.dump(data, Dumper=writer, **{"sort_keys": False, **options})


REWRITERS: dict[str, Callable[[Any], str]] = {
    "narrow": dumped(width=40, allow_unicode=True),
    "one long line per text": dumped(width=10**9, allow_unicode=True),
    "umlauts as escapes": dumped(),
    "in braces": dumped(default_flow_style=True, allow_unicode=True, width=60),
    "with document marks": dumped(explicit_start=True, explicit_end=True, indent=4, allow_unicode=True),
    "as JSON": lambda data: json.dumps(data, ensure_ascii=False, indent=2),
    "in another order": dumped(sort_keys=True, allow_unicode=True),
}
# Pages follow from the entries; these two differ most from what is written by hand.
ALL_PAGES = {"in braces", "in another order"}


def data_of(catalog: Catalog) -> dict[str, str]:
    return {path: str(make()) for path, make in data_files(catalog)}


def pages(catalog: Catalog) -> dict[str, str]:
    """Every generated page but those with the copy of the catalogue itself."""
    return {
        path: str(page.html) for path, page in pages_of(catalog).items() if not path.startswith("quelltext/")
    }


@pytest.fixture(scope="module")
def data(catalog: Catalog) -> Any:
    return yaml.load(catalog.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@pytest.fixture(scope="module")
def expected_data(catalog: Catalog) -> dict[str, str]:
    return data_of(catalog)


@pytest.fixture(scope="module")
def expected(catalog: Catalog) -> dict[str, str]:
    return pages(catalog)


# The same lines for each writer: counting branches would only take time.
@pytest.mark.no_cover
@pytest.mark.parametrize("rewrite", REWRITERS.values(), ids=REWRITERS.keys())
def test_same_entries_and_data(
    rewrite: Callable[[Any], str], data: Any, catalog: Catalog, expected_data: dict[str, str]
) -> None:
    text = rewrite(data)
    assert "#" not in text.splitlines()[0]
    rewritten = parse_catalog(text)
    assert rewritten.file == catalog.file
    assert data_of(rewritten) == expected_data


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "rewrite",
    [
        pytest.param(rewrite, id=name, marks=() if name in ALL_PAGES else pytest.mark.long)
        for name, rewrite in REWRITERS.items()
    ],
)
def test_same_pages(rewrite: Callable[[Any], str], data: Any, expected: dict[str, str]) -> None:
    assert pages(parse_catalog(rewrite(data))) == expected

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
    return lambda data: yaml.safe_dump(data, sort_keys=False, **options)


REWRITERS: dict[str, Callable[[Any], str]] = {
    "narrow": dumped(width=40, allow_unicode=True),
    "one long line per text": dumped(width=10**9, allow_unicode=True),
    "umlauts as escapes": dumped(),
    "in braces": dumped(default_flow_style=True, allow_unicode=True, width=60),
    "with document marks": dumped(explicit_start=True, explicit_end=True, indent=4, allow_unicode=True),
    "as JSON": lambda data: json.dumps(data, ensure_ascii=False, indent=2),
}


def output(catalog: Catalog) -> dict[str, str]:
    """Every generated file but the copy of the catalogue itself."""
    pages = {
        path: str(page.html) for path, page in pages_of(catalog).items() if not path.startswith("quelltext/")
    }
    return {**pages, **{path: str(make()) for path, make in data_files(catalog)}}


@pytest.fixture(scope="module")
def data(catalog: Catalog) -> Any:
    return yaml.load(catalog.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@pytest.fixture(scope="module")
def expected(catalog: Catalog) -> dict[str, str]:
    return output(catalog)


# The same lines for each writer: counting branches would only take time.
@pytest.mark.no_cover
@pytest.mark.parametrize("rewrite", REWRITERS.values(), ids=REWRITERS.keys())
def test_same_pages_and_data(rewrite: Callable[[Any], str], data: Any, expected: dict[str, str]) -> None:
    text = rewrite(data)
    assert "#" not in text.splitlines()[0]
    assert output(parse_catalog(text)) == expected


@pytest.mark.no_cover
def test_order_of_fields_is_free(data: Any, expected: dict[str, str]) -> None:
    assert output(parse_catalog(yaml.safe_dump(data, allow_unicode=True, sort_keys=True))) == expected

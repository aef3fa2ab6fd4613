"""Protects pages from growing with the catalogue: long lists go on elsewhere, and nothing is lost on the way."""

import re
from copy import deepcopy

import pytest
import yaml
from book import book_of
from catalog.catalogue.load import parse_catalog
from catalog.catalogue.long_lists import ENTRIES_PER_PAGE
from catalog.pages.page import Page
from tiny import TINY

EXAMPLES = 2 * ENTRIES_PER_PAGE + 7
LARGEST = 300_000


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages of a catalogue with more examples than three pages hold."""
    catalogue = yaml.safe_load(TINY.replace("musterstadt-runder-tisch", "beispiel-0"))
    (example,) = catalogue["beispiele"]
    catalogue["beispiele"] = [{**deepcopy(example), "id": f"beispiel-{number}"} for number in range(EXAMPLES)]
    catalog = parse_catalog(yaml.safe_dump(catalogue, allow_unicode=True))
    book = book_of(catalog, texts={"beispiele/index": "<!-- katalog: beispiele -->"})
    return {path: book.page(path) for path in book.paths}


def shown(page: Page) -> list[str]:
    """The examples whose cards stand on a page."""
    return re.findall(r'class="karte__titel" href="\0beispiele/(beispiel-\d+)/"', page.html)


@pytest.mark.parametrize(
    ("first", "further"),
    [
        ("beispiele/index", "beispiele"),
        ("beispiele/land/hessen", "beispiele/land/hessen"),
        ("empfehlungen/netzwerke", "empfehlungen/netzwerke/beispiele"),
    ],
)
def test_every_entry_stands_on_exactly_one_piece_of_a_list(
    pages: dict[str, Page], first: str, further: str
) -> None:
    pieces = [pages[first], pages[f"{further}/seite-2"], pages[f"{further}/seite-3"]]
    found = [id_ for piece in pieces for id_ in shown(piece)]
    assert sorted(found) == sorted({f"beispiel-{number}" for number in range(EXAMPLES)})
    assert len(found) == EXAMPLES


def test_each_piece_leads_to_the_next(pages: dict[str, Page]) -> None:
    assert (
        f'href="\0beispiele/seite-2/">Weitere Einträge: {EXAMPLES - ENTRIES_PER_PAGE}<'
        in pages["beispiele/index"].html
    )
    assert 'href="\0beispiele/seite-3/" rel="next"' in pages["beispiele/seite-2"].html
    assert 'href="\0beispiele/" rel="prev"' in pages["beispiele/seite-2"].html
    assert 'rel="next"' not in pages["beispiele/seite-3"].html


def test_no_page_grows_without_limit(pages: dict[str, Page]) -> None:
    assert {path: len(page.html) for path, page in pages.items() if len(page.html) > LARGEST} == {}

"""How well the examples cover the catalogue, and what the page says of gaps."""

from book import marker
from catalog.catalogue.coverage import JE_EINTRAG, JE_LAND, KLEINE_JE_EINTRAG, coverage, is_small
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from tiny import TINY

SIZE = '        art: "Stadt"\n        einwohner: {zahl: %d, stand: "2022", quelle: papier}\n'


def sized(zahl: int) -> Catalog:
    return parse_catalog(TINY.replace('        art: "Stadt"\n', SIZE % zahl, 1))


def test_the_examples_meet_the_aims(catalog: Catalog) -> None:
    found = coverage(catalog)
    assert [f"{one.eintrag.path}: {one.alle}, {one.kleine}" for one in found.luecken] == []
    assert [f"{row.name}: {row.alle}" for row in found.laender_mit_luecken] == []
    assert 2 * found.aktuelle >= found.beispiele
    assert found.beispiele >= 80
    assert found.kleine >= 40


def test_small_is_a_landkreis_or_a_place_below_the_limit(tiny: Catalog) -> None:
    assert not is_small(tiny.all("beispiele")[0])
    assert is_small(sized(49_999).all("beispiele")[0])
    assert not is_small(sized(50_000).all("beispiele")[0])
    district = parse_catalog(TINY.replace('        art: "Stadt"\n', '        art: "Landkreis"\n', 1))
    assert is_small(district.all("beispiele")[0])


def test_gaps_are_counted_and_named(tiny: Catalog) -> None:
    found = coverage(tiny)
    assert [one.alle for one in found.luecken] == [1, 1, 1]
    assert max(row.alle for row in found.laender) < JE_LAND
    html = marker(tiny, "abdeckung")
    assert f"mindestens {JE_EINTRAG}, davon {KLEINE_JE_EINTRAG}" in html
    assert "verfehlt: Netzwerke, Konzept, Leitbild" in html


def test_a_row_counts_the_examples_of_each_recommendation() -> None:
    rows = {row.name: row for row in coverage(sized(16_774)).groessen}
    assert rows["5.000 bis unter 20.000"].je_empfehlung == (1,)
    assert rows["5.000 bis unter 20.000"].path == "beispiele/groesse/ab-5000"
    assert (rows["ab 500.000"].alle, rows["ab 500.000"].path) == (0, "")

"""What the signs on every example say, and what they say where nobody knows."""

import pytest
from book import pages_of
from catalog.catalogue.coverage import UNKNOWN, longest_unchecked, newest_year, signs
from catalog.catalogue.entries import Catalog, Eintrag
from catalog.catalogue.load import parse_catalog
from tiny import TINY

FIELD = "    empfehlungen: [netzwerke]\n    erfolgsfaktoren: [konzept]\n    fragen: [leitbild]\n    belege:\n"


def example(*replacements: tuple[str, str]) -> Eintrag:
    text = TINY
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return parse_catalog(text).all("beispiele")[0]


def said(beispiel: Eintrag) -> dict[str, tuple[str, bool]]:
    return {sign.name: (sign.text, sign.bekannt) for sign in signs(beispiel)}


def with_field(name: str, value: str) -> tuple[str, str]:
    return FIELD, f"    {name}: {value}\n{FIELD}"


def test_every_example_has_three_signs_in_one_order(catalog: Catalog) -> None:
    for beispiel in catalog.all("beispiele"):
        assert [sign.name for sign in signs(beispiel)] == ["Aufwand", "Beleg", "Stand"]
        assert all(sign.text for sign in signs(beispiel))


def test_effort_says_what_is_named_or_that_nobody_knows() -> None:
    assert said(example())["Aufwand"] == (UNKNOWN, False)
    assert said(example(with_field("kosten", '"Zehn Euro."')))["Aufwand"] == ("Kosten genannt", True)
    both = example(with_field("kosten", '"Zehn Euro."'), with_field("personal", '"Eine Stelle."'))
    assert said(both)["Aufwand"] == ("genannt", True)


@pytest.mark.parametrize(
    ("stand", "year"),
    [
        ("2014-09", 2014),
        ("um 2018–2020", 2020),
        ("ohne Datum (nach 2016)", 2016),
        ("ohne Datum (gesehen 2026-11)", None),
        ("Abrufstand 2024-01", None),
        ("ohne Datum", None),
    ],
)
def test_age_is_the_year_of_the_newest_proof_not_of_looking_at_it(stand: str, year: int | None) -> None:
    proof = '        url: "https://example.org/bericht"\n        stand: "{}"\n'
    beispiel = example((proof.format("2020"), proof.format(stand)))
    assert newest_year(beispiel) == year
    assert said(beispiel)["Stand"] == ((str(year), True) if year else (UNKNOWN, False))


def test_who_was_confirmed_goes_to_the_end_of_the_list(catalog: Catalog) -> None:
    listed = longest_unchecked(catalog)
    assert [seen for _, seen in listed] == sorted((seen for _, seen in listed), key=lambda s: s != UNKNOWN)
    confirmed = parse_catalog(TINY.replace(FIELD, f'    geprueft: "2026-01-31"\n{FIELD}'))
    assert longest_unchecked(confirmed)[0][1] == "2026-01-31"


def test_card_and_page_say_what_ended_and_what_nobody_knows() -> None:
    ended = parse_catalog(TINY.replace(FIELD, f'    laeuft: "nein"\n    lehre: "Es regnete."\n{FIELD}'))
    page = pages_of(ended)["beispiele/musterstadt-runder-tisch"].html
    assert "<span>beendet</span>" in page
    assert "Es regnete." in page
    assert "<dd>Dazu ist nichts belegt.</dd>" in page
    assert page.count("<dd>nicht bekannt</dd>") == 2
    card = pages_of(ended)["beispiele/art/stadt"].html
    assert "Beendet · Aufwand: nicht bekannt · Beleg: mittel (1) · Stand: 2020" in card.striptags()
    assert "Größe nicht bekannt" in card

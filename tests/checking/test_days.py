"""A date is a day of the calendar, in one form; whatever else is written, an editor reads the way out."""

import pytest
from catalog.catalogue.load import parse_catalog
from catalog.checking.statements import yet_to_come
from catalog.reading.problems import CatalogError
from tiny import TINY

FORM = "ist kein Datum der Form „2026-11-21“."
CALENDAR = "steht in keinem Kalender. Prüfen Sie Jahr, Monat und Tag."
DAYS = [
    ("31.12.2026", f"{FORM} Schreiben Sie „2026-12-31“."),
    ("2026-1-5", f"{FORM} Schreiben Sie „2026-01-05“."),
    ("２０２６-０１-０５", f"{FORM} Schreiben Sie „2026-01-05“."),
    ("2026-01-31 12:30:00", f"{FORM} Schreiben Sie „2026-01-31“."),
    ("2026-01-31T12:30:00Z", f"{FORM} Schreiben Sie „2026-01-31“."),
    ("5.1.26", FORM),
    ("31.2.2026", FORM),
    ("morgen", FORM),
    ("2026-1-20000000000000000000", FORM),
    ("", FORM),
    ("2026-02-30", CALENDAR),
    ("2026-13-45", CALENDAR),
    ("1899-12-31", "liegt nicht zwischen 1900 und 2100."),
    ("2101-01-01", "liegt nicht zwischen 1900 und 2100."),
]


def problem(old: str, new: str) -> str:
    assert old in TINY
    with pytest.raises(CatalogError) as caught:
        parse_catalog(TINY.replace(old, new))
    (line,) = caught.value.lines()
    return line


@pytest.mark.parametrize("quote", ['"', ""])
@pytest.mark.parametrize(("written", "message"), DAYS, ids=[written or "leer" for written, _ in DAYS])
def test_what_is_no_day(written: str, message: str, quote: str) -> None:
    if written or quote:
        line = problem('stand: "2026-01-31"', f"stand: {quote}{written}{quote}")
        assert line.startswith("catalog.yml:2: „stand“: ")
        assert line.endswith(message)


@pytest.mark.parametrize("written", ["1900-01-01", "2024-02-29", "2100-12-31"])
def test_what_is_a_day(written: str) -> None:
    assert parse_catalog(TINY.replace("2026-01-31", written)).file.stand == written


@pytest.mark.parametrize(
    "written", ["2024-13", "2026-02-30", "gesehen am 2026-02-30", "31.02.2026", "31. April 2024", "5.13.2024"]
)
def test_no_proof_dates_from_a_day_that_never_was(written: str) -> None:
    assert problem('stand: "2020"', f'stand: "{written}"').endswith(CALENDAR)


@pytest.mark.parametrize("written", ["2062", "2062-01", "2062-01-31"])
def test_an_editor_is_told_of_what_is_yet_to_come(written: str) -> None:
    root = parse_catalog(TINY.replace('stand: "2020"', f'stand: "{written}"')).written.root
    (problem,) = yet_to_come(root, "2026-11-27")
    assert problem.message.endswith(f"„stand“: {written} liegt in der Zukunft.")
    assert yet_to_come(parse_catalog(TINY).written.root, "2026-01-31") == []


@pytest.mark.parametrize(
    "written",
    ["2024-12", "um 2018", "ohne Datum (gesehen 2026-11)", "um 2020/21", "12. Juli 2007", "29.2.2024"],
)
def test_a_proof_may_be_dated_in_words(written: str) -> None:
    assert parse_catalog(TINY.replace('stand: "2020"', f'stand: "{written}"'))


@pytest.mark.parametrize("digits", [10, 20, 5_000])
def test_a_day_of_very_many_digits_is_refused_like_any_other(digits: int) -> None:
    assert FORM in problem('stand: "2026-01-31"', f'stand: "1.1.{"9" * digits}"')

"""The Kurz-Check's reference arithmetic, its published vectors and its file schema."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from catalog.catalogue.entries import Catalog
from catalog.kurzcheck.former import FRUEHERE_REGELN, spread
from catalog.kurzcheck.scoring import (
    REGELN,
    band_of,
    change,
    evaluate,
    median,
)
from catalog.kurzcheck.vectors import fragen_of
from catalog.model.kurzcheck import (
    FILE_FORMAT,
    FILE_VERSION,
    STUFEN,
    TRIFFT_NICHT_ZU,
    WEISS_NICHT,
    GesicherterKurzcheck,
)
from catalog.publishing.data import data_files
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

FIXTURES = Path(__file__).parent
ANSWERS = st.one_of(st.sampled_from(STUFEN), st.sampled_from([WEISS_NICHT, TRIFFT_NICHT_ZU, None]))
GROUPS = st.lists(ANSWERS, max_size=12)


@pytest.fixture(scope="module")
def published(catalog: Catalog) -> dict[str, Any]:
    files = {path: str(make()) for path, make in data_files(catalog)}
    return {path: json.loads(text) for path, text in files.items() if "kurzcheck-" in path}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([40], None),
        ([20, 60], None),
        ([0, 0, 100], 0),
        ([90, 30, 60, 40], 40),
        ([100, 0, 50], 50),
    ],
)
def test_the_median_is_a_value_somebody_chose(values: list[int], expected: int | None) -> None:
    assert median(values) == expected


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (30, 40, "etwa gleich"),
        (40, 30, "etwa gleich"),
        (30, 50, "höher"),
        (50, 30, "niedriger"),
        (None, 0, "nicht vergleichbar"),
        (WEISS_NICHT, 0, "nicht vergleichbar"),
    ],
)
def test_up_to_ten_points_are_no_change(old: Any, new: Any, words: str) -> None:
    assert change(old, new)["urteil"] == words


@pytest.mark.parametrize(("answers", "talk"), [([20, 50], False), ([20, 60], True), ([0, None], False)])
def test_the_former_comparison_keeps_its_bound(answers: list[Any], talk: bool) -> None:
    assert spread(answers)["gespraechsbedarf"] is talk


@given(data=st.data(), answers=GROUPS)
def test_the_order_of_people_never_changed_the_former_comparison(
    data: st.DataObject, answers: list[Any]
) -> None:
    assert spread(answers) == spread(data.draw(st.permutations(answers)))


def test_the_worked_example_by_hand(catalog: Catalog) -> None:
    answers = {"a": 0, "b": 40, "c": 40, "d": 60, "e": 70, "f": WEISS_NICHT}
    result = evaluate(dict.fromkeys("abcdefg", ("x",)), answers, catalog.file.kurzcheck.baender)
    assert result["staerken"] == ["e"]
    assert result["auf_dem_weg"] == ["d"]
    assert result["anfangen"] == ["a", "b", "c"]
    assert result["offen"] == ["f", "g"]
    assert result["empfehlungen"] == [], "five answers are too few to sum up"


EMPFEHLUNGEN = {"a": ("x",), "b": ("x", "y"), "c": ("x",), "d": ("y",), "e": ("z",), "f": ()}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"a": 0, "b": 10, "c": 10, "d": 20, "e": 30}, ["a", "d", "e"]),
        ({"a": 30, "b": 0, "c": 10}, ["b", "c", "a"]),
        ({"a": 0, "b": 10, "c": 20, "d": 60}, ["a", "b", "c"]),
        ({"a": 0, "f": 0}, ["a", "f"]),
        ({"a": 70, "d": 100}, []),
    ],
)
def test_of_each_recommendation_one_as_long_as_there_is_a_choice(
    catalog: Catalog, values: dict[str, int], expected: list[str]
) -> None:
    bands = catalog.file.kurzcheck.baender
    assert evaluate(EMPFEHLUNGEN, values, bands)["ansatzpunkte"] == expected


def test_what_is_put_aside_makes_room_for_the_next(catalog: Catalog) -> None:
    bands = catalog.file.kurzcheck.baender
    values = dict.fromkeys(EMPFEHLUNGEN, 0)
    assert evaluate(EMPFEHLUNGEN, values, bands)["ansatzpunkte"] == ["a", "d", "e"]
    assert evaluate(EMPFEHLUNGEN, values, bands, ["d"])["ansatzpunkte"] == ["a", "e", "f"]
    assert evaluate(EMPFEHLUNGEN, values, bands, list(EMPFEHLUNGEN))["ansatzpunkte"] == []


@given(answers=st.lists(ANSWERS, min_size=13, max_size=13))
def test_three_come_first_where_there_are_three(catalog: Catalog, answers: list[Any]) -> None:
    questions = fragen_of(catalog)
    given_answers = dict(zip(questions, answers, strict=True))
    result = evaluate(questions, given_answers, catalog.file.kurzcheck.baender)
    assert len(result["ansatzpunkte"]) == min(3, len(result["anfangen"]))
    assert set(result["ansatzpunkte"]) <= set(result["anfangen"])


def test_half_way_is_not_called_good(catalog: Catalog) -> None:
    questions = fragen_of(catalog)
    result = evaluate(questions, dict.fromkeys(questions, 50), catalog.file.kurzcheck.baender)
    assert result["staerken"] == []
    assert band_of(50, catalog.file.kurzcheck.baender).id == "auf-dem-weg"


@given(answers=st.lists(ANSWERS, min_size=16, max_size=16))
def test_every_question_is_in_exactly_one_group(catalog: Catalog, answers: list[Any]) -> None:
    questions = fragen_of(catalog, extra=True)
    result = evaluate(questions, dict(zip(questions, answers, strict=True)), catalog.file.kurzcheck.baender)
    groups = [result[name] for name in ("staerken", "auf_dem_weg", "anfangen", "offen")]
    assert sorted(id_ for group in groups for id_ in group) == sorted(questions)
    assert (
        sum(result[name] for name in ("beantwortet", "weiss_nicht", "trifft_nicht_zu", "unbeantwortet")) == 16
    )


@given(answers=st.lists(ANSWERS, min_size=13, max_size=13))
def test_an_unanswered_question_never_counts_as_zero(catalog: Catalog, answers: list[Any]) -> None:
    questions = fragen_of(catalog)
    bands = catalog.file.kurzcheck.baender
    given_answers = dict(zip(questions, answers, strict=True))
    answered = {id_: value for id_, value in given_answers.items() if isinstance(value, int)}
    full, bare = evaluate(questions, given_answers, bands), evaluate(questions, answered, bands)
    for name in ("staerken", "auf_dem_weg", "anfangen", "offen", "empfehlungen"):
        assert full[name] == bare[name]


def test_the_published_document_says_how_it_is_done(published: dict[str, Any], catalog: Catalog) -> None:
    document = published["api/v1/kurzcheck-rechnung.json"]
    assert document["baender"] == [band.model_dump() for band in catalog.file.kurzcheck.baender]
    assert document["beispiel"] == document["vektoren"]["ergebnis"][0]
    assert len(document["vektoren"]["ergebnis"]) >= 10
    assert not re.search(r"\d\.\d|schnitt\w*\":", json.dumps(document)), "no decimals, no averages"
    formula = " ".join(document["formel"])
    assert all(str(number) in formula for number in (REGELN.gleich, REGELN.zusammenfassung))
    assert f"Ab {FRUEHERE_REGELN.gespraech} Punkten bestand Gesprächsbedarf" in formula


def test_the_schema_describes_the_files_of_every_version(published: dict[str, Any]) -> None:
    schema = published["api/v1/kurzcheck-datei.schema.json"]
    Draft202012Validator.check_schema(schema)
    current = json.loads((FIXTURES / f"version-{FILE_VERSION}.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(current)
    assert current["format"] == FILE_FORMAT
    missing = [v for v in range(1, FILE_VERSION + 1) if not (FIXTURES / f"version-{v}.json").exists()]
    assert missing == [], "every version ever written keeps a file in the tests"


def test_the_schema_gives_every_published_file_its_verdict(published: dict[str, Any]) -> None:
    validator = Draft202012Validator(published["api/v1/kurzcheck-datei.schema.json"])
    for probe in published["api/v1/kurzcheck-pruefdateien.json"]["proben"]:
        assert is_valid(validator, probe["text"]) == probe["schema"], probe["name"]
        # What a reader loads whole, the schema accepts.
        assert probe["schema"] or probe["geladen"] != "ganz", probe["name"]


def is_valid(validator: Draft202012Validator, text: str) -> bool:
    try:
        return validator.is_valid(json.loads(text))
    except ValueError:
        return False


@pytest.mark.parametrize("answer", [5, -10, 110, "0", 50.5, True, "weiß nicht", [], {}])
def test_the_schema_refuses_what_is_no_answer(answer: Any) -> None:
    question = {"id": "leitbild", "nr": 2, "titel": "", "frage": "", "antwort": answer, "notiz": ""}
    check = {"format": FILE_FORMAT, "version": 1, "katalog_stand": "", "name": "", "datum": "2026-11-21"}
    with pytest.raises(ValueError, match="antwort"):
        GesicherterKurzcheck.model_validate_json(
            json.dumps({**check, "land": "", "art": "", "fragen": [question]})
        )

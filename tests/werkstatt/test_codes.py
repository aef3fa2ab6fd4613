"""Answers as a short code: nothing is lost, and no slip of a hand gives the answers of somebody else."""

from itertools import combinations

import pytest
from catalog.catalogue.entries import Catalog
from catalog.kurzcheck.scoring import Answer
from catalog.werkstatt import fragenlisten
from catalog.werkstatt.codes import (
    ALPHABET,
    ANSWERS,
    LENGTHS,
    STAEDTE,
    TWINS,
    InvalidCode,
    decode,
    encode,
    spoken,
    suggestions,
)
from catalog.werkstatt.fragenlisten import RELEASED, Fragenliste
from hypothesis import given, settings
from hypothesis import strategies as st

# All 31 versions in use, each with as many questions as its code holds: the hardest case.
ALL_VERSIONS = {
    most: [Fragenliste(version, tuple(f"frage-{place}" for place in range(most))) for version in range(1, 32)]
    for most, _, _ in LENGTHS
}
KNOWN = [version for lists in ALL_VERSIONS.values() for version in lists]


@st.composite
def answer_sets(draw: st.DrawFn) -> tuple[int, list[Answer]]:
    count = draw(st.sampled_from(sorted(ALL_VERSIONS)))
    answers = draw(st.lists(st.sampled_from(ANSWERS), min_size=count, max_size=count))
    return draw(st.integers(1, 31)), answers


def is_valid(signs: list[str]) -> bool:
    try:
        decode("".join(signs), KNOWN)
    except InvalidCode:
        return False
    return True


@given(answer_sets())
def test_every_set_of_answers_survives(given_answers: tuple[int, list[Answer]]) -> None:
    version, answers = given_answers
    questions, read = decode(encode(answers, version), ALL_VERSIONS[len(answers)])
    assert (questions.version, read) == (version, answers)


@pytest.mark.parametrize("count", [1, 12, 14, 16, 18, 21])
@given(st.data())
def test_lists_that_do_not_fill_their_code_survive_too(count: int, data: st.DataObject) -> None:
    answers = data.draw(st.lists(st.sampled_from(ANSWERS), min_size=count, max_size=count))
    questions = Fragenliste(7, tuple(f"frage-{place}" for place in range(count)))
    assert decode(encode(answers, 7), [questions]) == (questions, answers)


@settings(max_examples=20)
@given(answer_sets())
def test_no_single_wrong_character_slips_through_in_any_version(made: tuple[int, list[Answer]]) -> None:
    version, answers = made
    signs = list(encode(answers, version).replace("-", ""))
    for place, sign in enumerate(signs):
        for other in ALPHABET.replace(sign, ""):
            assert not is_valid([*signs[:place], other, *signs[place + 1 :]])


@settings(max_examples=20)
@given(answer_sets())
def test_no_swap_of_any_two_characters_slips_through(made: tuple[int, list[Answer]]) -> None:
    version, answers = made
    signs = list(encode(answers, version).replace("-", ""))
    for one, other in combinations(range(len(signs)), 2):
        if signs[one] != signs[other]:
            swapped = list(signs)
            swapped[one], swapped[other] = signs[other], signs[one]
            assert not is_valid(swapped)


@settings(max_examples=10)
@given(answer_sets(), st.data())
def test_a_slip_is_offered_for_repair_and_never_repaired(
    made: tuple[int, list[Answer]], data: st.DataObject
) -> None:
    version, answers = made
    lists = [one for one in ALL_VERSIONS[len(answers)] if one.version == version]
    code = encode(answers, version)
    place = data.draw(st.sampled_from([place for place, sign in enumerate(code) if sign != "-"]))
    wrong = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    slip = code[:place] + wrong + code[place + 1 :]
    with pytest.raises(InvalidCode):
        decode(slip, lists)
    assert code in suggestions(slip, lists)


def test_people_may_write_a_code_in_many_ways() -> None:
    lists = [Fragenliste(version, ids) for version, ids in RELEASED.items()]
    expected = decode("1M74-DSP7-6K1X", lists)
    for text in ("1m74dsp76k1x", "lm74 dsp7 6kix", " 1M74 – DSP7 – 6K1X ", "1-M-7-4-D-S-P-7-6-K-I-X"):
        assert decode(text, lists) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("8ZEM-WB51-2V0", "zeichen-fehlt"),
        ("8ZEM-WB51-2V0SS", "zeichen-zu-viel"),
        ("8ZEM-WB51-2V0S-7", "zeichen-zu-viel"),
        ("8ZEM-WB51", "laenge"),
        ("8ZEM-WB51-2V0%", "fremdes-zeichen"),
        ("0000-0000-0000", "pruefzeichen"),
    ],
)
def test_what_is_no_code_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidCode, match=f"^{reason}$"):
        decode(text, KNOWN)


def test_a_code_of_another_list_says_so() -> None:
    with pytest.raises(InvalidCode, match="fragenliste"):
        decode(encode([50] * 13, 30), [Fragenliste(1, RELEASED[1])])


def test_every_letter_of_a_code_can_be_spoken() -> None:
    letters = {sign for sign in ALPHABET if sign.isalpha()}
    assert set(STAEDTE) == letters
    assert all(town.startswith(sign) for sign, town in STAEDTE.items())
    assert not set(TWINS) & set(ALPHABET)
    assert spoken("8ZEM-WB51") == "8, Zwickau, Essen, München – Wuppertal, Berlin, 5, 1"


def test_the_questions_of_the_catalogue_are_a_released_list(catalog: Catalog) -> None:
    """Other questions need a row of their own in RELEASED: the old ones stay, codes on paper stay readable."""
    assert list(fragenlisten.fragenlisten(catalog)) == [
        Fragenliste(version, ids) for version, ids in RELEASED.items()
    ]
    asked = tuple(frage.id for frage in catalog.all("fragen"))
    assert asked in RELEASED.values()


def test_lists_of_a_municipality_have_numbers_of_their_own(tiny: Catalog) -> None:
    local = [one for one in fragenlisten.fragenlisten(tiny) if one.version not in RELEASED]
    assert local
    numbers = [one.version for one in local]
    assert len(set(numbers)) == len(numbers)
    assert all(fragenlisten.FIRST_LOCAL <= number <= fragenlisten.LAST_LOCAL for number in numbers)

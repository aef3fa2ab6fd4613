"""Answers ↔ a code that people can speak, write on a flip chart, type and scan: scheme K1.

Crockford's digits and letters in groups of four.  Answers are numbers to the base 14, chained so that equal
answers do not look alike, then written to the base 32.  Two or three characters check the word over GF(32) with
x⁵ + x² + 1: read as a polynomial it is 0 at α, the version of the list of questions at α², and 0 at α³.  The
version costs no character, and no single wrong character and no swap of two makes a valid code of any version.
A code is not encrypted.
"""

from collections.abc import Iterator, Sequence

from ..kurzcheck.scoring import Answer
from ..model.kurzcheck import STUFEN, TRIFFT_NICHT_ZU, WEISS_NICHT
from .fragenlisten import Fragenliste

SCHEME = "K1"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TWINS = {"O": "0", "I": "1", "L": "1", "U": "V"}
ANSWERS: tuple[Answer, ...] = (*STUFEN, WEISS_NICHT, TRIFFT_NICHT_ZU, None)
# Most questions, characters that hold answers, characters that check them.
LENGTHS = ((13, 10, 2), (17, 13, 3), (22, 17, 3))
START = 5
STEP = 3
GROUP = 4
MOST_SUGGESTIONS = 3

# How letters are spoken, after DIN 5009:2022; digits are spoken as they are.
STAEDTE = {
    "A": "Aachen", "B": "Berlin", "C": "Chemnitz", "D": "Düsseldorf", "E": "Essen", "F": "Frankfurt",
    "G": "Goslar", "H": "Hamburg", "J": "Jena", "K": "Köln", "M": "München", "N": "Nürnberg", "P": "Potsdam",
    "Q": "Quickborn", "R": "Rostock", "S": "Salzwedel", "T": "Tübingen", "V": "Völklingen",
    "W": "Wuppertal", "X": "Xanten", "Y": "Ypsilon", "Z": "Zwickau",
}  # fmt: skip


class InvalidCode(ValueError):
    """A text is no code; the argument says why in one word."""


def _powers() -> tuple[int, ...]:
    """Return α⁰ to α³⁰ in GF(32)."""
    powers = [1]
    while len(powers) < 31:
        doubled = powers[-1] << 1
        powers.append(doubled ^ 0b100101 if doubled & 32 else doubled)
    return tuple(powers)


_POWERS = _powers()
_LOGS = {value: power for power, value in enumerate(_POWERS)}


def encode(answers: Sequence[Answer], version: int) -> str:
    """Return the code of answers in the order of their list."""
    data_length, check_length = _lengths(len(answers))
    number, previous = 0, START
    for place, answer in enumerate(answers):
        previous = (ANSWERS.index(answer) + previous + STEP * place) % len(ANSWERS)
        number = number * len(ANSWERS) + previous
    data = [number >> 5 * (data_length - 1 - place) & 31 for place in range(data_length)]
    return _grouped(data + _checks(data, check_length, version))


def decode(text: str, lists: Sequence[Fragenliste]) -> tuple[Fragenliste, list[Answer]]:
    """Read a code.

    Raises:
        InvalidCode: it is none, or none of these lists.
    """
    word = _word(text)
    _, data_length, check_length = _shape(len(word))
    first, version, *rest = (_at(word, power) for power in range(1, check_length + 1))
    if first or any(rest) or not version:
        raise InvalidCode("pruefzeichen")
    questions = next((one for one in lists if one.version == version and _fits(one, data_length)), None)
    if questions is None:
        raise InvalidCode("fragenliste")
    number = 0
    for symbol in word[:data_length]:
        number = number << 5 | symbol
    if number >= len(ANSWERS) ** len(questions.fragen):
        raise InvalidCode("pruefzeichen")
    return questions, _unchained(number, len(questions.fragen))


def suggestions(text: str, lists: Sequence[Fragenliste]) -> list[str]:
    """Return valid codes that differ in one character or a swap of neighbours; never to be applied unasked."""
    found: list[str] = []
    for word in _neighbours(_word(text)):
        code = _grouped(word)
        if code not in found and _is_valid(code, lists):
            found.append(code)
    return found[:MOST_SUGGESTIONS]


def spoken(code: str) -> str:
    """Return how a code is read out."""
    groups = code.split("-")
    return " – ".join(", ".join(STAEDTE.get(sign, sign) for sign in group) for group in groups)


def _lengths(questions: int) -> tuple[int, int]:
    return next((data, check) for most, data, check in LENGTHS if questions <= most)


def _fits(questions: Fragenliste, data_length: int) -> bool:
    return _lengths(len(questions.fragen))[0] == data_length


def _shape(length: int) -> tuple[int, int, int]:
    valid = {data + check: (most, data, check) for most, data, check in LENGTHS}
    if length in valid:
        return valid[length]
    if length + 1 in valid:
        raise InvalidCode("zeichen-fehlt")
    raise InvalidCode("zeichen-zu-viel" if length - 1 in valid else "laenge")


def _word(text: str) -> list[int]:
    """Return the numbers of a code's characters as people may have written them."""
    signs = "".join(text.split()).replace("-", "").replace("–", "").upper()
    symbols = [ALPHABET.find(TWINS.get(sign, sign)) for sign in signs]
    if -1 in symbols:
        raise InvalidCode("fremdes-zeichen")
    return symbols


def _grouped(word: Sequence[int]) -> str:
    signs = "".join(ALPHABET[symbol] for symbol in word)
    return "-".join(signs[place : place + GROUP] for place in range(0, len(signs), GROUP))


def _times(one: int, other: int) -> int:
    return _POWERS[(_LOGS[one] + _LOGS[other]) % 31] if one and other else 0


def _at(word: Sequence[int], power: int) -> int:
    """Return the word as a polynomial at a power of α."""
    value = 0
    for symbol in word:
        value = _times(value, _POWERS[power]) ^ symbol
    return value


def _checks(data: list[int], length: int, version: int) -> list[int]:
    """Return the characters that make the word right: a linear equation, solved by trying what comes last."""
    wanted = [0, version, 0][:length]
    base = [_at([*data, *[0] * length], power) ^ goal for power, goal in enumerate(wanted, start=1)]
    for free in range(32 ** (length - 2)):
        # With the first check character chosen, two equations give the other two.
        head = [free] if length == 3 else []
        rest = [
            value ^ _times(free if head else 0, _POWERS[2 * power % 31])
            for power, value in enumerate(base, start=1)
        ]
        first = _over(rest[0] ^ rest[1], _POWERS[1] ^ _POWERS[2])
        second = rest[0] ^ _times(first, _POWERS[1])
        tail = [*head, first, second]
        if all(_at([*data, *tail], power) == goal for power, goal in enumerate(wanted, start=1)):
            return tail
    raise AssertionError("Reed–Solomon always has a solution")


def _over(one: int, other: int) -> int:
    return _POWERS[(_LOGS[one] - _LOGS[other]) % 31] if one else 0


def _unchained(number: int, count: int) -> list[Answer]:
    digits = [number // len(ANSWERS) ** (count - 1 - place) % len(ANSWERS) for place in range(count)]
    previous = [START, *digits]
    return [
        ANSWERS[(digit - previous[place] - STEP * place) % len(ANSWERS)] for place, digit in enumerate(digits)
    ]


def _neighbours(word: list[int]) -> Iterator[list[int]]:
    for place, symbol in enumerate(word):
        yield from ([*word[:place], other, *word[place + 1 :]] for other in range(32) if other != symbol)
    for place in range(len(word) - 1):
        yield [*word[:place], word[place + 1], word[place], *word[place + 2 :]]


def _is_valid(code: str, lists: Sequence[Fragenliste]) -> bool:
    try:
        decode(code, lists)
    except InvalidCode:
        return False
    return True

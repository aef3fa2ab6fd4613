"""German for the Musterantrag: articles and cases, enumerations, sentences with blanks."""

import re
from collections.abc import Mapping

from ..model.musterantrag import Leerstellen, Wortformen
from .declension import Phrase

ARTIKEL = {
    "der": {"nominativ": "der", "genitiv": "des", "dativ": "dem", "akkusativ": "den"},
    "die": {"nominativ": "die", "genitiv": "der", "dativ": "der", "akkusativ": "die"},
    "das": {"nominativ": "das", "genitiv": "des", "dativ": "dem", "akkusativ": "das"},
    "plural": {"nominativ": "die", "genitiv": "der", "dativ": "den", "akkusativ": "die"},
}
_LETTER = re.compile(r"[^\W\d_]")
_BLANK = re.compile(r"\{([A-Za-z]\w*)(?:\.(\w+))?\}")
Words = Mapping[str, str | Mapping[str, str]]


def numbers_in_words(numbers: list[int]) -> str:
    """Name the numbers of consecutive requests: „Nummer 4“, „Nummer 4 und 5“, „Nummer 4 bis 6“."""
    if len(numbers) < 2:
        return f"Nummer {numbers[0]}" if numbers else ""
    return f"Nummer {numbers[0]} {'und' if len(numbers) == 2 else 'bis'} {numbers[-1]}"


def neutral_words(blanks: Leerstellen) -> dict[str, str | dict[str, str]]:
    """Return the words for a Musterantrag in which nothing is chosen."""
    return {
        "kommune": phrase(blanks.kommune),
        "gremium": phrase(blanks.gremium),
        "antragsteller": phrase(blanks.antragsteller),
        "datum": blanks.datum,
        "frist": blanks.datum,
        "sitzung": blanks.sitzung,
        "form": "Antrag",
    }


def phrase(forms: Wortformen) -> dict[str, str]:
    """Return a noun in brackets with its article in every case, with “in” and with its verb."""
    words = with_articles(forms)
    verb = words.pop("bittet")
    return {
        **{case: f"[{text.replace('{name}', '').strip()}]" for case, text in words.items()},
        "bittet": verb,
    }


def with_articles(forms: Wortformen | Phrase) -> dict[str, str]:
    """Return a noun with its article in every case, with “in” and with its verb."""
    article = ARTIKEL[forms.artikel]
    words = {case: f"{article[case]} {getattr(forms, case)}" for case in article}
    words["in"] = f"im {forms.dativ}" if article["dativ"] == "dem" else f"in {words['dativ']}"
    return {**words, "bittet": "bitten" if forms.artikel == "plural" else "bittet"}


def fill(pattern: str, words: Words) -> str:
    """Fill the blanks of a pattern; a capital letter in the blank capitalises the text."""

    def replace(match: re.Match[str]) -> str:
        value = words[match[1].lower()]
        text = value if isinstance(value, str) else value[match[2]]
        return _LETTER.sub(lambda letter: letter[0].upper(), text, count=1) if match[1][0].isupper() else text

    return _BLANK.sub(replace, pattern)

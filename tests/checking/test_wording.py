"""Advice on wording: each rule speaks when it should, names the line, and is silent otherwise."""

import pytest
from catalog.__main__ import main
from catalog.catalogue.load import parse_catalog
from catalog.checking.wording import advise
from catalog.reading.nodes import Written
from tiny import TINY, tiny_with

EXAMPLE = """beispiele:
  - id: musterstadt-fest
    titel: {titel}
    kommunen:
      - name: "Musterstadt"
        land: "Hessen"
        art: "Stadt"
    kurz: >-
      Alle feierten zusammen.
      {kurz}
    uebertragbar: "Feiern Sie auch."
    belege:
      - titel: "Fest der Bürger*innen und ein Titel, der uns nicht gehört, mit BLUMEN"
        herausgeber: "Stadt Musterstadt"
        url: "https://beispiel.de/"
        stand: "{stand}"
        belegt: "Das Fest"
    sicherheit: "mittel"
"""


def advice(kurz: str = "Es war schön.", titel: str = '"Fest"', stand: str = "2025") -> list[str]:
    text = tiny_with(EXAMPLE.format(kurz=kurz, titel=titel, stand=stand))
    assert parse_catalog(text)
    return [str(problem) for problem in advise(Written.parse(text))]


def test_good_prose_needs_no_advice() -> None:
    assert advise(Written.parse(TINY)) == []
    assert advice() == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [(30, []), (31, ["8: Beispiel „musterstadt-fest“: Der Satz „Wort wort wort wort …“ hat 31 Wörter. "])],
)
def test_long_sentences(words: int, expected: list[str]) -> None:
    found = advice("Wort " + "wort " * (words - 2) + "Ende. Noch ein Satz.")
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize("shortened", ["z. B. Feste", "Nr. 3", "am 3. Mai", "Dr. Muster", "bzw. Abende"])
def test_an_abbreviation_does_not_end_a_sentence(shortened: str) -> None:
    assert "Wörter" in advice(f"Wir {'wort ' * 20} {shortened} {'wort ' * 10}.")[0]


def test_unknown_abbreviations() -> None:
    assert advice("Das BAMFX half.") == [
        "10: Beispiel „musterstadt-fest“: Die Abkürzung „BAMFX“ steht nicht im Glossar. "
        "Schreiben Sie sie aus oder ergänzen Sie das Glossar."
    ]


@pytest.mark.parametrize(
    "known", ["Das Amt für Feste (AFF) half, das AFF zahlte.", "Nach Teil II und in der EU."]
)
def test_known_abbreviations(known: str) -> None:
    assert advice(known) == []


@pytest.mark.parametrize(
    "word",
    [
        "Bürger*innen",
        "Bürger:innen",
        "Bürger_innen",
        "Bürger·innen",
        "BürgerInnen",
        "Bürger/-innen",
        "Bürger/innen",
    ],
)
def test_gender_signs(word: str) -> None:
    (line,) = advice(f"Die {word} kamen.")
    assert line.startswith(f"10: Beispiel „musterstadt-fest“: „{word}“ enthält ein Zeichen im Wort.")


@pytest.mark.parametrize("word", ["Bürgerinnen und Bürger", "Beginn", "LinkedIn-Seite", "drin: in der Stadt"])
def test_no_gender_sign(word: str) -> None:
    assert [line for line in advice(f"Die {word} kamen.") if "LinkedIn" not in line] == []


def test_old_proof_needs_a_year_in_the_text() -> None:
    assert "Der jüngste Beleg ist von 2009" in advice(stand="2009-05")[0]
    assert advice("So war es (Stand 2009).", stand="2009-05") == []
    assert advice(stand="ohne Datum") == []


def test_quoted_headings() -> None:
    (line,) = advice(titel="„Fest“")
    assert line.startswith(
        "3: Beispiel „musterstadt-fest“: Der Text steht in typografischen Anführungszeichen"
    )
    assert advice(titel='"„Fest“"') == []


def test_advice_never_fails_the_check(tmp_path, capsys) -> None:
    file = tmp_path / "catalog.yml"
    file.write_text(
        tiny_with(EXAMPLE.format(kurz="Das BAMFX half.", titel='"Fest"', stand="2025")), encoding="utf-8"
    )
    assert main(["check", str(file)]) == 0
    assert "Hinweise, keine Fehler:\ncatalog.yml:10: Beispiel" in capsys.readouterr().out


@pytest.mark.parametrize("beginning", ["2012 zählte", "§ 8 regelte"])
def test_a_sentence_may_begin_with_a_year_or_a_paragraph(beginning: str) -> None:
    half = "wort " * 17
    assert advice(f"Wir waren {half} 2007. {beginning} {half}.") == []


def test_a_quoted_name_is_no_abbreviation() -> None:
    assert advice("Das Institut „BAMFX“ half.") == []


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ([], "python -m catalog [-h] BEFEHL"),
        (["pruefe"], "python -m catalog [-h] BEFEHL"),
        (["check", "--fehlt"], "python -m catalog [-h] BEFEHL"),
        (["changes", "vorher"], "python -m catalog changes [-h] VORHER NACHHER"),
    ],
)
def test_a_wrong_call_is_answered_in_german(
    capsys: pytest.CaptureFixture[str], call: list[str], shown: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(call)
    said = capsys.readouterr().err
    assert said.startswith(f"So lässt sich der Befehl nicht aufrufen. Richtig ist:\n{shown}")
    assert said.endswith(" --help\n")
    assert not any(word in said for word in ("usage", "error", "required", "invalid"))

"""Characters that are not what they seem: named with code point and column, and never a riddle."""

from pathlib import Path

import pytest
from catalog.catalogue.load import parse_catalog
from catalog.mitmachen.vectors import names_to_try
from catalog.reading.characters import text_problems
from catalog.reading.names import as_name, reserved
from catalog.reading.nodes import read_nodes, read_text
from catalog.reading.problems import CatalogError
from tiny import TINY

LIST = "erfolgsfaktoren: [konzept]"
TITLE = 'titel: "Ein Papier"'


def report(old: str, new: str) -> list[str]:
    assert old in TINY
    try:
        parse_catalog(TINY.replace(old, new, 1))
    except CatalogError as error:
        return error.lines()
    return []


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("erfolgsfaktoren:\n      -\xa0konzept", "28: Hinter „-“ steht in Spalte 8 ein geschütztes Leerzeichen (U+00A0)"),
        ("erfolgsfaktoren:\n      -\tkonzept", "28: Hinter „-“ steht in Spalte 8 ein Tabulator"),
        ("erfolgsfaktoren:\n      -\u200bkonzept", "28: Hinter „-“ steht in Spalte 8 das unsichtbare Zeichen U+200B"),
        ("erfolgsfaktoren:\u202f[konzept]", "27: Hinter „:“ steht in Spalte 21 ein geschütztes Leerzeichen (U+202F)"),
        ("erfolgsfaktoren:\t[konzept]", "27: Hinter „:“ steht in Spalte 21 ein Tabulator"),
        ("erfolgsfaktoren:\n      - kon\u200bzept", "28: In Spalte 12 steht das unsichtbare Zeichen U+200B."),
        ("erfolgsfaktoren: [kon\xadzept]", "27: In Spalte 26 steht das unsichtbare Zeichen U+00AD."),
        ("erfolgsfaktoren: [kon\u2060zept]", "27: In Spalte 26 steht das unsichtbare Zeichen U+2060."),
        ("erfolgsfaktoren: [k\u043enzept]", "27: In Spalte 24 steht „о“ (U+043E). Das Zeichen sieht nur aus wie „o“."),
        ("erfolgsfaktoren: [k\u03bfnzept]", "27: In Spalte 24 steht „ο“ (U+03BF)."),
        ("erfolgsfaktoren: ['konzept\u2011neu']", "27: In Spalte 31 steht „‑“ (U+2011). Das Zeichen sieht nur aus wie „-“."),
        ("erfolgsfaktoren: [konzept\u2212neu]", "27: In Spalte 30 steht „−“ (U+2212)."),
        ("erfolgsfaktoren: [\uff4bonzept]", "27: In Spalte 23 steht „ｋ“ (U+FF4B)."),
        ("erfolgsfakt\u043eren: [konzept]", "27: In Spalte 16 steht „о“ (U+043E)."),
        ("erfolgs\u200bfaktoren: [konzept]", "27: In Spalte 12 steht das unsichtbare Zeichen U+200B."),
    ],
)  # fmt: skip
def test_ids_and_field_names(new: str, said: str) -> None:
    (line,) = report(LIST, new)
    assert line.startswith(f"catalog.yml:{said}")
    assert "Meinten Sie" not in line


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ('titel: "\u200b"', "besteht nur aus unsichtbaren Zeichen (U+200B)"),
        ('titel: "\u2800\u3164 \xad"', "besteht nur aus unsichtbaren Zeichen (U+2800)"),
        ('titel: "\\u200b"', "besteht nur aus unsichtbaren Zeichen"),
        ('titel: "Stadt\u202eteil"', "In Spalte 18 steht das Richtungszeichen U+202E."),
        ('titel: "Stadt\u2066teil"', "In Spalte 18 steht das Richtungszeichen U+2066."),
        ('titel: "Stadt\\u202dteil"', "Steuerzeichen U+202D"),
        ("titel: Stadt\U000e0041teil", "unsichtbares Steuerzeichen (U+E0041)"),
        ('titel: Ein Papier"', "ein einzelnes Anführungszeichen"),
        ('titel: \u201dEin Papier"', "ein einzelnes Anführungszeichen"),
        ('titel: „Ein Papier"', 'ist mit " geschlossen'),
        ("titel: '„Ein\" Papier'", 'ist mit " geschlossen'),
        ("titel: Ein Papier # y", "Ab „# y“ liest YAML eine Anmerkung"),
        ("titel: Ein Papier #y", "Ab „#y“ liest YAML eine Anmerkung"),
        ("titel: #y", "Mit # beginnt eine Anmerkung, davor steht nichts."),
        ("titel: #d80076", "Setzen Sie die Farbe in Anführungszeichen"),
        ("titel: M&uuml;nchen", "Schreiben Sie „ü“."),
        ('titel: "A &amp; B"', "Schreiben Sie „&“."),
        ('titel: "A &#8211; B"', "Schreiben Sie „–“."),
    ],
)
def test_texts(new: str, said: str) -> None:
    (line,) = report(TITLE, new)
    assert line.startswith("catalog.yml:6: ")
    assert said in line


@pytest.mark.parametrize(
    "new",
    [
        'titel: "São João, IRMÃ, „IRMÃ“, Łódź, Bâle, Târgu Mureș, Ångström, »Â«"',
        'titel: "Integrations\xadbeauftragte und 5\xa0%"',
        'titel: "E\u2011Mail"',
        'titel: "קהילה اتحاد Община"',
        'titel: "„Ein Papier“ # 1" # Anmerkung',
        "titel: Papier # Anmerkung",
        'titel: "24\\" und 5\'"',
        'titel: "a & b &c; AT&T;"',
        'titel: "√2, 2 ‰, 5 µm, ≠"',
    ],
)
def test_what_people_do_write_passes(new: str) -> None:
    assert report(TITLE, new) == []


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("char", "äöüßÄÖÜ–„“”‚‘’…€§°éèêçñ—½²")
def test_damaged_characters_of_every_usual_kind(char: str, encoding: str) -> None:
    once = misread(char, encoding)
    for damaged in (once, misread(once, encoding)):
        assert list(text_problems(f"Wort{damaged}Wort")), ascii(damaged)


@pytest.mark.parametrize(("encoding", "chars"), [("mac_roman", "äöüßÄÖÜ–„“…€"), ("cp850", "äöüßÄÖÜ–„“…€"), ("cp437", "äöüßÄÖÜ–„“…€")])  # fmt: skip
def test_damage_of_other_systems(encoding: str, chars: str) -> None:
    for char in chars:
        assert list(text_problems(f"Wort{char.encode().decode(encoding)}Wort")), char


def misread(text: str, encoding: str) -> str:
    """Read UTF-8 as programs do: bytes without a meaning stay what they are."""
    return "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode(encoding)
        for byte in text.encode()
    )


@pytest.mark.parametrize("indent", ["", "  ", "      ", "\t"])
def test_conflict_marks_wherever_they_begin(indent: str) -> None:
    text = f"{indent}<<<<<<< HEAD\na: x\n{indent}=======\na: y\n{indent}>>>>>>> b\n"
    assert [problem.line for problem in text_problems(text)] == [1, 3, 5]


def test_a_line_under_a_heading_is_no_conflict() -> None:
    assert list(text_problems("Zeiten\n=======\n")) == []


def test_what_the_form_writes_is_read() -> None:
    """A hard space at the fold of a text is text, not indentation."""
    text = "x:\n  - kurz: >-\n      Ein Satz\n      \xa0 Projekte: so\n      -\xa0Strich\n"
    assert "\xa0 Projekte: so" in read_nodes(text).data()["x"][0]["kurz"]


def test_decomposed_umlauts_become_one_character(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yml"
    path.write_text("titel: Mu\u0308nchen\n", encoding="utf-8")
    assert read_text(path) == "titel: München\n"


@pytest.mark.parametrize("id_", ["con", "nul", "aux", "prn", "com1", "lpt9", "bin"])
def test_ids_that_some_system_cannot_take(id_: str) -> None:
    lines = report("id: papier", f"id: {id_}")
    assert f"Nehmen Sie „{id_}-2“." in "\n".join(lines)


@pytest.mark.parametrize("id_", ["con-2", "konzept", "aux-armes", "com10", "binnen"])
def test_ids_that_all_systems_take(id_: str) -> None:
    assert reserved(id_) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cottbus/Chóśebuz", "cottbus-chosebuz"),
        ("Łódź", "lodz"),
        ("Çalışma", "calisma"),
        ("Mu\u0308nchen", "muenchen"),
        ("Straße ÄÖÜ ẞ", "strasse-aeoeue-ss"),
        ("– Köln –– 2 –", "koeln-2"),
        ("Đakovo Ørsted Æ ﬁ", "dakovo-orsted-ae-fi"),
        ("Mün\u200bchen\u00ad\u202e Süd", "muenchen-sued"),
        ("قلب", ""),
    ],
)
def test_letters_survive_in_names(text: str, name: str) -> None:
    assert as_name(text) == name
    assert {"text": text, "kennung": name} in names_to_try()["kennungen"]

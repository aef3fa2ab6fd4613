"""Characters that are not what they seem: named with code point and column, and never a riddle."""

from pathlib import Path

import pytest
from catalog.catalogue.load import parse_catalog
from catalog.mitmachen.vectors import names_to_try
from catalog.reading.characters import text_problems
from catalog.reading.names import as_name, host_problem, reserved
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
        ("erfolgsfaktoren:\n      – konzept", "28: In Spalte 7 steht „–“. Ein Listenpunkt beginnt mit „- “"),
        ("erfolgsfaktoren:\n      • konzept", "28: In Spalte 7 steht „•“."),
        ("erfolgsfaktoren:\n      * konzept", "28: In Spalte 7 steht „*“."),
        ("erfolgsfaktoren:\n      -konzept", "28: Hinter „-“ fehlt in Spalte 8 das Leerzeichen."),
        ("erfolgsfaktoren:\n      - konzept\n      − konzept", "29: In Spalte 7 steht „−“."),
        ("erfolgsfaktoren: [konzept]\n    – id: x", "28: In Spalte 5 steht „–“."),
        ("erfolgsfaktoren: \xa0'konzept'", "27: Vor dem Anführungszeichen steht in Spalte 22 ein geschütztes Leerzeichen"),
        ("erfolgsfaktoren: \u200b\"konzept\"", "27: Vor dem Anführungszeichen steht in Spalte 22 das unsichtbare Zeichen"),
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
        "titel: Ein\n      – Papier\n      -Bogen",
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


def test_a_damaged_space_behind_a_number_that_became_a_plain_one() -> None:
    assert list(text_problems("5Â Euro, 50Â %"))


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


OTHER_SCRIPT = "Das Zeichen gehört zu einer anderen Schrift."
NOWHERE = "Das Zeichen kommt in Namen von Websites nicht vor."


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://www.k\u043emmune.de/x", "An Stelle 14 der Adresse steht „\u043e“ (U+043E). Das Zeichen sieht nur aus wie „o“."),
        ("HTTPS://K\u041eMMUNE.DE", "An Stelle 10 der Adresse steht „\u041e“ (U+041E). Das Zeichen sieht nur aus wie „O“."),
        ("https://kommune.d\u0435/", "An Stelle 18 der Adresse steht „\u0435“ (U+0435). Das Zeichen sieht nur aus wie „e“."),
        ("https://\u0430\u0440\u0440\u04cf\u0435.com/", "An Stelle 9 der Adresse steht „\u0430“ (U+0430). Das Zeichen sieht nur aus wie „a“."),
        ("https://xn--80ak6aa92e.com/", "„xn--80ak6aa92e“ steht für „\u0430\u0440\u0440\u04cf\u0435“. Darin steht „\u0430“ (U+0430)."),
        ("https://rat\u0436aus.de", f"An Stelle 12 der Adresse steht „\u0436“ (U+0436). {OTHER_SCRIPT}"),
        ("https://\u0661a.de", f"An Stelle 9 der Adresse steht „\u0661“ (U+0661). {OTHER_SCRIPT}"),
        ("https://\u03b3\u0431.gr", f"An Stelle 9 der Adresse steht „\u03b3“ (U+03B3). {OTHER_SCRIPT}"),
        ("https://\uff41.de", "An Stelle 9 der Adresse steht „\uff41“ (U+FF41). Das Zeichen sieht nur aus wie „a“."),
        ("https://a\u3002de", "An Stelle 10 der Adresse steht „\u3002“ (U+3002). Das Zeichen sieht nur aus wie „.“."),
        ("https://a.de\u2044x.b.de", "An Stelle 13 der Adresse steht „\u2044“ (U+2044). Das Zeichen sieht nur aus wie „/“."),
        ("https://a\u2019b.de", f"An Stelle 10 der Adresse steht „\u2019“ (U+2019). {NOWHERE}"),
        ("https://a\u0338.de", f"An Stelle 10 der Adresse steht „\u0338“ (U+0338). {NOWHERE}"),
        ("https://b\u0261.de", "An Stelle 10 der Adresse steht „\u0261“ (U+0261). Das Zeichen sieht nur aus wie „g“."),
        ("https://b\u1d25.de", f"An Stelle 10 der Adresse steht „\u1d25“ (U+1D25). {NOWHERE}"),
        ("mailto:a@b.de,c@k\u043emmune.de?x", "An Stelle 18 der Adresse steht „\u043e“ (U+043E)."),
        ("rathaus@k\u043emmune.de", "An Stelle 10 der Adresse steht „\u043e“ (U+043E)."),
        *((f"https://{name}.de", f"„{name[:63]}“ ist kein Name, den Browser verstehen. Tippen Sie die Stelle neu.")
          for name in ("xn--", "xn--kommune-", "xn--99999999", "xn--" + "a" * 60)),
    ],
)  # fmt: skip
def test_names_of_websites_that_look_like_others(address: str, said: str) -> None:
    assert host_problem(address).startswith(said)
    if said.startswith("An Stelle"):
        column = 40 + int(said.split()[2]) - 1
        assert host_problem(address, 40).startswith(f"In Spalte {column} steht")


@pytest.mark.parametrize(
    "address",
    [
        *(
            f"https://{name}/о"
            for name in ("www.münchen.de", "straße.de:8080", "łódź.pl", "xn--mnchen-3ya.de")
        ),
        *(
            f"https://{name}/"
            for name in ("почта.рф", "рос.рф", "xn--p1ai.xn--p1ai", "ελλάδα.gr", "الجزيرة.net")
        ),
        *(
            f"https://{name}/"
            for name in ("日本語.jp", "東京tower.jp", "हिन्दी.भारत", "한국.kr", "việtnam.vn")
        ),
        *("mailto:a@münchen.de?body=о@о", "о", "Wort о@", "kein Name: https://о"),
    ],
)
def test_names_of_websites_in_all_languages(address: str) -> None:
    assert host_problem(address) == ""

"""A proposal that arrives as file, mail or issue comes into the catalogue at its place, or not at all."""

import base64
import os
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from catalog.catalogue.load import parse_catalog
from catalog.mitmachen.takeover import accepted, difference, page_of, proposal, taken_over
from catalog.reading.nodes import Written
from catalog.reading.problems import CatalogError
from conftest import ROOT
from playwright.sync_api import Page

ENTRY = """  - id: hausen-treff
    titel: "Treff am Bach"
    kommunen:
      - name: "Hausen"
        land: "Hessen"
        art: "Gemeinde"
    kurz: "Die Gemeinde öffnete den Saal."

    uebertragbar: "Öffnen Sie einen Saal."
    empfehlungen:
      - "netzwerke"
    belege:
      - titel: "Treff"
        herausgeber: "Gemeinde Hausen"
        url: "https://hausen.example/"
        stand: "2026"
        belegt: "alles"
    sicherheit: "mittel"
"""

BARE = "".join(line[2:] for line in ENTRY.splitlines(keepends=True))
FORWARDED = (
    b'Content-Type: multipart/mixed; boundary="y"\r\n\r\n--y\r\nContent-Type: text/plain\r\n\r\n'
    b"Zur Kenntnis\r\n--y\r\nContent-Type: message/rfc822\r\n\r\n"
)


@pytest.fixture(scope="module")
def catalogue() -> Written:
    """The real catalogue, read once: nothing that is asked here changes it."""
    return Written.parse((ROOT / "catalog.yml").read_text(encoding="utf-8"), "catalog.yml")


def mail(body: str, attached: str = "") -> bytes:
    def part(kind: str, text: str, more: str = "") -> str:
        coded = base64.encodebytes(text.encode()).decode().replace("\n", "\r\n")
        return f"--x\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n{more}\r\n{coded}"

    more = 'Content-Disposition: attachment; filename="beispiel.yml"\r\n'
    parts = part("text/plain", body) + (part("text/yaml", attached, more) if attached else "")
    head = 'Subject: Vorschlag\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    return f"{head}{parts}--x--\r\n".encode()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.yml", ENTRY.encode()),
        ("a.yml", ENTRY.replace("\n", "\r\n").encode()),
        ("a.txt", f"Guten Tag,\n\n{ENTRY}\nViele Grüße".encode()),
        ("a.md", f"Vorschlag:\n\n```yaml\n{ENTRY}```\n".encode()),
        ("a.eml", mail("Guten Tag", ENTRY)),
        ("a.eml", mail(f"Guten Tag,\n\n{ENTRY}\n\nViele Grüße\n")),
        ("a.yml", "".join(line[2:] for line in ENTRY.splitlines(keepends=True)).encode()),
        ("a.yml", BARE.encode("utf-8-sig")),
        ("a.yml", BARE.encode("utf-16")),
        ("a.txt", "".join(f"> > {line}" for line in ENTRY.splitlines(keepends=True)).encode()),
        ("a.txt", ENTRY.replace("    ", "\u00a0 \u00a0 ").encode()),
        ("a.txt", ENTRY.replace("    ", "\t").encode()),
        ("a.eml", mail("Guten Tag", ENTRY).replace(b"beispiel.yml", b"BEISPIEL.YML")),
        ("a.eml", mail(ENTRY).replace(b"charset=utf-8", b"charset=nirgends")),
        ("a.eml", mail(ENTRY).replace(b"charset=utf-8", b"charset=idna")),
        ("a.eml", mail("Guten Tag", ENTRY).replace(b"charset=utf-8", b"charset=us-ascii")),
        ("a.eml", mail("Guten Tag", ENTRY).replace(b"charset=utf-8", b"charset=punycode")),
        ("a.eml", FORWARDED + mail("Guten Tag", ENTRY) + b"--y--\r\n"),
    ],
    ids=[
        "file",
        "windows",
        "letter",
        "issue",
        "attached",
        "mail",
        "without-margin",
        "notepad",
        "notepad-16",
        "quoted",
        "hard-spaces",
        "tabs",
        "shouted",
        "unknown-letters",
        "no-letters",
        "claimed-ascii",
        "no-charset-of-mails",
        "forwarded",
    ],
)
def test_the_entry_is_found_wherever_it_stands(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    assert proposal(tmp_path / name).replace("\n\n", "\n") == ENTRY.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.txt", b"Guten Tag", "Darin steht kein Vorschlag"),
        ("a.eml", b"", "Darin steht kein Vorschlag"),
        (
            "a.eml",
            mail("Guten Tag", "x").replace(b"text/yaml", b"multipart/mixed"),
            "Darin steht kein Vorschlag",
        ),
        ("a.eml", mail(ENTRY).replace(b"text/plain", b"text/html"), "enthält ihren Text nur als HTML"),
        (
            "a.eml",
            mail("", "x").replace(b"text/yaml", b"text/html").replace(b".yml", b".html"),
            "nur als HTML",
        ),
        ("a.eml", b"Content-Type: message/rfc822\r\n\r\n" * 30_000, "enthält zu viele andere"),
        ("a.yml", f"{ENTRY}{ENTRY}".encode(), "Darin stehen 2 Vorschläge"),
        ("a.yml", f"{ENTRY}    # {'x' * 1_000_000}".encode(), "größer als ein Megabyte"),
        (
            "a.txt",
            ENTRY.replace("Gemeinde öffnete", "Gemeinde\nöffnete").encode(),
            "hinter „kurz: .*unterbrochen",
        ),
        (
            "a.txt",
            ENTRY.replace("    belege", "-- \n    belege").encode(),
            'hinter „- "netzwerke"“ unterbrochen',
        ),
    ],
    ids=[
        "letter",
        "empty",
        "no-attachment",
        "html",
        "html-beside-nothing",
        "nested",
        "two",
        "large",
        "wrapped",
        "cut-in-two",
    ],
)
def test_what_is_not_one_whole_entry_is_refused(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(CatalogError, match=message):
        proposal(tmp_path / name)


def test_what_is_no_file_is_refused_in_german(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.eml")
    for path in (tmp_path / "missing.eml", tmp_path, tmp_path / "pipe.eml", Path()):
        with pytest.raises(CatalogError, match="Diese Datei gibt es nicht"):
            proposal(path)


def test_a_hostile_letter_takes_no_more_work_than_its_length(tmp_path: Path) -> None:
    # Every search that starts anew at each line reads the rest of the letter again.
    (tmp_path / "a.md").write_text("```yaml\n" * 120_000, encoding="utf-8")
    with pytest.raises(CatalogError, match="Darin steht kein Vorschlag"):
        proposal(tmp_path / "a.md")


def test_an_entry_that_names_the_end_of_the_list_does_not_end_it(catalogue: Written) -> None:
    named = ENTRY.replace("    sicherheit", "    # endregion beispiele\n    sicherheit")
    once = taken_over(catalogue, named)
    twice = taken_over(Written.parse(once, "catalog.yml"), ENTRY.replace("hausen-treff", "zweiter-treff"))
    assert [entry.id for entry in parse_catalog(twice).all("beispiele")[-2:]] == [
        "hausen-treff",
        "zweiter-treff",
    ]


def test_a_new_entry_stands_at_the_end_of_its_list_and_nothing_else_changes(catalogue: Written) -> None:
    after = taken_over(catalogue, ENTRY)
    entries = parse_catalog(after).all("beispiele")
    assert entries[-1].id == "hausen-treff"
    changed = difference(catalogue.text, after, "catalog.yml").splitlines()[2:]
    assert [line for line in changed if line.startswith("-")] == []
    assert f"{ENTRY.rstrip()}\n\n# endregion beispiele" in after
    again = taken_over(Written.parse(after, "catalog.yml"), ENTRY.replace("Treff am Bach", "Treff"))
    changed_entries = parse_catalog(again).all("beispiele")
    assert [entry.titel for entry in changed_entries if entry.id == "hausen-treff"] == ["Treff"]
    assert len(changed_entries) == len(entries)


def test_a_refused_proposal_is_told_at_its_own_lines(catalogue: Written) -> None:
    """The catalogue stays as it is: a line of what it would have become leads to somebody else's entry."""
    wrong = ENTRY.replace('- "netzwerke"', '- "netzwerk"').replace('"mittel"', '"gar nicht"')
    with pytest.raises(CatalogError) as refused:
        accepted(catalogue, wrong, "vorschlag.yml")
    numbers = [n for n, line in enumerate(wrong.splitlines(), start=1) if "netzwerk" in line or "gar" in line]
    places = [line.split(": ")[0] for line in refused.value.lines()]
    assert places == [f"vorschlag.yml:{number}" for number in numbers]
    for wrong, line in (
        (ENTRY.replace("titel: ", "titel: &a "), 2),
        (ENTRY.replace("hausen.ex", "h\u0430usen.ex"), 15),
    ):
        with pytest.raises(CatalogError, match=rf"^vorschlag\.yml:{line}: "):
            accepted(catalogue, wrong, "vorschlag.yml")
    assert accepted(catalogue, ENTRY, "vorschlag.yml")
    assert page_of(ENTRY) == "beispiele/hausen-treff/"


def test_the_mail_of_the_form_is_taken_over(page: Page, tmp_path: Path) -> None:
    page.goto("/404.html")
    written = page.evaluate(
        """async ([contact, yaml]) => (await import("/modules/mitmachen/vorschlag/mail.mjs"))
          .mailFile(contact, "Neues Beispiel: Käthe & Söhne", yaml, "beispiel.yml")""",
        ["a@b.de", ENTRY.replace("Bach", "Bäche")],
    )
    (tmp_path / "a.eml").write_bytes(written.encode())
    mail = message_from_bytes(written.encode(), policy=policy.default)
    assert (mail["to"], mail["subject"]) == ("a@b.de", "Neues Beispiel: Käthe & Söhne")
    assert "ich schlage diesen Eintrag vor" in mail.get_body(("plain",)).get_content()
    assert "Treff am Bäche" in proposal(tmp_path / "a.eml")

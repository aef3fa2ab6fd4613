"""What a proposal changes on the pages: a folder in which reviewers see them before and after."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest
from commands import make
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page
from review.__main__ import main
from review.pages import read_page
from review.sites import Comparison, compare
from review.wording import places

HOSTILE = "<script>alert(1)</script> & \"Zitat\" 'so'"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;Zitat&#34; &#39;so&#39;"


def page_html(title: str, body: str = "", foot: str = "Stand: gestern", script: str = "11111111") -> str:
    return (
        f"<!doctype html><title>{title} – Website</title><meta name=script content=a.{script}.js>"
        f"<main><h1>{title}</h1>{body}</main><footer>{foot}</footer>"
    )


def site(folder: Path, files: Mapping[str, str]) -> Path:
    for name, content in {"index.html": page_html("Start"), **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def compared(tmp_path: Path, before: Mapping[str, str], after: Mapping[str, str]) -> Comparison:
    return compare(site(tmp_path / "alt", before), site(tmp_path / "neu", after))


def shown(comparison: Comparison) -> list[tuple[str, list[str]]]:
    """Return each changed page with its changes, as „-was entfällt“ and „+was neu ist“."""
    signs = {"same": "", "gone": "-", "new": "+"}
    return [
        (page.path, ["|".join(signs[p.kind] + p.text for p in place) for place in page.places])
        for page in comparison.changed
    ]


def test_equal_sites_have_no_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("alt", "neu"):
        site(tmp_path / name, {"rat.html": page_html("Rat")})
    assert main([str(tmp_path / name) for name in ("alt", "neu", "vergleich")]) == 0
    assert "Der Inhalt der Seiten ändert sich nicht." in capsys.readouterr().out


def test_a_changed_sentence_is_shown_word_by_word(tmp_path: Path) -> None:
    before = {
        "rat.html": page_html("Rat", "<p>Alle <b>verfolgen</b> dieselben Ziele.</p><ul><li>eins<li>zwei</ul>")
    }
    after = {
        "rat.html": page_html("Rat", "<p>Alle <b>kennen</b> dieselben Ziele.</p><ul><li>eins<li>drei</ul>")
    }
    assert shown(compared(tmp_path, before, after)) == [
        ("rat.html", ["Alle |-verfolgen |+kennen |dieselben Ziele.", "-zwei|+drei"]),
    ]


def test_where_a_link_leads_and_what_a_picture_shows_belongs_to_the_text(tmp_path: Path) -> None:
    body = '<p>Siehe <a href="https://{}.de/">Bericht</a>.</p><svg aria-label="Karte: {}"><g></g></svg>'
    found = compared(
        tmp_path,
        {"rat.html": page_html("Rat", body.format("alt", "Hessen"))},
        {"rat.html": page_html("Rat", body.format("neu", "Saarland"))},
    )
    assert shown(found) == [
        (
            "rat.html",
            ["Siehe Bericht |-(https://alt.de/).|+(https://neu.de/).", "[Bild: Karte: |-Hessen]|+Saarland]"],
        ),
    ]


def test_every_kind_of_difference_has_its_place(tmp_path: Path) -> None:
    same = "<p>Ein Satz, der auf jeder Karte steht.</p>"
    other = "<p>Ein Satz, der jetzt auf jeder Karte steht.</p>"
    before = {
        "a-liste.html": page_html("Liste", same),
        "b-eintrag.html": page_html("Eintrag", same + "<p>Lang.</p>"),
        "links.html": page_html("Links", "<a href=alt.html>hier</a>"),
        "fuss.html": page_html("Fuß"),
        "skript.html": page_html("Skript"),
        "weg.html": page_html("Weg"),
        "daten.json": "1",
    }
    after = {
        "a-liste.html": page_html("Liste", other),
        "b-eintrag.html": page_html("Eintrag", other + "<p>Kurz.</p>"),
        "links.html": page_html("Links", "<a href=neu.html>hier</a>"),
        "fuss.html": page_html("Fuß", foot="Stand: heute"),
        "skript.html": page_html("Skript", script="22222222"),
        "neu.html": page_html("Neu"),
        "daten.json": "2",
        "bild.svg": "<svg/>",
    }
    found = compared(tmp_path, before, after)
    assert shown(found) == [
        ("b-eintrag.html", ["Ein Satz, der |+jetzt |auf jeder Karte steht.", "-Lang.|+Kurz."])
    ]
    paths = {
        name: [page.path for page in getattr(found, name)]
        for name in ("repeated", "rebuilt", "framed", "new", "gone")
    }
    assert paths == {
        "repeated": ["a-liste.html"],
        "rebuilt": ["links.html"],
        "framed": ["fuss.html"],
        "new": ["neu.html"],
        "gone": ["weg.html"],
    }
    assert found.files == ("bild.svg", "daten.json")


def test_a_page_without_a_frame_and_lines_of_code_are_read_as_well() -> None:
    page = read_page(
        "<title>Weiter</title><body><p>Hier<br>entlang.<script>var a</script><pre>eins\n  zwei</pre>"
    )
    assert (page.title, page.texts) == ("Weiter", ("Hier entlang.", "eins", "zwei"))


@given(
    st.lists(st.text("ab <&", min_size=1, max_size=30), max_size=6),
    st.lists(st.text("ab <&", min_size=1, max_size=30), max_size=6),
)
def test_what_stays_and_goes_is_the_old_text_and_what_stays_and_comes_the_new(
    before: list[str], after: list[str]
) -> None:
    found = list(places(before, after))
    for kind, texts in (("gone", before), ("new", after)):
        whole = ["".join(piece.text for piece in place if piece.kind in {"same", kind}) for place in found]
        assert [text for text in whole if text and text not in texts] == []
    assert bool(found) == (before != after)


def test_what_stays_is_shortened_to_the_words_around() -> None:
    words = " ".join(f"Wort{number}" for number in range(60))
    (place,) = places([f"{words} alt {words}"], [f"{words} neu {words}"])
    head, gone, new, tail = (piece.text for piece in place)
    assert (gone, new) == ("alt ", "neu ")
    assert re.fullmatch(r" … (?:Wort5\d )+", head)
    assert re.fullmatch(r"(?:Wort\d ?)+ … ", tail)


def folder_with_everything(tmp_path: Path) -> Path:
    before = {
        "über uns & mehr.html": page_html(ESCAPED, f"<p>Es bleibt: {ESCAPED}. Hier steht alt.</p>"),
        "weg.html": page_html("Weg"),
        "fuss.html": page_html("Fuß"),
    }
    after = {
        "über uns & mehr.html": page_html(
            ESCAPED, f"<p>Es bleibt: {ESCAPED}. Hier steht <b>{ESCAPED}</b>.</p>"
        ),
        "ordner/neu.html": page_html("Neu"),
        "fuss.html": page_html("Fuß", foot="anders"),
        "daten.json": "2",
    }
    target = tmp_path / "vergleich"
    sites = site(tmp_path / "alt", before), site(tmp_path / "neu", after)
    assert main([*map(str, sites), str(target)]) == 0
    return target


def test_hostile_titles_and_texts_stay_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = (folder_with_everything(tmp_path) / "index.html").read_text(encoding="utf-8")
    assert "Seiten: 1 geändert, 1 neu, 1 entfallen." in capsys.readouterr().out
    assert f"<h3>{ESCAPED}</h3>" in html
    assert "<script" not in html
    assert " style=" not in html
    assert re.search(r"<del>.*alt\.</del>", html)


def test_every_link_leads_to_a_file_beside_it(tmp_path: Path) -> None:
    target = folder_with_everything(tmp_path)
    links = re.findall(r'href="([^"]+)"', (target / "index.html").read_text(encoding="utf-8"))
    assert len(links) == 1 + 2 + 1 + 1 + 2
    assert [link for link in links if not (target / unquote(link)).is_file()] == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_the_index_is_accessible(
    new_page: Callable[..., Page], axe: Callable[[Page], None], tmp_path: Path, width: int, scheme: str
) -> None:
    page = new_page(width=width, color_scheme=scheme)
    page.goto((folder_with_everything(tmp_path) / "index.html").as_uri())
    for summary in page.locator("summary").all():
        summary.press("Enter")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("link", name=re.compile("^Nachher.*Neu$")).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Neu"


def test_a_name_of_any_bytes_is_shown_and_led_to(tmp_path: Path) -> None:
    sites = site(tmp_path / "alt", {}), site(tmp_path / "neu", {})
    (sites[1] / os.fsdecode(b"a\xff?#.html")).write_text(page_html("Neu"), encoding="utf-8")
    assert main([*map(str, sites), str(tmp_path / "vergleich")]) == 0
    html = (tmp_path / "vergleich/index.html").read_text(encoding="utf-8")
    assert 'href="nachher/a%FF%3F%23.html"' in html
    assert "<code>a\\xff?#.html</code>" in html


def test_bytes_that_are_no_text_differ(tmp_path: Path) -> None:
    sites = site(tmp_path / "alt", {}), site(tmp_path / "neu", {})
    for folder, byte in zip(sites, (b"\xe4", b"\xf6"), strict=True):
        (folder / "index.html").write_bytes(b"<main>" + byte + b"</main>")
    assert [page.path for page in compare(*sites).changed] == ["index.html"]


def test_many_equal_words_are_compared_as_well() -> None:
    (place,) = places(["wort " * 2000], ["wort " * 2001])
    assert [(piece.kind, piece.text) for piece in place][1:] == [("new", "wort ")]


@pytest.mark.parametrize("target", ["neu", "neu/vergleich", ".", "anderes"])
def test_nothing_but_a_former_comparison_is_replaced(
    tmp_path: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sites = site(tmp_path / "alt", {}), site(tmp_path / "neu", {})
    (tmp_path / "anderes").mkdir()
    (tmp_path / "anderes/brief.txt").write_text("wichtig", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert main([*map(str, sites), str(tmp_path / target)]) == 1
    assert "Nennen Sie einen" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_former_comparison_is_replaced(tmp_path: Path) -> None:
    target = folder_with_everything(tmp_path)
    (target / ".DS_Store").touch()
    assert main([str(tmp_path / "alt"), str(tmp_path / "alt"), str(target)]) == 0
    assert "ändert sich nicht" in (target / "index.html").read_text(encoding="utf-8")


def test_a_folder_without_a_site_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site(tmp_path / "alt", {})
    assert main([str(tmp_path / name) for name in ("alt", "fehlt", "vergleich")]) == 1
    assert "liegt keine gebaute Website" in capsys.readouterr().err
    assert not (tmp_path / "vergleich").exists()


def test_the_state_to_compare_with_stands_in_no_command() -> None:
    commands = make("--dry-run", "vergleich", "VORHER=PWNED").stdout
    assert "PWNED" not in commands
    assert 'git archive "$VORHER"' in commands


def test_without_git_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    """A copy from a ZIP file, no git, or a folder that git does not trust: nothing is wrong with the state."""
    for name in ("Makefile", "requirements.txt", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    result = make("vergleich", folder=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert result.stderr.startswith(
        "git kann diesen Ordner nicht lesen. Holen Sie das Produkt mit „git clone“"
    )


@pytest.mark.long
def test_two_real_states_differ_by_the_page_that_was_changed(tmp_path: Path) -> None:
    for name in ("content", "hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "catalog.yml", "mkdocs.yml", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / ".gitignore").write_text(".venv\n", encoding="utf-8")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "--message", "x"]):
        subprocess.run(["git", *command], cwd=tmp_path, env={"PATH": os.environ["PATH"]}, check=True)
    text = (ROOT / "content/mitmachen.md").read_text(encoding="utf-8")
    sentence = "Vorkenntnisse brauchen Sie nicht."
    assert text.count(sentence) == 1
    (tmp_path / "content/mitmachen.md").write_text(
        text.replace(sentence, "Jede Person kann es."), encoding="utf-8"
    )
    result = make("vergleich", folder=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Seiten: 1 geändert." in result.stdout
    html = (tmp_path / "vergleich/index.html").read_text(encoding="utf-8")
    assert re.findall(r"<h3>(.*)</h3>", html) == ["Mitmachen"]
    assert "Jede Person kann es." in re.sub(r"<[^>]+>|neu: ", "", html)
    assert (tmp_path / "vergleich/vorher/mitmachen.html").is_file()
    missing = make("vergleich", "VORHER=--help", folder=tmp_path)
    assert "gibt es in diesem Ordner nicht" in missing.stderr

"""Own pages: hostile ones are refused with their line, harmless ones pass unchanged."""

from pathlib import Path

import pytest
import yaml
from catalog.kommune.own_pages import MAX_CHARACTERS, MAX_LINES, check_page, read_page, rendered
from catalog.pages.rendering import Contents
from catalog.pages.written import Text, Writer
from catalog.publishing.links import Links
from catalog.reading.problems import CatalogError
from markupsafe import Markup

HERE = Path(__file__).parent
HEAD = "# Seite\n\n"


def cases(name: str) -> dict[str, str]:
    """Read one of the collections; a name that stands twice would hide a case."""
    text = (HERE / name / "seiten.yml").read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    assert len(read) == sum(line[:1].isalpha() for line in text.splitlines())
    return {case: str(value) for case, value in read.items()}


HOSTILE = cases("feindlich")
HARMLESS = cases("harmlos")


def problems_of(folder: Path, text: str, name: str = "seite.md") -> list[str]:
    path = folder / name
    path.write_bytes(text.encode())
    try:
        read_page(path)
    except CatalogError as error:
        return error.lines()
    return []


def test_the_collections_are_large() -> None:
    assert len(HOSTILE) >= 80
    assert len(HARMLESS) >= 60


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_page_is_refused_at_its_line(tmp_path: Path, case: str) -> None:
    line = case.partition("|")[2] or "3"
    found = problems_of(tmp_path, HEAD + HOSTILE[case])
    assert found
    assert any(text.startswith(f"seiten/seite.md:{line}: ") for text in found), found
    assert all(text.endswith((".", ")")) for text in found), found


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_page_is_refused_among_harmless_text(tmp_path: Path, case: str) -> None:
    around = "\n\n".join(HARMLESS[name] for name in ("absatz", "tabelle", "aufklappen", "kode"))
    line = int(case.partition("|")[2] or 3) + around.count("\n") + 2
    found = problems_of(tmp_path, f"{HEAD}{around}\n\n{HOSTILE[case]}\n\n## Danach\n\nText\n")
    assert any(text.startswith(f"seiten/seite.md:{line}: ") for text in found), found


@pytest.mark.parametrize("case", HARMLESS)
def test_harmless_page_passes_unchanged(tmp_path: Path, case: str) -> None:
    text = HEAD + HARMLESS[case]
    assert problems_of(tmp_path, text) == []
    assert read_page(tmp_path / "seite.md").text == text.replace("\r\n", "\n").strip()


def test_what_is_checked_is_what_is_published(tmp_path: Path) -> None:
    """Stripped of its spaces, a block of code at the beginning became markup after the check."""
    found = problems_of(tmp_path, "\n      <script>alert(1)</script>\n\n# Seite\n")
    assert found[0].startswith("seiten/seite.md:2: „<script>“")


@pytest.mark.parametrize("case", HARMLESS)
def test_harmless_page_is_built_where_its_targets_exist(case: str) -> None:
    """What the check of a page lets pass leads to a page or file of this site, or stays as it was written."""
    links = Links(offline=False)
    pages = {f"vor-ort/{name}" for name in ("seite", "beratung", "mehr", "a")}
    files = ("plan.svg", "plan.png", "plan.pdf", "lageplan.svg", "merkblatt.pdf", "rathaus.jpg", "a.jpg")
    entries = {"glossar/index", "glossar/agg", "glossar/integrationsbeirat"}
    links.know(pages | entries, [f"vor-ort/{name}" for name in files], ())
    text = Text.read("vor-ort/seite", "seiten/seite.md", HEAD + HARMLESS[case])
    assert Writer(links, no_mark).page(text).html


FRAME = '<div class="tabellenfeld" tabindex="0" role="group" aria-label="Tabelle">'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a | b\n--|--\nc | d", f"{FRAME}<table>"),
        ("<TABLE><tr><td>x</td></tr></TABLE >", f"{FRAME}<TABLE><tr><td>x</td></tr></TABLE ></div>"),
        (
            "<details>\n<table><tr><td><table><tr><td>x</table></td></tr></table>\n</details>",
            f"<details>\n{FRAME}<table><tr><td><table><tr><td>x</table></td></tr></table></div>\n</details>",
        ),
        ('<p title="<table></table><h1>">x</p>', '<p title="<table></table><h1>">x</p>'),
        ("<!-- <table></table> -->", "<!-- <table></table> -->"),
        ("`<table></table>`", "<p><code>&lt;table&gt;&lt;/table&gt;</code></p>"),
        ("# Noch eine\n\n<H1 lang=en>more</H1>", '<h2 id="noch-eine">Noch eine</h2>\n<H1 lang=en>more</H1>'),
        ("Noch eine\n===", '<h2 id="noch-eine">Noch eine</h2>'),
    ],
)
def test_tables_scroll_by_themselves_and_titles_stand_once(written: str, shown: str) -> None:
    html = rendered(HEAD + written)
    assert shown.replace("H1", "h2") in html
    assert check_page("seiten/a.md", HEAD + written, html) == []


def test_a_page_is_read_as_a_whole() -> None:
    """Around a mark too: links are defined once, headings of the same name have two ids and stand in the contents."""
    body = "[x]\n\n## Ort\n\n<!-- katalog: glossar -->\n\n## Ort\n\n# Mehr\n\n[x]: https://a.example/\n"
    page = Writer(Links(offline=False), no_mark).page(
        Text.read("vor-ort/seite", "seiten/seite.md", HEAD + body)
    )
    assert '<a href="https://a.example/">x</a>' in page.html
    assert [id_ for id_, _ in page.sections] == ["ort", "ort_1", "mehr"]


def no_mark(_name: str, _contents: Contents) -> Markup:
    return Markup("")


@pytest.mark.parametrize(
    "written", [b"# Seite\n\na\0b", "# Über".encode("cp1252"), "# Seite".encode("utf-16")]
)
def test_a_page_in_another_encoding_is_named_with_its_folder(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "seite.md"
    path.write_bytes(written)
    with pytest.raises(CatalogError, match=r"seiten/seite\.md:\d: Die Datei ist nicht in UTF-8"):
        read_page(path)


def test_all_harmless_pages_make_one_harmless_page(tmp_path: Path) -> None:
    alone = {"marke", "inhaltsverzeichnis"}
    assert problems_of(tmp_path, HEAD + "\n\n".join(t for c, t in HARMLESS.items() if c not in alone)) == []


def test_the_finished_html_counts_whoever_rendered_it() -> None:
    text = "# Seite\n\n~~~ {.x}\nabc\n~~~\n"
    html = rendered(text).replace("abc", '<iframe src="/x"></iframe>')
    (problem,) = check_page("seiten/a.md", text, html)
    assert problem.line == 1
    assert problem.message.endswith("Es steht irgendwo auf der Seite.")


@pytest.mark.parametrize(
    ("head", "line", "said"),
    [
        ("---\ntitle: x\n\n# Seite\n", 1, "endet aber nirgends"),
        ("\n\n---\ntitle: x\n---\n# Seite\n", 3, "ganz an den Anfang"),
        ("---\ntitel: x\n---\n# Seite\n", 2, "Das Feld „titel“ gibt es hier nicht"),
        ("---\ntitle:\u00a0x\n---\n# Seite\n", 2, "geschütztes Leerzeichen"),
        ('---\ntitle: "\u200b"\n---\n# Seite\n', 2, "nur aus unsichtbaren Zeichen"),
        ("kein Kopf", 0, "Die Seite braucht eine Überschrift"),
        ("# \n", 0, "Die Seite braucht eine Überschrift"),
        ("# Seite\n\n  <<<<<<< HEAD\n=======\n>>>>>>> b\n", 3, "Bearbeitungskonflikts"),
    ],
)
def test_head_and_heading(tmp_path: Path, head: str, line: int, said: str) -> None:
    found = problems_of(tmp_path, head)
    assert any(said in text and text.startswith(f"seiten/seite.md:{line}:"[: -2 if not line else None]) for text in found), found  # fmt: skip


def test_a_closed_head_may_have_spaces_and_be_empty(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "--- \ntitle: Kopf\n---\t\n# Seite\n") == []
    assert problems_of(tmp_path, "---\n---\n# Seite\n") == []


@pytest.mark.parametrize(
    "name", ["con.md", "nul.md", "com1.md", "bin.md", "Über.md", "a b.md", "a--b.md", f"{'a' * 101}.md"]
)
def test_names_that_make_no_address(tmp_path: Path, name: str) -> None:
    (found,) = problems_of(tmp_path, HEAD, name)
    assert found.startswith(f"seiten/{name}: Der Dateiname ")


@pytest.mark.parametrize("part", ["<", "[", "![", "<a ", "[a](", "> ", "{", "`", "<!--", "**a ", "(", "&"])
def test_long_and_tangled_lines_take_no_time(tmp_path: Path, part: str) -> None:
    """Either refused before anything is rendered, or rendered at once; the parser alone took minutes."""
    for text in (part * (10_000_000 // len(part)), part * (19_000 // len(part))):
        for line in problems_of(tmp_path, HEAD + text):
            assert len(line) < 400


@pytest.mark.parametrize(("part", "sign"), [("![", "["), ("[a](", "("), ("[a](b ", "("), ("a <b ", "<")])
def test_what_is_never_closed_is_refused_where_it_begins(tmp_path: Path, part: str, sign: str) -> None:
    assert problems_of(tmp_path, f"{HEAD}\n{part * 99}") == []
    (found,) = problems_of(tmp_path, f"{HEAD}\n{part * 101}")
    line = HEAD.count("\n") + 2
    assert found.startswith(
        f"seiten/seite.md:{line}: In diesem Absatz sind sehr viele „{sign}“ nicht geschlossen"
    )


@pytest.mark.parametrize(
    "text", ["1. " * 3000, "* + " * 1500, "\n".join("\t" * depth + "- a" for depth in range(300))]
)
def test_lists_inside_lists_are_no_riddle_to_the_parser(tmp_path: Path, text: str) -> None:
    (found,) = problems_of(tmp_path, f"{HEAD}{text}x")
    assert "Hier sind zu viele Zitate und Listen ineinander geschachtelt." in found


def test_very_many_problems_are_told_in_part(tmp_path: Path) -> None:
    """Each is looked for in every line, so time would grow with the square of a page."""
    found = problems_of(tmp_path, HEAD + "<b onclick=x>a</b>\n" * 2000)
    assert [line.partition(": ")[0] for line in found[1:]] == [f"seiten/seite.md:{n}" for n in range(3, 103)]
    assert found[0].startswith("seiten/seite.md: Mehr als 100 Stellen sind hier nicht möglich.")


def test_very_many_pieces_of_code_in_one_paragraph(tmp_path: Path) -> None:
    """After one that is left open, the parser reads the whole paragraph again for each."""
    assert problems_of(tmp_path, HEAD + "`a` " * 250) == []
    (found,) = problems_of(tmp_path, HEAD + "`a` " * 251)
    assert found.startswith("seiten/seite.md:3: In diesem Absatz sind sehr viele „`“.")


def test_size(tmp_path: Path) -> None:
    assert problems_of(tmp_path, HEAD + ("Wort " * 999 + "\n\n") * (MAX_CHARACTERS // 5100)) == []
    for text in ("Wort " * MAX_CHARACTERS, "a\n" * (MAX_LINES + 1)):
        assert "Teilen Sie sie" in problems_of(tmp_path, HEAD + text)[0]

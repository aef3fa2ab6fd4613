"""The pure package on the smallest catalogue: links, views, data, pages."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
from book import book_of, marker, pages_of
from catalog.__main__ import main
from catalog.catalogue.entries import Catalog
from catalog.catalogue.load import parse_catalog
from catalog.catalogue.overviews import all_beispiele, filtered_beispiele, matrix
from catalog.model.kinds import KINDS, authored_links
from catalog.model.schema import catalog_schema
from catalog.pages.markers import MARKERS
from catalog.publishing.addresses import ROOT as ROOT_MARK
from catalog.publishing.data import as_csv, as_open_data, data_files
from catalog.reading.problems import CatalogError
from catalog.site.scripts import NotFlat, bundles, flatten
from conftest import ROOT
from kommune import AUENBRUECK
from tiny import TINY, tiny_with


def test_package_knows_nothing_of_mkdocs() -> None:
    hooks = ROOT / "hooks"
    modules = [file.relative_to(hooks) for file in hooks.glob("catalog/[a-z]*/[a-z]*.py")]
    names = [".".join(module.with_suffix("").parts) for module in modules]
    code = f"import sys, {', '.join(names)}; sys.exit('mkdocs' in sys.modules)"
    assert len(names) > 10
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", check=False).returncode == 0


class TestLinks:
    @pytest.mark.parametrize(
        ("source", "target"), [(source.key, target.key) for source, _, target in authored_links()]
    )
    def test_are_seen_from_both_ends(self, tiny: Catalog, source: str, target: str) -> None:
        assert any(entry.linked(target) for entry in tiny.all(source))
        assert all(
            entry in other.linked(source) for entry in tiny.all(source) for other in entry.linked(target)
        )
        assert all(
            other in entry.linked(target) for other in tiny.all(target) for entry in other.linked(source)
        )

    def test_of_a_glossary_entry_to_another(self, tiny: Catalog) -> None:
        beirat, rat = tiny.all("glossar")
        assert (beirat.linked("glossar"), rat.linked("glossar")) == ([rat], [beirat])

    def test_lead_from_a_source_to_all_that_cite_it(self, tiny: Catalog) -> None:
        (papier,) = tiny.all("quellen")
        assert {kind for kind in KINDS if papier.linked(kind)} == KINDS.keys() - {
            "quellen",
            "beispiele",
            "zusatzfragen",
            "anlaufstellen",
        }

    def test_stand_in_the_order_of_the_catalogue(self, catalog: Catalog) -> None:
        order = {kind: [entry.id for entry in catalog.all(kind)] for kind in KINDS}
        for entry in catalog:
            for kind, linked in entry.links.items():
                ids = [other.id for other in linked]
                assert ids == sorted(ids, key=order[kind].index)

    def test_entries_know_their_lines(self, tiny: Catalog) -> None:
        lines = TINY.splitlines()
        for entry in tiny:
            assert entry.id in lines[entry.line - 1]
            assert lines[entry.end_line - 1].strip()
            assert entry.end_line == len(lines) or not lines[entry.end_line].startswith("    ")


class TestOverviews:
    def test_filters_count_and_lead_to_lists_that_exist(self, tiny: Catalog) -> None:
        overview = all_beispiele(tiny)
        lists = {other.path: other for other in filtered_beispiele(tiny)}
        choices = [choice for row in overview.filters for choice in row.choices if choice.count]
        assert [choice.label for choice in choices] == ["Hessen", "Stadt", "Netzwerke"]
        assert all(len(lists[choice.path].beispiele) == choice.count for choice in choices)

    def test_small_places_have_a_list_of_their_own(self) -> None:
        einwohner = '        art: "Stadt"\n        einwohner: {zahl: 5000, stand: "2022", quelle: papier}\n'
        catalog = parse_catalog(TINY.replace('        art: "Stadt"\n', einwohner))
        lists = {overview.path: overview.title for overview in filtered_beispiele(catalog)}
        sizes = {path: title for path, title in lists.items() if "/groesse/" in path}
        assert sizes == {
            "beispiele/groesse/unter-20000": "Beispiele: unter 20.000",
            "beispiele/groesse/ab-5000": "Beispiele: 5.000 bis unter 20.000",
        }

    def test_a_list_marks_its_own_choice(self, tiny: Catalog) -> None:
        for overview in filtered_beispiele(tiny):
            chosen = [choice.path for row in overview.filters for choice in row.choices if choice.chosen]
            assert chosen == [overview.path]

    def test_matrix_names_gaps(self) -> None:
        text = TINY.replace("    stellschrauben: [auftakt]\n", "").replace("    fragen: [leitbild]\n", "", 1)
        (row,) = matrix(parse_catalog(text))
        assert row.gaps == ("keine Stellschraube", "keine Frage im Kurz-Check")
        assert [linked for _, linked in row.cells] == [True]


class TestPages:
    def test_one_per_entry_list_and_old_address(self) -> None:
        text = TINY.replace("  - id: rat\n", "  - id: rat\n    fruehere_ids: [gemeinderat]\n")
        catalog = parse_catalog(text)
        pages = pages_of(catalog)
        assert pages.keys() >= {entry.path for entry in catalog}
        assert pages["glossar/gemeinderat"].redirect == "glossar/rat"

    def test_titles_survive_quotes_and_colons(self) -> None:
        text = TINY.replace('"Beirat"\n    abk', "'Der \"Beirat\": ein Gremium #1'\n    abk")
        page = pages_of(parse_catalog(text))["glossar/beirat"]
        assert page.title == 'Der "Beirat": ein Gremium #1'
        assert "Der &#34;Beirat&#34;: ein Gremium #1" in page.html

    @pytest.mark.parametrize("kind", ["beispiele", "glossar", "suchbegriffe"])
    def test_lists_may_be_empty(self, kind: str) -> None:
        catalog = parse_catalog(tiny_with(f"{kind}: []\n"))
        assert all(page.html for page in pages_of(catalog).values())
        for name in MARKERS:
            assert "katalog:" not in marker(catalog, name)

    def test_unknown_marker_is_named(self, tiny: Catalog) -> None:
        with pytest.raises(
            CatalogError, match=r"suche\.md:1: Die Marke „matrx“ gibt es nicht\. Meinten Sie „matrix“"
        ):
            marker(tiny, "matrx")

    def test_an_entry_leads_to_its_text_by_kind_and_id(self, tiny: Catalog) -> None:
        pages = pages_of(tiny)
        assert 'quelltext/quellen/#papier"' in pages["quellen/papier"].html
        assert '<section id="papier">' in pages["quelltext/quellen"].html
        assert "#L" not in pages["quelltext/quellen"].html

    def test_the_text_of_an_entry_leads_to_its_lines_in_a_public_repository(self, tiny: Catalog) -> None:
        pages = pages_of(tiny, repository="https://x.org/main/")
        entry = tiny.get("quellen", "papier")
        address = f"https://x.org/main/catalog.yml#L{entry.line}-L{entry.end_line}"
        assert f'href="{address}"' in pages["quelltext/quellen"].html
        assert address not in pages["quellen/papier"].html


class TestWrittenLinks:
    """Texts written by hand link to entries by kind and id, to pages by their file."""

    def written(self, catalog: Catalog, text: str) -> str:
        return book_of(catalog, texts={"suche": text}).page("suche").html

    @pytest.mark.parametrize(
        ("link", "address"),
        [
            ("glossar:rat", "glossar/rat/"),
            ("glossar:rat#anfang", "glossar/rat/#anfang"),
            ("glossar/index.md", "glossar/"),
            ("index.md", ""),
            ("musterantrag/Musterantrag.docx", "musterantrag/Musterantrag.docx"),
        ],
    )
    def test_inside_the_site(self, tiny: Catalog, link: str, address: str) -> None:
        assert f'<a href="{ROOT_MARK}{address}">x</a>' in self.written(tiny, f"[x]({link})")

    @pytest.mark.parametrize("link", ["https://x.org/a.md", "#hier", "mailto:a@b.de", "tel:+49351"])
    def test_elsewhere_stay_as_they_are(self, tiny: Catalog, link: str) -> None:
        assert f'<a href="{link}">x</a>' in self.written(tiny, f"[x]({link})")

    @pytest.mark.parametrize(
        ("link", "hint"),
        [
            ("glossar:ratt", "Meinten Sie „glossar:rat“?"),
            ("glosar:rat#mehr", "Meinten Sie „glossar:rat“?"),
            ("glosar/index.md", "Meinten Sie „glossar/index.md“?"),
            ("glossar.md", "Meinten Sie „glossar/index.md“?"),
            ("bild.png", ""),
        ],
    )
    def test_that_lead_nowhere_are_named_with_their_line(self, tiny: Catalog, link: str, hint: str) -> None:
        text = f"---\ntitle: x\n---\n\n# Titel\n\n[x]({link})\n"
        with pytest.raises(CatalogError) as caught:
            self.written(tiny, text)
        assert str(caught.value).startswith(f"content/suche.md:7: Der Verweis „{link}“ führt nirgendwohin.")
        assert hint in str(caught.value)

    @pytest.mark.parametrize(
        "written", ["[x]( nix )", "[x](<nix>)", "[x][1]\n[1]: nix", "[nix][1]\n[1]:  <nix>"]
    )
    def test_that_lead_nowhere_are_found_however_they_are_written(self, tiny: Catalog, written: str) -> None:
        text = "# Titel\n\n" + written.replace("\n", "\n\n")
        with pytest.raises(CatalogError) as caught:
            self.written(tiny, text)
        line = 5 if "\n" in written else 3
        assert str(caught.value).startswith(f"content/suche.md:{line}: Der Verweis „nix“ führt nirgendwohin.")

    @pytest.mark.parametrize(
        "mark", ["<!--katalog: matrix-->", "<!-- katalog: matrix --> x", "<!-- Katalog: matrix -->"]
    )
    def test_what_is_almost_a_mark_is_named(self, tiny: Catalog, mark: str) -> None:
        with pytest.raises(CatalogError, match=r"suche\.md:3: „<!--.*-->“ ist keine Marke\."):
            self.written(tiny, f"x\n\n{mark}\n")

    @pytest.mark.parametrize(
        ("head", "message"),
        [
            ("titel: x", "Das Feld „titel“ gibt es hier nicht. Meinten Sie „title“?"),
            ("title: [x", "Klammer"),
            ("scripts: suche", "Hier wird eine Liste erwartet"),
        ],
    )
    def test_a_head_with_a_mistake_is_named_with_its_line(
        self, tiny: Catalog, head: str, message: str
    ) -> None:
        with pytest.raises(CatalogError) as caught:
            self.written(tiny, f"---\n{head}\n---\n\nx\n")
        assert str(caught.value).startswith("content/suche.md:2: ")
        assert message in str(caught.value)

    def test_a_text_must_not_stand_where_a_page_is_made(self, tiny: Catalog) -> None:
        with pytest.raises(
            CatalogError, match=r"content/glossar/rat\.md: Diese Seite entsteht aus catalog\.yml\."
        ):
            book_of(tiny, texts={"glossar/rat": "x"})

    def test_all_that_lead_nowhere_are_named_at_once(self, tiny: Catalog) -> None:
        with pytest.raises(CatalogError) as caught:
            self.written(tiny, "[x](a.md)\n\n<!-- katalog: nichts -->\n\n[y](b.md)")
        assert [problem.line for problem in caught.value.problems] == [1, 3, 5]


class TestData:
    def test_document_has_every_list(self, tiny: Catalog) -> None:
        document = as_open_data(tiny)
        assert document.keys() >= {"schema_version", "stand", *KINDS}
        assert document["empfehlungen"][0]["teile"][0]["id"] == "anstossen"
        assert document["empfehlungen"][0]["beispiele"] == ["musterstadt-runder-tisch"]
        assert document["erfolgsfaktoren"][0]["empfehlungen"] == ["netzwerke"]

    def test_schema_accepts_the_catalogue_and_nothing_else(self) -> None:
        import yaml

        catalogue = yaml.safe_load(TINY)
        validator = jsonschema.Draft202012Validator(catalog_schema())
        assert list(validator.iter_errors(catalogue)) == []
        assert list(validator.iter_errors({**catalogue, "beispeile": []}))

    def test_the_size_class_follows_from_the_number_of_inhabitants(self) -> None:
        einwohner = '        art: "Stadt"\n        einwohner: {zahl: 16774, stand: "2022", quelle: papier}\n'
        catalog = parse_catalog(TINY.replace('        art: "Stadt"\n', einwohner))
        (record,) = as_open_data(catalog)["beispiele"]
        assert record["kommunen"][0]["einwohner"] == {"zahl": 16774, "stand": "2022", "quelle": "papier"}
        assert record["kommunen"][0]["groesse"] == "ab-5000"
        assert "16774 – 2022 – papier – ab-5000" in as_csv(catalog.all("beispiele"))

    def test_tables_open_in_a_spreadsheet(self, tiny: Catalog) -> None:
        table = as_csv(tiny.all("beispiele"))
        assert table.startswith("\ufeffid;titel;url;")
        (row,) = csv.DictReader(io.StringIO(table[1:]), delimiter=";")
        assert (row["seit"], row["kommunen"]) == ("2010", "Musterstadt – Hessen – Stadt")

    @pytest.mark.parametrize("sign", list("=+-@"))
    def test_tables_hold_no_formulas(self, sign: str) -> None:
        text = TINY.replace('"Runder Tisch"', f'"{sign}1+1"')
        assert f";'{sign}1+1;" in as_csv(parse_catalog(text).all("beispiele"))

    def test_files_are_valid_json(self, tiny: Catalog) -> None:
        for path, make in data_files(tiny):
            assert path.endswith(".csv") or json.loads(make())


class TestScripts:
    @pytest.fixture
    def module(self, tmp_path: Path) -> Path:
        (tmp_path / "teil").mkdir()
        (tmp_path / "teil/b.mjs").write_text("const hidden = 1;\nexport const shown = hidden + 1;\n")
        entry = tmp_path / "a.mjs"
        entry.write_text(
            'import {\n  shown,\n} from "./teil/b.mjs";\nexport function run() {\n  return shown;\n}\n'
        )
        return entry

    def test_imports_come_first_and_once(self, module: Path) -> None:
        assert flatten(module) == dedent(
            """\
            (() => {
            "use strict";
            const hidden = 1;
            const shown = hidden + 1;
            function run() {
              return shown;
            }
            })();
            """
        )

    @pytest.mark.parametrize(
        "line",
        ["export default 1;", 'import * as b from "./teil/b.mjs";', "await import('x');", "import.meta.url;"],
    )
    def test_what_cannot_be_flattened_is_refused(self, module: Path, line: str) -> None:
        module.write_text(module.read_text() + line + "\n")
        with pytest.raises(NotFlat):
            flatten(module)

    def test_a_script_that_is_loaded_later_is_named_with_its_fingerprint(self, module: Path) -> None:
        (module.parent / "spaeter.mjs").write_text("export const late = 1;\n")
        module.write_text(module.read_text() + 'loadBeside("spaeter");\n')
        made = bundles(module.parent)
        name = Path(made["spaeter"][0]).stem
        assert re.fullmatch(r"spaeter\.[0-9a-f]{8}", name)
        assert f'loadBeside("{name}")' in made["a"][1]

    def test_comments_and_types_stay_behind(self, module: Path) -> None:
        plain = flatten(module)
        types = '/** @param {import("./teil/b.mjs").Shown} shown */\n'
        cast = '// Why.\n/**\n * @import {A} from "./a.mjs"\n */\n'
        module.write_text(
            types + cast + module.read_text().replace("return shown", "return /** @type {A} */ (shown)")
        )
        assert flatten(module) == plain.replace("return shown", "return (shown)")

    def test_an_address_in_a_text_is_no_comment(self, module: Path) -> None:
        module.write_text(module.read_text() + 'const address = "https://a.example/*b*/";\n')
        assert '"https://a.example/*b*/"' in flatten(module)

    def test_a_name_used_twice_is_refused(self, module: Path) -> None:
        module.write_text(module.read_text() + "const hidden = 2;\n")
        with pytest.raises(NotFlat, match=r"hidden is declared in b\.mjs and in a\.mjs"):
            flatten(module)


class TestCommands:
    def test_check_counts_and_names_the_next_step(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(ROOT / "tests" / "support" / "tiny.yml")]) == 0
        *lists, _, first, second = capsys.readouterr().out.splitlines()
        assert lists[0] == "Nicht belegt; erscheint auf keiner Seite:"
        sections = lists[lists.index("quellen: Zeilen 4–11") :]
        assert sections[0] == "quellen: Zeilen 4–11"
        for line in sections:
            name, start, end = re.fullmatch(r"(\w+): Zeilen (\d+)–(\d+)", line).groups()
            lines = TINY.splitlines()[int(start) - 1 : int(end)]
            assert lines[0] == f"{name}:"
            assert all(line.startswith(" ") for line in lines[1:])
        assert first.startswith("tiny.yml ist in Ordnung: 1 Empfehlung mit 1 Teil, 1 Erfolgsfaktor, ")
        assert first.endswith("2 Begriffe, 1 Land, 1 Anlaufstelle und 1 Quelle.")
        assert "make serve" in second

    def test_a_municipality_reads_of_its_folder_alone(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """What the product's editors are told says nothing to them; a link in an own page does."""
        folder = tmp_path / "unsere kommune"
        shutil.copytree(AUENBRUECK, folder)
        assert main(["check", "--kommune", str(folder)]) == 0
        *advice, verdict, show = capsys.readouterr().out.splitlines()
        assert verdict.startswith(f"{folder} ist in Ordnung: ")
        assert show == f"So sehen Sie das Ergebnis an: make serve KOMMUNE='{folder}'"
        assert not [line for line in advice if line.startswith("catalog.yml") or ": Zeilen " in line]
        page = folder / "seiten/beratung.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n[x](glossar:fehlt)\n", encoding="utf-8")
        assert main(["check", "--kommune", str(folder)]) == 1
        assert "Der Verweis „glossar:fehlt“ führt nirgendwohin." in capsys.readouterr().err

    def test_check_reports_problems(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "kaputt.yml"
        file.write_text("quellen: [a\n", encoding="utf-8")
        assert main(["check", str(file)]) == 1
        assert capsys.readouterr().err.startswith("kaputt.yml:1: Eine Klammer")


def test_an_entry_is_shown_without_all_it_links_to(catalog: Catalog) -> None:
    """Otherwise a failing test would write for hours."""
    assert all(len(repr(entry)) < 200_000 for entry in catalog)

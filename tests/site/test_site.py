"""The real site, built strictly once: counts, links, page furniture, what a strict host refuses."""

import filecmp
import json
import os
import posixpath
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
import yaml
from catalog.__main__ import SCHEMA
from catalog.catalogue.entries import Catalog, Eintrag
from catalog.catalogue.laender import cited
from catalog.model.kinds import KINDS, authored_links
from catalog.model.schema import catalog_schema
from catalog.publishing.data import to_json
from catalog.publishing.text import in_words
from conftest import ROOT, build_site
from kommune import AUENBRUECK, website_of
from page_source import PageSource, broken_links, page_sources
from projects import project_copy

# What helps editors and the search, and the law of a Land as the motion says it.
NOT_SHOWN = frozenset({"ungeprueft", "suchworte", "stichwoerter", "antrag"})
SOURCES = ROOT.parent / "shared" / "quellen"
ENGINES = ("mkdocs", "properdocs")
VARIANTS = {
    "as it is": {},
    "in a sub-folder": {"SITE_URL": "https://www.kommune.example/amt/integration/"},
    "offline": {"OFFLINE": "true"},
    "a municipality's copy": {"KOMMUNE": str(AUENBRUECK)},
}
BUILT_FOR_ALL = {"as it is": "site", "offline": "offline_site"}
DUTIES = ("impressum", "datenschutz", "barrierefreiheit")
LOADED = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("use", "href"),
}


@pytest.fixture(scope="session")
def pages(site_pages: dict[str, PageSource]) -> dict[str, PageSource]:
    return site_pages


@pytest.fixture(scope="session")
def whole_pages(pages: dict[str, PageSource]) -> dict[str, PageSource]:
    """All pages but those that only lead to a new address."""
    return {path: page for path, page in pages.items() if 'http-equiv="refresh"' not in page.source}


@pytest.fixture(scope="session")
def api(site: Path) -> dict[str, Any]:
    return json.loads((site / "api/v1/katalog.json").read_text(encoding="utf-8"))


def plain_catalogue() -> Any:
    """The catalogue as YAML says it, without our own reading."""
    text = (ROOT / "catalog.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class TestOpenData:
    def test_counts(self, api: dict[str, Any]) -> None:
        exact = {
            "empfehlungen": 10,
            "erfolgsfaktoren": 11,
            "stellschrauben": 14,
            "argumente": 4,
            "fragen": 13,
        }
        assert {kind: len(api[kind]) for kind in exact} == exact
        assert sum(len(entry["teile"]) for entry in api["empfehlungen"]) == 25
        assert len(api["beispiele"]) >= 45
        assert len(api["glossar"]) >= 25

    def test_every_entry_has_id_title_and_a_page(self, api: dict[str, Any], site: Path) -> None:
        for kind in KINDS:
            for entry in api[kind]:
                assert entry["id"]
                assert entry["titel"]
                assert (site / entry["url"] / "index.html").is_file()

    @pytest.mark.parametrize(
        ("source", "target"), [(source.key, target.key) for source, _, target in authored_links()]
    )
    def test_links_agree_from_both_ends(self, api: dict[str, Any], source: str, target: str) -> None:
        name = "verwandt" if source == target == "glossar" else target
        there = {(entry["id"], id_) for entry in api[source] for id_ in entry.get(name, [])}
        back = {(id_, entry["id"]) for entry in api[target] for id_ in entry.get(source, [])}
        assert there
        assert source == target or there == back

    def test_catalogue_satisfies_the_published_schema(self, site: Path) -> None:
        schema = json.loads((site / "api/v1/katalog.schema.json").read_text(encoding="utf-8"))
        catalogue = plain_catalogue()
        jsonschema.Draft202012Validator.check_schema(schema)
        assert list(jsonschema.Draft202012Validator(schema).iter_errors(catalogue)) == []

    def test_schema_for_editors_is_current(self) -> None:
        assert SCHEMA.read_text(encoding="utf-8") == to_json(catalog_schema()), (
            "„make schema“ schreibt es neu."
        )

    def test_the_schema_explains_every_field(self) -> None:
        def explained(field: dict[str, Any]) -> bool:
            kinds = [field, field.get("items", {}), *field.get("anyOf", [])]
            return any("description" in kind or "$ref" in kind for kind in kinds)

        kinds = catalog_schema()["$defs"].items()
        fields = [
            (f"{kind}.{name}", field) for kind, model in kinds for name, field in model["properties"].items()
        ]
        assert [name for name, field in fields if not explained(field)] == []
        assert not any("description" in model for _, model in kinds)

    def test_catalogue_names_its_schema(self) -> None:
        first = (ROOT / "catalog.yml").read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={SCHEMA.relative_to(ROOT).as_posix()}"


class TestContent:
    def test_every_text_of_an_entry_is_on_its_page(
        self, catalog: Catalog, pages: dict[str, PageSource]
    ) -> None:
        # Texts with braces are filled in by the motion, whose own tests look at them.
        missing = [
            (entry.url, text)
            for entry in catalog
            for text in texts_of(shown_of(entry), without=NOT_SHOWN)
            if "{" not in text
            and not any(
                form in pages[f"{entry.url}index.html"].text
                for form in (text, in_words(text), text[:1].upper() + text[1:])
            )
        ]
        assert missing == []

    def test_entry_shows_its_id_and_leads_to_its_text(
        self, catalog: Catalog, pages: dict[str, PageSource]
    ) -> None:
        for entry in catalog:
            page = pages[f"{entry.url}index.html"]
            assert entry.id in page.text
            assert any(
                re.search(rf"/quelltext/{entry.kind.key}(-\d+)?/#{entry.id}$", href)
                for href in page.addresses()
            )

    def test_code_keeps_its_lines(self) -> None:
        """Only code that is indented is a block here; between fences it would run on in one line."""
        texts = {file: file.read_text(encoding="utf-8") for file in (ROOT / "content").rglob("*.md")}
        assert [file.name for file, text in texts.items() if "```" in text] == []

    @pytest.mark.skipif(
        not SOURCES.is_dir(), reason="Die Ausgangstexte liegen nicht neben diesem Repository."
    )
    def test_no_nine_words_in_a_row_come_from_a_source(self) -> None:
        known = {run for file in SOURCES.glob("*.txt") for run in runs(file.read_text(encoding="utf-8"))}
        assert len(known) > 1000
        catalogue = plain_catalogue()
        written = [*texts_of(catalogue)]
        for file in sorted((ROOT / "content").rglob("*.md")):
            written += file.read_text(encoding="utf-8").split("\n\n")
        assert (
            sorted({" ".join(run) for text in written for run in runs(text)} & {" ".join(r) for r in known})
            == []
        )


class TestLinks:
    def test_every_internal_link_and_anchor_leads_somewhere(
        self, pages: dict[str, PageSource], site: Path
    ) -> None:
        assert list(broken_links(pages, site, base="/")) == []

    def test_offline_edition_links_files(self, offline_site: Path) -> None:
        pages = page_sources(offline_site)
        assert list(broken_links(pages, offline_site, base="/", folders=False)) == []
        assert not [
            path for path, page in pages.items() for s in page.all("script") if s.get("type") == "module"
        ]

    def test_pages_work_in_a_subfolder(self, pages: dict[str, PageSource]) -> None:
        absolute = {
            (path, address)
            for path, page in pages.items()
            for address in page.addresses()
            if address.startswith("/") and path != "404.html"
        }
        assert absolute == set()

    def test_only_links_lead_to_other_addresses(self, pages: dict[str, PageSource]) -> None:
        foreign = {
            (path, attrs[name])
            for path, page in pages.items()
            for tag, attrs in page.elements
            for name in attrs
            if (tag, name) in LOADED and urlsplit(attrs[name]).netloc and attrs.get("rel") != "canonical"
        }
        assert foreign == set()

    def test_styles_and_scripts_load_nothing_from_elsewhere(self, site: Path) -> None:
        files = [file for file in site.rglob("*") if file.suffix in {".css", ".mjs", ".js"}]
        assert {file.suffix for file in files} >= {".css", ".js"}
        for file in files:
            text = file.read_text(encoding="utf-8")
            assert not re.findall(r"(?:url\(|@import |fetch\(|from )[\"']?(?:https?:)?//[^)\"']*", text), file


class TestFurniture:
    def test_language_title_and_description(self, whole_pages: dict[str, PageSource]) -> None:
        for path, page in whole_pages.items():
            assert page.all("html")[0]["lang"] == "de", path
            assert len(page.all("title")) == 1, path
            (description,) = [m["content"] for m in page.all("meta") if m.get("name") == "description"]
            assert len(description) >= 20, path

    def test_titles_tell_pages_apart(self, whole_pages: dict[str, PageSource]) -> None:
        titles = [
            re.search(r"<title>(.*?)</title>", page.source, re.DOTALL)[1] for page in whole_pages.values()
        ]
        assert len(set(titles)) == len(titles), sorted({title for title in titles if titles.count(title) > 1})

    def test_one_main_and_one_heading(self, whole_pages: dict[str, PageSource]) -> None:
        for path, page in whole_pages.items():
            assert (len(page.all("main")), len(page.all("h1"))) == (1, 1), path

    def test_headings_skip_no_level(self, whole_pages: dict[str, PageSource]) -> None:
        for path, page in whole_pages.items():
            article = page.elements[[tag for tag, _ in page.elements].index("article") :]
            levels = [int(tag[1]) for tag, _ in article if re.fullmatch("h[1-6]", tag)]
            assert levels[0] == 1, path
            assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)

    def test_ids_are_unique(self, pages: dict[str, PageSource]) -> None:
        for path, page in pages.items():
            assert len(set(page.ids)) == len(page.ids), path

    def test_a_picture_has_an_address_and_a_required_choice_begins_with_none(
        self, pages: dict[str, PageSource]
    ) -> None:
        for path, page in pages.items():
            assert all(attrs.get("src") for attrs in page.all("img")), path
            following = zip(page.elements, page.elements[1:], strict=False)
            firsts = [
                option for (tag, attrs), (_, option) in following if tag == "select" and "required" in attrs
            ]
            assert all(option.get("value") == "" for option in firsts), path

    @pytest.mark.parametrize("duty", DUTIES)
    def test_duties_are_linked_from_every_page(self, pages: dict[str, PageSource], duty: str) -> None:
        for path, page in pages.items():
            targets = {posixpath.normpath(posixpath.join("/", path, "..", a)) for a in page.addresses()}
            assert f"/{duty}" in targets, path

    def test_no_inline_script_or_style(self, pages: dict[str, PageSource]) -> None:
        for path, page in pages.items():
            assert all("src" in attrs for attrs in page.all("script")), path
            assert not page.all("style"), path
            inline = [
                name for _, attrs in page.elements for name in attrs if name == "style" or name[:2] == "on"
            ]
            assert not inline, path
            assert not [
                address for address in page.addresses() if urlsplit(address).scheme == "javascript"
            ], path

    def test_the_frame_of_a_page_does_not_grow_with_the_catalogue(self, pages: dict[str, PageSource]) -> None:
        for path, page in pages.items():
            frame = re.sub(
                r"<article.*</article>|<nav class=\"inhalt\".*?</nav>", "", page.source, flags=re.DOTALL
            )
            assert len(frame) < 12_000, path


class TestBuilding:
    @pytest.mark.long
    @pytest.mark.parametrize("variant", VARIANTS)
    def test_every_engine_gives_the_same_bytes(
        self, request: pytest.FixtureRequest, tmp_path: Path, variant: str
    ) -> None:
        if variant in BUILT_FOR_ALL:
            ours = request.getfixturevalue(BUILT_FOR_ALL[variant])
        else:
            ours = build_site(tmp_path / "catalog", **VARIANTS[variant])
        for engine in ENGINES:
            theirs = build_site(tmp_path / engine, engine=engine, **VARIANTS[variant])
            assert differences(ours, theirs) == [], engine

    @pytest.mark.long
    def test_a_second_build_is_identical_and_needs_no_engine(self, site: Path, tmp_path: Path) -> None:
        """The theme is there as files only; whoever imports an engine or the theme fails."""
        blocked = tmp_path / "blocked"
        for name in ("mkdocs", "properdocs"):
            (blocked / name).mkdir(parents=True)
            (blocked / name / "__init__.py").write_text("raise ImportError('an engine was imported')")
        path = os.pathsep.join([str(blocked), str(ROOT / "hooks")])
        assert differences(site, build_site(tmp_path / "ours", PYTHONPATH=path)) == []

    def test_a_changed_sentence_changes_the_pages_that_show_it(self, site: Path, tmp_path: Path) -> None:
        project = project_copy(tmp_path / "project")
        catalogue = project / "catalog.yml"
        text = catalogue.read_text(encoding="utf-8")
        catalogue.write_text(
            text.replace(
                "erklaerung: >-\n      Das Gesetz gilt",
                "erklaerung: >-\n      Neu.\n      Das Gesetz gilt",
                1,
            ),
            encoding="utf-8",
        )
        assert catalogue.read_text(encoding="utf-8") != text
        changed = {
            path
            for path in differences(site, build_site(tmp_path / "site", project=project))
            if path.endswith(".html")
        }
        shown = {"glossar/agg/index.html", "glossar/index.html", "quelltext/glossar/index.html"}
        assert shown <= changed
        assert len(changed) <= 12, changed

    @pytest.mark.long
    def test_unchanged_files_keep_their_time(self, site: Path, tmp_path: Path) -> None:
        target = shutil.copytree(site, tmp_path / "site")
        before = (target / "index.html").stat().st_mtime_ns
        assert (build_site(target) / "index.html").stat().st_mtime_ns == before

    @pytest.mark.long
    @pytest.mark.parametrize("engine", ["catalog", *ENGINES])
    @pytest.mark.parametrize(
        ("file", "text", "message"),
        [
            ("catalog.yml", "quellen: [a\n", r"catalog\.yml:1: Eine Klammer"),
            (
                "content/daten.md",
                "# Daten\n\n[x](nirgends.md)\n",
                r"content/daten\.md:3: Der Verweis „nirgends\.md“",
            ),
        ],
        ids=["catalogue", "text"],
    )
    def test_a_mistake_leaves_the_old_site(
        self, tmp_path: Path, engine: str, file: str, text: str, message: str
    ) -> None:
        project = project_copy(tmp_path / "project")
        (project / file).write_text(text, encoding="utf-8")
        old = tmp_path / "site"
        old.mkdir()
        (old / "index.html").write_text("alt", encoding="utf-8")
        with pytest.raises(pytest.fail.Exception, match=message) as caught:
            build_site(old, project=project, engine=engine)
        assert "Traceback" not in str(caught.value)
        assert (old / "index.html").read_text(encoding="utf-8") == "alt"


def differences(one: Path, other: Path) -> list[str]:
    """Return the paths of all files that only one of two folders holds, or that differ."""
    files = [
        {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}
        for top in (one, other)
    ]
    _, different, failed = filecmp.cmpfiles(one, other, files[0] & files[1], shallow=False)
    return sorted([*(files[0] ^ files[1]), *different, *failed])


def shown_of(entry: Eintrag) -> dict[str, Any]:
    """What an entry's page has to say; a Land's lists only the proofs that it names."""
    data: dict[str, Any] = entry.data.model_dump()
    if entry.kind.key == "laender":
        data["belege"] = tuple(proof.model_dump() for proof in cited(entry.data))
    return data


def texts_of(value: Any, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every sentence or longer text inside a value, on one line."""
    if isinstance(value, dict):
        # What is not proved is not shown, so its age is not either.
        unproved = {"stand"} if value.get("ungeprueft") else set()
        for key, child in value.items():
            if key not in without | unproved:
                yield from texts_of(child, without)
    elif isinstance(value, (list, tuple)):
        for child in value:
            yield from texts_of(child, without)
    elif isinstance(value, str) and " " in value:
        yield " ".join(value.split())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of nine words, without case and punctuation."""
    words = re.findall(r"\w+", text.lower())
    yield from zip(*(words[start:] for start in range(9)), strict=False)


def test_every_page_leads_to_its_source_in_a_public_repository() -> None:
    address = "https://git.invalid/blob/main"
    website = website_of(REPOSITORY_URL=address)
    text = str(website.content("quelltext/empfehlungen/index.html"))
    assert len(re.findall(rf'href="{address}/catalog\.yml#L\d+-L\d+"', text)) == 10
    entry = str(website.content("empfehlungen/netzwerke/index.html"))
    assert "Diese Seite bearbeiten" not in entry
    assert "#L" not in entry
    written = str(website.content("glossar/index.html"))
    assert f'href="{address}/content/glossar/index.md"' in written

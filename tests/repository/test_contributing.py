"""What we tell contributors is true: steps, templates, commands, files, workflows."""

import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
import yaml
from catalog.catalogue.load import parse_catalog
from catalog.model.catalogue import CatalogFile
from conftest import ROOT
from pydantic import BaseModel
from tiny import TINY, tiny_with

CATALOG = (ROOT / "catalog.yml").read_text(encoding="utf-8")
# The commented lines right above a list are its template.
TEMPLATES = {
    key: re.sub(r"(?m)^( *)# ", r"\1", lines)
    for lines, key in re.findall(r"(?m)^ *# Vorlage für [^\n]+:\n((?: *# [^\n]+\n)+) *(\w+):", CATALOG)
}
INSIDE = {"fragen": "kurzcheck", "zusatzfragen": "kurzcheck", "auftraege": "musterantrag"}
PLACEHOLDERS = {
    "kennung-der-quelle": "papier",
    "andere-quelle": "papier",
    "kennung-der-empfehlung": "netzwerke",
    "kennung-des-faktors": "konzept",
    "kennung-der-stellschraube": "auftakt",
    "kennung-der-frage": "leitbild",
    "welche-zusatzfrage": "treffpunkte",
    "welches-beispiel": "musterstadt-runder-tisch",
    "kennung-des-beispiels": "musterstadt-runder-tisch",
    "kennung-des-leitfadens": "tisch-decken",
    "welcher-begriff": "rat",
    "anderer-begriff": "rat",
    "kennung-des-nachfolgers": "rat",
    "[name-des-landes]": "[hessen]",
    "kommunenarten: [gemeinde]": "kommunenarten: [kreis]",
}
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEMPLATE = ROOT / "content/vorlagen/github-website.yml"
PROPOSALS = [ROOT / ".github" / "workflows" / name for name in ("vorschlag.yml", "trennung.yml")]
JARGON = r"(?i)\b(git\w*|commit\w*|branch\w*|fork\w*|push\w*|merge\w*|clone\w*|pull|repository|repo|zweig)\b"


def section(title: str) -> str:
    return re.search(rf"## {re.escape(title)}\n(.*?)(?=\n## |\Z)", CONTRIBUTING, re.DOTALL)[1]


def test_changing_a_sentence_takes_six_steps_without_jargon() -> None:
    text = section("Ich will einen Satz ändern – was klicke ich?")
    assert 1 <= len(re.findall(r"(?m)^\d+\. ", text)) <= 6
    assert re.findall(JARGON, text) == []


def test_the_template_of_an_example_loads() -> None:
    template = re.search(r"```yaml\n(.*?)```", section("Ein Beispiel ergänzen"), re.DOTALL)[1]
    text = (ROOT / "catalog.yml").read_text(encoding="utf-8")
    before, mark, after = text.partition("# endregion beispiele\n")
    grown = parse_catalog(f"{before}\n{template}{mark}{after}")
    example = grown.get("beispiele", "musterstadt-runder-tisch")
    assert set(type(example.data).model_fields) - example.data.model_fields_set == {"fruehere_ids"}


def model_of(key: str) -> type[BaseModel]:
    """Return the model of the entries of a list, in whichever section the list stands."""
    section = CatalogFile.model_fields[INSIDE[key]].annotation if key in INSIDE else CatalogFile
    return get_args(section.model_fields[key].annotation)[0]


def in_tiny(key: str, entry: str) -> str:
    """Return the smallest catalogue with one entry more; a numbered one takes the place of number 1."""
    section = re.search(rf"(?ms)^{INSIDE.get(key, key)}:\n.*?(?=^\w|\Z)", TINY)[0]
    entries = re.search(rf"(?ms)^ *{key}:\n(.*?)(?=^ {{,2}}\w|\Z)", section)[1]
    return tiny_with(section.replace(entries, entry if "nr: 1" in entry else f"{entries.rstrip()}\n{entry}"))


def test_every_list_has_a_template() -> None:
    lists = {
        name for name, field in CatalogFile.model_fields.items() if get_origin(field.annotation) is tuple
    }
    assert TEMPLATES.keys() == lists | INSIDE.keys()


@pytest.mark.parametrize("key", TEMPLATES)
def test_templates_load(key: str) -> None:
    entry = TEMPLATES[key]
    for placeholder, id_ in PLACEHOLDERS.items():
        entry = entry.replace(placeholder, id_)
    assert parse_catalog(in_tiny(key, entry))


@pytest.mark.parametrize("key", TEMPLATES)
def test_templates_show_every_field_and_which_may_be_missing(key: str) -> None:
    (entry,) = yaml.safe_load(TEMPLATES[key])
    fields = model_of(key).model_fields
    assert fields.keys() - entry.keys() <= {"fruehere_ids"}
    indent = " " * (6 if key in INSIDE else 4)
    marked = set(re.findall(rf"(?m)^{indent}(\w+):.*# \?", TEMPLATES[key]))
    assert marked == {name for name in entry if not fields[name].is_required()}


def test_regions_fold_one_section_each() -> None:
    regions = re.findall(r"(?ms)^# region (\w+): [^\n]+\n(.*?)^# endregion (\w+)\n", CATALOG)
    assert all(opened == closed for opened, _, closed in regions)
    sections = [re.findall(r"(?m)^(\w+):", inside) for _, inside, _ in regions]
    assert sections == [[name] for name, _, _ in regions]
    assert {name for name, _, _ in regions} == set(CatalogFile.model_fields) - {"schema_version", "stand"}
    assert regions[-1][0] == "quellen"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_commands_exist(guide: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in set(re.findall(r"\bmake ([a-z]+)", guide.read_text(encoding="utf-8"))):
        assert re.search(rf"(?m)^{command}:", makefile), command


def test_readme_lists_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    listed = re.findall(r"(?m)^\| `make (\w+)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert {"help", *listed} == set(re.findall(r"(?m)^(\w+):.*## ", makefile))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_files_exist(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    written = re.findall(r"\]\(([^)#:]+)\)", text) + re.findall(
        r"`([\w./-]+(?:/|\.(?:py|yml|toml|txt|md)))`", text
    )
    made = {"site/"}
    for path in set(written) - made:
        assert (ROOT / path).exists() or (ROOT / "hooks" / "catalog" / path).exists(), path


def test_readme_gives_a_reason_for_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("| Paket |")[2].partition("\n\n")[0]
    assert set(re.findall(r"(?m)^\| `([\w-]+)`", table)) == needed


@pytest.mark.parametrize("path", [*WORKFLOWS, TEMPLATE], ids=lambda path: path.name)
def test_workflows_pin_their_actions_and_start_without_rights(path: Path) -> None:
    workflow = load(path)
    assert set(workflow["permissions"].values()) <= {"read", "none"} or path not in PROPOSALS
    for step in steps(workflow):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", f"a/b@{'0' * 40}"))


@pytest.mark.parametrize("path", PROPOSALS, ids=lambda path: path.name)
def test_proposals_never_meet_secrets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    # An expression inside a script would let a title or a branch name run commands.
    assert [step for step in steps(load(path)) if "${{" in step.get("run", "")] == []


def test_the_trusted_run_takes_nothing_from_the_proposal() -> None:
    text = (ROOT / ".github/workflows/trennung.yml").read_text(encoding="utf-8")
    assert "pull_request_target" in text
    assert "checkout" not in text


@pytest.mark.parametrize(
    ("files", "links", "number", "code", "words"),
    [
        (["catalog.yml", "content/index.md"], [], 2, 0, "In Ordnung"),
        (["hooks/x.py"], [], 1, 0, "In Ordnung"),
        (["catalog.yml", "hooks/x.py"], [], 2, 1, "Bitte teilen Sie ihn auf."),
        (["content/leck.png"], ["content/leck.png"], 1, 1, "Verknüpfungen statt Dateien: content/leck.png"),
        (["catalog.yml"], ["(mehr Dateien, als sich prüfen lassen)"], 1, 1, "mehr Dateien"),
        (["catalog.yml"], [], 3001, 1, "mehr als 3000 Dateien"),
    ],
)
def test_the_trusted_run_refuses_what_it_cannot_see(
    tmp_path: Path, files: list[str], links: list[str], number: int, code: int, words: str
) -> None:
    (step,) = steps(load(ROOT / ".github/workflows/trennung.yml"))
    (tmp_path / "namen").write_text("".join(f"{name}\n" for name in files), encoding="utf-8")
    (tmp_path / "baum").write_text("".join(f"{name}\n" for name in links), encoding="utf-8")
    (tmp_path / "gh").write_text(
        '#!/bin/sh\ncase "$*" in *trees*) cat baum;; *) cat namen;; esac\n', encoding="utf-8"
    )
    (tmp_path / "gh").chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": "summe",
        "ANZAHL": str(number),
        "BAUM": "repos/a/b/git/trees/c",
        "DATEIEN": "repos/a/b/pulls/1/files",
    }
    result = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert result.returncode == code
    assert words in (tmp_path / "summe").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("dead", "open_list", "calls"),
    [
        (True, "", ["issue create --title Fremde Adressen, die nicht antworten --body-file liste.md"]),
        (True, "7", ["issue edit 7 --body-file liste.md"]),
        (False, "7", ["issue close 7 --comment Alle Adressen antworten wieder."]),
        (False, "", []),
    ],
)
def test_dead_addresses_open_one_list(tmp_path: Path, dead: bool, open_list: str, calls: list[str]) -> None:
    *_, check, report = steps(load(ROOT / ".github/workflows/adressen.yml"))
    assert check["run"] == "make check LINKS=1 > pruefung.txt"
    problems = ["catalog.yml:3: https://a.de/ gibt es nicht mehr (404).", "catalog.yml:9: https://b.de/ x"]
    listed = ["Fremde Adressen:", *problems, ""] if dead else []
    lines = ["Hinweise, keine Fehler:", "catalog.yml:1: x", "", *listed, "quellen: Zeilen 1–2"]
    (tmp_path / "pruefung.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "gh").write_text(
        f'#!/bin/sh\ncase "$*" in "issue list"*) echo "{open_list}";; *) echo "$*" >> rufe;; esac\n',
        encoding="utf-8",
    )
    (tmp_path / "gh").chmod(0o755)
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "TITEL": report["env"]["TITEL"]}
    subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", report["run"]], cwd=tmp_path, env=environment, check=True
    )
    called = tmp_path / "rufe"
    assert (called.read_text(encoding="utf-8").splitlines() if called.exists() else []) == calls
    if dead:
        listing = (tmp_path / "liste.md").read_text(encoding="utf-8").splitlines()
        assert [line for line in listing if line.startswith("- ")] == [f"- {problem}" for problem in problems]


def test_addresses_are_looked_at_every_week() -> None:
    workflow = load(ROOT / ".github/workflows/adressen.yml")
    # YAML reads the key “on” as true.
    (when,) = workflow.get("on", workflow.get(True))["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", when["cron"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("catalog.yml", True),
        ("content/index.md", True),
        ("content/bilder/karte.png", True),
        ("hooks/catalog/checking/link-ausnahmen.yml", True),
        ("hooks/catalog/model/catalogue.py", False),
        ("content/skript.js", False),
        ("content/bild.svg", False),
        ("content/catalog.yml", False),
        (".github/workflows/trennung.yml", False),
        ("hooks/content/x.md", False),
        ("overrides/main.html", False),
    ],
)
def test_what_counts_as_content(name: str, content: bool) -> None:
    text = (ROOT / ".github/workflows/trennung.yml").read_text(encoding="utf-8")
    pattern = re.search(r"inhalt='(.+)'", text)[1]
    assert bool(re.match(pattern, name)) == content


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml")), ids=lambda path: path.stem
)
def test_issue_forms_are_complete(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= form.keys()
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert all(field["attributes"]["label"] for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)


def test_nobody_unknown_owns_code() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#") and "@" not in line] == []


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(workflow: Any) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]

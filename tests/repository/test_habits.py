"""The habits of the project hold: same checks everywhere, every change has a room, every test says what for."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DECISIONS = ROOT / "docs" / "entscheidungen"
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "What was measured", "Consequences", "What would make us change it"]
TEST_MODULES = sorted((ROOT / "tests").rglob("*.py"))
# Where a path below tests/ may be named, besides the tests themselves.
NAMING = [
    *(ROOT / "hooks").rglob("*.py"),
    *(ROOT / "overrides").rglob("*.css"),
    *(ROOT / "overrides").rglob("*.mjs"),
    *DECISIONS.glob("*.md"),
    *(ROOT / name for name in ("Makefile", "README.md", "CONTRIBUTING.md", "pyproject.toml")),
]


def changes() -> dict[str, list[str]]:
    """Return every change of the table „Ich will … → Zimmer“ with the paths that it names."""
    table = CONTRIBUTING.partition("## Ich will … → Zimmer")[2].partition("\n## ")[0]
    rows = re.findall(r"(?m)^\| (?!Ich will|---)(.+) \| (.+) \|$", table)
    return {change: re.findall(r"`([\w./-]+(?:/|\.\w+))`", files) for change, files in rows}


def commands(text: str) -> set[str]:
    return set(re.findall(r"\bmake ([a-z]+)", text))


def load(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def supported() -> list[str]:
    """Return the supported versions of Python, oldest first."""
    return [line.rpartition(" ")[2] for line in PROJECT["project"]["classifiers"] if "Python :: 3." in line]


class TestTableOfChanges:
    def test_names_twenty_changes(self) -> None:
        assert len(changes()) >= 20

    @pytest.mark.parametrize("change", changes())
    def test_every_named_file_exists(self, change: str) -> None:
        paths = changes()[change]
        assert paths
        assert [path for path in paths if not (ROOT / path).exists()] == []


class TestDecisions:
    def test_are_numbered_without_a_gap(self) -> None:
        assert [int(path.name[:4]) for path in RECORDS] == [*range(1, len(RECORDS) + 1)]
        assert len(RECORDS) >= 10

    def test_the_index_lists_each_with_its_title(self) -> None:
        index = (DECISIONS / "README.md").read_text(encoding="utf-8")
        listed = re.findall(r"(?m)^\| (\d+) \| \[(.+)\]\((.+)\) \|$", index)
        titles = [path.read_text(encoding="utf-8").partition("\n")[0] for path in RECORDS]
        assert [f"# {number}. {title}" for number, title, _ in listed] == titles
        assert [file for _, _, file in listed] == [path.name for path in RECORDS]

    @pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
    def test_have_every_part_on_one_page(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"(?m)^## (.+)$", text) == PARTS
        assert all(len(part.strip()) > 40 for part in re.split(r"(?m)^## .+$", text)[1:])
        assert len(text.split()) <= 500


class TestSameChecksEverywhere:
    def test_proposals_are_checked_with_the_oldest_and_the_newest_python(self) -> None:
        oldest, newest = supported()[0], supported()[-1]
        assert PROJECT["project"]["requires-python"] == f">={oldest}"
        github = load(".github/workflows/vorschlag.yml")["jobs"]["tests"]
        assert github["strategy"]["matrix"]["python"] == [oldest, newest]
        (gitlab,) = load(".gitlab-ci.yml")["tests"]["parallel"]["matrix"]
        assert gitlab["PYTHON_VERSION"] == [oldest, newest]

    def test_both_services_and_the_commit_hooks_run_the_same_commands(self) -> None:
        github = load(".github/workflows/vorschlag.yml")["jobs"]
        runs = [step.get("run", "") for job in github.values() for step in job["steps"]]
        gitlab = [line for job in ("inhalt", "tests") for line in load(".gitlab-ci.yml")[job]["script"]]
        (local,) = load(".pre-commit-config.yaml")["repos"]
        hooks = {hook["entry"] for hook in local["hooks"]}
        needed = {"check", "lint", "test"}
        assert commands(" ".join(runs)) >= needed
        assert commands(" ".join(gitlab)) >= needed
        assert hooks == {f"make {command}" for command in needed}

    def test_both_services_show_the_pages_before_and_after(self) -> None:
        steps = load(".github/workflows/vorschlag.yml")["jobs"]["inhalt"]["steps"]
        (upload,) = (step for step in steps if step.get("id") == "vergleich")
        (link,) = (step for step in steps if "steps.vergleich." in step.get("env", {}).get("ADRESSE", ""))
        (build,) = (step for step in steps if "make vergleich" in step.get("run", ""))
        job = load(".gitlab-ci.yml")["vergleich"]
        assert upload["uses"].startswith("actions/upload-artifact@")
        assert upload["with"]["path"] == "vergleich"
        assert steps.index(build) < steps.index(upload) < steps.index(link)
        assert "[Seiten vorher und nachher]($ADRESSE)" in link["run"]
        assert "pull_request.base.sha" in build["env"]["VORHER"]
        assert job["artifacts"]["paths"] == ["vergleich/"]
        # GitLab refuses other signs in the text of the link.
        assert re.fullmatch(r"[A-Za-z0-9 _-]+", job["artifacts"]["expose_as"])
        assert job["script"] == [
            line.strip() for line in build["run"].splitlines() if re.search("make|catalog", line)
        ]
        assert job["variables"] == {"GIT_DEPTH": "0", "VORHER": "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}

    def test_gitlab_asks_the_same_questions_as_github(self) -> None:
        forms = {
            "1-aenderung.yml": "Aenderung.md",
            "2-beispiel.yml": "Beispiel.md",
            "3-problem.yml": "Problem.md",
        }
        assert set(forms.values()) == {path.name for path in (ROOT / ".gitlab/issue_templates").iterdir()}
        for form, template in forms.items():
            body = load(f".github/ISSUE_TEMPLATE/{form}")["body"]
            labels = [field["attributes"]["label"] for field in body if "label" in field["attributes"]]
            text = (ROOT / ".gitlab/issue_templates" / template).read_text(encoding="utf-8")
            assert re.findall(r"(?m)^## (.+)$", text) == labels

    def test_merge_requests_are_asked_what_pull_requests_are(self) -> None:
        github = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
        gitlab = (ROOT / ".gitlab/merge_request_templates/Default.md").read_text(encoding="utf-8")
        questions = re.findall(r"(?m)^(?:## |- \[ \] ).+$", github)
        assert questions
        assert re.findall(r"(?m)^(?:## |- \[ \] ).+$", gitlab) == questions

    def test_updates_are_proposed_for_packages_and_actions(self) -> None:
        kinds = {update["package-ecosystem"] for update in load(".github/dependabot.yml")["updates"]}
        assert kinds == {"pip", "github-actions"}


class TestTests:
    @pytest.mark.parametrize("path", TEST_MODULES, ids=lambda path: path.stem)
    def test_the_first_line_says_what_a_module_is_for(self, path: Path) -> None:
        first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]
        assert first.endswith(".")
        assert len(first.split()) >= 3

    def test_names_are_unique(self) -> None:
        names = [path.name for path in TEST_MODULES if path.parent.name != "bench"]
        assert len(set(names)) == len(names)

    @pytest.mark.parametrize("path", NAMING, ids=lambda path: path.name)
    def test_a_test_that_is_named_exists(self, path: Path) -> None:
        named = re.findall(r"\btests/[\w./-]+\.(?:py|yml|json)\b", path.read_text(encoding="utf-8"))
        assert [name for name in named if not (ROOT / name).exists()] == []


def test_what_is_not_yet_released_says_for_whom() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", changelog)[0]
    assert first[0] == "Unveröffentlicht"
    assert re.findall(r"(?m)^Für .+:$", first[1])


def test_coverage_has_a_floor() -> None:
    coverage = PROJECT["tool"]["coverage"]
    assert coverage["run"]["branch"]
    assert coverage["report"]["fail_under"] >= 90

"""What a public repository owes: one version, valid metadata, licences for everything, templates that fit."""

import re
import subprocess
import sys
import tomllib
from typing import Any

import pytest
import yaml
from catalog.kommune.files import FOLDER_FILES
from catalog.reading.project import product_version
from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}


@pytest.fixture(scope="module")
def publiccode() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


class TestVersion:
    def test_is_the_same_everywhere(self, publiccode: dict[str, Any]) -> None:
        changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        newest, date = re.search(r"^## (\S+) – (\S+)$", changelog, re.MULTILINE).groups()
        assert newest == publiccode["softwareVersion"] == PROJECT["version"] == product_version()
        assert date == publiccode["releaseDate"]

    def test_templates_name_it(self) -> None:
        for name in ("github-website.yml", "gitlab-website.yml"):
            assert f"v{product_version()}" in (ROOT / "content/vorlagen" / name).read_text(encoding="utf-8")


class TestPubliccode:
    def test_has_all_mandatory_fields(self, publiccode: dict[str, Any]) -> None:
        assert publiccode.keys() >= MANDATORY
        for text in publiccode["description"].values():
            assert 0 < len(text["shortDescription"]) <= 150
            assert 150 <= len(text["longDescription"]) <= 10_000
            assert text["features"]
        assert publiccode["maintenance"]["contacts"]
        assert "de" in publiccode["localisation"]["availableLanguages"]
        assert publiccode["legal"]["license"] == PROJECT["license"]
        assert publiccode["url"] == PROJECT["urls"]["Repository"]


class TestLicences:
    def test_every_named_licence_has_its_text_and_the_other_way_round(self) -> None:
        named = set(
            re.findall(r'SPDX-License-Identifier = "(.+)"', (ROOT / "REUSE.toml").read_text(encoding="utf-8"))
        )
        assert (
            {path.stem for path in (ROOT / "LICENSES").iterdir()}
            == named
            == {"EUPL-1.2", "CC-BY-4.0", "CC0-1.0"}
        )

    def test_every_file_has_a_licence(self) -> None:
        command = [sys.executable, "-m", "reuse", "lint"]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout


class TestTemplates:
    def test_github_builds_without_rights_and_without_secrets(self) -> None:
        text = (ROOT / "content/vorlagen/github-website.yml").read_text(encoding="utf-8")
        workflow = yaml.safe_load(text)
        assert workflow["permissions"] == {"contents": "read"}
        assert "secrets." not in text
        assert "pull_request_target" not in text
        (job,) = workflow["jobs"].values()
        checkouts = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert [step["with"]["path"] for step in checkouts] == ["kommune", "produkt"]
        assert not any(step["with"]["persist-credentials"] for step in checkouts)

    def test_gitlab_keeps_the_result(self) -> None:
        job = yaml.safe_load((ROOT / "content/vorlagen/gitlab-website.yml").read_text(encoding="utf-8"))[
            "website"
        ]
        assert job["artifacts"]["paths"] == ["fertig"]
        assert "make -C /tmp/produkt zip" in job["script"][1]

    def test_the_guide_names_every_file_of_a_folder(self) -> None:
        guide = (ROOT / "content/selbst-betreiben.md").read_text(encoding="utf-8")
        for name in FOLDER_FILES - {"seiten", "schrift"}:
            assert f"`{name}`" in guide

    def test_the_commands_in_the_guide_exist(self) -> None:
        guide = (ROOT / "content/selbst-betreiben.md").read_text(encoding="utf-8")
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        commands = set(re.findall(r"`make (\w+)", guide))
        assert commands >= {"serve", "zip"}
        for command in commands:
            assert re.search(rf"^{command}:", makefile, re.MULTILINE)


class TestContainer:
    def test_nothing_runs_as_root_in_the_end(self) -> None:
        text = (ROOT / "Containerfile").read_text(encoding="utf-8")
        stages = re.split(r"^FROM ", text, flags=re.MULTILINE)[1:]
        users = {
            re.search(r"AS (\w+)", stage)[1]: re.findall(r"^USER (\S+)", stage, re.MULTILINE)
            for stage in stages
        }
        assert users["builder"][-1] == "10001"
        assert users["web"][-1] == "101"

    def test_the_site_is_built_without_network(self) -> None:
        text = (ROOT / "Containerfile").read_text(encoding="utf-8")
        assert "RUN --network=none python -m release" in text
        assert "--require-hashes" in text

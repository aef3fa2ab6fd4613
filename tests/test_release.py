"""The files of a release: complete, the same every time, and as strict as they say."""

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from catalog.fassung import product_version
from conftest import ROOT
from kommune import AUENBRUECK
from playwright.sync_api import Browser
from release.__main__ import main
from release.packages import Release
from release.policy import POLICY, content_security_policy, violations
from release.sbom import bill_of_materials
from release.server import HEADERS, Copy, base_path, beside_site, inside_site
from web import CSP, Watch

ADDRESS = "https://www.auenbrueck.example/amt/integration/"
OFFLINE = "offline-erst-entpacken.zip"
NAME = f"integration-vor-ort-{product_version()}-auenbrueck"
COPY = Copy(ADDRESS, version="1.2.3", stand="2026-11-21", contact="rathaus@auenbrueck.example")
KINDS = ("webserver.zip", OFFLINE, "sbom.cdx.json", "herkunft.json", "SHA256SUMS")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    assert main(["zip", "--kommune", str(AUENBRUECK), "--ziel", str(target)]) == 0
    return target


class TestPackages:
    def test_names(self, dist: Path) -> None:
        assert sorted(path.name for path in dist.iterdir()) == sorted(f"{NAME}-{kind}" for kind in KINDS)

    def test_checksums_fit(self, dist: Path) -> None:
        lines = (dist / f"{NAME}-SHA256SUMS").read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(KINDS) - 1
        for line in lines:
            digest, name = line.split("  ")
            assert hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest

    def test_the_same_input_gives_the_same_files(self, dist: Path, tmp_path: Path) -> None:
        folder = shutil.copytree(AUENBRUECK, tmp_path / "anderswo")
        Release(folder, None).write(tmp_path / "dist")
        for path in dist.iterdir():
            assert path.read_bytes() == (tmp_path / "dist" / path.name).read_bytes(), path.name

    def test_package_for_servers(self, dist: Path) -> None:
        with zipfile.ZipFile(dist / f"{NAME}-webserver.zip") as archive:
            names = {name.removeprefix(f"{NAME}/") for name in archive.namelist()}
            readme = archive.read(f"{NAME}/LIESMICH.txt").decode()
        expected = {"website/index.html", "website/404.html", "website/.htaccess", "website/web.config"}
        assert expected | {"server/nginx.conf", "server/apache.conf"} <= names
        assert ADDRESS in readme
        assert product_version() in readme

    def test_package_for_disks_opens_without_a_server(
        self, dist: Path, tmp_path: Path, browser: Browser
    ) -> None:
        with zipfile.ZipFile(dist / f"{NAME}-{OFFLINE}") as archive:
            archive.extractall(tmp_path)
        start = tmp_path / f"{NAME}-offline" / "index.html"
        watch = Watch(start.parent.as_uri())
        with browser.new_context(locale="de-DE") as context:
            page = context.new_page()
            watch.attach(page)
            page.goto(start.as_uri())
            page.get_by_role("link", name="Barrierefreiheit").click()
            page.get_by_role("heading", name="Erklärung zur Barrierefreiheit").wait_for()
            page.get_by_role("link", name="Was hier örtlich ist").click()
            page.get_by_role("heading", name="Örtliche Änderungen").wait_for()
        assert watch.unexpected() == []


class TestPolicy:
    def test_is_the_one_that_all_browser_tests_run_under(self) -> None:
        assert content_security_policy() == f"{CSP}; frame-ancestors 'self'"
        assert not [value for value in POLICY.values() if "unsafe" in value or "*" in value]

    def test_the_site_keeps_to_it(self, site: Path) -> None:
        assert list(violations(site)) == []

    @pytest.mark.parametrize(
        "html",
        [
            "<script>x()</script>",
            "<style>p{}</style>",
            '<p style="color:red">',
            '<a onclick="x()">',
            '<a href=" java&#10;script&colon;x()">',
            '<img src="https://anderswo.example/a.png">',
            '<link rel="stylesheet" href="//anderswo.example/a.css">',
        ],
    )
    def test_finds_what_it_refuses(self, tmp_path: Path, html: str) -> None:
        (tmp_path / "seite.html").write_text(html, encoding="utf-8")
        assert len(list(violations(tmp_path))) == 1


class TestServerFiles:
    def test_all_headers_are_in_every_configuration(self) -> None:
        files = dict(inside_site(COPY)) | dict(beside_site(COPY))
        for name in (
            ".htaccess",
            "web.config",
            "server/apache.conf",
            "server/nginx.conf",
            "server/container.conf",
        ):
            for header, value in HEADERS.items():
                assert header in files[name], name
                assert value in files[name].replace("&#39;", "'"), name
            assert "/amt/integration/404.html" in files[name]

    def test_web_config_is_valid_and_repeats_nothing(self) -> None:
        root = ElementTree.fromstring(dict(inside_site(COPY))["web.config"].partition("?>")[2])
        endings = [element.get("fileExtension") for element in root.iter("mimeMap")]
        assert len(set(endings)) == len(endings) > 10
        policy = [e.get("value") for e in root.iter("add") if e.get("name") == "Content-Security-Policy"]
        assert policy == [content_security_policy()]

    @pytest.mark.parametrize(
        ("address", "path"),
        [("https://a.de/", "/"), ("https://a.de/b/c/", "/b/c/"), ("https://a.de", "/")],
    )
    def test_base_path(self, address: str, path: str) -> None:
        assert base_path(address) == path


class TestBillOfMaterials:
    def test_has_every_package_of_the_lock_file(self, dist: Path) -> None:
        bill = json.loads((dist / f"{NAME}-sbom.cdx.json").read_text(encoding="utf-8"))
        lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
        pinned = set(re.findall(r"^(\S+)==(\S+)", lock, re.MULTILINE))
        assert {(part["name"], part["version"]) for part in bill["components"]} == pinned
        assert len(pinned) > 20
        assert bill["metadata"]["component"]["version"] == product_version()
        for part in bill["components"]:
            digests = {ref["hashes"][0]["content"] for ref in part["externalReferences"]}
            assert digests
            assert all(f"sha256:{digest}" in lock for digest in digests)

    def test_references_are_whole(self) -> None:
        bill = bill_of_materials("a==1 \\\n    --hash=sha256:" + "0" * 64 + "\n", "x", "2", {})
        refs = [bill["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in bill["components"])]
        assert refs == ["pkg:generic/x@2", "pkg:pypi/a@1"]
        assert bill["dependencies"] == [{"ref": "pkg:generic/x@2", "dependsOn": ["pkg:pypi/a@1"]}]


def test_problems_are_reported_in_german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zip", "--kommune", str(tmp_path), "--ziel", str(tmp_path / "dist")]) == 1
    assert "Hier fehlt die Datei kommune.yml" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()

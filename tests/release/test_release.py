"""The files of a release: complete, the same every time, and as strict as they say."""

import hashlib
import json
import re
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import cyclonedx.schema
import pytest
from catalog.catalogue.load import parse_catalog
from catalog.kommune.files import MEDIA
from catalog.publishing.policy import POLICY, content_security_policy
from catalog.reading.project import product_version
from commands import SURROUNDINGS, make, packages
from conftest import ROOT
from jsonschema import Draft7Validator
from kommune import AUENBRUECK
from playwright.sync_api import Browser
from referencing import Registry
from referencing.jsonschema import DRAFT7
from release.__main__ import main
from release.archive import digest, files_below, moment, write_zip
from release.packages import Release
from release.policy import violations
from release.probe import examine
from release.provenance import tree_digest
from release.sbom import bill_of_materials
from release.server import HEADERS, TYPES, Copy, base_path, beside_site, inside_site
from web import CSP, Watch, serve

ADDRESS = "https://www.auenbrueck.example/amt/integration/"
OFFLINE = "offline-erst-entpacken.zip"
NAME = f"integration-vor-ort-{product_version()}-auenbrueck"
COPY = Copy(ADDRESS, version="1.2.3", stand="2026-11-21", contact="rathaus@auenbrueck.example")
STAND = parse_catalog((ROOT / "catalog.yml").read_text(encoding="utf-8")).file.stand
SERVERS_OWN = {".htaccess", "web.config"}
KINDS = ("webserver.zip", OFFLINE, "sbom.cdx.json", "herkunft.json", "SHA256SUMS")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packages(tmp_path_factory.getbasetemp())


@pytest.mark.long
class TestPackages:
    def test_names(self, dist: Path) -> None:
        assert sorted(path.name for path in dist.iterdir()) == sorted(f"{NAME}-{kind}" for kind in KINDS)

    def test_checksums_fit(self, dist: Path) -> None:
        lines = (dist / f"{NAME}-SHA256SUMS").read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(KINDS) - 1
        for line in lines:
            digest, name = line.split("  ")
            assert hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest

    def test_the_same_input_gives_the_same_files_whoever_asks(self, dist: Path, tmp_path: Path) -> None:
        folder = shutil.copytree(AUENBRUECK, tmp_path / "anders wo; $HOME")
        result = make("zip", f"KOMMUNE={folder}", f"ZIEL={tmp_path}/mein dist", **SURROUNDINGS)
        assert result.returncode == 0, result.stdout + result.stderr
        for path in dist.iterdir():
            assert path.read_bytes() == (tmp_path / "mein dist" / path.name).read_bytes(), path.name

    def test_package_for_servers(self, dist: Path) -> None:
        with zipfile.ZipFile(dist / f"{NAME}-webserver.zip") as archive:
            names = {name.removeprefix(f"{NAME}/") for name in archive.namelist()}
            readme = archive.read(f"{NAME}/LIESMICH.txt").decode()
        expected = {"website/index.html", "website/404.html", "website/.htaccess", "website/web.config"}
        assert expected | {"server/nginx.conf", "server/apache.conf"} <= names
        assert ADDRESS in readme
        assert product_version() in readme

    def test_every_kind_of_file_has_a_type(self, dist: Path) -> None:
        with zipfile.ZipFile(dist / f"{NAME}-webserver.zip") as archive:
            names = [Path(name) for name in archive.namelist() if "/website/" in name]
        kinds = {name.suffix.removeprefix(".") for name in names if name.name not in SERVERS_OWN}
        assert kinds <= TYPES.keys()
        assert {ending.removeprefix(".") for ending in MEDIA} <= TYPES.keys()

    def test_package_for_disks_says_first_what_to_do(self, dist: Path) -> None:
        with zipfile.ZipFile(dist / f"{NAME}-{OFFLINE}") as archive:
            first = archive.namelist()[0]
            text = archive.read(first).decode()
        assert first == f"{NAME}-offline/0-ERST-ENTPACKEN.txt"
        assert text.startswith("ERST ENTPACKEN")

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


class TestWriting:
    """What becomes of the files of an edition, however few they are."""

    @pytest.fixture
    def few(self, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
        files = {
            "website/index.html": b"Start",
            "website/tief/unten.txt": b"eins",
            "server/nginx.conf": b"zwei",
        }

        def for_servers(_: Release, work: Path) -> dict[str, bytes]:
            work.mkdir(exist_ok=True)
            return {**files, "server/security.txt": b"drei"}

        monkeypatch.setattr(Release, "for_servers", for_servers)
        monkeypatch.setattr(Release, "for_disks", lambda *_: {"index.html": b"Start"})
        return files

    @pytest.mark.usefixtures("few")
    def test_packages(self, tmp_path: Path) -> None:
        target = tmp_path / "dist"
        assert main(["zip", "--kommune", str(AUENBRUECK), "--ziel", str(target)]) == 0
        assert sorted(path.name for path in target.iterdir()) == sorted(f"{NAME}-{kind}" for kind in KINDS)
        with zipfile.ZipFile(target / f"{NAME}-{OFFLINE}") as archive:
            assert archive.namelist() == [f"{NAME}-offline/index.html"]
        made = json.loads((target / f"{NAME}-herkunft.json").read_text(encoding="utf-8"))
        assert len(made["subject"]) == len(KINDS) - 2

    def test_the_root_of_a_server(self, tmp_path: Path, few: dict[str, bytes]) -> None:
        target = tmp_path / "dist"
        assert main(["ordner", "--kommune", str(AUENBRUECK), "--ziel", str(target)]) == 0
        found = dict(files_below(target, ""))
        below = {path.replace("website/", "wurzel/amt/integration/"): text for path, text in few.items()}
        assert found == {**below, "wurzel/.well-known/security.txt": b"drei"}
        for path, content in found.items():
            status = (target / path).stat()
            assert (status.st_mtime, status.st_mode & 0o777) == (moment(content, STAND).timestamp(), 0o644)
        assert {path.stat().st_mode & 0o777 for path in target.rglob("*/")} == {0o755}


class TestTimes:
    """Servers and browsers tell files apart by time and size."""

    def test_another_content_bears_another_time(self) -> None:
        texts = [f"{number:05d} Menschen wurden erreicht".encode() for number in range(300)]
        assert len({moment(text, "2026-11-21") for text in texts}) == len(texts)
        assert moment(texts[0], "2026-11-21") == moment(texts[0], "2026-11-21")

    def test_a_later_state_is_newer_whatever_changed(self) -> None:
        texts = [str(number).encode() for number in range(2000)]
        before = [moment(text, "2026-11-21") for text in texts]
        after = [moment(text, "2026-11-22") for text in texts]
        assert max(before) < min(after)
        assert max(after) < datetime(2026, 11, 22, tzinfo=UTC)

    @pytest.mark.long
    def test_a_package_keeps_them(self, dist: Path) -> None:
        with zipfile.ZipFile(dist / f"{NAME}-webserver.zip") as archive:
            for info in archive.infolist():
                time = datetime(*info.date_time, tzinfo=UTC)
                assert time == moment(archive.read(info), STAND), info.filename

    def test_only_what_changed_gets_another_one(self, tmp_path: Path) -> None:
        files = {"a.html": b"eins", "b.html": b"eins!"}
        one = write_zip(tmp_path / "1.zip", "x", files.items(), "2026-11-21")
        two = write_zip(tmp_path / "2.zip", "x", (files | {"a.html": b"zwei"}).items(), "2026-11-21")
        times = [{i.filename: i.date_time for i in zipfile.ZipFile(path).infolist()} for path in (one, two)]
        assert times[0]["x/a.html"] != times[1]["x/a.html"]
        assert times[0]["x/b.html"] == times[1]["x/b.html"]


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


class TestSecurityTxt:
    @pytest.mark.parametrize(
        ("address", "contact", "inside", "beside"),
        [
            ("https://a.de/", "it@a.de", True, False),
            ("https://a.de/b/", "it@a.de", False, True),
            ("https://a.de/", "", False, False),
            ("https://a.de/b/", "", False, False),
        ],
    )
    def test_stands_where_the_server_has_its_root(
        self, address: str, contact: str, inside: bool, beside: bool
    ) -> None:
        copy = Copy(address, version="1.2.3", stand="2026-11-21", contact=contact)
        assert (".well-known/security.txt" in dict(inside_site(copy))) is inside
        assert ("server/security.txt" in dict(beside_site(copy))) is beside
        assert ("security.txt" in dict(beside_site(copy))["LIESMICH.txt"]) is beside

    def test_has_what_the_standard_demands(self) -> None:
        copy = Copy("https://a.de/", version="1.2.3", stand="2024-02-29", contact="it@a.de")
        assert dict(inside_site(copy))[".well-known/security.txt"].splitlines() == [
            "Contact: mailto:it@a.de",
            "Expires: 2025-02-27T00:00:00Z",
            "Preferred-Languages: de",
            "Canonical: https://a.de/.well-known/security.txt",
        ]

    @pytest.mark.long
    def test_a_demonstration_has_nobody_to_write_to(self, dist: Path) -> None:
        with zipfile.ZipFile(dist / f"{NAME}-webserver.zip") as archive:
            assert not [name for name in archive.namelist() if "security.txt" in name]


class TestBillOfMaterials:
    @pytest.fixture
    def bill(self, dist: Path) -> dict[str, Any]:
        return json.loads((dist / f"{NAME}-sbom.cdx.json").read_text(encoding="utf-8"))

    @pytest.mark.long
    def test_fits_its_schema(self, bill: dict[str, Any]) -> None:
        schemas = {
            file.name: json.loads(file.read_text(encoding="utf-8"))
            for file in Path(cyclonedx.schema.__file__).with_name("_res").glob("*.schema.json")
        }
        registry = Registry().with_resources(
            (f"http://cyclonedx.org/schema/{name}", DRAFT7.create_resource(schema))
            for name, schema in schemas.items()
        )
        validator = Draft7Validator(schemas["bom-1.6.SNAPSHOT.schema.json"], registry=registry)
        assert [error.message for error in validator.iter_errors(bill)] == []
        bill["components"][0]["licenses"] = [{"license": {"id": "Frei"}}]
        assert list(validator.iter_errors(bill))

    @pytest.mark.long
    def test_every_package_states_its_licence(self, bill: dict[str, Any]) -> None:
        licences = {part["name"]: licence_of(part) for part in bill["components"]}
        assert [name for name, licence in licences.items() if not licence] == []
        assert licences["mkdocs"] == "BSD-2-Clause"
        assert licences["jinja2"] == licences["colorama"] == "BSD-3-Clause"
        assert licences["certifi"] == "MPL-2.0"
        assert licences["packaging"] == "Apache-2.0 OR BSD-2-Clause"

    @pytest.mark.long
    def test_names_what_the_site_delivers_of_the_theme(self, bill: dict[str, Any], dist: Path) -> None:
        (theme,) = [part for part in bill["components"] if part["name"] == "mkdocs-material"]
        (sheet,) = theme["components"]
        assert licence_of(sheet) == "EUPL-1.2 AND MIT"
        with zipfile.ZipFile(dist / f"{NAME}-webserver.zip") as archive:
            sheets = [name for name in archive.namelist() if name.endswith(".css")]
            content = archive.read(f"{NAME}/website/{sheet['name']}")
        assert sheets == [f"{NAME}/website/{sheet['name']}"]
        assert sheet["hashes"] == [{"alg": "SHA-256", "content": digest(content)}]
        # A picture would bring another licence.
        assert b"url(" not in content

    @pytest.mark.long
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


class TestProvenance:
    @pytest.fixture
    def statement(self, dist: Path) -> dict[str, Any]:
        return json.loads((dist / f"{NAME}-herkunft.json").read_text(encoding="utf-8"))

    @pytest.mark.long
    def test_names_every_file_by_its_hash(self, statement: dict[str, Any], dist: Path) -> None:
        named = {part["name"]: part["digest"]["sha256"] for part in statement["subject"]}
        assert named.keys() == {f"{NAME}-{kind}" for kind in KINDS} - {
            f"{NAME}-herkunft.json",
            f"{NAME}-SHA256SUMS",
        }
        for name, value in named.items():
            assert digest((dist / name).read_bytes()) == value

    @pytest.mark.long
    def test_names_the_inputs_and_no_time(self, statement: dict[str, Any]) -> None:
        build = statement["predicate"]["buildDefinition"]
        assert build["externalParameters"]["version"] == product_version()
        inputs = {part["name"]: part["digest"]["sha256"] for part in build["resolvedDependencies"]}
        assert inputs["catalog.yml"] == digest((ROOT / "catalog.yml").read_bytes())
        assert {"hooks", "content", "overrides", "requirements.txt", "kommune"} <= inputs.keys()
        assert not re.search(r"\d\d:\d\d", json.dumps(statement))

    def test_the_hash_of_a_folder_can_be_made_by_hand(self, tmp_path: Path) -> None:
        (tmp_path / "unten").mkdir()
        for name, text in {"a.txt": "eins", "unten/b.txt": "zwei", ".git": "x"}.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        lines = "".join(
            f"{hashlib.sha256(text).hexdigest()}  {name}\n"
            for name, text in (("a.txt", b"eins"), ("unten/b.txt", b"zwei"))
        )
        assert tree_digest(tmp_path) == hashlib.sha256(lines.encode()).hexdigest()


class TestRoot:
    def test_takes_no_folder_that_holds_something_else(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "wichtig.txt").write_text("bleibt", encoding="utf-8")
        assert main(["ordner", "--ziel", str(tmp_path)]) == 1
        assert "liegt schon „wichtig.txt“" in capsys.readouterr().err
        assert [path.name for path in tmp_path.iterdir()] == ["wichtig.txt"]


def licence_of(part: dict[str, Any]) -> str:
    """Return the licence of a component as an SPDX expression."""
    return next((each.get("expression") or each["license"]["id"] for each in part["licenses"]), "")


@pytest.mark.parametrize(
    "address", ["www.kommune.de/", "https://www.kommune.de", "https://www.kommune.de/a;}/", "https://a@b.de/"]
)
def test_an_address_that_no_server_has_is_refused(capsys: pytest.CaptureFixture[str], address: str) -> None:
    assert main(["zip", "--adresse", address]) == 1
    assert f"„{address}“ ist nicht die Adresse eines Ordners" in capsys.readouterr().err


def test_problems_are_reported_in_german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zip", "--kommune", str(tmp_path), "--ziel", str(tmp_path / "dist")]) == 1
    assert "Hier fehlt die Datei kommune.yml" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


def test_a_package_in_another_folder_than_it_was_built_for_is_told_first(tmp_path: Path) -> None:
    """Rules for servers name the folder: elsewhere they do nothing, and two dozen symptoms hid the cause."""
    head = '<link rel="canonical" href="https://www.auenbrueck.example/amt/integration/">'
    for name in ("index.html", "404.html"):
        (tmp_path / name).write_text(head, encoding="utf-8")
    with serve(tmp_path) as address:
        first, *others = examine(address).problems
    assert first.startswith("die richtige Adresse: Gebaut ist die Website für /amt/integration/, hier")
    assert f"„website: adresse“ {address}/ ein" in first
    assert others

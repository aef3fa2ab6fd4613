"""A real Apache and a real nginx serve a municipality's package, at the root and in a folder."""

import os
import re
import shutil
import socket
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from kommune import AUENBRUECK
from playwright.sync_api import Browser, expect
from release.packages import Release
from release.server import HEADERS
from web import Watch

MODULES = Path("/usr/lib/apache2/modules")
NEEDED = ("mpm_event", "authz_core", "dir", "mime", "alias", "headers", "rewrite")
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
ROUND = {
    "/": "Integration gelingt vor Ort",
    "/empfehlungen/": "Die zehn Empfehlungen",
    "/beispiele/lokal-auenbrueck-sprachtandem/": "Sprachtandem am Mühlbach",
    "/vor-ort/beratung/": "Beratung in Auenbrück",
    "/oertliche-aenderungen/": "Örtliche Änderungen",
    "/musterantrag/": "Musterantrag",
}


@pytest.fixture(scope="module", params=["/", "/amt/integration/"], ids=["wurzel", "unterordner"])
def package(request: pytest.FixtureRequest) -> Iterator[tuple[Path, str]]:
    """The root folder of a server with the package below its path, readable for the servers' users."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "paket")
        Release(AUENBRUECK, f"https://www.auenbrueck.example{request.param}").write_root(target)
        for path in (Path(folder), target, *target.rglob("*")):
            path.chmod(path.stat().st_mode | stat.S_IRGRP | stat.S_IROTH | (path.is_dir() and 0o055))
        yield target, request.param


@pytest.fixture(scope="module", params=["apache", "apache-zentral", "nginx"])
def served(request: pytest.FixtureRequest, package: tuple[Path, str]) -> Iterator[tuple[str, Path]]:
    """The address of the served site without a final slash, and its folder."""
    folder, base = package
    start = {"apache": apache, "apache-zentral": apache_without_htaccess, "nginx": nginx}[request.param]
    port = free_port()
    with start(folder, base, port):
        yield f"http://127.0.0.1:{port}{base.rstrip('/')}", folder / "wurzel" / base.strip("/")


@contextmanager
def apache(folder: Path, base: str, port: int, rules: str = "") -> Iterator[None]:
    """Serve with nothing but the .htaccess of the package."""
    if not shutil.which("apache2") or not MODULES.is_dir():
        pytest.skip("Apache ist nicht eingerichtet (Debian: apt-get install apache2).")
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in NEEDED)
    config = f"""
ServerRoot {folder}
ServerName 127.0.0.1
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
Listen 127.0.0.1:{port}
{modules}
{"User www-data" if AS_ROOT else ""}
TypesConfig /dev/null
DocumentRoot {folder}/wurzel
<Directory />
  Require all denied
  Options None
</Directory>
<Directory {folder}/wurzel>
  Require all granted
  AllowOverride {"None" if rules else "FileInfo"}
</Directory>
{rules}
"""
    (folder / "apache.conf").write_text(config, encoding="utf-8")
    with running(["apache2", "-D", "FOREGROUND", "-f", f"{folder}/apache.conf"], port, folder / "apache.log"):
        yield


@contextmanager
def apache_without_htaccess(folder: Path, base: str, port: int) -> Iterator[None]:
    """Serve with the package's central configuration."""
    rules = (folder / "server/apache.conf").read_text(encoding="utf-8")
    site = f"{folder}/wurzel{base}"
    with apache(folder, base, port, rules.replace("/var/www/integration-vor-ort/website/", site)):
        yield


@contextmanager
def nginx(folder: Path, base: str, port: int) -> Iterator[None]:
    """Serve with the configuration of the container."""
    if not shutil.which("nginx"):
        pytest.skip("nginx ist nicht eingerichtet (Debian: apt-get install nginx-light).")
    work = folder / "nginx"
    (work / "tmp").mkdir(parents=True, exist_ok=True)
    rules = (folder / "server/container.conf").read_text(encoding="utf-8")
    rules = rules.replace("listen 8080", f"listen 127.0.0.1:{port}").replace(
        "/srv/website", f"{folder}/wurzel"
    )
    temporary = "".join(
        f"{kind}_temp_path {work}/tmp/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (work / "nginx.conf").write_text(
        f"daemon off;\npid {work}/nginx.pid;\n{'user www-data;' if AS_ROOT else ''}\n"
        f"events {{}}\nhttp {{\n{temporary}{rules}}}\n",
        encoding="utf-8",
    )
    log = work / "nginx.log"
    with running(["nginx", "-p", str(work), "-e", str(log), "-c", str(work / "nginx.conf")], port, log):
        yield


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """Run a server until the block ends."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            wait_for(process, port, log)
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_for(process: subprocess.Popen[str], port: int, log: Path) -> None:
    """Wait until a server answers; its end or a minute without an answer fails the test."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        return
    said = process.stderr.read() if process.poll() is not None and process.stderr else ""
    pytest.fail(f"Der Server startet nicht: {said}{log.read_text('utf-8') if log.is_file() else ''}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(address: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body."""
    try:
        with urlopen(address) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


class TestAnswers:
    def test_every_file_is_served_with_all_headers(self, served: tuple[str, Path]) -> None:
        address, folder = served
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name not in {".htaccess", "web.config"}:
                status, headers, body = get(f"{address}/{path.relative_to(folder).as_posix()}")
                assert status == 200, path
                assert body == path.read_bytes(), path
                assert {name: headers.get(name) for name in HEADERS} == HEADERS, path

    def test_folders_lead_to_their_page(self, served: tuple[str, Path]) -> None:
        address, folder = served
        for path in ("", "/impressum/", "/impressum", "/beispiele/land/bayern/"):
            status, _, body = get(f"{address}{path or '/'}")
            assert (status, body) == (200, (folder / path.strip("/") / "index.html").read_bytes())

    @pytest.mark.parametrize("path", ["/gibt-es-nicht/", "/tief/unten/gibt-es-nicht", "/assets/nichts.css"])
    def test_own_error_page(self, served: tuple[str, Path], path: str) -> None:
        address, folder = served
        status, headers, body = get(address + path)
        assert (status, body) == (404, (folder / "404.html").read_bytes())
        assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]

    @pytest.mark.parametrize("path", ["/.htaccess", "/web.config"])
    def test_configuration_stays_private(self, served: tuple[str, Path], path: str) -> None:
        address, folder = served
        assert (folder / path.strip("/")).is_file()
        assert get(address + path)[0] in {403, 404}

    @pytest.mark.parametrize(
        ("pattern", "kind"),
        [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/stylesheets/farben.css", "text/css; charset=utf-8"),
            ("assets/javascripts/suche.mjs", "text/javascript; charset=utf-8"),
            ("assets/images/logo.svg", "image/svg+xml; charset=utf-8"),
            ("api/v1/katalog.json", "application/json; charset=utf-8"),
            ("api/v1/beispiele.csv", "text/csv; charset=utf-8"),
        ],
    )
    def test_types(self, served: tuple[str, Path], pattern: str, kind: str) -> None:
        _, headers, _ = get(f"{served[0]}/{pattern}")
        assert headers["Content-Type"].lower() == kind

    @pytest.mark.parametrize(
        ("pattern", "seconds"),
        [
            ("index.html", 0),
            ("assets/stylesheets/farben.css", 3600),
            ("assets/stylesheets/main.*.min.css", 31536000),
        ],
    )
    def test_caching(self, served: tuple[str, Path], pattern: str, seconds: int) -> None:
        address, folder = served
        (path,) = folder.glob(pattern)
        _, headers, _ = get(f"{address}/{path.relative_to(folder).as_posix()}")
        if seconds:
            assert f"max-age={seconds}" in headers["Cache-Control"]
        else:
            assert headers["Cache-Control"] == "no-cache"


@pytest.fixture
def walk(served: tuple[str, Path], browser: Browser) -> Iterator[Callable]:
    """Open pages of the served site; nothing may be reported but the error page itself."""
    address, _ = served
    watch = Watch(address)
    watch.expected.append("the server responded with a status of 404")
    with browser.new_context(locale="de-DE", reduced_motion="reduce") as context:
        page = context.new_page()
        watch.attach(page)

        def open_path(path: str):
            page.goto(address + path)
            return page

        yield open_path
    assert watch.unexpected() == []


class TestWalk:
    def test_pages_search_check_and_error_page(self, walk: Callable) -> None:
        for path, heading in ROUND.items():
            expect(walk(path).get_by_role("heading", level=1)).to_have_text(re.compile(heading))

        page = walk("/")
        page.get_by_role("button", name="Suche").click()
        page.keyboard.type("Bürgerbüro")
        expect(page.get_by_role("link", name=re.compile("Beratung in Auenbrück")).last).to_be_visible()

        page = walk("/kurz-check/")
        page.locator("input[name=beschlusslage][value='50']").check(force=True)
        expect(page.locator("input[name=beschlusslage][value='50']")).to_be_checked()

        page = walk("/tief/unten/gibt-es-nicht")
        expect(page.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht")
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.kopf')).borderTopColor")
            == "rgb(138, 21, 56)"
        )
        page.get_by_role("link", name="Impressum").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Impressum")

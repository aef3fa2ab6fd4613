"""A real Apache and a real nginx serve a municipality's package, at the root and in a folder."""

import gzip
import os
import re
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from commands import packages, run_release
from kommune import AUENBRUECK
from playwright.sync_api import Browser, expect
from release.archive import files_below, write_zip
from release.probe import NotReachable, Report, examine
from release.server import HEADERS, Copy, beside_site, inside_site
from servers import WITHOUT_HEADERS, apache, container_rules, free_port, nginx
from web import Watch

pytestmark = pytest.mark.long
BELOW = "/amt/integration/"
ROUND = {
    "/": "Integration gelingt vor Ort",
    "/empfehlungen/": "Die zehn Empfehlungen",
    "/beispiele/lokal-auenbrueck-sprachtandem/": "Sprachtandem am Mühlbach",
    "/vor-ort/beratung/": "Beratung in Auenbrück",
    "/oertliche-aenderungen/": "Örtliche Änderungen",
    "/musterantrag/": "Musterantrag",
}


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """The root folder of a server with the package, at the root and in a folder of it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        targets = {"/": Path(folder, "wurzel"), BELOW: Path(folder, "unterordner")}
        run_release(
            *("ordner", "--kommune", str(AUENBRUECK), "--adresse", "https://www.auenbrueck.example/"),
            *("--ziel", str(targets["/"])),
        )
        (package,) = packages(tmp_path_factory.getbasetemp()).glob("*-webserver.zip")
        put_in_a_folder(package, targets[BELOW])
        yield targets


def put_in_a_folder(package: Path, target: Path) -> None:
    """Unpack a package and put it where its address says, as an operator does."""
    unpack(package, target)
    (unpacked,) = target.iterdir()
    site = target / "wurzel" / BELOW.strip("/")
    site.parent.mkdir(parents=True)
    (unpacked / "website").rename(site)
    (unpacked / "server").rename(target / "server")


@pytest.fixture(scope="module", params=["/", BELOW], ids=["wurzel", "unterordner"])
def package(request: pytest.FixtureRequest, roots: dict[str, Path]) -> tuple[Path, str]:
    """The root folder of a server with the package, and the path of the site on it."""
    return roots[request.param], request.param


@pytest.fixture(scope="module", params=["apache", "apache-zentral", "nginx"])
def served(request: pytest.FixtureRequest, package: tuple[Path, str]) -> Iterator[tuple[str, Path]]:
    """The address of the served site without a final slash, and its folder."""
    folder, base = package
    start = {
        "apache": apache_by_htaccess,
        "apache-zentral": apache_by_central_rules,
        "nginx": nginx_by_container,
    }[request.param]
    port = free_port()
    with start(folder, base, port):
        yield f"http://127.0.0.1:{port}{base.rstrip('/')}", folder / "wurzel" / base.strip("/")


@contextmanager
def apache_by_htaccess(folder: Path, base: str, port: int) -> Iterator[None]:
    """Serve with nothing but the .htaccess of the package."""
    with apache(folder, port):
        yield


@contextmanager
def apache_by_central_rules(folder: Path, base: str, port: int) -> Iterator[None]:
    """Serve with the package's central configuration."""
    rules = (folder / "server/apache.conf").read_text(encoding="utf-8")
    site = f"{folder}/wurzel{base}"
    with apache(folder, port, rules.replace("/var/www/integration-vor-ort/website/", site)):
        yield


@contextmanager
def nginx_by_container(folder: Path, base: str, port: int) -> Iterator[None]:
    """Serve with the configuration of the container."""
    with nginx(folder, port, container_rules(folder, port)) as log:
        assert "[warn]" not in log.read_text(encoding="utf-8")
        yield


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(address, headers=given)) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


@pytest.fixture
def plant(served: tuple[str, Path]) -> Iterator[Callable[..., None]]:
    """Add files to the served site until the test ends."""
    planted: list[Path] = []

    def add(path: str, text: str = "") -> None:
        file = served[1] / path.strip("/")
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            planted.append(file)

    yield add
    for file in planted:
        file.unlink()


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

    @pytest.mark.parametrize(
        "path", ["/.htaccess", "/web.config", "/.git/HEAD", "/.env", "/assets/.DS_Store", "/.well-known/.x"]
    )
    def test_hidden_files_stay_private(
        self, served: tuple[str, Path], plant: Callable[..., None], path: str
    ) -> None:
        plant(path)
        assert get(served[0] + path)[0] in {403, 404}

    def test_well_known_files_can_be_found(
        self, served: tuple[str, Path], plant: Callable[..., None]
    ) -> None:
        plant(".well-known/probe.txt", "ja")
        assert get(f"{served[0]}/.well-known/probe.txt")[2] == b"ja"

    def test_a_folder_without_a_page_says_no_more_than_a_missing_one(self, served: tuple[str, Path]) -> None:
        address, folder = served
        status, _, body = get(f"{address}/assets/")
        assert status in {403, 404}
        assert body == (folder / "404.html").read_bytes()

    @pytest.mark.parametrize("path", ["/", "/assets/suche/suche.js", "/api/v1/katalog.json"])
    def test_text_is_compressed_and_can_still_be_asked_for_again(
        self, served: tuple[str, Path], path: str
    ) -> None:
        address, folder = served
        status, headers, body = get(address + path, Accept_Encoding="gzip")
        assert (status, headers["Content-Encoding"]) == (200, "gzip")
        assert gzip.decompress(body) == (folder / (path.strip("/") or "index.html")).read_bytes()
        assert get(address + path, Accept_Encoding="gzip", If_None_Match=headers["ETag"])[0] == 304

    @pytest.mark.parametrize(
        ("path", "allowed"),
        [("/api/v1/katalog.json", "*"), ("/api/v1/beispiele.csv", "*"), ("/", None), ("/daten/", None)],
    )
    def test_other_websites_may_read_open_data_only(
        self, served: tuple[str, Path], path: str, allowed: str | None
    ) -> None:
        _, headers, _ = get(served[0] + path, Origin="https://anderswo.example")
        assert headers.get("Access-Control-Allow-Origin") == allowed

    @pytest.mark.parametrize(
        ("pattern", "kind"),
        [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/probe.css", "text/css; charset=utf-8"),
            ("assets/probe.mjs", "text/javascript; charset=utf-8"),
            ("assets/suche/suche.js", "text/javascript; charset=utf-8"),
            ("assets/images/logo.svg", "image/svg+xml; charset=utf-8"),
            ("api/v1/katalog.json", "application/json; charset=utf-8"),
            ("api/v1/beispiele.csv", "text/csv; charset=utf-8"),
            ("assets/probe.png", "image/png"),
            ("vor-ort/plakat.GIF", "image/gif"),
            ("vor-ort/plakat.jpeg", "image/jpeg"),
        ],
    )
    def test_types(
        self, served: tuple[str, Path], plant: Callable[..., None], pattern: str, kind: str
    ) -> None:
        plant(pattern)
        _, headers, _ = get(f"{served[0]}/{pattern}")
        assert headers["Content-Type"].lower() == kind

    @pytest.mark.parametrize(
        "name",
        ["main.0123abcd.min.css", "seite.0123abcd.css", "suche.0123abcd.mjs", "kurz-check.0123abcd.js"],
    )
    def test_names_with_a_fingerprint_are_kept_for_a_year(
        self, served: tuple[str, Path], plant: Callable[..., None], name: str
    ) -> None:
        plant(f"assets/{name}")
        _, headers, _ = get(f"{served[0]}/assets/{name}")
        assert headers["Cache-Control"] == "max-age=31536000, immutable"
        assert {key: headers.get(key) for key in HEADERS} == HEADERS

    @pytest.mark.parametrize(
        "path",
        [
            "/",
            "/impressum/",
            "/assets/suche/suche.js",
            "/assets/images/logo.svg",
            "/api/v1/katalog.json",
            "/assets/0123abcd.css",
            "/assets/gibt-es-nicht.0123abcd.css",
        ],
    )
    def test_everything_else_is_asked_for_again(self, served: tuple[str, Path], path: str) -> None:
        _, headers, _ = get(served[0] + path)
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
    # What each server answers, byte by byte and with all headers, is compared above: each is walked once, in both places.
    @pytest.mark.parametrize(
        ("package", "served"),
        [("/", "apache"), (BELOW, "apache-zentral"), (BELOW, "nginx")],
        ids=["wurzel-apache", "unterordner-apache-zentral", "unterordner-nginx"],
        indirect=True,
    )
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


@pytest.fixture(scope="module")
def shared(roots: dict[str, Path]) -> Iterator[str]:
    folder = roots[BELOW]
    port = free_port()
    hsts = 'add_header Strict-Transport-Security "max-age=31536000" always;\n    root'
    (folder / "wurzel/anderes.html").write_text("anderes", encoding="utf-8")
    with nginx(folder, port, container_rules(folder, port).replace("root", hsts, 1)):
        yield f"http://127.0.0.1:{port}"


class TestOtherOffers:
    """What else runs on the same nginx keeps its headers, and the site keeps those of the server."""

    @pytest.mark.parametrize("path", ["/", "/impressum/", "/gibt-es-nicht", "/api/v1/katalog.json"])
    def test_the_site_keeps_hsts(self, shared: str, path: str) -> None:
        _, headers, _ = get(f"{shared}/amt/integration{path}")
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert {name: headers.get(name) for name in HEADERS} == HEADERS

    def test_others_get_nothing_of_ours(self, shared: str) -> None:
        _, headers, body = get(f"{shared}/anderes.html")
        assert body == b"anderes"
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert not set(headers) & {*HEADERS, "Cache-Control", "Access-Control-Allow-Origin"}

    def test_the_root_of_the_container_leads_to_the_site(self, shared: str) -> None:
        assert b"Integration gelingt vor Ort" in get(f"{shared}/")[2]


@pytest.fixture(scope="module", params=["apache", "nginx"])
def updated(
    request: pytest.FixtureRequest, roots: dict[str, Path]
) -> Iterator[tuple[str, Callable[[str], None]]]:
    """The address of a served folder, and how to unpack an edition over it."""
    with tempfile.TemporaryDirectory() as folder:
        place, port = Path(folder), free_port()
        place.chmod(0o755)
        editions = two_editions(roots["/"] / "wurzel", place)
        shutil.copytree(roots["/"] / "server", place / "server")
        unpack(editions["gelingt"], place)
        rules = container_rules(place, port) if request.param == "nginx" else ""
        with nginx(place, port, rules) if rules else apache(place, port):
            yield f"http://127.0.0.1:{port}", lambda word: unpack(editions[word], place)


class TestUpdate:
    """Two packages that differ in one word of the same length, unpacked over each other."""

    # One of the two directions leads to an earlier time.
    @pytest.mark.parametrize(("before", "after"), [("gelingt", "gedeiht"), ("gedeiht", "gelingt")])
    def test_no_validator_of_the_old_page_fits_the_new_one(
        self, updated: tuple[str, Callable[[str], None]], before: str, after: str
    ) -> None:
        address, update = updated
        update(before)
        _, old, body = get(f"{address}/")
        assert f"{before} vor Ort".encode() in body
        assert get(f"{address}/", If_None_Match=old["ETag"])[0] == 304
        update(after)
        for given in (
            {"If_None_Match": old["ETag"]},
            {"If_Modified_Since": old["Last-Modified"]},
            {"If_None_Match": old["ETag"], "If_Modified_Since": old["Last-Modified"]},
        ):
            status, _, body = get(f"{address}/", **given)
            assert status == 200, given
            assert f"{after} vor Ort".encode() in body

    def test_what_did_not_change_is_not_loaded_again(
        self, updated: tuple[str, Callable[[str], None]]
    ) -> None:
        address, update = updated
        update("gelingt")
        _, old, _ = get(f"{address}/impressum/")
        update("gedeiht")
        assert get(f"{address}/impressum/", If_None_Match=old["ETag"])[0] == 304

    @pytest.mark.parametrize("again", ["reload", "visit"])
    def test_the_browser_shows_the_new_page(
        self, updated: tuple[str, Callable[[str], None]], browser: Browser, again: str
    ) -> None:
        address, update = updated
        update("gelingt")
        with browser.new_context(locale="de-DE") as context:
            page = context.new_page()
            page.goto(f"{address}/")
            heading = page.get_by_role("heading", level=1)
            expect(heading).to_contain_text("gelingt vor Ort")
            page.goto(f"{address}/impressum/")
            update("gedeiht")
            page.goto(f"{address}/")
            if again == "reload":
                page.reload()
            expect(heading).to_contain_text("gedeiht vor Ort")


def two_editions(site: Path, target: Path) -> dict[str, Path]:
    """Pack the pages a test asks for twice, with another word of the same length on the start page."""
    asked = re.compile(r"(impressum/)?index\.html|404\.html|assets/.*|\.htaccess")
    files = {path: content for path, content in files_below(site, "") if asked.fullmatch(path)}
    editions = {}
    for word in ("gelingt", "gedeiht"):
        start = files["index.html"].replace(b"gelingt vor Ort", f"{word} vor Ort".encode())
        assert (start == files["index.html"]) is (word == "gelingt")
        packed = files | {"index.html": start}
        editions[word] = write_zip(target / f"{word}.zip", "wurzel", packed.items(), "2026-11-21")
    return editions


def unpack(package: Path, target: Path) -> None:
    """Unpack over what is there, with the times of the package, as every unpacking program does."""
    with zipfile.ZipFile(package) as archive:
        for info in archive.infolist():
            file = Path(archive.extract(info, target))
            moment = time.mktime((*info.date_time, 0, 0, -1))
            os.utime(file, (moment, moment))
            file.chmod(0o644)
            file.parent.chmod(0o755)


ODD = "/büro_(neu)&copy,x/"


@pytest.mark.parametrize("start", [apache_by_htaccess, apache_by_central_rules, nginx_by_container])
def test_a_folder_with_signs_in_its_name(start: Callable[..., AbstractContextManager[None]]) -> None:
    """The settings of servers hold it between quotes and with its letters: headers and error page are there."""
    with tempfile.TemporaryDirectory() as place:
        folder, site = Path(place), Path(place, "wurzel", ODD.strip("/"))
        folder.chmod(0o755)
        copy = Copy(f"https://www.kommune.example{ODD}")
        pages = [("index.html", "Start"), ("404.html", "Fehlt"), ("api/v1/katalog.json", "{}")]
        files = [(site, file) for file in (*inside_site(copy), *pages)]
        for top, (path, text) in (*files, *((folder, file) for file in beside_site(copy))):
            (top / path).parent.mkdir(parents=True, exist_ok=True)
            (top / path).write_text(text, encoding="utf-8")
        port = free_port()
        with start(folder, ODD, port):
            for base in (quote(ODD), quote(ODD, safe="/()&,")):
                address = f"http://127.0.0.1:{port}{base}"
                status, headers, _ = get(f"{address}api/v1/katalog.json")
                assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
                assert {name: headers.get(name) for name in HEADERS} == HEADERS
                assert get(f"{address}gibt-es-nicht/")[::2] == (404, b"Fehlt")
            assert examine(f"http://127.0.0.1:{port}{ODD}").asked > 9


class TestProbe:
    def test_finds_nothing_to_complain_about(self, served: tuple[str, Path]) -> None:
        report = examine(f"{served[0]}/")
        assert report.problems == []
        assert 10 <= report.asked <= 20
        assert "Der Server liefert die Website richtig aus." in str(report)

    def test_tells_apache_without_headers(self, roots: dict[str, Path]) -> None:
        port = free_port()
        with apache(roots["/"], port, modules=WITHOUT_HEADERS):
            report = examine(f"http://127.0.0.1:{port}")
        for name in HEADERS:
            assert any(f"die Kopfzeile {name}. Schalten Sie bei Apache" in text for text in report.problems)
        assert any("Cache-Control: no-cache bei /" in text for text in report.problems)
        assert any("Access-Control-Allow-Origin" in text for text in report.problems)

    def test_tells_everything_that_a_bare_apache_lacks(self, roots: dict[str, Path]) -> None:
        port = free_port()
        with apache(roots["/"], port, rules="#", modules=("mpm_event", "authz_core", "dir", "mime")):
            report = examine(f"http://127.0.0.1:{port}")
        assert missing(report) >= {
            "die Kopfzeile Content-Security-Policy",
            "die eigene Fehlerseite",
            "der Typ text/html bei /",
            "die Angabe charset=utf-8 bei /",
            "die Komprimierung bei /",
            "der Schutz von /.htaccess",
        }

    def test_tells_everything_that_a_bare_nginx_lacks(self, roots: dict[str, Path]) -> None:
        port = free_port()
        folder = roots["/"]
        with nginx(folder, port, f"server {{ listen 127.0.0.1:{port}; root {folder}/wurzel; }}\n"):
            report = examine(f"http://127.0.0.1:{port}/")
        assert missing(report) >= {
            "die Kopfzeile X-Content-Type-Options",
            "die eigene Fehlerseite",
            "die Komprimierung bei /",
            "der Schutz von /.htaccess",
            "der Schutz von /web.config",
        }
        assert any("server/nginx.conf" in text for text in report.problems)

    @pytest.mark.parametrize(
        ("address", "reason"),
        [
            ("http://127.0.0.1:9/", "Der Server nimmt keine Verbindung an."),
            ("http://gibt-es-nicht.invalid/", "Den Namen gibt es nicht, oder das Netz fehlt."),
            ("file:///etc/passwd", "ist keine Adresse"),
            ("", "ist keine Adresse"),
            ("https://", "ist keine Adresse"),
            ("http://127.0.0.1:9/büro/", "Der Server nimmt keine Verbindung an."),
            ("http://[::1/", "Den Namen gibt es nicht, oder das Netz fehlt."),
            (f"http://{'a' * 80}.invalid/", "Den Namen gibt es nicht, oder das Netz fehlt."),
        ],
    )
    def test_says_why_a_site_cannot_be_reached(self, address: str, reason: str) -> None:
        with pytest.raises(NotReachable, match=re.escape(reason)):
            examine(address)

    def test_a_wrong_address_is_no_faulty_server(self, served: tuple[str, Path]) -> None:
        with pytest.raises(NotReachable, match="Stimmt die Adresse"):
            examine(f"{served[0]}/gibt-es-nicht/")


def missing(report: Report) -> set[str]:
    """Return what a report misses, without explanations."""
    return {re.split(r"[.:] |\.$| \(", text)[0] for text in report.problems}

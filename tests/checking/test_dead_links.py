"""Outside links: what is dead is named with its line, what is excepted has a reason."""

import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from catalog.checking.dead_links import EXCEPTIONS, dead_links, load_exceptions, why_unreachable
from catalog.reading.nodes import read_nodes
from catalog.reading.problems import CatalogError

CATALOGUE = """quellen:
  - url: "https://gut.example/"
  - url: "https://weg.example/"
beispiele:
  - belege:
      - url: "https://weg.example/"
"""


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = int(self.path.strip("/"))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture
def host() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def reason(url: str) -> str:
    return "ist weg." if "weg" in url else ""


def test_every_place_of_a_dead_link_is_named() -> None:
    problems = dead_links(read_nodes(CATALOGUE), set(), reason)
    assert [str(problem) for problem in problems] == [
        "3: https://weg.example/ ist weg.",
        "6: https://weg.example/ ist weg.",
    ]


def test_exceptions_are_not_asked_and_must_be_needed() -> None:
    exceptions = {"https://weg.example/", "https://alt.example/"}
    (problem,) = dead_links(read_nodes(CATALOGUE), exceptions, reason)
    assert str(problem).startswith("Die Ausnahme https://alt.example/ braucht es nicht mehr.")


@pytest.mark.parametrize("status", [200, 206, 302, 416])
def test_answers(host: str, status: int) -> None:
    assert why_unreachable(f"{host}/{status}") == ""


@pytest.mark.parametrize(
    ("status", "words"), [(404, "gibt es nicht mehr (404)"), (403, "nicht von selbst prüfen (403)")]
)
def test_refusals(host: str, status: int, words: str) -> None:
    assert words in why_unreachable(f"{host}/{status}")


def test_silence() -> None:
    assert "nicht zu erreichen" in why_unreachable("http://127.0.0.1:1/")
    assert "nicht zu erreichen" in why_unreachable("http://[kaputt/")


def test_an_exception_needs_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "link-ausnahmen.yml"
    file.write_text('ausnahmen:\n  - url: "https://beispiel.de/"\n', encoding="utf-8")
    with pytest.raises(CatalogError, match=r"link-ausnahmen\.yml:2: Das Feld „grund“ fehlt"):
        load_exceptions(file)


def test_our_own_list_of_exceptions_is_valid() -> None:
    assert isinstance(load_exceptions(EXCEPTIONS), set)


def test_a_server_that_speaks_nonsense_ends_nothing() -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), _Nonsense) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        assert "nicht zu erreichen" in why_unreachable(f"http://127.0.0.1:{server.server_address[1]}/")


class _Nonsense(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.request.recv(1000)
        self.request.sendall(b"Unsinn\r\n\r\n")

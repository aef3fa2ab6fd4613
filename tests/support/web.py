"""Serve a built site as a strict host would, and watch pages for what must not happen."""

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'self'; form-action 'self'"
)
MODULES = "/modules/"
SOURCES = Path(__file__).parents[2] / "overrides/assets/javascripts"

mimetypes.add_type("text/javascript", ".mjs")


class Handler(SimpleHTTPRequestHandler):
    """Static files with the recommended headers and the site's own error page."""

    protocol_version = "HTTP/1.1"
    # The head leaves before the body, which would wait 40 ms for word that the head has arrived.
    disable_nagle_algorithm = True

    def translate_path(self, path: str) -> str:
        """Offer the modules that the site's scripts are bundled from, for tests of a single one."""
        if path.startswith(MODULES):
            return str(SOURCES / path.removeprefix(MODULES).partition("?")[0])
        return super().translate_path(path)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        self.send_header("X-Content-Type-Options", "nosniff")
        # As on a server of the product; without it every visit compiles all scripts anew.
        kept = "/assets/" in self.path
        self.send_header("Cache-Control", "max-age=3600" if kept else "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""


class QuietServer(ThreadingHTTPServer):
    """A server that does not report connections the browser dropped."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent; a test notices a failed request by itself."""


@contextmanager
def serve(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder on a free port; yield its address without a final slash."""
    with QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


class Watch:
    """Collects what a page must never do: errors, violations of the CSP, foreign requests."""

    def __init__(self, own: str) -> None:
        self._own = (f"{own}/", "data:", "blob:", "file:", "about:")
        self.problems: list[str] = []
        self.expected: list[str] = []

    def attach(self, page: Page) -> None:
        """Start watching a page."""
        page.on("pageerror", lambda error: self._note(f"Fehler: {error}"))
        page.on("console", self._console)
        page.on("request", self._request)

    def unexpected(self) -> list[str]:
        """Return what was seen, without what the test expects by a part of its text."""
        return [text for text in self.problems if not any(part in text for part in self.expected)]

    def _note(self, text: str) -> None:
        self.problems.append(text)

    def _console(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"Konsole ({message.type}): {message.text} {message.location.get('url', '')}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith(self._own):
            self._note(f"Fremde Adresse: {request.url}")

"""Show the site while somebody writes: a saved sentence is on the screen at once.

A page is made when it is asked for.  The browser hears of every change and
loads the page again, which keeps its place; a mistake is shown on the page,
in the words that a build would use, until it is mended.
"""

import mimetypes
import os
import re
import sys
import time
from collections.abc import Callable
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from ..publishing.addresses import page_file
from ..reading.problems import CatalogError
from .preview import Preview
from .website import NoSuchFile

HOST = "127.0.0.1"
CHANGES = "/__vorschau__/aenderungen"
SCRIPT = "/__vorschau__/vorschau.js"
# So often the files are looked at, in seconds.
INTERVAL = 0.2
_PORTS = 2**16

_RELOAD = f"""\
let known;
new EventSource("{CHANGES}").addEventListener("message", (event) => {{
  if (known !== undefined && known !== event.data) location.reload();
  known = event.data;
}});
"""
_MISTAKE = """\
<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>Fehler – Vorschau</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Das lässt sich noch nicht zeigen</h1>
<pre>{report}</pre>
<p>Sobald der Fehler behoben und gespeichert ist, erscheint die Seite von selbst.</p></main></body>
</html>
"""


class NoPort(OSError):
    """Nothing can be served at this port."""


def serve(project: Path, written: str, tell: Callable[[str], None] = print) -> None:
    """Serve the site until somebody stops the program.

    Args:
        project: the folder with ``mkdocs.yml``.
        written: the port as somebody wrote it.
        tell: what hears how it goes.

    Raises:
        NoPort: the port is none or not free; the message says in German what to do.
    """
    port = _port(written)
    preview = Preview(project)
    server = _open(preview, port)
    tell(_greeting(preview, server.server_address[1]))
    Thread(target=_restart_with_new_program, args=(project / "hooks",), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        tell("\nBeendet.")
    finally:
        server.server_close()


def _port(written: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", written) or int(written) >= _PORTS:
        raise NoPort(
            f"„{written}“ ist kein Anschluss. Nehmen Sie eine Zahl von 1024 bis {_PORTS - 1}: make serve PORT=8001"
        )
    return int(written)


def _open(preview: Preview, port: int) -> ThreadingHTTPServer:
    try:
        return _Server((HOST, port), preview)
    except PermissionError as error:
        raise NoPort(
            f"Den Anschluss {port} darf nur die Verwaltung des Rechners öffnen. Nehmen Sie einen anderen: "
            "make serve PORT=8001"
        ) from error
    except OSError as error:
        raise NoPort(
            f"Unter {HOST}:{port} antwortet schon ein anderes Programm. Beenden Sie es, oder nehmen Sie "
            f"einen anderen Anschluss: make serve PORT={port + 1}"
        ) from error


def _greeting(preview: Preview, port: int) -> str:
    kommune = preview.configuration.kommune
    whose = f"Gezeigt wird die Fassung aus {kommune}." if kommune else "Gezeigt wird die neutrale Fassung."
    return f"{whose}\nDie Website steht unter http://localhost:{port}. Beenden mit Strg+C."


def _restart_with_new_program(hooks: Path) -> None:
    """Start the program anew when its own files change."""
    before = _newest(hooks)
    while _newest(hooks) == before:
        time.sleep(INTERVAL)
    print("Das Programm hat sich geändert und startet neu.")
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _newest(hooks: Path) -> int:
    return max(path.stat().st_mtime_ns for path in hooks.rglob("*.py"))


def _report(error: Exception) -> str:
    return str(error) if isinstance(error, CatalogError) else f"{type(error).__name__}: {error}"


class _Server(ThreadingHTTPServer):
    """Knows what to answer with."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, address: tuple[str, int], preview: Preview) -> None:
        self.preview = preview
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent when a browser drops a connection; report everything else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: _Server
    protocol_version = "HTTP/1.1"
    # The head leaves before the body, which would wait 40 ms for word that the head has arrived.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with a file of the site, the preview's own script, or the news of a change."""
        path = unquote(urlsplit(self.path).path)
        if path == CHANGES:
            self._tell_changes()
        elif path == SCRIPT:
            self._answer(200, "text/javascript", _RELOAD.encode())
        else:
            self._answer_file(path.lstrip("/"))

    def _answer_file(self, path: str) -> None:
        name = path if "." in path.rpartition("/")[2] else page_file(f"{path}index", offline=False)
        try:
            content = self.server.preview.content(name)
            status = 200
        except NoSuchFile:
            content, status, name = self.server.preview.not_found(), 404, "404.html"
        except Exception as error:  # a mistake in a script or a template is one of the editor's too
            content, status, name = _MISTAKE.format(report=escape(_report(error))), 500, "fehler.html"
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        data = content.encode() if isinstance(content, str) else content
        if kind == "text/html":
            kind += "; charset=utf-8"
            data = data.replace(b"</body>", f'<script defer src="{SCRIPT}"></script></body>'.encode())
        self._answer(status, kind, data)

    def _answer(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _tell_changes(self) -> None:
        """Keep the connection; say which state the files are in, now and after every change."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told = None
        while True:
            state = self.server.preview.stamp()
            self.wfile.write(b"data: %d\n\n" % hash(state) if state != told else b": wie zuvor\n\n")
            told = state
            time.sleep(INTERVAL)

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent: the page shows what is wrong."""

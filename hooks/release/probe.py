"""Examine a site on its server as visitors get it, and say in German what is missing."""

import gzip
import re
import ssl
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from functools import partial
from html import unescape
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import Request, urlopen

from .server import FINGERPRINTED, HEADERS, IMMUTABLE, OPEN_DATA, REVALIDATED, SECURITY_TXT, TYPES, is_text

_SECONDS = 20
_STYLE = re.compile(
    r'<link[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"|<link[^>]*\bhref="([^"]+)"[^>]*\brel="stylesheet"'
)
_SCRIPT = re.compile(r'<script[^>]*\bsrc="([^"]+)"')
_PICTURE = re.compile(r'<img[^>]*\bsrc="([^"]+\.svg)"|<link[^>]*\bhref="([^"]+\.svg)"')
_BUILT_FOR = re.compile(r'<link rel="canonical" href="([^"]+)">')
_NO_SUCH = ("gibt-es-nicht/", "gibt/es/nicht.css")
_HIDDEN = (".htaccess", "web.config", ".git/HEAD")
# How each server is told, by what it calls itself.
_REMEDIES = {
    "apache": "Schalten Sie bei Apache das Modul headers ein (a2enmod headers) und erlauben Sie AllowOverride FileInfo.",
    "nginx": "Binden Sie server/nginx.conf im server-Block von nginx mit „include“ ein.",
    "iis": "Kopieren Sie die Datei web.config mit auf den Server.",
}


class NotReachable(Exception):
    """The site does not answer; the message says why, in German."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    address: str
    status: int
    headers: Message
    body: bytes

    @property
    def path(self) -> str:
        """Return what messages call it."""
        return unquote(urlsplit(self.address).path) or "/"

    @property
    def text(self) -> str:
        """Return the unpacked body."""
        body = self.body
        if self.headers.get("Content-Encoding") == "gzip":
            # What only says that it is packed is compared as it is.
            with suppress(OSError, EOFError, zlib.error):
                body = gzip.decompress(body)
        return body.decode("utf-8", "replace")


@dataclass(slots=True)
class Report:
    """What was found."""

    address: str
    asked: int = 0
    problems: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [f"{self.address}: {self.asked} Adressen abgefragt."]
        lines += [f"Fehlt: {text}" for text in self.problems]
        lines += [f"Hinweis: {text}" for text in self.hints]
        found = len(self.problems)
        verdict = f"{found} {'Punkt ist' if found == 1 else 'Punkte sind'} zu beheben."
        return "\n".join([*lines, verdict if found else "Der Server liefert die Website richtig aus."])


def examine(address: str) -> Report:
    """Ask for about ten addresses of a site and compare the answers with what it needs.

    Raises:
        NotReachable: the start page does not answer.
    """
    if not re.match(r"https?://.", address):
        raise NotReachable(
            f"„{address}“ ist keine Adresse. Sie beginnt mit https:// und führt zur Startseite."
        )
    examination = _Examination(address if address.endswith("/") else f"{address}/")
    for step in examination.steps():
        examination.report.problems += step()
    examination.report.hints += examination.hints()
    return examination.report


class _Examination:
    """Asks one server, step by step."""

    def __init__(self, address: str) -> None:
        self.report = Report(address)
        self._start = self._get("")
        if self._start.status != 200:
            raise NotReachable(
                f"{address} antwortet mit {self._start.status}. Stimmt die Adresse, und liegt die Website dort?"
            )

    def steps(self) -> Iterator[Callable[[], Iterator[str]]]:
        """Yield what to look at, in the order of the report."""
        yield self._place
        yield partial(self._page, self._start)
        yield self._missing_headers
        yield self._asks_again
        yield self._error_pages
        for pattern in (_STYLE, _SCRIPT, _PICTURE):
            for path in self._linked(pattern):
                yield partial(self._file, path)
        yield partial(self._file, f"{OPEN_DATA}katalog.json")
        yield partial(self._file, f"{OPEN_DATA}beispiele.csv")
        yield self._folder
        yield self._hidden

    def hints(self) -> Iterator[str]:
        """Yield what is no fault of this site."""
        if urlsplit(self.report.address).scheme == "http":
            yield "Die Adresse beginnt mit http. Liefern Sie die Website verschlüsselt aus (https)."
        elif "Strict-Transport-Security" not in self._start.headers:
            yield "Strict-Transport-Security (HSTS) fehlt. Das stellen Sie für Ihre Domain ein."
        if self._get(urljoin(self.report.address, f"/{SECURITY_TXT}")).status != 200:
            yield f"/{SECURITY_TXT} gibt es nicht. Die Datei nennt, wohin man Sicherheitslücken meldet."

    def _get(self, path: str, **headers: str) -> Answer:
        self.report.asked += 1
        address = self.report.address
        given = {"Accept-Encoding": "gzip"} | {name.replace("_", "-"): text for name, text in headers.items()}
        try:
            address = _sendable(urljoin(address, path))
            with urlopen(Request(address, headers=given), timeout=_SECONDS) as answer:
                return Answer(answer.url, answer.status, answer.headers, answer.read())
        except HTTPError as error:
            with error:
                return Answer(address, error.code, error.headers, error.read())
        except (OSError, ValueError, HTTPException) as error:
            raise NotReachable(f"{address} ist nicht zu erreichen: {_reason(error)}") from None

    def _linked(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """Yield one file with a fingerprint and one without, as far as the start page names them."""
        found = [
            unescape(next(filter(None, match)))
            for match in map(re.Match.groups, pattern.finditer(self._start.text))
        ]
        for wanted in (True, False):
            yield from [path for path in found if bool(re.search(FINGERPRINTED, path)) is wanted][:1]

    def _place(self) -> Iterator[str]:
        """A package in another folder than the one it was built for: what else is missing may follow from it."""
        found = _BUILT_FOR.search(self._start.text)
        built = unquote(urlsplit(unescape(found[1])).path) if found else ""
        if built and built != self._start.path:
            yield (
                f"die richtige Adresse: Gebaut ist die Website für {built}, hier liegt sie unter {self._start.path}. "
                f"Tragen Sie in kommune.yml unter „website: adresse“ {self._start.address} ein und bauen Sie neu. "
                "Was danach noch fehlt, kann daran liegen."
            )

    def _page(self, answer: Answer) -> Iterator[str]:
        yield from _type_and_size(answer, "html")
        yield from _caching(answer)

    def _missing_headers(self) -> Iterator[str]:
        for name, value in HEADERS.items():
            given = self._start.headers.get_all(name) or []
            if not given:
                yield f"die Kopfzeile {name}. {self._remedy()}"
            elif given != [value]:
                yield f"die Kopfzeile {name} in der mitgelieferten Form. Der Server sendet: {' und '.join(given)}"

    def _asks_again(self) -> Iterator[str]:
        tag = self._start.headers.get("ETag")
        if not tag:
            yield "die Kopfzeile ETag. Ohne sie laden Browser jede Seite jedes Mal ganz."
        elif self._get("", If_None_Match=tag).status != 304:
            yield "die kurze Antwort „nicht geändert“ (304). Browser laden jede Seite jedes Mal ganz."

    def _error_pages(self) -> Iterator[str]:
        own = self._get("404.html")
        for path in _NO_SUCH:
            answer = self._get(path)
            if answer.status != 404:
                yield f"der Status 404 bei Adressen, die es nicht gibt: {answer.path} antwortet mit {answer.status}."
            elif answer.text != own.text:
                yield f"die eigene Fehlerseite: Bei {answer.path} erscheint eine andere."
            elif (
                "Content-Security-Policy" not in answer.headers
                and "Content-Security-Policy" in self._start.headers
            ):
                yield f"die Content-Security-Policy auf der Fehlerseite ({answer.path})."

    def _file(self, path: str) -> Iterator[str]:
        answer = self._get(path)
        if answer.status != 200:
            yield f"die Datei {answer.path}: Der Server antwortet mit {answer.status}."
            return
        yield from _type_and_size(answer, answer.path.rpartition(".")[2])
        yield from _caching(answer)
        if path.startswith(OPEN_DATA) and answer.headers.get("Access-Control-Allow-Origin") != "*":
            yield f"Access-Control-Allow-Origin: * bei {answer.path}. Andere Websites können die offenen Daten nicht lesen."

    def _folder(self) -> Iterator[str]:
        for path in ("impressum/", "impressum"):
            answer = self._get(path)
            if answer.status != 200:
                yield f"die Seite {answer.path}: Der Server antwortet mit {answer.status}."

    def _hidden(self) -> Iterator[str]:
        for path in _HIDDEN:
            answer = self._get(path)
            if answer.status not in {403, 404}:
                yield f"der Schutz von {answer.path}: Der Server antwortet mit {answer.status}, nötig ist 404."

    def _remedy(self) -> str:
        name = self._start.headers.get("Server", "").lower()
        return next((text for server, text in _REMEDIES.items() if server in name), "Siehe LIESMICH.txt.")


def _sendable(address: str) -> str:
    """Return an address with the signs beyond a–z in its path as browsers send them."""
    before, slash, path = address.partition("//")
    host, _, path = path.partition("/")
    return f"{before}{slash}{host}/{quote(path, safe='%/:?#[]@!$&()*+,;=~')}"


def _type_and_size(answer: Answer, ending: str) -> Iterator[str]:
    given = answer.headers.get_content_type() if "Content-Type" in answer.headers else "keinen"
    kind = TYPES.get(ending, given)
    if given != kind:
        yield f"der Typ {kind} bei {answer.path}. Der Server nennt {given}."
    if not is_text(kind):
        return
    if (answer.headers.get_content_charset() or "").lower() != "utf-8":
        yield f"die Angabe charset=utf-8 bei {answer.path}."
    if len(answer.body) > 1500 and answer.headers.get("Content-Encoding") != "gzip":
        yield f"die Komprimierung bei {answer.path} (bei Apache die Module deflate und filter)."


def _caching(answer: Answer) -> Iterator[str]:
    fingerprinted = re.search(FINGERPRINTED, answer.path)
    wanted = IMMUTABLE if fingerprinted else REVALIDATED
    if answer.headers.get("Cache-Control") != wanted:
        given = answer.headers.get("Cache-Control", "nichts")
        yield f"Cache-Control: {wanted} bei {answer.path}. Der Server sendet: {given}."


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return "Das Zertifikat gilt nicht für diese Adresse, oder es ist abgelaufen."
    if isinstance(cause, TimeoutError):
        return f"keine Antwort in {_SECONDS} Sekunden."
    if isinstance(cause, ConnectionRefusedError):
        return "Der Server nimmt keine Verbindung an."
    return "Den Namen gibt es nicht, oder das Netz fehlt."

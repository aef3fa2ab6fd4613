"""Configuration for the web servers that municipalities run, from one list of headers and one of types."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from catalog.kommune.files import MEDIA
from catalog.publishing.policy import content_security_policy
from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).with_name("templates")

HEADERS = {
    "Content-Security-Policy": content_security_policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    # The workshop page reads codes with the camera, when somebody asks for it.
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What the product itself consists of; MEDIA adds what a municipality may publish.
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "map": "application/json",
    "csv": "text/csv",
    "txt": "text/plain",
    "yml": "text/plain",
    "xml": "application/xml",
    "gz": "application/gzip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "woff2": "font/woff2",
} | {ending.removeprefix("."): kind for ending, kind in MEDIA.items()}
_TEXT = re.compile(r"text/|.*[/+](json|xml)$")
# Names with a checksum in them never change their content; everything else is asked for again.
FINGERPRINTED = r"\.[0-9a-f]{8}(\.min)?\.(css|js|mjs)$"
IMMUTABLE = "max-age=31536000, immutable"
REVALIDATED = "no-cache"
# Folder of the open data, which other websites may read.
OPEN_DATA = "api/v1/"
# Hidden files do not exist for visitors, except what is meant to be found.
HIDDEN = r"/(\.(?!well-known/)|web\.config$)"
SECURITY_TXT = ".well-known/security.txt"


@dataclass(frozen=True, slots=True)
class Copy:
    """What the files around one copy of the site say about it."""

    address: str
    version: str = ""
    stand: str = ""
    contact: str = ""
    framed_by: tuple[str, ...] = ()

    @property
    def at_root(self) -> bool:
        """Tell whether the site has its server's name to itself."""
        return base_path(self.address) == "/"


def inside_site(copy: Copy) -> Iterator[tuple[str, str]]:
    """Yield the files that belong into the folder of the site."""
    yield ".htaccess", _render("htaccess", copy)
    yield "web.config", _render("web.config", copy)
    if copy.contact and copy.at_root:
        yield SECURITY_TXT, _render("security.txt", copy)


def beside_site(copy: Copy) -> Iterator[tuple[str, str]]:
    """Yield what an administrator needs outside the folder of the site."""
    for name in ("LIESMICH.txt", "server/apache.conf", "server/nginx.conf", "server/container.conf"):
        yield name, _render(name.rpartition("/")[2], copy)
    # Only the root of a server may say whom to write to about it.
    if copy.contact and not copy.at_root:
        yield "server/security.txt", _render("security.txt", copy)


def readme_for_disks(copy: Copy) -> tuple[str, str]:
    """Return name and text of what people see first in the edition without a server."""
    return "0-ERST-ENTPACKEN.txt", _render("erst-entpacken.txt", copy)


def base_path(address: str) -> str:
    """Return the path of the site on its server, with a slash at both ends."""
    return urlsplit(address).path or "/"


def is_text(kind: str) -> bool:
    """Tell whether a media type has a charset and is worth compressing."""
    return _TEXT.match(kind) is not None


def _render(name: str, copy: Copy) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=name.endswith(".config"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    base = base_path(copy.address)
    return environment.get_template(name).render(
        copy=copy,
        address=copy.address,
        base=base,
        base_pattern=re.escape(base),
        headers=HEADERS | {"Content-Security-Policy": content_security_policy(copy.framed_by)},
        types=TYPES,
        texts=[ending for ending, kind in TYPES.items() if is_text(kind)],
        text_types=sorted({kind for kind in TYPES.values() if is_text(kind)}),
        fingerprinted=FINGERPRINTED,
        hidden=HIDDEN,
        immutable=IMMUTABLE,
        open_data=OPEN_DATA,
        revalidated=REVALIDATED,
        expires=_a_year_after(copy.stand) if copy.stand else "",
    )


def _a_year_after(stand: str) -> str:
    """Return the day until which security.txt holds; a new release renews it."""
    return (date.fromisoformat(stand) + timedelta(days=364)).isoformat()

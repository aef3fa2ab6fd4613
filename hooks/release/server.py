"""Configuration for the web servers that municipalities run, from one list of headers."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from catalog.publishing.policy import content_security_policy
from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).with_name("templates")

HEADERS = {
    "Content-Security-Policy": content_security_policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "csv": "text/csv",
    "xml": "application/xml",
    "yml": "text/plain",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
}
# Names with a checksum in them never change their content.
FINGERPRINTED = r"\.[0-9a-f]{8}\.min\.(css|js)$"
ASSETS = r"\.(css|js|mjs|svg|png|jpg|webp|woff2)$"


def inside_site(address: str) -> Iterator[tuple[str, str]]:
    """Yield the configuration files that belong into the folder of the site."""
    yield ".htaccess", _render("htaccess", address)
    yield "web.config", _render("web.config", address)


def beside_site(address: str, version: str) -> Iterator[tuple[str, str]]:
    """Yield what an administrator needs outside the folder of the site."""
    yield "LIESMICH.txt", _render("LIESMICH.txt", address, version=version)
    yield "server/apache.conf", _render("apache.conf", address)
    yield "server/nginx.conf", _render("nginx.conf", address)
    yield "server/container.conf", _render("container.conf", address)


def base_path(address: str) -> str:
    """Return the path of the site on its server, with a slash at both ends."""
    return urlsplit(address).path or "/"


def _render(name: str, address: str, **values: str) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=name.endswith(".config"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(
        address=address,
        base=base_path(address),
        headers=HEADERS,
        types=TYPES,
        fingerprinted=FINGERPRINTED,
        assets=ASSETS,
        **values,
    )

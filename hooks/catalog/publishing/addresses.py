"""Where pages end up below the site's root, and how they reach each other.

A page is named by its path without suffix (``glossar/agg``, ``glossar/index``,
``index``), a file by its path with suffix.
"""

import hashlib
import posixpath

# Stands for the way to the root of the site, as long as the page is not known.
ROOT = "\x00"


def page_address(path: str, offline: bool) -> str:
    """Return the address of a page; the offline edition has files instead of folders."""
    if offline:
        return f"{path}.html"
    folder = path.removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""


def page_file(path: str, offline: bool) -> str:
    """Return the file that holds a page."""
    address = page_address(path, offline)
    return address if offline else f"{address}index.html"


def way_up(address: str) -> str:
    """Return the relative way from an address to the site's root."""
    return "../" * address.count("/") or "./"


def resolved(page: str, link: str) -> str:
    """Return the path that a relative link on a page means, seen from the site's root."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), link))


def fingerprinted(name: str, content: str) -> str:
    """Return a name that changes with the content: ``seite.css`` → ``seite.1a2b3c4d.css``.

    A server may let such a file be kept for ever.
    """
    stem, dot, suffix = name.rpartition(".")
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return f"{stem}.{digest}{dot}{suffix}"

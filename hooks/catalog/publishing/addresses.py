"""Where pages end up below the site's root, and how they reach each other."""

import posixpath


def page_address(path: str, offline: bool) -> str:
    """Return the address of a page; the offline edition has files instead of folders."""
    name = path.removesuffix(".md")
    if offline:
        return f"{name}.html"
    return name.removesuffix("index").rstrip("/") + "/" if name != "index" else "./"


def way_up(address: str) -> str:
    """Return the relative way from an address to the site's root; empty at the root itself."""
    return "../" * address.removeprefix("./").count("/")


def relative(target: str, page: str) -> str:
    """Return the relative link from one page path to another, keeping a fragment."""
    path, hash_, fragment = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + hash_ + fragment

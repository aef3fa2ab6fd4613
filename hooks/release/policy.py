"""The proof that a build keeps to the Content Security Policy."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_LOADING = {"src", "srcset", "poster", "data"}
_DATA_BLOCKS = {"application/json", "application/ld+json"}
# Browsers skip these characters when they look for the scheme of an address.
_SKIPPED = re.compile("[\x00-\x20]+")


def violations(site: Path) -> Iterator[str]:
    """Yield every place in a built site that the policy would refuse."""
    for path in sorted(site.rglob("*.html")):
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        yield from (f"{path.relative_to(site).as_posix()}: {problem}" for problem in page.problems)


class _Page(HTMLParser):
    """Collects inline code and foreign resources of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and "src" not in given and given.get("type") not in _DATA_BLOCKS:
            self.problems.append("inline script")
        if tag == "style" or "style" in given:
            self.problems.append(f"inline style in <{tag}>")
        self.problems += [f"{name} in <{tag}>" for name in given if name.startswith("on")]
        self.problems += [f"code in {name} of <{tag}>" for name, value in attrs if _is_code(value or "")]
        addresses = [value for name, value in attrs if name in _LOADING]
        if tag == "link" and given.get("rel") != "canonical":
            addresses.append(given.get("href"))
        self.problems += [f"<{tag}> loads {address}" for address in addresses if _is_foreign(address or "")]


def _is_code(value: str) -> bool:
    return _SKIPPED.sub("", value).lower().startswith("javascript:")


def _is_foreign(address: str) -> bool:
    return address.startswith(("http:", "https:", "//"))

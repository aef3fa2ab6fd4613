"""Check on request whether the addresses in the catalogue still answer."""

import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from ..model.base import Link, Model
from ..reading.nodes import Node, Written
from ..reading.problems import Problem
from .validation import validate

EXCEPTIONS = Path(__file__).with_name("link-ausnahmen.yml")
TIMEOUT = 20
PARALLEL = 8
_AGENT = "Mozilla/5.0 (Linkpruefung)"


class Ausnahme(Model):
    """An address that is not checked, and why."""

    url: Link
    grund: Annotated[str, StringConstraints(min_length=15, max_length=400)]
    """Warum die Adresse trotzdem stimmt und wann das zuletzt ein Mensch gesehen hat."""


class Ausnahmen(Model):
    """The list of exceptions."""

    ausnahmen: tuple[Ausnahme, ...] = Field(default=())


def load_exceptions(path: Path = EXCEPTIONS) -> set[str]:
    """Return the addresses that are not checked.

    Raises:
        CatalogError: an exception lacks its reason, or the file is not valid.
    """
    written = Written.read(path)
    return {exception.url for exception in validate(Ausnahmen, written.root, written.name).ausnahmen}


def dead_links(root: Node, exceptions: set[str], reason: Callable[[str], str] | None = None) -> list[Problem]:
    """Return one problem per address that does not answer, and per exception nobody needs.

    Args:
        root: the catalogue as written.
        exceptions: addresses that are not checked.
        reason: says why an address does not answer; empty if it does.
    """
    places = list(_addresses(root))
    wanted = sorted({url for url, _ in places} - exceptions)
    with ThreadPoolExecutor(PARALLEL) as pool:
        reasons = dict(zip(wanted, pool.map(reason or why_unreachable, wanted), strict=True))
    problems = [Problem(line, f"{url} {reasons[url]}") for url, line in places if reasons.get(url)]
    unneeded = exceptions - {url for url, _ in places}
    problems += [
        Problem(0, f"Die Ausnahme {url} braucht es nicht mehr. Löschen Sie sie in {EXCEPTIONS.name}.")
        for url in unneeded
    ]
    return sorted(problems)


def why_unreachable(url: str) -> str:
    """Say why an address does not answer; empty if it does."""
    try:
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Range": "bytes=0-0"})
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return ""
    except urllib.error.HTTPError as error:
        return _refusal(error.code)
    except (OSError, ValueError, HTTPException):
        return "ist nicht zu erreichen. Suchen Sie die neue Adresse."


def _refusal(status: int) -> str:
    if status in {404, 410}:
        return f"gibt es nicht mehr ({status}). Suchen Sie die neue Adresse."
    if status == 416:
        return ""
    return (
        f"lässt sich nicht von selbst prüfen ({status}). Sehen Sie nach; stimmt die Adresse, "
        f"tragen Sie sie mit einem Grund in {EXCEPTIONS.name} ein."
    )


def _addresses(node: Node) -> Iterator[tuple[str, int]]:
    if isinstance(node.value, list):
        for child in node.value:
            yield from _addresses(child)
    elif isinstance(node.value, dict):
        for key, child in node.value.items():
            if key in ("adresse", "url") and isinstance(child.value, str):
                yield child.value, child.line
            else:
                yield from _addresses(child)

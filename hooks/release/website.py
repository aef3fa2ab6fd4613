"""Build the site, always with the same result."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from catalog.reading.project import PROJECT
from catalog.site.build import write_site
from catalog.site.configuration import Configuration, read_configuration

# What an operator sets on purpose; nothing else in the caller's environment matters.
_KEPT = ("CONTACT_EMAIL", "REPOSITORY_URL", "SITE_URL")


class BuildError(Exception):
    """The site cannot be packed; the message says why."""


def build(target: Path, settings: Mapping[str, str], former: Path | None = None) -> Path:
    """Build the site into an empty folder.

    Args:
        target: the folder.
        settings: what ``mkdocs.yml`` asks the environment for.
        former: an earlier build, whose unchanged files keep their time stamps.

    Raises:
        CatalogError: with all problems of the catalogue, the texts and the municipality's folder.
        OSError: the site could not be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    with _readable_for_all():
        write_site(configuration(settings), target, former)
    return target


def configuration(settings: Mapping[str, str]) -> Configuration:
    """Return what ``mkdocs.yml`` says, with these settings and what an operator sets on purpose."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | dict(settings)
    return read_configuration(PROJECT, environment)


@contextmanager
def _readable_for_all() -> Iterator[None]:
    """The umask of whoever builds says nothing about who may read a website."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)

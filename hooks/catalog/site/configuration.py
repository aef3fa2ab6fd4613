"""What ``mkdocs.yml`` says, for every way to build the site.

The file is MkDocs' own, so that MkDocs can build the site; what it says is
read here once, whichever engine runs, or none.
"""

import os
import re
from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..checking.locations import items
from ..model.kinds import section_of
from ..model.settings import Settings
from ..reading.nodes import Written
from ..reading.problems import CatalogError, Problem, did_you_mean

_ENV = "!ENV"
_INDEX = re.compile(r"(?:^|/)index\.md$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the navigation: its words and the path of its page."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the navigation."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of one build.

    Attributes:
        project: the folder with ``mkdocs.yml``, ``catalog.yml``, ``content/`` and ``overrides/``.
        address: where the site will be published; empty for the one in ``kommune.yml``.
        kommune: the folder of a municipality, if there is one.
        repository: address of the public repository's file view, up to and including the branch.
        contact: e-mail address for proposals.
        offline: make the edition that opens from a disk.
    """

    project: Path
    name: str
    description: str
    address: str
    navigation: tuple[Group, ...]
    kommune: Path | None
    repository: str
    contact: str
    offline: bool

    @property
    def content(self) -> Path:
        """The folder of the texts written by hand."""
        return self.project / "content"

    @property
    def overrides(self) -> Path:
        """The folder of frame, styles and scripts."""
        return self.project / "overrides"

    def navigation_without(self, ohne: Container[str]) -> tuple[Group, ...]:
        """Return the navigation of a copy that leaves out some sections."""
        return tuple(
            Group(group.title, tuple(entry for entry in group.entries if section_of(entry.path) not in ohne))
            for group in self.navigation
        )


def read_configuration(project: Path, environment: Mapping[str, str] | None = None) -> Configuration:
    """Read ``mkdocs.yml`` of a project.

    Args:
        project: the folder that holds the file.
        environment: what ``!ENV`` asks for; without it, the variables of this process.
    """
    source = (project / "mkdocs.yml").read_text(encoding="utf-8")
    values = yaml.load(source, Loader=_loader(os.environ if environment is None else environment))
    extra = values["extra"]
    return Configuration(
        project=project,
        name=values["site_name"],
        description=values["site_description"],
        address=values["site_url"] or "",
        navigation=tuple(_group(group) for group in values["nav"]),
        kommune=Path(extra["kommune"]) if extra["kommune"] else None,
        repository=extra["repository"] or "",
        contact=extra["contact"] or "",
        offline=bool(extra["offline"]),
    )


def own_navigation(settings: Settings, written: Written, paths: Collection[str]) -> tuple[Entry, ...]:
    """Return the links that a municipality adds to the header.

    Raises:
        CatalogError: a page does not exist; with all of them.
    """
    found, problems = [], []
    items_written = items(written.root, ("website", "navigation"))
    for point, item in zip(settings.website.navigation, items_written, strict=False):
        path = next((path for path in (point.seite, f"{point.seite}/index") if path in paths), None)
        if path is None:
            ausgeblendet = section_of(point.seite) in settings.website.ausblenden
            hint = " Sie blenden diesen Bereich aus." if ausgeblendet else did_you_mean(point.seite, paths)
            problems.append(
                Problem(item.line("seite"), f"Website: Die Seite „{point.seite}“ gibt es nicht.{hint}")
            )
        else:
            found.append(Entry(point.titel, path))
    if problems:
        raise CatalogError(written.name, problems)
    return tuple(found)


def page_path(file: str) -> str:
    """Return the path of the page that a Markdown file becomes."""
    return file.removesuffix(".md")


def _group(written: dict[str, list[dict[str, str]]]) -> Group:
    ((title, entries),) = written.items()
    return Group(
        title, tuple(Entry(name, page_path(file)) for entry in entries for name, file in entry.items())
    )


def _loader(environment: Mapping[str, str]) -> Any:
    """Return a safe loader that knows ``!ENV NAME`` and ``!ENV [NAME, …, fallback]`` as MkDocs does."""
    # The C parser reads the same ten times as fast.
    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        """A loader of its own: the meaning of ``!ENV`` belongs to this call only."""

    def construct(loader: Any, node: Any) -> Any:
        *names, fallback = loader.construct_sequence(node)
        found = next((environment[name] for name in names if name in environment), None)
        return fallback if found is None else yaml.safe_load(found) if found else found

    Loader.add_constructor(_ENV, construct)
    return Loader

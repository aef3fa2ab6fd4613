"""Links inside the site: made from paths that are known to exist, or refused."""

import posixpath
from collections.abc import Iterable

from markdown.util import AMP_SUBSTITUTE
from markupsafe import Markup

from ..model.kinds import entry_path, section_of
from ..reading.problems import closest, did_you_mean
from .addresses import ROOT, page_address, resolved


class UnknownTarget(ValueError):
    """A link leads nowhere; the message is German and says what would be right."""


class Links:
    """Turns paths into addresses.

    Args:
        offline: make addresses for the edition that opens from a disk.
    """

    def __init__(self, offline: bool) -> None:
        self._offline = offline
        self._pages: frozenset[str] = frozenset()
        self._files: frozenset[str] = frozenset()
        self._hidden: frozenset[str] = frozenset()
        self._ohne: frozenset[str] = frozenset()

    def know(
        self, pages: Iterable[str], files: Iterable[str], hidden: Iterable[str], ohne: Iterable[str] = ()
    ) -> None:
        """Take what exists, before the first page is rendered.

        Args:
            pages: the paths of all pages, without suffix.
            files: the paths of all other files.
            hidden: the paths of pages that this copy leaves out.
            ohne: the sections that it leaves out.
        """
        self._pages, self._files = frozenset(pages), frozenset(files)
        self._hidden, self._ohne = frozenset(hidden), frozenset(ohne)

    def href(self, path: str) -> Markup:
        """Return the address of a page or file, beginning with the mark of the root.

        Raises:
            UnknownTarget: there is no such page or file.
        """
        if path in self._pages:
            return Markup(ROOT + page_address(path, self._offline))
        if path in self._files:
            return Markup(ROOT + path)
        raise UnknownTarget(f"Die Seite „{path}“ gibt es nicht.{did_you_mean(path, self._pages)}")

    def written(self, page: str, link: str) -> str | None:
        """Return the address of a link in a hand-written text; ``None`` if its target is left out here.

        A text names an entry by section and id (``glossar:agg``), a page by the relative path of its
        Markdown file, any other file by its relative path; other links stay as they are.

        Raises:
            UnknownTarget: the link leads nowhere.
        """
        if link.startswith(AMP_SUBSTITUTE):
            # Markdown spells a mail address between angle brackets letter by letter, as entities.
            return link
        target, hash_, fragment = link.partition("#")
        if not target or "//" in target or target.startswith(("mailto:", "tel:", "/")):
            return link
        path = entry_path(target) or resolved(page, target).removesuffix(".md")
        if path in self._hidden or (section_of(path) in self._ohne and path not in self._files):
            return None
        try:
            return self.href(path) + hash_ + fragment
        except UnknownTarget:
            raise UnknownTarget(self._nowhere(page, link, target)) from None

    def _nowhere(self, page: str, link: str, target: str) -> str:
        """Say that a link leads nowhere; what is meant is written as its author writes."""
        known = self._pages | self._files
        path = resolved(page, target).removesuffix(".md")
        section = f"{path}/index"
        if ":" in target:
            hint = did_you_mean(target.replace(":", "/"), known).replace("/", ":")
        elif found := section if section in known else closest(path, known - {page}):
            meant = posixpath.relpath(found, posixpath.dirname(page) or ".")
            hint = f" Meinten Sie „{meant}.md“?" if found in self._pages else f" Meinten Sie „{meant}“?"
        else:
            hint = ""
        return f"Der Verweis „{link}“ führt nirgendwohin.{hint}"

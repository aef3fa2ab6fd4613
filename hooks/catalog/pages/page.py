"""A page on its way from the catalogue to the frame."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from .rendering import Contents


@dataclass(frozen=True, slots=True)
class Page:
    """One page, complete but for the frame.

    Attributes:
        path: without suffix, for example ``glossar/agg``.
        html: the article; addresses begin with the mark of the root.
        section: the name of the section, for the window's title.
        sections: id and title of every section on the page, for its contents.
        scripts: entry modules that the page loads.
        redirect: the path of the page that has taken its place.
        has_contents: whether the contents are shown beside the text.
    """

    path: str
    title: str
    description: str
    html: Markup
    section: str = ""
    contents: Contents = field(default_factory=Contents)
    scripts: tuple[str, ...] = ()
    redirect: str = ""
    has_contents: bool = True

    @property
    def sections(self) -> list[tuple[str, str]]:
        """Id and title of every section, as far as the page shows its contents."""
        return self.contents.sections if self.has_contents else []


# The path of a page, and what makes it when it is asked for.
PagePlan = tuple[str, Callable[[], Page]]

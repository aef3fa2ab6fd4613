"""HTML templates in which catalogue text can only ever be text.

Addresses in what is rendered begin with a mark that becomes the way to the
root of the site once the page is known; so a card or a frame is rendered once
and placed on any number of pages.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..publishing.addresses import ROOT
from ..reading.project import PROJECT

TEMPLATES = PROJECT / "hooks" / "catalog" / "templates"


@dataclass(slots=True)
class Contents:
    """The sections of one page, noted while it is rendered."""

    sections: list[tuple[str, str]] = field(default_factory=list)

    def h2(self, title: str, id_: str) -> Markup:
        """Return the heading of a section and note it."""
        self.sections.append((id_, title))
        return Markup('<h2 id="{}">{}</h2>').format(id_, title)


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates as long as this object lives; a changed template is compiled again."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the compiled template, if it is known."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take a compiled template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


class Renderer:
    """Renders templates with names and filters visible in all of them.

    Args:
        folders: where templates are looked for, in this order.
        compiled: keeps what templates were compiled to, for whoever renders again and again.
        names: what every template knows.
        filters: how values are changed on their way.
    """

    def __init__(
        self,
        names: Mapping[str, Any],
        filters: Mapping[str, Callable[..., Any]],
        folders: Iterable[Any] = (TEMPLATES,),
        compiled: BytecodeCache | None = None,
    ) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(list(folders)),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            bytecode_cache=compiled,
        )
        self._environment.globals.update(names)
        self._environment.filters.update(filters)

    def add(self, name: str, value: object) -> None:
        """Let every template know a further name."""
        self._environment.globals[name] = value

    def render(self, template: str, **values: Any) -> Markup:
        """Render a template; what it shows is safe to place on a page."""
        return Markup(self._environment.get_template(template).render(**values))


def placed(html: str, way_up: str) -> str:
    """Return rendered HTML for one page: marks become the way to the root."""
    return html.replace(ROOT, way_up)

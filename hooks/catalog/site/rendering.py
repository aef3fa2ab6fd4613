"""Markdown templates in which catalogue text can only ever be text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..publishing.addresses import relative
from ..publishing.text import address, as_text

TEMPLATES = Path(__file__).parents[1] / "templates"


def _finalize(value: object) -> object:
    return value if isinstance(value, Markup) else as_text(value)


class Renderer:
    """Renders the Markdown templates with names and filters visible in all of them."""

    def __init__(self, names: Mapping[str, Any], filters: Mapping[str, Callable[..., Any]]) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.globals.update(names)
        self._environment.filters.update(filters, address=address)

    def has(self, template: str) -> bool:
        """Tell whether there is such a template."""
        return (TEMPLATES / template).is_file()

    def render(self, template: str, page: str, **values: Any) -> str:
        """Render a template for the page at ``page``, with links relative to it."""

        def href(target: str) -> Markup:
            return Markup(relative(target, page))

        return self._environment.get_template(template).render(href=href, **values)

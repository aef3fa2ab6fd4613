"""Templates as data, so that the browser renders a municipality's pages from the same source as the build.

Only what the parser gives is passed on; the browser knows the few kinds of node that these templates use.
"""

from typing import Any

from jinja2 import Environment, nodes
from markupsafe import Markup

# Where something stands or how it was optimized says nothing about what is rendered.
_LEFT_OUT = {"ctx", "with_context", "scoped", "required", "dyn_args", "dyn_kwargs", "recursive"}


def as_data(source: str) -> Any:
    """Return the syntax tree of a template as plain data."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return _plain(environment.parse(source))


def _plain(value: object) -> Any:
    if isinstance(value, nodes.Node):
        fields = {name: _plain(child) for name, child in value.iter_fields() if name not in _LEFT_OUT}
        return {"art": type(value).__name__, **{name: child for name, child in fields.items() if child != []}}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Markup) else value

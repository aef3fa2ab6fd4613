"""How Markdown is read: the one set of extensions for every text written by hand."""

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

_EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
_OPTIONS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "toc_depth": "1-2"},
}


def markdown_converter(*further: Extension) -> Markdown:
    """Return a converter from Markdown to HTML, with further steps of a caller's own."""
    return Markdown(extensions=[*_EXTENSIONS, *further], extension_configs=_OPTIONS, output_format="html")

"""How Markdown is read: the one set of extensions for every text written by hand."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
_OPTIONS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "toc_depth": "1-2"},
}


def markdown_converter(*further: Extension) -> Markdown:
    """Return a converter from Markdown to HTML, with further steps of a caller's own."""
    return Markdown(extensions=[*_EXTENSIONS, *further], extension_configs=_OPTIONS, output_format="html")


class EachElement(Extension):
    """Hands a caller the elements of a text after all of Markdown's own steps, to change them.

    HTML that somebody typed is not among them.
    """

    def __init__(self, change: Callable[[ElementTree.Element], None]) -> None:
        super().__init__()
        self._change = change

    def extendMarkdown(self, md: Markdown) -> None:
        """Run last."""
        processor = Treeprocessor(md)
        processor.run = self._run  # type: ignore[method-assign]
        md.treeprocessors.register(processor, "each element", 0)

    def _run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            self._change(element)

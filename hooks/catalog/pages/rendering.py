"""HTML templates in which catalogue text can only ever be text.

Addresses in what is rendered begin with a mark that becomes the way to the
root of the site once the page is known; so a card or a frame is rendered once
and placed on any number of pages.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..publishing.addresses import ROOT
from ..reading.project import PROJECT

TEMPLATES = PROJECT / "hooks" / "catalog" / "templates"
# Beside the compiled modules of Python.
COMPILED = Path(__file__).with_name("__pycache__")
# Nothing is worked out while compiling: what a filter makes of a value may change while its template stays.
_OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
    "optimized": False,
}
_SEAL_SIZE = sha256().digest_size


@dataclass(slots=True)
class Contents:
    """The sections of one page, noted while it is rendered."""

    sections: list[tuple[str, str]] = field(default_factory=list)

    def h2(self, title: str, id_: str) -> Markup:
        """Return the heading of a section and note it."""
        self.sections.append((id_, title))
        return Markup('<h2 id="{}">{}</h2>').format(id_, title)


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates as long as this object lives; a changed template is compiled again.

    Args:
        folder: where they are kept for the next run of the program as well, beside Python's own compiled
            modules and trusted as those are; what cannot be read or written there is compiled again.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._kept: dict[str, bytes] = {}
        self._folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name alone, so that copies of a project leave nothing behind."""
        return name.replace("/", ".")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the compiled template, if it is known."""
        compiled = self._kept.get(bucket.key) or self._from_disk(bucket.key)
        if compiled:
            # Jinja compares the template's text with the one that was compiled.
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take a compiled template."""
        compiled = bucket.bytecode_to_string()
        self._kept[bucket.key] = compiled
        if self._folder and not sys.dont_write_bytecode:
            _write_if_possible(self._folder / f"{bucket.key}.jinja", _seal(compiled) + compiled)

    def _from_disk(self, key: str) -> bytes:
        """Return what an earlier run has kept, if it is whole and was made by the same versions."""
        try:
            data = (self._folder / f"{key}.jinja").read_bytes() if self._folder else b""
        except OSError:
            return b""
        seal, compiled = data[:_SEAL_SIZE], data[_SEAL_SIZE:]
        return compiled if seal == _seal(compiled) else b""


def _seal(compiled: bytes) -> bytes:
    """Return what proves that bytes are whole and what made them: other versions compile to other code."""
    return sha256(_made_by() + compiled).digest()


@cache
def _made_by() -> bytes:
    return f"{version('jinja2')} {sys.version} {_OPTIONS}".encode()


def _write_if_possible(path: Path, data: bytes) -> None:
    """Write a file that is only there to save time; other builds may read and write it meanwhile."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        new.write_bytes(data)
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


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
            bytecode_cache=compiled,
            **_OPTIONS,
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

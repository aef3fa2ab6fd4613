"""The builds that are compared: ours in three ways, and other tools on the same pages as Markdown.

A tool takes part where it is installed.  Zensical and Hugo are looked for on the PATH, or where the
variables ZENSICAL and HUGO say.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from as_markdown import Written, absolute, front_matter, written_pages
from growing import changed_sentence

EXTENSIONS = {"attr_list": {}, "md_in_html": {}, "tables": {}, "toc": {"permalink": False}}
HUGO_LAYOUT = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} – Vergleich</title><meta name="description" content="{{ .Summary | plainify | truncate 150 }}">
<link rel="stylesheet" href="/seite.css"></head>
<body><nav><ul>{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<main>{{ .TableOfContents }}<article>{{ .Content }}</article></main><footer>Vergleich</footer></body></html>
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """One way to build.

    Attributes:
        name: what the table calls it.
        project: the folder that it builds, which also holds its result.
        command: what to run there.
        before: what to do before each run, outside the measured time.
        largest: the number of entries from which on it is left out.
    """

    name: str
    project: Path
    command: list[str]
    before: Callable[[], None]
    largest: int = 1_000_000
    environment: Mapping[str, str] | None = None

    @property
    def site(self) -> Path:
        """Where the result lies."""
        return self.project / "site"


def tools(ours: Path, others: Path) -> list[Tool]:
    """Return all tools that are installed; see ``write_others`` for the second folder."""
    found = [
        _ours("ours", ours, ["-m", "catalog", "build", "--projekt", str(ours), str(ours / "site")]),
        _ours("ours, second build, one entry changed", ours, _own_build(ours), warm=True),
        _ours("ours through MkDocs", ours, _engine("mkdocs")),
    ]
    if importlib.util.find_spec("properdocs"):
        found.append(_ours("ours through ProperDocs", ours, _engine("properdocs")))
    found += [
        _material("Material", others / "material", largest=1_000),
        _material("Material, section indexes only", others / "material-short", largest=3_000),
    ]
    if zensical := _installed("zensical"):
        project = others / "zensical"
        command = [zensical, "build", "--config-file", str(project / "mkdocs.yml")]
        found.append(Tool("Zensical, cold", project, command, lambda: _clear(project), 3_000))
        found.append(Tool("Zensical, warm, one page changed", project, command, _touch(project), 3_000))
    if hugo := _installed("hugo"):
        project = others / "hugo"
        command = [hugo, "--quiet", "--source", str(project), "--destination", str(project / "site")]
        found.append(Tool("Hugo, minimal theme", project, command, lambda: _clear(project)))
    return found


def write_others(site: Path, target: Path) -> int:
    """Write the pages of our site for every other tool; return their number."""
    pages = written_pages(site)
    indexes = [page for page in pages if page.path.endswith("index")]
    short = [{page.title: f"{page.path}.md"} for page in indexes]
    _write_mkdocs(target / "material", pages, {})
    _write_mkdocs(target / "material-short", pages, {"nav": short})
    _write_mkdocs(target / "zensical", pages, {"nav": short})
    _write_hugo(target / "hugo", pages)
    return len(pages)


def _ours(name: str, project: Path, arguments: list[str], *, warm: bool = False) -> Tool:
    def change() -> None:
        catalogue = project / "catalog.yml"
        text, _, _ = changed_sentence(catalogue.read_text(encoding="utf-8"), next(_numbers))
        catalogue.write_text(text, encoding="utf-8")

    environment = {"PYTHONPATH": str(project / "hooks")}
    before = change if warm else lambda: _clear(project)
    return Tool(name, project, [sys.executable, *arguments], before, environment=environment)


def _own_build(project: Path) -> list[str]:
    return ["-m", "catalog", "build", "--projekt", str(project), str(project / "site")]


def _engine(name: str) -> list[str]:
    return ["-m", name, "build", "--strict", "--quiet", "--site-dir", "site"]


def _material(name: str, project: Path, largest: int) -> Tool:
    return Tool(name, project, [sys.executable, *_engine("mkdocs")], lambda: _clear(project), largest)


_numbers = iter(range(1, 1_000_000))


def _clear(project: Path) -> None:
    for folder in ("site", ".cache"):
        shutil.rmtree(project / folder, ignore_errors=True)
    # What we keep of our templates: a fresh copy has none.
    for compiled in project.glob("hooks/catalog/pages/__pycache__/*.jinja"):
        compiled.unlink()


def _touch(project: Path) -> Callable[[], None]:
    def change() -> None:
        page = project / "content" / "glossar" / "agg.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nNoch ein Satz.\n", encoding="utf-8")

    return change


def _installed(name: str) -> str | None:
    return os.environ.get(name.upper()) or shutil.which(name)


def _write_mkdocs(target: Path, pages: list[Written], settings: Mapping[str, object]) -> None:
    for page in pages:
        _write(target / "content" / f"{page.path}.md", page.text)
    values = {
        "site_name": "Vergleich",
        "site_url": "https://example.org/",
        "docs_dir": "content",
        "theme": {"name": "material", "language": "de"},
        "markdown_extensions": EXTENSIONS,
        **settings,
    }
    _write(target / "mkdocs.yml", yaml.safe_dump(values, allow_unicode=True, sort_keys=False))


def _write_hugo(target: Path, pages: list[Written]) -> None:
    for page in pages:
        # What Hugo calls index.md has no pages below it.
        name = f"{page.path.removesuffix('index')}_index" if page.path.endswith("index") else page.path
        _write(target / "content" / f"{name}.md", front_matter(page) + absolute(page.text, page.path))
    for name in ("single", "list"):
        _write(target / "layouts" / "_default" / f"{name}.html", HUGO_LAYOUT)
    settings = 'baseURL: "https://example.org/"\nlanguageCode: de\ntitle: Vergleich\n'
    _write(target / "config.yaml", f"{settings}disableKinds: [taxonomy, term, RSS, 404]\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

"""The adapter between MkDocs and the catalogue: events only, no logic."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog import CatalogError, load_catalog
from catalog.data import data_files
from catalog.documents import document_files
from catalog.pages import PageWriter, UnknownMarker
from catalog.scripts import flatten
from catalog.search import Document, page_document, search_files
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data


def on_config(config: MkDocsConfig) -> None:
    """Read and check the catalogue before MkDocs touches the old site."""
    path = Path(config.config_file_path).with_name("catalog.yml")
    try:
        catalog = load_catalog(path)
    except CatalogError as error:
        raise PluginError(str(error)) from None
    config.extra["catalog"] = catalog
    config.extra["pages"] = PageWriter(
        catalog, config.extra.get("repository") or "", config.extra.get("contact") or ""
    )


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and data files to the hand-written ones."""
    written = [page_document(file.src_uri, *_front_matter(file)) for file in files.documentation_pages()]
    catalog = config.extra["catalog"]
    generated: list[tuple[str, str | bytes]] = [
        (page.path, page.markdown) for page in config.extra["pages"].pages()
    ]
    generated += [*data_files(catalog), *document_files(catalog)]
    if config.extra["offline"]:
        scripts = sorted(_scripts_folder(config).glob("*.mjs"))
        generated += [(f"assets/javascripts/{path.stem}.js", flatten(path)) for path in scripts]
    for path, content in generated:
        if files.get_file_from_path(path):
            raise PluginError(f"content/{path}: Diese Seite entsteht aus catalog.yml. Löschen Sie die Datei.")
        files.append(File.generated(config, path, content=content))
    for path, content in _search_files(written, files, config):
        files.append(File.generated(config, path, content=content))


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """Fill the markers of hand-written pages."""
    try:
        return str(config.extra["pages"].expand_markers(markdown, page.file.src_uri))
    except UnknownMarker as error:
        raise PluginError(f"content/{error}") from None


def _search_files(written: list[Document], files: Files, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield what is loaded when somebody searches: the index, the texts and the script that reads them."""
    addresses = {file.src_uri: file.url for file in files}
    yield from search_files(config.extra["catalog"], written, addresses.__getitem__)
    yield "assets/suche/suche.js", flatten(_scripts_folder(config) / "suche" / "window.mjs")


def _scripts_folder(config: MkDocsConfig) -> Path:
    return Path(str(config.theme.custom_dir), "assets", "javascripts")


def _front_matter(file: File) -> tuple[dict[str, Any], str]:
    body, meta = get_data(file.content_string)
    return meta, body

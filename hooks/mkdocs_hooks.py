"""The adapter between MkDocs and the catalogue: events only, no logic."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog import CatalogError
from catalog.data import generated_files
from catalog.documents import document_files
from catalog.fassung import load_site, local_navigation
from catalog.pages import PageWriter, UnknownMarker
from catalog.scripts import flatten
from catalog.search import Document, own_page_document, page_document, search_files
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data


def on_config(config: MkDocsConfig) -> None:
    """Read and check the catalogue and the municipality's folder before MkDocs touches the old site."""
    folder = Path(config.extra["kommune"]) if config.extra["kommune"] else None
    try:
        catalog, fassung = load_site(Path(config.config_file_path or "").with_name("catalog.yml"), folder)
    except CatalogError as error:
        raise PluginError(str(error)) from None
    config.extra["catalog"] = catalog
    config.extra["fassung"] = fassung.for_templates(catalog.file.stand)
    config.extra["pages"] = PageWriter(
        catalog, config.extra.get("repository") or "", config.extra.get("contact") or "", fassung
    )
    config.site_name = fassung.settings.website.titel
    config.site_url = config.site_url or fassung.settings.website.adresse
    if folder:
        config.nav = [*(config.nav or []), *local_navigation(fassung)]
        config.watch.append(str(folder))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and data files to the hand-written ones."""
    written = [page_document(file.src_uri, *_front_matter(file)) for file in files.documentation_pages()]
    catalog, writer = config.extra["catalog"], config.extra["pages"]
    written += map(own_page_document, writer.fassung.seiten)
    generated: list[tuple[str, str | bytes]] = [(page.path, page.markdown) for page in writer.pages()]
    generated += [*generated_files(catalog, writer.fassung), *document_files(catalog)]
    generated += [(path, source.read_bytes()) for path, source in writer.fassung.files]
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

"""The adapter between MkDocs and the catalogue: events only, no logic."""

from pathlib import Path
from typing import Any

from catalog import CatalogError
from catalog.kommune.folder import load_site, local_navigation
from catalog.site.build import SCRIPTS, Output
from catalog.site.markers import UnknownMarker
from catalog.site.pages import PageWriter
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files


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
        catalog,
        config.extra.get("repository") or "",
        config.extra.get("contact") or "",
        fassung,
        config.extra["offline"],
    )
    config.site_name = fassung.settings.website.titel
    config.site_url = config.site_url or fassung.settings.website.adresse
    if folder:
        config.nav = [*(config.nav or []), *local_navigation(fassung)]
        config.watch.append(str(folder))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated files to the hand-written ones; drop the theme's scripts, which no page loads."""
    theme = Path(str(config.theme.custom_dir))
    for file in list(files):
        if file.src_uri.startswith(f"{SCRIPTS.as_posix()}/") and not (theme / file.src_uri).is_file():
            files.remove(file)
    written = {file.src_uri: file.content_string for file in files.documentation_pages()}
    for path, content in Output(config.extra["pages"], theme, written).files():
        if files.get_file_from_path(path):
            raise PluginError(f"content/{path}: Diese Seite entsteht aus catalog.yml. Löschen Sie die Datei.")
        files.append(File.generated(config, path, content=content))


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """Fill the markers of hand-written pages."""
    try:
        return str(config.extra["pages"].expand_markers(markdown, page.file.src_uri))
    except UnknownMarker as error:
        raise PluginError(f"content/{error}") from None

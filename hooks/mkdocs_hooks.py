"""The adapter between MkDocs and the build: the site is made by ``catalog``, MkDocs puts it into place.

ProperDocs calls the same events.
"""

import shutil
import tempfile
from pathlib import Path

from catalog import CatalogError
from catalog.site.build import write_site
from catalog.site.configuration import read_configuration
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files


def on_config(config: MkDocsConfig) -> None:
    """Make the whole site beside the old one, before MkDocs touches that."""
    configuration = read_configuration(Path(config.config_file_path or "").parent)
    made = Path(tempfile.mkdtemp(prefix="website-"))
    try:
        write_site(configuration, made)
    except BaseException as error:
        shutil.rmtree(made)
        if isinstance(error, CatalogError):
            raise PluginError(str(error)) from None
        raise
    config.extra["made"] = made
    config.nav = []
    config.theme.static_templates.clear()
    if configuration.kommune:
        config.watch.append(str(configuration.kommune))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace everything that MkDocs found by what was made."""
    made = config.extra["made"]
    paths = sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    return Files([File(path, str(made), config.site_dir, use_directory_urls=False) for path in paths])


def on_post_build(config: MkDocsConfig) -> None:
    """Remove what was made, now that it is in place."""
    shutil.rmtree(config.extra.pop("made"))

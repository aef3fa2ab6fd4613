"""Build the site with MkDocs, always with the same result."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from catalog.reading.project import PROJECT


class BuildError(Exception):
    """The site cannot be built; the message is MkDocs' own report."""


def build(target: Path, stand: str, settings: Mapping[str, str]) -> Path:
    """Build the site into a folder.

    Args:
        target: the folder to create.
        stand: the day the catalogue was last changed; dates in the sitemap come from it, so that a
            build depends on nothing but its input.
        settings: environment variables that ``mkdocs.yml`` reads.

    Raises:
        BuildError: MkDocs reports a problem.
    """
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(int(datetime.fromisoformat(stand).replace(tzinfo=UTC).timestamp())),
        **settings,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    result = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if result.returncode:
        raise BuildError(result.stdout + result.stderr)
    return target

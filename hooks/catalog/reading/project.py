"""Where the product's own files lie, and which version they are."""

import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]


def product_version() -> str:
    """Return the version of the product, which is written down in one place only."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])

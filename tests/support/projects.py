"""Copies of the project that a test can change."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]


def project_copy(target: Path) -> Path:
    """Copy what a build reads; the program itself stays where it is."""
    for folder in ("content", "overrides"):
        shutil.copytree(ROOT / folder, target / folder)
    (target / "hooks").symlink_to(ROOT / "hooks")
    for file in ("mkdocs.yml", "catalog.yml"):
        shutil.copy(ROOT / file, target)
    return target

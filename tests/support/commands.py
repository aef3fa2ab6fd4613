"""Call the commands as people do."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from kommune import AUENBRUECK
from once import made_once

# What a caller may have set for other reasons.
SURROUNDINGS = {
    "DIRECTORY_URLS": "false",
    "LANG": "C",
    "LC_ALL": "C",
    "OFFLINE": "true",
    "PATH": "/usr/bin:/bin",
    "PYTHONHASHSEED": "1",
    "PYTHONPATH": "/nirgends",
    "SITE_DIR": "/nirgends",
    "SOURCE_DATE_EPOCH": "1",
    "TZ": "Pacific/Auckland",
}


def make(*arguments: str, folder: Path = ROOT, **surroundings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], **surroundings}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        umask=0o077,
    )


def run_release(*arguments: str) -> None:
    """Run ``python -m release`` as a process of its own, where no branches are counted: that doubles a build."""
    subprocess.run(
        [sys.executable, "-m", "release", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def packages(own: Path) -> Path:
    """Return the folder with the packages of a municipality, for the address in its settings; nobody may change it.

    Args:
        own: see ``made_once``.
    """

    def pack(target: Path) -> Path:
        run_release("zip", "--kommune", str(AUENBRUECK), "--ziel", str(target))
        return target

    return made_once(own, "packages", pack)

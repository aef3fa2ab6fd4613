"""Call the commands of the Makefile as people do."""

import os
import subprocess
from pathlib import Path

from conftest import ROOT

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

"""Build the site with MkDocs, always with the same result."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from catalog.reading.project import PROJECT

# What the system needs to start a program, and what an operator sets on purpose.
_KEPT = (
    "PATH",
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "TMPDIR",
    "PYTHONDONTWRITEBYTECODE",
    "REPOSITORY_URL",
    "CONTACT_EMAIL",
    "SITE_URL",
)
_SYSTEM = re.compile(r"\[Errno (\d+)\]")
_OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS}


class BuildError(Exception):
    """The site cannot be built; the message is MkDocs' own report."""


def build(target: Path, stand: str, settings: Mapping[str, str]) -> Path:
    """Build the site into a folder; nothing else in the caller's environment matters.

    Args:
        target: the folder to create.
        stand: the day the catalogue was last changed; dates in the sitemap come from it, so that a
            build depends on nothing but its input.
        settings: environment variables that ``mkdocs.yml`` reads.

    Raises:
        BuildError: MkDocs reports a problem.
        OSError: the site could not be written.
    """
    environment = {
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(int(datetime.fromisoformat(stand).replace(tzinfo=UTC).timestamp())),
        **settings,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    result = subprocess.run(
        command,
        cwd=PROJECT,
        env=environment,
        umask=0o022,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        raise _error(result.stdout + result.stderr)
    return target


def _error(report: str) -> Exception:
    """Return what went wrong; a full disk is not a mistake in the catalogue."""
    numbers = [int(number) for number in _SYSTEM.findall(report)]
    for number in numbers:
        if number in _OF_THE_DISK:
            return OSError(number, os.strerror(number))
    return BuildError(report)

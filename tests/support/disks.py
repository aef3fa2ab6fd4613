"""Disks and folders that make trouble."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Mount a disk of one megabyte; skip the test where that is not allowed."""
    place.mkdir()
    # Nobody is asked for a password; only CI may become root for this.
    become_root = ["sudo", "--non-interactive"] if os.geteuid() and os.environ.get("CI") == "true" else []
    size = f"size=1m,uid={os.getuid()}"
    command = [*become_root, "mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip(
            "Ein kleiner Datenträger lässt sich hier nicht einhängen. Damit der Test läuft: sudo make test"
        )
    try:
        yield place
    finally:
        subprocess.run([*become_root, "umount", str(place)], check=True)


@contextmanager
def undeletable(folder: Path) -> Iterator[None]:
    """Keep a folder from being deleted: by its rights, for root by a disk mounted on it."""
    if os.geteuid():
        folder.chmod(0o555)
        yield
        for left in folder.parents[1].glob(f".*/{folder.name}"):
            left.chmod(0o755)
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro,size=4k", "tmpfs", str(folder)], check=True)
    yield
    for left in folder.parents[1].glob(f".*/{folder.name}"):
        subprocess.run(["umount", str(left)], check=True)

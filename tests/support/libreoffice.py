"""Documents as LibreOffice lays them out."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from read_documents import pdf_pages

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"),
    reason="LibreOffice ist nicht eingerichtet. Damit dieser Test läuft: sudo apt-get install libreoffice-writer-nogui",
)


def pages_of(files: Sequence[Path], folder: Path) -> list[int]:
    """Convert documents to PDF in a folder; return how many pages each has."""
    command = ["soffice", f"-env:UserInstallation={folder.as_uri()}/profil", "--headless"]
    for file in files:
        subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", folder / file.suffix, file],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return [pdf_pages((folder / file.suffix / f"{file.stem}.pdf").read_bytes()) for file in files]

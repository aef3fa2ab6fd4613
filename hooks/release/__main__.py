"""Make the files of a release on the command line: ``python -m release zip``."""

import argparse
import re
import sys
import tempfile
from pathlib import Path

from catalog import CatalogError
from catalog.catalogue.overviews import slug
from catalog.kommune.folder import Fassung, load_site
from catalog.publishing.data import to_json
from catalog.reading.project import PROJECT

from .archive import checksums, files_below, write_zip
from .policy import violations
from .sbom import bill_of_materials
from .server import base_path, beside_site, inside_site
from .website import BuildError, build

PRODUCT = "integration-vor-ort"


class Release:
    """One release: the product in one version, for one municipality or neutral."""

    def __init__(self, folder: Path | None, address: str | None) -> None:
        catalog, fassung = load_site(PROJECT / "catalog.yml", folder)
        self._stand = catalog.file.stand
        self._version = fassung.version
        self._address = address or fassung.settings.website.adresse
        self._environment = {"KOMMUNE": str(folder.resolve()) if folder else "", "SITE_URL": self._address}
        self.name = _name(fassung)

    def for_servers(self, work: Path) -> dict[str, bytes]:
        """Return the files of the edition for web servers."""
        site = build(work / "website", self._stand, self._environment)
        if problems := list(violations(site)):
            raise BuildError("\n".join(problems))
        for path, text in inside_site(self._address):
            (site / path).write_text(text, encoding="utf-8", newline="\n")
        beside = beside_site(self._address, self._version)
        return {path: text.encode() for path, text in beside} | dict(files_below(site, "website/"))

    def for_disks(self, work: Path) -> dict[str, bytes]:
        """Return the files of the edition that opens without a server."""
        offline = {"OFFLINE": "true", "DIRECTORY_URLS": "false"}
        return dict(files_below(build(work / "offline", self._stand, self._environment | offline), ""))

    def write(self, target: Path) -> list[Path]:
        """Write archives, bill of materials and checksums into a folder."""
        with tempfile.TemporaryDirectory() as work:
            online, offline = self.for_servers(Path(work)), self.for_disks(Path(work))
        target.mkdir(parents=True, exist_ok=True)
        files = [
            write_zip(target / f"{self.name}-webserver.zip", self.name, online.items()),
            write_zip(target / f"{self.name}-offline.zip", f"{self.name}-offline", offline.items()),
            self._write_bill(target),
        ]
        sums = target / f"{self.name}-SHA256SUMS"
        sums.write_text(checksums(files), encoding="utf-8")
        return [*files, sums]

    def _write_bill(self, target: Path) -> Path:
        lock = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
        path = target / f"{self.name}-sbom.cdx.json"
        path.write_text(to_json(bill_of_materials(lock, PRODUCT, self._version)), encoding="utf-8")
        return path

    def write_root(self, target: Path) -> Path:
        """Write the root folder of a web server, with the site below its path, and the configurations."""
        with tempfile.TemporaryDirectory() as work:
            for path, content in self.for_servers(Path(work)).items():
                inside = path.startswith("website/")
                place = f"wurzel{base_path(self._address)}{path.removeprefix('website/')}" if inside else path
                (target / place).parent.mkdir(parents=True, exist_ok=True)
                (target / place).write_bytes(content)
        return target


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return the exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        release = Release(chosen.kommune, chosen.adresse)
        print(chosen.run(release, chosen.ziel))
    except (CatalogError, BuildError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m release", description="Fertige Pakete für Server")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    for name, run, explanation in (
        ("zip", _zip, "schreibt die Pakete, die Stückliste und die Prüfsummen"),
        ("ordner", _folder, "schreibt den Wurzelordner eines Webservers"),
    ):
        command = commands.add_parser(name, help=explanation)
        command.add_argument("--kommune", metavar="ORDNER", type=Path, help="Ordner einer Kommune")
        command.add_argument("--adresse", metavar="URL", help="andere Adresse als in kommune.yml")
        command.add_argument("--ziel", metavar="ORDNER", type=Path, default=Path("dist"))
        command.set_defaults(run=run)
    return parser


def _zip(release: Release, target: Path) -> str:
    return "Fertig:\n" + "\n".join(f"  {path}" for path in release.write(target))


def _folder(release: Release, target: Path) -> str:
    return f"Fertig: {release.write_root(target)}"


def _name(fassung: Fassung) -> str:
    """Return the name that all files of a release start with."""
    if not fassung.oertlich:
        return f"{PRODUCT}-{fassung.version}"
    kommune = re.sub(r"[^a-z0-9-]", "", slug(fassung.settings.kommune.name))
    return f"{PRODUCT}-{fassung.version}-{kommune}"


if __name__ == "__main__":
    sys.exit(main())

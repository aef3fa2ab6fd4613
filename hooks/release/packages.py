"""One release: the product in one version, for one municipality or neutral, as the files people take away."""

import json
import os
import shutil
import tempfile
from pathlib import Path

from catalog.kommune.folder import Fassung, load_site
from catalog.model.settings import Website as WebsiteSettings
from catalog.publishing.data import to_json
from catalog.publishing.replacing import replaced_files, replaced_folder
from catalog.reading.names import as_name
from catalog.reading.project import PROJECT
from catalog.site.configuration import Configuration
from pydantic import ValidationError

from .archive import checksums, digest, files_below, moment, write_zip
from .blueprint import FILE as BLUEPRINT
from .blueprint import blueprint
from .policy import violations
from .provenance import statement
from .sbom import bill_of_materials
from .server import Copy, base_path, beside_site, inside_site, readme_for_disks
from .website import BuildError, build, configuration

PRODUCT = "integration-vor-ort"
OFFLINE = {"OFFLINE": "true"}
_ROOT_ENTRIES = {"LIESMICH.txt", "server", "wurzel"}


def _checked(address: str) -> str:
    """Return an address as the settings do, and refuse what they would: the configuration of web servers repeats it."""
    try:
        return WebsiteSettings(adresse=address).adresse
    except ValidationError:
        raise BuildError(
            f"ADRESSE: „{address}“ ist nicht die Adresse eines Ordners. Sie beginnt mit https://, endet mit einem "
            "Schrägstrich und enthält keine Sonderzeichen, zum Beispiel „https://www.kommune.de/integration/“."
        ) from None


class Release:
    """Builds the site in its editions and packs them."""

    def __init__(self, folder: Path | None, address: str | None = None) -> None:
        """Load everything.

        Raises:
            CatalogError: with the problems of the catalogue and the municipality's folder.
            BuildError: the address is none that the site could have.
        """
        address = _checked(address) if address else ""
        catalog, fassung = load_site(PROJECT / "catalog.yml", folder)
        self._catalog, self._fassung = catalog, fassung
        self.advice = tuple(str(problem) for problem in catalog.advice)
        self._folder = folder
        self.stand = catalog.file.stand
        self._copy = Copy(
            address=address or fassung.settings.website.adresse,
            version=fassung.version,
            stand=self.stand,
            contact=fassung.kontakt,
            framed_by=fassung.settings.website.eingebettet_in,
        )
        self._environment = {"KOMMUNE": str(folder.resolve()) if folder else ""}
        if address:
            self._environment["SITE_URL"] = address
        self.name = _name(fassung)

    def for_servers(self, work: Path) -> dict[str, bytes]:
        """Return the files of the edition for web servers."""
        settings = self._environment | {"SITE_URL": self._copy.address}
        site = build(work / "website", settings)
        if problems := list(violations(site)):
            raise BuildError("\n".join(problems))
        inside = {f"website/{path}": text.encode() for path, text in inside_site(self._copy)}
        beside = {path: text.encode() for path, text in beside_site(self._copy)}
        files = beside | dict(files_below(site, "website/")) | inside
        return files if self._folder else files | {BLUEPRINT: self._blueprint(files, configuration(settings))}

    def _blueprint(self, files: dict[str, bytes], neutral: Configuration) -> bytes:
        plan = blueprint(files, neutral, self._catalog, self._fassung, self._copy)
        return json.dumps(plan, ensure_ascii=False, separators=(",", ":")).encode()

    def for_disks(self, work: Path) -> dict[str, bytes]:
        """Return the files of the edition that opens without a server."""
        environment = self._environment | OFFLINE | {"SITE_URL": self._copy.address}
        site = build(work / "offline", environment)
        name, text = readme_for_disks(self._copy)
        return dict(files_below(site, "")) | {name: text.encode()}

    def write_site(self, target: Path, *, offline: bool = False) -> Path:
        """Write the site itself into a folder, in place of what was there."""
        with replaced_folder(target) as new:
            build(new, self._environment | (OFFLINE if offline else {}), former=target)
        return target

    def write(self, target: Path) -> list[Path]:
        """Write archives, bill of materials, provenance and checksums into a folder."""
        with replaced_files(target) as new:
            with tempfile.TemporaryDirectory(dir=new) as work:
                online, offline = self.for_servers(Path(work)), self.for_disks(Path(work))
            names = self._write(new, online, offline)
        return [target / name for name in names]

    def _write(self, new: Path, online: dict[str, bytes], offline: dict[str, bytes]) -> list[str]:
        packages = [
            write_zip(new / f"{self.name}-webserver.zip", self.name, online.items(), self.stand),
            write_zip(
                new / f"{self.name}-offline-erst-entpacken.zip",
                f"{self.name}-offline",
                offline.items(),
                self.stand,
            ),
            self._write_bill(new, online),
        ]
        packages.append(self._write_statement(new, packages))
        sums = new / f"{self.name}-SHA256SUMS"
        sums.write_text(checksums(packages), encoding="utf-8")
        return [path.name for path in (*packages, sums)]

    def _write_bill(self, new: Path, online: dict[str, bytes]) -> Path:
        lock = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
        site = {path.removeprefix("website/"): digest(content) for path, content in online.items()}
        path = new / f"{self.name}-sbom.cdx.json"
        path.write_text(to_json(bill_of_materials(lock, PRODUCT, self._copy.version, site)), encoding="utf-8")
        return path

    def _write_statement(self, new: Path, packages: list[Path]) -> Path:
        path = new / f"{self.name}-herkunft.json"
        subjects = {package.name: digest(package.read_bytes()) for package in packages}
        path.write_text(
            to_json(statement(PROJECT, self._folder, subjects, self._copy.version, self._copy.address)),
            encoding="utf-8",
        )
        return path

    def write_root(self, target: Path) -> Path:
        """Write the root folder of a web server, with the site below its path, and the configurations."""
        with replaced_folder(target, _ROOT_ENTRIES) as new:
            work = new / "arbeit"
            for path, content in self.for_servers(work).items():
                self._write_one(new / self._place(path), content)
            shutil.rmtree(work)
            for folder in new.rglob("*/"):
                folder.chmod(0o755)
        return target

    def _place(self, path: str) -> str:
        if path == "server/security.txt":
            return "wurzel/.well-known/security.txt"
        if path.startswith("website/"):
            return f"wurzel{base_path(self._copy.address)}{path.removeprefix('website/')}"
        return path

    def _write_one(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o644)
        time = moment(content, self.stand).timestamp()
        os.utime(path, (time, time))


def _name(fassung: Fassung) -> str:
    """Return the name that all files of a release start with."""
    if not fassung.oertlich:
        return f"{PRODUCT}-{fassung.version}"
    return f"{PRODUCT}-{fassung.version}-{as_name(fassung.settings.kommune.name)}"

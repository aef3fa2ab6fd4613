"""Compare our build with stock Material on the same pages.

Catalogues of several sizes are made from the real one by repeating its
examples.  Each is built with our hooks and theme, and as Markdown files on
disk with Material's defaults.  The builds alternate, the best of each counts.
Time is processor time, which other programs on the machine disturb least.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from catalog.catalogue.entries import Catalog  # noqa: E402
from catalog.catalogue.load import load_catalog  # noqa: E402
from catalog.site.disk import write_tree  # noqa: E402

SIZES = (100, 1000, 3000)
STOCK_LIMIT = 1000
STOCK_SETTINGS = {
    "site_name": "Vergleich",
    "docs_dir": "content",
    "theme": {"name": "material", "language": "de"},
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: processor time in seconds, peak memory in MB, size of the site in MB."""

    seconds: float
    memory: float
    size: float

    def __str__(self) -> str:
        return f"{self.seconds:8.2f} s Rechenzeit {self.memory:7.0f} MB Speicher {self.size:7.1f} MB Website"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Bauzeit im Vergleich zu Material ohne unsere Hooks")
    parser.add_argument(
        "--all", action="store_true", help="auch den Vergleich mit 3.000 Einträgen (dauert mehrere Minuten)"
    )
    parser.add_argument("--runs", type=int, default=2, help="Durchgänge je Größe (2)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            compare(size, Path(folder, str(size)), chosen.runs, stock=chosen.all or size <= STOCK_LIMIT)


def compare(size: int, folder: Path, runs: int, stock: bool) -> None:
    """Build a catalogue of one size in both ways, by turns."""
    ours = our_project(size, folder / "katalog")
    catalog = load_catalog(ours / "catalog.yml")
    pages = stock_project(catalog, ours, folder / "material")
    results: dict[str, list[Measured]] = {}
    for _ in range(runs):
        results.setdefault("mit Hooks", []).append(build(ours))
        if stock:
            results.setdefault("Material", []).append(build(folder / "material"))
    print(f"\n{len(list(catalog))} Einträge, {pages} Seiten")
    best = {name: min(measured, key=lambda m: m.seconds) for name, measured in results.items()}
    for name, measured in best.items():
        print(f"  {name:9} {measured}   {1000 * measured.seconds / pages:6.2f} ms je Seite")
    if stock:
        print(
            f"  Verhältnis der Zeiten: {best['mit Hooks'].seconds / best['Material'].seconds:.2f}", flush=True
        )


def our_project(size: int, target: Path) -> Path:
    """Copy this project with a catalogue of ``size`` entries."""
    for name in ("content", "overrides", "hooks"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, target)
    catalogue = yaml.safe_load((ROOT / "catalog.yml").read_text(encoding="utf-8"))
    real, catalogue["beispiele"], catalogue["glossar"] = catalogue["beispiele"], [], []
    catalogue["quellen"] = list(cited(catalogue))
    write_catalogue(catalogue, target)
    others = len(list(load_catalog(target / "catalog.yml")))
    catalogue["beispiele"] = list(islice(examples(real), max(0, size - others)))
    write_catalogue(catalogue, target)
    return target


def cited(catalogue: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the sources that are cited at all, to get down to small catalogues."""
    rest = json.dumps({key: value for key, value in catalogue.items() if key != "quellen"})
    return (source for source in catalogue["quellen"] if f'"{source["id"]}"' in rest)


def write_catalogue(catalogue: dict[str, Any], target: Path) -> None:
    """Write a catalogue as JSON, which is YAML with every text in quotes."""
    (target / "catalog.yml").write_text(json.dumps(catalogue, ensure_ascii=False, indent=1), encoding="utf-8")


def examples(real: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Repeat the real examples without end, each time under new ids."""
    for number, example in zip(count(1), cycle(real), strict=False):
        copy = deepcopy(example)
        copy.update(id=f"beispiel-{number}", titel=f"{example['titel'][:150]} ({number})", fruehere_ids=[])
        yield copy


def stock_project(catalog: Catalog, project: Path, target: Path) -> int:
    """Write the same pages for Material as it comes; return their number."""
    pages = write_tree(catalog, project, target)
    shutil.rmtree(target / "overrides")
    extensions = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    settings = {**STOCK_SETTINGS, "markdown_extensions": extensions["markdown_extensions"]}
    (target / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return pages


def build(project: Path) -> Measured:
    """Build once in a process of its own."""
    site = project / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(project / "mkdocs.yml"),
    ]
    process = os.posix_spawn(command[0], command, _environment(project), file_actions=_silent())
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"Der Bau in {project} ist fehlgeschlagen.")
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, size / 1e6)


def _environment(project: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(project), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def _silent() -> list[Any]:
    """Links of the content to glossary entries left out would fill the screen with warnings."""
    return [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]


if __name__ == "__main__":
    main()

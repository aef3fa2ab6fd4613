"""Measure the build: ours, with and without an engine, against other tools on the same pages.

Catalogues of several sizes are grown from the real one, see ``growing``; the other tools get our pages as
Markdown, see ``as_markdown``, with the settings that each has out of the box.  Runs alternate, and the median
counts.  Ratios compare runs that followed each other, in processor time, which other programs on the machine
disturb least; their spread is printed beside them.
"""

import argparse
import gzip
import math
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

import aims
from growing import grown_project
from measure import Run, apart, load, middle, ratio, run, site_size
from saving import in_words, save_to_page
from tools import Tool, tools, write_others

REAL = 242
SIZES = (REAL, 1_000, 3_000)
LARGE = 10_000
SAVES = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Bauzeit, Speicher und Vorschau im Vergleich")
    parser.add_argument("--all", action="store_true", help="auch mit 10.000 Einträgen")
    parser.add_argument("--runs", type=int, default=3, help="Durchgänge je Größe (3)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="Zahl der Einträge")
    parser.add_argument("--only", metavar="NAME", default="", help="nur was so anfängt, etwa „ours“")
    chosen = parser.parse_args()
    sizes = [*chosen.sizes, *([LARGE] if chosen.all and LARGE not in chosen.sizes else [])]
    print(f"Last zu Beginn: {load()}")
    cold = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            cold[size] = compare(size, Path(folder), chosen.runs, chosen.only)
    if 1_000 in cold and max(cold) > 1_000:
        report_growth(cold)
    print(f"Last am Ende: {load()}")


def compare(size: int, folder: Path, runs: int, only: str) -> float:
    """Measure everything at one size; return the processor seconds of our first build."""
    ours, others = folder / "ours", folder / "others"
    entries = apart(grown_project, size, ours)
    wanted = [tool for tool in tools(ours, others) if tool.name == "ours" or tool.name.startswith(only)]
    chosen = [tool for tool in wanted if size <= tool.largest]
    run(chosen[0])
    pages = apart(write_others, ours / "site", others)
    megabytes, largest, path = site_size(ours / "site")
    print(
        f"\n{entries} Einträge, {pages} Seiten, {megabytes:.1f} MB; die größte, {path}, hat {largest:.0f} kB"
    )
    results: dict[str, list[Run]] = {tool.name: [] for tool in chosen}
    for _ in range(1 if size == LARGE else runs):
        for tool in chosen:
            results[tool.name].append(run(tool))
    report(chosen, results)
    report_aims(size, results, largest)
    if size == LARGE:
        aims.note(**{"search-core": packed(ours / "site" / "assets" / "suche", "index.js", "suche.js")})
    if size != LARGE:
        report_saving(size, ours)
    shutil.rmtree(folder / "others")
    return middle(results["ours"]).cpu


def packed(folder: Path, *names: str) -> float:
    """Return how many kilobytes some files of a folder have when a server packs them."""
    return sum(len(gzip.compress((folder / name).read_bytes(), 6)) for name in names) / 1000


def report(chosen: Sequence[Tool], results: dict[str, list[Run]]) -> None:
    """Print a line per tool."""
    width = max(map(len, results))
    print(f"  {'':{width}}  Rechenzeit  Wanduhr  Speicher  Rechenzeit von ours geteilt durch diese")
    for tool in chosen:
        runs = results[tool.name]
        m = middle(runs)
        share, least, greatest = ratio(results["ours"], runs)
        print(
            f"  {tool.name:{width}}  {m.cpu:8.2f} s {m.wall:6.1f} s  {m.memory:5.0f} MB"
            f"  {share:6.2f} ({least:.2f}–{greatest:.2f}, {len(runs)} Paare)",
            flush=True,
        )
        if m.warnings:
            print("    " + m.warnings.replace("\n", "\n    "))


def report_aims(size: int, results: dict[str, list[Run]], largest: float) -> None:
    """Note what the aims ask for."""
    second, zensical = "ours, second build, one entry changed", "Zensical, warm, one page changed"
    if size == 1_000 and "Material" in results:
        aims.note(stock=ratio(results["ours"], results["Material"])[0])
    if size == 1_000 and zensical in results:
        share, least, greatest = ratio(results[second], results[zensical])
        print(f"  Zweiter Bau: {share:.2f} ({least:.2f}–{greatest:.2f}) von Zensical nach einer Änderung")
        aims.note(second=share)
    if size == REAL:
        aims.note(cold=middle(results["ours"]).cpu)
    if size == LARGE:
        aims.note(memory=middle(results["ours"]).memory, largest=largest)


def report_saving(size: int, project: Path) -> None:
    """Measure and print how fast the preview answers."""
    cpu, wall = apart(save_to_page, project, SAVES)
    print(f"  Speichern bis Seite: Rechenzeit {in_words(cpu)}, Wanduhr {in_words(wall)}", flush=True)
    aims.note(**{f"save-{size}": statistics.median(cpu)})


def report_growth(cold: dict[int, float]) -> None:
    """Print the exponent with which our time grows; 1 means in proportion."""
    largest = max(cold)
    exponent = math.log(cold[largest] / cold[1_000]) / math.log(largest / 1_000)
    print(f"\nRechenzeit von 1.000 auf {largest} Einträge: Exponent {exponent:.2f}")
    if largest == LARGE:
        aims.note(exponent=exponent)


if __name__ == "__main__":
    main()

"""Run builds and write down what they cost.

Whoever measures stays small: what a process occupied at most counts from before its program starts, so
catalogues are grown and pages converted in processes of their own (``apart``).
"""

import multiprocessing
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from tools import Tool

KEPT_VARIABLES = ("PATH", "HOME", "SYSTEMROOT")


@dataclass(frozen=True, slots=True)
class Run:
    """What one build cost: processor and wall time in seconds, peak memory in MB."""

    cpu: float
    wall: float
    memory: float
    warnings: str = ""


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """Do something in a process of its own; return its result."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(work, *arguments).result()


def run(tool: Tool) -> Run:
    """Build once."""
    tool.before()
    environment = {key: os.environ[key] for key in KEPT_VARIABLES if key in os.environ}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **(tool.environment or {})}
    with tempfile.NamedTemporaryFile() as said:
        place = os.open(said.name, os.O_WRONLY)
        streams = [(os.POSIX_SPAWN_DUP2, place, 1), (os.POSIX_SPAWN_DUP2, place, 2)]
        before = Path.cwd()
        os.chdir(tool.project)
        start = perf_counter()
        process = os.posix_spawn(tool.command[0], tool.command, environment, file_actions=streams)
        os.chdir(before)
        _, status, usage = os.wait4(process, 0)
        wall = perf_counter() - start
        os.close(place)
        words = Path(said.name).read_text(encoding="utf-8")
    if status:
        sys.exit(f"{tool.name} in {tool.project} ist fehlgeschlagen:\n{words}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, _warnings(words))


def middle(runs: Sequence[Run]) -> Run:
    """Return the median of each figure, and all warnings once."""
    return Run(
        statistics.median(r.cpu for r in runs),
        statistics.median(r.wall for r in runs),
        statistics.median(r.memory for r in runs),
        "\n".join(dict.fromkeys(r.warnings for r in runs if r.warnings)),
    )


def ratio(ones: Sequence[Run], others: Sequence[Run]) -> tuple[float, float, float]:
    """Return median, least and greatest ratio of processor times, over runs that followed each other."""
    pairs = [one.cpu / other.cpu for one, other in zip(ones, others, strict=True)]
    return statistics.median(pairs), min(pairs), max(pairs)


def load() -> str:
    """Say how busy the machine is, besides and because of us."""
    return "/".join(f"{value:.1f}" for value in os.getloadavg()) + f" auf {os.cpu_count()} Kernen"


def site_size(site: Path) -> tuple[float, float, str]:
    """Return MB of the whole site, kB of the largest HTML file, and that file's path."""
    files = [(file.stat().st_size, file) for file in site.rglob("*") if file.is_file()]
    largest, path = max((size, file) for size, file in files if file.suffix == ".html")
    return sum(size for size, _ in files) / 1e6, largest / 1000, path.relative_to(site).as_posix()


def _warnings(words: str) -> str:
    """Return the lines that warn; a tool that reports its progress is not complaining."""
    lines = [line.strip() for line in words.splitlines()]
    return "\n".join(line for line in lines if re.search(r"warning|[1-9]\d* issue", line, re.IGNORECASE))

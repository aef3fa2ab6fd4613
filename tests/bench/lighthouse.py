"""Measure pages with Lighthouse, as on a slow phone: the median of five runs for one page of nine kinds.

Run with ``python tests/bench/lighthouse.py [FOLDER OF A BUILT SITE]``.  Takes part where Lighthouse is
installed: it is looked for on the PATH, or where the variable LIGHTHOUSE says.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
sys.path[:0] = [str(TESTS), str(TESTS / "support")]

from aims import note  # noqa: E402
from browser_setup import find_browser  # noqa: E402
from web import Handler, serve  # noqa: E402

RUNS = 5
CATEGORIES = {
    "performance": "Tempo",
    "accessibility": "Zugang",
    "best-practices": "Sorgfalt",
    "seo": "Auffindbarkeit",
}
PAGES = (
    "/",
    "/empfehlungen/netzwerke/",
    "/empfehlungen/verknuepfungen/",
    "/beispiele/",
    "/laender/sachsen/",
    "/suche/",
    "/kurz-check/",
    "/musterantrag/",
    "/mitmachen/",
)


class Compressing(Handler):
    """Compresses texts, as the rules of our packages do."""

    def do_GET(self) -> None:
        """Answer with the compressed file."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file() or file.suffix == ".png":
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    """Print a line per page: points of the four categories, largest paint, movement."""
    lighthouse = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if not lighthouse:
        print("Lighthouse ist nicht eingerichtet; die Messung entfällt.")
        return
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site")
    print(f"{'Seite':34}{''.join(f'{name:>16}' for name in CATEGORIES.values())}{'LCP':>10}{'CLS':>8}")
    with serve(site, Compressing) as address:
        rows = [_measure(lighthouse, address, path) for path in PAGES]
    note(
        lighthouse=100 - min(min(row["points"]) for row in rows),
        paint=max(row["paint"] for row in rows),
        movement=max(row["movement"] for row in rows),
    )


def _measure(lighthouse: str, address: str, path: str) -> dict[str, Any]:
    runs = [_run(lighthouse, address + path) for _ in range(RUNS)]
    points = [round(100 * median(run["categories"][key]["score"] for run in runs)) for key in CATEGORIES]
    paint = median(run["audits"]["largest-contentful-paint"]["numericValue"] for run in runs)
    movement = median(run["audits"]["cumulative-layout-shift"]["numericValue"] for run in runs)
    print(f"{path:34}{''.join(f'{value:>16}' for value in points)}{paint:>7.0f} ms{movement:>8.3f}")
    return {"points": points, "paint": paint, "movement": movement}


def _run(lighthouse: str, address: str) -> dict[str, Any]:
    command = [lighthouse, address, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    report: dict[str, Any] = json.loads(result.stdout)
    return report


if __name__ == "__main__":
    main()

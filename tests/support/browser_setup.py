"""Find a Chromium for the tests, or install one.

Used by ``make test`` before the tests start and by the ``browser`` fixture.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

# The edition without windows comes first: it draws the same pages in less than half the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser() -> str | None:
    """Return the path of a Chromium that starts, or ``None``."""
    return next(filter(_starts, _candidates()), None)


def install_browser() -> str | None:
    """Install a Chromium: Playwright's own, else the distribution's if we may."""
    print("Kein Chromium gefunden. Playwright lädt seinen eigenen …", flush=True)
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not find_browser() and _may_use_apt():
        print("Chromium wird als Paket der Distribution eingerichtet …", flush=True)
        _run(["apt-get", "update"])
        for package in ("chromium-headless-shell", "chromium"):
            if not find_browser():
                _run(["apt-get", "install", "--yes", "--no-install-recommends", package])
    return find_browser()


def main() -> int:
    """Make sure that there is a browser; explain in German what to do if not."""
    browser = find_browser() or install_browser()
    if browser:
        print(f"Browser für die Tests: {browser}", flush=True)
        return 0
    print(
        "Für die Tests fehlt ein Browser, und er ließ sich nicht von selbst einrichten.\n"
        "Installieren Sie Chromium oder Google Chrome, zum Beispiel mit\n"
        "„sudo apt-get install chromium“, und starten Sie „make test“ noch einmal.",
        file=sys.stderr,
    )
    return 1


def _candidates() -> Iterator[str]:
    for name in NAMES:
        if path := shutil.which(name):
            yield path
    yield from _playwrights_own()


def _playwrights_own() -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if os.path.exists(path):  # noqa: PTH110
        yield path


def _starts(path: str) -> bool:
    """Tell whether it runs: Ubuntu's placeholder and missing libraries do not."""
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def _may_use_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _run(command: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, check=False)


if __name__ == "__main__":
    sys.exit(main())

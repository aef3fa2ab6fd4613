"""Attack everything that people bring along, for as long as you like: python tests/fuzz.py [SEKUNDEN] [ERSTE ZAHL].

Each mutation follows from its number alone; a number that fails becomes a test.
"""

import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import FrameType

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "hooks"), str(HERE / "support")]
LIMIT = 20


def hang(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"länger als {LIMIT} Sekunden")


def attacks(folder: Path, stack: ExitStack) -> Iterator[tuple[str, Callable[[int], bool]]]:
    """Yield every way in with what attacks it: files in this process, the browser's modules in a browser."""
    from browser_fuzzing import BROWSER_TARGETS, bare_page, refused_in_browser
    from browser_setup import find_browser
    from fuzzing import targets

    for name, target in targets().items():
        yield name, partial(target.check, folder)
    browser = find_browser()
    if not browser:
        print(
            "Kein Browser gefunden: Gesicherte Kurz-Checks und Werkstätten, Links und Codes bleiben aus.",
            flush=True,
        )
        return
    page = stack.enter_context(bare_page(folder, browser))
    for browser_target in BROWSER_TARGETS:
        yield f"browser-{browser_target.name}", partial(refused_in_browser, page, browser_target)


def main(seconds: float, first: int) -> int:
    """Run until the time is over; return the number of failures."""
    signal.signal(signal.SIGALRM, hang)
    counts: Counter[str] = Counter()
    end, seed, failures = time.monotonic() + seconds, first, 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ways = list(attacks(folder, stack))
        while time.monotonic() < end:
            for name, refused in ways:
                signal.alarm(LIMIT)
                try:
                    counts[f"{name}: {'abgewiesen' if refused(seed) else 'angenommen'}"] += 1
                except Exception as error:
                    failures += 1
                    print(f"{name} {seed}: {type(error).__name__}: {str(error)[:600]}", flush=True)
                signal.alarm(0)
            seed += 1
    print(
        f"{sum(counts.values())} Mutationen bis Nummer {seed - 1}, {failures} Fehler; {dict(sorted(counts.items()))}"
    )
    return failures


if __name__ == "__main__":
    numbers = [float(text) for text in sys.argv[1:]]
    sys.exit(bool(main(numbers[0] if numbers else 3600, int(numbers[1]) if numbers[1:] else 0)))

"""How long after saving does the changed page stand ready: the preview, asked as its server asks it.

What a person waits for in front of it is the look at the files, every 0.2 seconds, and what the browser needs.
"""

import statistics
import sys
from pathlib import Path
from time import perf_counter, process_time

from growing import changed_sentence


def save_to_page(project: Path, runs: int) -> tuple[list[float], list[float]]:
    """Change a sentence again and again; return processor and wall milliseconds until its page is answered.

    The first answer, with which everything is read and every template compiled, does not count.
    """
    sys.path.insert(0, str(project / "hooks"))
    from catalog.site.preview import Preview

    preview = Preview(project)
    catalogue = project / "catalog.yml"
    original = catalogue.read_text(encoding="utf-8")
    preview.content("index.html")
    cpu, wall = [], []
    text = original
    for number in range(1, runs + 2):
        # On top of the last one: an editor does not take it back in the same moment.
        text, page, words = changed_sentence(text, number)
        catalogue.write_text(text, encoding="utf-8")
        start = perf_counter(), process_time()
        content = preview.content(page)
        cpu.append(1000 * (process_time() - start[1]))
        wall.append(1000 * (perf_counter() - start[0]))
        if words not in str(content):
            sys.exit(f"Die Vorschau zeigt auf {page} nicht, was gespeichert ist.")
    catalogue.write_text(original, encoding="utf-8")
    return cpu[1:], wall[1:]


def in_words(times: list[float]) -> str:
    """Return median and worst."""
    return f"{statistics.median(times):.0f} ms (schlechtester Wert {max(times):.0f} ms)"

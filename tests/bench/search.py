"""Measure what visitors wait for: the search, and what each kind of page loads.

Times are taken in a real browser, on the processor as it is and slowed down four times, as on a cheap phone.
Each figure is the median of several runs: of all keys, and of the worst key of each run; the worst key of all
runs stands beside it.  Material answers from a worker, which the slowing does not reach: that favours it.
Pagefind takes part if the Python package ``pagefind`` is installed.
"""

import argparse
import gzip
import importlib.util
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "support"), str(TESTS.parent / "hooks")]

import aims  # noqa: E402
from browser_setup import find_browser  # noqa: E402
from conftest import BROWSER_ARGUMENTS, build_site  # noqa: E402
from growing import grown_project  # noqa: E402
from measure import apart, load  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from search_quality import HALVES, Quality, load_queries, measure  # noqa: E402
from tools import write_others  # noqa: E402
from web import Handler, serve  # noqa: E402

REAL = 242
SIZES = (REAL, 1_000, 3_000)
RUNS = 5
SLOW = 4
TYPED = ["Integrationskonzept", "Vertretung", "Wie gewinnen wir Personal?", "Rasismus", "Querschnitsaufgabe"]
PAGES = {
    "Startseite": "/",
    "Empfehlung": "/empfehlungen/netzwerke/",
    "Beispiele": "/beispiele/",
    "Begriff": "/glossar/agg/",
    "Kurz-Check": "/kurz-check/",
    "Musterantrag": "/musterantrag/",
    "Mitmachen": "/mitmachen/",
    "Suche": "/suche/",
    "Quelltext": "/quelltext/empfehlungen/",
}

OPEN_OURS = """() => new Promise((resolve) => {
  const start = performance.now();
  const $button = document.querySelector("button.suche-knopf");
  document.addEventListener("focusin", ({ target }) => {
    if (target.id === "suche-eingabe") resolve(performance.now() - start);
  });
  $button.click();
})"""
# Not by the browser driver's own waiting: it evaluates text, which the site's CSP forbids.
TEXTS_OURS = """async () => {
  if (ivoSuchindex.textsPerPart) return;
  while (globalThis.ivoSuchtexte === undefined) await new Promise((next) => setTimeout(next, 20));
}"""
# A key has its answer when the results stand there, also if a part of the index had to be loaded for them.
TYPE_OURS = """async (texts) => {
  const $input = document.querySelector("#suche-eingabe");
  const $results = document.querySelector(".suche__ergebnis");
  const times = [];
  for (const text of texts) {
    const start = performance.now();
    $input.value = text;
    $input.dispatchEvent(new Event("input", { bubbles: true }));
    while ($results.hasAttribute("aria-busy")) await new Promise((next) => setTimeout(next));
    document.body.offsetHeight;
    times.push(performance.now() - start);
    // As long as somebody needs for the next key, the other results quote their texts.
    await new Promise((next) => setTimeout(next, 60));
  }
  return times;
}"""
ASK_OURS = """async (queries) => {
  const load = (name) => new Promise((resolve) => {
    const $script = Object.assign(document.createElement("script"), { src: `/assets/suche/${name}` });
    $script.onload = resolve;
    document.head.append($script);
  });
  await Promise.all([load("index.js"), load("suche.js")]);
  const { search } = ivoSuche.start(ivoSuchindex, { base: "", page: "/suche/" }).panel;
  // At the real size the index is one file.
  return queries.map((query) => search.search(query).hits.map(({ page }) => page.address));
}"""
OPEN_MATERIAL = """async (worker) => {
  const start = performance.now();
  const index = await (await fetch("/search/search_index.json")).json();
  globalThis.worker = new Worker(worker);
  await new Promise((resolve) => {
    globalThis.worker.onmessage = ({ data }) => data.type === 1 && resolve();
    globalThis.worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  });
  return performance.now() - start;
}"""
ASK_MATERIAL = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    const data = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => data.type === 3 && resolve(data.data);
      worker.postMessage({ type: 2, data: query });
    });
    answers.push([performance.now() - start, data.items.map(([page]) => page.location.split("#")[0])]);
  }
  return answers;
}"""
OPEN_PAGEFIND = """async () => {
  const start = performance.now();
  globalThis.pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  return performance.now() - start;
}"""
ASK_PAGEFIND = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    answers.push([performance.now() - start, pages.map(({ url }) => url.slice(1))]);
  }
  return answers;
}"""

# Milliseconds until the search is ready, and for each key.
Times = tuple[float, list[float]]


class LaxHandler(Handler):
    """Static files without a Content Security Policy: Pagefind needs a laxer one than ours."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Content-Security-Policy":
            super().send_header(keyword, value)


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description="Suche und Seiten im Browser")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="Zahl der Einträge")
    parser.add_argument("--ours", action="store_true", help="ohne Material und Pagefind")
    chosen = parser.parse_args()
    if not chosen.ours and not importlib.util.find_spec("pagefind"):
        print("Pagefind ist nicht eingerichtet und fehlt im Vergleich.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_ARGUMENTS)
        for size in chosen.sizes:
            with tempfile.TemporaryDirectory() as folder:
                compare(browser, size, Path(folder), others=not chosen.ours)
        browser.close()


def compare(browser: Browser, size: int, folder: Path, *, others: bool) -> None:
    """Measure everything at one size."""
    entries = apart(grown_project, size, folder / "project")
    ours = build_site(folder / "ours", project=folder / "project")
    stock = build_stock(ours, folder / "others") if others else None
    print(f"\n{entries} Einträge, Last {load()}")
    if size == REAL:
        print_pages(browser, ours)
        print_quality(browser, ours, stock)
    print_speed(browser, size, ours, stock)


def build_stock(ours: Path, folder: Path) -> Path:
    """Build the same pages with Material and its search; add a Pagefind index if there is Pagefind."""
    apart(write_others, ours, folder)
    project = folder / "material-short"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    if importlib.util.find_spec("pagefind"):
        command = [sys.executable, "-m", "pagefind", "--site", "site", "--root-selector", "article"]
        subprocess.run(command, cwd=project, check=True, capture_output=True)
    return project / "site"


@contextmanager
def opened(browser: Browser, site: Path, path: str = "/", slow: int = 1) -> Iterator[Page]:
    """Serve a site and open a page of it, perhaps on a slow processor."""
    with serve(site, LaxHandler) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        page.goto(path, wait_until="load")
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        yield page
        context.close()


def print_pages(browser: Browser, site: Path) -> None:
    """Print requests and bytes of each kind of page, and what the search adds when it is opened."""
    most = 0
    with serve(site) as address:
        for name, path in PAGES.items():
            context = browser.new_context(base_url=address)
            page = context.new_page()
            answers: list[bytes] = []
            page.on("requestfinished", lambda request, kept=answers: kept.append(request.response().body()))
            page.goto(path, wait_until="networkidle")
            count, size = len(answers), sum(len(gzip.compress(body, 6)) for body in answers)
            context.close()
            most = max(most, count)
            print(f"  {name:13} {count:3} Anfragen {size / 1000:7.1f} kB gepackt")
    aims.note(requests=most)


def print_quality(browser: Browser, ours: Path, stock: Path | None) -> None:
    """Print how often the expected page comes first."""
    with opened(browser, ours) as page:
        for half in HALVES:
            print_line("ours", half, measure(half, partial(page.evaluate, ASK_OURS)))
    for name, start, ask in others(stock):
        with opened(browser, stock) as page:
            start(page)
            for half in HALVES:
                print_line(name, half, measure(half, partial(hits, page, ask)))


def hits(page: Page, ask: str, queries: list[str]) -> list[list[str]]:
    """Return the addresses that another search finds."""
    return [found for _, found in page.evaluate(ask, queries)]


def others(stock: Path | None) -> Iterator[tuple[str, Callable[[Page], float], str]]:
    """Yield name, start and question of every other search that is there."""
    if stock:
        [worker] = (stock / "assets/javascripts/workers").glob("search.*.min.js")
        place = f"/{worker.relative_to(stock).as_posix()}"
        yield "Material", lambda page: page.evaluate(OPEN_MATERIAL, place), ASK_MATERIAL
    if stock and (stock / "pagefind").is_dir():
        yield "Pagefind", lambda page: page.evaluate(OPEN_PAGEFIND), ASK_PAGEFIND


def print_line(name: str, half: str, quality: Quality) -> None:
    print(
        f"  {name:9} {half:14} ({len(load_queries(half))}): top-1 {quality.top_1:.1%}, "
        f"top-3 {quality.top_3:.1%}, MRR {quality.reciprocal_rank:.3f}"
    )


def print_speed(browser: Browser, size: int, ours: Path, stock: Path | None) -> None:
    """Print how fast each search is, on both processors."""
    texts = [text[:length] for text in TYPED for length in range(1, len(text) + 1)]
    for slow in (1, SLOW):
        print(f"  Prozessor {'wie er ist' if slow == 1 else f'{slow}-fach gebremst'}, je {RUNS} Läufe")
        runs = [time_ours(browser, ours, texts, slow) for _ in range(RUNS)]
        print_times("ours", runs, sizes(ours / "assets/suche"))
        if slow == SLOW:
            note_aims(size, runs)
        for name, start, ask in others(stock):
            runs = [time_other(browser, stock, start, ask, texts, slow) for _ in range(RUNS)]
            print_times(name, runs, sizes(stock / ("search" if name == "Material" else "pagefind")))


def time_ours(browser: Browser, site: Path, texts: list[str], slow: int) -> Times:
    """Open the search on a page as a visitor does, and type."""
    with opened(browser, site, "/glossar/agg/", slow) as page:
        ready = page.evaluate(OPEN_OURS)
        page.evaluate(TEXTS_OURS)
        return ready, page.evaluate(TYPE_OURS, texts)


def time_other(
    browser: Browser, site: Path, start: Callable[[Page], float], ask: str, texts: list[str], slow: int
) -> Times:
    """Load the index of another search and ask it."""
    with opened(browser, site, slow=slow) as page:
        return start(page), [time for time, _ in page.evaluate(ask, texts)]


def print_times(name: str, runs: list[Times], size: str) -> None:
    ready, keys, worst, single = figures(runs)
    print(
        f"    {name:9} bereit {ready:6.0f} ms, Taste: Mitte {keys:6.1f}, schlechteste {worst:6.1f} "
        f"(aller Läufe {single:.1f}) ms; Index {size}",
        flush=True,
    )


def figures(runs: list[Times]) -> tuple[float, float, float, float]:
    """Return medians: ready, all keys, the worst key of each run; and the worst key of all runs."""
    worst = [max(keys) for _, keys in runs]
    every = [time for _, keys in runs for time in keys]
    ready = statistics.median(ready for ready, _ in runs)
    return ready, statistics.median(every), statistics.median(worst), max(worst)


def note_aims(size: int, runs: list[Times]) -> None:
    ready, keys, worst, _ = figures(runs)
    if size == REAL:
        aims.note(**{"search-ready": ready, "search-worst": worst})
    if size == SIZES[-1]:
        aims.note(**{"search-3000": keys})


def sizes(folder: Path) -> str:
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    packed = sum(len(gzip.compress(content, 6)) for content in files)
    return f"{sum(map(len, files)) / 1000:.0f} kB, gepackt {packed / 1000:.0f} kB"


if __name__ == "__main__":
    main()

"""Compare our search with stock Material's and with Pagefind: how good, how fast, how big.

Run with ``python tests/bench/search.py``.  Pagefind takes part if the Python
package ``pagefind`` is installed.  Times are taken in a real browser; the best
of several runs counts, which other programs on the machine disturb least.
"""

import gzip
import importlib.util
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
sys.path[:0] = [str(TESTS), str(TESTS / "support"), str(ROOT / "hooks")]

from browser_setup import find_browser  # noqa: E402
from catalog.catalogue.load import load_catalog  # noqa: E402
from catalog.site.disk import write_tree  # noqa: E402
from catalog.suche.findables import Findable  # noqa: E402
from catalog.suche.index import search_files  # noqa: E402
from conftest import BROWSER_ARGUMENTS, build_site  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from search_quality import HALVES, ask_ours, load_queries, measure  # noqa: E402
from web import Handler, serve  # noqa: E402

SIZES = (1000, 3000)
RUNS = 5
TYPED = ["Integrationskonzept", "Vertretung", "Wie gewinnen wir Personal?", "Rasismus", "Querschnitsaufgabe"]

MATERIAL = """
theme: {name: material, language: de, font: false}
plugins: [search]
"""

READY_OURS = """async () => {
  const start = performance.now();
  const load = (name) => new Promise((resolve) => {
    const $script = Object.assign(document.createElement("script"), { src: `/assets/suche/${name}` });
    $script.onload = resolve;
    document.head.append($script);
  });
  await Promise.all([load("index.js"), load("suche.js")]);
  const opened = ivoSuche.start(ivoSuchindex, { base: "", page: "/suche/" });
  opened.open();
  const ready = performance.now() - start;
  await load("texte.js");
  opened.panel.quoteFrom(ivoSuchtexte);
  return ready;
}"""
TYPE_OURS = """(texts) => {
  const $input = document.querySelector("#suche-eingabe");
  return texts.map((text) => {
    const start = performance.now();
    $input.value = text;
    $input.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight;
    return performance.now() - start;
  });
}"""
READY_MATERIAL = """async (worker) => {
  const start = performance.now();
  const index = await (await fetch("/search/search_index.json")).json();
  globalThis.worker = new Worker(worker);
  await new Promise((resolve) => {
    worker_ready = ({ data }) => data.type === 1 && resolve();
    globalThis.worker.onmessage = worker_ready;
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
ASK_PAGEFIND = """async (queries) => {
  const start = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const answers = [[performance.now() - start, []]];
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    answers.push([performance.now() - start, pages.map(({ url }) => url.slice(1))]);
  }
  return answers;
}"""


class LaxHandler(Handler):
    """Static files without a Content Security Policy: Pagefind needs a laxer one than ours."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Content-Security-Policy":
            super().send_header(keyword, value)


def main() -> None:
    """Build, ask, print."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours = build_site(Path(folder, "ours"))
        stock = build_stock(Path(folder, "stock"))
        browser = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_ARGUMENTS)
        print_quality(browser, ours, stock)
        print_speed(browser, "real size", ours, stock)
        for size in SIZES:
            enlarge(ours, stock, size)
            print_speed(browser, f"{size} entries", ours, stock)
        browser.close()


def build_stock(folder: Path) -> Path:
    """Build the same pages with stock Material and its search; add a Pagefind index if there is Pagefind."""
    write_tree(load_catalog(ROOT / "catalog.yml"), ROOT, folder)
    own = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    kept = own.partition("markdown_extensions:")[2].partition("\nnav:")[0]
    settings = (
        f"site_name: Material\ndocs_dir: content\n{MATERIAL}markdown_extensions:{kept}\nnav:\n  - index.md\n"
    )
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    site = folder / "site"
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(folder / "mkdocs.yml"),
        "-d",
        str(site),
    ]
    subprocess.run(command, check=True, capture_output=True)
    if importlib.util.find_spec("pagefind"):
        command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article"]
        subprocess.run(command, check=True, capture_output=True)
    return site


@contextmanager
def opened(browser: Browser, site: Path, path: str = "/") -> Iterator[Page]:
    """Serve a site and open a page of it."""
    with serve(site, LaxHandler) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address + path)
        yield page
        context.close()


def print_quality(browser: Browser, ours: Path, stock: Path) -> None:
    with opened(browser, ours) as page:
        for half in HALVES:
            print_line("ours", half, measure(half, partial(ask_ours, page)))
    with opened(browser, stock) as page:
        page.evaluate(READY_MATERIAL, worker_path(stock))
        for half in HALVES:
            print_line("Material", half, measure(half, lambda q: answers(page, ASK_MATERIAL, q)))
    if (stock / "pagefind").is_dir():
        with opened(browser, stock) as page:
            for half in HALVES:
                print_line("Pagefind", half, measure(half, lambda q: answers(page, ASK_PAGEFIND, q)[1:]))


def print_line(name: str, half: str, quality: Any) -> None:
    print(
        f"{name:9} {half:14} ({len(load_queries(half))}): top-1 {quality.top_1:.1%}, "
        f"top-3 {quality.top_3:.1%}, MRR {quality.reciprocal_rank:.3f}"
    )


def answers(page: Page, script: str, queries: list[str]) -> list[list[str]]:
    return [found for _, found in page.evaluate(script, queries)]


def print_speed(browser: Browser, size: str, ours: Path, stock: Path) -> None:
    texts = [text[:length] for text in TYPED for length in range(1, len(text) + 1)]
    print(f"\n{size}")
    print_times("ours", [time_ours(browser, ours, texts) for _ in range(RUNS)], sizes(ours / "assets/suche"))
    index = sizes(stock / "search")
    print_times("Material", [time_material(browser, stock, texts) for _ in range(RUNS)], index)
    if size == "real size" and (stock / "pagefind").is_dir():
        runs = [time_pagefind(browser, stock, texts) for _ in range(RUNS)]
        print_times("Pagefind", runs, sizes(stock / "pagefind"))


def print_times(name: str, runs: list[tuple[float, list[float]]], size: str) -> None:
    ready = min(ready for ready, _ in runs)
    first = min(keys[0] for _, keys in runs)
    each = [min(times) for times in zip(*(keys for _, keys in runs), strict=True)]
    print(
        f"{name:9} ready {ready:7.1f} ms, first key {first:6.1f} ms, median key {median(each):6.1f} ms, "
        f"worst key {max(each):6.1f} ms, {size}"
    )


def sizes(folder: Path) -> str:
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    packed = sum(len(gzip.compress(content, 6)) for content in files)
    return f"{sum(map(len, files)) / 1000:.0f} kB, gzip {packed / 1000:.0f} kB"


def time_ours(browser: Browser, site: Path, texts: list[str]) -> tuple[float, list[float]]:
    with opened(browser, site) as page:
        return page.evaluate(READY_OURS), page.evaluate(TYPE_OURS, texts)


def time_material(browser: Browser, site: Path, texts: list[str]) -> tuple[float, list[float]]:
    with opened(browser, site) as page:
        ready = page.evaluate(READY_MATERIAL, worker_path(site))
        return ready, [time for time, _ in page.evaluate(ASK_MATERIAL, texts)]


def time_pagefind(browser: Browser, site: Path, texts: list[str]) -> tuple[float, list[float]]:
    with opened(browser, site) as page:
        (ready, _), *keys = page.evaluate(ASK_PAGEFIND, texts)
        return ready, [time for time, _ in keys]


def worker_path(site: Path) -> str:
    [worker] = (site / "assets/javascripts/workers").glob("search.*.min.js")
    return f"/{worker.relative_to(site).as_posix()}"


def enlarge(ours: Path, stock: Path, size: int) -> None:
    """Replace both indexes by those of a site with made-up entries besides the real ones."""
    catalog = load_catalog(ROOT / "catalog.yml")
    made_up = list(made_up_entries(size))
    addresses = {document.path: document.path for document in made_up}
    for name, script in search_files(catalog, made_up, lambda path: addresses.get(path, path)):
        (ours / name).write_text(script, encoding="utf-8")
    path = stock / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    index["docs"] = [doc for doc in index["docs"] if not doc["location"].startswith("neu/")]
    index["docs"] += [doc for document in made_up for doc in as_sections(document)]
    path.write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


def made_up_entries(size: int) -> Iterator[Findable]:
    """Yield entries with three paragraphs of 60 to 100 words drawn from the catalogue."""
    vocabulary = [word for word in load_catalog(ROOT / "catalog.yml").text.split() if word.isalpha()]
    endings = ["plan", "büro", "werkstatt", "treff", "kreis", "bericht"]
    vocabulary += [word + random.Random(word).choice(endings) for word in set(vocabulary) if len(word) > 5]
    chance = random.Random(1)
    for number in range(size):
        paragraphs = [" ".join(chance.choices(vocabulary, k=chance.randint(60, 100))) for _ in range(3)]
        title = " ".join(chance.choices(vocabulary, k=4))
        fields = [("titel", title), *(("text", paragraph) for paragraph in paragraphs)]
        yield Findable(f"neu/{number}.md", "beispiele", title, paragraphs[0][:200], tuple(fields))


def as_sections(document: Findable) -> Iterator[dict[str, str]]:
    """Yield the records of Material's index for a page: one for the page, one per heading."""
    _, *texts = [text for _, text in document.fields]
    yield {"location": document.path, "title": document.title, "text": ""}
    for number, text in enumerate(texts):
        yield {"location": f"{document.path}#{number}", "title": document.title, "text": f"<p>{text}</p>"}


if __name__ == "__main__":
    main()

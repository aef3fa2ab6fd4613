"""Measure the Kurz-Check on a throttled phone: first touch, effect of an answer, twelve files.

Run with ``python tests/bench/kurzcheck.py [FOLDER OF A BUILT SITE]``.  The
processor is slowed down by four.  Each figure is the median and the worst of
several rounds in a real browser on this machine.
"""

import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
sys.path[:0] = [str(TESTS), str(TESTS / "support")]

import aims  # noqa: E402
from browser_setup import find_browser  # noqa: E402
from web import serve  # noqa: E402

ROUNDS = 7
SLOWDOWN = 4
PHONE = {"width": 390, "height": 844}
ANSWERS = 12
FILES = 12

FIRST_TOUCH = """() => new Promise(resolve => {
  new PerformanceObserver(list => {
    const { startTime, processingEnd, duration } = list.getEntries()[0];
    resolve(Math.max(processingEnd - startTime, duration));
  }).observe({ type: "first-input", buffered: true });
})"""
# What a person does: answer the question on the screen, look, go on.
ANSWER = """async () => {
  const screen = document.querySelector(".frage.schirm--jetzt");
  const radio = screen.querySelector("[value='50']");
  const start = performance.now();
  radio.click();
  document.body.getBoundingClientRect();
  const time = performance.now() - start;
  const moved = new Promise(resolve => addEventListener("hashchange", resolve, { once: true }));
  document.querySelector("[data-vor]").click();
  await moved;
  return time;
}"""
TWELVE_FILES = """([text, count]) => new Promise(resolve => {
  const input = document.querySelector("input[data-dateien]");
  const transfer = new DataTransfer();
  for (let number = 0; number < count; number += 1) {
    const check = { ...JSON.parse(text), name: `Person ${number}` };
    transfer.items.add(new File([JSON.stringify(check)], `${number}.json`));
  }
  const rows = document.querySelector("[data-stelle=personen]");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    rows.getBoundingClientRect();
    resolve(performance.now() - start);
  }).observe(rows, { childList: true });
  input.files = transfer.files;
  input.dispatchEvent(new Event("change"));
})"""


def main() -> None:
    """Print a line per figure with the bound it is held to."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site")
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        touches, answers, files = [], [], []
        for _ in range(ROUNDS):
            with phone(browser, address) as page:
                touches.append(first_touch(page))
                answers += [page.evaluate(ANSWER) for _ in range(ANSWERS)]
                files.append(twelve_files(page))
        browser.close()
    report("touch", touches)
    report("answer", answers)
    report("files", files)


@contextmanager
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """Open the Kurz-Check on a slow phone."""
    context = browser.new_context(viewport=PHONE, base_url=address, has_touch=True, is_mobile=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto("/kurz-check/", wait_until="load")
    yield page
    context.close()


def first_touch(page: Page) -> float:
    """Touch the first answer at once; return until when the page had dealt with it."""
    page.locator(".frage.schirm--jetzt .skala__stufe").first.tap()
    time = page.evaluate(FIRST_TOUCH)
    # An answer touched leads to the next question by itself.
    page.wait_for_selector(".frage.schirm--jetzt:not(:has(input:checked))")
    return time


def twelve_files(page: Page) -> float:
    """Let twelve saved checks into the Werkstatt."""
    page.goto("/werkstatt/", wait_until="load")
    text = (TESTS / "kurzcheck" / "version-1.json").read_text(encoding="utf-8")
    page.locator("#code").focus()
    page.wait_for_selector("script[src*=werkstatt-wege][data-geladen]", state="attached")
    return page.evaluate(TWELVE_FILES, [text, FILES])


def report(key: str, times: list[float]) -> None:
    """Print median, worst and bound, and note the median for the table."""
    aim = next(aim for aim in aims.AIMS if aim.key == key)
    middle, worst = statistics.median(times), max(times)
    print(f"{aim.words}: {middle:.0f} ms (schlechtester Wert {worst:.0f} ms, Grenze {aim.greatest:.0f} ms)")
    aims.note(**{key: middle})


if __name__ == "__main__":
    main()

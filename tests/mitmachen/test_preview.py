"""The page of a proposal before it is sent: what the build would make of it, drawn in the browser."""

import difflib
from pathlib import Path

from catalog.catalogue.entries import Catalog
from catalog.site.scripts import flatten
from conftest import ROOT
from playwright.sync_api import Page, expect
from test_mitmachen import HOSTILE, PATH, field, fill, tidy

ASK = "Vorschau der Seite ansehen"
# What a page shows, as nested lists: tag, class, language, target, and what is inside.  Left out is what the
# preview says that it leaves out, and ids: those of the page around it would be there twice.
SHOWN = """
  const LEFT_OUT = ".brotkrumen, .bearbeiten, #aehnlich, #aehnlich + .karten, "
    + "#leitfaeden, #leitfaeden + ul, #vorlagen, #vorlagen + ul";
  const words = (text) => text.replace(/[ \\n]+/g, " ").trim();
  const shown = (nodes, base) => [...nodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return words(node.data) ? [words(node.data)] : [];
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(LEFT_OUT)) return [];
    const names = node.getAttributeNames().filter((name) => !["id", "aria-level"].includes(name)).sort();
    const values = names.map((name) => {
      const value = node.getAttribute(name);
      return `${name}=${name === "href" ? new URL(value, base).href : value}`;
    });
    return [[node.localName, ...values, shown(node.childNodes, base)]];
  });
"""


def ask(page: Page) -> None:
    page.get_by_role("button", name=ASK).click()
    page.locator("[data-veraltet]:not(:visible)").wait_for(state="attached")
    page.locator("[data-seite] h1").wait_for()


def headings(page: Page) -> list[tuple[int, str]]:
    """Return the level and the text of each heading, as screen readers are told."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        (next(p["value"]["value"] for p in node["properties"] if p["name"] == "level"), node["name"]["value"])
        for node in tree
        if node.get("role", {}).get("value") == "heading"
    ]


def test_every_example_looks_in_the_preview_as_on_its_page(page: Page, catalog: Catalog, site: Path) -> None:
    pages = {
        beispiel.id: (site / f"{beispiel.path}/index.html").read_text(encoding="utf-8")
        for beispiel in catalog.all("beispiele")
    }
    page.goto(PATH)
    page.locator("[data-auswahl]").focus()
    page.locator("[data-auswahl] option:nth-child(2)").wait_for(state="attached")
    compared = page.evaluate(
        "async (pages) => {"
        + SHOWN
        + """
          const $choice = document.querySelector("[data-auswahl]");
          const $outdated = document.querySelector("[data-veraltet]");
          const channel = new MessageChannel();
          const turn = () => new Promise((done) => { channel.port1.onmessage = done; channel.port2.postMessage(0); });
          const until = async (holds) => { while (!holds()) await turn(); };
          const drawn = async (id) => {
            $choice.value = id;
            $choice.dispatchEvent(new Event("change", { bubbles: true }));
            await until(() => !document.querySelector("form[aria-busy]"));
            document.querySelector("[data-aktion=vorschau]").click();
            await until(() => $outdated.hidden);
            return shown(document.querySelector("[data-seite]").childNodes, location.href);
          };
          const built = (id) => {
            const $page = new DOMParser().parseFromString(pages[id], "text/html");
            return shown($page.querySelector("article").childNodes, new URL(`/beispiele/${id}/`, location.href));
          };
          const ids = [...$choice.options].slice(1).map(({ value }) => value);
          const parts = [];
          for (const id of ids) {
            const both = [await drawn(id), built(id)].map((tree) => JSON.stringify(tree, null, 1));
            if (both[0] !== both[1]) return [id, ...both];
            parts.push(both[0].length);
          }
          return [ids, parts];
        }""",
        pages,
    )
    assert compared[0] == list(pages), "\n".join(difflib.unified_diff(*map(str.splitlines, compared[1:])))
    assert min(compared[1]) > 4_000


def test_what_is_half_filled_in_can_be_seen_and_is_not_run(page: Page) -> None:
    page.goto(PATH)
    ask(page)
    preview = page.get_by_role("region", name="Vorschau der Seite")
    told = headings(page)
    assert [text for level, text in told if level == 1] == ["Mitmachen"]
    begin = told.index((3, "Vorschau der Seite"))
    assert told[begin : begin + 6] == [
        (3, "Vorschau der Seite"),
        (4, "[fehlt noch]"),
        (5, "Was andere daraus mitnehmen"),
        (5, "Quellen"),
        (5, "Mehr davon"),
        (5, "Was dazu gehört"),
    ]
    expect(preview.get_by_role("heading", name="Vorschau der Seite")).to_be_focused()
    fill(page, titel=HOSTILE["markup"], kurz=HOSTILE["template"], **{"belege.0.url": "javascript:alert(1)"})
    expect(preview).to_contain_text("Seit dieser Vorschau hat sich das Formular geändert.")
    expect(preview).not_to_contain_text("Nachbarinnen")
    page.keyboard.press("Tab")
    preview.get_by_role("button", name="Vorschau erneuern").press("Enter")
    expect(preview.get_by_text("Seit dieser Vorschau")).to_be_hidden()
    assert preview.locator("h1").inner_text() == tidy(HOSTILE["markup"])
    expect(preview.locator(".einleitung")).to_have_text(HOSTILE["template"])
    preview.locator("summary").click()
    assert preview.locator("li a").first.get_attribute("href") is None
    assert preview.locator("script, b").count() == 0


def test_a_preview_changes_nothing_that_is_kept(page: Page) -> None:
    page.goto(PATH)
    ask(page)
    stored = "[sessionStorage.length, history.state]"
    assert page.evaluate(stored) == [0, None]
    field(page, "titel").fill("Stadtteilküche")
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    ask(page)
    assert page.evaluate("JSON.stringify(sessionStorage)") == kept
    page.reload()
    expect(field(page, "titel")).to_have_value("Stadtteilküche")
    expect(page.locator("[data-vorschau]")).to_be_hidden()


def test_the_page_needs_no_more_than_forty_kilobytes_of_script() -> None:
    scripts = ROOT / "overrides/assets/javascripts"
    sizes = [len(flatten(scripts / name).encode()) for name in ("mitmachen.mjs", "suche.mjs")]
    assert sum(sizes) <= 40_000, sizes

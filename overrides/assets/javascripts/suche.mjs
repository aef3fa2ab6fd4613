/**
 * What every page loads: it fetches the index and the search itself when
 * somebody wants to search, and shows how far the Kurz-Check of this tab is.
 * All that it fetches are classic scripts, so this works the same way on a
 * server and from a disk.
 */

import { closest, findAll, make } from "./shared/dom.mjs";
import { loadBeside, loadScript } from "./shared/load.mjs";
import { ignoreUnseen } from "./seite/presses.mjs";
import { showProgress } from "./seite/progress.mjs";
import { shortcutIsOff } from "./suche/shortcut.mjs";

/**
 * @import {IndexData, PageTexts} from "./shared/types.mjs"
 * @import {start} from "./suche/window.mjs"
 * @typedef {{ivoSuche: {start: typeof start}, ivoSuchindex: IndexData, ivoSuchtexte: PageTexts[]}} Loaded what the scripts leave behind
 */

const FILES = ["index.js", "suche.js"];
const TEXTS = "texte.js";

class SearchOpener {
  /** @type {Promise<ReturnType<typeof start>>|undefined} */
  #loaded;
  /** The place of the search in its own page. @type {HTMLElement|null} */
  $here = document.querySelector("[data-suche-hier]");

  /** @param {HTMLAnchorElement} $link the link to the search page, replaced by a button */
  constructor($link) {
    this.settings = {
      base: $link.dataset.base ?? "",
      page: $link.href,
      load: (/** @type {string} */ name) => this.loadFile(name),
    };
    this.files = $link.dataset.files ?? "";
    this.$button = make("button", { type: "button", class: $link.className }, ...$link.childNodes);
    this.$button.addEventListener("click", () => this.open());
    $link.replaceWith(this.$button);
    document.addEventListener("keydown", (event) => this.openByKey(event));
    if (this.$here) this.startHere(this.$here);
  }

  /** @param {HTMLElement} $here */
  async startHere($here) {
    // What the address asks for appears with its quotes: while they come, results would move.
    const isAsked = $here.toggleAttribute("data-liest", location.hash.startsWith("#q="));
    // Who has asked nothing yet reads first: fetching would hold the first picture back.
    if (!isAsked) await firstPaint();
    try {
      await this.load();
    } catch {
      // The page keeps what it shows without a script.
      delete $here.dataset.liest;
    }
  }

  async open() {
    try {
      (await this.load()).open();
    } catch {
      // In its own page the address holds what was asked.
      if (this.$here) location.reload();
      else location.href = this.settings.page;
    }
  }

  /** @param {KeyboardEvent} event */
  openByKey(event) {
    const types = closest(event, "input, textarea, select, dialog[open], [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || types || shortcutIsOff())
      return;
    event.preventDefault();
    this.open();
  }

  /** Loads the search once and starts it; the texts that results quote may come later. */
  load() {
    this.#loaded ??= this.start();
    return this.#loaded;
  }

  /** What a further file of a large index holds. @param {string} name */
  async loadFile(name) {
    await loadScript(`${this.files}${name}.js`);
    return /** @type {any} */ (globalThis)[`ivoSuche_${name}`];
  }

  async start() {
    await Promise.all(FILES.map((name) => loadScript(this.files + name)));
    const loaded = /** @type {Loaded} */ (/** @type {unknown} */ (globalThis));
    const { textsPerPart } = loaded.ivoSuchindex;
    const search = loaded.ivoSuche.start(loaded.ivoSuchindex, { ...this.settings, textsPerPart });
    if (textsPerPart) return search;
    // Without the texts, results show title, kind and place.
    loadScript(this.files + TEXTS).then(
      () => search.panel.quoteFrom(loaded.ivoSuchtexte),
      () => search.panel.quoteFrom([]),
    );
    return search;
  }
}

/**
 * The page is seen before more is fetched.
 * @returns {Promise<void>} done within a second, also in a tab that nobody looks at
 */
function firstPaint() {
  return new Promise((done) => {
    setTimeout(done, 1000);
    new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true });
  });
}

for (const $link of findAll(document, "[data-module=suche]", HTMLAnchorElement)) new SearchOpener($link);
showProgress();
ignoreUnseen();
// A form far down its page is not needed for the first picture; fetched with the page, it would hold it back.
// If it does not come, the page says so by itself.
if (document.querySelector("[data-module=beispiel-formular]"))
  firstPaint()
    .then(() => loadBeside("mitmachen"))
    .catch(() => {});

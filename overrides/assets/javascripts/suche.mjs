/**
 * The part of the search that every page loads: it fetches the index and the
 * search itself when somebody wants to search.  Both are classic scripts, so
 * this works the same way on a server and from a disk.
 */

import { shortcutIsOff } from "./shared/shortcut.mjs";

const FILES = ["index.js", "suche.js"];
const TEXTS = "texte.js";

class SearchOpener {
  /** @param {HTMLAnchorElement} $link the link to the search page, replaced by a button */
  constructor($link) {
    this.settings = { base: $link.dataset.base, page: $link.href };
    this.files = $link.dataset.files;
    this.$button = document.createElement("button");
    this.$button.type = "button";
    this.$button.className = $link.className;
    this.$button.append(...$link.childNodes);
    this.$button.addEventListener("click", () => this.open());
    $link.replaceWith(this.$button);
    document.addEventListener("keydown", (event) => this.openByKey(event));
    // If loading fails, the search page keeps what it shows without a script.
    if (document.querySelector("[data-suche-hier]")) this.load().catch(() => {});
  }

  async open() {
    try {
      (await this.load()).open();
    } catch {
      location.href = this.settings.page;
    }
  }

  /** @param {KeyboardEvent} event */
  openByKey(event) {
    const types = event.target.closest("input, textarea, select, dialog[open], [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || types || shortcutIsOff()) return;
    event.preventDefault();
    this.open();
  }

  /** Loads the search once and starts it; the texts that results quote may come later. */
  load() {
    this.loaded ??= this.start();
    return this.loaded;
  }

  async start() {
    await Promise.all(FILES.map((name) => loadScript(this.files + name)));
    const search = globalThis.ivoSuche.start(globalThis.ivoSuchindex, this.settings);
    // Without the texts, results show the summaries of the pages.
    loadScript(this.files + TEXTS).then(() => search.panel.quoteFrom(globalThis.ivoSuchtexte), () => {});
    return search;
  }
}

function loadScript(src) {
  return new Promise((resolve, reject) => {
    const $script = document.createElement("script");
    $script.src = src;
    $script.addEventListener("load", resolve);
    $script.addEventListener("error", reject);
    document.head.append($script);
  });
}

document.querySelectorAll("[data-module='suche']").forEach(($link) => new SearchOpener($link));

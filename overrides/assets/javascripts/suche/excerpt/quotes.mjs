/** Results quote texts, which come after the index: all of them at once, or for what is found. */
import { make } from "../../shared/dom.mjs";
import { quote, runs } from "./quote.mjs";

/**
 * @import {FoundPage, Hit, PageTexts, SearchSettings} from "../../shared/types.mjs"
 * @typedef {{$item: HTMLElement, page: FoundPage, stems: Set<string>}} Unquoted
 */

// So many results quote their texts before the next key can come.
const AT_ONCE = 3;

export class Quotes {
  /** @type {PageTexts[]} */
  #known = [];
  /** @type {Unquoted[]} */
  #waiting = [];
  /** @type {number|undefined} */
  #timer = undefined;
  #hasCome = false;
  #load;
  #perPart;
  #onWhole;

  /** @param {SearchSettings} settings @param {() => void} [onWhole] called when all quotes stand that could come */
  constructor({ load, textsPerPart }, onWhole) {
    this.#load = load;
    this.#perPart = textsPerPart;
    this.#onWhole = onWhole;
  }

  /** Begins with new results. */
  clear() {
    this.#waiting = [];
  }

  /** A result will show its text. @param {HTMLElement} $item @param {FoundPage} page @param {Set<string>} stems */
  expect($item, page, stems) {
    this.#waiting.push({ $item, page, stems });
  }

  /** Lets the first results quote their texts at once, the others a few at a time: no key waits for them. */
  show() {
    clearTimeout(this.#timer);
    const now = this.#waiting.filter(({ page }) => this.#known[page.number]).slice(0, AT_ONCE);
    for (const { $item, page, stems } of now) {
      const text = quote(...(this.#known[page.number] ?? ["", ""]), stems);
      if (text) $item.append(make("p", { class: "treffer__text" }, ...marked(text, stems)));
    }
    this.#waiting = this.#waiting.filter((one) => !now.includes(one));
    if (now.length) this.#timer = window.setTimeout(() => this.show());
    else if (this.#hasCome) this.#onWhole?.();
  }

  /** @param {PageTexts[]} all in the order of the index */
  take(all) {
    this.#known = all;
    this.#hasCome = true;
    this.show();
  }

  /** Loads the texts of some hits, if they are in parts. @param {Hit[]} hits */
  async loadFor(hits) {
    const [load, size] = [this.#load, this.#perPart];
    if (!load || !size) return;
    const pages = hits.map(({ page }) => page.number).filter((page) => page >= 0 && !this.#known[page]);
    const parts = [...new Set(pages.map((page) => Math.floor(page / size)))];
    // Without some of the texts, results show title, kind and place.
    const loaded = await Promise.allSettled(parts.map((part) => load(`texte${part}`)));
    loaded.forEach((outcome, place) => {
      if (outcome.status !== "fulfilled") return;
      for (const [number, texts] of outcome.value.entries())
        this.#known[(parts[place] ?? 0) * size + number] = texts;
    });
    this.#hasCome = true;
    this.show();
  }
}

/**
 * A text as nodes, the words with one of the stems marked; what lies between is one node, for VoiceOver stops at each.
 * @param {string} text
 * @param {Set<string>} stems
 * @returns {Node[]}
 */
export function marked(text, stems) {
  return runs(text, stems).map((run) => (run.isMarked ? make("mark", {}, run.text) : new Text(run.text)));
}

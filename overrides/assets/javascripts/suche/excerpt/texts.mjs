/** The texts that results quote: all of them at once, or for what is found. */

/**
 * @import {Hit, PageTexts, SearchSettings} from "../../shared/types.mjs"
 */

export class Texts {
  /** @type {PageTexts[]} */
  #known = [];
  #load;
  #perPart;

  /** @param {SearchSettings} settings */
  constructor({ load, textsPerPart }) {
    this.#load = load;
    this.#perPart = textsPerPart;
  }

  /** @param {number} page @returns {PageTexts} empty as long as they are not there */
  of(page) {
    return this.#known[page] ?? ["", ""];
  }

  /** @param {PageTexts[]} all in the order of the index */
  take(all) {
    this.#known = all;
  }

  /** Loads the texts of some hits. @param {Hit[]} hits @returns {Promise<boolean>} whether there are new ones */
  async loadFor(hits) {
    const [load, size] = [this.#load, this.#perPart];
    if (!load || !size) return false;
    const pages = hits.map(({ page }) => page.number).filter((page) => page >= 0 && !this.#known[page]);
    const parts = [...new Set(pages.map((page) => Math.floor(page / size)))];
    // Without some of the texts, results show title, kind and place.
    const loaded = await Promise.allSettled(parts.map((part) => load(`texte${part}`)));
    loaded.forEach((outcome, place) => {
      if (outcome.status !== "fulfilled") return;
      for (const [number, texts] of outcome.value.entries())
        this.#known[(parts[place] ?? 0) * size + number] = texts;
    });
    return loaded.some(({ status }) => status === "fulfilled");
  }
}

// Which example is to be changed. The catalogue's examples are loaded when somebody comes to the form.

import { make } from "../shared/dom.mjs";
import { loadData } from "../shared/load.mjs";

/**
 * @import {Beispiel} from "../shared/types.mjs"
 * @typedef {{namen: [string, string][], vergeben: string[], je_teil: number}} Names id and title of every example
 */

// So far below the screen the form may lie when its list is loaded.
const NEAR = "400px";

export class Choice {
  /** @type {Promise<Names>|undefined} */
  #names;
  /** Ids that no new example may have. @type {Set<string>} */
  taken = new Set();

  /** @param {HTMLSelectElement} $select */
  constructor($select) {
    this.$select = $select;
  }

  /**
   * Load the list once the form is near, or used.
   * @param {HTMLFormElement} $form
   * @param {() => void} onLoaded
   * @param {() => void} onMissing
   */
  start($form, onLoaded, onMissing) {
    // If it fails, the form still serves new examples; whoever comes to the list is told and tries again.
    const load = () => this.#load().then(onLoaded, () => {});
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        load();
      },
      { rootMargin: NEAR },
    );
    observer.observe($form);
    $form.addEventListener("focusin", load, { once: true });
    this.$select.addEventListener("focus", () => {
      if (!this.taken.size) this.#load().then(onLoaded, onMissing);
    });
  }

  /** Show which example is being changed. @param {Beispiel|null} beispiel */
  show(beispiel) {
    const id = String(beispiel?.id ?? "");
    this.$select.value = id;
    if (this.$select.value === id) return;
    this.$select.append(make("option", { value: id }, String(beispiel?.titel)));
    this.$select.value = id;
  }

  /** The example that is chosen now. @returns {Promise<Beispiel|null>} null for a new one */
  async example() {
    const id = this.$select.value;
    if (!id) return null;
    const { namen, je_teil: size } = await this.#load();
    const place = namen.findIndex(([known]) => known === id);
    const part = Math.floor(place / size);
    const texts = await loadData(`mitmachen/teil-${part}.js`, `ivoBeispiele${part}`);
    return texts[place % size];
  }

  /** @returns {Promise<Names>} */
  #load() {
    this.#names ??= loadData("mitmachen/liste.js", "ivoBeispiele").then(
      (names) => this.#offer(names),
      (error) => {
        this.#names = undefined;
        throw error;
      },
    );
    return this.#names;
  }

  /** @param {Names} names */
  #offer(names) {
    const { value } = this.$select;
    const [$new] = this.$select.options;
    const $options = names.namen.map(([id, title]) => make("option", { value: id }, title));
    this.$select.replaceChildren(...($new ? [$new] : []), ...$options);
    this.$select.value = value;
    this.taken = new Set([...names.vergeben, ...names.namen.map(([id]) => id)]);
    return names;
  }
}

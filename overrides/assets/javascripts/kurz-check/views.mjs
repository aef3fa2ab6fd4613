// Questions, result, comparison: which of them is shown, and what can be taken away from it.

import { find, findAll } from "../shared/dom.mjs";
import { loadBeside } from "../shared/load.mjs";
import { Result } from "./result.mjs";

/**
 * @import {Report, Scale} from "../shared/types.mjs"
 * @import {Form} from "./form.mjs"
 * @typedef {(text: string, isError?: boolean) => void} Tell
 */

export class Views {
  #form;
  #scale;
  #tell;
  #comparing = false;
  /** @type {Report|null} */
  #comparison = null;

  /** @param {HTMLElement} $root @param {Form} form @param {Scale} scale @param {Tell} tell */
  constructor($root, form, scale, tell) {
    this.$root = $root;
    this.#form = form;
    this.#scale = scale;
    this.#tell = tell;
    this.result = new Result(find($root, "#ergebnis"), form, scale);
  }

  get #current() {
    return find(this.$root, "[data-ansicht]:not([hidden])");
  }

  /** Show the view around an element. @param {Element} $target @returns {boolean} whether there is one */
  show($target) {
    const $view = $target.closest("[data-ansicht]");
    if (!$view) return false;
    if (this.#form.$extra.contains($target)) this.#form.showExtra(true);
    for (const $other of findAll(this.$root, "[data-ansicht]")) $other.hidden = $other !== $view;
    return true;
  }

  refresh() {
    for (const $link of findAll(this.$root, ".ansichten__link", HTMLAnchorElement)) {
      if ($link.hash === `#${this.#current.id}`) $link.setAttribute("aria-current", "true");
      else $link.removeAttribute("aria-current");
    }
    if (this.#current === this.result.$section) this.result.show();
    if (this.#current.id === "vergleich") this.#startComparison();
  }

  /** @param {string} what @param {() => string} fileName asked for when the writers are there */
  async takeAway(what, fileName) {
    if (!(await this.#isThere(loadBeside("kurz-check-dokument")))) return;
    const doc = this.#current === this.result.$section ? this.result.report : this.#comparison;
    dispatch("mitnehmen", { what, fileName: fileName(), doc, check: this.#form.read(), scale: this.#scale });
  }

  /** Paper shows what is folded on the screen. */
  unfold() {
    for (const $step of findAll(this.result.$section, ".schritt", HTMLDetailsElement)) $step.open = true;
  }

  /** Most visitors never compare: what it takes is loaded for those who do. */
  async #startComparison() {
    if (this.#comparing) return;
    this.#comparing = true;
    this.#comparing = await this.#isThere(loadBeside("kurz-check-vergleich"));
    if (!this.#comparing) return;
    const take = (/** @type {Report} */ report) => (this.#comparison = report);
    const $section = find(this.$root, "#vergleich");
    dispatch("vergleichen", { $section, scale: this.#scale, tell: this.#tell, take });
  }

  /** @param {Promise<void>} loading @returns {Promise<boolean>} whether it worked; if not, the page says so */
  async #isThere(loading) {
    try {
      await loading;
      return true;
    } catch {
      this.#tell("Das geht gerade nicht. Versuchen Sie es später.", true);
      return false;
    }
  }
}

/** Tell a script loaded later. @param {string} what @param {object} detail */
function dispatch(what, detail) {
  document.dispatchEvent(new CustomEvent(`kurz-check:${what}`, { detail }));
}

// Questions, result, way to the comparison: which of them is shown, and what can be taken away from it.

import { find, findAll } from "../shared/dom.mjs";
import { loadBeside } from "../shared/load.mjs";

/**
 * @import {Scale} from "../shared/types.mjs"
 * @import {Form} from "./form.mjs"
 * @import {Result} from "./report/result.mjs"
 * @typedef {(text: string, isError?: boolean, $near?: Element) => void} Tell
 */

export class Views {
  #form;
  #scale;
  #tell;
  /** @type {Result|null} */
  #result = null;

  /** @param {HTMLElement} $root @param {Form} form @param {Scale} scale @param {Tell} tell */
  constructor($root, form, scale, tell) {
    this.$root = $root;
    this.#form = form;
    this.#scale = scale;
    this.#tell = tell;
  }

  get #current() {
    return find(this.$root, "[data-ansicht]:not([hidden])");
  }

  /** @returns {string} the id of the view on the screen */
  get shown() {
    return this.#current.id;
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
    if (this.#current.id === "ergebnis") {
      if (this.#result) this.#result.show();
      else this.#showResultLater();
    }
  }

  /** @param {string} what @param {Element} $near */
  async takeAway(what, $near) {
    if (!(await this.#isThere(loadBeside("kurz-check-dokument"), $near))) return;
    const doc = this.#result?.report;
    const tell = (/** @type {string} */ text) => this.#tell(text, false, $near);
    const { hasDate } = this.#form;
    const [address] = location.href.split("#");
    const poster = this.#result?.poster;
    const check = this.#form.read();
    dispatch("mitnehmen", { what, tell, hasDate, doc, poster, address, check, scale: this.#scale });
  }

  /** @param {object} detail @param {boolean} isQuiet */
  async loadSafe(detail, isQuiet) {
    if (await this.#isThere(loadBeside("kurz-check-sichern"), isQuiet ? null : this.$root))
      dispatch("sichern", detail);
  }

  prepareForPaper() {
    this.#result?.prepareForPaper();
  }

  /**
   * What makes a result, loaded with the first answer: it shall be there even if the server is not, later.
   * @param {boolean} isQuiet
   */
  async loadResult(isQuiet) {
    const $section = find(this.$root, "#ergebnis");
    if (this.#result || !(await this.#isThere(loadBeside("kurz-check-ergebnis"), isQuiet ? null : $section)))
      return;
    const take = (/** @type {Result} */ result) => (this.#result ??= result);
    if (!this.#result) dispatch("ergebnis", { $section, form: this.#form, scale: this.#scale, take });
  }

  async #showResultLater() {
    await this.loadResult(false);
    if (this.#current.id === "ergebnis") this.#result?.show();
  }

  /**
   * @param {Promise<void>} loading
   * @param {Element|null} $near where the page says so if it does not work
   * @returns {Promise<boolean>} whether it worked
   */
  async #isThere(loading, $near) {
    try {
      await loading;
      return true;
    } catch {
      if ($near) this.#tell("Das geht gerade nicht. Versuchen Sie es später.", true, $near);
      return false;
    }
  }
}

/** Tell a script loaded later. @param {string} what @param {object} detail */
function dispatch(what, detail) {
  document.dispatchEvent(new CustomEvent(`kurz-check:${what}`, { detail }));
}

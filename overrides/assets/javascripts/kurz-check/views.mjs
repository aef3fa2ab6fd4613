// Questions, result, way to the comparison: which of them is shown, and what can be taken away from it.

import { find, findAll } from "../shared/dom.mjs";
import { loadBeside } from "../shared/load.mjs";
import { Part, isThere } from "../shared/part.mjs";

/**
 * @import {Scale} from "../shared/types.mjs"
 * @import {Form} from "./form.mjs"
 * @import {Tell} from "../shared/part.mjs"
 * @import {Result} from "./report/result.mjs"
 */

export class Views {
  #form;
  #scale;
  #tell;
  #result;
  #$section;

  /** @param {HTMLElement} $root @param {Form} form @param {Scale} scale @param {Tell} tell */
  constructor($root, form, scale, tell) {
    this.$root = $root;
    this.#form = form;
    this.#scale = scale;
    this.#tell = tell;
    this.#$section = find($root, "#ergebnis");
    const detail = { $section: this.#$section, form, scale };
    /** @type {Part<Result>} */
    this.#result = new Part("kurz-check:ergebnis", () => loadBeside("kurz-check-ergebnis"), detail, tell);
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
    const show = (/** @type {Result} */ result) => this.shown === "ergebnis" && result.show();
    if (this.shown === "ergebnis") this.#result.use(show, this.#$section);
  }

  /** @param {string} what @param {Element} $near */
  async takeAway(what, $near) {
    if (!(await isThere(loadBeside("kurz-check-dokument"), this.#tell, $near))) return;
    const doc = this.#result.loaded?.report;
    const tell = (/** @type {string} */ text) => this.#tell(text, false, $near);
    const { hasDate } = this.#form;
    const [address] = location.href.split("#");
    const poster = this.#result.loaded?.poster;
    const check = this.#form.read();
    const detail = { what, tell, hasDate, doc, poster, address, check, scale: this.#scale };
    document.dispatchEvent(new CustomEvent("kurz-check:mitnehmen", { detail }));
  }

  prepareForPaper() {
    this.#result.loaded?.prepareForPaper();
  }

  /** What makes a result, loaded with the first answer: it shall be there even if the server is not, later. */
  loadResult() {
    this.#result.use(() => {}, null);
  }
}

// One question a screen, or all of them on one page: the form is the same.

import { closest, find, findAll } from "../shared/dom.mjs";
import { reword } from "./page.mjs";

/** @import {Form} from "./form.mjs" */

export const LAST = "zum-schluss";
// Long enough to see what one has chosen.
const PAUSE = 160;

export class Screens {
  #form;
  #current = "";
  /** Somebody has come to the page and not yet gone anywhere on it. */
  #isArriving = !location.hash;
  #timer = 0;
  #$back;
  #$on;

  /** @param {HTMLElement} $root @param {Form} form */
  constructor($root, form) {
    this.$root = $root;
    this.#form = form;
    this.$switch = find($root, "[data-alle-fragen]", HTMLInputElement);
    this.#$back = find($root, "[data-zurueck]", HTMLAnchorElement);
    this.#$on = find($root, "[data-vor]", HTMLAnchorElement);
    this.#goOnByItself();
  }

  get isSingle() {
    return !this.$switch.checked;
  }

  /** The id of the screen; where nobody has chosen one, of the first question without an answer. */
  get current() {
    const order = this.#order;
    if (!order.includes(this.#current))
      this.#current = order.find((id) => id === LAST || this.#form.answer(id) === null) ?? LAST;
    return this.#current;
  }

  /** The number of the question that stands alone on the screen, as people read it. */
  get words() {
    if (!this.isSingle) return "";
    const $nr = this.$root.querySelector(`#${this.current} .frage__nr`);
    return $nr?.textContent ?? "Zum Schluss";
  }

  /** Back shall lead to what was answered, not to what is open by then. */
  pin() {
    if (this.isSingle && location.hash.slice(1) !== this.current)
      window.history.replaceState(window.history.state, "", `#${this.current}`);
  }

  /** Show the screen around an element. @param {Element} $target */
  show($target) {
    window.clearTimeout(this.#timer);
    this.#isArriving = false;
    const $screen = $target.closest("[data-schirm]");
    this.#current = $screen instanceof HTMLElement ? ($screen.dataset.schirm ?? "") : "";
  }

  refresh() {
    const { isSingle, current } = this;
    this.$root.dataset.weise = isSingle ? "einzeln" : "alle";
    for (const $part of findAll(this.$root, "[data-schirm]"))
      $part.classList.toggle("schirm--jetzt", $part.dataset.schirm === current);
    const place = this.#order.indexOf(current);
    this.$root.toggleAttribute("data-erste", place === 0 || this.#isArriving);
    this.#point(this.#$back, this.#order[place - 1]);
    this.#point(this.#$on, this.#order[place + 1]);
    // Somebody who does not know has an answer; somebody who goes on without one has none.
    const isOpen = current !== LAST && this.#form.answer(current) === null;
    reword(this.#$on, isOpen ? "Ohne Antwort weiter" : "Weiter");
  }

  /** Each with its id, and the last screen. */
  get #order() {
    return [...this.#form.fragen.map(({ id }) => id), LAST];
  }

  /** @param {HTMLAnchorElement} $link @param {string|undefined} id */
  #point($link, id) {
    $link.hidden = id === undefined;
    if (id) $link.hash = id;
  }

  /** A press or Space chooses and goes on, also where that step was chosen before. Arrows only look around. */
  #goOnByItself() {
    const { $form } = this.#form;
    $form.addEventListener("keyup", (event) => {
      if (event.key === " " && closest(event, ".skala__stufe")) this.#goOn();
    });
    $form.addEventListener("click", (event) => {
      // What keys and scripts choose has no count of clicks.
      if (event.detail && closest(event, ".skala__stufe")) this.#goOn();
    });
  }

  #goOn() {
    window.clearTimeout(this.#timer);
    if (this.isSingle) this.#timer = window.setTimeout(() => (location.hash = this.#next()), PAUSE);
  }

  /** Somebody who comes back to change an answer has seen the rest. */
  #next() {
    const order = this.#order;
    const isComplete = this.#form.given === order.length - 1;
    return (isComplete ? LAST : order[order.indexOf(this.current) + 1]) ?? LAST;
  }
}

// What somebody enters is kept for this tab, from the first input on. It outlives Back, reload and a discarded page.

import { findAll } from "./dom.mjs";
import { readStored, writeStored } from "./storage.mjs";

const AREA = "sessionStorage";
const NOT_KEPT =
  "Dieser Browser bewahrt Ihre Eingaben nicht auf. Sichern Sie sie, bevor Sie diese Seite verlassen.";

/**
 * The memory of a tool. The newest state wins over all that history entries or the browser itself remember.
 * @template {object} State
 */
export class Memory {
  #key;
  #read;
  #write;
  #warn;
  #kept = "";
  #isSafe = true;
  /** @type {State|null} */
  #former = null;

  /**
   * @param {string} key
   * @param {() => State} read all that is entered
   * @param {(state: State|null) => void} write show it; null is the empty tool
   * @param {(text: string) => void} warn called when keeping fails for the first time; nothing falls silent
   */
  constructor(key, read, write, warn) {
    this.#key = key;
    this.#read = read;
    this.#write = write;
    this.#warn = warn;
    window.addEventListener("pageshow", () => this.#restore());
    window.addEventListener("hashchange", () => this.#isSafe || this.#store());
    window.addEventListener("beforeunload", (event) => this.#isSafe || event.preventDefault());
  }

  /**
   * Show what is kept, or keep what somebody entered before this script ran.
   * @param {HTMLFormElement} $form
   */
  start($form) {
    const isTouched = isChanged($form);
    // Browsers would put older texts into the fields.
    $form.autocomplete = "off";
    if (!this.#restore() && isTouched) this.keep();
  }

  /** To be called after each change. */
  keep() {
    this.#kept = this.#text();
    this.#store();
  }

  /** @returns {boolean} whether anything was entered */
  get isUsed() {
    return this.#kept !== "";
  }

  /** Before other work takes the place of this: it can be brought back. */
  setAside() {
    this.#former = this.#read();
  }

  /** @returns {boolean} whether there is work to bring back */
  get hasFormer() {
    return this.#former !== null;
  }

  /** Swap the work on the page with the one set aside. */
  bringBack() {
    const former = this.#former;
    this.setAside();
    // What was said of the other work is not true of this one.
    this.#warn("");
    this.#write(former);
    this.keep();
  }

  /** Nothing of it stays anywhere. */
  forget() {
    this.#former = null;
    this.#kept = "";
    writeStored(this.#key, null, AREA);
    writeHistory(this.#key, null);
    this.#isSafe = true;
  }

  /** @returns {boolean} whether something was there to show */
  #restore() {
    const text = readStored(this.#key, AREA) ?? readHistory(this.#key);
    if (!text) {
      if (this.#kept && this.#isSafe) this.#showNothing();
      return false;
    }
    if (text === this.#kept && text === this.#text()) return true;
    try {
      const { zustand, vorher } = JSON.parse(text);
      this.#former = vorher;
      this.#kept = text;
      this.#write(zustand);
      return true;
    } catch {
      this.#showNothing(); // not written by us
      return false;
    }
  }

  /** The empty tool, also where a later page has forgotten what this one, woken up again, still shows. */
  #showNothing() {
    this.#kept = "";
    this.#former = null;
    this.#write(null);
  }

  #store() {
    const wasSafe = this.#isSafe;
    this.#isSafe = writeStored(this.#key, this.#kept, AREA) === "kept";
    if (this.#isSafe) return;
    // An older state must not win. The entry in the history still outlives reload and Back.
    writeStored(this.#key, null, AREA);
    writeHistory(this.#key, this.#kept);
    if (wasSafe) this.#warn(NOT_KEPT);
  }

  #text() {
    return JSON.stringify({ zustand: this.#read(), vorher: this.#former });
  }
}

/** @param {string} key @returns {string|null} */
function readHistory(key) {
  return window.history.state?.[key] ?? null;
}

/** @param {string} key @param {string|null} text */
function writeHistory(key, text) {
  try {
    window.history.replaceState({ ...window.history.state, [key]: text }, "");
  } catch {
    // Too long for this browser as well; leaving warns.
  }
}

/** @param {HTMLFormElement} $form @returns {boolean} whether a field differs from the page as it was sent */
function isChanged($form) {
  return findAll($form, "input, textarea, select").some(($field) => {
    if ($field instanceof HTMLSelectElement) {
      const defaults = [...$field.options].map(({ defaultSelected }) => defaultSelected);
      return $field.selectedIndex !== Math.max(defaults.lastIndexOf(true), 0);
    }
    const { checked, defaultChecked, value, defaultValue } = /** @type {HTMLInputElement} */ ($field);
    // Boxes without a value have one that is not their default.
    return $field.matches("[type=checkbox], [type=radio]")
      ? checked !== defaultChecked
      : value !== defaultValue;
  });
}

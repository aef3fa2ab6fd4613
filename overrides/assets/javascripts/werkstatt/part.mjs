// A part of the Werkstatt in a script of its own, loaded when somebody needs it.

/**
 * @import {WerkstattTool} from "./tool.mjs"
 */

const NOT_NOW = "Das geht gerade nicht. Versuchen Sie es später.";

/** @template T */
export class Part {
  #tool;
  #name;
  #load;
  /** @type {Promise<void>|null} */
  #loading = null;
  /** @type {T|null} */
  #part = null;

  /** @param {WerkstattTool} tool @param {string} name of the event that its script waits for @param {() => Promise<void>} load */
  constructor(tool, name, load) {
    this.#tool = tool;
    this.#name = name;
    this.#load = load;
  }

  /** @returns {T|null} the part, if it is there already */
  get loaded() {
    return this.#part;
  }

  /** @param {(part: T) => void} use @param {Element} [$near] where the page says so if it does not work */
  async use(use, $near = this.#tool.$root) {
    try {
      this.#loading ??= this.#load();
      await this.#loading;
    } catch {
      this.#loading = null;
      return this.#tool.tell(NOT_NOW, true, $near);
    }
    const take = (/** @type {T} */ part) => (this.#part = part);
    const detail = { tool: this.#tool, take };
    if (!this.#part) document.dispatchEvent(new CustomEvent(`werkstatt:${this.#name}`, { detail }));
    if (this.#part) use(this.#part);
  }
}

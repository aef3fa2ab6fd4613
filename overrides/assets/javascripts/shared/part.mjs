// A part of a tool in a script of its own, loaded when somebody needs it.

/** @typedef {(text: string, isError?: boolean, $near?: Element) => void} Tell */

/** Those for whom something did not come. @type {WeakSet<Tell>} */
const failed = new WeakSet();
const NOT_NOW = "Das geht gerade nicht. Laden Sie die Seite neu, wenn es so bleibt.";

/**
 * @param {Promise<void>} loading
 * @param {Tell} tell
 * @param {Element|null} [$near] where the page says so if it does not work; null: nowhere
 * @returns {Promise<boolean>} whether it worked
 */
export async function isThere(loading, tell, $near) {
  try {
    await loading;
    if (failed.delete(tell)) tell("", false, $near ?? undefined);
    return true;
  } catch {
    failed.add(tell);
    if ($near !== null) tell(NOT_NOW, true, $near);
    return false;
  }
}

/** @template T */
export class Part {
  #event;
  #load;
  #detail;
  #tell;
  /** @type {T|null} the part, if it is there already */
  loaded = null;

  /**
   * @param {string} event that its script waits for
   * @param {() => Promise<void>} load
   * @param {object} detail what its script is told
   * @param {Tell} tell
   */
  constructor(event, load, detail, tell) {
    this.#event = event;
    this.#load = load;
    this.#detail = detail;
    this.#tell = tell;
  }

  /** @param {(part: T) => void} use @param {Element|null} [$near] where the page says so if it does not work; null: nowhere */
  async use(use, $near) {
    if (!this.loaded && !(await isThere(this.#load(), this.#tell, $near))) return;
    // Asked for twice while it was coming, it is made once.
    if (!this.loaded) {
      const take = (/** @type {T} */ part) => (this.loaded = part);
      document.dispatchEvent(new CustomEvent(this.#event, { detail: { ...this.#detail, take } }));
    }
    if (this.loaded) use(this.loaded);
  }
}

import { FIRST_DAY, LAST_DAY, isDay, today } from "../shared/dates.mjs";
import { find, findAll } from "../shared/dom.mjs";
import { readQuestion } from "./questions.mjs";

/** @import {Answer, Check, Details, Question} from "../shared/types.mjs" */

/** @type {Record<string, string>} */
const KEY_VALUES = { v: "100", w: "weiss-nicht", n: "trifft-nicht-zu" };
const DETAILS = /** @type {const} */ (["name", "land", "art"]);

/** The form itself is the only place where answers live, so the browser can restore them on its own. */
export class Form {
  #stand;
  /** @type {Check["fragen"]} */
  #foreign = [];
  /** @type {Question[]} */
  #all;
  #datum;

  /** @param {HTMLFormElement} $form @param {string} stand the catalogue's date */
  constructor($form, stand) {
    this.$form = $form;
    this.$extra = find($form, "[data-zusatz]");
    this.$switch = find($form, "[data-zusatzschalter]", HTMLInputElement);
    this.#stand = stand;
    this.#all = findAll($form, ".frage").map(readQuestion);
    this.#datum = find($form, "[name=datum]", HTMLInputElement);
    Object.assign(this.#datum, { min: FIRST_DAY, max: LAST_DAY });
    this.#datum.value ||= today();
    $form.addEventListener("keydown", chooseByKey);
  }

  /** The questions asked: the leaflet's, and ours if they are switched on. */
  get questions() {
    return this.#all.filter(({ nr }) => nr || this.$switch.checked);
  }

  /** @returns {boolean} whether anybody has entered anything */
  get isTouched() {
    return this.questions.some(
      ({ id }) => this.answer(id) !== null || this.#control(`notiz-${id}`).value !== "",
    );
  }

  /** @returns {boolean} whether the date entered is one; if not, the answers are those of today */
  get hasDate() {
    return isDay(this.#datum.value);
  }

  /** @param {string} id @returns {Answer} */
  answer(id) {
    const { value } = this.#control(id);
    return /^\d+$/.test(value) ? Number(value) : /** @type {Answer} */ (value || null);
  }

  /** @returns {Check} */
  read() {
    const own = this.questions.map(({ id, nr, titel, frage }) => {
      return { id, nr, titel, frage, antwort: this.answer(id), notiz: this.#control(`notiz-${id}`).value };
    });
    const [name, land, art] = DETAILS.map((detail) => this.#control(detail).value);
    const datum = this.hasDate ? this.#datum.value : today();
    const details = /** @type {Details} */ ({ katalog_stand: this.#stand, name, datum, land, art });
    return { ...details, fragen: [...own, ...this.#foreign] };
  }

  /** Show a check. @param {Check} check @returns {string[]} questions this page does not have */
  write(check) {
    this.clear();
    for (const name of DETAILS) this.#control(name).value = check[name];
    this.#datum.value = check.datum;
    const known = new Map(this.#all.map((question) => [question.id, question]));
    for (const { id, antwort, notiz } of check.fragen.filter(({ id }) => known.has(id))) {
      this.#control(id).value = String(antwort ?? "");
      this.#control(`notiz-${id}`).value = notiz;
    }
    this.#foreign = check.fragen.filter(({ id }) => !known.has(id));
    this.showExtra(check.fragen.some(({ id }) => known.has(id) && !known.get(id)?.nr));
    return this.#foreign.map(({ id, titel }) => titel || id);
  }

  clear() {
    this.$form.reset();
    this.#datum.value = today();
    this.#foreign = [];
    this.showExtra(false);
  }

  /** @param {boolean} on */
  showExtra(on) {
    this.$switch.checked = on;
    this.$extra.hidden = !on;
  }

  /** A field, or the radio buttons of a question. @param {string} name */
  #control(name) {
    return /** @type {HTMLInputElement} */ (this.$form.elements.namedItem(name));
  }
}

/** @param {KeyboardEvent} event */
function chooseByKey({ target, key, ctrlKey, altKey, metaKey }) {
  if (!(target instanceof HTMLInputElement) || target.type !== "radio" || ctrlKey || altKey || metaKey)
    return;
  const value = /^\d$/.test(key) ? String(Number(key) * 10) : KEY_VALUES[key.toLowerCase()];
  const [$radio] =
    target.form && value ? findAll(target.form, `[name="${target.name}"][value="${value}"]`) : [];
  if (!$radio) return;
  $radio.focus();
  $radio.click();
}

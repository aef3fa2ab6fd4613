import { FIRST_DAY, LAST_DAY, isDay, today } from "../shared/dates.mjs";
import { find, findAll } from "../shared/dom.mjs";

/** @import {Answer, Check, Details, Draft, Gestellt, Options, GesicherteFrage} from "../shared/types.mjs" */

/** @type {Record<string, string>} */
const KEY_VALUES = { v: "100", w: "weiss-nicht", n: "trifft-nicht-zu" };
const DETAILS = /** @type {const} */ (["name", "land", "art"]);
const OPTIONAL = /** @type {const} */ (["groesse", "kommune"]);
// What stands beside the answer of a question, by the beginning of the field's name.
const BESIDE = ["notiz", "ziel", "wer", "bis"];

/** The fields of the form; nothing else holds answers. */
export class Form {
  #stand;
  /** @type {Check["fragen"]} */
  #foreign = [];
  /** @type {Gestellt[]} */
  #all;
  #radios;
  #clearing;
  #datum;

  /** @param {HTMLFormElement} $form @param {string} stand the catalogue's date */
  constructor($form, stand) {
    this.$form = $form;
    this.$extra = find($form, "[data-zusatz]");
    this.$switch = find($form, "[data-zusatzschalter]", HTMLInputElement);
    this.#stand = stand;
    const $fragen = findAll($form, ".frage");
    this.#all = $fragen.map(readGestellt);
    // Kept: a browser would look through the whole form for each answer.
    this.#radios = new Map($fragen.map(($frage) => [$frage.id, radiosIn($frage)]));
    this.#clearing = new Map(
      $fragen.map(($frage) => [$frage.id, find($frage, "[data-aktion=leeren]", HTMLButtonElement)]),
    );
    this.#datum = find($form, "[name=datum]", HTMLInputElement);
    Object.assign(this.#datum, { min: FIRST_DAY, max: LAST_DAY });
    this.#datum.defaultValue = today();
    $form.addEventListener("keydown", chooseByKey);
  }

  /** The questions asked: the leaflet's, and ours if they are switched on. */
  get fragen() {
    return this.#all.filter(({ nr }) => nr || this.$switch.checked);
  }

  /** So many of them have an answer. */
  get given() {
    return this.fragen.filter(({ id }) => this.answer(id) !== null).length;
  }

  /** @returns {boolean} whether anybody has entered anything */
  get isTouched() {
    return this.#all.some(
      ({ id }) =>
        this.answer(id) !== null || BESIDE.some((name) => this.#control(`${name}-${id}`).value !== ""),
    );
  }

  /** Where there is an answer, it can be taken back. */
  showClearing() {
    for (const { id } of this.fragen) {
      const $button = this.#clearing.get(id);
      const isOpen = this.answer(id) === null;
      if ($button && $button.hidden !== isOpen) $button.hidden = isOpen;
    }
  }

  /** @returns {boolean} whether the date entered is one; if not, the answers are those of today */
  get hasDate() {
    return isDay(this.#datum.value);
  }

  /** Say beside the field that its day is none; screen readers repeat what is written again. */
  showDate() {
    const $hint = find(this.$form, "[data-stelle=datum-hinweis]");
    const text = this.hasDate ? "" : "Das ist kein Tag von 1990 bis 2100. In Dateien steht der heutige.";
    if ($hint.textContent !== text) $hint.textContent = text;
    this.#datum.setAttribute("aria-invalid", String(!this.hasDate));
  }

  /** @param {string} id @returns {Answer} */
  answer(id) {
    const value = this.#radios.get(id)?.find(({ checked }) => checked)?.value ?? "";
    return /^\d+$/.test(value) ? Number(value) : /** @type {Answer} */ (value || null);
  }

  /** What can be chosen. @returns {Options} */
  get options() {
    const [land = [], art = [], groesse = []] = ["land", "art", "groesse"].map((name) =>
      [.../** @type {HTMLSelectElement} */ (this.$form.elements.namedItem(name)).options].map(
        ({ value }) => value,
      ),
    );
    return { land, art, groesse };
  }

  /** What a file holds: the questions that are asked, and a day of the calendar. @returns {Check} */
  read() {
    const { zusatz, ...details } = this.#details();
    if (!this.hasDate) details.datum = today();
    return {
      ...details,
      fragen: [...this.fragen.map((one) => this.#saved(one)), ...this.#foreign],
    };
  }

  /** All that is entered, as it stands there. @returns {Draft} */
  state() {
    return { ...this.#details(), fragen: [...this.#all.map((one) => this.#saved(one)), ...this.#foreign] };
  }

  /** Show a check. @param {Check & {zusatz?: boolean}} check @returns {string[]} questions this page does not have */
  write({ fragen, zusatz, ...details }) {
    const given = new Map(fragen.map((frage) => [frage.id, frage]));
    for (const name of /** @type {const} */ ([...DETAILS, ...OPTIONAL, "datum"]))
      this.#put(name, details[name] ?? "");
    const own = this.#all.map((frage) => ({ ...frage, ...given.get(frage.id), nr: frage.nr }));
    for (const frage of /** @type {Partial<GesicherteFrage>[]} */ (own)) {
      const { id, antwort, notiz = "", ziel, wer = "", bis_wann = "", zurueckgestellt } = frage;
      const values = {
        notiz,
        ziel: String(ziel ?? ""),
        wer,
        bis: bis_wann,
        beiseite: zurueckgestellt ? "ja" : "",
      };
      this.#put(`${id}`, String(antwort ?? ""));
      for (const [name, value] of Object.entries(values)) this.#put(`${name}-${id}`, value);
    }
    const known = new Set(this.#all.map(({ id }) => id));
    this.#foreign = fragen.filter(({ id }) => !known.has(id));
    this.showExtra(zusatz ?? this.#all.some(({ id, nr }) => !nr && given.has(id)));
    return this.#foreign.map(({ id, titel }) => titel || id);
  }

  clear() {
    this.$form.reset();
    this.#foreign = [];
    this.showExtra(false);
  }

  /** @param {boolean} on */
  showExtra(on) {
    this.$switch.checked = on;
    this.$extra.hidden = !on;
    for (const $way of findAll(this.$form, "[data-zusatzweg]")) $way.hidden = !on;
  }

  /** @returns {Details & {zusatz: boolean}} */
  #details() {
    const [name = "", land = "", art = ""] = DETAILS.map((detail) => this.#control(detail).value);
    const datum = this.#datum.value;
    const more = OPTIONAL.map((detail) => [detail, this.#control(detail).value]).filter(([, value]) => value);
    const optional = Object.fromEntries(more);
    return {
      katalog_stand: this.#stand,
      name,
      datum,
      land,
      art,
      ...optional,
      zusatz: this.$switch.checked,
    };
  }

  /** Take a question up or put it aside. @param {string} id @param {boolean} isAside */
  putAside(id, isAside) {
    this.#put(`beiseite-${id}`, isAside ? "ja" : "");
  }

  /** @param {string} id @param {string} value a step, or nothing */
  setGoal(id, value) {
    this.#put(`ziel-${id}`, value);
  }

  /** What nobody has said of a question is left out. @param {Gestellt} frage @returns {GesicherteFrage} */
  #saved({ id, nr, titel, frage }) {
    const [notiz = "", ziel, wer, bis, beiseite] = [...BESIDE, "beiseite"].map(
      (name) => this.#control(`${name}-${id}`).value,
    );
    return {
      id,
      nr,
      titel,
      frage,
      antwort: this.answer(id),
      notiz,
      ...(ziel && { ziel: Number(ziel) }),
      ...(wer && { wer }),
      ...(bis && { bis_wann: bis }),
      ...(beiseite && { zurueckgestellt: true }),
    };
  }

  /** Set a field only if it differs: somebody may be typing there. @param {string} name @param {string} value */
  #put(name, value) {
    const control = this.#control(name);
    if (control.value === value) return;
    control.value = value;
    // Without a value no radio button is chosen, but setting none takes no choice back.
    if (!value)
      for (const $radio of findAll(this.$form, `[name="${name}"]:checked`, HTMLInputElement))
        $radio.checked = false;
  }

  /** A field, or the radio buttons of a question. @param {string} name */
  #control(name) {
    return /** @type {HTMLInputElement} */ (this.$form.elements.namedItem(name));
  }
}

/** @param {HTMLElement} $fieldset @returns {Gestellt} */
function readGestellt($fieldset) {
  return {
    id: $fieldset.id,
    nr: Number($fieldset.dataset.nr) || null,
    titel: find($fieldset, ".frage__titel").textContent ?? "",
    frage: find($fieldset, ".frage__text").textContent ?? "",
  };
}

/** @param {HTMLElement} $frage */
function radiosIn($frage) {
  return findAll($frage, "[type=radio]", HTMLInputElement);
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

// The fields of the form: what stands in them, what of it is accepted, and all of it as one object.

import { find, findAll } from "../shared/dom.mjs";
import { FIRST_DAY, LAST_DAY } from "../shared/dates.mjs";
import { proposeForms } from "./grammar.mjs";
import { checkDay, checkLine, checkLines, linesOf } from "./input.mjs";

/**
 * @import {Article, Choices, Field, Forms, Selbsteinschaetzung, Selection, Word} from "../shared/types.mjs"
 */

export const WORDS = /** @type {const} */ (["kommune", "gremium", "antragsteller"]);

const CASES = /** @type {const} */ (["genitiv", "dativ", "akkusativ"]);
const OWN = "eigene";

export class Fields {
  #fields;
  #boxes;
  /** @type {Selbsteinschaetzung|null} */
  selbsteinschaetzung = null;

  /** @param {HTMLFormElement} $form */
  constructor($form) {
    this.$form = $form;
    this.#boxes = findAll($form, "[type=checkbox][name]", HTMLInputElement);
    this.#fields = /** @type {Field[]} */ (findAll($form, "[name]:not([type=checkbox])"));
    Object.assign(this.field("datum"), { min: FIRST_DAY, max: LAST_DAY });
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.$form.elements.namedItem(name));
  }

  /** @param {string} name */
  choice(name) {
    return /** @type {HTMLSelectElement} */ (this.$form.elements.namedItem(name));
  }

  /** @param {string} name @returns {boolean} whether people write the word themselves */
  isOwn(name) {
    return this.field(name).value === OWN;
  }

  /**
   * The text of a field, or nothing if it is refused; the reason then stands beside it.
   * @param {string} name
   * @param {typeof checkLine} check
   */
  text(name, check = checkLine) {
    const $field = this.field(name);
    const { text, problem } = check($field.value);
    const $problem = find(document, `#fehler-${name}`);
    $problem.textContent = problem;
    $problem.hidden = !problem;
    $field.setAttribute("aria-invalid", String(Boolean(problem)));
    return text;
  }

  /** @returns {Choices} */
  choices() {
    const [kommune, gremium, antragsteller] = WORDS.map((name) => this.#word(name));
    return {
      .../** @type {Record<typeof WORDS[number], Word>} */ ({ kommune, gremium, antragsteller }),
      name: this.text("name"),
      zusatz: this.text("zusatz"),
      datum: this.text("datum", checkDay),
      modules: new Set(this.#ticked()),
      auftraege: linesOf(this.text("auftraege", checkLines)),
      gruende: linesOf(this.text("gruende", checkLines)),
      selbsteinschaetzung: this.field("selbsteinschaetzung").checked ? this.selbsteinschaetzung : null,
    };
  }

  /** Everything entered. @returns {Selection} */
  read() {
    const filled = this.#fields.filter(($field) => $field.value);
    return {
      felder: Object.fromEntries(filled.map(($field) => [$field.name, $field.value])),
      module: this.#ticked(),
      kurzcheck: this.selbsteinschaetzung,
    };
  }

  /** @param {Selection} selection @returns {boolean} whether it fits this form; if not, nothing changes */
  write({ felder, module, kurzcheck }) {
    const known = new Set(this.#boxes.map(($box) => $box.value));
    const fits = Object.entries(felder).every(([name, value]) => this.#accepts(name, value));
    if (!fits || !module.every((id) => known.has(id))) return false;
    for (const $field of this.#fields)
      $field.value = felder[$field.name] ?? optionsOf($field)[0]?.value ?? "";
    for (const $box of this.#boxes) $box.checked = module.includes($box.value);
    this.selbsteinschaetzung = kurzcheck ?? this.selbsteinschaetzung;
    return true;
  }

  /** @param {string} module @param {boolean} checked */
  tickAll(module, checked) {
    for (const $part of this.#partsOf(module)) $part.checked = checked;
  }

  /** A box for all parts of a module shows what became of them. */
  showParents() {
    for (const $all of findAll(this.$form, "[data-alle]", HTMLInputElement)) {
      const $parts = this.#partsOf($all.dataset.alle ?? "");
      $all.checked = $parts.every(($part) => $part.checked);
      $all.indeterminate = !$all.checked && $parts.some(($part) => $part.checked);
    }
  }

  /** Propose the cases of a word that people write themselves. @param {string} word */
  proposeCases(word) {
    const forms = proposeForms(
      this.field(`${word}-artikel`).value,
      this.field(`${word}-nominativ`).value.trim(),
    );
    for (const grammaticalCase of CASES)
      this.field(`${word}-${grammaticalCase}`).value = forms[grammaticalCase];
  }

  /** @param {string} name @returns {Word} */
  #word(name) {
    const { value, options, selectedOptions } = this.choice(name);
    if (value !== OWN) return { forms: formsOf(selectedOptions[0]), chosen: value !== "" };
    const noun = this.text(`${name}-nominativ`);
    if (!noun) return { forms: formsOf(options[0]), chosen: false };
    const [genitiv = noun, dativ = noun, akkusativ = noun] = CASES.map(
      (key) => this.text(`${name}-${key}`) || noun,
    );
    const artikel = /** @type {Article} */ (this.field(`${name}-artikel`).value);
    return { forms: { artikel, nominativ: noun, genitiv, dativ, akkusativ }, chosen: true };
  }

  #ticked() {
    return this.#boxes.filter(($box) => $box.checked).map(($box) => $box.value);
  }

  /** @param {string} module */
  #partsOf(module) {
    return this.#boxes.filter(($box) => $box.value.startsWith(`${module}/`));
  }

  /** @param {string} name @param {string} value */
  #accepts(name, value) {
    const $field = this.#fields.find((candidate) => candidate.name === name);
    if (!$field) return false;
    const options = optionsOf($field);
    return !options.length || options.some((option) => option.value === value);
  }
}

/** @param {Field} $field */
function optionsOf($field) {
  return $field instanceof HTMLSelectElement ? [...$field.options] : [];
}

/** An option carries its word in all cases. @param {HTMLOptionElement} [$option] */
function formsOf($option) {
  return /** @type {Forms} */ (/** @type {unknown} */ ($option?.dataset));
}

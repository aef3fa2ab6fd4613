// The fields of the form: what stands in them, what of it is accepted, and all of it as one object.

import { find, findAll } from "../shared/dom.mjs";
import { FIRST_DAY, LAST_DAY } from "../shared/dates.mjs";
import { checkDay, checkLine, checkLines, linesOf, requestsOf } from "./input.mjs";
import {
  formsOf,
  isCase,
  isUsed,
  labelOf,
  optionFor,
  optionsOf,
  proposalFor,
  put,
  CASES,
  WORDS,
} from "./choices.mjs";

/**
 * @import {Article, Choices, Field, Ort, Selbsteinschaetzung, Selection, Word} from "../shared/types.mjs"
 */

const OWN = "eigene";

export class Fields {
  #fields;
  #boxes;
  /** Fields of articles and cases that people have written themselves. @type {Set<string>} */
  #corrected = new Set();
  #isSettled = true;
  /** @type {Selbsteinschaetzung|null} */
  selbsteinschaetzung = null;

  /** @param {HTMLFormElement} $form */
  constructor($form) {
    this.$form = $form;
    this.#boxes = findAll($form, "[type=checkbox][name]", HTMLInputElement);
    this.#fields = /** @type {Field[]} */ (findAll($form, "[name]:not([type=checkbox])"));
    for (const $day of findAll($form, "[type=date]")) Object.assign($day, { min: FIRST_DAY, max: LAST_DAY });
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
    // Screen readers repeat what is written again.
    if ($problem.textContent !== problem) $problem.textContent = problem;
    $field.setAttribute("aria-invalid", String(Boolean(problem)));
    return text;
  }

  /** What the document lacks because the texts are refused. @returns {string[]} names of fields */
  refused() {
    return this.#fields
      .filter(($field) => $field.getAttribute("aria-invalid") === "true" && !$field.closest("[hidden]"))
      .map(($field) => labelOf($field));
  }

  /** @returns {Choices} */
  choices() {
    const [kommune, gremium, antragsteller] = WORDS.map((name) => this.#word(name));
    const lines = (/** @type {string} */ field) => linesOf(this.text(field, checkLines));
    return {
      .../** @type {Record<typeof WORDS[number], Word>} */ ({ kommune, gremium, antragsteller }),
      rolle: this.choice("antragsteller").selectedOptions[0]?.dataset.rolle ?? "",
      form: this.field("form").value,
      ort: this.#ort(),
      name: this.text("name"),
      zusatz: this.text("zusatz"),
      betreff: this.text("betreff"),
      datum: this.text("datum", checkDay),
      sitzung: this.text("sitzung", checkDay),
      bericht: this.text("bericht", checkDay),
      modules: new Set(this.#ticked()),
      fristen: this.#fristen(),
      auftraege: requestsOf(this.text("auftraege", checkLines)),
      gruende: lines("gruende"),
      finanzen: lines("finanzen"),
      beratungsfolge: lines("beratungsfolge"),
      anlagen: lines("anlagen"),
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

  /** Fields of cases that people have written themselves. */
  get corrected() {
    return [...this.#corrected];
  }

  /**
   * @param {Selection} selection
   * @param {string[]} [corrected] fields of cases that people have written themselves, if that is known
   * @returns {string[]} what this form does not have
   */
  write({ felder, module, kurzcheck }, corrected) {
    const unknown = Object.entries(felder).filter(([name, value]) => !this.#accepts(name, value));
    const boxes = new Set(this.#boxes.map(($box) => $box.value));
    const others = Object.fromEntries(unknown);
    for (const $field of this.#fields) {
      const value = ($field.name in others ? "" : felder[$field.name]) ?? "";
      put($field, optionFor($field, value)?.value ?? (value || (optionsOf($field)[0]?.value ?? "")));
    }
    for (const $box of this.#boxes) $box.checked = module.includes($box.value);
    this.selbsteinschaetzung = kurzcheck;
    this.#corrected = new Set(corrected);
    this.#isSettled = Boolean(corrected);
    return [...unknown.map(([name, value]) => value || name), ...module.filter((id) => !boxes.has(id))];
  }

  /** What a Kurz-Check says of its place; only what can be chosen here. @param {Ort} ort */
  writeOrt({ land, art, groesse, name }) {
    for (const [key, value] of Object.entries({ land, groesse, name }))
      if (value && this.#accepts(key, value)) put(this.field(key), value);
    const own = this.choice("land").selectedOptions[0]?.dataset.kreis ?? "";
    const kind = art.replace(/^kreisfreie /, "");
    const alike = [...this.choice("kommune").options].filter(({ dataset }) => dataset.vergleich === kind);
    const $option = alike.find(({ value }) => value === own) ?? alike.find(({ text }) => text === kind);
    if ($option) put(this.choice("kommune"), $option.value);
  }

  /** As the page was sent. */
  clear() {
    this.$form.reset();
    this.selbsteinschaetzung = null;
    this.#corrected.clear();
    this.#isSettled = true;
  }

  /** Tick these boxes and no other. @param {string[]} modules */
  tickOnly(modules) {
    for (const $box of this.#boxes) $box.checked = modules.includes($box.value);
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

  /** Find out what was written by hand in a form that came without saying it. */
  settle() {
    if (!this.#isSettled) this.#corrected = new Set(WORDS.flatMap((word) => this.#differing(word)));
    this.#isSettled = true;
  }

  /**
   * Propose article and cases of a word that people write themselves; what is written by hand stays.
   * @param {string} name of the field just changed
   */
  follow(name) {
    const [word = "", part = ""] = name.split("-");
    if (part === "artikel" || isCase(part)) {
      if (this.field(name).value) this.#corrected.add(name);
      else this.#corrected.delete(name);
    }
    if (part !== "artikel" && part !== "nominativ") return;
    const { article } = this.proposed(word);
    if (article && !this.#corrected.has(`${word}-artikel`)) this.field(`${word}-artikel`).value = article;
    const { forms } = this.proposed(word);
    for (const key of CASES) {
      if (!this.#corrected.has(`${word}-${key}`)) this.field(`${word}-${key}`).value = forms[key];
    }
  }

  /** The forms we would propose for a word that people write themselves. @param {string} word */
  proposed(word) {
    const article = /** @type {Article} */ (this.field(`${word}-artikel`).value);
    return proposalFor(article, this.field(`${word}-nominativ`).value);
  }

  /** Whether the cases of a word that people write themselves need no second look. @param {string} word */
  isSure(word) {
    if (!this.isOwn(word) || !this.field(`${word}-nominativ`).value.trim()) return true;
    const { forms, article } = this.proposed(word);
    const isArticleKnown = article || this.#corrected.has(`${word}-artikel`);
    const isWritten = CASES.every((key) => this.#corrected.has(`${word}-${key}`));
    return isWritten || Boolean(forms.sicher && isArticleKnown);
  }

  /** @param {string} word @returns {string[]} fields that are not as we would propose them */
  #differing(word) {
    const { forms, article } = this.proposed(word);
    const fields = CASES.filter((key) => {
      const { value } = this.field(`${word}-${key}`);
      return value && value !== forms[key];
    });
    const isArticleOwn = article && article !== forms.artikel;
    return [...(isArticleOwn ? ["artikel"] : []), ...fields].map((key) => `${word}-${key}`);
  }

  /** @param {string} name @returns {Word} */
  #word(name) {
    const { value, options, selectedOptions } = this.choice(name);
    if (value !== OWN) return { forms: formsOf(selectedOptions[0]), kind: value, chosen: value !== "" };
    if (!this.text(`${name}-nominativ`)) return { forms: formsOf(options[0]), kind: "", chosen: false };
    const noun = this.proposed(name).forms.nominativ;
    const [genitiv = noun, dativ = noun, akkusativ = noun] = CASES.map(
      (key) => this.text(`${name}-${key}`) || noun,
    );
    const artikel = /** @type {Article} */ (this.field(`${name}-artikel`).value);
    return { forms: { artikel, nominativ: noun, genitiv, dativ, akkusativ }, kind: "", chosen: true };
  }

  /** The place as examples are compared with it. */
  #ort() {
    const art = this.choice("kommune").selectedOptions[0]?.dataset.vergleich ?? "";
    return { land: this.field("land").value, art, groesse: this.field("groesse").value };
  }

  /** The days until which requests are to be done. @returns {Map<string, string>} by module */
  #fristen() {
    const days = this.#boxes
      .filter(($box) => $box.dataset.frist)
      .map(($box) => /** @type {const} */ ([$box.value, this.text($box.dataset.frist ?? "", checkDay)]));
    return new Map(days.filter(([, day]) => day));
  }

  /** Folded parts open where somebody has chosen or written something. */
  openUsed() {
    for (const $part of findAll(this.$form, "details", HTMLDetailsElement)) {
      const $used = findAll($part, "[name], [data-frist]").find(($field) =>
        isUsed(/** @type {Field} */ ($field)),
      );
      if ($used) $part.open = true;
    }
  }

  /** A day can be set where the request is chosen. */
  showFristen() {
    for (const $box of this.#boxes.filter(({ dataset }) => dataset.frist))
      find(this.$form, `[data-frist-zu="${$box.dataset.frist}"]`).hidden = !$box.checked;
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
    return !optionsOf($field).length || optionFor($field, value) !== undefined;
  }
}

// Form → example, and back.

import { findAll } from "../shared/dom.mjs";
import { showProblem } from "./fields.mjs";
import { tidy } from "./rules.mjs";

/**
 * @import {Entered, Beispiel, BeispielPart, Field} from "../shared/types.mjs"
 * @import {Groups} from "./groups.mjs"
 */

const KOMMUNE = ["name", "land", "art"];
const TEXTS = ["kurz", "uebertragbar", "nicht_uebertragbar", "laeuft", "kosten", "personal", "lehre"];
const BELEG = ["titel", "herausgeber", "url", "stand", "belegt"];

/** Reads and fills the form: all that is entered, as one object. */
export class BeispielFields {
  /** @param {HTMLFormElement} $form @param {Record<string, Groups>} groups repeated parts by name */
  constructor($form, groups) {
    this.$form = $form;
    this.groups = groups;
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.$form.elements.namedItem(name));
  }

  /** @param {string} name */
  value(name) {
    return tidy(this.field(name).value);
  }

  /**
   * The example in the order of the catalogue; what is empty is left out.
   * @param {Beispiel|null} original
   * @returns {Beispiel}
   */
  read(original) {
    const seit = this.value("seit");
    /** @type {Beispiel} */
    const beispiel = {
      id: this.value("id"),
      titel: this.value("titel"),
      kommunen: this.#records("kommunen", KOMMUNE).map((one) => withRest(one, KOMMUNE, original?.kommunen)),
      seit: seit ? Number(seit) : "",
      ...this.#values(TEXTS),
      empfehlungen: this.#checked("empfehlungen"),
      erfolgsfaktoren: this.#checked("erfolgsfaktoren"),
      fragen: this.#checked("fragen"),
      belege: this.#records("belege", BELEG).map((one) => withRest(one, ["url"], original?.belege)),
      sicherheit: this.value("sicherheit"),
    };
    // What the form does not ask for stays as the editors wrote it.
    for (const [name, value] of Object.entries(original ?? {})) beispiel[name] ??= value;
    const isEmpty = (/** @type {Beispiel[string]} */ value) =>
      (typeof value === "string" || Array.isArray(value)) && value.length === 0;
    return Object.fromEntries(Object.entries(beispiel).filter(([, value]) => !isEmpty(value)));
  }

  /** @param {Beispiel} beispiel */
  write(beispiel) {
    for (const [name, groups] of Object.entries(this.groups)) {
      const records = beispiel[name];
      groups.resize(Array.isArray(records) ? records.length : 1);
    }
    for (const $field of /** @type {Field[]} */ (findAll(this.$form, "[name]"))) {
      const value = valueAt(beispiel, $field.name);
      if ($field instanceof HTMLInputElement && $field.type === "checkbox")
        $field.checked = (value ?? []).includes($field.value);
      else {
        $field.value = value ?? "";
        showProblem($field, "");
      }
    }
  }

  /** All that is entered, as it stands there. @returns {Entered} */
  state() {
    const counts = Object.entries(this.groups).map(([name, groups]) => [name, groups.all().length]);
    const $boxes = findAll(this.$form, "[type=checkbox][name]:checked", HTMLInputElement);
    return {
      gruppen: Object.fromEntries(counts),
      felder: Object.fromEntries(this.#texts().map(({ name, value }) => [name, value])),
      haken: $boxes.map(nameOfBox),
    };
  }

  /** @param {Entered} state */
  put({ gruppen, felder, haken }) {
    for (const [name, groups] of Object.entries(this.groups)) groups.resize(gruppen[name] ?? 1);
    for (const $field of this.#texts()) {
      const value = felder[$field.name] ?? "";
      if ($field.value !== value) $field.value = value;
      showProblem($field, "");
    }
    for (const $box of findAll(this.$form, "[type=checkbox][name]", HTMLInputElement))
      $box.checked = haken.includes(nameOfBox($box));
  }

  #texts() {
    return /** @type {Field[]} */ (findAll(this.$form, "[name]:not([type=checkbox])"));
  }

  /** @param {string} group @param {string[]} keys */
  #records(group, keys) {
    const count = this.groups[group]?.all().length ?? 0;
    return Array.from({ length: count }, (_, index) => this.#values(keys, `${group}.${index}.`));
  }

  /** @param {string[]} keys @param {string} before what stands before each of them in the name of a field */
  #values(keys, before = "") {
    return Object.fromEntries(keys.map((key) => [key, this.value(before + key)]));
  }

  /** @param {string} name */
  #checked(name) {
    return findAll(this.$form, `[name="${name}"]:checked`, HTMLInputElement).map(($box) => $box.value);
  }
}

/** @param {HTMLInputElement} $box */
function nameOfBox({ name, value }) {
  return `${name}/${value}`;
}

/**
 * A municipality or a proof with what else is known of it, as long as it is the same one.
 * @param {Record<string, string>} part
 * @param {string[]} keys what makes it the same
 * @param {Beispiel[string]} [parts] those of the original
 * @returns {BeispielPart}
 */
function withRest(part, keys, parts) {
  const known = /** @type {BeispielPart[]} */ (parts ?? []);
  return { ...known.find((one) => keys.every((key) => one[key] === part[key])), ...part };
}

/** The value an example has for a field called `belege.0.titel`. @param {any} beispiel @param {string} name */
function valueAt(beispiel, name) {
  return name.split(".").reduce((value, key) => value?.[key], beispiel);
}

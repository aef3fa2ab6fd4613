// The choices that the page offers: options, boxes, questions.

import { findAll } from "../shared/dom.mjs";

/** @import {Article, Field, Forms, Phrase, Word} from "../shared/types.mjs" */

export const WORDS = /** @type {const} */ (["kommune", "gremium", "antragsteller"]);
export const CASES = /** @type {const} */ (["genitiv", "dativ", "akkusativ"]);

/**
 * Ask the script that composes the text; until it is there, the noun stays as it is typed.
 * @param {Article} artikel
 * @param {string} text
 */
export function proposalFor(artikel, text) {
  const noun = text.trim();
  /** @type {{forms: Phrase, article?: Article}} */
  let proposal = {
    forms: { artikel, nominativ: noun, genitiv: noun, dativ: noun, akkusativ: noun, sicher: false },
  };
  const take = (/** @type {Phrase} */ forms, /** @type {Article|undefined} */ article) => {
    proposal = { forms, article };
  };
  document.dispatchEvent(new CustomEvent("beugen", { detail: { artikel, text, take } }));
  return proposal;
}

/** @param {string} part */
export function isCase(part) {
  return /** @type {readonly string[]} */ (CASES).includes(part);
}

/** @param {Field} $field */
export function isUsed($field) {
  return $field instanceof HTMLInputElement && $field.type === "checkbox"
    ? $field.checked && !$field.defaultChecked
    : $field.value !== "";
}

/** Somebody may be typing there. @param {Field} $field @param {string} value */
export function put($field, value) {
  if ($field.value !== value) $field.value = value;
}

/** @param {Field} $field */
export function labelOf($field) {
  return $field.labels?.[0]?.textContent ?? "";
}

/** @param {Field} $field */
export function optionsOf($field) {
  return $field instanceof HTMLSelectElement ? [...$field.options] : [];
}

/** Links keep the ids that words had before. @param {Field} $field @param {string} value */
export function optionFor($field, value) {
  return optionsOf($field).find(
    (option) => option.value === value || option.dataset.frueher?.split(" ").includes(value),
  );
}

/** An option carries its word in all cases. @param {HTMLOptionElement} [$option] */
export function formsOf($option) {
  return /** @type {Forms} */ (/** @type {unknown} */ ($option?.dataset));
}

/** The questions of the Kurz-Check that the page knows. @param {HTMLElement} $list */
export function readFragen($list) {
  return new Map(
    findAll($list, "[data-frage]").map(({ dataset: { frage = "", nr = "" }, textContent }) => [
      frage,
      { nr, titel: textContent ?? "" },
    ]),
  );
}

/** @param {Word} word */
export function needsName({ forms, chosen }) {
  return chosen && forms.nominativ.includes("{name}");
}

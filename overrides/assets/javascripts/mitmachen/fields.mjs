// The fields of the form: what each may hold, and what is said when it does not.

import { find, make } from "../shared/dom.mjs";
import { characterProblem, lengthProblem, problemWith, tidy } from "./rules.mjs";

/**
 * @import {Field, FieldRules} from "../shared/types.mjs"
 * @typedef {{$field: Field, message: string}} Problem
 */

/** @param {EventTarget|null} target @returns {Field|null} a field with rules */
export function checkedField(target) {
  return target instanceof HTMLElement && target.dataset.regeln ? /** @type {Field} */ (target) : null;
}

/** Why a field is refused; empty if it is fine. @param {Field} $field */
export function ruleProblem($field) {
  return typingProblem($field) || problemWith(tidy($field.value), rulesOf($field), $field.dataset.falsch);
}

/** Why a field cannot become right by typing on. @param {Field} $field */
export function typingProblem($field) {
  const refused = JSON.parse($field.form?.dataset.zeichen ?? "[]");
  return characterProblem($field.value, refused) || lengthProblem(tidy($field.value), rulesOf($field));
}

/** @param {Field} $field @param {string} message */
export function showProblem($field, message) {
  const $message = find(document, `#${CSS.escape(`${$field.id}-fehler`)}`);
  setText($message, message);
  $message.hidden = message === "";
  if (message) $field.setAttribute("aria-invalid", "true");
  else $field.removeAttribute("aria-invalid");
}

/** A line of the summary that leads to its field. @param {Problem} problem */
export function summaryItem({ $field, message }) {
  const group = $field.closest("[data-gruppe]")?.querySelector("legend")?.textContent ?? "";
  const $link = make("a", { href: `#${$field.id}` }, `${group} ${$field.dataset.name}: ${message}`.trim());
  $link.addEventListener("click", (event) => {
    event.preventDefault();
    $field.closest("details")?.setAttribute("open", "");
    $field.focus();
  });
  return make("li", {}, $link);
}

/**
 * Screen readers repeat a live text that is written again, so change it only if it differs.
 * @param {Element} $element
 * @param {string} text
 */
export function setText($element, text) {
  if ($element.textContent !== text) $element.textContent = text;
}

/** @param {Field} $field @returns {FieldRules} */
function rulesOf($field) {
  return JSON.parse($field.dataset.regeln ?? "{}");
}

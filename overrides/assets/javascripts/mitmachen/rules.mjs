import { withoutDirections } from "../shared/letters.mjs";
import { idFrom, isReserved } from "../shared/names.mjs";

/** @import {FieldRules} from "../shared/types.mjs" */

const MOST_WORDS = 5;
const LINE_BREAKS = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;
// The characters that the catalogue refuses wherever they stand.
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e00ff}]/gu;

/**
 * Put a text on one line and drop what no file may contain.
 * @param {string} text
 * @returns {string}
 */
export function tidy(text) {
  return withoutDirections(text.replace(LINE_BREAKS, " ").replace(UNPRINTABLE, "")).trim();
}

/**
 * Say why a value is refused; empty if it is fine.
 * @param {string} value
 * @param {FieldRules} rules
 * @param {string} patternHint what to say if the pattern does not match
 * @returns {string}
 */
export function problemWith(value, rules, patternHint = "") {
  const { required, minimum, maximum = Infinity, pattern } = rules;
  if (value === "") return required ? "Diese Angabe fehlt noch." : "";
  if (minimum !== undefined) return numberProblem(value, minimum, maximum);
  return lengthProblem(value, rules) || (new RegExp(pattern ?? "", "u").test(value) ? "" : patternHint);
}

/**
 * Say that a text is too long; empty if it is not.
 * @param {string} value
 * @param {FieldRules} rules
 * @returns {string}
 */
export function lengthProblem(value, { maxLength = Infinity }) {
  const { length } = [...value];
  return length > maxLength
    ? `Der Text hat ${length} Zeichen, höchstens ${maxLength} sind möglich. Kürzen Sie ihn.`
    : "";
}

/**
 * Say what the catalogue refuses wherever it stands; empty if there is nothing.
 * @param {string} text as it was typed: of damaged characters, a tidy text has lost one half
 * @param {[pattern: string, said: string][]} refused
 * @returns {string}
 */
export function characterProblem(text, refused) {
  for (const [pattern, said] of refused) {
    const found = new RegExp(pattern, "u").exec(text);
    if (found) return `„${found[0]}“ ${said}`;
  }
  return "";
}

/**
 * Suggest an id that is still free and that every system can take.
 * @param {string} place
 * @param {string} title
 * @param {Set<string>} taken
 * @returns {string}
 */
export function suggestId(place, title, taken) {
  const id = idFrom(tidy(`${place} ${title}`), MOST_WORDS);
  let free = id;
  for (let number = 2; taken.has(free) || isReserved(free); number += 1) free = `${id}-${number}`;
  return free;
}

/** @param {string} value @param {number} minimum @param {number} maximum */
function numberProblem(value, minimum, maximum) {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  return number >= minimum && number <= maximum
    ? ""
    : `Schreiben Sie eine Zahl von ${minimum} bis ${maximum}, sonst nichts.`;
}

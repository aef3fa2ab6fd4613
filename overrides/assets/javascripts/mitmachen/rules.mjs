/**
 * The limits of a field, as the model of the catalogue states them.
 * @typedef {object} Rules
 * @property {boolean} required
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {number} [minimum]
 * @property {number} [maximum]
 */

const LINE_BREAKS = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufeff\ufffe\uffff]/gu;
const LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * Put a text on one line and drop what no file may contain.
 * @param {string} text
 * @returns {string}
 */
export function tidy(text) {
  return text.replace(LINE_BREAKS, " ").replace(UNPRINTABLE, "").trim();
}

/**
 * Say why a value is refused; empty if it is fine.
 * @param {string} value
 * @param {Rules} rules
 * @param {string} patternHint what to say if the pattern does not match
 * @returns {string}
 */
export function problemWith(value, rules, patternHint = "") {
  if (value === "") {
    return rules.required ? "Diese Angabe fehlt noch." : "";
  }
  if (rules.minimum !== undefined) {
    return numberProblem(value, rules);
  }
  return lengthProblem(value, rules) || patternProblem(value, rules, patternHint);
}

/**
 * Say that a text is too long; empty if it is not.
 * @param {string} value
 * @param {Rules} rules
 * @returns {string}
 */
export function lengthProblem(value, rules) {
  const length = [...value].length;
  return length > rules.maxLength
    ? `Der Text hat ${length} Zeichen, höchstens ${rules.maxLength} sind möglich. Kürzen Sie ihn.`
    : "";
}

/**
 * Suggest an id that is still free.
 * @param {string} place
 * @param {string} title
 * @param {Set<string>} taken
 * @returns {string}
 */
export function suggestId(place, title, taken) {
  const words = tidy(`${place} ${title}`)
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const id = words.slice(0, 5).join("-").slice(0, 60).replace(/-$/, "");
  let number = 2;
  let free = id;
  while (taken.has(free)) {
    free = `${id}-${number}`;
    number += 1;
  }
  return free;
}

function numberProblem(value, { minimum, maximum }) {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  return number >= minimum && number <= maximum
    ? ""
    : `Schreiben Sie eine Zahl von ${minimum} bis ${maximum}, sonst nichts.`;
}

function patternProblem(value, { pattern }, hint) {
  return pattern && !new RegExp(pattern, "u").test(value) ? hint : "";
}

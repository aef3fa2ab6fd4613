// German articles, cases and blanks. No DOM.

/** @import {Article, Forms, Words} from "../shared/types.mjs" */

const CASE_NAMES = /** @type {const} */ (["nominativ", "genitiv", "dativ", "akkusativ"]);
/** @type {Record<Article, string[]>} */
const ARTICLES = {
  der: ["der", "des", "dem", "den"],
  die: ["die", "der", "der", "die"],
  das: ["das", "des", "dem", "das"],
  plural: ["die", "der", "den", "die"],
};

/**
 * Return a noun with its article in every case, with “in” and with the verb that agrees.
 * @param {Forms} forms with the name in them
 * @param {boolean} neutral whether this stands for a choice not made: then in square brackets
 * @returns {Record<string, string>}
 */
export function phrase(forms, neutral) {
  const cases = CASE_NAMES.map((key, index) => [key, `${ARTICLES[forms.artikel][index]} ${forms[key]}`]);
  const dativ = `${ARTICLES[forms.artikel][2]} ${forms.dativ}`;
  const words = [...cases, ["in", dativ.startsWith("dem ") ? `im ${forms.dativ}` : `in ${dativ}`]];
  const bracketed = words.map(([key, word]) => [key, neutral ? `[${word}]` : word]);
  return { ...Object.fromEntries(bracketed), bittet: forms.artikel === "plural" ? "bitten" : "bittet" };
}

/**
 * Fill the blanks of a pattern in one pass; a capital letter in the blank capitalises the text.
 * @param {string} pattern
 * @param {Words} words
 * @returns {string}
 */
export function fillBlanks(pattern, words) {
  return pattern.replace(/\{([A-Za-z]\w*)(?:\.(\w+))?\}/g, (_, key, form) => {
    const value = words[key.toLowerCase()] ?? "";
    const text = (typeof value === "string" ? value : value[form]) ?? "";
    return /^[A-Z]/.test(key) ? text.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : text;
  });
}

/**
 * Name the numbers of consecutive requests: „Nummer 4“, „Nummer 4 und 5“, „Nummer 4 bis 6“.
 * @param {number[]} numbers
 * @returns {string}
 */
export function numbersInWords(numbers) {
  const [first, ...others] = numbers;
  if (!others.length) return `Nummer ${first}`;
  return `Nummer ${first} ${others.length === 1 ? "und" : "bis"} ${others.at(-1)}`;
}

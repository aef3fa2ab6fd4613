// German articles, cases and blanks. No DOM.

const CASE_NAMES = ["nominativ", "genitiv", "dativ", "akkusativ"];
const ARTICLES = {
  der: ["der", "des", "dem", "den"],
  die: ["die", "der", "der", "die"],
  das: ["das", "des", "dem", "das"],
  plural: ["die", "der", "den", "die"],
};

/**
 * A noun in its four cases, without article. „{name}“ stands for a proper name.
 * @typedef {{artikel: string, nominativ: string, genitiv: string, dativ: string, akkusativ: string}} Forms
 */

/**
 * Return a noun with its article in every case, with “in” and with the verb that agrees.
 * @param {Forms} forms
 * @param {string} name
 * @param {boolean} neutral whether this stands for a choice not made: then in square brackets
 * @returns {Record<string, string>}
 */
export function phrase(forms, name, neutral) {
  const words = {};
  CASE_NAMES.forEach((key, index) => (words[key] = `${ARTICLES[forms.artikel][index]} ${forms[key]}`));
  words.in = words.dativ.startsWith("dem ") ? `im ${forms.dativ}` : `in ${words.dativ}`;
  for (const key of Object.keys(words)) {
    const named = words[key].replaceAll("{name}", () => name).trim();
    words[key] = neutral ? `[${named}]` : named;
  }
  return { ...words, bittet: forms.artikel === "plural" ? "bitten" : "bittet" };
}

/**
 * Fill the blanks of a pattern in one pass; a capital letter in the blank capitalises the text.
 * @param {string} pattern
 * @param {Record<string, string|Record<string, string>>} words
 * @returns {string}
 */
export function fillBlanks(pattern, words) {
  return pattern.replace(/\{([A-Za-z]\w*)(?:\.(\w+))?\}/g, (_, key, form) => {
    const value = words[key.toLowerCase()];
    const text = form ? value[form] : value;
    return /^[A-Z]/.test(key) ? text.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : text;
  });
}

/**
 * Propose the cases of a noun that people enter themselves. They can correct every form.
 * @param {string} article
 * @param {string} noun without article
 * @returns {{genitiv: string, dativ: string, akkusativ: string}}
 */
export function proposeForms(article, noun) {
  const ending = /^\S*(?:[sßxz]|sch)(?!\S)/.test(noun) ? "es" : "s";
  const strong = article === "der" || article === "das";
  return { genitiv: strong ? noun.replace(/^\S+/, `$&${ending}`) : noun, dativ: noun, akkusativ: noun };
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

/**
 * Write a date such as „21. November 2026“; empty if there is no such day.
 * @param {string} iso
 * @returns {string}
 */
export function dateInWords(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  // A thirtieth of February becomes a day in March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return "";
  return date.toLocaleDateString("de-DE", { dateStyle: "long", timeZone: "UTC" });
}

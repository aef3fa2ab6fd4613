// German articles, cases and blanks. No DOM.

const ARTICLES = {
  der: { nominativ: "der", genitiv: "des", dativ: "dem", akkusativ: "den" },
  die: { nominativ: "die", genitiv: "der", dativ: "der", akkusativ: "die" },
  das: { nominativ: "das", genitiv: "des", dativ: "dem", akkusativ: "das" },
  plural: { nominativ: "die", genitiv: "der", dativ: "den", akkusativ: "die" },
};

const MONTHS = [
  "Januar", "Februar", "März", "April", "Mai", "Juni",
  "Juli", "August", "September", "Oktober", "November", "Dezember",
];

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
  const article = ARTICLES[forms.artikel];
  const words = {};
  for (const [grammaticalCase, form] of Object.entries(article)) {
    words[grammaticalCase] = `${form} ${forms[grammaticalCase]}`;
  }
  words.in = article.dativ === "dem" ? `im ${forms.dativ}` : `in ${words.dativ}`;
  for (const [key, text] of Object.entries(words)) {
    const named = text.replaceAll("{name}", () => name);
    words[key] = neutral ? `[${named}]` : named;
  }
  words.bittet = forms.artikel === "plural" ? "bitten" : "bittet";
  return words;
}

/**
 * Fill the blanks of a pattern in one pass; a capital letter in the blank capitalises the text.
 * @param {string} pattern
 * @param {Record<string, string|Record<string, string>>} words
 * @returns {string}
 */
export function fillBlanks(pattern, words) {
  return pattern.replace(/\{(\w+)(?:\.(\w+))?\}/g, (_, key, grammaticalCase) => {
    const value = words[key.toLowerCase()];
    const text = grammaticalCase ? value[grammaticalCase] : value;
    return key[0] === key[0].toLowerCase() ? text : capitalise(text);
  });
}

/**
 * Propose the cases of a noun that people enter themselves. They can correct every form.
 * @param {string} article
 * @param {string} noun without article
 * @returns {{genitiv: string, dativ: string, akkusativ: string}}
 */
export function proposeForms(article, noun) {
  const strong = article === "der" || article === "das";
  const [head, ...rest] = noun.split(" ");
  const ending = /(?:[sßxz]|sch)$/.test(head) ? "es" : "s";
  const genitive = strong && head ? [head + ending, ...rest].join(" ") : noun;
  return { genitiv: genitive, dativ: noun, akkusativ: noun };
}

/**
 * Name the numbers of consecutive requests: „Nummer 4“, „Nummer 4 und 5“, „Nummer 4 bis 6“.
 * @param {number[]} numbers
 * @returns {string}
 */
export function numbersInWords(numbers) {
  if (numbers.length < 2) return numbers.length ? `Nummer ${numbers[0]}` : "";
  return `Nummer ${numbers[0]} ${numbers.length === 2 ? "und" : "bis"} ${numbers.at(-1)}`;
}

/**
 * Write a date such as „21. November 2026“; empty if there is no such day.
 * @param {string} iso
 * @returns {string}
 */
export function dateInWords(iso) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const date = new Date(`${iso}T00:00:00Z`);
  if (!year || Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return "";
  return `${Number(day)}. ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

function capitalise(text) {
  const start = text.startsWith("[") ? 1 : 0;
  return text.slice(0, start) + text.charAt(start).toUpperCase() + text.slice(start + 1);
}

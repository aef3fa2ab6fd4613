/**
 * German words for the search: folding and word stems.
 * `hooks/catalog/suche/german.py` does the same to the words of the index; a test holds both together.
 */

import { withoutMarks } from "../shared/letters.mjs";

const CARDINALS = "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn".split(
  " ",
);
const ORDINALS =
  "erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft dreizehnt vierzehnt".split(" ");
const ORDINAL_ENDINGS = ["e", "er", "es", "em", "en"];
/** @type {Map<string, string>} */
const NUMBER_WORDS = new Map([
  ...CARDINALS.map((word, position) => pair(word, position)),
  ...ORDINALS.flatMap((word, position) => ORDINAL_ENDINGS.map((ending) => pair(word + ending, position))),
]);
// Mostly the verb.
NUMBER_WORDS.delete("achten");
// Signs that nobody sees: they come along when text is copied from a document or a website.
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
// A word that was broken at the end of a line; "Bezirks- und" is none.
const BROKEN =
  /([a-zäöüß])[-\u2010\u2011]\s+(?!(?:und|oder|bzw|sowie|wie|als|bis|noch|statt)[\s.])(?=[a-zäöüß])/g;
const DATE = /\b0?([1-9][0-9]?)\.(0?[1-9]|1[0-2])\.([0-9]{4})\b/g;
const DOTTED = /\b(?:[a-z]\.){2,}(?:[a-z]\b)?/g;
const MONTHS = "januar februar marz april mai juni juli august september oktober november dezember".split(
  " ",
);
const SHORT_HEADS = new Set(["rat", "amt", "ort"]);
const MIN_PART = 4;
// A longer word is no German word; cutting keeps odd input cheap.
const LONGEST_WORD = 60;

/**
 * Lower-case letters without accents; ä, ae and a become the same, likewise ß and ss.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return withoutMarks(text)
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o")
    .replace(/(^|[^aeq])ue/g, "$1u");
}

/**
 * The folded words of a text, number words as digits.  Signs that nobody sees and breaks of words
 * at the end of a line make no difference.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const folded = fold(text.replace(INVISIBLE, "").replace(BROKEN, "$1"))
    .replace(DATE, (_, day, month, year) => `${day} ${MONTHS[month - 1]} ${year}`)
    .replace(DOTTED, (letters) => letters.replaceAll(".", ""));
  const found = folded.match(/[a-z0-9]+/g) ?? [];
  return found.map((word) => NUMBER_WORDS.get(word) ?? word.slice(0, LONGEST_WORD));
}

/**
 * What the inflected forms of a folded word have in common.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  let rest = word;
  while (rest.length > 3) {
    const ending = endingLength(rest);
    if (!ending) break;
    rest = rest.slice(0, -ending);
  }
  return rest;
}

/**
 * What derived words have in common: Beratung, beraten and beratend; vernetzen and Vernetzung.
 * @param {string} stemmed - a stem
 * @returns {string}
 */
export function root(stemmed) {
  let rest = stemmed;
  for (;;) {
    const shorter = rest.replace(/^(.{4,}?)(?:ung|keit|heit|lich|isch|ier|ig|nd|t)$/, "$1");
    const next = stem(shorter);
    if (next.length < 4 || next === rest) return rest;
    rest = next;
  }
}

/**
 * The stems of a compound's parts, the head last, or an empty list.
 * @param {string} word - a folded word
 * @param {(stem: string) => boolean} known
 * @returns {string[]}
 */
export function compoundParts(word, known) {
  for (let start = MIN_PART; start < word.length - 2; start += 1) {
    const tail = word.slice(start);
    const head = stem(tail);
    if (!(tail.length >= MIN_PART ? known(head) : SHORT_HEADS.has(head))) continue;
    const front = stem(word.slice(0, start));
    if (front.length >= MIN_PART && known(front)) return [front, head];
    const parts = compoundParts(word.slice(0, start), known);
    if (parts.length) return [...parts, head];
  }
  return [];
}

/** @param {string} word @param {number} position @returns {[string, string]} */
function pair(word, position) {
  return [word, String(position + 1)];
}

/** How many letters an inflectional ending takes, 0 if there is none. @param {string} word */
function endingLength(word) {
  if (word.length > 6 && word.endsWith("inn")) return 3;
  if (word.length > 5 && /(?:in|em)$/.test(word)) return 2;
  if (word.length > 4 && word.endsWith("er")) return 2;
  return /[ens]$/.test(word) ? 1 : 0;
}

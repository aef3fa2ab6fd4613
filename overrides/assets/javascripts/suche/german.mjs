/**
 * German words for the search: folding and word stems.
 * `hooks/catalog/german.py` does the same to the words of the index; a test holds both together.
 */

const NUMBER_WORDS = new Map(
  "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn"
    .split(" ")
    .map((word, position) => [word, String(position + 1)]),
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
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o")
    .replace(/(^|[^aeq])ue/g, "$1u");
}

/**
 * The folded words of a text, number words as digits.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const found = fold(text).match(/[a-z0-9]+/g) ?? [];
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

/** How many letters an inflectional ending takes, 0 if there is none. @param {string} word */
function endingLength(word) {
  if (word.length > 6 && word.endsWith("inn")) return 3;
  if (word.length > 5 && /(?:in|em)$/.test(word)) return 2;
  if (word.length > 4 && word.endsWith("er")) return 2;
  return /[ens]$/.test(word) ? 1 : 0;
}

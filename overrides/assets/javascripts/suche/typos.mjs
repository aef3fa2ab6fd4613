/** Typing mistakes: how far two words are apart, and how far they may be. */

import { fold } from "./german.mjs";

const MAX_TERMS = 4;
const MOST_DIFFERENT = 0.45;
const TITLE_WORD = /\p{Lu}[\p{L}-]{3,}/gu;
const LONGEST = 80;
// Three rows of the table of distances, used again for every pair of words.
let beforeLastRow = new Uint8Array(LONGEST + 2);
let lastRow = new Uint8Array(LONGEST + 2);
let currentRow = new Uint8Array(LONGEST + 2);

/**
 * How many mistakes a word of this length may have.
 * @param {number} length
 * @returns {number}
 */
export function allowedMistakes(length) {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * The number of letters inserted, left out, replaced or swapped with their neighbour.
 * @param {string} one
 * @param {string} two
 * @param {number} limit - more are not counted exactly
 * @returns {number}
 */
export function distance(one, two, limit) {
  if (Math.abs(one.length - two.length) > limit) return limit + 1;
  return fillTable(one, two, limit) ? at(lastRow, two.length) : limit + 1;
}

/**
 * The same for a word that is still being typed: the distance to the nearest beginning of the other.
 * @param {string} start
 * @param {string} word
 * @param {number} limit - more are not counted exactly
 * @returns {number}
 */
export function distanceToStart(start, word, limit) {
  if (word.length < start.length - limit) return limit + 1;
  const reachable = word.slice(0, start.length + limit);
  if (differsInMore(lettersOf(start), lettersOf(reachable), limit)) return limit + 1;
  if (!fillTable(start, reachable, limit)) return limit + 1;
  return Math.min(...lastRow.subarray(Math.max(start.length - limit, 0), reachable.length + 1));
}

/**
 * The letters of a word as bits.  Each mistake can bring one letter that the other word does not have.
 * @param {string} word - folded
 * @returns {number}
 */
export function lettersOf(word) {
  let letters = 0;
  for (let n = 0; n < word.length; n += 1) letters |= 1 << (word.charCodeAt(n) & 31);
  return letters;
}

/**
 * Whether two words differ in more letters than so many mistakes bring.
 * @param {number} letters - of one
 * @param {number} others - of the other
 * @param {number} limit
 * @returns {boolean}
 */
export function differsInMore(letters, others, limit) {
  let rest = letters & ~others;
  for (let left = limit; rest; left -= 1) {
    if (!left) return true;
    rest &= rest - 1;
  }
  return false;
}

/**
 * The words of titles, as they are written and folded.
 * @param {string[]} titles
 * @returns {{terms: string[], folded: string[]}}
 */
export function titleTerms(titles) {
  const terms = [...new Set(titles.join(" ").match(TITLE_WORD) ?? [])];
  return { terms, folded: fold(terms.join(" ")).split(" ") };
}

/**
 * Words from titles that look like some words, nearest first.
 * @param {string[]} someWords - folded
 * @param {ReturnType<typeof titleTerms>} terms
 * @returns {string[]}
 */
export function nearestTerms(someWords, { terms, folded }) {
  /** @type {Map<string, number>} */
  const near = new Map();
  for (const wanted of someWords) {
    const limit = Math.floor(wanted.length * MOST_DIFFERENT);
    terms.forEach((term, place) => {
      const mistakes = distance(wanted, folded[place] ?? "", limit);
      if (mistakes <= limit) near.set(term, mistakes);
    });
  }
  return [...near]
    .sort((one, two) => one[1] - two[1])
    .map(([term]) => term)
    .slice(0, MAX_TERMS);
}

/**
 * Leaves the last row of the table in `lastRow`; false if all distances exceed the limit.
 * @param {string} one
 * @param {string} two
 * @param {number} limit
 */
function fillTable(one, two, limit) {
  if (two.length > LONGEST) return false;
  for (let j = 0; j <= two.length; j += 1) lastRow[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    if (fillRow(one, two, i, limit) > limit) return false;
    [beforeLastRow, lastRow, currentRow] = [lastRow, currentRow, beforeLastRow];
  }
  return true;
}

/**
 * Fills one row and returns its smallest number.  What lies further from the diagonal than the limit exceeds it.
 * @param {string} one
 * @param {string} two
 * @param {number} i
 * @param {number} limit
 */
function fillRow(one, two, i, limit) {
  const from = Math.max(1, i - limit);
  const to = Math.min(two.length, i + limit);
  currentRow[from - 1] = from === 1 ? i : limit + 1;
  currentRow[to + 1] = limit + 1;
  let smallest = i;
  for (let j = from; j <= to; j += 1) {
    const same = one[i - 1] === two[j - 1];
    let value = Math.min(at(lastRow, j) + 1, at(currentRow, j - 1) + 1, at(lastRow, j - 1) + (same ? 0 : 1));
    const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
    if (swapped) value = Math.min(value, at(beforeLastRow, j - 2) + 1);
    currentRow[j] = value;
    if (value < smallest) smallest = value;
  }
  return smallest;
}

/** @param {Uint8Array} row @param {number} j */
function at(row, j) {
  return row[j] ?? 0;
}

/** From a word of a query to the stems of the index that it may mean. */
import { compoundParts, root, stem } from "./german.mjs";
import { allowedMistakes, differsInMore, distance, distanceToStart, lettersOf } from "./typos.mjs";

/**
 * @import {Reading} from "../shared/types.mjs"
 * @import {AnyTerms} from "./ranking.mjs"
 */

// How much a match counts against the very word.
const QUALITY = { derived: 0.85, start: 0.7, part: 0.9, half: 0.6 };
const QUALITY_WITH_MISTAKES = [1, 0.8, 0.6];
const SHORTEST_START = 2;
const SHORTEST_MISTYPED = 4;
const SHORTEST_MISTYPED_START = 5;
// No word is derived from a shorter root.
const SHORTEST_ROOT = 4;
const SHORTEST_HALF = 6;
// Of more stems that may be meant, none is meant so surely that its relatives count.
const MAX_MEANT = 4;

/**
 * What a word may mean: one reading, or one per part of a compound the site does not have.
 * @param {AnyTerms} terms
 * @param {string} word - a folded word
 * @param {boolean} isLast - whether it may still be typed
 * @param {boolean} isListed - whether the catalogue lists it, so that it is no typing mistake
 * @returns {Reading[]}
 */
export function readings(terms, word, isLast, isListed) {
  const known = knownReading(terms, word);
  if (known.size || word.length < SHORTEST_MISTYPED) return [known];
  // What is not there yet may be the very word.
  if (terms.missing.size || !terms.knowsAll()) return [known];
  const parts = compoundParts(word, (part) => terms.numberOf(part) >= 0);
  if (parts.length) return parts.map((part) => weakened(exactReading(terms, part), QUALITY.part));
  if (isListed) return [new Map()];
  const mistyped = mistypedReading(terms, stem(word), isLast);
  return [mistyped.size ? mistyped : halfReading(terms, word)];
}

/**
 * The first word of a compound whose other words the site does not have: "Fachkräfte" of "Fachkräftemangel".
 * @param {AnyTerms} terms
 * @param {string} word
 */
function halfReading(terms, word) {
  for (let end = word.length - 1; end >= SHORTEST_HALF; end -= 1) {
    const first = stem(word.slice(0, end));
    if (first.length >= SHORTEST_HALF && terms.numberOf(first) >= 0)
      return weakened(exactReading(terms, first), QUALITY.half);
  }
  return new Map();
}

/**
 * The stem itself, words derived from the same root, and compounds with it.
 * @param {AnyTerms} terms
 * @param {string} stemmed
 * @returns {Reading}
 */
export function exactReading(terms, stemmed) {
  /** @type {Reading} */
  const reading = new Map();
  const number = terms.numberOf(stemmed);
  if (number >= 0) reading.set(number, 1);
  const common = root(stemmed);
  for (const other of common.length < SHORTEST_ROOT ? [] : terms.startingWith(common))
    if (other !== number && root(terms.stem(other)) === common) keep(reading, other, QUALITY.derived);
  for (const [number, quality] of [...reading]) {
    terms.eachCompound(number, (whole, share) => keep(reading, whole, quality * share));
  }
  return reading;
}

/** @param {AnyTerms} terms @param {string} word */
function knownReading(terms, word) {
  const stemmed = stem(word);
  const reading = exactReading(terms, stemmed);
  if (stemmed.length < SHORTEST_START) return reading;
  for (const number of terms.startingWith(stemmed)) {
    const share = stemmed.length / terms.stem(number).length;
    keep(reading, number, QUALITY.start * Math.sqrt(share));
  }
  return reading;
}

/**
 * The nearest stems; the beginnings of stems if none is near and the word is still being typed.
 * @param {AnyTerms} terms
 * @param {string} stemmed
 * @param {boolean} isLast
 */
function mistypedReading(terms, stemmed, isLast) {
  const limit = allowedMistakes(stemmed.length);
  const reading = withRelatives(terms, nearest(terms, stemmed, limit, distance));
  if (reading.size || !isLast || stemmed.length < SHORTEST_MISTYPED_START) return reading;
  return weakened(nearest(terms, stemmed, limit, distanceToStart), QUALITY.start);
}

/**
 * The stems that were meant, words derived from them, and compounds with them.
 * @param {AnyTerms} terms
 * @param {Reading} meant
 */
function withRelatives(terms, meant) {
  if (meant.size > MAX_MEANT) return meant;
  /** @type {Reading} */
  const reading = new Map();
  for (const [number, quality] of meant) {
    for (const [other, share] of exactReading(terms, terms.stem(number)))
      keep(reading, other, quality * share);
  }
  return reading;
}

/**
 * @param {AnyTerms} terms
 * @param {string} stemmed
 * @param {number} limit
 * @param {typeof distance} measure
 */
function nearest(terms, stemmed, limit, measure) {
  /** @type {Reading} */
  const reading = new Map();
  const letters = lettersOf(stemmed);
  let fewest = limit;
  for (let number = 0; limit && number < terms.all.length; number += 1) {
    if (differsInMore(letters, terms.letters(number), fewest)) continue;
    const mistakes = measure(stemmed, terms.all[number] ?? "", fewest);
    if (mistakes > fewest) continue;
    if (mistakes < fewest) reading.clear();
    fewest = mistakes;
    reading.set(number, QUALITY_WITH_MISTAKES[mistakes] ?? 0);
  }
  return reading;
}

/** @param {Reading} reading @param {number} factor @returns {Reading} */
function weakened(reading, factor) {
  return new Map([...reading].map(([number, quality]) => [number, quality * factor]));
}

/** @param {Reading} reading @param {number} number @param {number} quality */
function keep(reading, number, quality) {
  if (quality > (reading.get(number) ?? 0)) reading.set(number, quality);
}

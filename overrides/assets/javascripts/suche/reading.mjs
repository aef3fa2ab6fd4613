/** From a word of a query to the stems of the index that it may mean. */
import { compoundParts, root, stem } from "./german.mjs";
import { allowedMistakes, distance, distanceToStart } from "./typos.mjs";

/**
 * @import {Reading} from "../shared/types.mjs"
 * @import {SearchIndex} from "./index.mjs"
 */

// How much a match counts against the very word.
const QUALITY = { derived: 0.85, start: 0.7, part: 0.9, half: 0.6 };
const QUALITY_WITH_MISTAKES = [1, 0.8, 0.6];
const SHORTEST_START = 2;
const SHORTEST_MISTYPED_START = 5;
const SHORTEST_HALF = 6;
// Of more stems that may be meant, none is meant so surely that its relatives count.
const MAX_MEANT = 4;

/**
 * What a word may mean: one reading, or one per part of a compound the site does not have.
 * @param {SearchIndex} index
 * @param {string} word - a folded word
 * @param {boolean} isLast - whether it may still be typed
 * @param {boolean} isListed - whether the catalogue lists it, so that it is no typing mistake
 * @returns {Reading[]}
 */
export function readings(index, word, isLast, isListed) {
  const known = knownReading(index, word);
  if (known.size) return [known];
  const parts = compoundParts(word, (part) => index.numberOf(part) >= 0);
  if (parts.length) return parts.map((part) => weakened(exactReading(index, part), QUALITY.part));
  if (isListed) return [new Map()];
  const mistyped = mistypedReading(index, stem(word), isLast);
  return [mistyped.size ? mistyped : halfReading(index, word)];
}

/**
 * The first word of a compound whose other words the site does not have: "Fachkräfte" of "Fachkräftemangel".
 * @param {SearchIndex} index
 * @param {string} word
 */
function halfReading(index, word) {
  for (let end = word.length - 1; end >= SHORTEST_HALF; end -= 1) {
    const first = stem(word.slice(0, end));
    if (first.length >= SHORTEST_HALF && index.numberOf(first) >= 0)
      return weakened(exactReading(index, first), QUALITY.half);
  }
  return new Map();
}

/**
 * The stem itself, words derived from the same root, and compounds with it.
 * @param {SearchIndex} index
 * @param {string} stemmed
 * @returns {Reading}
 */
export function exactReading(index, stemmed) {
  /** @type {Reading} */
  const reading = new Map();
  const common = root(stemmed);
  for (const number of index.startingWith(common)) {
    const other = index.stems[number] ?? "";
    if (other === stemmed) keep(reading, number, 1);
    else if (root(other) === common) keep(reading, number, QUALITY.derived);
  }
  for (const [number, quality] of [...reading]) {
    index.eachCompound(number, (whole, share) => keep(reading, whole, quality * share));
  }
  return reading;
}

/** @param {SearchIndex} index @param {string} word */
function knownReading(index, word) {
  const stemmed = stem(word);
  const reading = exactReading(index, stemmed);
  if (stemmed.length < SHORTEST_START) return reading;
  for (const number of index.startingWith(stemmed)) {
    const share = stemmed.length / (index.stems[number]?.length ?? Infinity);
    keep(reading, number, QUALITY.start * Math.sqrt(share));
  }
  return reading;
}

/**
 * The nearest stems; the beginnings of stems if none is near and the word is still being typed.
 * @param {SearchIndex} index
 * @param {string} stemmed
 * @param {boolean} isLast
 */
function mistypedReading(index, stemmed, isLast) {
  const limit = allowedMistakes(stemmed.length);
  const reading = withRelatives(index, nearest(index, stemmed, limit, distance));
  if (reading.size || !isLast || stemmed.length < SHORTEST_MISTYPED_START) return reading;
  return weakened(nearest(index, stemmed, limit, distanceToStart), QUALITY.start);
}

/**
 * The stems that were meant, words derived from them, and compounds with them.
 * @param {SearchIndex} index
 * @param {Reading} meant
 */
function withRelatives(index, meant) {
  if (meant.size > MAX_MEANT) return meant;
  /** @type {Reading} */
  const reading = new Map();
  for (const [number, quality] of meant) {
    for (const [other, share] of exactReading(index, index.stems[number] ?? ""))
      keep(reading, other, quality * share);
  }
  return reading;
}

/**
 * @param {SearchIndex} index
 * @param {string} stemmed
 * @param {number} limit
 * @param {typeof distance} measure
 */
function nearest(index, stemmed, limit, measure) {
  /** @type {Reading} */
  const reading = new Map();
  let fewest = limit;
  for (let number = 0; limit && number < index.stems.length; number += 1) {
    const mistakes = measure(stemmed, index.stems[number] ?? "", fewest);
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

/** From a word of a query to the stems of the index that it may mean. */
import { stem, compoundParts, root } from "./german.mjs";
import { distance, allowedMistakes } from "./typos.mjs";

// How much a match counts against the very word.
const QUALITY = { derived: 0.85, start: 0.7, part: 0.9 };
const QUALITY_WITH_MISTAKES = [1, 0.8, 0.6];
const SHORTEST_START = 2;

/**
 * Stems by number with how well they match, from 0 to 1.
 * @typedef {Map<number, number>} Reading
 */

/**
 * What a word may mean: one reading, or one per part of a compound the site does not have.
 * @param {SearchIndex} index
 * @param {string} word - a folded word
 * @returns {Reading[]}
 */
export function readings(index, word) {
  const known = knownReading(index, word);
  if (known.size) return [known];
  const parts = compoundParts(word, (part) => index.numberOf(part) >= 0);
  if (parts.length) return parts.map((part) => weakened(exactReading(index, part), QUALITY.part));
  return [mistypedReading(index, stem(word))];
}

/**
 * The stem itself, words derived from the same root, and compounds with it.
 * @param {SearchIndex} index
 * @param {string} stemmed
 * @returns {Reading}
 */
export function exactReading(index, stemmed) {
  const reading = new Map();
  const common = root(stemmed);
  for (const number of index.startingWith(common)) {
    const other = index.stems[number];
    if (other === stemmed) keep(reading, number, 1);
    else if (root(other) === common) keep(reading, number, QUALITY.derived);
  }
  for (const [number, quality] of [...reading]) {
    for (const [whole, share] of index.compoundsWith(number)) keep(reading, whole, quality * share);
  }
  return reading;
}

function knownReading(index, word) {
  const stemmed = stem(word);
  const reading = exactReading(index, stemmed);
  if (stemmed.length < SHORTEST_START) return reading;
  for (const number of index.startingWith(stemmed)) {
    const share = stemmed.length / index.stems[number].length;
    keep(reading, number, QUALITY.start * Math.sqrt(share));
  }
  return reading;
}

function mistypedReading(index, stemmed) {
  const reading = new Map();
  let fewest = allowedMistakes(stemmed.length);
  if (!fewest) return reading;
  for (const [number, other] of index.stems.entries()) {
    const mistakes = distance(stemmed, other, fewest);
    if (mistakes > fewest) continue;
    if (mistakes < fewest) reading.clear();
    fewest = mistakes;
    reading.set(number, QUALITY_WITH_MISTAKES[mistakes]);
  }
  return reading;
}

function weakened(reading, factor) {
  return new Map([...reading].map(([number, quality]) => [number, quality * factor]));
}

function keep(reading, number, quality) {
  if (quality > (reading.get(number) ?? 0)) reading.set(number, quality);
}

/** The terms of the finished index: lists of documents and compounds per stem, decoded only when asked for. */

import { lettersOf } from "../typos.mjs";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUE = new Uint8Array(128);
[...ALPHABET].forEach((char, position) => {
  VALUE[char.charCodeAt(0)] = position;
});
const TOP = ALPHABET.length - 1;

/** @import {TermData} from "../../shared/types.mjs" */

/** All terms of an index that is one file. */
export class Terms {
  #postings;
  #compounds;
  /** @type {Int32Array|undefined} */
  #letters;
  /** Names of the files that were needed and are not there. @type {Set<string>} */
  missing = new Set();

  /** @param {TermData} data */
  constructor(data) {
    this.all = data.stems.split(" ");
    this.#postings = data.postings.split(" ");
    this.#compounds = data.compounds.split(" ");
  }

  /** The letters of a stem as bits, reckoned for all when the first word is mistyped. @param {number} number */
  letters(number) {
    this.#letters ??= Int32Array.from(this.all, lettersOf);
    return this.#letters[number] ?? 0;
  }

  /** Tells whether all stems are known, so that what is not among them is nowhere. */
  knowsAll() {
    return true;
  }

  /** Loads what is missing. */
  async load() {}

  /**
   * The number of a stem, -1 if the site does not have it.
   * @param {string} wanted
   * @returns {number}
   */
  numberOf(wanted) {
    return numberIn(this.all, wanted);
  }

  /** @param {number} number @returns {string} the stem with a number */
  stem(number) {
    return this.all[number] ?? "";
  }

  /**
   * The numbers of all stems with a beginning.
   * @param {string} start
   * @returns {number[]}
   */
  startingWith(start) {
    return startingIn(this.all, start);
  }

  /**
   * Visits the documents with a stem, each with its weight from 0 to 1.
   * @param {number} number - of a stem
   * @param {(page: number, weight: number) => void} visit
   */
  eachDocument(number, visit) {
    decode(this.#postings[number] ?? "", visit);
  }

  /**
   * Visits the stems that have a stem as a part, each with how much of their meaning it carries, from 0 to 1.
   * @param {number} number - of a stem
   * @param {(whole: number, share: number) => void} visit
   */
  eachCompound(number, visit) {
    decode(this.#compounds[number] ?? "", visit);
  }
}

/** @param {string[]} stems in order @param {string} wanted @returns {number} its place, -1 if it is not there */
export function numberIn(stems, wanted) {
  const position = firstFrom(stems, wanted);
  return stems[position] === wanted ? position : -1;
}

/** @param {string[]} stems in order @param {string} start @returns {number[]} the places of those that begin so */
export function startingIn(stems, start) {
  const numbers = [];
  for (let n = firstFrom(stems, start); stems[n]?.startsWith(start); n += 1) numbers.push(n);
  return numbers;
}

/** @param {string[]} stems @param {string} wanted */
function firstFrom(stems, wanted) {
  let low = 0;
  let high = stems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stems[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Reads a list as the build writes it.
 * @param {string} text
 * @param {(number: number, share: number) => void} visit
 */
export function decode(text, visit) {
  let number = -1;
  let distance = 0;
  let step = 1;
  for (let position = 0; position < text.length; position += 1) {
    const value = VALUE[text.charCodeAt(position)] ?? 0;
    distance += (value % 32) * step;
    step *= 32;
    if (value >= 32) continue;
    number += distance + 1;
    position += 1;
    visit(number, (VALUE[text.charCodeAt(position)] ?? 0) / TOP);
    distance = 0;
    step = 1;
  }
}

/** The terms of a large index: parts of them are loaded when a query needs them. */
import { decode, numberIn, startingIn } from "./whole.mjs";
import { lettersOf } from "../typos.mjs";

/**
 * @import {PartData, PartPlaces} from "../../shared/types.mjs"
 * @typedef {{from: number, stems: string[], postings: string[], compounds: string[]}} Part
 * @typedef {(name: string) => Promise<any>} Load what a file of the index holds
 */

const ALL = "staemme";

/** Answers as `Terms` does. What would need a file that is not there yet stays empty, and the file is noted. */
export class TermsInParts {
  #first;
  #numbers;
  #load;
  /** @type {Int32Array|undefined} */
  #letters;
  /** @type {Part[]} */
  #parts = [];
  /** Compounds that have their own place in a part that may not be there. @type {Map<number, {stem: string, postings: string}>} */
  #elsewhere = new Map();
  /** @type {Map<string, Promise<void>>} */
  #underWay = new Map();
  /** Every stem, once a word has asked for it. @type {string[]} */
  all = [];
  /** @type {Set<string>} */
  missing = new Set();

  /** @param {PartPlaces} places @param {Load} load */
  constructor(places, load) {
    this.#first = places.first.split(" ");
    this.#numbers = places.numbers;
    this.#load = load;
  }

  /** @param {number} number */
  letters(number) {
    this.#letters ??= Int32Array.from(this.all, lettersOf);
    return this.#letters[number] ?? 0;
  }

  knowsAll() {
    if (!this.all.length) this.missing.add(ALL);
    return this.all.length > 0;
  }

  async load() {
    const names = [...this.missing];
    await Promise.all(names.map((name) => this.#once(name)));
  }

  /** @param {string} wanted @returns {number} */
  numberOf(wanted) {
    if (this.all.length) return numberIn(this.all, wanted);
    const part = this.#part(lastAtMost(this.#first, wanted));
    const place = part ? numberIn(part.stems, wanted) : -1;
    return part && place >= 0 ? part.from + place : -1;
  }

  /** @param {number} number @returns {string} */
  stem(number) {
    const found = this.all[number] ?? this.#elsewhere.get(number)?.stem;
    if (found !== undefined) return found;
    const part = this.#part(lastAtMost(this.#numbers, number));
    return part?.stems[number - part.from] ?? "";
  }

  /** @param {string} start @returns {number[]} */
  startingWith(start) {
    if (this.all.length) return startingIn(this.all, start);
    const numbers = [];
    for (let n = lastAtMost(this.#first, start); n < this.#first.length; n += 1) {
      const first = this.#first[n] ?? "";
      if (first > start && !first.startsWith(start)) break;
      const part = this.#part(n);
      if (part) for (const place of startingIn(part.stems, start)) numbers.push(part.from + place);
    }
    return numbers;
  }

  /** @param {number} number @param {(page: number, weight: number) => void} visit */
  eachDocument(number, visit) {
    const known = this.#elsewhere.get(number)?.postings;
    const part = known === undefined ? this.#part(lastAtMost(this.#numbers, number)) : undefined;
    decode(known ?? part?.postings[number - part.from] ?? "", visit);
  }

  /** @param {number} number @param {(whole: number, share: number) => void} visit */
  eachCompound(number, visit) {
    const part = this.#part(lastAtMost(this.#numbers, number));
    decode(part?.compounds[number - part.from] ?? "", visit);
  }

  /** @param {number} number @returns {Part|undefined} */
  #part(number) {
    const part = this.#parts[number];
    if (!part) this.missing.add(`teil${number}`);
    return part;
  }

  /** @param {string} name */
  #once(name) {
    const known = this.#underWay.get(name);
    if (known) return known;
    const loading = this.#load(name).then(
      (data) => (name === ALL ? this.#takeAll(data) : this.#take(Number(name.slice(4)), data)),
      (error) => {
        this.#underWay.delete(name);
        throw error;
      },
    );
    this.#underWay.set(name, loading);
    return loading;
  }

  /** @param {string} stems */
  #takeAll(stems) {
    this.all = stems.split(" ");
  }

  /** @param {number} number @param {PartData} data */
  #take(number, data) {
    this.#parts[number] = {
      from: this.#numbers[number] ?? 0,
      stems: data.stems.split(" "),
      postings: data.postings.split(" "),
      compounds: data.compounds.split(" "),
    };
    const stems = data.elsewhereStems.split(" ");
    const postings = data.elsewherePostings.split(" ");
    let place = 0;
    decode(data.elsewhere, (whole) => {
      this.#elsewhere.set(whole, { stem: stems[place] ?? "", postings: postings[place] ?? "" });
      place += 1;
    });
  }
}

/**
 * The place of the last value that is not greater, 0 if there is none.
 * @template {string|number} T
 * @param {T[]} values in order
 * @param {T} wanted
 */
function lastAtMost(values, wanted) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {T} */ (values[middle]) <= wanted) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}

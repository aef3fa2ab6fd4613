/** The finished index: lists of documents and compounds per stem, decoded only when asked for. */

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUE = new Uint8Array(128);
[...ALPHABET].forEach((char, position) => {
  VALUE[char.charCodeAt(0)] = position;
});
const TOP = ALPHABET.length - 1;

/** @import {IndexData} from "../shared/types.mjs" */

export class SearchIndex {
  #postings;
  #compounds;

  /** @param {IndexData} data */
  constructor(data) {
    this.kinds = data.kinds;
    this.lists = data.lists;
    this.sections = data.sections;
    this.groups = data.groups;
    this.documents = data.documents.map(([address, kind, title, place, nr], number) => ({
      number,
      address,
      kind,
      title,
      place,
      nr,
      rank: data.kinds[kind]?.[2] ?? 0,
    }));
    this.stems = data.stems.split(" ");
    this.#postings = data.postings.split(" ");
    this.#compounds = data.compounds.split(" ");
  }

  /**
   * The number of a stem, -1 if the site does not have it.
   * @param {string} wanted
   * @returns {number}
   */
  numberOf(wanted) {
    const position = this.#firstFrom(wanted);
    return this.stems[position] === wanted ? position : -1;
  }

  /**
   * The numbers of all stems with a beginning.
   * @param {string} start
   * @returns {number[]}
   */
  startingWith(start) {
    const numbers = [];
    for (let n = this.#firstFrom(start); this.stems[n]?.startsWith(start); n += 1) numbers.push(n);
    return numbers;
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

  /** @param {string} wanted */
  #firstFrom(wanted) {
    let low = 0;
    let high = this.stems.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.stems[middle] ?? "") < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Reads a list as the build writes it.
 * @param {string} text
 * @param {(number: number, share: number) => void} visit
 */
function decode(text, visit) {
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

/** Words that mean the same, and words that are related, as the catalogue lists them. */
import { stem, words } from "./german.mjs";

/**
 * @import {Found, Group, SeeAlso} from "../shared/types.mjs"
 * @typedef {{group: Group, close: boolean}} Entry
 */

const LONGEST_PHRASE = 4;

export class Synonyms {
  /** @type {Map<string, Entry[]>} */
  #byPhrase = new Map();

  /** @param {Group[]} groups */
  constructor(groups) {
    for (const group of groups) {
      for (const phrase of [group.term, ...group.same]) this.#keep(phrase, { group, close: true });
      for (const phrase of group.related) this.#keep(phrase, { group, close: false });
    }
  }

  /**
   * All listed phrases in a query.
   * @param {string[]} wanted - the folded words of a query
   * @returns {Found[]}
   */
  find(wanted) {
    return this.#places(wanted).map(({ from, to, key, group, close }) => {
      const own = [group.term, ...group.same].map(stemsOf).filter((phrase) => phrase.join(" ") !== key);
      if (!close) return { from, to, same: [], related: own, names: [stemsOf(group.term)] };
      return { from, to, same: own, related: group.related.map(stemsOf), names: own };
    });
  }

  /**
   * Related words to point to, with the sentence that says how they differ.
   * @param {string[]} wanted - the folded words of a query
   * @returns {SeeAlso[]}
   */
  seeAlso(wanted) {
    const found = new Map();
    for (const { group, close } of this.#places(wanted)) {
      const terms = close ? group.related : [group.term];
      if (terms.length) found.set(group, { terms, difference: group.difference });
    }
    return [...found.values()];
  }

  /** @param {string} phrase @param {Entry} entry */
  #keep(phrase, entry) {
    const key = stemsOf(phrase).join(" ");
    this.#byPhrase.set(key, [...(this.#byPhrase.get(key) ?? []), entry]);
  }

  /** @param {string[]} wanted */
  #places(wanted) {
    const stemmed = wanted.map(stem);
    const places = [];
    for (let from = 0; from < stemmed.length; from += 1) {
      for (let to = from + 1; to <= Math.min(from + LONGEST_PHRASE, stemmed.length); to += 1) {
        const key = stemmed.slice(from, to).join(" ");
        for (const entry of this.#byPhrase.get(key) ?? []) places.push({ from, to, key, ...entry });
      }
    }
    return places;
  }
}

/** @param {string} phrase */
function stemsOf(phrase) {
  return words(phrase).map(stem);
}

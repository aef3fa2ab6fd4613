/** What pages are called, so that a query can name one. */
import { stem } from "../german.mjs";

/** @import {FoundPage, IndexData} from "../../shared/types.mjs" */

const ORDINAL = /^\W*(?:(?:der|die|das)\s+)?(?:\d+\.|\p{L}+te[rsnm]?)\s/iu;

/**
 * Tell "zehnte Empfehlung", one of many, from "zehn Empfehlungen", the page of all: their stems are the same.
 * @param {string} query
 * @param {string[]} wanted its words, numbers as digits
 */
export function isOrdinal(query, [first = ""]) {
  return ORDINAL.test(query) && /^\d/.test(first);
}

export class PageNames {
  #kinds;
  #words;
  /** @type {Map<FoundPage, string[]>} */
  #known = new Map();

  /** @param {IndexData["kinds"]} kinds @param {(text: string) => string[]} words the words of a text as a query has them */
  constructor(kinds, words) {
    this.#kinds = kinds;
    this.#words = words;
  }

  /** The name of a page's kind, with its number if it has one. @param {FoundPage} page */
  label({ kind, nr }) {
    const name = this.#kinds[kind]?.[0] ?? "";
    return nr ? `${name} ${nr}` : name;
  }

  /**
   * What a page is called: its title, with and without what stands in brackets, that alone, each of two names,
   * and its kind with its number, before or behind it: "Empfehlung 3", "dritte Empfehlung".
   * @param {FoundPage} page
   * @returns {string[]} in stems
   */
  of(page) {
    let names = this.#known.get(page);
    if (!names) this.#known.set(page, (names = this.#reckon(page)));
    return names;
  }

  /** @param {FoundPage} page */
  #reckon(page) {
    const { title, nr } = page;
    const bracketed = [...title.matchAll(/\(([^)]+)\)/g)].map(([, inner = ""]) => inner);
    const bare = title.replace(/\([^)]+\)/g, "");
    const texts = [title, bare, ...bare.split(" oder "), ...bracketed, this.label(page)];
    if (nr) texts.push(`${nr} ${this.#kinds[page.kind]?.[0] ?? ""}`);
    return texts.map((text) => this.#words(text).map(stem).join(" "));
  }
}

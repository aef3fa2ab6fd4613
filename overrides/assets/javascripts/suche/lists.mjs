/** From a query that names a Land or a kind of municipality to the list of its examples. */
import { stem, words } from "./german.mjs";

/**
 * @import {BeispielLists, FoundPage, ListChoice} from "../shared/types.mjs"
 * @typedef {{choice: ListChoice, row: number, from: number, to: number}} Named a choice and where the query names it
 */

const LONGEST_NAME = 4;
const MAX_LISTS = 3;
// Two letters are a Land only beside nothing else: "St. Pauli" is not in Sachsen-Anhalt.
const SURE_LENGTH = 3;
// Words that say no more than what a list of examples is.
const GENERAL = new Set(
  words("Beispiele Kommunen Integration Projekte Praxis gute Land Bundesland Ort Vorbilder zeigen").map(stem),
);

export class ListFinder {
  #lists;
  /** @type {Map<string, {choice: ListChoice, row: number}>} */
  #byPhrase = new Map();

  /** @param {BeispielLists} lists */
  constructor(lists) {
    this.#lists = lists;
    lists.rows.forEach((choices, row) => {
      for (const choice of choices)
        for (const phrase of choice[3])
          this.#byPhrase.set(words(phrase).map(stem).join(" "), { choice, row });
    });
  }

  /**
   * The lists that a query names, and whether it asks for nothing else.
   * @param {string[]} wanted - the folded words of a query
   * @returns {{pages: FoundPage[], alone: boolean}}
   */
  find(wanted) {
    const stemmed = wanted.map(stem);
    const all = this.#named(stemmed);
    const rest = stemmed.filter(
      (word, position) =>
        !GENERAL.has(word) && !all.some(({ from, to }) => position >= from && position < to),
    );
    const alone = !rest.length;
    const sure = all.filter(
      ({ from, to }) => alone || stemmed.slice(from, to).join("").length >= SURE_LENGTH,
    );
    // A kind of municipality beside other words is no wish for a list: "Stadt" stands in many queries.
    if (!alone && !sure.some(({ row }) => row === 0)) return { pages: [], alone };
    const combined = this.#combinations(sure).filter((choices) => this.#count(choices));
    const chosen = combined.length
      ? combined
      : sure.filter(({ row }) => row === 0).map((one) => [one.choice]);
    return { pages: chosen.slice(0, MAX_LISTS).map((choices) => this.#page(choices)), alone };
  }

  /** All choices named, the longer name first: "Sachsen" is no part of "Sachsen-Anhalt". @param {string[]} stemmed */
  #named(stemmed) {
    /** @type {Named[]} */
    const named = [];
    for (let from = 0; from < stemmed.length; from += 1) {
      for (let to = Math.min(from + LONGEST_NAME, stemmed.length); to > from; to -= 1) {
        const found = this.#byPhrase.get(stemmed.slice(from, to).join(" "));
        if (!found) continue;
        named.push({ ...found, from, to });
        from = to - 1;
        break;
      }
    }
    return named;
  }

  /**
   * One choice of every row that is named, in all ways.
   * @param {Named[]} named
   */
  #combinations(named) {
    /** @type {ListChoice[][]} */
    let combined = [[]];
    for (const row of this.#lists.rows.keys()) {
      const choices = new Set(named.filter((one) => one.row === row).map(({ choice }) => choice));
      if (choices.size)
        combined = combined.flatMap((before) => [...choices].map((choice) => [...before, choice]));
    }
    return combined.filter((choices) => choices.length);
  }

  /** @param {ListChoice[]} choices */
  #count(choices) {
    return this.#lists.counts[fragmentOf(choices)] ?? 0;
  }

  /** @param {ListChoice[]} choices @returns {FoundPage} */
  #page(choices) {
    const [only] = choices.length === 1 ? choices : [];
    const address = only ? only[2] : `${this.#lists.address}#${fragmentOf(choices)}`;
    const title = `Beispiele: ${choices.map(([, label]) => label).join(", ")} (${this.#count(choices)})`;
    return { number: -1, address, kind: "listen", title, place: "", nr: 0, rank: 100 };
  }
}

/** @param {ListChoice[]} choices */
function fragmentOf(choices) {
  return choices.map(([part]) => part).join("&");
}

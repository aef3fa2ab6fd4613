/** From a query that names a Land, a kind or a size of municipality to the list of its examples. */
import { stem, words } from "../german.mjs";

/**
 * @import {BeispielLists, FoundPage, Hit, ListChoice} from "../../shared/types.mjs"
 * @typedef {{choice: ListChoice, row: number, from: number, to: number}} Named a choice and where the query names it
 */

const LONGEST_NAME = 4;
const MAX_LISTS = 3;
// Two letters are a Land only beside nothing else: "St. Pauli" is not in Sachsen-Anhalt.
const SURE_LENGTH = 3;
// How much the page of a Land counts more if the query names it, and less if it names another.
const NAMED_LAND = 1.6;
// Words that say no more than what a list of examples is.
const GENERAL = new Set(
  words(
    "Beispiele Kommunen Integration Projekte Praxis gute Land Bundesland Ort Vorbilder zeigen Einwohner Menschen",
  ).map(stem),
);

// "unter 20.000" is one name; the words alone say nothing, and the number without them says too little.
const AT_MOST = "unter|bis(?:\\s+zu)?|(?:weniger|kleiner)\\s+als|höchstens";
const AT_LEAST = "ab|über|(?:mehr|größer)\\s+als|mindestens";
const SIZE = new RegExp(
  `(?<![\\p{L}])(?:(${AT_MOST})|${AT_LEAST})\\s+([0-9]{1,3}(?:[. ]?[0-9]{3})+)(?![0-9])`,
  "giu",
);

/** A query in which each size is one word. @param {string} query */
export function withSizes(query) {
  return query.replace(SIZE, (_, most, number) => ` ${most ? "unter" : "ab"}${number.replace(/[. ]/g, "")} `);
}

/**
 * Weighs the pages of the Länder: those that a query names come before the others, "Sachsen" is not Sachsen-Anhalt.
 * @param {Hit[]} hits
 * @param {string[]} named
 * @returns {Hit[]}
 */
export function withLaender(hits, named) {
  if (!named.length) return hits;
  return hits.map(({ page, value }) => {
    if (page.kind !== "laender") return { page, value };
    return { page, value: named.includes(page.title) ? value * NAMED_LAND : value / NAMED_LAND };
  });
}

export class ListFinder {
  #lists;
  /** @type {Map<string, {choice: ListChoice, row: number}[]>} a word may name a kind and a size at once */
  #byPhrase = new Map();

  /** @param {BeispielLists} lists */
  constructor(lists) {
    this.#lists = lists;
    lists.rows.forEach((choices, row) => {
      for (const choice of choices)
        for (const phrase of choice[3])
          this.#learn(words(withSizes(phrase)).map(stem).join(" "), { choice, row });
    });
  }

  /** @param {string} phrase @param {{choice: ListChoice, row: number}} meant */
  #learn(phrase, meant) {
    this.#byPhrase.set(phrase, [...(this.#byPhrase.get(phrase) ?? []), meant]);
  }

  /**
   * The lists that a query names, whether it asks for nothing else, and the names of its Länder.
   * @param {string[]} wanted - the folded words of a query
   * @returns {{pages: FoundPage[], alone: boolean, laender: string[]}}
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
    const laender = sure.filter(({ row }) => row === 0).map(({ choice }) => choice[1]);
    if (!alone && !laender.length) return { pages: [], alone, laender };
    const chosen = this.#nearest(sure);
    return { pages: chosen.slice(0, MAX_LISTS).map((choices) => this.#page(choices)), alone, laender };
  }

  /** All choices named, the longer name first: "Sachsen" is no part of "Sachsen-Anhalt". @param {string[]} stemmed */
  #named(stemmed) {
    /** @type {Named[]} */
    const named = [];
    for (let from = 0; from < stemmed.length; from += 1) {
      for (let to = Math.min(from + LONGEST_NAME, stemmed.length); to > from; to -= 1) {
        const found = this.#byPhrase.get(stemmed.slice(from, to).join(" "));
        if (!found) continue;
        named.push(...found.map((meant) => ({ ...meant, from, to })));
        from = to - 1;
        break;
      }
    }
    return named;
  }

  /** What has examples: all that is named, else without its size, else the Land alone. @param {Named[]} named */
  #nearest(named) {
    for (let rows = this.#lists.rows.length; rows > 0; rows -= 1) {
      const combined = this.#combinations(named.filter(({ row }) => row < rows));
      const filled = combined.filter((choices) => this.#count(choices));
      if (filled.length) return filled;
    }
    return [];
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

/** What a query says beside its words: which of them tell less, and which two of them are one. */
import { stem, words } from "../german.mjs";

/**
 * @import {Found} from "../../shared/types.mjs"
 * @import {AnyTerms} from "../ranking.mjs"
 * @import {Synonyms} from "../synonyms.mjs"
 */

const SHORTEST_PART = 4;
// What may stand between the parts of a compound.
const BETWEEN = ["", "s"];

/**
 * The words that are neither nouns nor numbers, as far as capitals tell; the first may have one for being the first.
 * @param {string} query
 * @returns {Set<string>}
 */
export function lesserWords(query) {
  const tokens = query.trim().split(/\s+/);
  if (!tokens.slice(1).some((token) => /^[^\p{L}]*\p{Lu}/u.test(token))) return new Set();
  const small = words(tokens.filter((token) => /^[^\p{L}]*\p{Ll}/u.test(token)).join(" "));
  return new Set(small.filter((word) => !/^[0-9]/.test(word)));
}

/**
 * Two neighbours as the one word they are parts of, in either order: "Verein Migranten", "Gleichbehandlungs gesetz";
 * with the other names of that word.
 * @param {string[]} wanted - the folded words of a query
 * @param {AnyTerms} terms
 * @param {Synonyms} groups
 * @returns {Found[]}
 */
export function compoundsOf(wanted, terms, groups) {
  return wanted.slice(1).flatMap((second, from) => {
    const first = wanted[from] ?? "";
    if (Math.min(first.length, second.length) < SHORTEST_PART) return [];
    const words = new Set([...compounds(first, second), ...compounds(second, first)]);
    return [...words].flatMap((word) => {
      const listed = groups.find([word]);
      if (!listed.length && terms.numberOf(word) < 0) return [];
      const all = [{ same: [[word]], related: [], names: [] }, ...listed];
      return all.map((found) => ({ ...found, from, to: from + 2 }));
    });
  });
}

/** @param {string} front @param {string} head */
function compounds(front, head) {
  return [front, stem(front)].flatMap((part) => BETWEEN.map((letters) => stem(part + letters + head)));
}

/** Whether the catalogue lists the word in this place. @param {Found[]} listed @param {number} position */
export function covers(listed, position) {
  return listed.some(({ from, to }) => position >= from && position < to);
}

/**
 * What else the whole query may be called: the other names of what it names.
 * @param {Found[]} listed
 * @param {number} length of the query
 * @returns {string[]} in stems
 */
export function namesOf(listed, length) {
  const whole = listed.filter(({ from, to }) => from === 0 && to === length);
  return whole.flatMap(({ names }) => names.map((phrase) => phrase.join(" ")));
}

/** What of a page's text a result shows: where the words of the query stand. */
import { stem, words } from "./german.mjs";

const SENTENCE = /[^.!?\n]+[.!?]*/g;
// Sentences from the first match on; the style sheet cuts what is too long.
const SHOWN = 3;
/** @type {Map<string, string[]>} */
const stemsOfWord = new Map();

/**
 * Whether a text has a word with one of the stems.
 * @param {string} text
 * @param {Set<string>} stems
 * @returns {boolean}
 */
export function matches(text, stems) {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) =>
    remembered(word).some((found) => stems.has(found)),
  );
}

/**
 * A summary, from its first sentence with one of the stems on; if there is none, from where the body has one.
 * @param {string} summary
 * @param {string} body
 * @param {Set<string>} stems
 * @returns {string}
 */
export function quote(summary, body, stems) {
  return fromFirstMatch(summary, stems) ?? fromFirstMatch(body, stems) ?? summary;
}

/** @param {string} text @param {Set<string>} stems */
function fromFirstMatch(text, stems) {
  const sentences = text.match(SENTENCE) ?? [];
  const first = sentences.findIndex((sentence) => matches(sentence, stems));
  if (first < 0) return null;
  const shown = sentences
    .slice(first, first + SHOWN)
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return first > 0 ? `… ${shown}` : shown;
}

/** The same words come again with every letter typed. @param {string} word */
function remembered(word) {
  let found = stemsOfWord.get(word);
  if (!found) stemsOfWord.set(word, (found = words(word).map(stem)));
  return found;
}

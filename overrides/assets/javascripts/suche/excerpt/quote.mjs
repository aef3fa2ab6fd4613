/** What of a page's text a result shows: whole sentences where the words of the query stand. */
import { stem, words } from "../german.mjs";
import { sentences } from "./sentences.mjs";

/** @import {Span} from "./sentences.mjs" */

// A word as it is marked: with invisible signs and accents, with hyphens, with what joins letters in
// 800.000, z.B. and Migrant*innen.
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+(?:[-‐‑'’._*:/][\p{L}\p{N}\p{M}\p{Cf}]+)*/gu;
// The style sheet shows three lines: so long a sentence may be, and so long are several.
const LONGEST_EXCERPT = 320;
const ENOUGH = 250;
const CUT = " …";
const LINE_END = /[.!?…][“”"»«’‘')\]]*$/;
/** @type {Map<string, string[]>} */
const stemsOfWord = new Map();

/**
 * A summary, from its first sentence with one of the stems on; if there is none, from where the body has one.
 * @param {string} summary
 * @param {string} body
 * @param {Set<string>} stems
 * @returns {string}
 */
export function quote(summary, body, stems) {
  return fromFirstMatch(summary, stems) || fromFirstMatch(body, stems) || beginning(summary);
}

/**
 * A text in runs, those that are a word with one of the stems marked.
 * @param {string} text
 * @param {Set<string>} stems
 * @returns {{text: string, isMarked: boolean}[]}
 */
export function runs(text, stems) {
  const found = [];
  let done = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!hasStem(word, stems)) continue;
    if (index > done) found.push({ text: text.slice(done, index), isMarked: false });
    found.push({ text: word, isMarked: true });
    done = index + word.length;
  }
  if (done < text.length) found.push({ text: text.slice(done), isMarked: false });
  return found;
}

/**
 * From the first match in a line that ends like a sentence; headings and sources are quoted if there is none.
 * @param {string} text
 * @param {Set<string>} stems
 */
function fromFirstMatch(text, stems) {
  let other = "";
  for (const line of text.split("\n")) {
    if (!line.match(WORD)?.some((word) => hasStem(word, stems))) continue;
    if (LINE_END.test(line)) return fromMatch(line, stems);
    other ||= line;
  }
  return other && fromMatch(other, stems);
}

/** @param {string} line @param {Set<string>} stems */
function fromMatch(line, stems) {
  for (const { index, 0: word } of line.matchAll(WORD)) {
    if (hasStem(word, stems)) return excerpt(line, index, index + word.length);
  }
  return "";
}

/** @param {string} text */
function beginning(text) {
  const [line = ""] = text.split("\n");
  return line && excerpt(line, 0, 0);
}

/**
 * The sentence around a word and those after it, as many as fit; a longer one is cut, and shows it.
 * @param {string} line
 * @param {number} from
 * @param {number} to
 */
function excerpt(line, from, to) {
  const spans = sentences(line);
  const first = Math.max(
    spans.findIndex(({ end }) => end > from),
    0,
  );
  const span = spans[first] ?? { start: 0, end: line.length };
  if (span.end - span.start > LONGEST_EXCERPT) return cut(line, span, from, to);
  let last = span.end;
  for (const { end } of spans.slice(first + 1)) if (end - span.start <= ENOUGH) last = end;
  return line.slice(span.start, last);
}

/**
 * A piece of a long sentence around a word, cut between words.
 * @param {string} line
 * @param {Span} sentence
 * @param {number} from
 * @param {number} to
 */
function cut(line, sentence, from, to) {
  let start = sentence.start;
  if (to - start > LONGEST_EXCERPT / 2)
    start = line.lastIndexOf(" ", Math.max(from - LONGEST_EXCERPT / 3, start)) + 1;
  let end = Math.min(start + LONGEST_EXCERPT, sentence.end);
  if (end < sentence.end) end = Math.max(line.lastIndexOf(" ", end), to);
  return (
    (start > sentence.start ? CUT.trim() + " " : "") +
    line.slice(start, end) +
    (end < sentence.end ? CUT : "")
  );
}

/** The same words come again with every letter typed. @param {string} word @param {Set<string>} stems */
function hasStem(word, stems) {
  let found = stemsOfWord.get(word);
  if (!found) stemsOfWord.set(word, (found = words(word).map(stem)));
  return found.some((one) => stems.has(one));
}

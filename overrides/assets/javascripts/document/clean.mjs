// Text as every output shows it.

import { plainText } from "./plain.mjs";

/** @import {Text} from "../shared/types.mjs" */

const WHITE_SPACE = /[ \t\n\r\v\f\u2028\u2029]+/g;
// What XML cannot hold, and marks that turn text around.
const UNWANTED = /[^\t-\r\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Return the text as every output shows it: one line, no control characters, nothing that turns it around.
 * @param {Text} text
 * @returns {string}
 */
export function cleanText(text) {
  return cleanSpan(plainText(text)).trim();
}

/**
 * The same for a part of a text, whose ends may be spaces between words.
 * @param {string} text
 * @returns {string}
 */
export function cleanSpan(text) {
  return text.replace(UNWANTED, "").replace(WHITE_SPACE, " ");
}

/**
 * The same in pieces, those with an address on the web marked.
 * @param {Text} text
 * @returns {{text: string, href: string}[]}
 */
export function cleanSpans(text) {
  const spans = typeof text === "string" ? [text] : text;
  const pieces = spans.map((span) => {
    const href = typeof span === "object" && span.look.kind === "link" ? span.look.href : "";
    return { text: cleanSpan(plainText([span])), href: /^https?:/.test(href) ? href : "" };
  });
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return pieces;
}

/**
 * The same for a text that may have several lines.
 * @param {Text} text
 * @returns {string[]}
 */
export function cleanLines(text) {
  return plainText(text)
    .split(/\r\n|\r|\n/)
    .map(cleanText);
}

// What people type is text, within limits. No DOM.

import { cleanText } from "../document/clean.mjs";
import { isDay } from "../shared/dates.mjs";

const LINE_LIMIT = 200;
const TEXT_LIMIT = 10_000;
// They would turn around the text that follows them.
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Check the text of a field with one line.
 * @param {string} text
 * @returns {{text: string, problem: string}} a refused text is empty, and the problem says why
 */
export function checkLine(text) {
  return accept(text, LINE_LIMIT, cleanText);
}

/**
 * Check the text of a field with several lines.
 * @param {string} text
 * @returns {{text: string, problem: string}}
 */
export function checkLines(text) {
  return accept(text, TEXT_LIMIT, (accepted) => accepted);
}

/**
 * Split a text into its lines; empty ones are left out.
 * @param {string} text
 * @returns {string[]}
 */
export function linesOf(text) {
  return text.split("\n").map(cleanText).filter(Boolean);
}

/**
 * Check the day in a field for dates.
 * @param {string} text
 * @returns {{text: string, problem: string}}
 */
export function checkDay(text) {
  if (!text || isDay(text)) return { text, problem: "" };
  return { text: "", problem: "Diesen Tag gibt es nicht, oder das Jahr liegt zu weit zurück oder voraus." };
}

/** @param {string} text @param {number} limit @param {(text: string) => string} clean */
function accept(text, limit, clean) {
  const length = [...text].length;
  if (length > limit) {
    const [is, allowed] = [length, limit].map((number) => number.toLocaleString("de-DE"));
    return {
      text: "",
      problem: `Der Text ist mit ${is} Zeichen zu lang und wird nicht übernommen. Möglich sind ${allowed}.`,
    };
  }
  if (DIRECTION_MARKS.test(text)) {
    const problem =
      "Der Text enthält unsichtbare Zeichen, die die Schreibrichtung ändern. Er wird nicht übernommen.";
    return { text: "", problem };
  }
  return { text: clean(text), problem: "" };
}

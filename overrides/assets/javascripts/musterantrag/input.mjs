// What people type is text, within limits. No DOM.

import { cleanText } from "../document/clean.mjs";
import { isDay } from "../shared/dates.mjs";
import { withoutDirections } from "../shared/letters.mjs";

const LINE_LIMIT = 200;
const TEXT_LIMIT = 10_000;
// What word processors put in front of the items of a list; but not „3. Quartal“.
const ORDINAL =
  "Quartal|Halbjahr|Sitzung|Lesung|Auflage|Jahrestag|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|[a-zäöüß]+ und \\d|und \\d|bis \\d";
// Letters stand for signs of the font Wingdings, where a tab follows.
const BULLETS = [
  "[•·‣⁃∙\\u25a0-\\u27bf\\u2b00-\\u2bff\\p{Co}]\\s*",
  "[-‐-―−*+>→⇒]\\s+",
  "\\[[ xX]?\\]\\s*",
  "[oØüvq§]\\t\\s*",
  "\\(?(?:[A-Za-zÄÖÜäöü]|[ivx]{2,4}|\\d{1,2})\\.?\\)\\s*",
  "[IVX]{1,4}\\.\\s+(?!ORDINAL)",
  "\\d{1,2}(?:\\.\\d{1,2})+\\s+(?!Uhr|Prozent|Mi[ol]|Euro|[%€])",
  "\\d{1,2}\\.(?!\\s*(?:\\d|ORDINAL))\\s*",
].map((mark) => mark.replace("ORDINAL", ORDINAL));
const BULLET = new RegExp(`^[\\s\\u200b]*(?:${BULLETS.join("|")})+`, "u");
// Their full stop belongs to the word.
const ABBREVIATION =
  /(?:^|[\s(.])(?:usw|etc|ff?|\p{L}\. ?\p{L}|bzw|ca|ggf|inkl|Nr|Abs|Art|Str|St|Dr|med|Prof|Co|Tel|Jh|Chr|MwSt|Mio|Mrd|Std|Min|max|min)\.$/u;

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
 * Split a pasted list into requests: without bullets, numbers and end marks, which the document sets itself.
 * @param {string} text
 * @returns {string[]}
 */
export function requestsOf(text) {
  return text
    .split("\n")
    .map((line) => withoutEnd(cleanText(line.replace(BULLET, ""))))
    .filter(Boolean);
}

/** @param {string} line */
function withoutEnd(line) {
  const bare = line.replace(/[\s;,!?]+$/, "");
  return ABBREVIATION.test(bare) ? bare : bare.replace(/[\s.;,!?]+$/, "");
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
  if (withoutDirections(text) !== text) {
    const problem =
      "Der Text enthält unsichtbare Zeichen, die die Schreibrichtung ändern. Er wird nicht übernommen.";
    return { text: "", problem };
  }
  return { text: clean(text), problem: "" };
}

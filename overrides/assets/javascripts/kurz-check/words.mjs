// Words for answers and questions. The page loads them at once, so they do without the arithmetic.

import { shortDate } from "../shared/dates.mjs";

/** @import {Answer} from "../shared/types.mjs" */

const STATES = { "weiss-nicht": "weiß nicht", "trifft-nicht-zu": "trifft nicht zu" };

/** @param {Answer} answer */
export function answerText(answer) {
  if (typeof answer === "number") return `${answer} %`;
  return answer === null ? "nicht beantwortet" : STATES[answer];
}

/** @param {number|null} [ziel] */
export function goalText(ziel) {
  return ziel === null || ziel === undefined ? "" : answerText(ziel);
}

/** The median, or the few values there are. @param {{werte: number[], median: number|null}} summary */
export function middleText({ werte, median }) {
  return median === null ? werte.map(answerText).join(" und ") || "–" : `Median ${answerText(median)}`;
}

/** @param {{nr: number|null, titel: string}} frage */
export function frageTitle({ nr, titel }) {
  return nr ? `${nr}. ${titel}` : `Zusatzfrage: ${titel}`;
}

/** @param {string} day empty if a file did not hold one */
export function dateText(day) {
  return day ? shortDate(day) : "ohne Datum";
}

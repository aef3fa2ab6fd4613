import { bandOf, isStep } from "./scoring.mjs";

const STATES = { "weiss-nicht": "weiß nicht", "trifft-nicht-zu": "trifft nicht zu" };

/** @param {Answer} answer */
export function answerText(answer) {
  return isStep(answer) ? `${answer} %` : (STATES[answer] ?? "nicht beantwortet");
}

/** @param {Answer} answer @param {Scale} scale */
export function bandText(answer, scale) {
  return isStep(answer) ? bandOf(answer, scale).titel : "offen";
}

/** The median, or the few values there are. @param {{werte: number[], median: ?number}} summary */
export function middleText({ werte, median }) {
  return median === null ? werte.map(answerText).join(" und ") || "–" : `Median ${answerText(median)}`;
}

/** @param {{nr: ?number, titel: string}} question */
export function questionTitle({ nr, titel }) {
  return nr ? `${nr}. ${titel}` : `Zusatzfrage: ${titel}`;
}

/** @param {string} date 2026-11-21 @returns {string} 21.11.2026 */
export function germanDate(date) {
  return date.split("-").reverse().join(".");
}

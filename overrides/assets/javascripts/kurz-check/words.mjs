import { bandOf, isStep } from "./scoring.mjs";

const STATES = { "weiss-nicht": "weiß nicht", "trifft-nicht-zu": "trifft nicht zu" };

/** @param {import("./scoring.mjs").Answer} answer */
export function answerText(answer) {
  return isStep(answer) ? `${answer} %` : (STATES[answer] ?? "nicht beantwortet");
}

/** @param {import("./scoring.mjs").Answer} answer @param {import("./scoring.mjs").Scale} scale */
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

/** Semicolons and a byte order mark, as spreadsheets in German offices expect. @param {string[][]} rows */
export function toCsv(rows) {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(";")).join("\r\n")}\r\n`;
}

function csvCell(value) {
  // A leading sign would make a spreadsheet read the text as a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Answers and plan as tables for spreadsheets.

import { withoutDirections } from "../../shared/letters.mjs";
import { bandText } from "../report/bands.mjs";
import { isStep } from "../scoring.mjs";
import { answerText, frageTitle, goalText } from "../words.mjs";

/**
 * @import {Check, Scale, Start} from "../../shared/types.mjs"
 * @typedef {(string|number)[]} Row
 */

/**
 * Every answer with its state in words and in numbers.
 * @param {Check} check
 * @param {Scale} scale
 * @returns {Row[]}
 */
export function answerTable({ fragen }, scale) {
  const rows = fragen.map(({ nr, titel, frage, antwort, notiz, ziel }) => [
    nr ?? "Zusatzfrage",
    titel,
    frage,
    answerText(antwort),
    isStep(antwort) ? antwort : "",
    bandText(antwort, scale),
    ziel ?? "",
    notiz,
  ]);
  return [["Nr.", "Titel", "Frage", "Antwort", "Prozent", "Einordnung", "Ziel in Prozent", "Notiz"], ...rows];
}

/** One step per place to start, with who does it until when. @param {Start[]} starts @returns {Row[]} */
export function planTable(starts) {
  const rows = starts.map(({ frage, answer, ziel, schritt, wer = "", bis_wann = "" }) => {
    const links = frage.links.map(({ text }) => text).join(", ");
    return [frageTitle(frage), answerText(answer), goalText(ziel), links, schritt, wer, bis_wann];
  });
  return [["Frage", "Antwort", "Ziel", "Empfehlung", "Erster Schritt", "Wer", "Bis wann"], ...rows];
}

/** Semicolons and a byte order mark, as spreadsheets in German offices expect. @param {Row[]} rows */
export function toCsv(rows) {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(";")).join("\r\n")}\r\n`;
}

/** @param {string|number} value */
function csvCell(value) {
  // A leading sign would make a spreadsheet read the text as a formula.
  const shown = withoutDirections(String(value));
  const text = /^[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

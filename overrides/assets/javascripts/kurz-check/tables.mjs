// Answers and plan as tables for spreadsheets.

import { isStep } from "./scoring.mjs";
import { answerText, bandText } from "./words.mjs";

/** Every answer with its state in words and in numbers. @param {Check} check @param {Scale} scale */
export function answerTable({ fragen }, scale) {
  const rows = fragen.map(({ nr, titel, frage, antwort, notiz }) => [
    nr ?? "Zusatzfrage",
    titel,
    frage,
    answerText(antwort),
    isStep(antwort) ? antwort : "",
    bandText(antwort, scale),
    notiz,
  ]);
  return [["Nr.", "Titel", "Frage", "Antwort", "Prozent", "Einordnung", "Notiz"], ...rows];
}

/** One step per place to start, to be filled in by hand. @param {Element[]} $cards the cards of the result */
export function planTable($cards) {
  const rows = $cards.map(($card) => {
    const [$question, $answer] = $card.querySelector("h4").childNodes;
    const links = [...$card.querySelectorAll("[data-empfehlung]")].map(($link) => $link.textContent);
    const step = $card.querySelector("[data-schritt] span").textContent;
    return [$question.textContent, $answer.textContent.slice(2), links.join(", "), step, "", ""];
  });
  return [["Frage", "Antwort", "Empfehlung", "Erster Schritt", "Wer", "Bis wann"], ...rows];
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

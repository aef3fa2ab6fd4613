// The workshop as a sheet: drawn on the screen, written into files. No DOM.

import { longDate, shortDate } from "../../shared/dates.mjs";
import {
  changeText,
  changeTitle,
  changesOf,
  cautionsOf,
  goalsText,
  haveGoals,
  valuesText,
  countedValues,
} from "../bild/zeiten.mjs";
import { laterVerdict, topicRows } from "../bild/rows.mjs";
import { groupOf, otherAnswers, verdictSentence, verdictWord } from "../bild/words.mjs";
import { frageTitle } from "../../kurz-check/words.mjs";
import { agreedOn, isAgreed, laterAnswer, peopleText, personLabel, present } from "../room.mjs";
import { answerSign } from "../squares.mjs";

/**
 * @import {Block, Doc, Text} from "../../shared/types.mjs"
 * @import {Judged, Known, Person, Row, Werkstatt} from "../types.mjs"
 * @typedef {(string|number)[][]} Table
 */

/**
 * @param {Werkstatt} room
 * @param {Row[]} rows
 * @param {Known} known
 * @returns {Doc}
 */
export function composeSheet(room, rows, known) {
  const title = ["Ergebnis der Werkstatt", room.kommune].filter(Boolean).join(": ");
  const blocks = [
    heading(1, title),
    paragraph(`${longDate(room.datum)}, ${peopleText(room)}`.replace(/^, /, "")),
    ...agreedBlocks(room, rows),
    ...topicBlocks(rows, known),
    ...actBlocks(rows),
    ...verdictTable(rows),
    ...answerBlocks(room, rows),
    ...dateBlocks(room, known),
  ];
  return { title, blocks };
}

/**
 * The sheet as a table for spreadsheets: one row per question, one column per person.
 * @param {Werkstatt} room
 * @param {Row[]} rows
 * @returns {Table}
 */
export function sheetTable(room, rows) {
  const people = present(room);
  const names = people.map((person) => personLabel(person, room.verdeckt));
  const head = [
    "Nr.",
    "Frage",
    ...names,
    ...names.map((name) => `${name}, nach dem Gespräch`),
    "Urteil",
    "Abstand",
  ];
  const agreedHead = ["Gemeinsamer Wert", "Ziel", "Wer", "Bis wann", "Notiz", "In den Antrag"];
  return [
    [...head, ...agreedHead],
    ...rows.map((row) => {
      const { id, nr, titel } = row.frage;
      const judged = laterVerdict(row);
      const { wert, ziel, wer, bis, notiz, antrag } = agreedOn(room, id);
      return [
        nr ?? "Zusatzfrage",
        titel,
        ...people.map(({ antworten }) => answerSign(antworten[id] ?? null)),
        ...people.map(({ zweite }) => (id in zweite ? answerSign(zweite[id] ?? null) : "")),
        verdictWord(judged),
        judged.abstand ?? "",
        ...[wert, ziel, wer, bis && shortDate(bis), notiz, antrag ? "ja" : ""],
      ];
    }),
  ];
}

/** @param {Werkstatt} room @param {Row[]} rows @returns {Block[]} */
function agreedBlocks(room, rows) {
  const agreed = rows
    .map((row) => ({ row, what: agreedOn(room, row.frage.id) }))
    .filter(({ what }) => isAgreed(what));
  if (!agreed.length) return [heading(2, "Verabredet"), paragraph("Noch ist nichts verabredet.")];
  const lines = agreed.map(({ row, what: { wert, ziel, wer, bis, notiz } }) => [
    frageTitle(row.frage),
    [wert && `${wert} %`, ziel && `Ziel ${ziel} %`].filter(Boolean).join("\n"),
    [wer, bis && `bis ${shortDate(bis)}`].filter(Boolean).join("\n"),
    notiz,
  ]);
  const header = ["Frage", "Wert und Ziel", "Wer und bis wann", "Notiz"];
  return [
    heading(2, "Verabredet"),
    { type: "table", caption: "Gemeinsame Werte, Ziele und nächste Schritte", header, rows: lines },
  ];
}

/** @param {Row[]} rows @param {Known} known @returns {Block[]} */
function topicBlocks(rows, known) {
  const items = topicRows(rows, known).map(
    (row) => `${frageTitle(row.frage)}: ${verdictSentence(laterVerdict(row), known.rules)}`,
  );
  return items.length ? [heading(2, "Darüber reden"), list(items)] : [];
}

/** @param {Row[]} rows @returns {Block[]} */
function actBlocks(rows) {
  const weak = rows
    .filter((row) => groupOf(laterVerdict(row)) === "handeln")
    .map(({ frage }) => frageTitle(frage));
  return weak.length ? [heading(2, "Einig, aber schwach: hier handeln"), list(weak)] : [];
}

/** @param {Row[]} rows @returns {Block[]} */
function verdictTable(rows) {
  const lines = rows.map((row) => {
    const judged = laterVerdict(row);
    const apart = judged.abstand === null ? "" : `, Abstand ${judged.abstand}`;
    return [frageTitle(row.frage), verdictWord(judged) + apart, valuesWithOthers(judged)];
  });
  const header = ["Frage", "Urteil", "Antworten in Prozent"];
  const caption = "Abstand: so viele Punkte liegen zwei Personen im Mittel auseinander";
  return [heading(2, "Alle Fragen"), { type: "table", caption, header, rows: lines }];
}

/** Persons as numbers: twelve long names have no room in twelve columns. @param {Werkstatt} room @param {Row[]} rows @returns {Block[]} */
function answerBlocks(room, rows) {
  const people = present(room);
  const header = ["Nr.", ...people.map(({ nr }) => String(nr))];
  const lines = rows.map((row, index) => [
    String(row.frage.nr ?? `Z${index + 1}`),
    ...people.map((person) => bothAnswers(person, row.frage.id)),
  ]);
  const legend = people.map((person) => `${person.nr}: ${personLabel(person, room.verdeckt)}`);
  const names = room.verdeckt ? "Die Namen sind verborgen." : `${legend.join("; ")}.`;
  const caption =
    "Zeilen: Fragen. Spalten: Personen. Nach „/“ die neue Einschätzung. ? weiß nicht, – trifft nicht zu";
  return [heading(2, "Alle Antworten"), paragraph(names), { type: "table", caption, header, rows: lines }];
}

/** @param {Werkstatt} room @param {Known} known @returns {Block[]} */
function dateBlocks(room, known) {
  const { damals } = room;
  if (!damals) return [];
  const equal = known.scale.rules.gleich;
  const changes = changesOf(damals, room, known);
  const goals = (/** @type {string} */ text) => (haveGoals(changes) ? [text] : []);
  const lines = changes.map((change) => [
    changeTitle(change),
    valuesText(change.before),
    valuesText(change.after),
    changeText(change, equal),
    ...goals(goalsText(change.ziele)),
  ]);
  const header = ["Frage", "Damals", "Heute", "Veränderung", ...goals("Ziel von damals")];
  const caption = `Bis ${equal} Punkte Unterschied heißt es „etwa gleich“`;
  const cautions = cautionsOf(room);
  return [
    heading(2, "Damals und heute"),
    ...(cautions.length ? [list(cautions)] : []),
    { type: "table", caption, header, rows: lines },
  ];
}

/** @param {Person} person @param {string} id */
function bothAnswers(person, id) {
  const first = answerSign(person.antworten[id] ?? null);
  return id in person.zweite ? `${first}/\n${answerSign(laterAnswer(person, id))}` : first;
}

/** @param {Judged} judged */
function valuesWithOthers(judged) {
  return [countedValues(judged.werte), ...otherAnswers(judged)].filter(Boolean).join("; ");
}

/** @param {number} level @param {string} text @returns {Block} */
function heading(level, text) {
  return { type: "heading", level, text };
}

/** @param {Text} text @returns {Block} */
function paragraph(text) {
  return { type: "paragraph", text };
}

/** @param {string[]} items @returns {Block} */
function list(items) {
  return { type: "list", ordered: false, items };
}

// Files that people open → who may come in, and what did not, in words with the way out. No DOM.

import { Refused } from "../../kurz-check/fields.mjs";
import { openAny } from "../datei/file.mjs";
import { unreadable } from "../datei/saved.mjs";

/**
 * @import {Opened} from "../datei/file.mjs"
 * @import {Incoming, Known, Werkstatt, Ziele} from "../types.mjs"
 * @typedef {{people: Incoming[], workshops: Werkstatt[], said: string[]}} Read
 */

/**
 * @param {{name: string, text: string}[]} files
 * @param {string} goal what they are opened for: „dazu“, „damals“ or „weiter“
 * @param {Known} known
 * @returns {Read}
 */
export function readFiles(files, goal, known) {
  /** @type {Read} */
  const read = { people: [], workshops: [], said: [] };
  for (const { name, text } of files) {
    try {
      const opened = openAny(text, known);
      const people = peopleIn(opened, goal);
      if ("room" in opened) read.workshops.push(opened.room);
      else if (goal === "weiter") throw new Refused("Zum Fortsetzen braucht es eine gesicherte Werkstatt.");
      if (opened.lost.length) read.said.push(unreadable(`„${name}“`, opened.lost));
      read.said.push(...unasked(`„${name}“`, people, known));
      read.people.push(...people);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      read.said.push(`Fehler: „${name}“: ${error.message}`);
    }
  }
  return read;
}

/** The goals that a workshop agreed on. @param {Werkstatt} workshop @returns {Ziele} */
export function agreedGoals({ vereinbart }) {
  const goals = Object.entries(vereinbart).map(([id, { ziel }]) => [id, ziel]);
  return Object.fromEntries(goals.filter(([, ziel]) => ziel).map(([id, ziel]) => [id, Number(ziel)]));
}

/** @param {number} count @param {Known} known */
export function tooMany(count, { rules }) {
  const who = count === 1 ? "Eine Person passt" : `${count} Personen passen`;
  return `${who} nicht mehr hinein: In eine Runde gehören höchstens ${rules.personen}. Entfernen Sie jemanden, oder öffnen Sie für die Übrigen eine zweite Werkstatt.`;
}

/** Who is in a file; those of a workshop come as they were after its talk. @param {Opened} opened @param {string} goal @returns {Incoming[]} */
function peopleIn(opened, goal) {
  if (!("room" in opened)) return [opened.incoming];
  const { kommune, datum, personen } = opened.room;
  return personen.map(({ nr, zweite, ...person }) => ({
    ...person,
    antworten: { ...person.antworten, ...zweite },
    ort: goal === "damals" ? person.ort : person.ort || kommune,
    datum: person.datum || datum,
    quelle: "werkstatt",
  }));
}

/** Answers to questions that this page does not ask. @param {string} source @param {Incoming[]} people @param {Known} known @returns {string[]} */
function unasked(source, people, { fragen }) {
  const asked = new Set(fragen.map(({ id }) => id));
  const given = people.flatMap(({ antworten }) => Object.entries(antworten));
  const count = given.filter(([id, answer]) => answer !== null && !asked.has(id)).length;
  if (!count) return [];
  const what = count === 1 ? "Eine Antwort gehört" : `${count} Antworten gehören`;
  return [
    `${source}: ${what} zu Fragen, die es hier nicht gibt. Im Bild fehlen sie; in der gesicherten Werkstatt bleiben sie.`,
  ];
}

// The saved workshop: written, read back, checked. Its schema is published as api/v1/werkstatt-datei.schema.json,
// files to try a reader with as api/v1/werkstatt-pruefdateien.json.

import { foreign, isAnswer, isId, isText, Refused, readFile, valuesOf } from "../kurz-check/file.mjs";
import { isDay } from "../shared/dates.mjs";

/**
 * @import {Fields} from "../kurz-check/file.mjs"
 * @import {Check} from "../shared/types.mjs"
 * @import {Antworten, Incoming, Known, Person, Quelle, Runde, Werkstatt} from "./types.mjs"
 * @typedef {{room: Werkstatt, lost: string[]}|{incoming: Incoming, lost: string[]}} Opened a workshop, or one
 *   person's Kurz-Check, and what of it cannot be read
 */

const WORKSHOP_FORMAT = "integration-vor-ort/werkstatt";
const WORKSHOP_VERSION = 1;
const LONGEST_FILE = 5_000_000;
const MOST_PEOPLE = 60;
const SOURCES = ["name", "code", "link", "datei", "papier", "werkstatt"];
const MOST_ENTRIES = 100;

const isName = isText(120);
/** @param {any} value */
const isDayOrNone = (value) => value === "" || (typeof value === "string" && isDay(value));
/** @param {any} value a step as a field holds it */
const isStepOrNone = (value) => typeof value === "string" && /^([1-9]?0|100)?$/.test(value);
/** @param {any} value */
const isTruth = (value) => typeof value === "boolean";
/** @type {Fields} */
const ROUND = [
  ["kommune", isName, "Name der Kommune", ""],
  ["datum", isDayOrNone, "Datum", ""],
];
/** @type {Fields} */
const ROOM = [
  ["verdeckt", isTruth, "„verdeckt“", false],
  ["offen", isTruth, "„offen“", false],
];
/** @type {Fields} */
const PERSON = [
  ["nr", (value) => Number.isInteger(value) && value > 0, "Nummer", 0],
  ["name", isName, "Name", ""],
  ["ort", isName, "Ort", ""],
  ["quelle", (value) => SOURCES.includes(value), "Weg in die Runde", "werkstatt"],
  ["datum", isDayOrNone, "Datum", ""],
  ["stand", isText(40), "Stand des Katalogs", ""],
];
/** @type {Fields} */
const AGREED = [
  ["wert", isStepOrNone, "gemeinsamer Wert", ""],
  ["ziel", isStepOrNone, "Ziel", ""],
  ["wer", isName, "„Wer“", ""],
  ["bis", isDayOrNone, "„Bis wann“", ""],
  ["notiz", isText(2000), "Notiz", ""],
  ["antrag", isTruth, "„In den Antrag“", false],
];

/** @param {Werkstatt} room @returns {string} the text of the file */
export function writeWorkshop(room) {
  return `${JSON.stringify({ format: WORKSHOP_FORMAT, version: WORKSHOP_VERSION, ...room }, null, 1)}\n`;
}

/**
 * Read a file that may be a workshop or one person's Kurz-Check.
 * @param {string} text
 * @param {Known} known
 * @returns {Opened}
 * @throws {Refused}
 */
export function openAny(text, known) {
  if (text.length > LONGEST_FILE) throw new Refused("Die Datei ist zu groß.");
  const data = parsedOrNull(text);
  if (data?.format === WORKSHOP_FORMAT) return workshopOf(data);
  const { check, lost } = readFile(text, known.options);
  return { incoming: incomingFrom(check, "datei"), lost };
}

/** The person whose Kurz-Check this is. @param {Check} check @param {Quelle} quelle @returns {Incoming} */
export function incomingFrom({ name, datum, katalog_stand: stand, fragen }, quelle) {
  const antworten = Object.fromEntries(fragen.map(({ id, antwort }) => [id, antwort]));
  return { name, ort: "", quelle, datum, stand, antworten };
}

/** @param {any} data @returns {{room: Werkstatt, lost: string[]}} @throws {Refused} */
function workshopOf({ format, version, vereinbart, damals, ...data }) {
  if (!Number.isInteger(version) || version < 1 || !Array.isArray(data.personen))
    throw new Refused("Die Datei ist unvollständig oder beschädigt.");
  if (version > WORKSHOP_VERSION)
    throw new Refused("Diese Datei stammt aus einer neueren Fassung der Werkstatt. Öffnen Sie sie dort.");
  /** @type {string[]} */
  const lost = [];
  const room = {
    ...roundOf(data, ROOM, lost, ""),
    vereinbart: entriesOf(vereinbart, "Verabredung zu", lost, "", (agreed, where) =>
      isRecord(agreed) ? allOf(agreed, AGREED, lost, where) : undefined,
    ),
    damals: formerOf(damals, lost),
  };
  return { room, lost };
}

/** @param {any} damals @param {string[]} lost @returns {Runde|null} */
function formerOf(damals, lost) {
  if (Array.isArray(damals?.personen)) return roundOf(damals, [], lost, " (damals)");
  if (damals !== null) lost.push("die frühere Runde");
  return null;
}

/** @param {any} data @param {Fields} more @param {string[]} lost @param {string} where @returns {any} */
function roundOf({ personen, ...data }, more, lost, where) {
  const found = allOf(data, [...ROUND, ...more], lost, where);
  if (personen.length > MOST_PEOPLE) lost.push(`überzählige Personen${where}`);
  /** @type {Person[]} */
  const people = [];
  personen.slice(0, MOST_PEOPLE).forEach((/** @type {any} */ one, /** @type {number} */ index) => {
    if (isRecord(one))
      people.push(personFrom(one, people.length + 1, lost, ` von Person ${index + 1}${where}`));
    else lost.push(`die ${index + 1}. Person${where}`);
  });
  return { ...found, personen: people };
}

/** @param {any} data @param {number} nr @param {string[]} lost @param {string} where @returns {Person} */
function personFrom({ antworten, zweite, ...data }, nr, lost, where) {
  return {
    ...allOf(data, PERSON, lost, where),
    nr,
    antworten: answersOf(antworten, "Antwort auf", lost, where),
    zweite: answersOf(zweite, "neue Antwort auf", lost, where),
  };
}

/** @param {any} data @param {string} words @param {string[]} lost @param {string} where @returns {Antworten} */
function answersOf(data, words, lost, where) {
  return entriesOf(data, words, lost, where, (answer) => (isAnswer(answer) ? answer : undefined));
}

/** Known fields only, so that nothing else of a hostile file gets any further. @param {any} data @param {Fields} fields @param {string[]} lost @param {string} where @returns {any} */
function allOf(data, fields, lost, where) {
  lost.push(...foreign(data, fields).map((name) => name + where));
  return valuesOf(data, fields, lost, where);
}

/**
 * What stands under ids of questions.
 * @template T
 * @param {any} data
 * @param {string} words what one entry is
 * @param {string[]} lost
 * @param {string} where
 * @param {(value: any, where: string) => T|undefined} read
 * @returns {Record<string, T>}
 */
function entriesOf(data, words, lost, where, read) {
  const entries = Object.entries(isRecord(data) ? data : {});
  if (!isRecord(data)) lost.push(`${words} alle Fragen${where}`);
  if (entries.length > MOST_ENTRIES) lost.push(`überzählige Einträge: ${words} Fragen${where}`);
  /** @type {Record<string, T>} */
  const found = {};
  for (const [id, entry] of entries.slice(0, MOST_ENTRIES)) {
    const value = isId(id) ? read(entry, ` zu „${id}“${where}`) : undefined;
    if (value === undefined) lost.push(`${words} „${id.slice(0, 40)}“${where}`);
    else found[id] = value;
  }
  return found;
}

/** @param {any} value */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {string} text @returns {any} */
function parsedOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

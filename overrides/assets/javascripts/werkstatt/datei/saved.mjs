// A room from elsewhere, a file or an earlier page of this tab: known fields with valid values, the rest is named.

import { isDay } from "../../shared/dates.mjs";
import {
  Refused,
  damaged,
  foreign,
  isAnswer,
  isId,
  isName,
  isStepOf100,
  isText,
  valuesOf,
} from "../../kurz-check/fields.mjs";
import { emptyRoom } from "../room.mjs";

/**
 * @import {Fields} from "../../kurz-check/fields.mjs"
 * @import {Antworten, Damals, Person, Werkstatt, Ziele} from "../types.mjs"
 */

const MOST_PEOPLE = 60;
const SOURCES = ["name", "code", "link", "datei", "papier", "werkstatt"];
const MOST_ENTRIES = 100;
const FORMERLY = " (damals)";
/** A message names so many of the things that cannot be read, and counts the rest. */
const MOST_NAMED = 12;

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
  ["nr", (value) => Number.isSafeInteger(value) && value > 0, "Nummer", 0],
  ["name", isName, "Name", ""],
  ["ort", isName, "Ort", ""],
  ["quelle", (value) => SOURCES.includes(value), "Weg in die Runde", "werkstatt"],
  ["datum", isDayOrNone, "Datum", ""],
  ["stand", isText(40), "Stand des Katalogs", ""],
];
/** @type {Fields} */
const AGREEMENT = [
  ["wert", isStepOrNone, "gemeinsamer Wert", ""],
  ["ziel", isStepOrNone, "Ziel", ""],
  ["wer", isName, "„Wer“", ""],
  ["bis", isDayOrNone, "„Bis wann“", ""],
  ["notiz", isText(2000), "Notiz", ""],
  ["antrag", isTruth, "„In den Antrag“", false],
];

/**
 * @param {any} data
 * @param {string} source
 * @returns {{room: Werkstatt, lost: string[]}} the room, and what of it cannot be read
 * @throws {Refused}
 */
export function readRoom(data, source) {
  if (!Array.isArray(data?.personen)) throw damaged(source);
  const { vereinbart, damals, ...round } = data;
  /** @type {string[]} */
  const lost = [];
  const room = {
    ...roundOf(round, ROOM, lost, ""),
    vereinbart: entriesOf(vereinbart, "Verabredung zu", lost, "", (agreed, where) =>
      isRecord(agreed) ? allOf(agreed, AGREEMENT, lost, where) : undefined,
    ),
    damals: formerOf(damals, lost),
  };
  return { room, lost };
}

/** What another page of this browser has kept. @param {unknown} kept @returns {{room: Werkstatt, problem: string}} the room, and in words what it has lost */
export function keptRoom(kept) {
  const source = "Die Runde dieses Tabs";
  try {
    const { room, lost } = readRoom(kept, source);
    return { room, problem: lost.length ? unreadable(source, lost) : "" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { room: emptyRoom(), problem: error.message };
  }
}

/** What did not come in, and the way out. @param {string} source @param {string[]} lost */
export function unreadable(source, lost) {
  const count = lost.length === 1 ? "Eine Angabe ließ" : `${lost.length} Angaben ließen`;
  const more = lost.length > MOST_NAMED ? ` und ${lost.length - MOST_NAMED} weitere` : "";
  const named = lost.slice(0, MOST_NAMED).join(", ") + more;
  return `${source}: ${count} sich nicht übernehmen: ${named}. Geben Sie Fehlendes neu ein, oder bitten Sie die Person um ihren Code.`;
}

/** @param {any} damals @param {string[]} lost @returns {Damals|null} */
function formerOf(damals, lost) {
  if (Array.isArray(damals?.personen)) {
    const { ziele, ...round } = damals;
    return { ...roundOf(round, [], lost, FORMERLY), ziele: goalsOf(ziele, lost, FORMERLY) };
  }
  if (damals !== null) lost.push("die frühere Runde");
  return null;
}

/** @param {any} data @param {Fields} more @param {string[]} lost @param {string} where @returns {any} */
function roundOf({ personen, ...data }, more, lost, where) {
  const found = allOf(data, [...ROUND, ...more], lost, where);
  const extra = personen.length - MOST_PEOPLE;
  if (extra > 0)
    lost.push(
      `${extra === 1 ? "eine Person" : `${extra} Personen`} über den ${MOST_PEOPLE}, die Platz haben${where}`,
    );
  /** @type {Person[]} */
  const people = [];
  personen.slice(0, MOST_PEOPLE).forEach((/** @type {any} */ one, /** @type {number} */ index) => {
    if (isRecord(one)) people.push(personFrom(one, lost, ` von Person ${index + 1}${where}`));
    else lost.push(`die ${index + 1}. Person${where}`);
  });
  return { ...found, personen: numbered(people) };
}

/** Everybody has a number of their own; who had one keeps it. @param {Person[]} people */
function numbered(people) {
  let highest = Math.max(0, ...people.map(({ nr }) => nr));
  const taken = new Set([0]);
  return people.map((person) => {
    const nr = taken.has(person.nr) ? ++highest : person.nr;
    taken.add(nr);
    return { ...person, nr };
  });
}

/** @param {any} data @param {string[]} lost @param {string} where @returns {Person} */
function personFrom({ antworten, zweite, ziele, ...data }, lost, where) {
  return {
    ...allOf(data, PERSON, lost, where),
    antworten: answersOf(antworten, "Antwort auf", lost, where),
    zweite: answersOf(zweite, "neue Antwort auf", lost, where),
    ziele: goalsOf(ziele, lost, where),
  };
}

/** Nobody has to have any. @param {any} data @param {string[]} lost @param {string} where @returns {Ziele} */
function goalsOf(data = {}, lost, where) {
  return entriesOf(data, "Ziel zu", lost, where, (goal) => (isStepOf100(goal) ? goal : undefined));
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
  if (!isRecord(data)) lost.push(`alle Einträge: ${words} Fragen${where}`);
  const extra = entries.length - MOST_ENTRIES;
  if (extra > 0) lost.push(`${extra} Einträge zu viel: ${words} Fragen${where}`);
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

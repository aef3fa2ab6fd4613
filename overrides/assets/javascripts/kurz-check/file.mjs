// The saved file: written, read back, checked.  Its schema is published as api/v1/kurzcheck-datei.schema.json,
// files to try a reader with as api/v1/kurzcheck-pruefdateien.json.

import { isDay } from "../shared/dates.mjs";
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
} from "./fields.mjs";
import { decodeLink, encodeLink } from "../shared/link.mjs";

/**
 * @import {Fields} from "./fields.mjs"
 * @import {Check, Loaded, Options, GesicherteFrage} from "../shared/types.mjs"
 * @typedef {(data: any) => any} Migration
 */

const FORMAT = "integration-vor-ort/kurz-check";
const MOST_CHARACTERS = 1_000_000;
const MOST_QUESTIONS = 100;

/** Step n turns a file of version n + 1 into one of version n + 2. @type {Migration[]} */
const MIGRATIONS = [];

/** @param {Options} options @returns {Fields} */
const details = ({ land, art, groesse = [] }) => [
  ["katalog_stand", isText(40), "Stand des Katalogs", ""],
  ["name", isName, "Bezeichnung", ""],
  ["datum", isDay, "Datum", ""],
  ["land", (value) => land.includes(value), "Land", ""],
  ["art", (value) => art.includes(value), "Art der Kommune", ""],
  ["groesse", (value) => groesse.includes(value), "Größe der Kommune"],
  ["kommune", isName, "Name der Kommune"],
];
/** @type {Fields} */
const QUESTION = [
  ["nr", (value) => value === null || Number.isInteger(value), "Nummer", null],
  ["titel", isText(400), "Titel", ""],
  ["frage", isText(4000), "Wortlaut", ""],
  ["antwort", isAnswer, "Antwort", null],
  ["notiz", isText(2000), "Notiz", ""],
  ["ziel", (value) => value === null || isStepOf100(value), "Ziel"],
  ["wer", isName, "„Wer“"],
  ["bis_wann", isText(40), "„Bis wann“"],
  ["zurueckgestellt", (value) => typeof value === "boolean", "„zurückgestellt“"],
];

/** @param {Check} check @returns {string} the text of the file */
export function writeFile(check) {
  return `${JSON.stringify({ format: FORMAT, version: MIGRATIONS.length + 1, ...check }, null, 1)}\n`;
}

/**
 * Read a file. What of it cannot be read stays empty and is named; the rest is there.
 * @param {string} text
 * @param {Options} options
 * @param {Migration[]} migrations
 * @returns {Loaded}
 * @throws {Refused}
 */
export function readFile(text, options, migrations = MIGRATIONS) {
  if (text.length > MOST_CHARACTERS) throw new Refused("Die Datei ist zu groß für einen Kurz-Check.");
  let data = parse(text);
  if (data?.format !== FORMAT) throw new Refused("Diese Datei stammt nicht aus dem Kurz-Check.");
  const newest = migrations.length + 1;
  if (!Number.isInteger(data.version) || data.version < 1) throw damaged("Die Datei");
  if (data.version > newest) {
    throw new Refused("Diese Datei stammt aus einer neueren Fassung des Kurz-Checks. Öffnen Sie sie dort.");
  }
  for (const migrate of migrations.slice(data.version - 1)) data = migrate(data);
  const { format, version, ...rest } = data;
  return picked(rest, options, "Die Datei");
}

/** Answers for a link, without names, notes and plans. @param {Check} check */
export function toLink({ katalog_stand, datum, land, art, groesse, fragen }) {
  const antworten = Object.fromEntries(fragen.map(({ id, antwort }) => [id, antwort]));
  return encodeLink({ v: 1, katalog_stand, datum, land, art, groesse, antworten });
}

/** @param {string} text @param {Options} options @returns {Loaded} @throws {Refused} */
export function fromLink(text, options) {
  const { v, katalog_stand, datum, land, art, groesse, antworten } = decoded(text);
  if (v !== 1) throw new Refused("Dieser Link stammt aus einer anderen Fassung des Kurz-Checks.");
  const blank = { nr: null, titel: "", frage: "", notiz: "" };
  const fragen = Object.entries(antworten ?? {}).map(([id, antwort]) => ({ ...blank, id, antwort }));
  const size = groesse === undefined ? {} : { groesse };
  return picked({ katalog_stand, name: "", datum, land, art, ...size, fragen }, options, "Der Link");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeLink(text);
  } catch {
    throw damaged("Der Link");
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged("Die Datei");
  }
}

/**
 * Copy the known fields only, so that nothing else of a hostile file gets any further.
 * @param {any} data
 * @param {Options} options
 * @param {string} source
 * @returns {Loaded}
 */
function picked({ fragen, ...data }, options, source) {
  if (!Array.isArray(fragen)) throw damaged(source);
  const fields = details(options);
  /** @type {string[]} */
  const lost = [...foreign(data, fields), ...(fragen.length > MOST_QUESTIONS ? ["überzählige Fragen"] : [])];
  const found = valuesOf(data, fields, lost, "");
  /** @type {Map<string, GesicherteFrage>} */
  const kept = new Map();
  fragen.slice(0, MOST_QUESTIONS).forEach((frage, index) => {
    const { id, ...rest } = frage ?? {};
    if (!isId(id) || kept.has(id)) lost.push(`die ${index + 1}. Frage`);
    else kept.set(id, frageOf(id, rest, lost));
  });
  if (fragen.length && !kept.size) throw damaged(source);
  return { check: /** @type {Check} */ ({ ...found, fragen: [...kept.values()] }), lost };
}

/** @param {string} id @param {any} data @param {string[]} lost @returns {GesicherteFrage} */
function frageOf(id, data, lost) {
  const title = ` zu „${isText(400)(data.titel) && data.titel ? data.titel : id}“`;
  lost.push(...foreign(data, QUESTION).map((name) => name + title));
  return { id, ...valuesOf(data, QUESTION, lost, title) };
}

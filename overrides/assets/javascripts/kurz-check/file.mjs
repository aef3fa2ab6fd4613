// The saved file: written, read back, checked.  Its schema is published as api/v1/kurzcheck-datei.schema.json.

import { isDay } from "../shared/dates.mjs";
import { decodeLink, encodeLink } from "../shared/link.mjs";

/**
 * @import {Check, SavedQuestion} from "../shared/types.mjs"
 * @typedef {(value: any) => boolean} Test
 * @typedef {(data: any) => any} Migration
 */

const FORMAT = "integration-vor-ort/kurz-check";
const MOST_CHARACTERS = 500_000;
const MOST_QUESTIONS = 100;

/** Step n turns a file of version n + 1 into one of version n + 2. @type {Migration[]} */
const MIGRATIONS = [];

/** A file that is refused; the message is for the user. */
export class Refused extends Error {}

/** @param {number} most @returns {Test} */
const isText = (most) => (value) => typeof value === "string" && value.length <= most;
/** @type {Test} */
const isId = (value) => isText(80)(value) && /^[a-z0-9-]+$/.test(value);
/** @type {Test} */
const isStepOf100 = (value) => Number.isInteger(value) && value >= 0 && value <= 100 && value % 10 === 0;
/** @type {Test} */
const isAnswer = (value) =>
  value === null || ["weiss-nicht", "trifft-nicht-zu"].includes(value) || isStepOf100(value);

/** @type {Record<string, Test>} */
const FIELDS = {
  katalog_stand: isText(40),
  name: isText(120),
  datum: isText(40),
  land: isText(40),
  art: isText(40),
  fragen: (value) => Array.isArray(value) && value.length <= MOST_QUESTIONS,
};
/** @type {Record<string, Test>} */
const QUESTION_FIELDS = {
  id: isId,
  nr: (value) => value === null || Number.isInteger(value),
  titel: isText(400),
  frage: isText(4000),
  antwort: isAnswer,
  notiz: isText(2000),
};

/** @param {Check} check @returns {string} the text of the file */
export function writeFile(check) {
  return `${JSON.stringify({ format: FORMAT, version: MIGRATIONS.length + 1, ...check }, null, 1)}\n`;
}

/** @param {string} text @param {Migration[]} migrations @returns {Check} @throws {Refused} */
export function readFile(text, migrations = MIGRATIONS) {
  if (text.length > MOST_CHARACTERS) throw new Refused("Die Datei ist zu groß für einen Kurz-Check.");
  let data = parse(text);
  if (data?.format !== FORMAT) throw new Refused("Diese Datei stammt nicht aus dem Kurz-Check.");
  const newest = migrations.length + 1;
  if (!Number.isInteger(data.version) || data.version < 1) throw damaged("version");
  if (data.version > newest) {
    throw new Refused("Diese Datei stammt aus einer neueren Fassung des Kurz-Checks. Öffnen Sie sie dort.");
  }
  for (const migrate of migrations.slice(data.version - 1)) data = migrate(data);
  return validated(data);
}

/** Answers for a link, without name and notes. @param {Check} check */
export function toLink({ katalog_stand, datum, land, art, fragen }) {
  const antworten = Object.fromEntries(fragen.map(({ id, antwort }) => [id, antwort]));
  return encodeLink({ v: 1, katalog_stand, datum, land, art, antworten });
}

/** @param {string} text @returns {Check} @throws {Refused} */
export function fromLink(text) {
  const data = decoded(text);
  if (data.v !== 1) throw new Refused("Dieser Link stammt aus einer anderen Fassung des Kurz-Checks.");
  const blank = { nr: null, titel: "", frage: "", notiz: "" };
  const fragen = Object.entries(data.antworten ?? {}).map(([id, antwort]) => ({ ...blank, id, antwort }));
  return validated({ ...data, name: "", fragen });
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeLink(text);
  } catch {
    throw new Refused("Der Link ist unvollständig oder beschädigt.");
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("Die Angaben sind unvollständig oder beschädigt.");
  }
}

/** @param {any} data @returns {Check} */
function validated(data) {
  const check = picked(data, FIELDS);
  /** @type {SavedQuestion[]} */
  const fragen = check.fragen.map((/** @type {any} */ question) => picked(question, QUESTION_FIELDS));
  if (new Set(fragen.map(({ id }) => id)).size < fragen.length) throw damaged("id");
  // A slip in the date must not cost the answers.
  return { ...check, fragen, datum: isDay(check.datum) ? check.datum : "" };
}

/**
 * Copy the known fields only, so that nothing else of a hostile file gets any further.
 * @param {any} data
 * @param {Record<string, Test>} fields
 * @returns {any}
 */
function picked(data, fields) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, isValid]) => {
      if (!data || !Object.hasOwn(data, name) || !isValid(data[name])) throw damaged(name);
      return [name, data[name]];
    }),
  );
}

/** @param {string} field */
function damaged(field) {
  return new Refused(`Die Datei ist beschädigt: Die Angabe „${field}“ fehlt oder ist ungültig.`);
}

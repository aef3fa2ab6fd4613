// The saved workshop: written, read back, checked. Its schema is published as api/v1/werkstatt-datei.schema.json.

import { Refused, readFile } from "../kurz-check/file.mjs";
import { isDay } from "../shared/dates.mjs";

/**
 * @import {Answer} from "../shared/types.mjs"
 * @import {Antworten, Incoming, Known, Person, Quelle, Runde, Vereinbarung, Werkstatt} from "./types.mjs"
 * @typedef {{room: Werkstatt}|{incoming: Incoming, lost: string[]}} Opened a workshop, or one person's Kurz-Check
 */

const WORKSHOP_FORMAT = "integration-vor-ort/werkstatt";
const WORKSHOP_VERSION = 1;
const LONGEST_FILE = 5_000_000;
const MOST_PEOPLE = 60;
const SOURCES = ["name", "code", "link", "datei", "papier", "werkstatt"];
const TEXT_LIMITS = { name: 120, text: 2000, short: 40 };

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
  if (data?.format === WORKSHOP_FORMAT) return { room: workshopOf(data) };
  const { check, lost } = readFile(text, known.options);
  const antworten = Object.fromEntries(check.fragen.map(({ id, antwort }) => [id, antwort]));
  const { name, datum, katalog_stand: stand } = check;
  return { incoming: { name, ort: "", quelle: "datei", datum, stand, antworten }, lost };
}

/** @param {any} data @returns {Werkstatt} @throws {Refused} */
function workshopOf(data) {
  if (!Number.isInteger(data.version) || data.version < 1 || !Array.isArray(data.personen))
    throw new Refused("Die Datei ist unvollständig oder beschädigt.");
  if (data.version > WORKSHOP_VERSION)
    throw new Refused("Diese Datei stammt aus einer neueren Fassung der Werkstatt. Öffnen Sie sie dort.");
  return {
    ...rundeOf(data),
    verdeckt: data.verdeckt === true,
    offen: data.offen === true,
    vereinbart: recordOf(data.vereinbart, agreedFrom),
    damals: data.damals && Array.isArray(data.damals.personen) ? rundeOf(data.damals) : null,
  };
}

/** Known fields only, so that nothing else of a hostile file gets any further. @param {any} data @returns {Runde} */
function rundeOf({ kommune, datum, personen }) {
  const people = /** @type {any[]} */ (personen).filter((one) => one && typeof one === "object");
  return {
    kommune: textOf(kommune, TEXT_LIMITS.name),
    datum: dayOrNone(datum),
    personen: people.slice(0, MOST_PEOPLE).map(personFrom),
  };
}

/** @param {any} data @param {number} index @returns {Person} */
function personFrom(data, index) {
  return {
    nr: index + 1,
    name: textOf(data.name, TEXT_LIMITS.name),
    ort: textOf(data.ort, TEXT_LIMITS.name),
    quelle: /** @type {Quelle} */ (SOURCES.includes(data.quelle) ? data.quelle : "werkstatt"),
    datum: dayOrNone(data.datum),
    stand: textOf(data.stand, TEXT_LIMITS.short),
    antworten: answersOf(data.antworten),
    zweite: answersOf(data.zweite),
  };
}

/** @param {any} data @returns {Antworten} */
function answersOf(data) {
  return recordOf(data, (value) => (isAnswerValue(value) ? value : null));
}

/** @param {any} data @returns {Vereinbarung} */
function agreedFrom(data) {
  const { wert, ziel, wer, bis, notiz, antrag } = data ?? {};
  return {
    wert: stepText(wert),
    ziel: stepText(ziel),
    wer: textOf(wer, TEXT_LIMITS.name),
    bis: dayOrNone(bis),
    notiz: textOf(notiz, TEXT_LIMITS.text),
    antrag: antrag === true,
  };
}

/**
 * @template T
 * @param {any} data
 * @param {(value: any) => T} read
 * @returns {Record<string, T>} under ids of questions alone
 */
function recordOf(data, read) {
  const entries = Object.entries(data && typeof data === "object" ? data : {});
  const named = entries.filter(([id]) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.length <= 80);
  return Object.fromEntries(named.slice(0, 100).map(([id, value]) => [id, read(value)]));
}

/** @param {any} value @returns {value is Answer} */
function isAnswerValue(value) {
  return ["weiss-nicht", "trifft-nicht-zu"].includes(value) || isStepValue(value);
}

/** @param {any} value */
function isStepValue(value) {
  return Number.isInteger(value) && value >= 0 && value <= 100 && value % 10 === 0;
}

/** @param {any} value a step as a field holds it */
function stepText(value) {
  return typeof value === "string" && value !== "" && isStepValue(Number(value)) ? value : "";
}

/** @param {any} value @param {number} most */
function textOf(value, most) {
  return typeof value === "string" ? value.slice(0, most) : "";
}

/** @param {any} value */
function dayOrNone(value) {
  return typeof value === "string" && isDay(value) ? value : "";
}

/** @param {string} text @returns {any} */
function parsedOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

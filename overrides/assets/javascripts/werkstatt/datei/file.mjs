// The saved workshop: written and read back. Its schema is published as api/v1/werkstatt-datei.schema.json,
// files to try a reader with as api/v1/werkstatt-pruefdateien.json.

import { readFile } from "../../kurz-check/file.mjs";
import { Refused, damaged } from "../../kurz-check/fields.mjs";
import { readRoom } from "./saved.mjs";

/**
 * @import {Check} from "../../shared/types.mjs"
 * @import {Incoming, Known, Quelle, Werkstatt} from "../types.mjs"
 * @typedef {{room: Werkstatt, lost: string[]}|{incoming: Incoming, lost: string[]}} Opened a workshop, or one
 *   person's Kurz-Check, and what of it cannot be read
 */

const WORKSHOP_FORMAT = "integration-vor-ort/werkstatt";
const WORKSHOP_VERSION = 1;
const LONGEST_FILE = 5_000_000;

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
  const ziele = Object.fromEntries(
    fragen.flatMap(({ id, ziel = null }) => (ziel === null ? [] : [[id, ziel]])),
  );
  return { name, ort: "", quelle, datum, stand, antworten, ziele };
}

/** @param {any} data @returns {{room: Werkstatt, lost: string[]}} @throws {Refused} */
function workshopOf({ format, version, ...data }) {
  if (!Number.isInteger(version) || version < 1) throw damaged("Die Datei");
  if (version > WORKSHOP_VERSION)
    throw new Refused("Diese Datei stammt aus einer neueren Fassung der Werkstatt. Öffnen Sie sie dort.");
  return readRoom(data, "Die Datei");
}

/** @param {string} text @returns {any} */
function parsedOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

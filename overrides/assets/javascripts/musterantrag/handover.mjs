// The page's address can carry weak spots from the Kurz-Check, or a whole selection.
// Both stand behind „#“, which browsers never send to a server. No DOM.

import { isDay } from "../shared/dates.mjs";
import { decodeLink, encodeLink, linkIn } from "../shared/link.mjs";

/** @import {Known, Ort, Punkt, Selbsteinschaetzung, Selection} from "../shared/types.mjs" */

const LINK_VERSION = 1;
const HANDOVER = "von-kurzcheck";
const SELECTION = "antrag";
const REFUSED =
  "Der Link ist unvollständig oder stammt nicht von dieser Website. Es wurde nichts übernommen.";
const TOO_NEW = "Der Link stammt aus einer neueren Fassung dieser Website. Es wurde nichts übernommen.";

/**
 * Read what the Kurz-Check hands over; nothing if the address carries none.
 * @param {string} hash
 * @param {Known} known
 * @returns {{selbsteinschaetzung?: Selbsteinschaetzung, ort?: Ort, problem?: string}}
 */
export function readHandover(hash, known) {
  return readFragment(hash, HANDOVER, (value) => ({
    selbsteinschaetzung: asSelbsteinschaetzung(value, known),
    ort: asOrt(value),
  }));
}

/** What is missing or no text stays empty. @param {any} value @returns {Ort} */
function asOrt(value) {
  const parts = ["land", "art", "groesse", "name"].map((key) => [
    key,
    isString(value[key]) ? value[key] : "",
  ]);
  return Object.fromEntries(parts);
}

/**
 * Read a selection from a link of this page; nothing if the address carries none.
 * @param {string} hash
 * @param {Known} known
 * @returns {{selection?: Selection, lost?: string[], problem?: string}}
 */
export function readSelection(hash, known) {
  return readFragment(hash, SELECTION, ({ felder, module, kurzcheck }) => {
    demand(Array.isArray(module) && [...Object.values(felder), ...module].every(isString));
    const values = kurzcheck && attempt(() => asSelbsteinschaetzung(kurzcheck, known));
    const lost = kurzcheck && !values ? ["Werte aus dem Kurz-Check"] : [];
    return { selection: { felder, module, kurzcheck: values ?? null }, lost };
  });
}

/**
 * Write the part of the address that carries a selection.
 * @param {Selection} selection
 * @returns {string}
 */
export function writeSelection(selection) {
  return `#${SELECTION}=${encodeLink({ v: LINK_VERSION, ...selection })}`;
}

/**
 * Whatever goes wrong with foreign content ends in words; nothing of it is used.
 * @template T
 * @param {string} hash
 * @param {string} name
 * @param {(value: any) => T} read
 * @returns {T|{problem?: string}}
 */
function readFragment(hash, name, read) {
  const text = linkIn(hash, name);
  if (text === null) return {};
  try {
    const value = decodeLink(text);
    if (value.v > LINK_VERSION) return { problem: TOO_NEW };
    demand(value.v === LINK_VERSION);
    return read(value);
  } catch {
    return { problem: REFUSED };
  }
}

/**
 * Take over ids and numbers only; every word comes from this page.
 * @param {any} value
 * @param {Known} known
 * @returns {Selbsteinschaetzung}
 */
function asSelbsteinschaetzung({ datum, klausur, punkte }, known) {
  demand(klausur === undefined || (isString(klausur) && isDay(klausur)));
  demand(isString(datum) && isDay(datum) && punkte.length <= known.fragen.size);
  const points = punkte.map((/** @type {Punkt} */ { frage, wert }) => {
    const asked = known.fragen.get(frage);
    demand(Number.isInteger(wert) && wert >= 0 && wert <= 100);
    if (!asked) throw new TypeError(REFUSED);
    return { frage, wert, ...asked };
  });
  // A workshop says so: what was agreed there is no single view.
  return { datum, ...(klausur === undefined ? {} : { klausur }), punkte: points };
}

/** @template T @param {() => T} read @returns {T|null} */
function attempt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

/** @param {boolean} condition */
function demand(condition) {
  if (!condition) throw new TypeError(REFUSED);
}

/** @param {unknown} value @returns {value is string} */
function isString(value) {
  return typeof value === "string";
}

// The page's address can carry weak spots from the Kurz-Check, or a whole selection.
// Both stand behind „#“, which browsers never send to a server. No DOM.

import { dateInWords } from "./grammar.mjs";

const LINK_VERSION = 1;
const HANDOVER = "#von-kurzcheck=";
const SELECTION = "#antrag=";
const LONGEST_FRAGMENT = 100_000;
const REFUSED = "Der Link ist unvollständig oder stammt nicht von dieser Website. Es wurde nichts übernommen.";
const TOO_NEW = "Der Link stammt aus einer neueren Fassung dieser Website. Es wurde nichts übernommen.";

/**
 * @typedef {{questions: Map<string, {nr: string, titel: string}>, empfehlungen: Set<string>}} Known
 * @typedef {{felder: Record<string, string>, module: string[], kurzcheck: object|null}} Selection
 */

/**
 * Read what the Kurz-Check hands over; nothing if the address carries none.
 * @param {string} hash
 * @param {Known} known
 * @returns {{selbsteinschaetzung?: Selbsteinschaetzung, problem?: string}}
 */
export function readHandover(hash, known) {
  return readFragment(hash, HANDOVER, (value) => ({ selbsteinschaetzung: asSelbsteinschaetzung(value, known) }));
}

/**
 * Read a selection from a link of this page; nothing if the address carries none.
 * @param {string} hash
 * @param {Known} known
 * @returns {{selection?: Selection, problem?: string}}
 */
export function readSelection(hash, known) {
  return readFragment(hash, SELECTION, ({ felder, module, kurzcheck }) => {
    demand(Array.isArray(module) && [...Object.values(felder), ...module].every(isString));
    return { selection: { felder, module, kurzcheck: kurzcheck && asSelbsteinschaetzung(kurzcheck, known) } };
  });
}

/**
 * Write the part of the address that carries a selection.
 * @param {Selection} selection
 * @returns {string}
 */
export function writeSelection(selection) {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: LINK_VERSION, ...selection }));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return SELECTION + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Whatever goes wrong with foreign content ends in words; nothing of it is used. */
function readFragment(hash, start, read) {
  if (!hash.startsWith(start)) return {};
  try {
    const value = decode(hash.slice(start.length));
    if (value.v > LINK_VERSION) return { problem: TOO_NEW };
    demand(value.v === LINK_VERSION);
    return read(value);
  } catch {
    return { problem: REFUSED };
  }
}

function decode(fragment) {
  demand(fragment.length <= LONGEST_FRAGMENT);
  const binary = atob(fragment.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

/** Take over ids and numbers only; every word comes from this page. */
function asSelbsteinschaetzung({ datum, punkte }, known) {
  demand(isString(datum) && dateInWords(datum) && punkte.length <= known.questions.size);
  const points = punkte.map(({ frage, wert, empfehlungen }) => {
    demand(known.questions.has(frage) && Number.isInteger(wert) && wert >= 0 && wert <= 100);
    demand(empfehlungen.every((id) => known.empfehlungen.has(id)));
    return { frage, wert, empfehlungen, ...known.questions.get(frage) };
  });
  return { datum, punkte: points };
}

function demand(condition) {
  if (!condition) throw new TypeError(REFUSED);
}

function isString(value) {
  return typeof value === "string";
}

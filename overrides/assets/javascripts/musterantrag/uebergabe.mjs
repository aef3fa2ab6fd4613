// The page's address can carry weak spots from the Kurz-Check, or a whole selection.
// Both stand behind „#“, which browsers never send to a server. No DOM.

import { dateInWords } from "./sprache.mjs";

const VERSION_NUMBER = 1;
const HANDOVER = "#von-kurzcheck=";
const SELECTION = "#antrag=";
const MOST_POINTS = 50;
const LONGEST_FRAGMENT = 60_000;
const REFUSED = "Der Link ist unvollständig oder stammt nicht von dieser Website. Es wurde nichts übernommen.";
const TOO_NEW = "Der Link stammt aus einer neueren Fassung dieser Website. Es wurde nichts übernommen.";

/**
 * Read what the Kurz-Check hands over.
 * @param {string} hash
 * @param {{questions: Map<string, {nr: string, titel: string}>, recommendations: Set<string>}} known
 * @returns {{assessment?: import("./antrag.mjs").Assessment, problem?: string}} empty if the address carries none
 */
export function readHandover(hash, known) {
  if (!hash.startsWith(HANDOVER)) return {};
  return guarded(() => ({ assessment: asAssessment(decode(hash.slice(HANDOVER.length)), known) }));
}

/**
 * Read a selection from a link of this page.
 * @param {string} hash
 * @param {{questions: Map<string, {nr: string, titel: string}>, recommendations: Set<string>}} known
 * @returns {{selection?: {felder: Record<string, string>, module: string[], kurzcheck: object|null}, problem?: string}}
 */
export function readSelection(hash, known) {
  if (!hash.startsWith(SELECTION)) return {};
  return guarded(() => {
    const { felder, module, kurzcheck } = decode(hash.slice(SELECTION.length));
    demand(isRecord(felder) && Object.values(felder).every(isText) && Array.isArray(module) && module.every(isText));
    return { selection: { felder, module, kurzcheck: kurzcheck ? asAssessment(kurzcheck, known) : null } };
  });
}

/**
 * Write the part of the address that carries a selection.
 * @param {{felder: Record<string, string>, module: string[], kurzcheck: object|null}} selection
 * @returns {string}
 */
export function writeSelection(selection) {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: VERSION_NUMBER, ...selection }));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return SELECTION + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

class Refusal extends Error {}

function guarded(read) {
  try {
    return read();
  } catch (error) {
    return { problem: error instanceof Refusal ? error.message : REFUSED };
  }
}

function demand(condition, message = REFUSED) {
  if (!condition) throw new Refusal(message);
}

function decode(fragment) {
  demand(fragment.length <= LONGEST_FRAGMENT);
  const binary = atob(fragment.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  demand(isRecord(value));
  demand(!(Number.isInteger(value.v) && value.v > VERSION_NUMBER), TOO_NEW);
  demand(value.v === VERSION_NUMBER);
  return value;
}

/** Take over ids and numbers only; every word comes from this page. */
function asAssessment({ datum, punkte }, { questions, recommendations }) {
  demand(isText(datum) && dateInWords(datum) && Array.isArray(punkte) && punkte.length <= MOST_POINTS);
  return {
    datum,
    punkte: punkte.map(({ frage, wert, empfehlungen }) => {
      demand(questions.has(frage) && Number.isInteger(wert) && wert >= 0 && wert <= 100);
      demand(Array.isArray(empfehlungen) && empfehlungen.every((id) => recommendations.has(id)));
      const { nr, titel } = questions.get(frage);
      return { id: frage, nr, frage: titel, wert, empfehlungen };
    }),
  };
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value) {
  return typeof value === "string";
}

// What the build refuses beyond the form of an answer: nobody shall take a folder along that it will not build.

import { today } from "../../shared/dates.mjs";
import { message } from "../rules.mjs";
import { complete } from "../settings.mjs";

const DAYS = /^(\d|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])$/;

/**
 * Say why an answer is refused; empty if it is fine.
 * @param {string} name section and field
 * @param {string} value
 * @param {any} written all answers by section
 * @param {any} data what the build published
 * @returns {string}
 */
export function refusal(name, value, written, data) {
  if (!value) return "";
  const real = written.betrieb === "echt";
  return (
    tooLong(value, data.laengen[name]) ||
    (real ? placeholder(value, data) : "") ||
    (BEYOND[name]?.(value, written, data) ?? "")
  );
}

/** @type {Record<string, (value: string, written: any, data: any) => string>} */
const BEYOND = {
  "datenschutz.protokoll_tage": (value) => (DAYS.test(value) ? "" : "Möglich sind 0 bis 365."),
  "barrierefreiheit.stand": tooGood,
  "barrierefreiheit.geprueft_am": (day, _written, { meldungen, stand }) =>
    day > (today() > stand ? today() : stand) ? message(meldungen.zukunft, day) : "",
};

/** @param {string} value @param {number|undefined} most */
function tooLong(value, most) {
  const { length } = [...value];
  return most !== undefined && length > most
    ? `Der Text hat ${length} Zeichen, höchstens ${most} sind möglich. Kürzen Sie ihn.`
    : "";
}

/** @param {string} value @param {any} data */
function placeholder(value, data) {
  const found = new RegExp(data.platzhalter, "iu").exec(value);
  return found ? message(data.meldungen.platzhalter, found[0]) : "";
}

/** The statement on accessibility does not claim what is open. @param {string} value @param {any} written @param {any} data */
function tooGood(value, written, data) {
  const { demo, barrierefreiheit } = complete(written, data);
  const open = barrierefreiheit.barrieren.find(
    (/** @type {any} */ { grund }) => grund !== "nicht im Anwendungsbereich",
  );
  return !demo && open && value === "vollständig vereinbar"
    ? message(data.meldungen.zu_gut, open.inhalt)
    : "";
}

// What the build refuses beyond single answers: here nobody else looks at the finished site.

import { today } from "../../shared/dates.mjs";
import { message } from "../rules.mjs";

const DAYS = /^(\d|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])$/;

/**
 * @param {Record<string, string>} answers by section and field
 * @param {any} settings complete
 * @param {any} data what the build published
 * @returns {string[]}
 */
export function refusals(answers, settings, data) {
  const filled = Object.entries(answers).filter(([, value]) => value);
  const { protokoll_tage: days } = settings.datenschutz;
  return [
    ...filled.flatMap(([name, value]) => tooLong(name, value, data.laengen[name])),
    ...(days === null || DAYS.test(String(days)) ? [] : ["„protokoll_tage“: Möglich sind 0 bis 365."]),
    ...(settings.demo ? [] : filled.flatMap(([name, value]) => placeholder(name, value, data))),
    ...statement(settings, data),
  ];
}

/** @param {string} name @param {string} value @param {number|undefined} most */
function tooLong(name, value, most) {
  const [, field = ""] = name.split(".");
  return most !== undefined && [...value].length > most
    ? [`„${field}“ hat ${[...value].length} Zeichen, höchstens ${most} sind möglich.`]
    : [];
}

/** @param {string} name @param {string} value @param {any} data */
function placeholder(name, value, data) {
  const found = new RegExp(data.platzhalter, "iu").exec(value);
  return found ? [message(data.meldungen.platzhalter, name, found[0])] : [];
}

/** The statement on accessibility claims neither too much nor what is still to come. @param {any} settings @param {any} data */
function statement({ demo, barrierefreiheit }, { meldungen, stand }) {
  const { barrieren, geprueft_am: day } = barrierefreiheit;
  const open = barrieren.find((/** @type {any} */ { grund }) => grund !== "nicht im Anwendungsbereich");
  const latest = today() > stand ? today() : stand;
  const isTooGood = !demo && open && barrierefreiheit.stand === "vollständig vereinbar";
  return [
    ...(isTooGood ? [message(meldungen.zu_gut, "stand", open.inhalt)] : []),
    ...(day > latest ? [message(meldungen.zukunft, "geprueft_am", day)] : []),
  ];
}

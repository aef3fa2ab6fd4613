// A date in the calendar, a year after the check (RFC 5545).

import { cleanText } from "../../document/clean.mjs";
import { aYearLater, moment } from "../../shared/dates.mjs";

/** @import {Check} from "../../shared/types.mjs" */

const LONGEST_LINE = 70;

/**
 * @param {Check} check
 * @param {string} address of the Kurz-Check
 * @param {Date} now
 * @returns {string}
 */
export function reminder(check, address, now) {
  const goals = check.fragen.flatMap(({ titel, ziel }) =>
    typeof ziel === "number" ? [cleanText(`${titel}: ${ziel} %`)] : [],
  );
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Integration vor Ort//Kurz-Check//DE",
    "BEGIN:VEVENT",
    `UID:kurz-check-${now.getTime()}@integration-vor-ort`,
    `DTSTAMP:${compact(moment(now))}`,
    `DTSTART;VALUE=DATE:${compact(aYearLater(check.datum))}`,
    `SUMMARY:${escaped("Kurz-Check Integration wiederholen")}`,
    `DESCRIPTION:${escaped([`Vor einem Jahr: ${check.datum}`, ...goals.map((goal) => `Ziel: ${goal}`), address].join("\n"))}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** @param {string} time */
function compact(time) {
  return time.replace(/[-:]/g, "");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** A line may be 75 bytes long; what follows begins with a space. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  const rows = [""];
  for (const letter of line) {
    const last = rows.at(-1) ?? "";
    if (encoder.encode(last + letter).length > LONGEST_LINE) rows.push(` ${letter}`);
    else rows[rows.length - 1] = last + letter;
  }
  return rows.join("\r\n");
}

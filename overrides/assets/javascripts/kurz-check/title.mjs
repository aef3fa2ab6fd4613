import { fileName } from "../shared/names.mjs";

/** @import {Check} from "../shared/types.mjs" */

/**
 * The name of a file made from a check.
 * @param {string} kind
 * @param {Check} check
 * @param {string} ending
 */
export function fileTitle(kind, { name, datum }, ending) {
  return fileName([kind, name.toLowerCase(), datum], ending);
}

/** @param {string} title @param {boolean} hasDate whether the form holds a day of the calendar */
export function savedAs(title, hasDate) {
  const date = hasDate ? "" : " Das Datum im Feld ist kein Tag im Kalender; in der Datei steht der heutige.";
  return `Gesichert als ${title}.${date}`;
}

// What a file from elsewhere may hold: known fields with valid values; the rest stays empty and is named.

/**
 * @typedef {(value: any) => boolean} Test
 * @typedef {[name: string, isValid: Test, words: string, blank?: any][]} Fields what has no blank may be left out
 */

/** What is refused; the message is for the user. */
export class Refused extends Error {}

/** So long may be a name, of a person or a place. */
export const MOST_OF_A_NAME = 120;

/** @param {number} most @returns {Test} */
export const isText = (most) => (value) => typeof value === "string" && [...value].length <= most;
/** @type {Test} */
export const isName = isText(MOST_OF_A_NAME);
/** @type {Test} */
export const isId = (value) => isText(80)(value) && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
/** @type {Test} */
export const isStepOf100 = (value) =>
  Number.isInteger(value) && value >= 0 && value <= 100 && value % 10 === 0;
/** @type {Test} */
export const isAnswer = (value) =>
  value === null || ["weiss-nicht", "trifft-nicht-zu"].includes(value) || isStepOf100(value);

/** What can be read; the rest is named. @param {any} data @param {Fields} fields @param {string[]} lost @param {string} title @returns {any} */
export function valuesOf(data, fields, lost, title) {
  return Object.fromEntries(
    fields.flatMap(([name, isValid, words, blank]) => {
      const isThere = Object.hasOwn(data, name);
      if (isThere && isValid(data[name])) return [[name, data[name]]];
      const isOptional = blank === undefined;
      if (isThere || !isOptional) lost.push(words + title);
      return isOptional ? [] : [[name, blank]];
    }),
  );
}

/** What nobody here knows. @param {object} data @param {Fields} fields */
export function foreign(data, fields) {
  const known = new Set(fields.map(([name]) => name));
  return Object.keys(data)
    .filter((name) => !known.has(name))
    .map((name) => `„${name.slice(0, 40)}“`);
}

/** @param {string} source */
export function damaged(source) {
  return new Refused(`${source} ist unvollständig oder beschädigt.`);
}

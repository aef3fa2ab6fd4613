// The same check in two windows: of each field the later entry holds.

/**
 * @import {Check, GesicherteFrage, Times} from "../../shared/types.mjs"
 * @typedef {{check: Check, zeiten: Times}} Version
 */

const DETAILS = /** @type {const} */ ({
  name: "Bezeichnung",
  datum: "Datum",
  land: "Land",
  art: "Art der Kommune",
  groesse: "Größe der Kommune",
  kommune: "Name der Kommune",
});
// What is saved of a question, and how the name of its field begins.
const BESIDE = /** @type {const} */ ({
  antwort: "",
  notiz: "notiz-",
  ziel: "ziel-",
  wer: "wer-",
  bis_wann: "bis-",
  zurueckgestellt: "beiseite-",
});

/** @param {Version} mine @param {Version} theirs @returns {Version} */
export function merged(mine, theirs) {
  const later = (/** @type {string} */ field, /** @type {unknown} */ own, /** @type {unknown} */ other) =>
    isLater(theirs.zeiten[field], mine.zeiten[field], other, own) ? other : own;
  const details = Object.keys(DETAILS).map((name) => {
    const key = /** @type {keyof typeof DETAILS} */ (name);
    return [name, later(name, mine.check[key], theirs.check[key])];
  });
  const others = new Map(theirs.check.fragen.map((frage) => [frage.id, frage]));
  const fragen = mine.check.fragen.map((own) => {
    const other = others.get(own.id) ?? own;
    others.delete(own.id);
    const fields = Object.entries(BESIDE).map(([name, start]) => {
      const key = /** @type {keyof typeof BESIDE} */ (name);
      return [name, later(`${start}${own.id}`, own[key], other[key])];
    });
    return { ...own, ...Object.fromEntries(fields) };
  });
  const check = { ...mine.check, ...Object.fromEntries(details), fragen: [...fragen, ...others.values()] };
  return { check, zeiten: latest(mine.zeiten, theirs.zeiten) };
}

/** What of a check is not as in another one, in words. @param {Check} one @param {Check} other @returns {string[]} */
export function differences(one, other) {
  const details = Object.entries(DETAILS).filter(([name]) => {
    const key = /** @type {keyof typeof DETAILS} */ (name);
    return one[key] !== other[key];
  });
  const before = new Map(one.fragen.map((frage) => [frage.id, content(frage)]));
  const fragen = other.fragen.filter((frage) => before.get(frage.id) !== content(frage));
  return [...details.map(([, words]) => words), ...fragen.map(({ id, titel }) => `„${titel || id}“`)];
}

/** Windows must agree even on what was changed in the same moment. @param {unknown[]} values */
function isLater(theirs = 0, mine = 0, ...values) {
  const [other, own] = values.map(String);
  return theirs > mine || (theirs === mine && String(other) > String(own));
}

/** @param {Times} mine @param {Times} theirs @returns {Times} */
function latest(mine, theirs) {
  const fields = Object.keys({ ...mine, ...theirs });
  return Object.fromEntries(fields.map((field) => [field, Math.max(mine[field] ?? 0, theirs[field] ?? 0)]));
}

/** @param {GesicherteFrage} frage */
function content(frage) {
  const said = Object.keys(BESIDE).map((name) => frage[/** @type {keyof typeof BESIDE} */ (name)]);
  return JSON.stringify(said.map((value) => (value === "" || value === false ? null : (value ?? null))));
}

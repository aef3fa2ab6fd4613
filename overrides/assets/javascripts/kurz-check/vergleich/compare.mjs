import { change, spread } from "./scoring.mjs";

/** @import {Answer, Check, GesicherteFrage, Scale} from "../../shared/types.mjs" */

/** Give every file a name of its own. @param {Check[]} checks @returns {string[]} */
export function labels(checks) {
  const names = checks.map(({ name }, index) => name.trim() || `Person ${index + 1}`);
  return names.map((name, index) => {
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return earlier ? `${name} (${earlier + 1})` : name;
  });
}

/** One row per question, the widest range first. @param {Check[]} checks @param {Scale} scale */
export function comparePeople(checks, scale) {
  const rows = allFragen(checks).map((frage) => {
    const answers = checks.map((check) => answerOf(check, frage.id));
    return { frage, answers, ...spread(answers, scale) };
  });
  return rows.sort((one, other) => (other.spanne ?? -1) - (one.spanne ?? -1));
}

/** One row per question, in order. @param {Check[]} checks two, the older one first @param {Scale} scale */
export function compareDates([old, now], scale) {
  if (!old || !now) return [];
  return allFragen([now, old]).map((frage) => {
    const [alt, neu] = [answerOf(old, frage.id), answerOf(now, frage.id)];
    return { frage, alt, neu, ...change(alt, neu, scale) };
  });
}

/** @param {Check[]} checks @returns {Check[]} the older one first */
export function byDate(checks) {
  return [...checks].sort((one, other) => one.datum.localeCompare(other.datum));
}

/**
 * What may mislead in a comparison; the words are in the page.
 * @param {Check[]} checks
 * @returns {string[]}
 */
export function cautions(checks) {
  const differ = (/** @type {(check: Check) => string} */ read) => new Set(checks.map(read)).size > 1;
  const found = {
    stand: differ((check) => check.katalog_stand),
    fragen: differ((check) =>
      check.fragen
        .map(({ id }) => id)
        .sort()
        .join(),
    ),
    tage: differ((check) => check.datum),
    tag: !differ((check) => check.datum),
    namen: differ((check) => check.name),
    wenige: checks.length < 3,
  };
  return Object.entries(found).flatMap(([name, applies]) => (applies ? [name] : []));
}

/** @param {Check[]} checks @returns {GesicherteFrage[]} */
function allFragen(checks) {
  const known = new Map();
  for (const { fragen } of checks) {
    for (const frage of fragen) if (!known.has(frage.id)) known.set(frage.id, frage);
  }
  return [...known.values()];
}

/** @param {Check} check @param {string} id @returns {Answer} */
function answerOf(check, id) {
  return check.fragen.find((frage) => frage.id === id)?.antwort ?? null;
}

import { change, spread } from "./scoring.mjs";
import { germanDate } from "./words.mjs";

/** @typedef {import("./file.mjs").Check} Check */

/** Give every file a name of its own. @param {Check[]} checks */
export function labels(checks) {
  const names = checks.map(({ name }, index) => name.trim() || `Person ${index + 1}`);
  return names.map((name, index) => {
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return earlier ? `${name} (${earlier + 1})` : name;
  });
}

/** One row per question, the widest range first. @param {Check[]} checks @param {import("./scoring.mjs").Scale} scale */
export function comparePeople(checks, scale) {
  const rows = allQuestions(checks).map((question) => {
    const answers = checks.map((check) => answerOf(check, question.id));
    return { question, answers, ...spread(answers, scale) };
  });
  return rows.sort((one, other) => (other.spanne ?? -1) - (one.spanne ?? -1));
}

/** One row per question, in order. @param {Check[]} checks two @param {import("./scoring.mjs").Scale} scale */
export function compareDates(checks, scale) {
  const [old, now] = byDate(checks);
  return allQuestions([now, old]).map((question) => {
    const [alt, neu] = [answerOf(old, question.id), answerOf(now, question.id)];
    return { question, alt, neu, ...change(alt, neu, scale) };
  });
}

/** @param {Check[]} checks @returns {Check[]} the older one first */
export function byDate(checks) {
  return [...checks].sort((one, other) => one.datum.localeCompare(other.datum));
}

/** Why a comparison may mislead. @param {Check[]} checks @param {"personen"|"zeitpunkte"} kind @returns {string[]} */
export function warnings(checks, kind) {
  const differ = (read) => new Set(checks.map(read)).size > 1;
  const dates = checks.map(({ datum }) => germanDate(datum)).join(", ");
  const found = {
    "Die Dateien stammen aus verschiedenen Ständen des Katalogs. Der Wortlaut der Fragen kann abweichen.":
      differ((check) => check.katalog_stand),
    "Die Dateien enthalten nicht dieselben Fragen.": differ((check) => check.fragen.map(({ id }) => id).sort().join()),
    [`Die Einschätzungen sind von verschiedenen Tagen: ${dates}.`]: kind === "personen" && differ((check) => check.datum),
    "Bei weniger als drei Personen ist leicht zu erkennen, wer was geantwortet hat.":
      kind === "personen" && checks.length < 3,
    "Die Dateien tragen verschiedene Bezeichnungen. Vergleichen Sie nur Einschätzungen derselben Personen.":
      kind === "zeitpunkte" && differ((check) => check.name),
    "Beide Einschätzungen sind vom selben Tag.": kind === "zeitpunkte" && !differ((check) => check.datum),
  };
  return Object.keys(found).filter((text) => found[text]);
}

function allQuestions(checks) {
  const known = new Map();
  for (const { fragen } of checks) {
    for (const question of fragen) if (!known.has(question.id)) known.set(question.id, question);
  }
  return [...known.values()];
}

function answerOf(check, id) {
  return check.fragen.find((question) => question.id === id)?.antwort ?? null;
}

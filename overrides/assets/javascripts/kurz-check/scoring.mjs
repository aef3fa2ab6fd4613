// Pure arithmetic; hooks/catalog/kurzcheck.py is the reference and makes the test vectors.

const WEISS_NICHT = "weiss-nicht";
const TRIFFT_NICHT_ZU = "trifft-nicht-zu";

/** @typedef {number|"weiss-nicht"|"trifft-nicht-zu"|null} Answer */
/** @typedef {{bands: object[], rules: object}} Scale the page's bands and published rules */

/** @param {Answer} answer */
export function isStep(answer) {
  return typeof answer === "number";
}

/** @param {Answer[]} answers @returns {number[]} the steps among them, lowest first */
function steps(answers) {
  return answers.filter(isStep).sort((one, other) => one - other);
}

/** The middle value, the lower one of two. @param {number[]} values @param {Scale} scale */
export function median(values, { rules }) {
  if (values.length < rules.median) return null;
  return steps(values)[(values.length - 1) >> 1];
}

/** @param {number} value @param {Scale} scale */
export function bandOf(value, { bands }) {
  return bands.find(({ von, bis }) => von <= value && value <= bis);
}

/** Sort one person's answers. @param {Question[]} questions @param {Map<string, Answer>} answers @param {Scale} scale */
export function evaluate(questions, answers, scale) {
  const given = questions.map(({ id, empfehlungen }) => ({ id, empfehlungen, answer: answers.get(id) ?? null }));
  const rated = given.filter(({ answer }) => isStep(answer));
  const top = scale.bands.at(-1).von;
  const limit = startingLimit(rated, scale);
  const ids = (items) => items.map(({ id }) => id);
  return {
    fragen: given.length,
    ...countAnswers(given.map(({ answer }) => answer)),
    staerken: ids(rated.filter(({ answer }) => answer >= top)),
    auf_dem_weg: ids(rated.filter(({ answer }) => answer > limit && answer < top)),
    anfangen: ids(rated.filter(({ answer }) => answer <= limit).sort((one, other) => one.answer - other.answer)),
    offen: ids(given.filter(({ answer }) => !isStep(answer))),
    empfehlungen: rated.length < scale.rules.zusammenfassung ? [] : sumUp(given, scale),
  };
}

/** What several people think of one question. @param {Answer[]} answers @param {Scale} scale */
export function spread(answers, scale) {
  const werte = steps(answers);
  const spanne = werte.length > 1 ? werte.at(-1) - werte[0] : null;
  const gespraechsbedarf = spanne !== null && spanne >= scale.rules.gespraech;
  return { werte, ...countAnswers(answers), median: median(werte, scale), spanne, gespraechsbedarf };
}

/** What became of one answer. @param {Answer} old @param {Answer} now @param {Scale} scale */
export function change(old, now, { rules }) {
  if (!isStep(old) || !isStep(now)) return { differenz: null, urteil: "nicht vergleichbar" };
  const differenz = now - old;
  if (Math.abs(differenz) <= rules.gleich) return { differenz, urteil: "etwa gleich" };
  return { differenz, urteil: differenz > 0 ? "höher" : "niedriger" };
}

function countAnswers(answers) {
  const count = (state) => answers.filter((answer) => answer === state).length;
  return {
    beantwortet: steps(answers).length,
    weiss_nicht: count(WEISS_NICHT),
    trifft_nicht_zu: count(TRIFFT_NICHT_ZU),
    unbeantwortet: count(null),
  };
}

/** The highest value that still is a place to start; -1 if there is none. */
function startingLimit(rated, { bands, rules }) {
  const below = steps(rated.map(({ answer }) => answer)).filter((value) => value < bands.at(-1).von);
  if (!below.length) return -1;
  return Math.max(bands[0].bis, below[Math.min(rules.anfangen, below.length) - 1]);
}

function sumUp(given, scale) {
  const asked = new Map();
  for (const { empfehlungen, answer } of given) {
    for (const id of empfehlungen) asked.set(id, [...(asked.get(id) ?? []), answer]);
  }
  return [...asked].map(([id, answers]) => {
    const werte = steps(answers);
    return { id, fragen: answers.length, beantwortet: werte.length, werte, median: median(werte, scale) };
  });
}

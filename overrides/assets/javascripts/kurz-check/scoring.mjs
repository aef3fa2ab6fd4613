// Pure arithmetic; hooks/catalog/kurzcheck/scoring.py is the reference and makes the test vectors.

const WEISS_NICHT = "weiss-nicht";
const TRIFFT_NICHT_ZU = "trifft-nicht-zu";

/**
 * @import {Answer, Asked, Band, Scale, Summary} from "../shared/types.mjs"
 * @typedef {Asked & {answer: Answer}} Given
 * @typedef {Asked & {answer: number}} Rated
 */

/** The steps of the scale, in per cent. */
export const SCALE_STEPS = Array.from({ length: 11 }, (_, step) => 10 * step);

/** @param {Answer} answer @returns {answer is number} */
export function isStep(answer) {
  return typeof answer === "number";
}

/** @param {Answer[]} answers @returns {number[]} the steps among them, lowest first */
export function steps(answers) {
  return answers.filter(isStep).sort((one, other) => one - other);
}

/**
 * The middle value, the lower one of two.
 * @param {number[]} values
 * @param {Scale} scale
 * @returns {number|null}
 */
export function median(values, { rules }) {
  if (values.length < rules.median) return null;
  return steps(values)[(values.length - 1) >> 1] ?? null;
}

/** @param {number} value @param {Scale} scale @returns {Band} */
export function bandOf(value, { bands }) {
  const band = bands.find(({ von, bis }) => von <= value && value <= bis);
  if (!band) throw new RangeError(`no band for ${value}`);
  return band;
}

/**
 * Sort one person's answers.
 * @param {Asked[]} fragen
 * @param {Map<string, Answer>} answers
 * @param {Scale} scale
 * @param {Set<string>} aside questions put aside; others take their place among those to begin with
 */
export function evaluate(fragen, answers, scale, aside = new Set()) {
  const given = fragen.map(({ id, empfehlungen }) => ({
    id,
    empfehlungen,
    answer: answers.get(id) ?? null,
  }));
  const rated = given.flatMap(({ answer, ...asked }) => (isStep(answer) ? [{ ...asked, answer }] : []));
  const top = topOf(scale);
  const limit = startingLimit(rated, scale);
  const ids = (/** @type {Asked[]} */ items) => items.map(({ id }) => id);
  return {
    fragen: given.length,
    ...countAnswers(given.map(({ answer }) => answer)),
    staerken: ids(rated.filter(({ answer }) => answer >= top)),
    auf_dem_weg: ids(rated.filter(({ answer }) => answer > limit && answer < top)),
    anfangen: ids(startingPoints(rated, scale)),
    ansatzpunkte: ansatzpunkte(
      rated.filter(({ id }) => !aside.has(id)),
      scale,
    ),
    offen: ids(given.filter(({ answer }) => !isStep(answer))),
    empfehlungen: rated.length < scale.rules.zusammenfassung ? [] : sumUp(given, scale),
  };
}

/** From this value on an answer is a strength. @param {Scale} scale */
export function topOf({ bands }) {
  return bands.at(-1)?.von ?? Infinity;
}

/** What answers there are of each kind. @param {Answer[]} answers */
export function countAnswers(answers) {
  const count = (/** @type {Answer} */ state) => answers.filter((answer) => answer === state).length;
  return {
    beantwortet: steps(answers).length,
    weiss_nicht: count(WEISS_NICHT),
    trifft_nicht_zu: count(TRIFFT_NICHT_ZU),
    unbeantwortet: count(null),
  };
}

/**
 * The highest value that still is a place to start; -1 if there is none.
 * @param {Rated[]} rated
 * @param {Scale} scale
 */
function startingLimit(rated, scale) {
  const below = steps(rated.map(({ answer }) => answer)).filter((value) => value < topOf(scale));
  const last = below[Math.min(scale.rules.anfangen, below.length) - 1] ?? -1;
  return below.length ? Math.max(scale.bands[0]?.bis ?? -1, last) : -1;
}

/** Lowest answer first. @param {Rated[]} rated @param {Scale} scale */
function startingPoints(rated, scale) {
  const limit = startingLimit(rated, scale);
  return rated.filter(({ answer }) => answer <= limit).sort((one, other) => one.answer - other.answer);
}

/** The few that a result names first, of each Empfehlung one as long as there is a choice. @param {Rated[]} rated @param {Scale} scale */
function ansatzpunkte(rated, scale) {
  const candidates = startingPoints(rated, scale).map(({ id, empfehlungen: [first = id] }) => ({
    id,
    first,
  }));
  const firsts = candidates.filter(
    ({ first }, index) => candidates.findIndex((one) => one.first === first) === index,
  );
  const others = candidates.filter((one) => !firsts.includes(one));
  const chosen = new Set([...firsts, ...others].slice(0, scale.rules.anfangen));
  return candidates.filter((one) => chosen.has(one)).map(({ id }) => id);
}

/** @param {Given[]} given @param {Scale} scale @returns {Summary[]} */
function sumUp(given, scale) {
  /** @type {Map<string, Answer[]>} */
  const asked = new Map();
  for (const { empfehlungen, answer } of given) {
    for (const id of empfehlungen) asked.set(id, [...(asked.get(id) ?? []), answer]);
  }
  return [...asked].map(([id, answers]) => {
    const werte = steps(answers);
    return { id, fragen: answers.length, beantwortet: werte.length, werte, median: median(werte, scale) };
  });
}

// Where a group agrees, and where it should talk; hooks/catalog/werkstatt/urteile.py is the reference.

import { bandOf, countAnswers, median, steps } from "../kurz-check/scoring.mjs";

/**
 * @import {Answer, Scale} from "../shared/types.mjs"
 * @import {Judged, Urteil, UrteilRules} from "./types.mjs"
 */

/** @type {Partial<Record<Urteil, number>>} */
const WORTH_TALKING = { "zwei-lager": 2, "breit-gestreut": 2, "stimme-weicht-ab": 1 };
const WITHOUT_MIDDLE = new Set(["ohne-urteil", "niemand-weiss-es", "zwei-lager", "breit-gestreut"]);

/**
 * The verdict on one question.
 * @param {Answer[]} answers one per person in the room, in any order
 * @param {Scale} scale
 * @param {UrteilRules} rules
 * @returns {Judged}
 */
export function judge(answers, scale, rules) {
  const werte = steps(answers);
  const middle = median(werte, scale);
  const isMany = werte.length >= rules.viele;
  const deviating = isMany
    ? werte.filter((value) => Math.abs(value - (middle ?? 0)) >= rules.abweichung)
    : [];
  const urteil = verdict(answers, werte, deviating.length > 0, scale, rules);
  return {
    werte,
    ...countAnswers(answers),
    abstand: roundedDistance(werte),
    urteil,
    wenige: urteil !== "ohne-urteil" && werte.length > 0 && !isMany,
    abweichend: urteil === "stimme-weicht-ab" ? deviating : [],
    // In two camps nobody stands in the middle.
    mitte: WITHOUT_MIDDLE.has(urteil) ? null : middle,
  };
}

/**
 * The places of the questions to talk about first: where people are furthest apart.
 * @param {Judged[]} judged
 * @param {UrteilRules} rules
 * @returns {number[]}
 */
export function topicsOf(judged, rules) {
  const worth = (/** @type {number} */ place) => WORTH_TALKING[judged[place]?.urteil ?? "ohne-urteil"] ?? 0;
  const apart = (/** @type {number} */ place) => judged[place]?.abstand ?? 0;
  return [...judged.keys()]
    .filter((place) => worth(place))
    .sort((one, other) => worth(other) - worth(one) || apart(other) - apart(one))
    .slice(0, rules.themen);
}

/**
 * Where the widest gap separates two camps: so many values are below it; 0 if there are no camps.
 * @param {number[]} values lowest first
 * @param {UrteilRules} rules
 */
export function lowerCamp(values, { luecke, lager }) {
  const gap = (/** @type {number} */ count) => (values[count] ?? 0) - (values[count - 1] ?? 0);
  const places = [...values.keys()].filter(
    (count) => count >= lager && count <= values.length - lager && gap(count) >= luecke,
  );
  return places.sort((one, other) => gap(other) - gap(one))[0] ?? 0;
}

/**
 * @param {Answer[]} answers
 * @param {number[]} values lowest first
 * @param {boolean} isDeviating
 * @param {Scale} scale
 * @param {UrteilRules} rules
 * @returns {Urteil}
 */
function verdict(answers, values, isDeviating, scale, rules) {
  if (answers.length < rules.urteil) return "ohne-urteil";
  if (countAnswers(answers).weiss_nicht > values.length) return "niemand-weiss-es";
  if (values.length < rules.urteil || 2 * values.length < answers.length) return "ohne-urteil";
  if (doDisagree(values, rules)) return lowerCamp(values, rules) ? "zwei-lager" : "breit-gestreut";
  if (isDeviating) return "stimme-weicht-ab";
  const band = bandOf(median(values, scale) ?? 0, scale);
  if (band === scale.bands[0]) return "einig-schwach";
  return band === scale.bands.at(-1) ? "einig-stark" : "einig-unterwegs";
}

/** In whole numbers, so that bounds are exact. @param {number[]} values @param {UrteilRules} rules */
function doDisagree(values, { viele, uneinig, uneinig_wenige }) {
  const bound = values.length >= viele ? uneinig : uneinig_wenige;
  return 2 * allDistances(values) >= bound * values.length * (values.length - 1);
}

/** @param {number[]} values lowest first */
function allDistances(values) {
  // Of all pairs, a value is the higher one as often as there are values before it.
  return values.reduce((sum, value, index) => sum + value * (2 * index - values.length + 1), 0);
}

/** @param {number[]} values lowest first */
function roundedDistance(values) {
  const pairs = (values.length * (values.length - 1)) / 2;
  return pairs ? Math.floor((2 * allDistances(values) + pairs) / (2 * pairs)) : null;
}

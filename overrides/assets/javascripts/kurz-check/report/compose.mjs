// Answers → the report that is drawn on the screen and into files. No DOM.

import { bandText } from "./bands.mjs";
import { startCards, withSteps } from "./cards.mjs";
import { fillPlan } from "./plan.mjs";
import { bandOf, evaluate, isStep, topOf } from "../scoring.mjs";
import { answerText, dateText, goalText, middleText, frageTitle } from "../words.mjs";

/**
 * @import {Answer, Around, Check, Given, PlanPart, Start} from "../../shared/types.mjs"
 * @import {Frage, GesicherteFrage, Report, Scale, Span, Summary, Text} from "../../shared/types.mjs"
 * @typedef {Report & {given: Given[], starts: Start[], aside: Given[]}} Result with all answers, the questions to
 *   begin with, lowest answer first, and those put aside
 */

/** @type {Partial<GesicherteFrage>} */
const BLANK = {};
// So many open questions are named first.
const OPEN = 3;
const COUNTS = ["Keine Stelle", "Eine Stelle", "Zwei Stellen", "Drei Stellen"];

/**
 * @param {PlanPart[]} plan
 * @param {Frage[]} fragen those asked
 * @param {Check} check
 * @param {Scale} scale
 * @param {Around} around
 * @returns {Result}
 */
export function composeReport(plan, fragen, check, scale, around) {
  const given = givenAnswers(fragen, check);
  const all = [...given.values()];
  const aside = all.filter(({ zurueckgestellt }) => zurueckgestellt);
  const answers = new Map(all.map(({ frage, answer }) => [frage.id, answer]));
  const result = evaluate(fragen, answers, scale, new Set(aside.map(({ frage }) => frage.id)));
  const those = (/** @type {string[]} */ ids) => ids.flatMap((id) => given.get(id) ?? []);
  const starts = withSteps(those(result.ansatzpunkte));
  const places = {
    blattkopf: [check.kommune, check.name, dateText(check.datum), around.address].filter(Boolean).join(" · "),
    satz: pointOf(result, starts, scale),
    uebersicht: overview(result, scale),
    profil: all.map((item) => profileRow(item, scale)),
    klaeren: those(result.offen).slice(0, OPEN).map(whereToLook),
    "ansatz-titel": `${COUNTS[starts.length] ?? starts.length} zum Anfangen`,
    anfangen: startCards(starts, check, around),
    plan: starts.map(planRow),
    staerken: listOf(those(result.staerken)),
    auf_dem_weg: listOf(those(result.auf_dem_weg)),
    offen: listOf(those(result.offen)),
    empfehlungen: result.empfehlungen.map((summary) => empfehlungRow(summary, fragen, scale)),
  };
  const shown = conditions(result, starts, aside, all.some(isTouched));
  return { ...fillPlan(plan, { shown, places }), given: all, starts, aside };
}

/**
 * What of the page fits these answers.
 * @param {ReturnType<typeof evaluate>} result
 * @param {Given[]} starts
 * @param {Given[]} aside
 * @param {boolean} isTouched whether anything is entered
 */
function conditions(
  { beantwortet, anfangen, offen, fragen, unbeantwortet, empfehlungen },
  starts,
  aside,
  isTouched,
) {
  const holds = {
    leer: unbeantwortet === fragen,
    bild: isTouched,
    klaeren: unbeantwortet < fragen && offen.length > beantwortet,
    stark: beantwortet > 0 && !anfangen.length,
    ansatz: starts.length > 0,
    weitergeben: starts.length > 0,
    zurueckgestellt: aside.length > 0,
    empfehlungen: empfehlungen.length > 0,
    "zu-wenig": !empfehlungen.length,
  };
  return new Set(Object.entries(holds).flatMap(([name, isSo]) => (isSo ? [name] : [])));
}

/** @param {Given} given */
function isTouched({ answer, note, ziel }) {
  return answer !== null || note !== "" || ziel !== null;
}

/** @param {Frage[]} fragen @param {Check} check @returns {Map<string, Given>} */
function givenAnswers(fragen, check) {
  const saved = new Map(check.fragen.map((frage) => [frage.id, frage]));
  return new Map(
    fragen.map((frage) => {
      const { antwort = null, notiz = "", ...rest } = saved.get(frage.id) ?? BLANK;
      const { ziel = null, wer = "", bis_wann = "", zurueckgestellt = false } = rest;
      return [frage.id, { frage, answer: antwort, note: notiz, ziel, wer, bis_wann, zurueckgestellt }];
    }),
  );
}

/**
 * The result in a sentence or two.
 * @param {ReturnType<typeof evaluate>} result
 * @param {Start[]} starts
 * @param {Scale} scale
 */
function pointOf({ fragen, beantwortet, unbeantwortet, staerken, anfangen }, starts, scale) {
  if (unbeantwortet === fragen)
    return "Noch ist keine Frage beantwortet. Schon mit einer Antwort entsteht hier ein Ergebnis.";
  if (!beantwortet)
    return "Sie haben noch keine Stufe gewählt. Das ist auch ein Ergebnis: Klären Sie zuerst, wer Bescheid weiß.";
  const good = strongText(staerken.length, fragen, scale);
  if (!anfangen.length)
    return `${good} Darunter liegt keine${beantwortet < fragen ? ", der Rest ist offen" : ""}.`;
  if (!starts.length) return `${good} Alles andere haben Sie zurückgestellt.`;
  const names = starts.map(
    ({ frage, answer }) => `${frage.titel} (${answerText(answer).replace(" ", "\u00a0")})`,
  );
  const last = names.length > 1 ? ` und ${names.pop()}` : "";
  return `Hier lohnt sich der Anfang: ${names.join(", ")}${last}. ${good}`;
}

/** @param {number} count @param {number} fragen @param {Scale} scale */
function strongText(count, fragen, scale) {
  return `Bei ${count || "keiner"} von ${fragen} Fragen liegt Ihre Antwort bei ${topOf(scale)}\u00a0% oder mehr.`;
}

/** @param {ReturnType<typeof evaluate>} result @param {Scale} scale */
function overview({ fragen, staerken, beantwortet, weiss_nicht, trifft_nicht_zu, unbeantwortet }, scale) {
  return (
    `${strongText(staerken.length, fragen, scale)} ` +
    `Mit einer Stufe beantwortet: ${beantwortet}. Weiß nicht: ${weiss_nicht}. ` +
    `Trifft nicht zu: ${trifft_nicht_zu}. Nicht beantwortet: ${unbeantwortet}.`
  );
}

/** @param {Given} given @param {Scale} scale @returns {Text[]} */
function profileRow({ frage, answer, note, ziel }, scale) {
  return [
    frageTitle(frage),
    answerText(answer),
    goalText(ziel),
    bandCell(answer, scale),
    note && [{ text: note, look: { kind: "span", class: "profil__notiz" } }],
  ];
}

/** @param {Start} start @returns {Text[]} */
function planRow({ frage, answer, schritt, ziel, wer = "", bis_wann = "" }) {
  return [`${frageTitle(frage)}: ${answerText(answer)}`, schritt, goalText(ziel), wer, bis_wann];
}

/** @param {Given} given @returns {Text} */
function whereToLook({ frage }) {
  return [linkTo(frage), frage.hinsehen && `: Sehen Sie hier nach: ${frage.hinsehen}`];
}

/** @param {Answer} answer @param {Scale} scale @returns {Text} */
function bandCell(answer, scale) {
  const text = bandText(answer, scale);
  return isStep(answer) ? [{ text, look: { kind: "band", sign: bandOf(answer, scale).zeichen } }] : text;
}

/** @param {Given[]} items @returns {Text[]} */
function listOf(items) {
  if (!items.length) return ["keine Frage"];
  return items.map(({ frage, answer }) => {
    return [linkTo(frage), `: ${answerText(answer)}`];
  });
}

/** To the question itself. @param {Frage} frage @returns {Span} */
function linkTo(frage) {
  return { text: frageTitle(frage), look: { kind: "link", href: `#${frage.id}` } };
}

/** @param {Summary} summary @param {Frage[]} fragen @param {Scale} scale @returns {Text[]} */
function empfehlungRow(summary, fragen, scale) {
  const link = fragen.flatMap(({ links }) => links).find(({ id }) => id === summary.id);
  const single = summary.werte.length === 1 ? summary.werte[0] : summary.median;
  return [
    link ? [{ text: link.text, look: { kind: "link", href: link.href } }] : summary.id,
    middleText(summary),
    single === null || single === undefined ? "–" : bandCell(single, scale),
    `${summary.beantwortet} von ${summary.fragen} beantwortet`,
  ];
}

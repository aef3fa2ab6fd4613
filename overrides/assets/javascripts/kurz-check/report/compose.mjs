// Answers → the report that is drawn on the screen and into files. No DOM.

import { fillPlan } from "./plan.mjs";
import { bandOf, evaluate, isStep, topOf } from "../scoring.mjs";
import { answerText, bandText, dateText, middleText, frageTitle } from "../words.mjs";

/**
 * @import {Answer, Block, Check, BeispielLine, Given, Heading, PlanPart} from "../../shared/types.mjs"
 * @import {Frage, Report, Scale, Summary, Text} from "../../shared/types.mjs"
 */

const EXAMPLES = 3;

/**
 * @param {PlanPart[]} plan
 * @param {Frage[]} fragen those asked
 * @param {Check} check
 * @param {Scale} scale
 * @param {string} address of the page
 * @returns {Report & {starts: Given[]}} with the questions to start with, lowest answer first
 */
export function composeReport(plan, fragen, check, scale, address) {
  const given = givenAnswers(fragen, check);
  const result = evaluate(fragen, new Map([...given].map(([id, { answer }]) => [id, answer])), scale);
  const those = (/** @type {string[]} */ ids) => ids.flatMap((id) => given.get(id) ?? []);
  const starts = those(result.anfangen);
  const shown = new Set([result.empfehlungen.length ? "empfehlungen" : "zu-wenig"]);
  if (starts.length) shown.add("weitergeben");
  const places = {
    blattkopf: [check.name, dateText(check.datum), address].filter(Boolean).join(" · "),
    uebersicht: overview(result, scale),
    profil: [...given.values()].map((item) => profileRow(item, scale)),
    anfangen: starts.length ? stepBlocks(starts, check, scale) : [nothingBelow(scale)],
    staerken: listOf(those(result.staerken)),
    auf_dem_weg: listOf(those(result.auf_dem_weg)),
    offen: listOf(those(result.offen)),
    empfehlungen: result.empfehlungen.map((summary) => empfehlungRow(summary, fragen, scale)),
  };
  return { ...fillPlan(plan, { shown, places }), starts };
}

/** @param {Frage[]} fragen @param {Check} check @returns {Map<string, Given>} */
function givenAnswers(fragen, check) {
  const saved = new Map(check.fragen.map((frage) => [frage.id, frage]));
  return new Map(
    fragen.map((frage) => {
      const { antwort = null, notiz = "" } = saved.get(frage.id) ?? {};
      return [frage.id, { frage, answer: antwort, note: notiz }];
    }),
  );
}

/** @param {ReturnType<typeof evaluate>} result @param {Scale} scale */
function overview({ fragen, staerken, beantwortet, weiss_nicht, trifft_nicht_zu, unbeantwortet }, scale) {
  return (
    `Bei ${staerken.length} von ${fragen} Fragen liegt Ihre Antwort bei ${topOf(scale)} % oder mehr. ` +
    `Mit einer Stufe beantwortet: ${beantwortet}. Weiß nicht: ${weiss_nicht}. ` +
    `Trifft nicht zu: ${trifft_nicht_zu}. Nicht beantwortet: ${unbeantwortet}.`
  );
}

/** @param {Given} given @param {Scale} scale @returns {Text[]} */
function profileRow({ frage, answer, note }, scale) {
  const text = answerText(answer);
  return [
    frageTitle(frage),
    isStep(answer) ? [{ text, look: { kind: "bar", value: answer } }] : text,
    bandCell(answer, scale),
    note && [{ text: note, look: { kind: "span", class: "profil__notiz" } }],
  ];
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
    const look = /** @type {const} */ ({ kind: "link", href: `#${frage.id}` });
    return [{ text: frageTitle(frage), look }, `: ${answerText(answer)}`];
  });
}

/** @param {Scale} scale @returns {Block} */
function nothingBelow(scale) {
  return { type: "paragraph", text: `Bisher liegt keine Antwort unter ${topOf(scale)} %.` };
}

/** @param {Given[]} starts @param {Check} check @param {Scale} scale @returns {Block[]} */
function stepBlocks(starts, check, scale) {
  // Equal answers open together.
  const last = starts[Math.min(scale.rules.anfangen, starts.length) - 1]?.answer ?? 0;
  return starts.flatMap(({ frage, answer }) => {
    /** @type {Heading} */
    const title = {
      type: "heading",
      level: 3,
      text: [frageTitle(frage), { text: `: ${answerText(answer)}`, look: { kind: "span" } }],
      open: Number(answer) <= Number(last),
    };
    return [title, ...frage.more, nearestBeispiele(frage, check)];
  });
}

/**
 * Those from the same Land or kind of place first.
 * @param {Frage} frage
 * @param {Check} check
 * @returns {Block}
 */
function nearestBeispiele({ beispiele }, check) {
  const fit = (/** @type {BeispielLine} */ { land, art }) =>
    Number(land.includes(check.land)) + Number(art.includes(check.art));
  const nearest = [...beispiele].sort((one, other) => fit(other) - fit(one)).slice(0, EXAMPLES);
  return { type: "list", ordered: false, items: nearest.map(({ text }) => text), part: "beispiele" };
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

// Answers → the report that is drawn on the screen and into files. No DOM.

import { fillPlan } from "./plan.mjs";
import { bandOf, evaluate, isStep, topOf } from "../scoring.mjs";
import { answerText, bandText, dateText, middleText, questionTitle } from "../words.mjs";

/**
 * @import {Answer, Block, Check, ExampleLine, Given, Heading, PlanPart} from "../../shared/types.mjs"
 * @import {Question, Report, Scale, Summary, Text} from "../../shared/types.mjs"
 */

const EXAMPLES = 3;

/**
 * @param {PlanPart[]} plan
 * @param {Question[]} questions those asked
 * @param {Check} check
 * @param {Scale} scale
 * @param {string} address of the page
 * @returns {Report & {starts: Given[]}} with the questions to start with, lowest answer first
 */
export function composeReport(plan, questions, check, scale, address) {
  const given = givenAnswers(questions, check);
  const result = evaluate(questions, new Map([...given].map(([id, { answer }]) => [id, answer])), scale);
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
    empfehlungen: result.empfehlungen.map((summary) => recommendationRow(summary, questions, scale)),
  };
  return { ...fillPlan(plan, { shown, places }), starts };
}

/** @param {Question[]} questions @param {Check} check @returns {Map<string, Given>} */
function givenAnswers(questions, { fragen }) {
  const saved = new Map(fragen.map((question) => [question.id, question]));
  return new Map(
    questions.map((question) => {
      const { antwort = null, notiz = "" } = saved.get(question.id) ?? {};
      return [question.id, { question, answer: antwort, note: notiz }];
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
function profileRow({ question, answer, note }, scale) {
  const text = answerText(answer);
  return [
    questionTitle(question),
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
  return items.map(({ question, answer }) => {
    const look = /** @type {const} */ ({ kind: "link", href: `#${question.id}` });
    return [{ text: questionTitle(question), look }, `: ${answerText(answer)}`];
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
  return starts.flatMap(({ question, answer }) => {
    /** @type {Heading} */
    const title = {
      type: "heading",
      level: 3,
      text: [questionTitle(question), { text: `: ${answerText(answer)}`, look: { kind: "span" } }],
      open: Number(answer) <= Number(last),
    };
    return [title, ...question.more, nearestExamples(question, check)];
  });
}

/**
 * Those from the same Land or kind of place first.
 * @param {Question} question
 * @param {Check} check
 * @returns {Block}
 */
function nearestExamples({ examples }, check) {
  const fit = (/** @type {ExampleLine} */ { land, art }) =>
    Number(land.includes(check.land)) + Number(art.includes(check.art));
  const nearest = [...examples].sort((one, other) => fit(other) - fit(one)).slice(0, EXAMPLES);
  return { type: "list", ordered: false, items: nearest.map(({ text }) => text), part: "beispiele" };
}

/** @param {Summary} summary @param {Question[]} questions @param {Scale} scale @returns {Text[]} */
function recommendationRow(summary, questions, scale) {
  const link = questions.flatMap(({ links }) => links).find(({ id }) => id === summary.id);
  const single = summary.werte.length === 1 ? summary.werte[0] : summary.median;
  return [
    link ? [{ text: link.text, look: { kind: "link", href: link.href } }] : summary.id,
    middleText(summary),
    single === null || single === undefined ? "–" : bandCell(single, scale),
    `${summary.beantwortet} von ${summary.fragen} beantwortet`,
  ];
}

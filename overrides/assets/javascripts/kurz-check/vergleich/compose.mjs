// Several checks → the report that is drawn on the screen and into files.

import { byDate, cautions, compareDates, comparePeople, labels } from "./compare.mjs";
import { peopleDrawing } from "./dots.mjs";
import { fillPlan } from "../report/plan.mjs";
import { answerText, dateText, middleText, frageTitle } from "../words.mjs";

/** @import {Check, Filling, PlanPart, Report, Scale, Span, Text} from "../../shared/types.mjs" */

/** @type {Span} */
const NEED = { text: "Gesprächsbedarf", look: { kind: "strong", class: "streuung__bedarf" } };

/**
 * @param {PlanPart[]} plan
 * @param {string} kind "personen" or "zeitpunkte"
 * @param {Check[]} checks
 * @param {Scale} scale
 * @returns {Report}
 */
export function composeComparison(plan, kind, checks, scale) {
  const places = kind === "personen" ? peoplePlaces(checks, scale) : datePlaces(byDate(checks), scale);
  return fillPlan(plan, { shown: new Set(["vergleich", kind, ...cautions(checks)]), places });
}

/** @param {Check[]} checks @param {Scale} scale @returns {Filling["places"]} */
function peoplePlaces(checks, scale) {
  const names = labels(checks);
  const rows = comparePeople(checks, scale);
  const topics = rows.filter(({ gespraechsbedarf }) => gespraechsbedarf);
  return {
    "personen-kopf": checks.map(({ datum }, index) => `${names[index]} (${dateText(datum)})`).join(", "),
    personen: rows.map((row) => peopleRow(row, names)),
    gespraech: topics.map(({ frage }) => [frageTitle(frage), "", "", "", ""]),
  };
}

/** @param {Check[]} checks the older one first @param {Scale} scale @returns {Filling["places"]} */
function datePlaces(checks, scale) {
  return {
    "zeitpunkte-kopf": checks.map(({ name, datum }) => `${name} ${dateText(datum)}`.trim()).join(" → "),
    zeitpunkte: compareDates(checks, scale).map(dateRow),
  };
}

/** @param {ReturnType<typeof comparePeople>[0]} row @param {string[]} names @returns {Text[]} */
function peopleRow(row, names) {
  const answers = row.answers.map((answer, index) => `${names[index]}: ${answerText(answer)}`).join("\n");
  const range =
    row.spanne === null ? "–" : `${row.spanne} Punkte (${row.werte[0]} bis ${row.werte.at(-1)} %)`;
  const unsure = row.weiss_nicht ? `, ${row.weiss_nicht} × weiß nicht` : "";
  return [
    frageTitle(row.frage),
    [{ text: answers, look: { kind: "drawing", draw: (text) => peopleDrawing(text, row.werte) } }],
    middleText(row),
    row.gespraechsbedarf ? [`${range}${unsure} `, NEED] : range + unsure,
  ];
}

/** @param {ReturnType<typeof compareDates>[0]} row @returns {Text[]} */
function dateRow({ frage, alt, neu, differenz, urteil }) {
  const points = differenz === null ? "" : ` (${differenz > 0 ? "+" : ""}${differenz} Punkte)`;
  return [frageTitle(frage), answerText(alt), answerText(neu), urteil + points];
}

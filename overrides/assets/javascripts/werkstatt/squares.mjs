// Answers where there is little room: signs and squares.

import { bandOf, isStep } from "../kurz-check/scoring.mjs";
import { answerText } from "../kurz-check/words.mjs";
import { make } from "../shared/dom.mjs";

/**
 * @import {Answer, Scale} from "../shared/types.mjs"
 * @import {Incoming, Known} from "./types.mjs"
 */

/** An answer where there is little room; empty if there is none. @param {Answer} answer @returns {string} */
export function answerSign(answer) {
  if (isStep(answer)) return String(answer);
  return answer === null ? "" : answer === "weiss-nicht" ? "?" : "–";
}

/**
 * What a square shows of an answer.
 * @param {Answer} answer
 * @param {Scale} scale
 * @returns {{text: string, kind: string}}
 */
export function squareOf(answer, scale) {
  const kind = isStep(answer) ? scale.bands.indexOf(bandOf(answer, scale)) : answer;
  return { text: answerSign(answer) || "·", kind: String(kind ?? "offen") };
}

/**
 * The answers of one person, for a nod by whoever gave them.
 * @param {Incoming} incoming
 * @param {Known} known
 */
export function squares({ antworten }, { fragen, scale }) {
  const asked = fragen.filter(({ id, nr }) => nr !== null || id in antworten);
  const items = asked.map(({ id, nr, titel }) => {
    const answer = antworten[id] ?? null;
    const { text, kind } = squareOf(answer, scale);
    const $name = make("span", { class: "zelle__nr", "aria-hidden": "true" }, String(nr ?? "Z"));
    const $spoken = make("span", { class: "nur-vorlesen" }, `${titel}: ${answerText(answer)}`);
    const $value = make("span", { "aria-hidden": "true" }, text);
    return make("li", { class: `zelle zelle--${kind}` }, $name, $value, $spoken);
  });
  return make("ol", { class: "felder" }, ...items);
}

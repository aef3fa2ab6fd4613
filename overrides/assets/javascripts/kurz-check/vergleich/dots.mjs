// The answers of several people: a dot for each, and in words.

import { make, makeSvg } from "../../shared/dom.mjs";
import { drawing } from "../report/draw.mjs";

/**
 * @param {string} text a line per person
 * @param {number[]} values lowest first
 */
export function peopleDrawing(text, values) {
  const $answers = text.split("\n").map((line) => make("li", {}, line));
  return [dots(values), make("ul", { class: "streuung__werte" }, ...$answers)];
}

/** A dot per person on a line from 0 to 100; equal answers stack. @param {number[]} values lowest first */
function dots(values) {
  const place = (/** @type {number} */ value) => `${4 + value * 0.92}%`;
  const below = values.map((value, index) => index - values.indexOf(value));
  const step = Math.min(8, 32 / Math.max(...below, 1));
  const circles = values.map((value, index) => {
    return makeSvg("circle", {
      class: "punkte__punkt",
      cx: place(value),
      cy: 34 - (below[index] ?? 0) * step,
      r: 4,
    });
  });
  const line = (/** @type {string} */ name, /** @type {number} */ from, /** @type {number} */ to) =>
    makeSvg("line", { class: name, x1: place(from), x2: place(to), y1: 41, y2: 41 });
  const range = values.length > 1 ? [line("punkte__spanne", values[0] ?? 0, values.at(-1) ?? 0)] : [];
  return drawing("punkte", [line("punkte__achse", 0, 100), ...range, ...circles]);
}

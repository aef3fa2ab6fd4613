// Dots on a numbered axis, and lines between two dates. Each stands beside a table that says the same.

import { SCALE_STEPS } from "../../kurz-check/scoring.mjs";
import { makeSvg } from "../../shared/draw.mjs";

/**
 * @typedef {{value: number, text: string}} Dot
 * @typedef {{title: string, dots: Dot[]}} DotRow
 * @typedef {{from: number, to: number}} Line
 */

/**
 * One row of dots per round above a common axis; equal answers stack.
 * @param {DotRow[]} rows
 * @param {number} size radius of a dot in pixels
 * @param {string} label
 */
export function dotsPicture(rows, size, label) {
  const step = 2 * size + 1;
  /** @type {SVGElement[]} */
  const shapes = [];
  let bottom = 0;
  for (const { title, dots } of rows) {
    const stacks = SCALE_STEPS.map((value) => dots.filter((dot) => dot.value === value));
    const highest = Math.max(1, ...stacks.map((stack) => stack.length));
    const top = title ? bottom + 18 : bottom;
    if (title) shapes.push(makeSvg("text", { class: "achse__titel", x: 0, y: bottom + 14 }, title));
    bottom = top + highest * step + 4;
    for (const stack of stacks)
      shapes.push(...stack.flatMap((dot, index) => drawDot(dot, bottom - size - index * step - 2, size)));
    shapes.push(makeSvg("line", { class: "achse", x1: along(0), x2: along(100), y1: bottom, y2: bottom }));
  }
  return makeSvg(
    "svg",
    { class: "punktbild", role: "img", "aria-label": label, height: bottom + 26 },
    ...shapes,
    ...SCALE_STEPS.map((value) => drawTick(value, bottom + 18)),
  );
}

/** A dot, with its number if there is room for one. @param {Dot} dot @param {number} y @param {number} size */
function drawDot({ value, text }, y, size) {
  const dot = makeSvg("circle", { class: "punkt", cx: along(value), cy: y, r: size });
  const number = makeSvg("text", { class: "punkt__nr", x: along(value), y: y + size / 2.6 }, text);
  return size > 7 ? [dot, number] : [dot];
}

/** @param {number} value @param {number} y */
function drawTick(value, y) {
  const look = value % 50 ? "achse__zahl achse__zahl--klein" : "achse__zahl";
  return makeSvg("text", { class: look, x: along(value), y }, String(value));
}

/**
 * Two dates as two upright axes: a line per person, or dots where people were not matched.
 * @param {{lines: Line[], before: number[], after: number[], goal: number|null}} values
 * @param {string} label
 */
export function slopePicture({ lines, before, after, goal }, label) {
  const [left, right] = ["22%", "78%"];
  const axis = (/** @type {string} */ x) =>
    makeSvg("line", { class: "achse", x1: x, x2: x, y1: up(0), y2: up(100) });
  const numbers = (/** @type {string} */ x) =>
    [0, 50, 100].map((value) =>
      makeSvg("text", { class: "achse__zahl", x, y: up(value) + 4 }, String(value)),
    );
  const dots = (/** @type {string} */ x, /** @type {number[]} */ values) =>
    values.map((value) => makeSvg("circle", { class: "punkt", cx: x, cy: up(value), r: 5 }));
  return makeSvg(
    "svg",
    { class: "hangbild", role: "img", "aria-label": label, height: 156 },
    axis(left),
    axis(right),
    ...numbers("9%"),
    ...numbers("91%"),
    ...lines.map(({ from, to }) => {
      const way = to > from + 10 ? "hoeher" : to < from - 10 ? "niedriger" : "gleich";
      return makeSvg("line", {
        class: `hang__linie hang__linie--${way}`,
        x1: left,
        x2: right,
        y1: up(from),
        y2: up(to),
      });
    }),
    ...dots(left, before),
    ...dots(right, after),
    ...(goal === null ? [] : [makeSvg("text", { class: "achse__titel", x: "80%", y: up(goal) + 5 }, "◁")]),
    makeSvg("text", { class: "achse__zahl", x: left, y: 152 }, "damals"),
    makeSvg("text", { class: "achse__zahl", x: right, y: 152 }, "heute"),
  );
}

/** @param {number} value */
function along(value) {
  return `${4 + value * 0.92}%`;
}

/** @param {number} value */
function up(value) {
  return 130 - value * 1.2;
}

// The profile as a picture: weakest answers first, one look for each band, so that it reads without colour as well.

import { makeSvg } from "../../shared/draw.mjs";
import { bandOf, isStep } from "../scoring.mjs";
import { answerText, frageTitle } from "../words.mjs";

/**
 * @import {Given, Scale} from "../../shared/types.mjs"
 * @typedef {{name: string, text: string, quiet: string, ground: string, line: string, bands: string[]}} Colours
 * @typedef {{width: number, isNarrow: boolean, row: number, bar: {x: number, y: number, width: number, height: number}}} Measures
 */

/** Those of the page, which follow its theme. @type {Colours} */
export const PAGE = {
  name: "seite",
  text: "var(--ivo-text)",
  quiet: "var(--ivo-leise)",
  ground: "var(--ivo-grund)",
  line: "var(--ivo-rand)",
  bands: ["var(--ivo-warnung)", "var(--ivo-info)", "var(--ivo-gut)"],
};
/** Those of a file, which stands on white paper. @type {Colours} */
export const PAPER = {
  name: "papier",
  text: "#151724",
  quiet: "#52566f",
  ground: "#ffffff",
  line: "#6d7085",
  bands: ["#8f5200", "#00677f", "#007155"],
};
const NARROW = 560;
const LABELS = 340;
// How wide a letter is at most on average, in parts of its size.
const LETTER = 0.58;
const LOOKS = ["leer", "schraffiert", "voll"];

/**
 * @param {Given[]} given
 * @param {Scale} scale
 * @param {number} width
 * @param {Colours} colours
 * @returns {SVGSVGElement}
 */
export function profilePicture(given, scale, width, colours) {
  const measures = measured(width);
  const rows = weakestFirst(given).map((item, index) => row(item, index, scale, measures, colours));
  const height = rows.length * measures.row + 24;
  const legend = scale.bands.map(({ zeichen, titel }) => `${zeichen} ${titel}`).join("   ");
  const goals = given.some(({ ziel }) => isStep(ziel ?? null)) ? "   ▲ Ziel" : "";
  return makeSvg(
    "svg",
    {
      class: "profilbild",
      role: "img",
      "aria-label":
        "Profil nach Fragen, die niedrigsten Antworten zuerst. Alle Werte stehen in der Tabelle darunter.",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "font-family": "Fira Sans, Segoe UI, Arial, sans-serif",
    },
    ...hatches(colours),
    makeSvg("rect", { class: "profilbild__grund", width, height, fill: colours.ground }),
    ...rows,
    words(legend + goals, {
      x: 0,
      y: height - 6,
      size: fitting(legend + goals, 12, width),
      fill: colours.quiet,
    }),
  );
}

/** Those without a step last. @param {Given[]} given */
export function weakestFirst(given) {
  const place = (/** @type {Given} */ { answer }) => (isStep(answer) ? answer : 101);
  return [...given].sort((one, other) => place(one) - place(other));
}

/** @param {number} width @returns {Measures} */
function measured(width) {
  const isNarrow = width < NARROW;
  const x = isNarrow ? 1 : Math.max(LABELS, Math.round(width * 0.42));
  const barWidth = width - x - (isNarrow ? 80 : 110);
  const y = isNarrow ? 18 : 6;
  return {
    width,
    isNarrow,
    row: isNarrow ? 30 : 24,
    bar: { x, y, width: barWidth, height: isNarrow ? 7 : 12 },
  };
}

/** @param {Given} given @param {number} index @param {Scale} scale @param {Measures} measures @param {Colours} colours */
function row({ frage, answer, ziel = null }, index, scale, { width, isNarrow, row, bar }, colours) {
  const size = isNarrow ? 12.5 : 13.5;
  const y = isNarrow ? 12 : 16;
  const sign = isStep(answer) ? `${bandOf(answer, scale).zeichen} ` : "";
  const title = frageTitle(frage);
  return makeSvg(
    "g",
    { transform: `translate(0 ${index * row})` },
    words(title, { x: 0, y, size: isNarrow ? fitting(title, size, width) : size, fill: colours.text }),
    words(sign + answerText(answer), {
      x: width,
      y: isNarrow ? y + 14 : y,
      size,
      fill: isStep(answer) ? colours.text : colours.quiet,
      "text-anchor": "end",
      "font-weight": isStep(answer) ? 700 : 400,
    }),
    ...(isStep(answer) ? barShapes(answer, scale, bar, colours) : []),
    ...(isStep(ziel) ? [goalMark(ziel, bar, colours)] : []),
  );
}

/** @param {number} value @param {Scale} scale @param {Measures["bar"]} bar @param {Colours} colours */
function barShapes(value, scale, { x, y, width, height }, colours) {
  const place = scale.bands.indexOf(bandOf(value, scale));
  const colour = colours.bands[place] ?? colours.text;
  const fill = [colours.ground, `url(#schraffur-${colours.name})`][place] ?? colour;
  return [
    makeSvg("rect", { class: "profilbild__spur", x, y, width, height, fill: "none", stroke: colours.line }),
    makeSvg("rect", {
      class: `profilbild__wert profilbild__wert--${LOOKS[place] ?? "voll"}`,
      x,
      y,
      width: Math.max((width * value) / 100, 3),
      height,
      fill,
      stroke: colour,
      "stroke-width": 1.5,
    }),
  ];
}

/** @param {number} value @param {Measures["bar"]} bar @param {Colours} colours */
function goalMark(value, { x, y, width, height }, colours) {
  const middle = x + (width * value) / 100;
  const top = y + height - 3;
  return makeSvg("path", {
    class: "profilbild__ziel",
    d: `M${middle} ${top}l5 9h-10z`,
    fill: colours.text,
    stroke: colours.ground,
  });
}

/** The middle band is neither empty nor full. @param {Colours} colours */
function hatches({ name, bands, ground }) {
  return bands.slice(1, 2).map((colour) =>
    makeSvg(
      "pattern",
      {
        id: `schraffur-${name}`,
        width: 5,
        height: 5,
        patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      },
      makeSvg("rect", { width: 5, height: 5, fill: ground }),
      makeSvg("rect", { class: "profilbild__strich", width: 2.5, height: 5, fill: colour }),
    ),
  );
}

/** What would not fit the width is written smaller. @param {string} text @param {number} size @param {number} width */
function fitting(text, size, width) {
  return Math.min(size, Math.round((width * 10) / (text.length * LETTER)) / 10);
}

/** @param {string} text @param {{size: number} & Record<string, string|number>} look */
function words(text, { size, ...look }) {
  return makeSvg("text", { "font-size": size, ...look }, text);
}

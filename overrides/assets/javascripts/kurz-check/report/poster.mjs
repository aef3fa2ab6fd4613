// One page to hand round or pin up: the picture, three weak spots with a step, a town to look at, whom to ask. No DOM.

import { longDate } from "../../shared/dates.mjs";
import { isStep } from "../scoring.mjs";
import { answerText, frageTitle, goalText } from "../words.mjs";
import { weakestFirst } from "./picture.mjs";

/**
 * @import {Block, Check, Doc, Given, Report, Start, Text} from "../../shared/types.mjs"
 * @import {Result} from "./compose.mjs"
 */

const CELLS = 10;
const LINE = "____________________";

/**
 * @param {Result} result
 * @param {Check} check
 * @returns {Doc & {dense: true}}
 */
export function composePoster(result, check) {
  const place = check.kommune ? `: ${check.kommune}` : "";
  const title = `Kurz-Check Integration${place}`;
  const [stellen] = blocksOf(result, "stellen");
  const asked = textOf(stellen);
  const contact = [...asked, `${asked.length ? " · " : ""}Ansprechperson bei uns: ${LINE}`];
  return {
    title,
    dense: true,
    blocks: [
      { type: "heading", level: 1, text: title },
      { type: "paragraph", text: [longDate(check.datum), check.name].filter(Boolean).join(" · ") },
      { type: "paragraph", text: textOf(result.blocks.find(({ stelle }) => stelle === "satz")) },
      pictureInCells(result.given),
      ...result.starts.flatMap((start) => startBlocks(start, result)),
      { type: "paragraph", text: contact },
    ],
  };
}

/** The picture in a file: ten cells for each answer, as many dark as it has steps. @param {Given[]} given @returns {Block} */
function pictureInCells(given) {
  const sorted = weakestFirst(given);
  const cells = Array.from({ length: CELLS }, (_, place) => ((place + 1) * 100) / CELLS);
  return {
    type: "table",
    caption: "Profil, die niedrigsten Antworten zuerst. Ein dunkles Feld sind 10 %, ▲ ist das Ziel.",
    header: ["Frage und Antwort", ...cells.map(String)],
    rows: sorted.map(({ frage, answer, ziel }) => [
      `${frageTitle(frage)}: ${answerText(answer)}`,
      ...cells.map((step) => (step === ziel ? "▲" : "")),
    ]),
    bars: { from: 1, full: sorted.map(({ answer }) => (isStep(answer) ? (answer * CELLS) / 100 : 0)) },
    part: "bild",
  };
}

/** @param {Start} start @param {Result} result @returns {Block[]} */
function startBlocks({ frage, answer, ziel, schritt, wer, bis_wann }, result) {
  const title = `${frageTitle(frage)}: ${answerText(answer)}`;
  const example = blocksOf(result, "beispiele", frage.id)[0];
  const towns = example?.type === "list" ? example.items.slice(0, 1) : [];
  /** @type {Text[]} */
  const lines = [
    [{ text: "Erster Schritt:", look: { kind: "strong" } }, ` ${schritt}`],
    ...towns.map((town) => [
      { text: "Zum Beispiel:", look: /** @type {const} */ ({ kind: "strong" }) },
      " ",
      ...asSpans(town),
    ]),
    `Wer: ${wer || LINE} · Bis wann: ${bis_wann || LINE} · Ziel: ${goalText(ziel) || "______"}`,
  ];
  return [
    { type: "heading", level: 2, text: title },
    ...lines.map((text) => /** @type {const} */ ({ type: "paragraph", text })),
  ];
}

/**
 * The parts of the cards, of all or of one question.
 * @param {Report} report
 * @param {string} part
 * @param {string} [frage]
 */
function blocksOf({ blocks }, part, frage) {
  let current = "";
  return blocks.filter((block) => {
    if (block.type === "heading") current = block.frage ?? "";
    return block.part === part && (!frage || current === frage);
  });
}

/** @param {Block} [block] */
function textOf(block) {
  return block && "text" in block ? asSpans(block.text) : [];
}

/** @param {Text} text */
function asSpans(text) {
  return typeof text === "string" ? [text] : text;
}

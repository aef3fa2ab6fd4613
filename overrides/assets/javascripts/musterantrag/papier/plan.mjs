// Choices → the paper for the council. No DOM.

import { plainText } from "../../document/plain.mjs";
import { longDate } from "../../shared/dates.mjs";
import { nameWithKind } from "../declension.mjs";
import { fillBlanks, numbersInWords, phrase } from "../grammar.mjs";
import { lawOf, paragraphs, reasonsFor } from "./reasons.mjs";

/**
 * @import {Block, Choices, Doc, Plan, PlanBlock, Text, Wissen, Word, Words} from "../../shared/types.mjs"
 * @typedef {{id: string, text: string}} Point something to vote on
 * @typedef {{plan: Plan, choices: Choices, wissen: Wissen, words: Words, points: Point[], used: Set<object>}} Context
 */

const REQUESTS = "auftrag/";
const ANNEX = "teil/anlage";

/**
 * Compose the paper.
 * @param {Plan} plan
 * @param {Choices} choices
 * @param {Wissen} wissen
 * @returns {Doc}
 */
export function composeMusterantrag(plan, choices, wissen) {
  const words = wordsFor(plan, choices, wissen);
  const points = pointsOf(plan, choices, words);
  const context = { plan, choices, wissen, words, points, used: new Set() };
  const blocks = plan.blocks
    .filter((block) => isWanted(block, context))
    .flatMap((block) => blocksFor(block, context));
  const [first] = blocks;
  return {
    title: first && "text" in first ? plainText(first.text) : "",
    header: fillBlanks("{form} {antragsteller.genitiv} · {betreff}", words),
    blocks: blocks.filter((block, index) => !isEmptySection(block, blocks[index + 1])),
  };
}

/**
 * What the blanks of every sentence are filled with.
 * @param {Plan} plan
 * @param {Choices} choices
 * @param {Wissen} wissen
 * @returns {Words}
 */
export function wordsFor({ texts, beugung }, choices, wissen) {
  const { kommune, gremium, antragsteller, name, zusatz, datum, sitzung } = choices;
  /** @param {Word} word @param {string|undefined} filled */
  const named = ({ kind, forms, chosen }, filled = "") =>
    phrase(nameWithKind(kind, forms, filled, beugung), !chosen);
  const words = {
    kommune: named(kommune, name || (kommune.chosen ? texts.lueckeName : "")),
    gremium: named(gremium, ""),
    antragsteller: named(antragsteller, zusatz || texts.lueckeZusatz),
    datum: longDate(datum) || (texts.lueckeDatum ?? ""),
    sitzung: longDate(sitzung),
    form: formOf(choices, wissen),
  };
  const usual = choices.modules.has("grundsatz") ? texts.betreff : texts.betreffOhneGrundsatz;
  return { ...words, betreff: choices.betreff || fillBlanks(usual ?? "", words) };
}

/** The right of the mover names the paper. @param {Choices} choices @param {Wissen} wissen */
function formOf({ form, rolle, ort }, { laender }) {
  if (form) return form;
  return rolle === "vertretung" && laender.get(ort.land)?.antragsrecht === "nein" ? "Anregung" : "Antrag";
}

/** Everything to vote on, each a sentence of its own. @param {Plan} plan @param {Choices} choices @param {Words} words */
function pointsOf(plan, choices, words) {
  const items = plan.blocks.find((block) => block.kind === "list")?.items ?? [];
  const chosen = items.filter(({ id }) => choices.modules.has(id));
  const asPoint = (/** @type {string} */ id, /** @type {string} */ clause) => {
    const frist = longDate(choices.fristen.get(id) ?? "");
    const pattern = (frist ? plan.texts.auftragMitFrist : plan.texts.auftrag) ?? "";
    // „usw.“ has its full stop already.
    return { id, text: fillBlanks(pattern, { auftrag: clause, frist }).replace(/\.\.$/, ".") };
  };
  const points = chosen.map(({ id, pattern }) => {
    const clause = fillBlanks(pattern, words);
    return id.startsWith(REQUESTS) ? asPoint(id, clause) : { id, text: clause };
  });
  const own = choices.auftraege.map((clause) => asPoint("auftrag/eigene", clause));
  const frist = longDate(choices.bericht);
  const report = frist
    ? [{ id: "bericht", text: fillBlanks(plan.texts.bericht ?? "", { ...words, frist }) }]
    : [];
  return [...points, ...own, ...report];
}

/** @param {PlanBlock} block @param {Context} context */
function isWanted({ when }, { choices, points }) {
  if (!when) return true;
  return when
    .split(" ")
    .some((module) => choices.modules.has(module) || numbersOf(module, points).length > 0);
}

/**
 * The numbers under which the requests of a module appear in the list.
 * @param {string} module
 * @param {Point[]} points
 */
function numbersOf(module, points) {
  return points.flatMap(({ id }, index) => (`${id}/`.startsWith(`${module}/`) ? [index + 1] : []));
}

/** @param {PlanBlock} block @param {Context} context @returns {Block[]} */
function blocksFor(block, context) {
  const { words, points } = context;
  const fill = (/** @type {string} */ pattern) =>
    fillBlanks(pattern, { ...words, nummern: numbersInWords(numbersOf(block.when, points)) });
  if (block.stelle) return STELLEN[block.stelle]?.(block, context, fill) ?? [];
  switch (block.kind) {
    case "heading":
      return [{ type: "heading", level: block.level, text: fill(block.pattern), newPage: block.newPage }];
    case "list":
      return [{ type: "list", ordered: true, items: points.map(({ text }) => text) }];
    case "points":
      return [{ type: "list", ordered: false, items: block.items.map(({ pattern }) => fill(pattern)) }];
    case "signature":
      return [{ type: "signature", text: fill(block.pattern), line: block.items.at(-1)?.pattern ?? "" }];
    default:
      return [{ type: "paragraph", text: fill(block.pattern) }];
  }
}

/** @type {Record<string, (block: PlanBlock, context: Context, fill: (pattern: string) => string) => Block[]>} */
const STELLEN = {
  anschrift: ({ pattern }, _, fill) => [{ type: "paragraph", text: fill(pattern), stelle: "anschrift" }],
  absender: ({ pattern }, _, fill) => [{ type: "paragraph", text: fill(pattern), stelle: "absender" }],
  sitzung: ({ pattern }, { words }, fill) => paragraphs(words.sitzung ? [fill(pattern)] : []),
  einzeln: ({ pattern }, { points }) => paragraphs(points.length > 1 ? [pattern] : []),
  landesrecht: ({ pattern }, { choices, wissen }) => paragraphs(lawOf(choices.ort.land, wissen, pattern)),
  beispiele: ({ when }, context) => reasonsFor(when, context),
  gruende: ({ pattern, level }, { choices }) => section(pattern, level, paragraphs(choices.gruende)),
  finanzen: ({ pattern }, { choices }) => paragraphs(choices.finanzen.length ? choices.finanzen : [pattern]),
  beratungsfolge: ({ pattern, level }, { choices }) =>
    section(pattern, level, points(choices.beratungsfolge, true)),
  anlagen: ({ pattern, level }, { plan, choices }) =>
    section(pattern, level, points(annexesOf(plan, choices), false)),
};

/**
 * The annexes, numbered, as the paper and the sheet beside it list them.
 * @param {Plan} plan
 * @param {Choices} choices
 * @returns {string[]}
 */
export function annexesOf({ texts }, { modules, anlagen }) {
  const own = modules.has(ANNEX) ? [texts.anlageEmpfehlungen ?? ""] : [];
  return [...own, ...anlagen].map((titel, index) =>
    fillBlanks(texts.anlage ?? "", { nr: String(index + 1), titel }),
  );
}

/** @param {Text[]} items @param {boolean} ordered @returns {Block[]} */
function points(items, ordered) {
  return items.length ? [{ type: "list", ordered, items }] : [];
}

/** A heading only where something follows. @param {string} text @param {number} level @param {Block[]} blocks @returns {Block[]} */
function section(text, level, blocks) {
  return blocks.length ? [{ type: "heading", level, text }, ...blocks] : [];
}

/** @param {Block} block @param {Block|undefined} next */
function isEmptySection(block, next) {
  if (block.type !== "heading" || block.level < 3) return false;
  return !next || (next.type === "heading" && next.level <= block.level);
}

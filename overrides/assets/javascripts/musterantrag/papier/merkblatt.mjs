// Choices → the sheet for those who hand the paper in. No DOM.

import { plainText } from "../../document/plain.mjs";
import { fillBlanks } from "../grammar.mjs";
import { annexesOf, wordsFor } from "./plan.mjs";
import { paragraphs, withSource } from "./reasons.mjs";

/**
 * @import {Block, Choices, Doc, Landessatz, Plan, PlanBlock, Text, Wissen, Words} from "../../shared/types.mjs"
 * @typedef {{sheet: Plan, paper: Plan, antrag: Doc, choices: Choices, wissen: Wissen, words: Words}} Context
 */

/**
 * @param {Plan} sheet
 * @param {Plan} paper
 * @param {Doc} antrag the composed paper
 * @param {Choices} choices
 * @param {Wissen} wissen
 * @returns {Doc}
 */
export function composeMerkblatt(sheet, paper, antrag, choices, wissen) {
  const context = { sheet, paper, antrag, choices, wissen, words: wordsFor(paper, choices, wissen) };
  const blocks = sheet.blocks.flatMap((block) => sheetBlocks(block, context));
  const [first] = blocks;
  return { title: first && "text" in first ? plainText(first.text) : "", blocks };
}

/** @param {PlanBlock} block @param {Context} context @returns {Block[]} */
function sheetBlocks(block, context) {
  const { choices, words, sheet, paper } = context;
  const texts = block.items.map(({ pattern }) => pattern);
  switch (block.stelle) {
    case "recht":
      return paragraphs(rightOf(block.pattern, context));
    case "sitzung":
      return paragraphs(choices.sitzung ? [fillBlanks(block.pattern, words)] : []);
    case "pruefen":
      return [{ type: "list", ordered: false, items: [...missingIn(context), ...texts] }];
    case "anlagenliste": {
      const annexes = annexesOf(paper, choices);
      return [{ type: "list", ordered: false, items: annexes.length ? annexes : texts }];
    }
    case "schritte":
      return [{ type: "list", ordered: true, items: texts }];
    default:
      return block.kind === "heading"
        ? [{ type: "heading", level: block.level, text: fillBlanks(block.pattern, words) }]
        : paragraphs([
            fillBlanks(block.pattern, { ...words, land: choices.ort.land || (sheet.texts.land ?? "") }),
          ]);
  }
}

/**
 * Who may move what, as far as it is proved; what is not is said.
 * @param {string} general while nothing is chosen
 * @param {Context} context
 * @returns {Text[]}
 */
function rightOf(general, { sheet: { texts }, choices, wissen, words }) {
  const { ort, rolle, form } = choices;
  if (!ort.land || !rolle) return [general];
  const land = { land: ort.land };
  const known = wissen.laender.get(ort.land);
  const found = rolle === "rat" ? known?.rat : known?.vertretung;
  const right = rolle === "rat" ? "" : provedFor(choices.antragsteller.forms.nominativ, known);
  const isKnown = Boolean(right) || (rolle === "rat" && Boolean(found?.text));
  return [
    ...(found?.text
      ? [fillBlanks(texts.rechtDesLandes ?? "", land), withSource(found.text, found.quellen)]
      : []),
    ...(right === "ja" ? [texts.antragsrecht ?? ""] : []),
    ...(right === "nein" ? [texts.keinAntragsrecht ?? ""] : []),
    ...(isKnown ? [] : [fillBlanks(texts.unbekannt ?? "", land)]),
    ...(form ? [fillBlanks(texts.gewaehlt ?? "", words)] : []),
  ];
}

/** In some Länder only one of the bodies has a right. @param {string} name @param {Landessatz|undefined} land */
function provedFor(name, land) {
  const names = land?.antragsrecht_fuer ?? [];
  return names.length && !names.includes(name) ? "" : (land?.antragsrecht ?? "");
}

/** @param {Context} context */
function missingIn({ sheet: { texts }, antrag, choices }) {
  const open = antrag.blocks.some((block) => "text" in block && plainText(block.text).includes("["));
  const reasonless = choices.auftraege.length > 0 && choices.gruende.length === 0;
  return [...(open ? [texts.unvollstaendig ?? ""] : []), ...(reasonless ? [texts.keinGrund ?? ""] : [])];
}

// Choices → document. No DOM.

import { plainText } from "../document/plain.mjs";
import { longDate } from "../shared/dates.mjs";
import { nameWithKind } from "./declension.mjs";
import { fillBlanks, numbersInWords, phrase } from "./grammar.mjs";

/**
 * @import {Block, Choices, Doc, Paragraph, Plan, PlanBlock, Selbsteinschaetzung, Word, Words} from "../shared/types.mjs"
 * @typedef {{id: string, text: string}} Auftrag
 * @typedef {{plan: Plan, choices: Choices, words: Words, auftraege: Auftrag[]}} Context
 */

/**
 * Compose the Musterantrag.
 * @param {Plan} plan
 * @param {Choices} choices
 * @returns {Doc}
 */
export function composeMusterantrag(plan, choices) {
  const words = wordsFor(plan, choices);
  const auftraege = chosenAuftraege(plan, choices, words);
  const blocks = plan.blocks
    .filter((block) => isWanted(block, choices.modules, auftraege))
    .flatMap((block) => BLOCK_COMPOSERS[block.kind](block, { plan, choices, words, auftraege }));
  const [first] = blocks;
  return { title: first && "text" in first ? plainText(first.text) : "", blocks };
}

/** @type {Record<PlanBlock["kind"], (block: PlanBlock, context: Context) => Block[]>} */
const BLOCK_COMPOSERS = {
  heading: ({ pattern, level, when }, { words, auftraege }) => {
    const nummern = numbersInWords(numbersOf(when, auftraege));
    return [{ type: "heading", level, text: fillBlanks(pattern, { ...words, nummern }) }];
  },
  paragraph: ({ pattern, empfehlung }, { plan, choices, words }) => [
    { type: "paragraph", text: fillBlanks(pattern, words) },
    ...selbsteinschaetzungOf(empfehlung, plan, choices.selbsteinschaetzung),
  ],
  list: (_, { auftraege }) => [
    { type: "list", ordered: true, items: asEnumeration(auftraege.map(({ text }) => text)) },
  ],
  insert: ({ pattern, level }, { choices }) =>
    choices.gruende.length === 0
      ? []
      : [
          { type: "heading", level, text: pattern },
          ...choices.gruende.map((text) => /** @type {Paragraph} */ ({ type: "paragraph", text })),
        ],
};

/** @param {Plan} plan @param {Choices} choices @returns {Words} */
function wordsFor(plan, { kommune, gremium, antragsteller, name, zusatz, datum }) {
  /** @param {Word} word @param {string} filled */
  const named = ({ kind, forms, chosen }, filled) =>
    phrase(nameWithKind(kind, forms, filled, plan.beugung), !chosen);
  return {
    kommune: named(kommune, name || (kommune.chosen ? plan.blanks.name : "")),
    gremium: named(gremium, ""),
    antragsteller: named(antragsteller, zusatz || plan.blanks.zusatz),
    datum: longDate(datum) || plan.blanks.datum,
  };
}

/** @param {Plan} plan @param {Choices} choices @param {Words} words @returns {Auftrag[]} */
function chosenAuftraege(plan, { modules, auftraege }, words) {
  const items = plan.blocks.find((block) => block.kind === "list")?.items ?? [];
  return [
    ...items
      .filter(({ id }) => modules.has(id))
      .map(({ id, pattern }) => ({ id, text: fillBlanks(pattern, words) })),
    ...auftraege.map((text) => ({ id: "auftrag/eigene", text })),
  ];
}

/** @param {PlanBlock} block @param {Set<string>} modules @param {Auftrag[]} auftraege */
function isWanted({ when }, modules, auftraege) {
  return when === "" || modules.has(when) || numbersOf(when, auftraege).length > 0;
}

/**
 * The numbers under which the requests of a module appear in the list.
 * @param {string} module
 * @param {Auftrag[]} auftraege
 */
function numbersOf(module, auftraege) {
  return auftraege.flatMap(({ id }, index) => (`${id}/`.startsWith(`${module}/`) ? [index + 1] : []));
}

/** @param {string[]} clauses */
function asEnumeration(clauses) {
  const last = clauses.length - 1;
  return clauses.map((clause, index) => (index < last ? `${clause};` : `${clause.replace(/\.$/, "")}.`));
}

/**
 * @param {string} empfehlung
 * @param {Plan} plan
 * @param {Selbsteinschaetzung|null} selbsteinschaetzung
 * @returns {Paragraph[]}
 */
function selbsteinschaetzungOf(empfehlung, plan, selbsteinschaetzung) {
  if (!empfehlung || !selbsteinschaetzung) return [];
  const datum = longDate(selbsteinschaetzung.datum);
  return selbsteinschaetzung.punkte
    .filter(({ empfehlungen }) => empfehlungen.includes(empfehlung))
    .map(({ nr, titel, wert }) => {
      const pattern = nr ? plan.selbsteinschaetzung.numbered : plan.selbsteinschaetzung.additional;
      return {
        type: "paragraph",
        text: fillBlanks(pattern, { datum, nr, frage: titel, wert: String(wert) }),
      };
    });
}

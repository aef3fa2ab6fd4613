// Choices → document. No DOM.

import { dateInWords, fillBlanks, numbersInWords, phrase } from "./sprache.mjs";

/**
 * The motion with blanks, as the page carries it.
 * @typedef {{kind: "heading"|"paragraph"|"list"|"insert", pattern: string, level: number, when: string,
 *   recommendation: string, items: {id: string, pattern: string}[]}} PlanBlock
 * @typedef {{blocks: PlanBlock[], blanks: {name: string, zusatz: string, datum: string},
 *   assessment: {numbered: string, additional: string}}} Plan
 * @typedef {{forms: Forms, chosen: boolean}} Word
 * @typedef {{datum: string, punkte: {frage: string, nr: string, titel: string, wert: number,
 *   empfehlungen: string[]}[]}} Assessment
 * @typedef {{kommune: Word, gremium: Word, antragsteller: Word, name: string, zusatz: string, datum: string,
 *   modules: Set<string>, requests: string[], reasons: string[], assessment: Assessment|null}} Choices
 */

/**
 * Compose the motion.
 * @param {Plan} plan
 * @param {Choices} choices
 * @returns {Doc}
 */
export function composeMotion(plan, choices) {
  const words = wordsFor(plan, choices);
  const requests = chosenRequests(plan, choices, words);
  const blocks = plan.blocks
    .filter((block) => isWanted(block, choices.modules, requests))
    .flatMap((block) => BLOCK_COMPOSERS[block.kind](block, { plan, choices, words, requests }));
  return { title: blocks[0].text, blocks };
}

const BLOCK_COMPOSERS = {
  heading: ({ pattern, level, when }, { words, requests }) => {
    const nummern = numbersInWords(numbersOf(when, requests));
    return [{ type: "heading", level, text: fillBlanks(pattern, { ...words, nummern }) }];
  },
  paragraph: ({ pattern, recommendation }, { plan, choices, words }) => [
    { type: "paragraph", text: fillBlanks(pattern, words) },
    ...assessmentOf(recommendation, plan, choices.assessment),
  ],
  list: (_, { requests }) => [{ type: "list", ordered: true, items: asEnumeration(requests.map(({ text }) => text)) }],
  insert: ({ pattern, level }, { choices }) =>
    choices.reasons.length === 0
      ? []
      : [
          { type: "heading", level, text: pattern },
          ...choices.reasons.map((text) => ({ type: "paragraph", text })),
        ],
};

function wordsFor(plan, { kommune, gremium, antragsteller, name, zusatz, datum }) {
  return {
    kommune: phrase(kommune.forms, name || (kommune.chosen ? plan.blanks.name : ""), !kommune.chosen),
    gremium: phrase(gremium.forms, "", !gremium.chosen),
    antragsteller: phrase(antragsteller.forms, zusatz || plan.blanks.zusatz, !antragsteller.chosen),
    datum: dateInWords(datum) || plan.blanks.datum,
  };
}

function chosenRequests(plan, { modules, requests }, words) {
  const items = plan.blocks.find((block) => block.kind === "list").items;
  return [
    ...items
      .filter(({ id }) => modules.has(id))
      .map(({ id, pattern }) => ({ id, text: fillBlanks(pattern, words) })),
    ...requests.map((text) => ({ id: "auftrag/eigene", text: text.replace(/[\s.;,]+$/, "") })),
  ];
}

function isWanted({ when }, modules, requests) {
  return when === "" || modules.has(when) || numbersOf(when, requests).length > 0;
}

/** The numbers under which the requests of a module appear in the list. */
function numbersOf(module, requests) {
  return requests.flatMap(({ id }, index) => (`${id}/`.startsWith(`${module}/`) ? [index + 1] : []));
}

function asEnumeration(clauses) {
  return clauses.map((clause, index) => clause + (index === clauses.length - 1 ? "." : ";"));
}

function assessmentOf(recommendation, plan, assessment) {
  if (!recommendation || !assessment) return [];
  const datum = dateInWords(assessment.datum);
  return assessment.punkte
    .filter(({ empfehlungen }) => empfehlungen.includes(recommendation))
    .map(({ nr, titel, wert }) => {
      const pattern = nr ? plan.assessment.numbered : plan.assessment.additional;
      return { type: "paragraph", text: fillBlanks(pattern, { datum, nr, frage: titel, wert: String(wert) }) };
    });
}

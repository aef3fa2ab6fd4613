// Choices → document. No DOM.

import { dateInWords, fillBlanks, numbersInWords, phrase } from "./grammar.mjs";

/**
 * The Musterantrag with blanks, as the page carries it.
 * @typedef {{kind: "heading"|"paragraph"|"list"|"insert", pattern: string, level: number, when: string,
 *   empfehlung: string, items: {id: string, pattern: string}[]}} PlanBlock
 * @typedef {{blocks: PlanBlock[], blanks: {name: string, zusatz: string, datum: string},
 *   selbsteinschaetzung: {numbered: string, additional: string}}} Plan
 * @typedef {{forms: Forms, chosen: boolean}} Word
 * @typedef {{datum: string, punkte: {frage: string, nr: string, titel: string, wert: number,
 *   empfehlungen: string[]}[]}} Selbsteinschaetzung
 * @typedef {{kommune: Word, gremium: Word, antragsteller: Word, name: string, zusatz: string, datum: string,
 *   modules: Set<string>, auftraege: string[], gruende: string[], selbsteinschaetzung: Selbsteinschaetzung|null}} Choices
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
  return { title: blocks[0].text, blocks };
}

const BLOCK_COMPOSERS = {
  heading: ({ pattern, level, when }, { words, auftraege }) => {
    const nummern = numbersInWords(numbersOf(when, auftraege));
    return [{ type: "heading", level, text: fillBlanks(pattern, { ...words, nummern }) }];
  },
  paragraph: ({ pattern, empfehlung }, { plan, choices, words }) => [
    { type: "paragraph", text: fillBlanks(pattern, words) },
    ...selbsteinschaetzungOf(empfehlung, plan, choices.selbsteinschaetzung),
  ],
  list: (_, { auftraege }) => [{ type: "list", ordered: true, items: asEnumeration(auftraege.map(({ text }) => text)) }],
  insert: ({ pattern, level }, { choices }) =>
    choices.gruende.length === 0
      ? []
      : [
          { type: "heading", level, text: pattern },
          ...choices.gruende.map((text) => ({ type: "paragraph", text })),
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

function chosenAuftraege(plan, { modules, auftraege }, words) {
  const items = plan.blocks.find((block) => block.kind === "list").items;
  return [
    ...items
      .filter(({ id }) => modules.has(id))
      .map(({ id, pattern }) => ({ id, text: fillBlanks(pattern, words) })),
    ...auftraege.map((text) => ({ id: "auftrag/eigene", text: text.replace(/[\s.;,]+$/, "") })),
  ];
}

function isWanted({ when }, modules, auftraege) {
  return when === "" || modules.has(when) || numbersOf(when, auftraege).length > 0;
}

/** The numbers under which the requests of a module appear in the list. */
function numbersOf(module, auftraege) {
  return auftraege.flatMap(({ id }, index) => (`${id}/`.startsWith(`${module}/`) ? [index + 1] : []));
}

function asEnumeration(clauses) {
  return clauses.map((clause, index) => clause + (index === clauses.length - 1 ? "." : ";"));
}

function selbsteinschaetzungOf(empfehlung, plan, selbsteinschaetzung) {
  if (!empfehlung || !selbsteinschaetzung) return [];
  const datum = dateInWords(selbsteinschaetzung.datum);
  return selbsteinschaetzung.punkte
    .filter(({ empfehlungen }) => empfehlungen.includes(empfehlung))
    .map(({ nr, titel, wert }) => {
      const pattern = nr ? plan.selbsteinschaetzung.numbered : plan.selbsteinschaetzung.additional;
      return { type: "paragraph", text: fillBlanks(pattern, { datum, nr, frage: titel, wert: String(wert) }) };
    });
}

// The questions to begin with: for each a first step, a reason, examples, the request, and whom to ask. No DOM.

import { comparable } from "../../shared/comparable.mjs";
import { answerText, frageTitle } from "../words.mjs";

/**
 * @import {Around, Block, Check, Given, Paragraph, Span, Start, Text} from "../../shared/types.mjs"
 */

const EXAMPLES = 2;

/** Each with a first step of its own. @param {Given[]} starts @returns {Start[]} */
export function withSteps(starts) {
  /** @type {Set<string>} */
  const used = new Set();
  return starts.map((start) => {
    const { schritte } = start.frage;
    const schritt = schritte.find((step) => !used.has(step)) ?? "";
    used.add(schritt);
    return { ...start, schritt };
  });
}

/** @param {Start[]} starts @param {Check} check @param {Around} around @returns {Block[]} */
export function startCards(starts, check, around) {
  /** @type {Set<string>} */
  const used = new Set();
  const blocks = starts.flatMap((start) => [
    ...mainBlocks(start),
    ...exampleBlocks(start, check, around.klassen, used),
    paragraph("auftrag", start.frage.beschluss),
    paragraph("stellen", whomToAsk(check.land, around)),
    paragraph("dazu", empfehlungen(start)),
  ]);
  // A copy of the site may have nothing to say of this.
  return blocks.filter((block) => !("text" in block) || block.text.length > 0);
}

/** @param {Start} start @returns {Block[]} */
function mainBlocks({ frage, answer, schritt }) {
  const title = `${frageTitle(frage)}: ${answerText(answer)}`;
  const step = paragraph("schritt", [strong("Erster Schritt (Rat der Redaktion):"), ` ${schritt}`]);
  return [
    { type: "heading", level: 3, text: title, frage: frage.id },
    ...(schritt ? [step] : []),
    paragraph("argument", frage.argument),
  ];
}

/**
 * The nearest examples that no other card has, and how near they are.
 * @param {Start} start
 * @param {Check} check
 * @param {string[]} klassen
 * @param {Set<string>} used
 * @returns {Block[]}
 */
function exampleBlocks({ frage }, { land, art, groesse = "" }, klassen, used) {
  const groups = comparable(frage.beispiele, { land, art, groesse }, klassen);
  const nearest = groups
    .flatMap(({ wort, beispiele }) => beispiele.map(({ text }) => ({ wort, text })))
    .filter(({ text }) => !used.has(JSON.stringify(text)))
    .slice(0, EXAMPLES);
  for (const { text } of nearest) used.add(JSON.stringify(text));
  const words = [...new Set(nearest.map(({ wort }) => wort))];
  return words.flatMap((wort) => [
    paragraph("beispielkopf", [strong("So machen es andere:"), ` ${wort}`]),
    {
      type: "list",
      ordered: false,
      items: nearest.filter((one) => one.wort === wort).map(({ text }) => text),
      part: "beispiele",
    },
  ]);
}

/** @param {string} land @param {Around} around @returns {Span[]} */
function whomToAsk(land, { stellen }) {
  const [all, ...named] = stellen(land);
  if (!all) return [];
  const list = named.flatMap((stelle) => [stelle, ", "]);
  const rest = land ? ["alle Stellen für ", all] : [all];
  return [strong("Wen Sie fragen können:"), " ", ...list, ...rest];
}

/** @param {Start} start @returns {Span[]} */
function empfehlungen({ frage: { links } }) {
  const named = links.flatMap(({ text, href }, index) => [index ? ", " : " ", link(text, href)]);
  return named.length ? [strong("Empfehlung:"), ...named] : [];
}

/** @param {string} text @param {string} href @returns {Span} */
function link(text, href) {
  return { text, look: { kind: "link", href } };
}

/** @param {string} text @returns {Span} */
function strong(text) {
  return { text, look: { kind: "strong" } };
}

/** @param {string} part @param {Text} text @returns {Paragraph} */
function paragraph(part, text) {
  return { type: "paragraph", text, part };
}

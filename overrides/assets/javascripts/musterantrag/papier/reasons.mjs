// What backs a request: the own assessment, examples of comparable places, the law of the Land. No DOM.

import { comparable } from "../../shared/comparable.mjs";
import { datesInWords, longDate } from "../../shared/dates.mjs";
import { fillBlanks } from "../grammar.mjs";

/**
 * @import {Beispielsatz, Block, Choices, Nachweis, Plan, Text, Wissen} from "../../shared/types.mjs"
 */

const FRAGEN = "auftrag/frage/";
const EXAMPLES = "teil/beispiele";
const MOST = 2;

/**
 * @param {string} module whose requests are backed
 * @param {{plan: Plan, choices: Choices, wissen: Wissen, used: Set<object>}} context
 * @returns {Block[]}
 */
export function reasonsFor(module, { plan, choices, wissen, used }) {
  const values = paragraphs(valuesOf(module, plan, choices));
  if (!choices.modules.has(EXAMPLES)) return values;
  // Nobody is convinced by the own example.
  const others = wissen.beispiele.filter(({ namen }) => !choices.name || !namen.includes(choices.name));
  const beispiele = others.filter((one) => module in one.module && !used.has(one));
  const nearest = nearestOf(beispiele, choices, wissen);
  for (const beispiel of nearest) used.add(beispiel);
  const items = nearest.map(({ kopf, texte, module: told, quelle }) =>
    withSource(`${kopf} ${texte[told[module] ?? 0]}`, [quelle]),
  );
  return items.length ? [...values, { type: "list", ordered: false, items }] : values;
}

/** @param {string} module @param {Plan} plan @param {Choices} choices */
function valuesOf(module, { texts }, { selbsteinschaetzung }) {
  if (!selbsteinschaetzung || !module.startsWith(FRAGEN)) return [];
  const { punkte, klausur } = selbsteinschaetzung;
  const datum = longDate(klausur ?? selbsteinschaetzung.datum);
  const pattern = (klausur ? texts.klausur : texts.selbsteinschaetzung) ?? "";
  const its = punkte.filter(({ frage }) => module === `${FRAGEN}${frage}`);
  return its.map(({ wert }) => fillBlanks(pattern, { datum, wert: String(wert) }));
}

/** Two of places alike; of other places one will do. @param {Beispielsatz[]} beispiele @param {Choices} choices @param {Wissen} wissen */
function nearestOf(beispiele, { ort }, { klassen }) {
  const groups = comparable(beispiele, ort, klassen);
  const alike = groups.filter(({ stufe }) => stufe !== "andere").flatMap((group) => group.beispiele);
  return alike.length ? alike.slice(0, MOST) : groups.flatMap((group) => group.beispiele).slice(0, 1);
}

/**
 * What to say of the law; nothing for a Land of which nothing is proved.
 * @param {string} land
 * @param {Wissen} wissen
 * @param {string} general while no Land is chosen
 * @returns {Text[]}
 */
export function lawOf(land, { laender }, general) {
  if (!land) return [general];
  const { text = "", quellen = [] } = laender.get(land)?.gesetz ?? {};
  return text ? [withSource(text, quellen)] : [];
}

/** @param {Text[]} texts @returns {Block[]} */
export function paragraphs(texts) {
  return texts.map((text) => ({ type: "paragraph", text }));
}

/**
 * A statement with its sources in brackets.
 * @param {string} text
 * @param {Nachweis[]} quellen
 * @returns {Text}
 */
export function withSource(text, quellen) {
  if (!quellen.length) return text;
  const sources = quellen.flatMap(({ vor, titel, href, nach }, index) => [
    `${index ? "; " : ""}${vor}`,
    href ? { text: titel, look: /** @type {const} */ ({ kind: "link", href }) } : titel,
    datesInWords(nach),
  ]);
  return [`${text} (Quelle: `, ...sources, ")"];
}

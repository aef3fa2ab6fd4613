// What the Musterantrag of a municipality's own copy has filled in, as in hooks/catalog/musterantrag/vorbelegung.py.

import { articleOf, completeName, decline } from "../../musterantrag/declension.mjs";

/** @import {Beugung, Phrase} from "../../shared/types.mjs" */

const OWN = "eigene";
const CASES = /** @type {const} */ (["nominativ", "genitiv", "dativ", "akkusativ"]);

/**
 * @typedef {{arten: [id: string, titel: string][], gremien: Record<string, string>,
 *   kreise: Record<string, string>, beugung: Beugung}} Known
 */

/**
 * @param {Record<string, string>} kommune
 * @param {Known} known
 * @returns {{facts: string[], values: Record<string, string>}}
 */
export function preset({ land = "", art = "", bezeichnung = "", gremium = "" }, known) {
  const [kind, name] = kindAndName(land, art, bezeichnung, known);
  const body = known.gremien[gremium] ?? OWN;
  const kommune = kind === OWN ? own(bezeichnung, known.beugung) : null;
  const vertretung = body === OWN ? own(gremium, known.beugung) : null;
  return {
    facts: [
      `land=${land}`,
      `art=${kind}${kommune ? `-${kommune.artikel}` : ""}`,
      `vertretung=${body}${vertretung ? `-${vertretung.artikel}` : ""}`,
    ],
    values: {
      "antrag-name": kommune ? "" : name,
      ...inCases("kommune", kommune),
      ...inCases("gremium", vertretung),
    },
  };
}

/**
 * The kind and the name to fill in; the official name wins.
 * @param {string} land
 * @param {string} art
 * @param {string} official
 * @param {Known} known
 * @returns {[kind: string, name: string]}
 */
function kindAndName(land, art, official, { arten, kreise, beugung }) {
  const fitting = arten.filter(([id]) => completeName(id, official, beugung));
  // „Region Hannover“ is a Region, whatever kind of municipality it counts as.
  const named = fitting.find(([, titel]) => official.startsWith(`${titel} `));
  if (named) return [named[0], official.slice(named[1].length + 1)];
  const plain = art.replace(/^kreisfreie /, "");
  const usual = arten.find(
    ([, titel]) => titel === (plain === "Landkreis" ? (kreise[land] ?? plain) : plain),
  );
  const last = fitting.at(-1);
  if (last && !fitting.some(([id]) => id === usual?.[0])) return [last[0], official];
  return [usual?.[0] ?? OWN, official];
}

/** @param {string} text @param {Beugung} rules */
function own(text, rules) {
  return decline(articleOf(text, rules) ?? "der", text, rules);
}

/** @param {string} word @param {Phrase|null} phrase */
function inCases(word, phrase) {
  return Object.fromEntries(CASES.map((key) => [`antrag-${word}-${key}`, phrase?.[key] ?? ""]));
}

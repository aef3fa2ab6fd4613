// What stands beside the text of an example: where it is, its facts, what belongs to it.

import { datesInWords } from "../../shared/dates.mjs";
import { make } from "../../shared/dom.mjs";
import { makeSvg } from "../../shared/draw.mjs";
import { OPEN, heading, link, list, once } from "./parts.mjs";

/**
 * @import {Child} from "../../shared/types.mjs"
 * @import {Beleg, Bekannt, Entwurf, Kommune} from "./parts.mjs"
 */

const RUNS = { ja: "ja, nach dem jüngsten Beleg", nein: "nein, beendet", unbekannt: "nicht bekannt" };
const UNKNOWN = "nicht bekannt";
const LINKED = ["empfehlungen", "erfolgsfaktoren", "fragen"];
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
// When somebody looked at a page says nothing about when it was written.
const SEEN = /(?:gesehen|Abrufstand|Abruf)\s+[\d-]+/g;

/** @param {Entwurf} draft @param {Bekannt} known @returns {Child[]} */
export function margin(draft, known) {
  const { kommunen, seit, laeuft = "unbekannt", kosten = UNKNOWN, personal = UNKNOWN, geprueft } = draft;
  return [
    smallMap(once(kommunen, "land"), known),
    make(
      "dl",
      { class: "steckbrief" },
      make("dt", {}, kommunen.length === 1 ? "Kommune" : "Kommunen"),
      ...kommunen.map((kommune) => make("dd", {}, ...place(kommune, known))),
      ...(seit ? fact("Beginn", String(seit)) : []),
      ...fact("Läuft es?", RUNS[laeuft]),
      ...fact("Kosten", kosten),
      ...fact("Personal", personal),
      ...fact("Beleg", proven(draft)),
      ...fact("Stand", newestYear(draft.belege)),
      ...(geprueft ? fact("Bestätigt", datesInWords(geprueft)) : []),
    ),
    heading(2, "Was dazu gehört"),
    ...LINKED.flatMap((kind) => linked(kind, draft, known)),
  ];
}

/** @param {string[]} laender @param {Bekannt} known */
function smallMap(laender, { kacheln }) {
  const tiles = Object.entries(kacheln).map(([land, [column, row]]) => {
    const here = laender.includes(land) ? " kleinkarte__land--hier" : "";
    const size = { width: 18, height: 18, rx: 2 };
    return makeSvg("rect", {
      class: `kleinkarte__land${here}`,
      x: column * 20 - 20,
      y: row * 20 - 20,
      ...size,
    });
  });
  const label = `Lage auf der Karte der Länder: ${laender.join(", ")}`;
  const attributes = { class: "kleinkarte", viewBox: "-1 -1 82 122", role: "img", "aria-label": label };
  return makeSvg("svg", attributes, ...tiles);
}

/** @param {string} name @param {string} text */
function fact(name, text) {
  return [make("dt", {}, name), make("dd", {}, text)];
}

/** @param {Kommune} kommune @param {Bekannt} known @returns {Child[]} */
function place({ name, land, art, einwohner }, { eintraege }) {
  const where = `${name || OPEN} (${art || OPEN}, ${land || OPEN})`;
  if (!einwohner) return [`${where}. Wie viele Menschen dort leben, ist nicht bekannt`];
  const [title, address] = eintraege.quellen?.[einwohner.quelle] ?? [einwohner.quelle, undefined];
  const source = make(
    "span",
    { class: "stand" },
    "(",
    link(title, address),
    `, ${datesInWords(einwohner.stand)})`,
  );
  return [`${where}, ${Number(einwohner.zahl).toLocaleString("de-DE")} Menschen `, source];
}

/** @param {Entwurf} draft */
function proven({ sicherheit, belege }) {
  if (!sicherheit) return OPEN;
  return `${sicherheit === "hoch" ? "gut" : "mittel"} (${belege.length})`;
}

/** @param {Beleg[]} belege */
function newestYear(belege) {
  const years = belege.flatMap(({ stand }) => stand.replace(SEEN, "").match(YEAR) ?? []);
  return years.sort().at(-1) ?? UNKNOWN;
}

/** @param {string} kind @param {Entwurf} draft @param {Bekannt} known */
function linked(kind, draft, { arten, eintraege }) {
  const ids = /** @type {Record<string, any>} */ (draft)[kind] ?? [];
  if (!ids.length) return [];
  const items = ids.map((/** @type {string} */ id) => {
    const [title, address] = eintraege[kind]?.[id] ?? [id, undefined];
    return [link(title, address)];
  });
  return [heading(3, arten[kind] ?? ""), list(items)];
}

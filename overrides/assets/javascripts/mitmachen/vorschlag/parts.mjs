// What the page of an entry is put together from.

import { make } from "../../shared/dom.mjs";
import { ownAddress } from "../../shared/load.mjs";

/**
 * @import {Attributes, Child} from "../../shared/types.mjs"
 * @typedef {{zahl: number, stand: string, quelle: string}} Einwohner
 * @typedef {{name: string, land: string, art: string, einwohner?: Einwohner}} Kommune
 * @typedef {{titel: string, sprache?: string, herausgeber: string, url: string, stand: string, belegt: string}} Beleg
 * @typedef {{id?: string, titel?: string, kommunen: Kommune[], seit?: number, kurz?: string, uebertragbar?: string,
 *   nicht_uebertragbar?: string, laeuft?: "ja"|"nein"|"unbekannt", kosten?: string, personal?: string, lehre?: string,
 *   geprueft?: string, empfehlungen?: string[], erfolgsfaktoren?: string[], fragen?: string[], belege: Beleg[],
 *   sicherheit?: string}} Entwurf an example; texts that are not there yet are missing, or empty in a part
 * @typedef {{kacheln: Record<string, [number, number]>, arten: Record<string, string>,
 *   eintraege: Record<string, Record<string, [string, string]>>, listen: Record<string, Record<string, string>>,
 *   zusammen: string, seiten: {kurzcheck: string, musterantrag: string}}} Bekannt what only the build knows: where each
 *   Land lies, what kinds are called, title and address of entries, addresses of lists and pages, which spaces end no line
 */

/** Stands where something is needed that nobody has entered yet. */
export const OPEN = "[fehlt noch]";
// The page around the preview has its own heading; what is shown comes below the heading of the preview.
const LEVELS_BELOW = 3;

/**
 * A heading that looks like the one of the page.
 * @param {1|2|3} level
 * @param {string} text
 */
export function heading(level, text) {
  return make(`h${level}`, { "aria-level": level + LEVELS_BELOW }, text);
}

/**
 * @param {string} text
 * @param {string} [address] below the site's root; only the build knows that of a list with its first example
 * @param {Attributes} [attributes]
 */
export function link(text, address, attributes = {}) {
  const href = address !== undefined && new URL(`../../${address}`, ownAddress()).href;
  return make("a", { ...attributes, href }, text);
}

/** @param {Child[][]} items */
export function list(items) {
  return make("ul", {}, ...items.map((item) => make("li", {}, ...item)));
}

/** What places have in common, each once. @param {Kommune[]} kommunen @param {"land"|"art"} name */
export function once(kommunen, name) {
  return [...new Set(kommunen.map((kommune) => kommune[name] || OPEN))];
}

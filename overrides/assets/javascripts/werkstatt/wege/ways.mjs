// What people type, paste or write on paper → somebody who may come in. No DOM.

import { fromLink } from "../../kurz-check/file.mjs";
import { MOST_OF_A_NAME, Refused } from "../../kurz-check/fields.mjs";
import { linkIn } from "../../shared/link.mjs";
import { incomingFrom } from "../datei/file.mjs";
import { CODE_LENGTHS, InvalidCode, isCode, readCode, suggestCodes } from "../code.mjs";

/**
 * @import {Answer} from "../../shared/types.mjs"
 * @import {Antworten, Fragenliste, Incoming, Known, Quelle, Reason} from "../types.mjs"
 * @typedef {{incoming?: Incoming, problem?: string, vorschlaege?: string[]}} Attempt
 */

/** @type {Record<Reason, string>} */
const REASONS = {
  pruefzeichen: "Der Code stimmt nicht: Ein Zeichen ist falsch oder vertauscht.",
  fragenliste: "Der Code gehört zu einer anderen Fragenliste, vielleicht aus einer anderen Kommune.",
  "zeichen-fehlt": "Im Code fehlt ein Zeichen.",
  "zeichen-zu-viel": "Im Code ist ein Zeichen zu viel.",
  laenge: "Ein Code hat 12, 16 oder 20 Zeichen.",
  "fremdes-zeichen": "Im Code steht ein Zeichen, das es dort nicht gibt.",
};
const BETWEEN = /[\s:;,|]+/;
const NO_SIGN = /[^\p{L}\p{N}?]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
const BETWEEN_ANSWERS = /[\s\p{Cf},;.|/]/gu;
/** @type {Record<string, Answer>} */
const PAPER = { V: 100, W: "weiss-nicht", N: "trifft-nicht-zu", "-": null };

/** @param {string} text @param {string} name @param {Known} known @returns {Attempt} */
export function fromCode(text, name, { listen }) {
  const signs = signsOf(text);
  try {
    const { liste, antworten } = readCode(signs, listen);
    return { incoming: incomingOf(name, "code", liste, antworten) };
  } catch (error) {
    if (!(error instanceof InvalidCode)) throw error;
    return { problem: REASONS[error.reason], vorschlaege: suggested(signs, listen) };
  }
}

/** Answers as signs, one per question. @param {string} text @param {string} name @param {Known} known @returns {Attempt} */
export function fromPaper(text, name, { listen }) {
  const plain = text.normalize("NFKC").replace(BETWEEN_ANSWERS, "").replace(DASHES, "-");
  const signs = [...plain.toUpperCase()];
  const foreign = signs.find((sign) => !/[0-9VWN-]/.test(sign));
  if (foreign) return { problem: `„${foreign}“ ist keine Antwort. Möglich sind 0 bis 9, V, W, N und -.` };
  const liste = listen.find(({ fragen }) => fragen.length === signs.length);
  if (!liste) {
    const lengths = [...new Set(listen.map(({ fragen }) => fragen.length))].join(" oder ");
    return { problem: `Das sind ${signs.length} Zeichen. Es müssen ${lengths} sein, eines je Frage.` };
  }
  const antworten = signs.map((sign) => (/\d/.test(sign) ? 10 * Number(sign) : (PAPER[sign] ?? null)));
  return { incoming: incomingOf(name, "papier", liste, antworten) };
}

/**
 * A line with a code or a link, and perhaps a name before or after it.
 * @param {string} line
 * @param {Known} known
 * @returns {Attempt}
 */
export function fromLine(line, known) {
  const words = line.split(BETWEEN).filter(Boolean);
  const link = line.split(/\s+/).find(isLink);
  if (link) return fromAddress(link, nameFrom(line.replace(link, " ").split(BETWEEN)), known);
  const signs = words.map(signsOf);
  const found = windows(signs).find(([start, end]) => isCode(signs.slice(start, end).join(""), known.listen));
  if (found) {
    const [start, end] = found;
    const others = [...words.slice(0, start), ...words.slice(end)];
    return fromCode(words.slice(start, end).join(""), nameFrom(others), known);
  }
  const likely = words.find((word) => /\d/.test(word) || word.includes("-")) ?? words.at(-1) ?? "";
  return fromCode(likely, nameFrom(words.filter((word) => word !== likely)), known);
}

/** @param {string} address a link with answers or with a code @param {string} name @param {Known} known @returns {Attempt} */
export function fromAddress(address, name, known) {
  const hash = address.slice(address.indexOf("#"));
  const code = linkIn(hash, "k");
  // What mail programs and trackers append is no part of it.
  if (code !== null) return fromCode(/^[\w\s–-]*/.exec(code)?.[0] ?? "", name, known);
  const link = linkIn(hash, "antworten");
  if (link === null) return { problem: "Der Link enthält keine Antworten." };
  try {
    const { check } = fromLink(link, known.options);
    return { incoming: { ...incomingFrom(check, "link"), name } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { problem: error.message };
  }
}

/**
 * @param {string} name
 * @param {Quelle} quelle
 * @param {Fragenliste} liste
 * @param {Answer[]} antworten
 * @returns {Incoming}
 */
function incomingOf(name, quelle, { fragen }, antworten) {
  /** @type {Antworten} */
  const byId = Object.fromEntries(fragen.map((id, place) => [id, antworten[place] ?? null]));
  return { name, ort: "", quelle, datum: "", stand: "", antworten: byId, ziele: {} };
}

/** @param {string} text @param {Fragenliste[]} listen */
function suggested(text, listen) {
  try {
    return suggestCodes(text, listen);
  } catch {
    return []; // a foreign character
  }
}

/** What counts of a code: no brackets, dashes or unseen signs of the text around it. @param {string} text */
function signsOf(text) {
  return text.normalize("NFKC").replace(NO_SIGN, "");
}

/** @param {string} word */
function isLink(word) {
  return /#[^#=%]+(?:=|%3D)/i.test(word);
}

/** Neighbouring words that together are as long as a code. @param {string[]} words @returns {[number, number][]} */
function windows(words) {
  const lengths = words.map((word) => word.length);
  const longest = Math.max(...CODE_LENGTHS);
  return words.flatMap((_, start) => {
    /** @type {[number, number][]} */
    const found = [];
    // A code may stand there sign by sign, with a dash between its groups.
    for (let [end, length] = [start, 0]; length <= longest && end <= start + 2 * longest; end++) {
      if (CODE_LENGTHS.includes(length)) found.push([start, end]);
      length += lengths[end] ?? Infinity;
    }
    return found;
  });
}

/** @param {string[]} words */
function nameFrom(words) {
  return words
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(" ")
    .slice(0, MOST_OF_A_NAME);
}

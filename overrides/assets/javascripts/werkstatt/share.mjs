// One person's answers as a code to say, write or scan: what a phone shows in a workshop.

import { make } from "../shared/dom.mjs";
import { drawQr } from "../shared/qr.mjs";
import { spokenCode, writeCode } from "./code.mjs";

/**
 * @import {Answer} from "../shared/types.mjs"
 * @import {Fragenliste} from "./types.mjs"
 */

const NO_CODE = "Für diese Fragen gibt es keinen Code. Nehmen Sie die Datei oder den Link mit.";
const NOT_SECRET =
  "Der Code ist nicht verschlüsselt: Wer ihn kennt, kann Ihre Antworten lesen. Ihr Name steht nicht darin.";

/**
 * The code of answers: of the longest list whose questions were all asked.
 * @param {Map<string, Answer>} antworten of the questions asked
 * @param {Fragenliste[]} listen
 * @returns {string} empty if no list fits
 */
export function codeFor(antworten, listen) {
  const fitting = listen.filter(({ fragen }) => fragen.every((id) => antworten.has(id)));
  const [liste] = fitting.sort((one, other) => other.fragen.length - one.fragen.length);
  return liste
    ? writeCode(
        liste.fragen.map((id) => antworten.get(id) ?? null),
        liste.version,
      )
    : "";
}

/**
 * @param {string} code
 * @param {string} address of the Werkstatt
 * @returns {HTMLElement[]}
 */
export function codeCard(code, address) {
  if (!code) return [make("p", {}, NO_CODE)];
  const isServed = !address.startsWith("file:");
  const link = `${address.split("#")[0]}#k=${code}`;
  const $qr = isServed
    ? [make("div", { class: "qr-platz" }, drawQr(link, "QR-Code mit Ihrem Code für die Werkstatt"))]
    : [];
  return [
    make("p", { class: "code code--gross" }, code),
    make("p", {}, `Gesprochen: ${spokenCode(code)}`),
    ...$qr,
    make("p", {}, NOT_SECRET),
  ].map(($part) => /** @type {HTMLElement} */ ($part));
}

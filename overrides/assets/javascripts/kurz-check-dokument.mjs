// Loaded by kurz-check.mjs when somebody takes something away: most visitors never need these writers.

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./shared/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";
import { reminder } from "./kurz-check/mitnehmen/reminder.mjs";
import { pictureAsPng, pictureAsSvg } from "./kurz-check/mitnehmen/picture.mjs";
import { fileTitle, savedAs } from "./kurz-check/title.mjs";
import { answerTable, planTable, toCsv } from "./kurz-check/mitnehmen/tables.mjs";

/**
 * @import {Check, Doc, Scale} from "./shared/types.mjs"
 * @import {Result} from "./kurz-check/report/compose.mjs"
 * @typedef {{doc: Result, poster: Doc, check: Check, scale: Scale, address: string}} Content
 * @typedef {Content & {what: string, hasDate: boolean, tell: (text: string) => void}} Detail
 * @typedef {string|Uint8Array<ArrayBuffer>} Bytes
 */

const CSV_TYPE = "text/csv";
/** @type {Record<string, [kind: string, ending: string]>} */
const TITLES = {
  tabelle: ["kurz-check", "csv"],
  plan: ["plan", "csv"],
  svg: ["profil", "svg"],
  png: ["profil", "png"],
  termin: ["kurz-check-wiederholen", "ics"],
  "plakat-docx": ["das-wichtigste", "docx"],
  "plakat-odt": ["das-wichtigste", "odt"],
};

/** What each button saves. @type {Record<string, (content: Content) => [Bytes|Promise<Bytes>, type: string]>} */
const WRITERS = {
  docx: ({ doc }) => [toDocx(doc), DOCX_TYPE],
  odt: ({ doc }) => [toOdt(doc), ODT_TYPE],
  "plakat-docx": ({ poster }) => [toDocx(poster), DOCX_TYPE],
  "plakat-odt": ({ poster }) => [toOdt(poster), ODT_TYPE],
  tabelle: ({ check, scale }) => [toCsv(answerTable(check, scale)), CSV_TYPE],
  plan: ({ doc }) => [toCsv(planTable(doc.starts)), CSV_TYPE],
  svg: ({ doc, scale }) => [pictureAsSvg(doc.given, scale), "image/svg+xml"],
  png: ({ doc, scale }) => [pictureAsPng(doc.given, scale), "image/png"],
  termin: ({ check, address }) => [reminder(check, address, new Date()), "text/calendar"],
};

document.addEventListener("kurz-check:mitnehmen", async (event) => {
  /** @type {Detail} */
  const { what, hasDate, tell, ...content } = /** @type {CustomEvent} */ (event).detail;
  const written = WRITERS[what]?.(content);
  if (!written) return;
  const [kind, ending] = TITLES[what] ?? ["kurz-check", what];
  const title = fileTitle(kind, content.check, ending);
  save(await written[0], title, written[1]);
  tell(savedAs(title, hasDate));
});

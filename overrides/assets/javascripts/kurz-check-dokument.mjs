// Loaded by kurz-check.mjs when somebody takes something away: most visitors never need these writers.

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./document/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";
import { fileTitle, savedAs } from "./kurz-check/title.mjs";
import { answerTable, planTable, toCsv } from "./kurz-check/tables.mjs";

/**
 * @import {Check, Doc, Given, Scale} from "./shared/types.mjs"
 * @typedef {{doc: Doc & {starts: Given[]}, check: Check, scale: Scale}} Content
 * @typedef {Content & {what: string, hasDate: boolean, tell: (text: string) => void}} Detail
 */

const CSV_TYPE = "text/csv";
/** @type {Record<string, [kind: string, ending: string]>} */
const TITLES = { tabelle: ["kurz-check", "csv"], plan: ["plan", "csv"] };

/** What each button saves. @type {Record<string, (content: Content) => [string|Uint8Array<ArrayBuffer>, string]>} */
const WRITERS = {
  docx: ({ doc }) => [toDocx(doc), DOCX_TYPE],
  odt: ({ doc }) => [toOdt(doc), ODT_TYPE],
  tabelle: ({ check, scale }) => [toCsv(answerTable(check, scale)), CSV_TYPE],
  plan: ({ doc }) => [toCsv(planTable(doc.starts)), CSV_TYPE],
};

document.addEventListener("kurz-check:mitnehmen", (event) => {
  /** @type {Detail} */
  const { what, hasDate, tell, ...content } = /** @type {CustomEvent} */ (event).detail;
  const written = WRITERS[what]?.(content);
  if (!written) return;
  const [kind, ending] = TITLES[what] ?? ["kurz-check", what];
  const title = fileTitle(kind, content.check, ending);
  save(written[0], title, written[1]);
  tell(savedAs(title, hasDate));
});

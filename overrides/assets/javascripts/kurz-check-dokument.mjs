// Loaded by kurz-check.mjs when somebody takes something away: most visitors never need these writers.

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./document/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";
import { answerTable, planTable, toCsv } from "./kurz-check/tables.mjs";

/**
 * @import {Check, Doc, Given, Scale} from "./shared/types.mjs"
 * @typedef {{doc: Doc & {starts: Given[]}, check: Check, scale: Scale}} Content
 */

const CSV_TYPE = "text/csv";

/** What each button saves. @type {Record<string, (content: Content) => [string|Uint8Array<ArrayBuffer>, string]>} */
const WRITERS = {
  docx: ({ doc }) => [toDocx(doc), DOCX_TYPE],
  odt: ({ doc }) => [toOdt(doc), ODT_TYPE],
  tabelle: ({ check, scale }) => [toCsv(answerTable(check, scale)), CSV_TYPE],
  plan: ({ doc }) => [toCsv(planTable(doc.starts)), CSV_TYPE],
};

document.addEventListener("kurz-check:mitnehmen", (event) => {
  const { what, fileName, ...content } = /** @type {CustomEvent} */ (event).detail;
  const written = WRITERS[what]?.(content);
  if (written) save(written[0], fileName, written[1]);
});

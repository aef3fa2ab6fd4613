// Loaded by kurz-check.mjs when somebody takes something away: most visitors never need these writers.

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./document/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";
import { outline } from "./kurz-check/outline.mjs";
import { answerTable, planTable, toCsv } from "./kurz-check/tables.mjs";

const CSV_TYPE = "text/csv";

/** What each button saves. */
const WRITERS = {
  docx: ({ $section }) => [toDocx(outline($section)), DOCX_TYPE],
  odt: ({ $section }) => [toOdt(outline($section)), ODT_TYPE],
  tabelle: ({ check, scale }) => [toCsv(answerTable(check, scale)), CSV_TYPE],
  plan: ({ $section }) => [toCsv(planTable([...$section.querySelectorAll(".schritt")])), CSV_TYPE],
};

document.addEventListener("kurz-check:mitnehmen", ({ detail }) => {
  const [content, type] = WRITERS[detail.what](detail);
  save(content, detail.fileName, type);
});

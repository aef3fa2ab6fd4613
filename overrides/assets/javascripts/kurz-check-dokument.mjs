// Loaded by kurz-check.mjs when the first document is wanted: most visitors never need these writers.

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./document/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";

const WRITERS = { docx: [toDocx, DOCX_TYPE], odt: [toOdt, ODT_TYPE] };

document.addEventListener("kurz-check:dokument", ({ detail: { doc, fileName, format } }) => {
  const [write, type] = WRITERS[format];
  save(write(doc), fileName, type);
});

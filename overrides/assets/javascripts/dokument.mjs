// Writes files for Word and LibreOffice whenever a page asks for one (see document/save.mjs).

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./document/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";

const WRITERS = { docx: [toDocx, DOCX_TYPE], odt: [toOdt, ODT_TYPE] };

document.addEventListener("dokument", ({ detail: { doc, format, fileName } }) => {
  const [write, type] = WRITERS[format];
  save(write(doc), fileName, type);
});

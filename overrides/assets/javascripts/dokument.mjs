// Writes files for Word and LibreOffice whenever a page asks for one (see document/save.mjs).

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./document/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";

/** @import {Doc} from "./shared/types.mjs" */

document.addEventListener("dokument", (event) => {
  /** @type {{doc: Doc, format: "docx"|"odt", fileName: string}} */
  const { doc, format, fileName } = /** @type {CustomEvent} */ (event).detail;
  if (format === "docx") save(toDocx(doc), fileName, DOCX_TYPE);
  else save(toOdt(doc), fileName, ODT_TYPE);
});

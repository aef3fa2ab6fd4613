// Loaded by werkstatt-bild.mjs when somebody takes the sheet away: most need these writers once, at the end.

import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./shared/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";
import { toCsv } from "./kurz-check/mitnehmen/tables.mjs";

document.addEventListener("werkstatt:blatt", (event) => {
  const { what, name, doc, table } = /** @type {CustomEvent} */ (event).detail;
  if (what === "docx") save(toDocx(doc), name, DOCX_TYPE);
  else if (what === "odt") save(toOdt(doc), name, ODT_TYPE);
  else save(toCsv(table), name, "text/csv");
});

// Loaded by mitmachen.mjs when somebody wants to see the page of a proposal, or to save it as a mail.

import { mailFile } from "./mitmachen/vorschlag/mail.mjs";
import { Preview } from "./mitmachen/vorschlag/preview.mjs";

document.addEventListener("mitmachen:vorschlag", (event) => {
  const { $root, take } = /** @type {CustomEvent} */ (event).detail;
  take({ mailFile, preview: new Preview($root) });
});

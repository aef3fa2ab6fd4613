// Loaded by kurz-check.mjs as soon as there is something to save, to share or to open.

import { Safe } from "./kurz-check/sichern/safe.mjs";

document.addEventListener("kurz-check:sichern", (event) => {
  const { tool, take } = /** @type {CustomEvent} */ (event).detail;
  take(new Safe(tool));
});

// Loaded by kurz-check.mjs with the first answer: a result takes more than the questions do.

import { Result } from "./kurz-check/report/result.mjs";

document.addEventListener("kurz-check:ergebnis", (event) => {
  const { $section, form, scale, take } = /** @type {CustomEvent} */ (event).detail;
  take(new Result($section, form, scale));
});

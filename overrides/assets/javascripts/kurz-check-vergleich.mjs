// Loaded by kurz-check.mjs when somebody opens the comparison.

import { Comparison } from "./kurz-check/vergleich/view.mjs";

document.addEventListener("kurz-check:vergleichen", (event) => {
  const { $section, scale, options, tell, take } = /** @type {CustomEvent} */ (event).detail;
  new Comparison($section, scale, options, tell, take);
});

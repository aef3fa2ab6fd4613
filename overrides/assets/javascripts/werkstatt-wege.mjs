// Loaded by werkstatt.mjs when somebody comes in.

import { Entering } from "./werkstatt/wege/entering.mjs";

document.addEventListener("werkstatt:wege", (event) => {
  const { tool, take } = /** @type {CustomEvent} */ (event).detail;
  take(new Entering(tool));
});

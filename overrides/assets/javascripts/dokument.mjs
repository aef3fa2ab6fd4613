// Loaded by musterantrag.mjs when somebody takes the Musterantrag away: most visitors need no writers of files.

import { take } from "./musterantrag/output.mjs";

document.addEventListener("dokument", (event) => {
  const { what, finished, tell } = /** @type {CustomEvent} */ (event).detail;
  take(what, finished).then(tell);
});

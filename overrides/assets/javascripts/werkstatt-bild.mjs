// Loaded by werkstatt.mjs when there are answers to show.

import { RoundPicture } from "./werkstatt/bild/picture.mjs";

document.addEventListener("werkstatt:bild", (event) => {
  const { tool, take } = /** @type {CustomEvent} */ (event).detail;
  take(new RoundPicture(tool));
});

// Loaded by the Kurz-Check when somebody asks for the code of a workshop.

import { codeCard, codeFor } from "./werkstatt/share.mjs";

document.addEventListener("kurz-check:werkstatt", (event) => {
  const { $place, antworten } = /** @type {CustomEvent} */ (event).detail;
  const { listen = "[]", werkstatt = "" } = $place.dataset;
  const address = new URL(werkstatt, location.href).href;
  $place.replaceChildren(...codeCard(codeFor(antworten, JSON.parse(listen)), address));
});

// Loaded by musterantrag.mjs with the first choice: composes the text, shows it beside the form and declines names.

import { articleOf, decline } from "./musterantrag/declension.mjs";
import { readPlan, showDocument } from "./musterantrag/page.mjs";
import { composeMusterantrag } from "./musterantrag/plan.mjs";
import { find } from "./shared/dom.mjs";

const $text = find(document, "[data-antrag]");
const plan = readPlan($text);

document.addEventListener("antrag", (event) => {
  const { choices, take } = /** @type {CustomEvent} */ (event).detail;
  const doc = composeMusterantrag(plan, choices);
  showDocument($text, doc);
  take(doc);
});

document.addEventListener("beugen", (event) => {
  const { artikel, text, take } = /** @type {CustomEvent} */ (event).detail;
  take(decline(artikel, text, plan.beugung), articleOf(text, plan.beugung));
});

// Loaded by musterantrag.mjs with the first choice: composes the text and shows it beside the form.

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

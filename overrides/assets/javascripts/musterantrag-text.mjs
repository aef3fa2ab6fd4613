// Loaded by musterantrag.mjs with the first choice: composes the text, shows it beside the form and declines names.

import { articleOf, decline, doubledWord } from "./musterantrag/declension.mjs";
import { readPlan, showDocument } from "./musterantrag/page.mjs";
import { composeMusterantrag } from "./musterantrag/plan.mjs";
import { hintOnDoubled, showLand } from "./musterantrag/usual.mjs";
import { find } from "./shared/dom.mjs";

/** @import {Word} from "./shared/types.mjs" */

const $text = find(document, "[data-antrag]");
const plan = readPlan($text);

document.addEventListener("antrag", (event) => {
  const { $form, choices, take } = /** @type {CustomEvent} */ (event).detail;
  const doc = composeMusterantrag(plan, choices);
  showDocument($text, doc);
  const { kommune, name, antragsteller, zusatz } = choices;
  /** @param {Word} word @param {string} filled */
  const doubled = ({ kind, forms }, filled) => hintOnDoubled(doubledWord(kind, forms, filled, plan.beugung));
  take(doc, {
    art: showLand($form, choices),
    name: doubled(kommune, name),
    zusatz: doubled(antragsteller, zusatz),
  });
});

document.addEventListener("beugen", (event) => {
  const { artikel, text, take } = /** @type {CustomEvent} */ (event).detail;
  take(decline(artikel, text, plan.beugung), articleOf(text, plan.beugung));
});

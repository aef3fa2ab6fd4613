// Loaded by musterantrag.mjs with the first choice: composes both papers, shows them beside the form,
// declines names, reads what the address carries.

import { articleOf, decline, doubledWord } from "./musterantrag/declension.mjs";
import { readHandover, readSelection } from "./musterantrag/handover.mjs";
import { showOpen } from "./musterantrag/open.mjs";
import { readPlan, showDocument } from "./musterantrag/page.mjs";
import { composeMerkblatt } from "./musterantrag/papier/merkblatt.mjs";
import { composeMusterantrag } from "./musterantrag/papier/plan.mjs";
import { hintOnDoubled, showLand, showProposal } from "./musterantrag/usual.mjs";
import { find } from "./shared/dom.mjs";

/** @import {Word} from "./shared/types.mjs" */

const $antrag = find(document, "[data-antrag]");
const $merkblatt = find(document, "[data-merkblatt]");
const [plan, sheet] = [readPlan($antrag), readPlan($merkblatt)];
let isFirst = true;

document.addEventListener("antrag", (event) => {
  const { $form, choices, facts, proposal, take } = /** @type {CustomEvent} */ (event).detail;
  const wissen = { ...facts, laender: new Map(Object.entries(facts.laender)) };
  const antrag = composeMusterantrag(plan, choices, wissen);
  const merkblatt = composeMerkblatt(sheet, plan, antrag, choices, wissen);
  showDocument($antrag, antrag, isFirst);
  showDocument($merkblatt, merkblatt, true);
  isFirst = false;
  showOpen($form, choices);
  showProposal($form, proposal);
  const { kommune, name, antragsteller, zusatz } = choices;
  /** @param {Word} word @param {string} filled */
  const doubled = ({ kind, forms }, filled) => hintOnDoubled(doubledWord(kind, forms, filled, plan.beugung));
  take(
    { antrag, merkblatt },
    { art: showLand($form, choices), name: doubled(kommune, name), zusatz: doubled(antragsteller, zusatz) },
  );
});

document.addEventListener("verweis", (event) => {
  const { known, take } = /** @type {CustomEvent} */ (event).detail;
  const { hash } = location;
  take({ ...readHandover(hash, known), ...readSelection(hash, known) });
});

document.addEventListener("beugen", (event) => {
  const { artikel, text, take } = /** @type {CustomEvent} */ (event).detail;
  take(decline(artikel, text, plan.beugung), articleOf(text, plan.beugung));
});

// What the page carries for the tool, and the small lists of it.

import { findAll, make } from "../shared/dom.mjs";
import { answerText, frageTitle } from "./words.mjs";

/** @import {Answer, Frage, Rules, Scale} from "../shared/types.mjs" */

/** @param {HTMLElement} $root @returns {Scale} */
export function readScale($root) {
  const bands = findAll($root, "[data-band]").map(({ dataset: { band = "", von, bis }, children }) => {
    const [zeichen = "", titel = ""] = [...children].map(($part) => $part.textContent ?? "");
    return { id: band, von: Number(von), bis: Number(bis), zeichen, titel };
  });
  const rules = Object.entries($root.dataset).map(([name, value]) => [name, Number(value)]);
  return { bands, rules: /** @type {Rules} */ (Object.fromEntries(rules)) };
}

/** A line of the list to check the answers with. @param {Frage} frage @param {Answer} answer */
export function checkItem(frage, answer) {
  const $hidden = make("span", { class: "nur-vorlesen" }, `: ${frageTitle(frage)}`);
  const $change = make("a", { href: `#${frage.id}` }, "Ändern", $hidden);
  return make("li", {}, `${frage.titel}: `, make("strong", {}, answerText(answer)), " ", $change);
}

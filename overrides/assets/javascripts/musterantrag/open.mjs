// What is still open in the form, to be reached from the bar.

import { find, make } from "../shared/dom.mjs";
import { WORDS, needsName } from "./choices.mjs";

/** @import {Choices} from "../shared/types.mjs" */

const OPEN = "noch offen – Weitere Formate";
const COMPLETE = "Alle Angaben sind da – Weitere Formate";

/** @param {HTMLFormElement} $form @param {Choices} choices */
export function showOpen($form, choices) {
  const missing = [
    ...WORDS.filter((name) => !choices[name].chosen),
    ...(!choices.name && !find($form, "[data-eingabe=name]").hidden ? ["name"] : []),
    ...(!choices.zusatz && needsName(choices.antragsteller) ? ["zusatz"] : []),
    ...(choices.datum ? [] : ["datum"]),
  ];
  find(document, "[data-offen]").textContent = missing.length ? `${missing.length} ${OPEN}` : COMPLETE;
  const $items = missing.map((name) => {
    const label = find(document, `label[for="feld-${name}"]`).textContent ?? "";
    return make("li", {}, make("a", { href: `#feld-${name}`, "data-ziel": name }, label));
  });
  find(document, "[data-offene-felder]").replaceChildren(...$items);
}

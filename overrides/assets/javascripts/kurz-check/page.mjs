// What the page carries for the tool, and the small lists of it.

import { findAll, make } from "../shared/dom.mjs";
import { answerText, frageTitle } from "./words.mjs";

/** @import {Answer, Gestellt, Rules, Scale} from "../shared/types.mjs" */

/** @param {HTMLElement} $root @returns {Scale} */
export function readScale($root) {
  const bands = findAll($root, "[data-band]").map(({ dataset: { band = "", von, bis }, children }) => {
    const [zeichen = "", titel = ""] = [...children].map(($part) => $part.textContent ?? "");
    return { id: band, von: Number(von), bis: Number(bis), zeichen, titel };
  });
  const rules = Object.entries($root.dataset).map(([name, value]) => [name, Number(value)]);
  return { bands, rules: /** @type {Rules} */ (Object.fromEntries(rules)) };
}

/**
 * What the window is called: the view first, for whoever hears or reads the titles of many windows.
 * @param {string} own the page's own title
 * @param {string} view
 * @param {string} frage the number of the question that stands alone on the screen
 */
export function windowTitle(own, view, frage) {
  const name = { ergebnis: "Ihr Ergebnis", vergleich: "Vergleichen" }[view] ?? frage;
  return name ? `${name} – ${own}` : own;
}

/**
 * A line of the list to check the answers with.
 * @param {Gestellt} frage
 * @param {Answer} answer
 * @param {string} current the id of the question on the screen
 */
export function checkItem(frage, answer, current) {
  const $hidden = make("span", { class: "nur-vorlesen" }, `: ${frageTitle(frage)}`);
  const isHere = frage.id === current && "step";
  const $change = make("a", { href: `#${frage.id}`, "aria-current": isHere }, "Ändern", $hidden);
  return make("li", {}, `${frage.titel}: `, make("strong", {}, answerText(answer)), " ", $change);
}

/**
 * Change words in place. Exchanged nodes would make browsers look again at all that asks what a page holds.
 * @param {Element} $element that holds nothing but text
 * @param {string} text
 */
export function reword($element, text) {
  const node = $element.firstChild;
  if (!(node instanceof Text)) $element.textContent = text;
  else if (node.data !== text) node.data = text;
}

// Every page says how far this tab's Kurz-Check is: beside the link to it, and on the button that shows the links.

import { find, findAll, make } from "../shared/dom.mjs";
import { KEYS, readStored } from "../shared/storage.mjs";

/** @import {CheckState} from "../shared/types.mjs" */

export function showProgress() {
  const text = readStored(KEYS.entwurfKurzCheck, "sessionStorage");
  if (!text || document.querySelector("[data-module=kurz-check]")) return;
  const count = countOf(text);
  if (!count) return;
  const check = ".menue__link:is([href$='kurz-check/'], [href$='kurz-check/index.html'])";
  for (const $link of findAll(document, check))
    $link.append(make("span", { class: "menue__stand" }, ` ${count}`));
  const $name = make("span", { class: "nur-vorlesen" }, " Kurz-Check: ");
  find(document, ".menue-knopf > span").append($name, make("span", { class: "menue-knopf__stand" }, count));
}

/** @param {string} text what is kept of the tool @returns {string} nothing if it has no answer */
function countOf(text) {
  try {
    /** @type {{zustand: CheckState}} */
    const { zustand } = JSON.parse(text);
    const fragen = zustand.check.fragen.filter(({ nr }) => nr);
    const given = fragen.filter(({ antwort }) => antwort !== null).length;
    return given ? `${given} von ${fragen.length}` : "";
  } catch {
    return ""; // not written by us
  }
}

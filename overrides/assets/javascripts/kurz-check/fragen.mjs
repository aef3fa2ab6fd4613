// A question as the page carries it, with all that a report says about it.

import { find, findAll } from "../shared/dom.mjs";
import { readText } from "./report/plan.mjs";

/** @import {Block, Frage} from "../shared/types.mjs" */

/** @param {HTMLElement} $fieldset @returns {Frage} */
export function readFrage($fieldset) {
  const $more = find($fieldset, "[data-weiter]");
  const links = findAll($more, "[data-empfehlung]").map(readLink);
  return {
    id: $fieldset.id,
    nr: Number($fieldset.dataset.nr) || null,
    titel: find($fieldset, ".frage__titel").textContent ?? "",
    frage: find($fieldset, ".frage__text").textContent ?? "",
    empfehlungen: links.map(({ id }) => id),
    links,
    schritt: find($more, "[data-schritt] span").textContent ?? "",
    more: findAll($more, "p").map(readParagraph),
    beispiele: findAll($more, "[data-beispiele] li").map(readBeispiel),
  };
}

/** @param {HTMLElement} $link */
function readLink($link) {
  return {
    id: $link.dataset.empfehlung ?? "",
    text: $link.textContent ?? "",
    href: $link.getAttribute("href") ?? "",
  };
}

/** @param {HTMLElement} $paragraph @returns {Block} */
function readParagraph($paragraph) {
  const part = $paragraph.dataset.schritt === undefined ? {} : { part: "schritt" };
  return { type: "paragraph", text: readText($paragraph), ...part };
}

/** @param {HTMLElement} $item */
function readBeispiel($item) {
  const { land = "", art = "" } = $item.dataset;
  return { text: readText($item), land: land.split("|"), art: art.split("|") };
}

// The list of people.

import { MOST_OF_A_NAME } from "../../kurz-check/fields.mjs";
import { findAll, make } from "../../shared/dom.mjs";

/** @import {Known, Person, Quelle} from "../types.mjs" */

/** @type {Record<Quelle, string>} */
const WAYS = {
  name: "noch ohne Antworten",
  code: "mit Code",
  link: "mit Link",
  datei: "mit Datei",
  papier: "vom Papier",
  werkstatt: "aus einer Werkstatt",
};

/**
 * Draw the list anew; a name being typed keeps its focus.
 * @param {HTMLElement} $list
 * @param {Person[]} people
 * @param {Known} known
 * @param {boolean} isHidden whether names are
 */
export function drawPeople($list, people, known, isHidden) {
  const { activeElement } = document;
  const name = activeElement && $list.contains(activeElement) ? activeElement.getAttribute("name") : null;
  $list.replaceChildren(...people.map((person) => personItem(person, known, isHidden)));
  if (name) findAll($list, `[name="${name}"]`)[0]?.focus();
}

/** @param {Person} person @param {Known} known @param {boolean} isHidden */
function personItem({ nr, name, ort, quelle, antworten }, { fragen }, isHidden) {
  const asked = fragen.filter((frage) => frage.nr !== null);
  const given = asked.filter(({ id }) => (antworten[id] ?? null) !== null).length;
  const id = `person-${nr}`;
  const $name = isHidden
    ? make("span", { class: "person__name" }, `Person ${nr}`)
    : make(
        "span",
        { class: "person__name" },
        make("label", { class: "nur-vorlesen", for: id }, `Name von Person ${nr}`),
        make("input", {
          class: "feld__eingabe",
          id,
          name: id,
          maxlength: MOST_OF_A_NAME,
          value: name,
          placeholder: `Person ${nr}`,
        }),
      );
  const place = ort && `, ${ort}`;
  const filled = Object.keys(antworten).length ? `, ${given} von ${asked.length} Fragen` : "";
  const $state = make("span", { class: "person__stand" }, `${WAYS[quelle]}${place}${filled}`);
  const $out = make(
    "button",
    { type: "button", class: "knopf knopf--leise", "data-aktion": "entfernen", "data-nr": nr },
    "Entfernen",
    make("span", { class: "nur-vorlesen" }, `: ${isHidden || !name ? `Person ${nr}` : name}`),
  );
  return make("li", { class: "person", value: nr }, $name, $state, $out);
}

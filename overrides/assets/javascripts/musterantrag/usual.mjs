// What is usual in a Land comes first in the lists to choose from; nothing is forbidden.

import { find, findAll, make } from "../shared/dom.mjs";

/** @import {Choices} from "../shared/types.mjs" */

const NO_PROPOSAL = "Für dieses Land und diese Art haben wir keinen belegten Namen. Bitte wählen Sie selbst.";
/** @type {WeakMap<HTMLSelectElement, {order: HTMLOptionElement[], shown: string}>} the order of the page, what is shown */
const SHOWN = new WeakMap();

/** @param {string} word @returns {string} what to do about a word that stands twice */
export function hintOnDoubled(word) {
  if (!word) return "";
  return `Hinweis: „${word}“ steht im Antrag doppelt. Lassen Sie das Wort hier weg, oder wählen Sie „Eigene Bezeichnung“.`;
}

/**
 * Show the usual kinds, bodies and movers of the Land first, and who may move a motion there.
 * @param {HTMLFormElement} $form
 * @param {Choices} choices
 * @returns {string} a hint if the kind of municipality is unusual
 */
export function showLand($form, { kommune, antragsteller }) {
  const land = find($form, "[name=land]", HTMLSelectElement).value;
  const choice = (/** @type {string} */ name) => find($form, `[name=${name}]`, HTMLSelectElement);
  const bodies = ofLand(land, "[data-gremium]");
  const fitting = bodies.filter(({ dataset }) => artenOf(dataset).includes(kommune.kind));
  const usual = (fitting.length ? fitting : bodies).map(({ dataset }) => dataset.gremium);
  const movers = ofLand(land, "[data-antragsteller]").map(({ dataset }) => dataset.antragsteller ?? "");
  const kinds = bodies.flatMap(({ dataset }) => artenOf(dataset));
  group(choice("kommune"), land, ({ value }) => kinds.includes(value));
  group(choice("gremium"), land, ({ value }) => usual.includes(value));
  // A group of the council may move anywhere.
  group(choice("antragsteller"), land, ({ value, dataset }) =>
    Boolean(movers.length && (movers.includes(value) || dataset.nominativ?.includes("{name}"))),
  );
  showRule(find($form, "[data-recht]"), land, movers.includes(antragsteller.kind));
  if (!kommune.kind || !kinds.length || kinds.includes(kommune.kind)) return "";
  const [{ text = "" } = {}] = choice("kommune").selectedOptions;
  const labels = [...choice("kommune").options].filter(({ value }) => kinds.includes(value));
  return `Hinweis: „${text}“ ist für ${land} nicht belegt. Belegt sind: ${labels.map((option) => option.text).join(", ")}.`;
}

/** @param {HTMLElement} $place @param {string} land @param {boolean} isOfMigrants */
function showRule($place, land, isOfMigrants) {
  const [$rule] = ofLand(land, isOfMigrants ? "[data-rechte]" : "[data-tagesordnung]");
  const $proof = $rule?.parentElement?.querySelector("a")?.cloneNode(true);
  const $note = make("p", {}, ...($rule && $proof ? [`${land}: ${$rule.textContent} Belege: `, $proof] : []));
  // Screen readers repeat what is written again.
  if ($place.textContent !== $note.textContent) $place.replaceChildren(...$note.childNodes);
}

/** What the page says of a Land. @param {string} land @param {string} selector */
function ofLand(land, selector) {
  const $land = findAll(document, "[data-land]").find(({ dataset }) => land && dataset.land === land);
  return $land ? findAll($land, selector) : [];
}

/** @param {DOMStringMap} dataset */
function artenOf({ arten = "" }) {
  return arten.split(" ").filter(Boolean);
}

/** @param {HTMLSelectElement} $select @param {string} land @param {(option: HTMLOptionElement) => boolean} isUsual */
function group($select, land, isUsual) {
  const { order, shown: before } = SHOWN.get($select) ?? { order: [...$select.options], shown: "" };
  const { value } = $select;
  const [$blank, ...$options] = order;
  const $usual = $options.filter((option) => isUsual(option));
  const shown = $usual.length ? [land, ...$usual.map((option) => option.value)].join(" ") : "";
  SHOWN.set($select, { order, shown });
  // Somebody may be choosing there.
  if (shown === before) return;
  const $others = $options.filter((option) => !$usual.includes(option));
  const $groups = [
    make("optgroup", { label: `Üblich (${land})` }, ...$usual),
    make("optgroup", { label: "Weitere" }, ...$others),
  ];
  $select.replaceChildren(...($blank ? [$blank] : []), ...($usual.length ? $groups : $options));
  $select.value = value;
}

/**
 * Show the usual name of the body and where it is proved.
 * @param {HTMLFormElement} $form
 * @param {HTMLElement|null|undefined} proposal null: none is proved; nothing: Land or kind are open
 */
export function showProposal($form, proposal) {
  const source = proposal?.closest("li")?.querySelector("a")?.cloneNode(true) ?? "";
  const land = find($form, "[name=land]", HTMLSelectElement).value;
  const found = [`Vorschlag für ${land}: ${proposal?.textContent}. Quelle: `, source];
  const $note = make("p", {}, ...(proposal ? found : proposal === null ? [NO_PROPOSAL] : []));
  const $place = find($form, "[data-vorschlag]");
  // Screen readers repeat what is written again.
  if ($place.textContent !== $note.textContent) $place.replaceChildren(...$note.childNodes);
}

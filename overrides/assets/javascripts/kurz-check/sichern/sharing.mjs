// The answers as a link: copied, handed to the device's own sheet, or as a QR code.

import { find } from "../../shared/dom.mjs";
import { loadBeside } from "../../shared/load.mjs";
import { isThere } from "../../shared/part.mjs";
import { drawQr } from "../../shared/qr.mjs";
import { fromLink, toLink } from "../file.mjs";

/** @import {Tool} from "../../shared/types.mjs" */

export const UNREAD = "Die Antworten lassen sich so nicht sichern: Sie wären nicht wieder zu öffnen.";

/** @param {Tool} tool @param {HTMLElement} $near */
export async function copyLink(tool, $near) {
  const link = offerLink(tool, $near);
  if (!link) return;
  find(tool.$root, "[data-stelle=verweis]", HTMLInputElement).select();
  try {
    await navigator.clipboard.writeText(link);
    tool.tell("Der Link ist kopiert.", false, $near);
  } catch {
    tool.tell("Der Link steht im Feld. Kopieren Sie ihn von dort.", false, $near);
  }
}

/** @param {Tool} tool @param {HTMLElement} $near */
export async function shareLink(tool, $near) {
  const url = offerLink(tool, $near);
  try {
    if (url) await navigator.share({ title: "Kurz-Check Integration", url });
  } catch {
    // Closed without sharing; the link stands in its field.
  }
}

/** @param {Tool} tool @param {HTMLElement} $near */
export function showQr(tool, $near) {
  const link = offerLink(tool, $near);
  const $place = find(tool.$root, "[data-qr]");
  $place.hidden = !link;
  if (!link) return;
  $place.replaceChildren(drawQr(link, "QR-Code mit dem Link zu diesen Antworten"));
  tool.tell("Der QR-Code steht unter den Knöpfen.", false, $near);
}

/** The code that a workshop takes these answers by. @param {Tool} tool @param {HTMLElement} $near */
export async function showCode({ form, $root, tell }, $near) {
  if (!(await isThere(loadBeside("werkstatt-teilen"), tell, $near))) return;
  const $place = find($root, "[data-listen]");
  $place.hidden = false;
  const antworten = new Map(form.read().fragen.map(({ id, antwort }) => [id, antwort]));
  document.dispatchEvent(new CustomEvent("kurz-check:werkstatt", { detail: { $place, antworten } }));
  const isThereOne = $place.querySelector(".code");
  tell(isThereOne ? "Der Code steht unter den Knöpfen." : ($place.textContent ?? ""), false, $near);
}

/**
 * Show the link to these answers in its field.
 * @param {Tool} tool
 * @param {HTMLElement} $near
 * @returns {string} nothing if it would not lead to them
 */
function offerLink({ form, $root, tell }, $near) {
  const check = form.read();
  const code = toLink(check);
  const { check: again, lost } = fromLink(code, form.options);
  const answers = new Map(again.fragen.map(({ id, antwort }) => [id, antwort]));
  const isSame = check.fragen.every(({ id, antwort }) => answers.get(id) === antwort);
  if (lost.length || !isSame) {
    tell(UNREAD, true, $near);
    return "";
  }
  find($root, "[data-verweis]").hidden = false;
  const $link = find($root, "[data-stelle=verweis]", HTMLInputElement);
  $link.value = `${location.href.split("#")[0]}#antworten=${code}`;
  return $link.value;
}

// What a tool says. It stays until something else is said there or somebody closes it, and never takes the focus.

import { make } from "./dom.mjs";

/**
 * @param {HTMLElement} $region a live region, in the page before its text comes
 * @param {string} text nothing falls silent
 * @param {boolean} isError
 */
export function say($region, text, isError = false) {
  $region.textContent = text && isError ? `Fehler: ${text}` : text;
  $region.classList.toggle("meldung--fehler", isError);
  const $next = $region.nextElementSibling;
  if ($next?.matches(".meldung__zu")) $next.remove();
  if (text) $region.after(closer($region, document.activeElement));
}

/** @param {HTMLElement} $region @param {Element|null} $worked where somebody works */
function closer($region, $worked) {
  const $button = make("button", { type: "button", class: "meldung__zu" }, "Meldung schließen");
  $button.addEventListener("click", () => {
    say($region, "");
    if ($worked instanceof HTMLElement) $worked.focus({ preventScroll: true });
    // It may be gone by now.
    $region.tabIndex = -1;
    if (document.activeElement === document.body) $region.focus();
  });
  return $button;
}

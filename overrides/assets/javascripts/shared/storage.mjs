// The only place that touches the browser's storage. The privacy page names every key.

/** @import {Outcome} from "./types.mjs" */

export const KEYS = {
  kurzCheck: "integration-vor-ort:kurz-check",
  kurztaste: "integration-vor-ort:suche-kurztaste",
  entwurfKurzCheck: "integration-vor-ort:entwurf-kurz-check",
  entwurfMusterantrag: "integration-vor-ort:entwurf-musterantrag",
  entwurfWerkstatt: "integration-vor-ort:entwurf-werkstatt",
  entwurfBeispiel: "integration-vor-ort:entwurf-beispiel",
  entwurfFassung: "integration-vor-ort:entwurf-fassung",
};

/**
 * @param {string} key
 * @param {"localStorage"|"sessionStorage"} area
 * @returns {string|null} nothing if storage is forbidden
 */
export function readStored(key, area = "localStorage") {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string|null} text null removes the key
 * @param {"localStorage"|"sessionStorage"} area
 * @returns {Outcome}
 */
export function writeStored(key, text, area = "localStorage") {
  try {
    if (text === null) window[area].removeItem(key);
    else window[area].setItem(key, text);
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "forbidden";
  }
}

/** Another window has changed what is stored. @param {string} key @param {() => void} handle */
export function onStored(key, handle) {
  // Clearing everything names no key.
  window.addEventListener("storage", (event) => (event.key ?? key) === key && handle());
}

/**
 * The items of a list; a broken one costs only itself.
 * @template T
 * @param {string} key
 * @param {(item: any) => item is T} isItem
 * @returns {T[]}
 */
export function readItems(key, isItem) {
  try {
    const found = JSON.parse(readStored(key) ?? "[]");
    return Array.isArray(found) ? found.filter((item) => item && isItem(item)) : [];
  } catch {
    return []; // not written by us
  }
}

/**
 * @param {string} key
 * @param {object[]} items
 * @returns {Outcome}
 */
export function writeItems(key, items) {
  return writeStored(key, items.length ? JSON.stringify(items) : null);
}

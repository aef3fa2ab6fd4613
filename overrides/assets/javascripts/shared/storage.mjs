// The only place that touches the browser's storage. The privacy page names every key.

/** @import {Outcome} from "./types.mjs" */

export const KEYS = {
  kurzCheck: "integration-vor-ort:kurz-check",
  kurztaste: "integration-vor-ort:suche-kurztaste",
};

/** @param {string} key @returns {string|null} nothing if storage is forbidden */
export function readStored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string|null} text null removes the key
 * @returns {Outcome}
 */
export function writeStored(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "forbidden";
  }
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

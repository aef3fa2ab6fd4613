// Answers on this device, only after a click: one key, several checks, gone after some days.

const KEY = "integration-vor-ort:kurz-check";
const DAY = 86_400_000;

/** @typedef {{id: number, zeit: number, name: string, text: string}} Kept */

/** Drop what is too old and return the rest. @param {number} days @returns {Kept[]} */
export function keptChecks(days) {
  const all = readAll();
  const fresh = all.filter(({ zeit }) => Date.now() - zeit < days * DAY);
  if (fresh.length < all.length) writeAll(fresh);
  return fresh;
}

/** Keep a check, replacing the one of the same id. @param {number} id @param {string} name @param {string} text */
export function keepCheck(id, name, text) {
  writeAll([...readAll().filter((kept) => kept.id !== id), { id, zeit: Date.now(), name, text }]);
}

/** @param {number} id */
export function forgetCheck(id) {
  writeAll(readAll().filter((kept) => kept.id !== id));
}

function readAll() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found.filter(({ id, zeit, text }) => Number.isFinite(id) && Number.isFinite(zeit) && typeof text === "string");
  } catch {
    return []; // nothing kept, storage blocked, or not written by us
  }
}

function writeAll(checks) {
  if (checks.length) localStorage.setItem(KEY, JSON.stringify(checks));
  else localStorage.removeItem(KEY);
}

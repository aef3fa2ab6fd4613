// Answers on this device, only after a click: one key, several checks, gone after some days.

import { KEYS, readItems, writeItems } from "../../shared/storage.mjs";

/** @import {Kept, Outcome} from "../../shared/types.mjs" */

const MILLISECONDS_A_DAY = 86_400_000;

/** Drop what is too old and return the rest. @param {number} days @returns {Kept[]} */
export function keptChecks(days) {
  const all = readAll();
  const fresh = all.filter(({ zeit }) => Date.now() - zeit < days * MILLISECONDS_A_DAY);
  if (fresh.length < all.length) writeItems(KEYS.kurzCheck, fresh);
  return fresh;
}

/** @param {number|null} id @returns {Kept|null} */
export function keptCheck(id) {
  return readAll().find((kept) => kept.id === id) ?? null;
}

/** Keep a check, replacing the one of the same id. @param {Kept} kept @returns {Outcome} */
export function keepCheck(kept) {
  const others = readAll().filter(({ id }) => id !== kept.id);
  return writeItems(KEYS.kurzCheck, [...others, kept]);
}

/** @param {number} id @returns {Outcome} */
export function forgetCheck(id) {
  return writeItems(
    KEYS.kurzCheck,
    readAll().filter((kept) => kept.id !== id),
  );
}

function readAll() {
  return readItems(KEYS.kurzCheck, isKept);
}

/** @param {any} item @returns {item is Kept} */
function isKept(item) {
  const isMoment = typeof item.zeit === "number" && !Number.isNaN(new Date(item.zeit).getTime());
  return Number.isFinite(item.id) && isMoment && typeof item.text === "string";
}

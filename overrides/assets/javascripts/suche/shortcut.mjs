// The switch for the key that opens the search.  Stored only by a click; without storage the key stays on.

import { KEYS, readStored, writeStored } from "../shared/storage.mjs";

const OFF = "aus";

/** @returns {boolean} whether somebody switched the key off on this device */
export function shortcutIsOff() {
  return readStored(KEYS.kurztaste) === OFF;
}

/**
 * Switch the key on or off.
 * @param {boolean} isOn
 * @returns {boolean} whether the browser keeps it
 */
export function keepShortcut(isOn) {
  return writeStored(KEYS.kurztaste, isOn ? null : OFF) === "kept";
}

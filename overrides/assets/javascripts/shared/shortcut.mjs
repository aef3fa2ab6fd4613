// The switch for the key that opens the search.  Stored only by a click; without storage the key stays on.

const KEY = "integration-vor-ort:suche-kurztaste";
const OFF = "aus";

/** @returns {boolean} whether somebody switched the key off on this device */
export function shortcutIsOff() {
  try {
    return localStorage.getItem(KEY) === OFF;
  } catch {
    return false;
  }
}

/**
 * Switch the key on or off.
 * @param {boolean} isOn
 * @returns {boolean} whether the browser keeps it
 */
export function keepShortcut(isOn) {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
    return true;
  } catch {
    return false;
  }
}

/** Typing mistakes: how far two words are apart, and how far they may be. */

/**
 * How many mistakes a word of this length may have.
 * @param {number} laenge
 * @returns {number}
 */
export function erlaubteFehler(laenge) {
  if (laenge < 4) return 0;
  return laenge < 8 ? 1 : 2;
}

/**
 * The number of letters inserted, left out, replaced or swapped with their neighbour.
 * @param {string} eins
 * @param {string} zwei
 * @param {number} hoechstens - more need not be counted exactly
 * @returns {number}
 */
export function abstand(eins, zwei, hoechstens) {
  if (Math.abs(eins.length - zwei.length) > hoechstens) return hoechstens + 1;
  let vorletzte = [];
  let letzte = Array.from({ length: zwei.length + 1 }, (_, stelle) => stelle);
  for (let i = 1; i <= eins.length; i += 1) {
    const zeile = naechsteZeile(eins, zwei, i, letzte, vorletzte);
    if (Math.min(...zeile) > hoechstens) return hoechstens + 1;
    [vorletzte, letzte] = [letzte, zeile];
  }
  return letzte[zwei.length];
}

/** One row of the table of distances between all beginnings of two words. */
function naechsteZeile(eins, zwei, i, letzte, vorletzte) {
  const zeile = [i];
  for (let j = 1; j <= zwei.length; j += 1) {
    const gleich = eins[i - 1] === zwei[j - 1];
    zeile[j] = Math.min(letzte[j] + 1, zeile[j - 1] + 1, letzte[j - 1] + (gleich ? 0 : 1));
    const getauscht = i > 1 && j > 1 && eins[i - 1] === zwei[j - 2] && eins[i - 2] === zwei[j - 1];
    if (getauscht) zeile[j] = Math.min(zeile[j], vorletzte[j - 2] + 1);
  }
  return zeile;
}

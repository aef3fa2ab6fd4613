/** Typing mistakes: how far two words are apart, and how far they may be. */

/**
 * How many mistakes a word of this length may have.
 * @param {number} length
 * @returns {number}
 */
export function allowedMistakes(length) {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * The number of letters inserted, left out, replaced or swapped with their neighbour.
 * @param {string} one
 * @param {string} two
 * @param {number} limit - more need not be counted exactly
 * @returns {number}
 */
export function distance(one, two, limit) {
  if (Math.abs(one.length - two.length) > limit) return limit + 1;
  let beforeLast = [];
  let last = Array.from({ length: two.length + 1 }, (_, position) => position);
  for (let i = 1; i <= one.length; i += 1) {
    const row = nextRow(one, two, i, last, beforeLast);
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[two.length];
}

/** One row of the table of distances between all beginnings of two words. */
function nextRow(one, two, i, last, beforeLast) {
  const row = [i];
  for (let j = 1; j <= two.length; j += 1) {
    const same = one[i - 1] === two[j - 1];
    row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
    const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
    if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
  }
  return row;
}

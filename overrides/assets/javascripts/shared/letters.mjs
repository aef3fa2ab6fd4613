// Letters as other letters: what Unicode takes apart, and marks above and below.

/**
 * The same text without accents; ligatures and other shapes of letters become the letters themselves.
 * @param {string} text
 * @returns {string}
 */
export function withoutMarks(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

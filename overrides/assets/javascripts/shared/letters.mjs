// Letters as other letters: what Unicode takes apart, marks above and below, and marks that turn text around.

const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The same text without accents; ligatures and other shapes of letters become the letters themselves.
 * @param {string} text
 * @returns {string}
 */
export function withoutMarks(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * The same text without marks that make what follows look like something else.
 * @param {string} text
 * @returns {string}
 */
export function withoutDirections(text) {
  return text.replace(DIRECTIONS, "");
}

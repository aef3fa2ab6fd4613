// How well a colour is read, as WCAG measures it; the build does the same in hooks/catalog/kommune/colours.py.

const COLOUR = /^#[0-9a-f]{6}$/i;

/** @typedef {{name: string, grounds: string[], text: string, towards: string}} Scheme */

/** @param {string} text */
export function isColour(text) {
  return COLOUR.test(text);
}

/** @param {string} one @param {string} other @returns {number} the contrast ratio */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** @param {Scheme} scheme @param {string} colour @returns {number} the lowest contrast with anything it meets */
export function weakest({ grounds, text }, colour) {
  return Math.min(...[...grounds, text].map((other) => contrast(colour, other)));
}

/** @param {Scheme} scheme @param {string} colour @param {number} needed @returns {string} moved until it is readable */
export function readable(scheme, colour, needed) {
  for (let percent = 0; percent < 100; percent += 2) {
    const step = mixed(colour, scheme.towards, percent / 100);
    if (weakest(scheme, step) >= needed) return step;
  }
  return scheme.towards;
}

/** @param {string} colour @param {string} target @param {number} share @returns {string} */
export function mixed(colour, target, share) {
  const goal = channels(target);
  const parts = channels(colour).map((value, index) =>
    halfToEven(value + ((goal[index] ?? 0) - value) * share),
  );
  return `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Python rounds halves to the even neighbour. @param {number} number */
function halfToEven(number) {
  const floor = Math.floor(number);
  if (number - floor !== 0.5) return Math.round(number);
  return floor % 2 ? floor + 1 : floor;
}

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => linear(value / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** @param {number} value */
function linear(value) {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** @param {string} colour */
function channels(colour) {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

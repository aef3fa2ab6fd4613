/** @import {Text} from "../shared/types.mjs" */

/**
 * The words of a text, without what only screens show.
 * @param {Text} text
 * @returns {string}
 */
export function plainText(text) {
  return typeof text === "string"
    ? text
    : text.map((span) => (typeof span === "string" ? span : span.text)).join("");
}

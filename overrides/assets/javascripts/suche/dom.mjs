/** Elements with text in them, never with markup. */
import { matches } from "./quote.mjs";

/**
 * An element with attributes and children; strings become text.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const $element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) $element.setAttribute(key, value);
  $element.append(...children);
  return $element;
}

/**
 * A text as nodes, the words with one of the stems marked.
 * @param {string} text
 * @param {Set<string>} stems
 * @returns {Node[]}
 */
export function marked(text, stems) {
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((part) => (matches(part, stems) ? element("mark", {}, part) : new Text(part)));
}

// Drawing what a tool shows later; nothing here is needed by every page.

import { dressed, find } from "./dom.mjs";

/** @import {Attributes, Child} from "./types.mjs" */

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function makeSvg(tag, attributes, ...children) {
  return dressed(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** @param {Element} $root @param {string} name the data-stelle @param {Child[]} nodes */
export function fillPlace($root, name, nodes) {
  find($root, `[data-stelle="${name}"]`).replaceChildren(...nodes);
}

// Finding and making elements. Children are nodes or text, never markup.

import { withoutDirections } from "./letters.mjs";

/** @import {Attributes, Child} from "./types.mjs" */

/**
 * The element that the page's HTML promises.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} $root
 * @param {string} selector
 * @param {new () => T} [Type]
 * @returns {T}
 * @throws {TypeError} if it is not there
 */
export function find($root, selector, Type) {
  const $found = $root.querySelector(selector);
  if (!($found instanceof (Type ?? HTMLElement))) throw new TypeError(`${selector} is missing`);
  return /** @type {T} */ ($found);
}

/**
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} $root
 * @param {string} selector
 * @param {new () => T} [_Type] tells the type checker what there is
 * @returns {T[]}
 */
export function findAll($root, selector, _Type) {
  return /** @type {T[]} */ ([...$root.querySelectorAll(selector)]);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} attributes true is an attribute without a value, false none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  return dressed(document.createElement(tag), attributes, children);
}

/**
 * Say what to do when something with this selector is clicked, now and later.
 * @param {Element} $root
 * @param {string} selector
 * @param {($clicked: HTMLElement, event: MouseEvent) => void} handle
 */
export function onClick($root, selector, handle) {
  $root.addEventListener("click", (event) => {
    const $clicked = closest(event, selector);
    if ($clicked) handle($clicked, /** @type {MouseEvent} */ (event));
  });
}

/**
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement|null} the element around the event's target
 */
export function closest({ target }, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

/**
 * @template {Element} T
 * @param {T} $element
 * @param {Attributes} attributes
 * @param {Child[]} children
 */
export function dressed($element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) $element.setAttribute(name, value === true ? "" : String(value));
  }
  $element.append(...children.map((child) => (typeof child === "string" ? withoutDirections(child) : child)));
  return $element;
}

// Scripts that are loaded when somebody needs them.

import { make } from "./dom.mjs";

/**
 * Load a script once, also if it is asked for again while it is coming.
 * @param {string} src
 * @returns {Promise<void>} rejected if it cannot be loaded; then it may be tried again
 */
export function loadScript(src) {
  /** @type {HTMLScriptElement|null} */
  const $known = document.querySelector(`script[src="${src}"][data-bei-bedarf]`);
  if ($known?.matches("[data-geladen]")) return Promise.resolve();
  const $script = $known ?? make("script", { src, "data-bei-bedarf": true });
  return new Promise((resolve, reject) => {
    $script.addEventListener("error", () => {
      $script.remove();
      reject(new Error(src));
    });
    $script.addEventListener("load", () => {
      $script.dataset.geladen = "";
      resolve();
    });
    if (!$known) document.head.append($script);
  });
}

/**
 * Load the script of a name from beside the page's own.
 * @param {string} name written out where it is used: the bundler puts in the published one
 */
export async function loadBeside(name) {
  await loadScript(ownAddress().replace(/[^/]+(?=\.js$)/, name));
}

/**
 * Load a script with data; it sets a global.
 * @template T
 * @param {string} path below the site's folder of assets
 * @param {string} name of the global
 * @returns {Promise<T>}
 */
export async function loadData(path, name) {
  await loadScript(ownAddress().replace(/javascripts\/[^/]+$/, path));
  return /** @type {any} */ (globalThis)[name];
}

/** Not from an attribute: nothing that content can set decides which script runs. */
export function ownAddress() {
  const $own = document.querySelector('script[src*="assets/javascripts/"]');
  if (!($own instanceof HTMLScriptElement)) throw new TypeError("no script");
  return $own.src;
}

// The files that are kept for the tab, and the logo among them.

/** @typedef {{name: string, inhalt: string}} Kept a file with its content in base64 */

const IS_LOGO = /^logo\.(svg|png)$/;

/** @param {Kept[]} files @returns {Kept|undefined} */
export function logoOf(files) {
  return files.find(({ name }) => IS_LOGO.test(name));
}

/** @param {Kept} logo @returns {string} */
export function pictureAddress({ name, inhalt }) {
  return `data:image/${name.endsWith(".svg") ? "svg+xml" : "png"};base64,${inhalt}`;
}

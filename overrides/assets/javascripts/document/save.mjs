// Word and OpenDocument need long pieces of XML. They are loaded when the first file is wanted.

import { loadBeside } from "../shared/load.mjs";

/** @import {Doc} from "../shared/types.mjs" */

/**
 * Save a document as a file.
 * @param {Doc} doc
 * @param {"docx"|"odt"} format
 * @param {string} fileName
 * @returns {Promise<void>} rejected if the writers cannot be loaded
 */
export async function saveDocument(doc, format, fileName) {
  await loadBeside("dokument");
  document.dispatchEvent(new CustomEvent("dokument", { detail: { doc, format, fileName } }));
}

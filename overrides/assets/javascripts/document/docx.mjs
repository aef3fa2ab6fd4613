import { DOCX_PARTS, DOCX_PATTERNS } from "./parts.mjs";
import { packDocument } from "./render.mjs";

/** @import {Doc} from "../shared/types.mjs" */

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Write a document for Word.
 * @param {Doc} doc
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function toDocx(doc) {
  return packDocument(doc, DOCX_PARTS, DOCX_PATTERNS);
}

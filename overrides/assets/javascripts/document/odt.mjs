import { ODT_PARTS, ODT_PATTERNS } from "./parts.mjs";
import { packDocument } from "./render.mjs";

/** @import {Doc} from "../shared/types.mjs" */

export const ODT_TYPE = "application/vnd.oasis.opendocument.text";

/**
 * Write a document for LibreOffice and other programs that read OpenDocument.
 * @param {Doc} doc
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function toOdt(doc) {
  return packDocument(doc, ODT_PARTS, ODT_PATTERNS);
}

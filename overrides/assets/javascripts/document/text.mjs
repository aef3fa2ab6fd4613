import { cleanSpans, cleanText } from "./clean.mjs";

/** @import {Block, Doc, Text} from "../shared/types.mjs" */

const SIGNATURE = "_".repeat(40);

export const TEXT_TYPE = "text/plain;charset=utf-8";

/**
 * Write a document as plain text: blocks apart by an empty line, table cells by tabs.
 * @param {Doc} doc
 * @returns {string}
 */
export function toText(doc) {
  return `${doc.blocks.map(blockText).join("\n\n")}\n`;
}

/** @param {Block} block */
function blockText(block) {
  if (block.type === "list") {
    return block.items
      .map((item, index) => `${block.ordered ? `${index + 1}.` : "–"} ${withAddresses(item)}`)
      .join("\n");
  }
  if (block.type === "table") {
    const rows = [block.header, ...block.rows].map((row) => row.map(cleanText).join("\t"));
    return [cleanText(block.caption), ...rows].join("\n");
  }
  if (block.type === "signature") return `${cleanText(block.text)}\n\n${SIGNATURE}\n${cleanText(block.line)}`;
  return withAddresses(block.text);
}

/** Links have no other way into a text. @param {Text} text */
function withAddresses(text) {
  return cleanSpans(text)
    .map((piece) => (piece.href ? `${piece.text} <${piece.href}>` : piece.text))
    .join("");
}

import { cleanText } from "./clean.mjs";

/** @import {Block, Doc} from "../shared/types.mjs" */

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
      .map((item, index) => `${block.ordered ? `${index + 1}.` : "–"} ${cleanText(item)}`)
      .join("\n");
  }
  if (block.type === "table") {
    const rows = [block.header, ...block.rows].map((row) => row.map(cleanText).join("\t"));
    return [cleanText(block.caption), ...rows].join("\n");
  }
  return cleanText(block.text);
}

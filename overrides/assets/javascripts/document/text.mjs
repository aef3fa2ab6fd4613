import { cleanText } from "./clean.mjs";

export const TEXT_TYPE = "text/plain;charset=utf-8";

const TEXT_WRITERS = {
  heading: ({ text }) => cleanText(text),
  paragraph: ({ text }) => cleanText(text),
  list: ({ ordered, items }) =>
    items.map((text, index) => `${ordered ? `${index + 1}.` : "–"} ${cleanText(text)}`).join("\n"),
  table: ({ caption, header, rows }) =>
    [cleanText(caption), ...[header, ...rows].map((row) => row.map(cleanText).join("\t"))].join("\n"),
};

/**
 * Write a document as plain text: blocks apart by an empty line, table cells by tabs.
 * @param {Doc} doc
 * @returns {string}
 */
export function toText(doc) {
  return `${doc.blocks.map((block) => TEXT_WRITERS[block.type](block)).join("\n\n")}\n`;
}

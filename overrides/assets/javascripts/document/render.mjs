// Blocks → XML by patterns. What a heading or a list looks like in a format is data in parts.mjs.

import { zip } from "./zip.mjs";

/**
 * A document. Text is one line: line breaks inside it become spaces.
 * @typedef {{title: string, blocks: Block[]}} Doc
 * @typedef {{type: "heading", level: 1|2|3, text: string}
 *   | {type: "paragraph", text: string}
 *   | {type: "list", ordered: boolean, items: string[]}
 *   | {type: "table", caption: string, header: string[], rows: string[][]}} Block
 */

const WHITE_SPACE = /[ \t\n\r\v\f\u2028\u2029]+/g;
const NOT_XML = /[^\t-\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Return the text as every output shows it: one line, no control characters.
 * @param {string} text
 * @returns {string}
 */
export function cleanText(text) {
  return text.replace(NOT_XML, "").replace(WHITE_SPACE, " ").trim();
}

/**
 * Fill the parts of a format with a document and pack them.
 * @param {Doc} doc
 * @param {Record<string, string>} parts file name → content with the blanks {title}, {body}, {numberings}
 * @param {Record<string, string>} patterns
 * @returns {Uint8Array}
 */
export function packDocument(doc, parts, patterns) {
  const orderedLists = doc.blocks.filter((block) => block.type === "list" && block.ordered);
  const number = (block) => orderedLists.indexOf(block) + 2;
  const values = {
    title: escapeXml(doc.title),
    body: doc.blocks.map((block) => BLOCK_WRITERS[block.type](block, patterns, number)).join(""),
    numberings: orderedLists.map((block) => fill(patterns.numbering, { number: number(block) })).join(""),
  };
  const encode = (text) => new TextEncoder().encode(fill(text, values));
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: encode(text) })));
}

const BLOCK_WRITERS = {
  heading: ({ level, text }, patterns) => fill(patterns.heading, { level, text: escapeXml(text) }),
  paragraph: ({ text }, patterns) => fill(patterns.paragraph, { text: escapeXml(text) }),
  list: (block, patterns, number) => {
    const look = block.ordered ? { style: "ListNumber", number: number(block) } : { style: "ListBullet", number: 1 };
    const items = block.items.map((text) => fill(patterns.item, { ...look, text: escapeXml(text) }));
    return fill(patterns.list, { ...look, items: items.join("") });
  },
  table: ({ caption, header, rows }, patterns) => {
    const cells = (texts, pattern) => texts.map((text) => fill(pattern, { text: escapeXml(text) })).join("");
    return fill(patterns.table, {
      caption: escapeXml(caption),
      columns: patterns.column.repeat(header.length),
      header: cells(header, patterns.header),
      rows: rows.map((row) => fill(patterns.row, { cells: cells(row, patterns.cell) })).join(""),
    });
  },
};

/** Replace the blanks of a pattern in one pass: inserted text is never searched for blanks. */
function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function escapeXml(text) {
  return cleanText(text).replace(/[&<>"]/g, (char) => ENTITIES[char]);
}

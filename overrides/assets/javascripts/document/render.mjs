// Blocks → XML by patterns. What a heading or a list looks like in a format is data in parts.mjs.

import { cleanText } from "./clean.mjs";
import { XML_NAMES } from "./parts.mjs";
import { zip } from "./zip.mjs";

/**
 * A document. Text is one line: line breaks inside it become spaces.
 * @typedef {{title: string, blocks: Block[]}} Doc
 * @typedef {{type: "heading", level: 1|2|3, text: string}
 *   | {type: "paragraph", text: string}
 *   | {type: "list", ordered: boolean, items: string[]}
 *   | {type: "table", caption: string, header: string[], rows: string[][]}} Block
 */

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Fill the parts of a format with a document and pack them.
 * @param {Doc} doc
 * @param {Record<string, string>} parts file name → content with the blanks {title}, {body}, {numberings}
 * @param {Record<string, string>} patterns
 * @returns {Uint8Array}
 */
export function packDocument(doc, parts, patterns) {
  const write = writers(doc, patterns);
  const values = {
    ...XML_NAMES,
    title: escapeXml(doc.title),
    body: doc.blocks.map((block) => write[block.type](block)).join(""),
    numberings: orderedLists(doc).map((_, index) => fill(patterns.numbering, { number: listNumber(index) })).join(""),
  };
  const encoder = new TextEncoder();
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: encoder.encode(fill(text, values)) })));
}

function writers(doc, patterns) {
  const run = (text) => fill(patterns.text, { text: escapeXml(text) });
  const each = (texts, pattern, look) => texts.map((text) => fill(pattern, { ...look, text: run(text) })).join("");
  return {
    heading: ({ level, text }) => fill(patterns.heading, { level, text: run(text) }),
    paragraph: ({ text }) => fill(patterns.paragraph, { text: run(text) }),
    list: (block) => {
      const number = listNumber(orderedLists(doc).indexOf(block));
      const look = { number, style: block.ordered ? "ListNumber" : "ListBullet" };
      return fill(patterns.list, { ...look, items: each(block.items, patterns.item, look) });
    },
    table: ({ caption, header, rows }) =>
      fill(patterns.table, {
        caption: run(caption),
        columns: patterns.column.repeat(header.length),
        header: each(header, patterns.cell, { style: "Table_20_Heading" }),
        rows: rows.map((row) => fill(patterns.row, { cells: each(row, patterns.cell, { style: "Standard" }) })).join(""),
      }),
  };
}

function orderedLists(doc) {
  return doc.blocks.filter((block) => block.type === "list" && block.ordered);
}

/** Every ordered list counts for itself, from 2 on; all others share number 1. */
function listNumber(index) {
  return index + 2;
}

/** Replace the blanks of a pattern in one pass: inserted text is never searched for blanks. */
function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function escapeXml(text) {
  return cleanText(text).replace(/[&<>"]/g, (char) => ENTITIES[char]);
}

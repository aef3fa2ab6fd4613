// Blocks → XML by patterns. What a heading or a list looks like in a format is data in parts.mjs.

import { cleanLines, cleanSpan, cleanText } from "./clean.mjs";
import { dense } from "./dense.mjs";
import { XML_NAMES } from "./parts.mjs";
import { columnShares } from "./widths.mjs";
import { zip } from "./zip.mjs";

/**
 * @import {Block, Doc, List, Table, Text} from "../shared/types.mjs"
 * @typedef {Record<string, string|number>} Blanks
 * @typedef {typeof import("./parts.mjs").DOCX_PATTERNS} Patterns
 */

/** Between the margins of a page, in twentieths of a point. */
const PAGE_WIDTH = 9070;

/** No line ends between these and their number. */
const BEFORE_NUMBERS = /(§|Abs\.|Art\.|Nr\.|Nummer|Anlage|Seite) (?=\d)/g;

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Fill the parts of a format with a document and pack them.
 * @param {Doc} doc
 * @param {Record<string, string>} parts file name → content with the blanks {title}, {header}, {body}, {numberings}, {columnStyles}
 * @param {Patterns} patterns
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function packDocument(doc, parts, patterns) {
  const lists = doc.blocks.filter((block) => block.type === "list").filter(({ ordered }) => ordered);
  const tables = doc.blocks.filter((block) => block.type === "table");
  const shares = new Set(tables.flatMap(columnShares));
  const values = {
    ...XML_NAMES,
    title: escapeXml(cleanText(doc.title)),
    header: escapeXml(cleanText(doc.header ?? "")),
    body: doc.blocks
      .map((block, index) => writeBlock(block, doc.blocks[index + 1], lists, patterns))
      .join(""),
    numberings: lists.map((_, index) => fill(patterns.numbering, { number: listNumber(index) })).join(""),
    columnStyles: [...shares].map((share) => fill(patterns.columnStyle, { share })).join(""),
  };
  const encoder = new TextEncoder();
  return zip(
    Object.entries(doc.dense ? dense(parts) : parts).map(([name, text]) => ({
      name,
      bytes: encoder.encode(fill(text, values)),
    })),
  );
}

/**
 * @param {Block} block
 * @param {Block|undefined} next
 * @param {List[]} lists those that count
 * @param {Patterns} patterns
 */
function writeBlock(block, next, lists, patterns) {
  const run = (/** @type {Text} */ text) => writeText(text, patterns);
  switch (block.type) {
    case "heading": {
      const newPage = block.newPage ? patterns.newPage : "";
      return fill(patterns.heading, { level: block.level, newPage, text: run(block.text) });
    }
    case "paragraph":
      return fill(patterns.paragraph, {
        // Nobody signs a page without a word on it.
        kept: next?.type === "signature" ? patterns.kept : patterns.free,
        text: run(block.text),
      });
    case "signature":
      return fill(patterns.signature, { text: run(block.text), line: run(block.line) });
    case "list": {
      const look = {
        number: listNumber(lists.indexOf(block)),
        style: block.ordered ? "ListNumber" : "ListBullet",
      };
      const items = block.items.map((item) => fill(patterns.item, { ...look, text: run(item) }));
      return fill(patterns.list, { ...look, items: items.join("") });
    }
    case "table":
      return writeTable(block, patterns);
  }
}

/** @param {Table} table @param {Patterns} patterns */
function writeTable(table, patterns) {
  const shares = columnShares(table);
  const columns = shares.map((share) =>
    fill(patterns.column, { share, width: Math.round((share * PAGE_WIDTH) / 5000) }),
  );
  const cells = (/** @type {Text[]} */ row, /** @type {string} */ style, full = 0) =>
    row
      .map((cell, place) => {
        const pattern = patterns[cellKind(table.bars, place, full)];
        return fill(pattern, { style, share: shares[place] ?? 0, text: writeCell(cell, patterns) });
      })
      .join("");
  const rows = table.rows.map((row, place) => cells(row, "Standard", table.bars?.full[place]));
  return fill(patterns.table, {
    caption: writeText(table.caption, patterns),
    columns: columns.join(""),
    header: cells(table.header, "Table_20_Heading"),
    rows: rows.map((row) => fill(patterns.row, { cells: row })).join(""),
  });
}

/** @param {Table["bars"]} bars @param {number} place of the column @param {number} full so many cells of the bar are dark */
function cellKind(bars, place, full) {
  if (!bars || place < bars.from) return "cell";
  return place - bars.from < full ? "darkCell" : "narrowCell";
}

/** Only cells keep their lines. @param {Text} cell @param {Patterns} patterns */
function writeCell(cell, patterns) {
  const text = cleanLines(cell);
  if (text.length === 1) return writeText(cell, patterns);
  return fill(patterns.text, { text: text.map(escapeXml).join(patterns.lineBreak) });
}

/** Links and emphasis stay; an address that leads nowhere from a file is left out. @param {Text} text @param {Patterns} patterns */
function writeText(text, patterns) {
  if (typeof text === "string") return fill(patterns.text, { text: wordsOf(cleanText(text)) });
  const spans = text.map((span) => (typeof span === "string" ? { text: span, look: null } : span));
  return spans
    .map(({ text, look }, index) => {
      const start = index ? cleanSpan(text) : cleanSpan(text).trimStart();
      const words = wordsOf(index === spans.length - 1 ? start.trimEnd() : start);
      if (look?.kind === "link" && /^https?:/.test(look.href))
        return fill(patterns.link, { text: words, href: escapeXml(look.href) });
      return fill(look?.kind === "strong" ? patterns.strong : patterns.text, { text: words });
    })
    .join("");
}

/** Every ordered list counts for itself, from 2 on; all others share number 1. @param {number} index */
function listNumber(index) {
  return index + 2;
}

/**
 * Replace the blanks of a pattern in one pass: inserted text is never searched for blanks.
 * @param {string} pattern
 * @param {Blanks} values
 */
function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** @param {string} text */
function wordsOf(text) {
  return escapeXml(text.replace(BEFORE_NUMBERS, "$1\u00a0"));
}

/** @param {string} text */
function escapeXml(text) {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

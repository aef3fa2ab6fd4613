// How wide the columns of a table are, from what stands in them. Pure.

import { cleanLines } from "./clean.mjs";

/** @import {Table} from "../shared/types.mjs" */

/** The whole width; Word counts in fiftieths of a percent. */
const WHOLE = 5000;
/** So many letters fit one line of a page in any typeface. */
const LINE = 74;
/** A word this long is hyphenated rather than given more room. */
const LONGEST_WORD = 18;
const PADDING = 3;
/** A cell of a bar, which has no padding. */
const BAR_CELL = 3;

/**
 * Every column has room for its words; the rest goes to those with long lines.
 * @param {Table} table
 * @returns {number[]} shares that add up to the whole
 */
export function columnShares({ header, rows, bars }) {
  const columns = header.map((title, place) => {
    if (bars && place >= bars.from) return { least: BAR_CELL, most: BAR_CELL };
    const lines = [title, ...rows.map((row) => row[place] ?? "")].flatMap(cleanLines);
    const words = lines.flatMap((line) => line.split(/[\s/–-]+/));
    const least = Math.min(longest(words), LONGEST_WORD) + PADDING;
    return { least, most: Math.max(least, Math.min(longest(lines), LINE) + PADDING) };
  });
  const least = sum(columns.map((column) => column.least));
  const wish = sum(columns.map((column) => column.most));
  const part = wish > least ? Math.min(1, Math.max(0, LINE - least) / (wish - least)) : 0;
  return toWhole(columns.map((column) => column.least + part * (column.most - column.least)));
}

/** @param {number[]} widths what rounding leaves over goes to the widest */
function toWhole(widths) {
  const shares = widths.map((width) => Math.floor((WHOLE * width) / sum(widths)));
  const widest = shares.indexOf(Math.max(...shares));
  return shares.map((share, place) => (place === widest ? share + WHOLE - sum(shares) : share));
}

/** @param {string[]} texts */
function longest(texts) {
  return Math.max(0, ...texts.map((text) => [...text].length));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

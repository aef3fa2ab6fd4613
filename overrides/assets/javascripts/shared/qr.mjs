// Text → QR code (ISO/IEC 18004): bytes, error correction level M, the smallest version that holds them.
// No library that is installed without Node brings this to a browser; the tests read it with a foreign decoder.

import { makeSvg } from "./draw.mjs";

/**
 * @typedef {{size: number, dark: boolean[][], fixed: boolean[][]}} Grid fixed modules hold no data
 * @typedef {(x: number, y: number) => boolean} Mask
 */

const QUIET_ZONE = 4;
// Level M, by version from 1 on: check bytes of a block, and how many blocks there are.
const CHECK_BYTES = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
  31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];
/** @type {Mask[]} */
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => ((x / 3) | 0) % 2 === ((y / 2) | 0) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * @param {string} text
 * @returns {boolean[][]} rows of modules without the quiet zone, true is dark
 * @throws {RangeError} if no version holds the text
 */
export function qrMatrix(text) {
  const bytes = new TextEncoder().encode(text);
  const version = CHECK_BYTES.findIndex((_, index) => bytes.length <= roomFor(index + 1)) + 1;
  if (!version) throw new RangeError("too long for a QR code");
  const bits = interleaved(dataBytes(bytes, version), version);
  const grids = MASKS.map((mask, number) => masked(bits, version, mask, number));
  return grids.reduce((best, grid) => (penalty(grid) < penalty(best) ? grid : best));
}

/**
 * @param {string} text
 * @param {string} label what readers of screens hear
 * @returns {SVGElement}
 * @throws {RangeError} if no version holds the text
 */
export function drawQr(text, label) {
  const rows = qrMatrix(text);
  const side = rows.length + 2 * QUIET_ZONE;
  const path = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`] : [])),
  );
  return makeSvg(
    "svg",
    { class: "qr", viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label },
    makeSvg("rect", { class: "qr__grund", width: side, height: side, fill: "#fff" }),
    makeSvg("path", { class: "qr__punkte", d: path.join(""), fill: "#000", "shape-rendering": "crispEdges" }),
  );
}

/** How many bytes of text a version holds. @param {number} version */
function roomFor(version) {
  return Math.floor((8 * dataLength(version) - 4 - lengthBits(version)) / 8);
}

/** @param {number} version */
function lengthBits(version) {
  return version < 10 ? 8 : 16;
}

/** @param {number} version */
function dataLength(version) {
  return allBytes(version) - fromTable(CHECK_BYTES, version) * fromTable(BLOCKS, version);
}

/** @param {number[]} table @param {number} version */
function fromTable(table, version) {
  return table[version - 1] ?? 0;
}

/** Bytes in all modules that hold data. @param {number} version */
function allBytes(version) {
  const modules = (16 * version + 128) * version + 64;
  if (version === 1) return modules >> 3;
  const rows = Math.floor(version / 7) + 2;
  const patterns = (25 * rows - 10) * rows - 55 + (version >= 7 ? 36 : 0);
  return (modules - patterns) >> 3;
}

/** Mode, length, text and padding. @param {Uint8Array} bytes @param {number} version @returns {number[]} */
function dataBytes(bytes, version) {
  const length = dataLength(version);
  const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, lengthBits(version))];
  for (const byte of bytes) bits.push(...bitsOf(byte, 8));
  bits.push(...bitsOf(0, Math.min(4, 8 * length - bits.length)));
  while (bits.length % 8) bits.push(0);
  const filled = Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(8 * index, 8 * index + 8).reduce((value, bit) => 2 * value + bit, 0),
  );
  const padding = Array.from({ length: length - filled.length }, (_, index) => (index % 2 ? 0x11 : 0xec));
  return [...filled, ...padding];
}

/** @param {number} value @param {number} length @returns {number[]} highest first */
function bitsOf(value, length) {
  return Array.from({ length }, (_, index) => (value >> (length - 1 - index)) & 1);
}

/** Cut into blocks, checked, and dealt out in turn. @param {number[]} data @param {number} version @returns {number[]} */
function interleaved(data, version) {
  const count = fromTable(BLOCKS, version);
  const short = Math.floor(data.length / count);
  const shortCount = count - (data.length % count);
  const blocks = Array.from({ length: count }, (_, index) => {
    const start = index * short + Math.max(0, index - shortCount);
    return data.slice(start, start + short + (index < shortCount ? 0 : 1));
  });
  const checks = blocks.map((block) => remainder(block, fromTable(CHECK_BYTES, version)));
  return [...dealt(blocks), ...dealt(checks)].flatMap((byte) => bitsOf(byte, 8));
}

/** @param {number[][]} blocks @returns {number[]} all first bytes, then all second ones */
function dealt(blocks) {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    blocks.flatMap((block) => (index < block.length ? [block[index] ?? 0] : [])),
  ).flat();
}

/** Reed–Solomon over GF(256). @param {number[]} block @param {number} length @returns {number[]} */
function remainder(block, length) {
  const divisor = generator(length);
  return block.reduce((rest, byte) => {
    const factor = byte ^ (rest[0] ?? 0);
    return divisor.map((coefficient, index) => (rest[index + 1] ?? 0) ^ times(coefficient, factor));
  }, new Array(length).fill(0));
}

/** (x − 1)(x − 2)(x − 4)… without its leading 1. @param {number} length @returns {number[]} */
function generator(length) {
  let root = 1;
  let polynomial = [...new Array(length - 1).fill(0), 1];
  for (let power = 0; power < length; power++) {
    polynomial = polynomial.map((value, index) => times(value, root) ^ (polynomial[index + 1] ?? 0));
    root = times(root, 2);
  }
  return polynomial;
}

/** @param {number} one @param {number} other */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}

/** The grid with its fixed patterns; format and version are placed, not written. @param {number} version @returns {Grid} */
function emptyGrid(version) {
  const size = 17 + 4 * version;
  const rows = () => Array.from({ length: size }, () => new Array(size).fill(false));
  const grid = { size, dark: rows(), fixed: rows() };
  for (let place = 0; place < size; place++) {
    put(grid, place, 6, place % 2 === 0);
    put(grid, 6, place, place % 2 === 0);
  }
  for (const [x, y] of alignmentCentres(version, size)) square(grid, x, y, 2, [0, 2]);
  square(grid, 3, 3, 4, [0, 1, 3]);
  square(grid, size - 4, 3, 4, [0, 1, 3]);
  square(grid, 3, size - 4, 4, [0, 1, 3]);
  writeFormat(grid, 0);
  if (version >= 7) writeVersion(grid, version);
  return grid;
}

/** Rings around a centre. @param {Grid} grid @param {number} x @param {number} y @param {number} radius @param {number[]} dark */
function square(grid, x, y, radius, dark) {
  for (let row = -radius; row <= radius; row++)
    for (let column = -radius; column <= radius; column++) {
      const isInside = [x + column, y + row].every((place) => place >= 0 && place < grid.size);
      if (isInside) put(grid, x + column, y + row, dark.includes(Math.max(Math.abs(row), Math.abs(column))));
    }
}

/** @param {number} version @param {number} size @returns {[number, number][]} */
function alignmentCentres(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const places = [
    6,
    ...Array.from({ length: count - 1 }, (_, index) => size - 7 - (count - 2 - index) * step),
  ];
  const isCorner = (/** @type {number} */ x, /** @type {number} */ y) =>
    (x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6);
  return places.flatMap((x) =>
    places.flatMap((y) => (isCorner(x, y) ? [] : [/** @type {[number, number]} */ ([x, y])])),
  );
}

/** @param {Grid} grid @param {number} x @param {number} y @param {boolean} isDark */
function put({ dark, fixed }, x, y, isDark) {
  /** @type {boolean[]} */ (dark[y])[x] = isDark;
  /** @type {boolean[]} */ (fixed[y])[x] = true;
}

/** Level M is 00. @param {Grid} grid @param {number} mask */
function writeFormat(grid, mask) {
  const { size } = grid;
  const bits = bitsOf(((mask << 10) | checkBits(mask, 10, 0x537)) ^ 0x5412, 15)
    .reverse()
    .map(Boolean);
  bits.forEach((isDark, index) => {
    const near = index < 6 ? index : index < 8 ? index + 1 : 14 - index;
    if (index < 8) put(grid, 8, near, isDark);
    else put(grid, index === 8 ? 7 : near, 8, isDark);
    if (index < 8) put(grid, size - 1 - index, 8, isDark);
    else put(grid, 8, size - 15 + index, isDark);
  });
  put(grid, 8, size - 8, true);
}

/** @param {Grid} grid @param {number} version */
function writeVersion(grid, version) {
  const bits = bitsOf((version << 12) | checkBits(version, 12, 0x1f25), 18)
    .reverse()
    .map(Boolean);
  bits.forEach((isDark, index) => {
    const far = grid.size - 11 + (index % 3);
    put(grid, far, Math.floor(index / 3), isDark);
    put(grid, Math.floor(index / 3), far, isDark);
  });
}

/** The remainder of a division of bits. @param {number} value @param {number} length @param {number} divisor */
function checkBits(value, length, divisor) {
  let rest = value;
  for (let round = 0; round < length; round++) rest = (rest << 1) ^ ((rest >> (length - 1)) * divisor);
  return rest;
}

/** @param {number[]} bits @param {number} version @param {Mask} mask @param {number} number @returns {boolean[][]} */
function masked(bits, version, mask, number) {
  const grid = emptyGrid(version);
  let next = 0;
  for (const [x, y] of zigzag(grid.size)) {
    if (grid.fixed[y]?.[x]) continue;
    /** @type {boolean[]} */ (grid.dark[y])[x] = (bits[next++] === 1) !== mask(x, y);
  }
  writeFormat(grid, number);
  return grid.dark;
}

/** Two columns at a time from the right, up and down in turn. @param {number} size @returns {Generator<[number, number]>} */
function* zigzag(size) {
  for (let right = size - 1, round = 0; right >= 1; right -= 2, round++) {
    if (right === 6) right = 5; // the column of the timing pattern
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) yield [x, round % 2 ? step : size - 1 - step];
  }
}

/** How hard a grid is to read; the mask with the least wins. @param {boolean[][]} rows */
function penalty(rows) {
  const columns = rows.map((_, x) => rows.map((row) => row[x] ?? false));
  const lines = [...rows, ...columns].map((line) => line.map(Number).join(""));
  const share = rows.flat().filter(Boolean).length / rows.length ** 2;
  return (
    lines.reduce((sum, line) => sum + linePenalty(line), 0) +
    3 * blocksOf(rows) +
    10 * Math.floor(Math.abs(share - 0.5) * 20)
  );
}

/** Long runs, and what looks like a corner. @param {string} line */
function linePenalty(line) {
  const runs = line.match(/0{5,}|1{5,}/g) ?? [];
  const corners = `0000${line}0000`.match(/(?=00001011101|10111010000)/g) ?? [];
  return runs.reduce((sum, run) => sum + run.length - 2, 0) + 40 * corners.length;
}

/** Squares of four equal modules. @param {boolean[][]} rows */
function blocksOf(rows) {
  let found = 0;
  for (let y = 1; y < rows.length; y++)
    for (let x = 1; x < rows.length; x++) {
      const [above = [], row = []] = [rows[y - 1], rows[y]];
      if (row[x] === row[x - 1] && row[x] === above[x] && row[x] === above[x - 1]) found++;
    }
  return found;
}

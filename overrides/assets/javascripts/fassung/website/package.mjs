// A package of the product: its files, read from the ZIP and written again. What stays as it is stays packed.

import { STORED, concat, crc32 } from "../../document/zip.mjs";

/** @import {Entry} from "../../document/zip.mjs" */

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const DEFLATED = 8;
// A plain file that everybody may read.
const ATTRIBUTES = 0o100644 * 2 ** 16;
// The format counts time in steps of two seconds.
const STEP = 2;
const STEPS_A_DAY = (24 * 60 * 60) / STEP;
const NO_PACKAGE =
  "Das ist kein Paket von „Integration vor Ort“. Wählen Sie die Datei, deren Name auf „-webserver.zip“ endet.";

/**
 * Read the list of files in a package.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Map<string, Entry>} by path below the folder that holds everything
 * @throws {RangeError} with a message if it is none
 */
export function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new RangeError(NO_PACKAGE);
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const entry = entryAt(bytes, view, at);
    if (!entry.name.endsWith("/")) entries.set(entry.name.slice(entry.name.indexOf("/") + 1), entry);
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return entries;
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {DataView} view @param {number} at @returns {Entry} */
function entryAt(bytes, view, at) {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new RangeError(NO_PACKAGE);
  const short = (/** @type {number} */ field) => view.getUint16(at + field, true);
  const long = (/** @type {number} */ field) => view.getUint32(at + field, true);
  const start = long(42);
  const content = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + short(28))),
    packed: bytes.subarray(content, content + long(20)),
    method: short(10),
    crc: long(16),
    size: long(24),
    time: short(12),
    date: short(14),
    attributes: ATTRIBUTES,
  };
}

/** @param {Entry} entry @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function contentOf({ packed, method }) {
  return method === STORED ? packed.slice() : through(packed, new DecompressionStream("deflate-raw"));
}

/** @param {Entry} entry @returns {Promise<string>} */
export async function textOf(entry) {
  return new TextDecoder().decode(await contentOf(entry));
}

/**
 * Pack a file, with the time that the build would give it (hooks/release/archive.py).
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} stand the day of the product
 * @returns {Promise<Entry>}
 */
export async function packed(name, bytes, stand) {
  return {
    name,
    packed: await through(bytes, new CompressionStream("deflate-raw")),
    method: DEFLATED,
    crc: crc32(bytes),
    size: bytes.length,
    ...momentOf(await digest(bytes), stand),
    attributes: ATTRIBUTES,
  };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Uint8Array<ArrayBuffer>>} */
export function gzipped(bytes) {
  return through(bytes, new CompressionStream("gzip"));
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Uint8Array>} SHA-256 */
export async function digest(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** The content chooses a moment of the day before. @param {Uint8Array} hash @param {string} stand */
function momentOf(hash, stand) {
  const step = Number(new DataView(hash.buffer).getBigUint64(0) % BigInt(STEPS_A_DAY));
  const moment = new Date(Date.parse(`${stand}T00:00:00Z`) - 1000 * STEP * (step + 1));
  const [hours, minutes, seconds] = [moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds()];
  return {
    time: (hours << 11) | (minutes << 5) | (seconds / STEP),
    date: ((moment.getUTCFullYear() - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  };
}

/** @param {Uint8Array} bytes @param {CompressionStream|DecompressionStream} stream */
async function through(bytes, stream) {
  const reader = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  return concat(chunks);
}

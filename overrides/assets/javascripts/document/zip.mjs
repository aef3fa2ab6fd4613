// A ZIP container. Office documents go without compression: enough for them, and every byte is predictable.

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * @typedef {[width: number, value: number]} Figure a number of so many bytes
 * @typedef {{name: string, packed: Uint8Array, method: number, crc: number, size: number, time: number,
 *   date: number, attributes: number}} Entry a file as it lies in the container
 */

const VERSION = 20;
export const STORED = 0;
// 1 January 1980, the earliest date the format knows: the same content gives the same file.
const DATE = 0x0021;
const ORDINARY_FILE = 0x20;
// Who wrote it says how the attributes are to be read: above the low half they are those of Unix.
const UNIX = 3 << 8;

/**
 * Pack files in the given order.
 * @param {{name: string, bytes: Uint8Array}[]} files names are ASCII
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(files) {
  return container(
    files.map(({ name, bytes }) => ({
      name,
      packed: bytes,
      method: STORED,
      crc: crc32(bytes),
      size: bytes.length,
      time: 0,
      date: DATE,
      attributes: ORDINARY_FILE,
    })),
  );
}

/**
 * Write the container around entries, in the given order.
 * @param {Entry[]} entries names are ASCII
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function container(entries) {
  /** @type {Uint8Array[]} */
  const local = [];
  /** @type {Uint8Array[]} */
  const central = [];
  let offset = 0;
  for (const entry of entries) {
    const path = new TextEncoder().encode(entry.name);
    const facts = entryFacts(entry, path);
    const head = littleEndian([4, 0x04034b50], ...facts);
    local.push(head, path, entry.packed);
    // No comment, first disk, a plain file. The last value is where the local entry starts.
    /** @type {Figure[]} */
    const place = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, entry.attributes],
      [4, offset],
    ];
    const writer = VERSION + (entry.attributes > 0xffff ? UNIX : 0);
    central.push(littleEndian([4, 0x02014b50], [2, writer], ...facts, ...place), path);
    offset += head.length + path.length + entry.packed.length;
  }
  const directory = concat(central);
  /** @type {Figure} */
  const count = [2, entries.length];
  const end = littleEndian(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    count,
    count,
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return concat([...local, directory, end]);
}

/**
 * The fields that the local header and the central directory share.
 * @param {Entry} entry
 * @param {Uint8Array} path
 * @returns {Figure[]}
 */
function entryFacts({ packed, method, crc, size, time, date }, path) {
  return [
    [2, VERSION],
    [2, 0],
    [2, method],
    [2, time],
    [2, date],
    [4, crc],
    [4, packed.length],
    [4, size],
    [2, path.length],
    [2, 0],
  ];
}

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Write numbers of two or four bytes, lowest byte first. @param {...Figure} fields */
function littleEndian(...fields) {
  const bytes = fields.flatMap(([width, value]) =>
    Array.from({ length: width }, (_, index) => (value >>> (8 * index)) & 0xff),
  );
  return Uint8Array.from(bytes);
}

/** @param {Uint8Array[]} chunks */
export function concat(chunks) {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let position = 0;
  for (const chunk of chunks) {
    all.set(chunk, position);
    position += chunk.length;
  }
  return all;
}

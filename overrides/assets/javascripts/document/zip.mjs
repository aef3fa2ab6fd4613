// A ZIP container without compression: enough for office documents, and every byte is predictable.

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @typedef {[width: number, value: number]} Figure a number of so many bytes */

const VERSION = 20;
// 1 January 1980, the earliest date the format knows: the same content gives the same file.
const DATE = 0x0021;

/**
 * Pack files in the given order.
 * @param {{name: string, bytes: Uint8Array}[]} files names are ASCII
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(files) {
  /** @type {Uint8Array[]} */
  const local = [];
  /** @type {Uint8Array[]} */
  const central = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = new TextEncoder().encode(name);
    const facts = zipFacts(bytes, path);
    const head = littleEndian([4, 0x04034b50], ...facts);
    local.push(head, path, bytes);
    // No comment, first disk, an ordinary file. The last value is where the local entry starts.
    /** @type {Figure[]} */
    const place = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0x20],
      [4, offset],
    ];
    central.push(littleEndian([4, 0x02014b50], [2, VERSION], ...facts, ...place), path);
    offset += head.length + path.length + bytes.length;
  }
  const directory = concat(central);
  /** @type {Figure} */
  const count = [2, files.length];
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
 * @param {Uint8Array} bytes
 * @param {Uint8Array} path
 * @returns {Figure[]}
 */
function zipFacts(bytes, path) {
  /** @type {Figure} */
  const size = [4, bytes.length];
  return [
    [2, VERSION],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, DATE],
    [4, crc32(bytes)],
    size,
    size,
    [2, path.length],
    [2, 0],
  ];
}

/** @param {Uint8Array} bytes */
function crc32(bytes) {
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
function concat(chunks) {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let position = 0;
  for (const chunk of chunks) {
    all.set(chunk, position);
    position += chunk.length;
  }
  return all;
}

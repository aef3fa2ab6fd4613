// Answers ↔ a short code (scheme K1); hooks/catalog/werkstatt/codes.py is the reference and says how it works.

/**
 * @import {Answer} from "../shared/types.mjs"
 * @import {Fragenliste, Reason} from "./types.mjs"
 * @typedef {{liste: Fragenliste, antworten: Answer[]}} Decoded
 * @typedef {{most: number, data: number, check: number}} Shape
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** @type {Record<string, string>} */
const TWINS = { O: "0", I: "1", L: "1", U: "V" };
/** @type {Answer[]} */
const ANSWERS = [
  ...Array.from({ length: 11 }, (_, step) => 10 * step),
  "weiss-nicht",
  "trifft-nicht-zu",
  null,
];
/** @type {Shape[]} */
const SHAPES = [
  { most: 13, data: 10, check: 2 },
  { most: 17, data: 13, check: 3 },
  { most: 22, data: 17, check: 3 },
];
/** A code has so many characters. */
export const CODE_LENGTHS = SHAPES.map(({ data, check }) => data + check);
const BASE = BigInt(ANSWERS.length);
const START = 5;
const STEP = 3;
const MOST_SUGGESTIONS = 3;
// DIN 5009:2022; digits are spoken as they are.
const STAEDTE =
  "Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Jena Köln München Nürnberg Potsdam Quickborn " +
  "Rostock Salzwedel Tübingen Völklingen Wuppertal Xanten Ypsilon Zwickau";
const SPOKEN = new Map(STAEDTE.split(" ").map((town) => [town[0] ?? "", town]));

/** A text that is no code. */
export class InvalidCode extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** α⁰ to α³⁰ in GF(32). @type {number[]} */
const POWERS = [1];
while (POWERS.length < 31) {
  const doubled = (POWERS.at(-1) ?? 0) << 1;
  POWERS.push(doubled & 32 ? doubled ^ 0b100101 : doubled);
}
const LOGS = new Map(POWERS.map((value, power) => [value, power]));

/**
 * The code of answers in the order of their list; empty if there are too many for one.
 * @param {Answer[]} answers
 * @param {number} version of the list
 * @returns {string}
 */
export function writeCode(answers, version) {
  const shape = SHAPES.find(({ most }) => answers.length <= most);
  if (!shape) return "";
  let number = 0n;
  let previous = START;
  answers.forEach((answer, place) => {
    previous = (ANSWERS.indexOf(answer) + previous + STEP * place) % ANSWERS.length;
    number = number * BASE + BigInt(previous);
  });
  const data = Array.from({ length: shape.data }, (_, place) =>
    Number((number >> BigInt(5 * (shape.data - 1 - place))) & 31n),
  );
  return grouped([...data, ...checks(data, shape.check, version)]);
}

/**
 * @param {string} text
 * @param {Fragenliste[]} lists
 * @returns {Decoded}
 * @throws {InvalidCode}
 */
export function readCode(text, lists) {
  const word = wordOf(text);
  const shape = shapeOf(word.length);
  const [first, version, third = 0] = [1, 2, 3].slice(0, shape.check).map((power) => valueAt(word, power));
  if (first || third || !version) throw new InvalidCode("pruefzeichen");
  const liste = lists.find((one) => one.version === version && shapeFor(one) === shape);
  if (!liste) throw new InvalidCode("fragenliste");
  const number = word.slice(0, shape.data).reduce((value, symbol) => (value << 5n) | BigInt(symbol), 0n);
  if (number >= BASE ** BigInt(liste.fragen.length)) throw new InvalidCode("pruefzeichen");
  return { liste, antworten: unchained(number, liste.fragen.length) };
}

/**
 * Valid codes that differ in one character or a swap of neighbours; to be offered, never to be applied.
 * @param {string} text
 * @param {Fragenliste[]} lists
 * @returns {string[]}
 */
export function suggestCodes(text, lists) {
  const word = wordOf(text);
  // A text of another length has no code beside it, however many there are to try.
  shapeOf(word.length);
  const found = new Set([...neighbours(word)].map(grouped).filter((code) => isCode(code, lists)));
  return [...found].slice(0, MOST_SUGGESTIONS);
}

/** @param {string} code @returns {string} how it is read out */
export function spokenCode(code) {
  return code
    .split("-")
    .map((group) => [...group].map((sign) => SPOKEN.get(sign) ?? sign).join(", "))
    .join(" – ");
}

/** @param {string} text @param {Fragenliste[]} lists @returns {boolean} */
export function isCode(text, lists) {
  try {
    readCode(text, lists);
    return true;
  } catch {
    return false;
  }
}

/** @param {Fragenliste} list */
function shapeFor({ fragen }) {
  return SHAPES.find(({ most }) => fragen.length <= most);
}

/** @param {number} length @returns {Shape} */
function shapeOf(length) {
  const shape = SHAPES[CODE_LENGTHS.indexOf(length)];
  if (shape) return shape;
  if (CODE_LENGTHS.includes(length + 1)) throw new InvalidCode("zeichen-fehlt");
  throw new InvalidCode(CODE_LENGTHS.includes(length - 1) ? "zeichen-zu-viel" : "laenge");
}

/** The numbers of the characters, as people may have written them. @param {string} text @returns {number[]} */
function wordOf(text) {
  const signs = [...text.replace(/[\s–-]/g, "").toUpperCase()];
  const word = signs.map((sign) => ALPHABET.indexOf(TWINS[sign] ?? sign));
  if (word.includes(-1)) throw new InvalidCode("fremdes-zeichen");
  return word;
}

/** @param {number[]} word */
function grouped(word) {
  const signs = word.map((symbol) => ALPHABET[symbol]).join("");
  return signs.match(/.{4}/g)?.join("-") ?? signs;
}

/** @param {number} power @returns {number} */
function alpha(power) {
  return POWERS[((power % 31) + 31) % 31] ?? 0;
}

/** @param {number} one @param {number} other */
function product(one, other) {
  return one && other ? alpha((LOGS.get(one) ?? 0) + (LOGS.get(other) ?? 0)) : 0;
}

/** @param {number} one @param {number} other not 0 */
function quotient(one, other) {
  return one ? alpha((LOGS.get(one) ?? 0) - (LOGS.get(other) ?? 0)) : 0;
}

/** The word as a polynomial at a power of α. @param {number[]} word @param {number} power */
function valueAt(word, power) {
  return word.reduce((value, symbol) => product(value, alpha(power)) ^ symbol, 0);
}

/**
 * The characters that make the word 0 at α, the version at α², and 0 at α³.
 * @param {number[]} data
 * @param {number} length
 * @param {number} version
 * @returns {number[]}
 */
function checks(data, length, version) {
  const wanted = [0, version, 0].slice(0, length);
  const blank = [...data, ...new Array(length).fill(0)];
  const base = wanted.map((goal, index) => valueAt(blank, index + 1) ^ goal);
  for (let free = 0; free < (length === 3 ? 32 : 1); free++) {
    const [one, two] = base.map((value, index) => value ^ product(free, alpha(2 * index + 2)));
    const first = quotient((one ?? 0) ^ (two ?? 0), alpha(1) ^ alpha(2));
    const second = (one ?? 0) ^ product(first, alpha(1));
    const tail = [...(length === 3 ? [free] : []), first, second];
    if (wanted.every((goal, index) => valueAt([...data, ...tail], index + 1) === goal)) return tail;
  }
  throw new RangeError("Reed–Solomon always has a solution");
}

/** @param {bigint} number @param {number} count @returns {Answer[]} */
function unchained(number, count) {
  const digits = Array.from({ length: count }, (_, place) =>
    Number((number / BASE ** BigInt(count - 1 - place)) % BASE),
  );
  return digits.map((digit, place) => {
    const value = digit - (digits[place - 1] ?? START) - STEP * place;
    return ANSWERS[((value % ANSWERS.length) + ANSWERS.length) % ANSWERS.length] ?? null;
  });
}

/** @param {number[]} word @returns {Generator<number[]>} */
function* neighbours(word) {
  for (let place = 0; place < word.length; place++)
    for (let other = 0; other < ALPHABET.length; other++)
      if (other !== word[place]) yield replaced(word, place, [other]);
  for (let place = 0; place + 1 < word.length; place++)
    yield replaced(word, place, [word[place + 1] ?? 0, word[place] ?? 0]);
}

/** @param {number[]} word @param {number} place @param {number[]} others */
function replaced(word, place, others) {
  return [...word.slice(0, place), ...others, ...word.slice(place + others.length)];
}

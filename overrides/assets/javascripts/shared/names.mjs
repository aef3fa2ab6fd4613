// Names of files and ids, made from what people write: the rules of hooks/catalog/reading/names.py.
// Both are held to api/v1/namen-pruefungen.json.

import { withoutMarks } from "./letters.mjs";

const LONGEST_NAME = 60;
const FOREIGN = /[^A-Za-z0-9ÄÖÜäöüß]/gu;
const UNSEEN = /\p{Cf}/gu;
// Letters that Unicode does not take apart.
const SINGLE = new Map(
  Object.entries({
    ...{ æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" },
    ...{ ħ: "h", ŧ: "t", ŋ: "n", ĸ: "k", ə: "e", ß: "ss" },
  }),
);
const GERMAN = new Map(Object.entries({ ä: "ae", ö: "oe", ü: "ue" }));
// Windows opens devices under these names; IIS hides the folder "bin".
const RESERVED = /^(?:con|prn|aux|nul|bin|(?:com|lpt)[0-9])$/;

/**
 * The name of a file: parts that are not empty, joined by single hyphens.
 * @param {string[]} parts
 * @param {string} ending
 * @returns {string}
 */
export function fileName(parts, ending) {
  return `${parts
    .map((part) => shortened(germanWords(part)))
    .filter(Boolean)
    .join("-")}.${ending}`;
}

/**
 * A text as part of an address: small letters from a to z, digits, single hyphens.
 * @param {string} text
 * @returns {string}
 */
export function asName(text) {
  const letters = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, (letter) => GERMAN.get(letter) ?? SINGLE.get(letter) ?? letter);
  const kept = withoutMarks(letters).replace(UNSEEN, "");
  return kept.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/**
 * An id made from the first words of a text.
 * @param {string} text
 * @param {number} most so many words
 * @returns {string}
 */
export function idFrom(text, most) {
  return shortened(asName(text).split("-").slice(0, most).join("-"));
}

/**
 * Tell whether some system cannot take a name.
 * @param {string} name
 * @returns {boolean}
 */
export function isReserved(name) {
  return RESERVED.test(name);
}

/**
 * Letters of the German alphabet and digits, everything between them a hyphen; other letters lose their marks.
 * @param {string} text
 */
function germanWords(text) {
  return text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(FOREIGN, (letter) => single(letter) ?? withoutMarks(letter))
    .replace(/[^A-Za-z0-9ÄÖÜäöüß]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** @param {string} letter small or capital */
function single(letter) {
  const small = letter.toLowerCase();
  const found = SINGLE.get(small);
  return found && small !== letter ? found[0]?.toUpperCase() + found.slice(1) : found;
}

/** @param {string} words */
function shortened(words) {
  return words.slice(0, LONGEST_NAME).replace(/-$/, "");
}

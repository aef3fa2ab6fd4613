// Names of files and ids, made from what people write.

import { withoutMarks } from "./letters.mjs";

const LONGEST_NAME = 60;
const FOREIGN = /[^A-Za-z0-9ÄÖÜäöüß]/gu;
// Letters that Unicode does not take apart.
const SINGLE = new Map(
  Object.entries({
    ł: "l",
    Ł: "L",
    ø: "o",
    Ø: "O",
    đ: "d",
    Đ: "D",
    ı: "i",
    æ: "ae",
    Æ: "Ae",
    œ: "oe",
    Œ: "Oe",
    ð: "d",
    þ: "th",
    ẞ: "SS",
  }),
);
const ASCII = new Map(Object.entries({ ä: "ae", ö: "oe", ü: "ue", ß: "ss", Ä: "Ae", Ö: "Oe", Ü: "Ue" }));

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
 * The words of a text in small letters from a to z and digits.
 * @param {string} text
 * @param {number} most so many words
 * @returns {string} joined by single hyphens
 */
export function idFrom(text, most) {
  const words = germanWords(text)
    .replace(/[äöüßÄÖÜ]/g, (letter) => ASCII.get(letter) ?? "")
    .toLowerCase();
  return shortened(words.split("-").slice(0, most).join("-"));
}

/**
 * Letters of the German alphabet and digits, everything between them a hyphen; other letters lose their marks.
 * @param {string} text
 */
function germanWords(text) {
  return text
    .normalize("NFC")
    .replace(FOREIGN, (letter) => SINGLE.get(letter) ?? withoutMarks(letter))
    .replace(/[^A-Za-z0-9ÄÖÜäöüß]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** @param {string} words */
function shortened(words) {
  return words.slice(0, LONGEST_NAME).replace(/-$/, "");
}

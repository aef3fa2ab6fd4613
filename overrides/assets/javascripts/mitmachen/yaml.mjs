/** @import {Beispiel, BeispielPart} from "../shared/types.mjs" */

const FOLD_FROM = 80;
const WIDTH = 100;
// At the start of a line, readers take them for two versions that nobody has merged.
const CONFLICT = /<{7}|={7}|>{7}|\|{7}/;

/**
 * Write an example as it stands in catalog.yml.
 *
 * Texts are always quoted or folded: neither form gives any word a meaning,
 * so `no`, `12:30` or a colon stay what the person typed.
 * @param {Beispiel} beispiel tidy texts, numbers, records, lists of texts or of records
 * @returns {string}
 */
export function toYaml(beispiel) {
  return `${listItem(beispiel, 2).join("\n")}\n`;
}

/** @param {string|Beispiel|BeispielPart} item @param {number} indent @returns {string[]} */
function listItem(item, indent) {
  const dash = `${" ".repeat(indent)}- `;
  if (typeof item === "string") return [dash + JSON.stringify(item)];
  const lines = Object.entries(item).flatMap(([key, value]) => field(key, value, indent + 2));
  const [first = "", ...others] = lines;
  return [dash + first.trimStart(), ...others];
}

/** @param {string} key @param {Beispiel[string]} value @param {number} indent @returns {string[]} */
function field(key, value, indent) {
  const name = `${" ".repeat(indent)}${key}:`;
  if (Array.isArray(value)) return [name, ...value.flatMap((item) => listItem(item, indent + 2))];
  if (typeof value === "object")
    return [name, ...Object.entries(value).flatMap(([part, of]) => field(part, of, indent + 2))];
  if (typeof value === "string" && value.length > FOLD_FROM && value.includes(" ") && !CONFLICT.test(value))
    return [`${name} >-`, ...fold(value, indent + 2)];
  return [`${name} ${JSON.stringify(value)}`];
}

/** @param {string} text @param {number} indent */
function fold(text, indent) {
  const margin = " ".repeat(indent);
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines.push(`${lines.pop()} ${word}`);
    else lines.push(margin + word);
  }
  return lines;
}

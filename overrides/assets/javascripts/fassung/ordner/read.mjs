// Reading kommune.yml: the plain form in which such a file is written.

/** @typedef {{indent: number, text: string}} Line */

const KEY = /^([a-z][a-z_]*):(?:\s+(.*))?$/;
const BLOCK = /^[>|][-+]?(\s+#.*)?$/;
// Deeper than any file of settings; each level is one call within another.
const DEEPEST = 100;

/** The file has a form that only the build understands. */
class Unreadable extends Error {}

/**
 * @param {string} text
 * @returns {any}
 * @throws {Unreadable}
 */
export function readYaml(text) {
  const lines = linesOf(text);
  const deep = lines.find(({ indent }) => indent > DEEPEST && indent < Infinity);
  if (deep) throw new Unreadable(deep.text);
  const [value, end] = block(lines, 0);
  if (end < lines.length) throw new Unreadable(lines[end]?.text);
  return value ?? {};
}

/** Lines that say something. In a text of several lines that is every one. @param {string} text @returns {Line[]} */
function linesOf(text) {
  /** @type {Line[]} */
  const kept = [];
  let margin = Infinity;
  for (const raw of text.split(/\r?\n/)) {
    const line = { indent: raw.length - raw.trimStart().length, text: raw.trim() };
    if (!line.text) line.indent = Infinity;
    const isWithin = line.indent > margin;
    if (!isWithin) margin = Infinity;
    if (!isWithin && (!line.text || line.text.startsWith("#"))) continue;
    kept.push(line);
    const value = KEY.exec(line.text.replace(/^-\s+/, ""))?.[2] ?? "";
    if (!isWithin && BLOCK.test(value)) margin = line.indent;
  }
  return kept;
}

/** @param {Line[]} lines @param {number} start @returns {[value: any, end: number]} */
function block(lines, start) {
  const first = lines[start];
  if (!first) return [null, start];
  return /^-( |$)/.test(first.text)
    ? sequence(lines, start, first.indent)
    : mapping(lines, start, first.indent);
}

/** @param {Line[]} lines @param {number} start @param {number} indent @returns {[value: any[], end: number]} */
function sequence(lines, start, indent) {
  const items = [];
  let at = start;
  for (let line = lines[at]; line && line.indent === indent && /^-( |$)/.test(line.text); line = lines[at]) {
    const rest = line.text.slice(1).trimStart();
    const inner = indent + line.text.length - rest.length;
    if (!KEY.test(rest)) {
      items.push(scalar(rest));
      at += 1;
      continue;
    }
    lines[at] = { indent: inner, text: rest };
    const [item, end] = mapping(lines, at, inner);
    items.push(item);
    at = end;
  }
  return [items, at];
}

/** @param {Line[]} lines @param {number} start @param {number} indent @returns {[value: any, end: number]} */
function mapping(lines, start, indent) {
  /** @type {Record<string, any>} */
  const found = {};
  let at = start;
  for (let line = lines[at]; line && line.indent === indent; line = lines[at]) {
    const match = KEY.exec(line.text);
    if (!match) break;
    const [, key = "", rest = ""] = match;
    if (BLOCK.test(rest)) {
      let end = at + 1;
      while ((lines[end]?.indent ?? indent) > indent) end += 1;
      found[key] = joined(lines.slice(at + 1, end), rest.startsWith("|"));
      at = end;
    } else if (plain(rest) === "") {
      const deeper = lines[at + 1];
      const isNested =
        deeper && (deeper.indent > indent || (deeper.indent === indent && deeper.text.startsWith("- ")));
      [found[key], at] = isNested ? block(lines, at + 1) : [null, at + 1];
    } else {
      found[key] = scalar(rest);
      at += 1;
    }
  }
  return [found, at];
}

/** @param {Line[]} lines @param {boolean} isLiteral @returns {string} */
function joined(lines, isLiteral) {
  const texts = lines.map(({ text }) => text);
  if (isLiteral) return texts.join("\n").trim();
  return texts
    .map((text) => text || "\n")
    .join(" ")
    .replaceAll(" \n ", "\n")
    .trim();
}

/** Without a comment behind it. @param {string} text */
function plain(text) {
  return text.replace(/(^|\s)#.*$/, "").trim();
}

/** @param {string} text @returns {any} */
function scalar(text) {
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(#.*)?$/.exec(text)?.[1];
  if (quoted) return unquoted(quoted);
  const value = plain(text);
  if (/^[[{&*!"'|>%@`]/.test(value)) return list(value);
  if (/^(0|-?[1-9]\d{0,8})$/.test(value)) return Number(value);
  if (/^(true|false)$/.test(value)) return value === "true";
  return value;
}

/** @param {string} text */
function unquoted(text) {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(text);
  }
}

/** @param {string} text @returns {any[]} */
function list(text) {
  const inner = /^\[([^[\]{}]*)\]$/.exec(text)?.[1];
  if (inner === undefined) throw new Unreadable(text);
  return inner.trim() ? inner.split(",").map((item) => scalar(item.trim())) : [];
}

// Reading kommune.yml: the plain form in which such a file is written.

/** @typedef {{indent: number, text: string}} Line */

const KEY = /^([a-z_]+):(?:\s+(.*))?$/;

/** The file has a form that only the build understands. */
class Unreadable extends Error {}

/**
 * @param {string} text
 * @returns {any}
 * @throws {Unreadable}
 */
export function readYaml(text) {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() && !line.trim().startsWith("#"))
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }));
  const [value, end] = block(lines, 0);
  if (end < lines.length) throw new Unreadable(lines[end]?.text);
  return value ?? {};
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
    const [item, end] = mapping(
      [...lines.slice(0, at), { indent: inner, text: rest }, ...lines.slice(at + 1)],
      at,
      inner,
    );
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
    const end = lines.findIndex((other, index) => index > at && other.indent <= indent);
    const inner = lines.slice(at + 1, end < 0 ? lines.length : end);
    if (/^[>|][-+]?( #.*)?$/.test(rest)) {
      found[key] = inner.map(({ text }) => text).join(rest.startsWith("|") ? "\n" : " ");
      at += 1 + inner.length;
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
  if (/^-?\d{1,9}$/.test(value)) return Number(value);
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

// kommune.yml, changed line by line: what the form does not know stays as somebody wrote it.

/**
 * Put a value into the file, or take it out where it is empty.
 * @param {string} text
 * @param {string} name section and field, or a field at the top
 * @param {string|number} value
 * @returns {string}
 */
export function writeValue(text, name, value) {
  const [section, field] = name.includes(".") ? name.split(".") : ["", name];
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const start = section ? lines.findIndex((line) => line.startsWith(`${section}:`)) : -1;
  if (section && start < 0)
    return value === "" ? text : `${text.trimEnd()}\n\n${section}:\n  ${field}: ${written(value)}\n`;
  const end = section ? endOf(lines, start) : lines.length;
  const margin = section ? marginOf(lines.slice(start + 1, end)) : "";
  const at = lines.findIndex(
    (line, index) => index > start && index < end && line.startsWith(`${margin}${field}:`),
  );
  const line = `${margin}${field}: ${written(value)}`;
  const inserted = value === "" ? [] : [line];
  if (at < 0) lines.splice(lastFilled(lines, start, end) + 1, 0, ...inserted);
  else lines.splice(at, valueEnd(lines, at, margin.length) - at, ...inserted);
  return lines.join("\n");
}

/** @param {string|number} value */
function written(value) {
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

/** How far a section is indented. @param {string[]} lines */
function marginOf(lines) {
  const first = lines.find((line) => /^\s+[^\s#]/.test(line));
  return /^\s+/.exec(first ?? "")?.[0] ?? "  ";
}

/** @param {string[]} lines @param {number} start @returns {number} where the next section begins */
function endOf(lines, start) {
  const end = lines.findIndex((line, index) => index > start && /^[a-z]/.test(line));
  return end < 0 ? lines.length : end;
}

/** @param {string[]} lines @param {number} start @param {number} end */
function lastFilled(lines, start, end) {
  let last = end - 1;
  while (last > start && !/^\s+[^\s#]/.test(lines[last] ?? "")) last -= 1;
  return Math.max(last, start);
}

/** @param {string[]} lines @param {number} at @param {number} indent @returns {number} behind a value of several lines */
function valueEnd(lines, at, indent) {
  let end = at + 1;
  // Empty lines belong to it if more of it follows.
  for (let next = end; next < lines.length; next++) {
    const margin = (lines[next] ?? "").search(/\S/);
    if (margin > indent) end = next + 1;
    else if (margin >= 0) break;
  }
  return end;
}

// What a link carries behind „#“, which browsers never send to a server: JSON in UTF-8 as base64url.

const LONGEST_LINK = 100_000;

/**
 * What an address carries under a name; null if it carries nothing of that name.
 *
 * Mail programs escape characters and append others; what cannot belong to the value is left out.
 * @param {string} hash
 * @param {string} name
 * @returns {string|null}
 */
export function linkIn(hash, name) {
  const text = unescaped(hash);
  const start = `#${name}=`;
  return text.startsWith(start) ? text.slice(start.length) : null;
}

/** @param {object} value @returns {string} */
export function encodeLink(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} text
 * @returns {any} an object of unknown content
 * @throws {Error} if the text is damaged
 */
export function decodeLink(text) {
  // The end of an object in base64 is a letter or a digit; hyphens and underscores come from the text around a link.
  const [encoded = ""] = /^[\w-]*[^\W_]/.exec(unescaped(text)) ?? [];
  if (encoded.length > LONGEST_LINK) throw new RangeError("too long");
  const bytes = fromBase64(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (typeof value !== "object" || !value) throw new TypeError("no object");
  return value;
}

/** @param {Uint8Array} bytes @returns {string} */
export function toBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

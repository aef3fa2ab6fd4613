import { make } from "./dom.mjs";

// Some browsers read the bytes only after the click has been handled.
const KEEP_MILLISECONDS = 60_000;

/**
 * Hand a file to the browser's download. Nothing leaves the device.
 * @param {Uint8Array<ArrayBuffer>|string} content
 * @param {string} fileName
 * @param {string} mimeType
 */
export function save(content, fileName, mimeType) {
  const address = URL.createObjectURL(new Blob([content], { type: mimeType }));
  make("a", { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MILLISECONDS);
}

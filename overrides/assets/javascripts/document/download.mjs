// Some browsers read the bytes only after the click has been handled.
const KEEP_MILLISECONDS = 60_000;

/**
 * Hand a file to the browser's download. Nothing leaves the device.
 * @param {Uint8Array|string} content
 * @param {string} fileName
 * @param {string} mimeType
 */
export function save(content, fileName, mimeType) {
  const address = URL.createObjectURL(new Blob([content], { type: mimeType }));
  const $link = document.createElement("a");
  $link.href = address;
  $link.download = fileName;
  $link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MILLISECONDS);
}

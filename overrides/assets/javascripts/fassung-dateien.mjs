// Loaded by fassung.mjs as soon as files are opened or made.

import { download, logo, opened } from "./fassung/files.mjs";

document.addEventListener("fassung:dateien", (event) => {
  /** @type {CustomEvent} */ (event).detail.take({ download, logo, opened });
});

// Loaded by fassung.mjs as soon as files are opened or made.

import { refusal } from "./fassung/ordner/checks.mjs";
import { download, logo, opened } from "./fassung/ordner/files.mjs";
import { isComplete } from "./fassung/ordner/missing.mjs";
import { Finished } from "./fassung/website/finished.mjs";

/** @import {Fassung} from "./fassung/form.mjs" */

const finisher = (/** @type {Fassung} */ form) => new Finished(form);

document.addEventListener("fassung:dateien", (event) => {
  /** @type {CustomEvent} */ (event).detail.take({ download, finisher, isComplete, logo, opened, refusal });
});

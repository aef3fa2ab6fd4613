// What the page carries for the Werkstatt: questions, scale, rules, lists of codes.

import { findAll } from "../shared/dom.mjs";

/** @import {Known} from "./types.mjs" */

/** @param {HTMLElement} $root @returns {Known} */
export function readKnown($root) {
  const {
    regeln = "{}",
    urteile = "{}",
    baender = "[]",
    listen = "[]",
    laender = "[]",
    arten = "[]",
  } = $root.dataset;
  return {
    scale: { rules: JSON.parse(regeln), bands: JSON.parse(baender) },
    rules: JSON.parse(urteile),
    listen: JSON.parse(listen),
    options: { land: ["", ...JSON.parse(laender)], art: ["", ...JSON.parse(arten)] },
    fragen: findAll($root, "[data-frage]").map(({ dataset }) => ({
      id: dataset.frage ?? "",
      nr: dataset.nr ? Number(dataset.nr) : null,
      titel: dataset.titel ?? "",
      frage: dataset.text ?? "",
    })),
  };
}

/** @returns {boolean} whether this browser reads QR codes from a camera */
export function canScan() {
  return "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);
}

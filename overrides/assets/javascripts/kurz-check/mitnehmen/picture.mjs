// The picture as a file of its own: on white paper, without the page's styles.

import { make } from "../../shared/dom.mjs";
import { PAPER, profilePicture } from "../report/picture.mjs";

/** @import {Given, Scale} from "../../shared/types.mjs" */

const WIDTH = 800;
// Sharp on paper as well.
const PIXELS = 2;

/** @param {Given[]} given @param {Scale} scale @returns {string} */
export function pictureAsSvg(given, scale) {
  return new XMLSerializer().serializeToString(profilePicture(given, scale, WIDTH, PAPER));
}

/** @param {Given[]} given @param {Scale} scale @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function pictureAsPng(given, scale) {
  const $picture = new Image();
  $picture.src = `data:image/svg+xml,${encodeURIComponent(pictureAsSvg(given, scale))}`;
  await $picture.decode();
  const $canvas = make("canvas", { width: $picture.width * PIXELS, height: $picture.height * PIXELS });
  const context = $canvas.getContext("2d");
  context?.drawImage($picture, 0, 0, $canvas.width, $canvas.height);
  /** @type {Blob|null} */
  const blob = await new Promise((resolve) => $canvas.toBlob(resolve));
  if (!blob) throw new TypeError("no picture");
  return new Uint8Array(await blob.arrayBuffer());
}

// The files of a municipality's folder: opened, kept as text for the tab, packed.

import { save } from "../../shared/download.mjs";
import { zip } from "../../document/zip.mjs";
import { fromBase64, toBase64 } from "../../shared/link.mjs";
import { fileName } from "../../shared/names.mjs";
import { oddPlace } from "./odd.mjs";
import { readYaml } from "./read.mjs";

/** @import {Kept} from "../logo.mjs" */

const SETTINGS = "kommune.yml";
// The tab remembers no more.
const MOST_BYTES = 2_000_000;
const LARGEST_LOGO = 200_000;
const LOADING = /@import|url\((?!\s*["']?#)|expression\(/i;
const INSIDE = /^\s*(#|data:image\/(png|jpe?g|gif|webp);base64,)/;
const NO_SETTINGS = "Unter den Dateien ist keine kommune.yml. Wählen Sie den ganzen Ordner oder diese Datei.";
const UNREADABLE =
  "Die Datei kommune.yml ist anders aufgebaut, als diese Seite lesen kann. Prüfen Sie sie mit „make check“. Stelle: ";

/**
 * Read what somebody chose: single files or a whole folder.
 * @param {File[]} chosen
 * @param {string[]} names of the fields
 * @param {any} data what the build published
 * @returns {Promise<{settings: string, read: any, files: Kept[]}>}
 * @throws {RangeError} with a message if it is too much, or nothing that the form can take
 */
export async function opened(chosen, names, data) {
  if (chosen.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
    throw new RangeError(
      "Der Ordner ist größer als zwei Megabyte. Lassen Sie große Bilder und PDF-Dateien weg.",
    );
  }
  const files = chosen.map((file) => ({ file, name: pathInFolder(file) }));
  const settings = files.find(({ name }) => name === SETTINGS);
  if (!settings) throw new RangeError(NO_SETTINGS);
  const others = files.filter(
    ({ name }) => name !== SETTINGS && !name.split("/").some((part) => part.startsWith(".")),
  );
  const text = await settings.file.text();
  return {
    settings: text,
    read: settingsIn(text, names, data),
    files: await Promise.all(others.map(async ({ file, name }) => ({ name, inhalt: await base64(file) }))),
  };
}

/** @param {string} text @param {string[]} names @param {any} data */
function settingsIn(text, names, data) {
  try {
    const read = readYaml(text);
    const odd = oddPlace(read, names, data);
    if (odd) throw new Error(odd);
    return read;
  } catch (error) {
    throw new RangeError(UNREADABLE + /** @type {Error} */ (error).message);
  }
}

/**
 * @param {File} file
 * @returns {Promise<Kept>}
 * @throws {RangeError} with a message if it cannot be a logo
 */
export async function logo(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length > LARGEST_LOGO)
    throw new RangeError("Das Logo ist größer als 200 Kilobyte. Verkleinern Sie es.");
  const isPng = [0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte);
  if (!isPng && !isDrawing(new TextDecoder().decode(bytes))) {
    throw new RangeError("Das ist weder ein PNG-Bild noch eine SVG-Zeichnung ohne Skripte und Verweise.");
  }
  return { name: isPng ? "logo.png" : "logo.svg", inhalt: await base64(file) };
}

/** @param {string} text @returns {boolean} the build looks more closely */
function isDrawing(text) {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return (
    root.localName === "svg" &&
    !root.querySelector("script, foreignObject, iframe, a") &&
    ![root, ...root.querySelectorAll("*")].some(isActive) &&
    !/<!(DOCTYPE|ENTITY)/i.test(text)
  );
}

/** Whether something runs or loads. @param {Element} element */
function isActive({ attributes, textContent, localName }) {
  const written = localName === "style" ? (textContent ?? "") : "";
  return (
    LOADING.test(written) ||
    [...attributes].some(
      ({ localName: name, value }) =>
        name.startsWith("on") || LOADING.test(value) || (name === "href" && !INSIDE.test(value)),
    )
  );
}

/**
 * Hand the folder to the browser's download.
 * @param {string} settings the text of kommune.yml
 * @param {Kept[]} files
 * @param {string} name of the municipality
 */
export function download(settings, files, name) {
  const root = fileName([name || "kommune", "ordner"], "zip").replace(/\.zip$/, "");
  const all = [{ name: SETTINGS, bytes: new TextEncoder().encode(settings) }].concat(
    files.map(({ name: path, inhalt }) => ({ name: path, bytes: fromBase64(inhalt) })),
  );
  save(zip(all.map((file) => ({ ...file, name: `${root}/${file.name}` }))), `${root}.zip`, "application/zip");
}

/** @param {File} file @returns {string} the path below the chosen folder */
function pathInFolder(file) {
  const path = file.webkitRelativePath || file.name;
  return path.includes("/") ? path.slice(path.indexOf("/") + 1) : path;
}

/** @param {File} file @returns {Promise<string>} */
async function base64(file) {
  return toBase64(new Uint8Array(await file.arrayBuffer()));
}

// The finished site: the neutral package with a municipality's answers where its plan says they belong.
// The plan comes with the package; the build made it of its own pages (hooks/release/blueprint.py).

import { contentOf, digest, gzipped, packed, textOf } from "./package.mjs";
import { escaped } from "../render.mjs";

/**
 * @import {Entry} from "../../document/zip.mjs"
 * @typedef {string|[name: string, how: string]} Part text as it is, or a value and how it is written
 * @typedef {[at: number, gone: number, come: number[]]} Change of lines
 * @typedef {{form: number, version: string, stand: string, stil: string, gepackt: Record<string, string>,
 *   antrag: any, dateien: Record<string, Record<string, Change[]>>, zeilen: Part[][]}} Plan
 * @typedef {{facts: Set<string>, value: (name: string, path: string) => string,
 *   files: {name: string, bytes: Uint8Array<ArrayBuffer>}[]}} Given what follows from the answers
 */

const PLAN = "server/bauplan.json";
const FINGERPRINT = /\.[0-9a-f]{8}(?=\.css$)/;

/** How values are written where they stand; marks.py names the same ways. @type {Record<string, (value: string) => string>} */
const WAYS = {
  text: (value) => value,
  html: escaped,
  xml: (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  url: (value) =>
    encodeURIComponent(value)
      .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%2F", "/"),
  muster: (value) => value.replace(/[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g, "\\$&"),
};

/**
 * @param {Map<string, Entry>} entries of the neutral package
 * @param {string} version of this page
 * @returns {Promise<Plan>}
 * @throws {RangeError} with a message if package and page do not belong together
 */
export async function planOf(entries, version) {
  const entry = entries.get(PLAN);
  if (!entry) {
    throw new RangeError(
      "In diesem Paket fehlt der Bauplan. Nehmen Sie das neutrale Paket für Webserver, nicht das einer Kommune.",
    );
  }
  const plan = JSON.parse(await textOf(entry));
  if (plan.version !== version) {
    throw new RangeError(
      `Das Paket hat Version ${plan.version}, diese Seite Version ${version}. Öffnen Sie „Ihre Fassung“ in der Version des Pakets. Sie liegt auch im Paket „…-offline-erst-entpacken.zip“ dieser Version.`,
    );
  }
  return plan;
}

/**
 * @param {Map<string, Entry>} entries of the neutral package
 * @param {Plan} plan
 * @param {Given} given
 * @returns {Promise<Map<string, Entry>>} of the finished site, by path
 */
export async function build(entries, plan, given) {
  const pack = (/** @type {string} */ path, /** @type {Uint8Array<ArrayBuffer>} */ bytes) =>
    packed(path, bytes, plan.stand);
  const sheet = await styleSheet(entries, plan, given);
  const value = (/** @type {string} */ name, /** @type {string} */ path) =>
    name === "stil" ? (sheet.path.split("/").pop() ?? "") : given.value(name, path);
  const made = new Map(entries);
  made.delete(PLAN);
  made.delete(plan.stil);
  made.set(sheet.path, await pack(sheet.path, sheet.bytes));
  for (const path of Object.keys(plan.dateien).filter((name) => name !== plan.stil)) {
    const text = await changedText(entries.get(path), plan, path, { ...given, value });
    if (text === null) made.delete(path);
    else made.set(path, await pack(path, new TextEncoder().encode(text)));
  }
  for (const [path, source] of Object.entries(plan.gepackt)) {
    const entry = made.get(source);
    if (entry) made.set(path, await pack(path, await gzipped(await contentOf(entry))));
  }
  for (const { name, bytes } of given.files) made.set(name, await pack(name, bytes));
  return made;
}

/** Its name changes with its content. @param {Map<string, Entry>} entries @param {Plan} plan @param {Given} given */
async function styleSheet(entries, plan, given) {
  const bytes = new TextEncoder().encode(
    (await changedText(entries.get(plan.stil), plan, plan.stil, given)) ?? "",
  );
  const hash = Array.from(await digest(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { path: plan.stil.replace(FINGERPRINT, `.${hash.slice(0, 8)}`), bytes };
}

/**
 * @param {Entry|undefined} entry as it is in the neutral package
 * @param {Plan} plan
 * @param {string} path
 * @param {Given} given
 * @returns {Promise<string|null>} nothing if the file is not part of the site
 */
async function changedText(entry, plan, path, given) {
  const { "": always = [], ...conditional } = plan.dateien[path] ?? {};
  const written = entry ? (await textOf(entry)).split("\n") : [];
  const line = (/** @type {number} */ number) =>
    (plan.zeilen[number] ?? [])
      .map((part) => (typeof part === "string" ? part : WAYS[part[1]]?.(given.value(part[0], path))))
      .join("");
  const lines = changed(written, always, line);
  const found = Object.entries(conditional)
    .filter(([condition]) => condition.split(" ").every((fact) => given.facts.has(fact)))
    .flatMap(([, changes]) => changes);
  const all = changed(lines, found, line);
  return all.length ? all.join("\n") : null;
}

/**
 * From the end, so that earlier lines keep their numbers.
 * @param {string[]} lines
 * @param {Change[]} changes
 * @param {(number: number) => string} line
 */
function changed(lines, changes, line) {
  const all = [...lines];
  for (const [at, gone, come] of [...changes].sort(([one], [other]) => other - one))
    all.splice(at, gone, ...come.map(line));
  return all;
}

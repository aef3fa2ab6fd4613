// The finished site as ZIP, made in the browser from the neutral package and the answers.

import { container } from "../../document/zip.mjs";
import { save } from "../../shared/download.mjs";
import { asName } from "../../shared/names.mjs";
import { given } from "./answers.mjs";
import { build, planOf } from "./building.mjs";
import { entriesOf } from "./package.mjs";

/**
 * @import {Entry} from "../../document/zip.mjs"
 * @import {Kept} from "../logo.mjs"
 * @import {Plan} from "./building.mjs"
 * @typedef {{entries: Map<string, Entry>, plan: Plan}} Package
 */

/**
 * @param {File} file
 * @param {string} version of this page
 * @returns {Promise<Package>}
 * @throws {RangeError} with a message if it is not the neutral package of this version
 */
export async function packageOf(file, version) {
  const entries = entriesOf(new Uint8Array(await file.arrayBuffer()));
  return { entries, plan: await planOf(entries, version) };
}

/**
 * Hand the finished site to the browser's download.
 * @param {Package} neutral
 * @param {any} written answers by section
 * @param {Kept[]} kept files of the folder
 * @param {any} data what the build published
 */
export async function handOver({ entries, plan }, written, kept, data) {
  const made = await build(entries, plan, given(written, kept, data, plan));
  const root = `integration-vor-ort-${plan.version}-${asName(written.kommune.name)}`;
  const all = [...made].sort(([one], [other]) => (one < other ? -1 : 1));
  const files = all.map(([path, entry]) => ({ ...entry, name: `${root}/${path}` }));
  save(container(files), `${root}-webserver.zip`, "application/zip");
}

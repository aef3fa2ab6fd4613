// What of an opened file neither the form nor its preview can take.

import { legalTexts } from "../preview.mjs";

/**
 * Where a file says something else than the form and its preview can take.
 * @param {any} read
 * @param {string[]} names of the fields
 * @param {any} data
 * @returns {string} empty if nowhere
 */
export function oddPlace(read, names, data) {
  for (const name of names) {
    const [section = "", field] = name.split(".");
    const values = read[section] ?? {};
    if (field && (typeof values !== "object" || Array.isArray(values))) return section;
    if (typeof ((field ? values[field] : values) ?? "") === "object" && read[section]) return name;
  }
  try {
    legalTexts(read, data);
    return "";
  } catch {
    return "Angaben für Impressum, Datenschutz oder Barrierefreiheit";
  }
}

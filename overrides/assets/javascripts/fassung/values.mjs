// Answers as they stand in the file, as they are found in what was read, and before anybody answered.

/** Numbers are written without marks. @param {string} name @param {string} value @returns {string|number} */
export function inFile(name, value) {
  const text = value.trim();
  return name === "datenschutz.protokoll_tage" && /^\d+$/.test(text) ? Number(text) : text;
}

/**
 * @param {any} read what the opened file says
 * @param {Iterable<HTMLInputElement|HTMLSelectElement>} fields
 * @returns {any} by section
 */
export function withAnswers(read, fields) {
  const all = structuredClone(read);
  for (const { name, value } of fields) {
    const [section = "", field = ""] = name.split(".");
    const { [field]: _, ...others } = all[section] ?? {};
    const answer = inFile(name, value);
    if (!field) all[section] = value;
    else all[section] = answer === "" ? others : { ...others, [field]: answer };
  }
  return all;
}

/** @param {any} read @param {string} name */
export function valueAt(read, name) {
  return name.split(".").reduce((value, part) => value?.[part], read);
}

/** What a page comes with: of choices the first, else nothing. @param {HTMLInputElement|HTMLSelectElement} $field */
export function untouched($field) {
  return $field instanceof HTMLSelectElement ? ($field.options[0]?.value ?? "") : "";
}

// The saved file: written, read back, checked.  Its schema is published as api/v1/kurzcheck-datei.schema.json.

const FORMAT = "integration-vor-ort/kurz-check";
const MOST_CHARACTERS = 500_000;
const MOST_QUESTIONS = 100;

/** Step n turns a file of version n + 1 into one of version n + 2. */
const MIGRATIONS = [];

/** A file that is refused; the message is for the user. */
export class Refused extends Error {}

const isText = (most) => (value) => typeof value === "string" && value.length <= most;
const isDate = (value) => isText(10)(value) && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const isId = (value) => isText(80)(value) && /^[a-z0-9-]+$/.test(value);
const isStepOf100 = (value) => Number.isInteger(value) && value >= 0 && value <= 100 && value % 10 === 0;
const isAnswer = (value) => value === null || ["weiss-nicht", "trifft-nicht-zu"].includes(value) || isStepOf100(value);

const FIELDS = {
  katalog_stand: isText(40),
  name: isText(120),
  datum: isDate,
  land: isText(40),
  art: isText(40),
  fragen: (value) => Array.isArray(value) && value.length <= MOST_QUESTIONS,
};
const QUESTION_FIELDS = {
  id: isId,
  nr: (value) => value === null || Number.isInteger(value),
  titel: isText(400),
  frage: isText(4000),
  antwort: isAnswer,
  notiz: isText(2000),
};

/** @typedef {{katalog_stand: string, name: string, datum: string, land: string, art: string, fragen: object[]}} Check */

/** @param {Check} check @returns {string} the text of the file */
export function writeFile(check) {
  return `${JSON.stringify({ format: FORMAT, version: MIGRATIONS.length + 1, ...check }, null, 1)}\n`;
}

/** @param {string} text @returns {Check} @throws {Refused} */
export function readFile(text, migrations = MIGRATIONS) {
  if (text.length > MOST_CHARACTERS) throw new Refused("Die Datei ist zu groß für einen Kurz-Check.");
  let data = parse(text);
  if (data?.format !== FORMAT) throw new Refused("Diese Datei stammt nicht aus dem Kurz-Check.");
  const newest = migrations.length + 1;
  if (!Number.isInteger(data.version) || data.version < 1) throw damaged("version");
  if (data.version > newest) {
    throw new Refused("Diese Datei stammt aus einer neueren Fassung des Kurz-Checks. Öffnen Sie sie dort.");
  }
  for (const migrate of migrations.slice(data.version - 1)) data = migrate(data);
  return validated(data);
}

/** Answers for a link, without name and notes. @param {Check} check */
export function toLink({ katalog_stand, datum, land, art, fragen }) {
  const antworten = Object.fromEntries(fragen.map(({ id, antwort }) => [id, antwort]));
  return toBase64Url({ v: 1, katalog_stand, datum, land, art, antworten });
}

/** @param {string} text @returns {Check} @throws {Refused} */
export function fromLink(text) {
  const data = parse(fromBase64Url(text));
  if (data?.v !== 1) throw new Refused("Dieser Link stammt aus einer anderen Fassung des Kurz-Checks.");
  const blank = { nr: null, titel: "", frage: "", notiz: "" };
  const fragen = Object.entries(data.antworten ?? {}).map(([id, antwort]) => ({ ...blank, id, antwort }));
  return validated({ ...data, name: "", fragen });
}

/** @param {object} value @returns {string} JSON as base64url of its UTF-8 bytes */
export function toBase64Url(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text) {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    throw new Refused("Der Link ist unvollständig oder beschädigt.");
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("Die Angaben sind unvollständig oder beschädigt.");
  }
}

function validated(data) {
  const check = picked(data, FIELDS);
  check.fragen = check.fragen.map((question) => picked(question, QUESTION_FIELDS));
  if (new Set(check.fragen.map(({ id }) => id)).size < check.fragen.length) throw damaged("id");
  return check;
}

/** Copy the known fields only, so that nothing else of a hostile file gets any further. */
function picked(data, fields) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, isValid]) => {
      if (!data || !Object.hasOwn(data, name) || !isValid(data[name])) throw damaged(name);
      return [name, data[name]];
    }),
  );
}

function damaged(field) {
  return new Refused(`Die Datei ist beschädigt: Die Angabe „${field}“ fehlt oder ist ungültig.`);
}

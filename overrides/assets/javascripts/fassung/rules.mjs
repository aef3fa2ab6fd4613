// What a value may be; the build refuses the same in the same words (hooks/catalog/model/settings.py).

import { isDay } from "../shared/dates.mjs";
import { isColour } from "./colours.mjs";

const MAILBOX = /^[\w+-]+(\.[\w+-]+)*$/;
const HOST = /^([\p{L}\p{N}]([\p{L}\p{N}]|-(?=[^.])){0,62}\.)+\p{L}{2,63}$/u;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const PHONE =
  /^(\+49|0049|\(?0)[0-9 /()\u00a0\u2007-\u200a\u202f.\u2010-\u2014\u2212-]{4,28}(,? (Durchwahl|Apparat|App\.|DW) ?[0-9-]{0,6})?$/;
const FOLDER =
  /^https?:\/\/(?:[\p{sc=Latin}\d_-]+\.)*[\p{sc=Latin}\d_-]+(?::0*([1-9]\d{0,4}))?\/(?:(?!\.)[\p{L}\p{N}_.~+(),&-]+\/)*$/u;
const COPIED = /(?:%[89a-f][\da-f])+/gi;
const AUTHORITIES = "115";

/** @type {Record<string, [type: string, check: (value: string) => boolean]>} */
const CHECKS = {
  "impressum.email": ["mail_address", isMail],
  "impressum.telefon": ["phone_number", isPhone],
  "farben.hell": ["colour", isColour],
  "website.adresse": ["folder_link", isFolder],
  "barrierefreiheit.geprueft_am": ["day_form", isDay],
};

/**
 * Say why a value is refused; empty if it is fine.
 * @param {string} name section and field
 * @param {string} value
 * @param {Record<string, string>} messages of the build, with {wert} to fill in
 * @returns {string}
 */
export function valueProblem(name, value, messages) {
  if (value === "") return "";
  const [type, check] = CHECKS[name] ?? ["no_markup", isPlain];
  return check(value) && isPlain(value) ? "" : message(messages[isPlain(value) ? type : "no_markup"], value);
}

/** @param {string|undefined} text @param {string} value */
export function message(text, value) {
  return (text ?? "").replaceAll("{wert}", value);
}

/** @param {string} text */
function isMail(text) {
  const at = text.lastIndexOf("@");
  const host = text.slice(at + 1);
  return (
    text.length <= 120 &&
    MAILBOX.test(text.slice(0, Math.max(at, 0))) &&
    HOST.test(host) &&
    !NOT_LATIN.test(host)
  );
}

/** @param {string} text */
function isPhone(text) {
  const digits = text.replace(/[^0-9]/g, "").length;
  const paired = text.replace(/\([^()]*\)/g, "");
  return text === AUTHORITIES || (PHONE.test(text) && digits >= 6 && digits <= 18 && !/[()]/.test(paired));
}

/** @param {string} text */
function isFolder(text) {
  const match = FOLDER.exec(plainAddress(text));
  return !!match && !(Number(match[1]) > 65535) && !/^[^/]*\/\/[^/]*%/.test(text);
}

/** An address with its letters as servers see them; browsers copy those beyond a–z in another way. @param {string} text */
export function plainAddress(text) {
  try {
    return text.replace(COPIED, decodeURIComponent);
  } catch {
    return text;
  }
}

/** @param {string} text */
function isPlain(text) {
  return !/[<>]/.test(text);
}

// Longer addresses are cut off or refused by common mail programs and by web servers.
const LONGEST_MAIL = 1900;
const LONGEST_ISSUE = 7000;
const PASTE = "(Bitte fügen Sie hier den kopierten Vorschlag ein.)";

/** @import {Handover} from "../shared/types.mjs" */

/**
 * Prepare an e-mail.
 * @param {string} contact e-mail address; may be empty
 * @param {string} subject
 * @param {string} yaml
 * @returns {Handover}
 */
export function mailLink(contact, subject, yaml) {
  const write = (/** @type {string} */ text) =>
    `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(mailText(text))}`;
  return shortEnough(write, yaml, LONGEST_MAIL);
}

/**
 * Prepare an issue in the public repository.
 * @param {string} template address with {titel} and {text}
 * @param {string} subject
 * @param {string} yaml
 * @returns {Handover}
 */
export function issueLink(template, subject, yaml) {
  const write = (/** @type {string} */ text) =>
    template
      .replace("{titel}", () => encodeURIComponent(subject))
      .replace("{text}", () => encodeURIComponent(issueText(text)));
  return shortEnough(write, yaml, LONGEST_ISSUE);
}

/**
 * @param {(text: string) => string} write
 * @param {string} yaml
 * @param {number} longest
 * @returns {Handover}
 */
function shortEnough(write, yaml, longest) {
  const address = write(yaml);
  return address.length <= longest ? { address, complete: true } : { address: write(PASTE), complete: false };
}

/** @param {string} text */
export function mailText(text) {
  return `Guten Tag,\r\n\r\nich schlage diesen Eintrag vor:\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n`;
}

/** @param {string} text */
function issueText(text) {
  const fence = "`".repeat(3 + longestRun(text));
  return `Vorschlag aus dem Formular:\n\n${fence}yaml\n${text}\n${fence}\n`;
}

/** @param {string} text */
function longestRun(text) {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
}

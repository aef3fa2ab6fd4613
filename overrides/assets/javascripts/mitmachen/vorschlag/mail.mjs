import { toBase64 } from "../../shared/link.mjs";
import { mailText } from "../handover.mjs";

/**
 * A mail to open, address and send: a readable letter with the entry as a file. No length is too long for it.
 * @param {string} contact e-mail address; may be empty
 * @param {string} subject
 * @param {string} yaml
 * @param {string} name of the attached file
 * @returns {string}
 */
export function mailFile(contact, subject, yaml, name) {
  const boundary = "vorschlag-aus-dem-formular";
  const part = (/** @type {string} */ type, /** @type {string} */ text) =>
    `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${text}`;
  return [
    ...(contact ? [`To: ${contact}`] : []),
    `Subject: =?utf-8?B?${base64(subject)}?=`,
    // Mail programs open it as a draft.
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    part("text/plain; charset=utf-8", `\r\n${inLines(base64(mailText(yaml)))}`),
    part(
      `text/yaml; charset=utf-8; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"\r\n\r\n${inLines(base64(yaml))}`,
    ),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

/** @param {string} text */
function base64(text) {
  return toBase64(new TextEncoder().encode(text));
}

/** Lines of a mail are short. @param {string} text */
function inLines(text) {
  return text.replace(/.{76}/g, "$&\r\n");
}

// The finished Musterantrag leaves the page: as a file, copied or as a link.

import { DOCX_TYPE, toDocx } from "../document/docx.mjs";
import { save } from "../shared/download.mjs";
import { ODT_TYPE, toOdt } from "../document/odt.mjs";
import { TEXT_TYPE, toText } from "../document/text.mjs";
import { find } from "../shared/dom.mjs";
import { fileName } from "../shared/names.mjs";
import { readSelection, writeSelection } from "./handover.mjs";

/**
 * @import {Known, Papers, Selection} from "../shared/types.mjs"
 * @typedef {{papers: Papers, name: string, selection: Selection, known: Known}} Finished
 * @typedef {{text: string, isError?: boolean}} Message
 */

const PAPER = "Antrag-Integration";
const SHEET = "Merkblatt-vor-der-Abgabe";

/** @type {Record<string, Message>} */
const MESSAGES = {
  saved: { text: "Die Datei ist gespeichert. Sie finden sie bei Ihren Downloads." },
  copied: { text: "Der Text liegt in der Zwischenablage." },
  marked: { text: "Der Text ist markiert. Kopieren Sie ihn mit Strg+C oder ⌘+C." },
  link: { text: "Der Link steht im Feld unter den Knöpfen." },
  noLink: {
    text: "Für einen Link ist das zu viel Text. Speichern Sie den Antrag als Datei oder kürzen Sie ihn.",
    isError: true,
  },
};

/** @type {Record<string, (finished: Finished) => string|Promise<string>>} */
const OUTPUTS = {
  docx: ({ papers, name }) => saveAs("docx", toDocx(papers.antrag), DOCX_TYPE, [PAPER, name]),
  odt: ({ papers, name }) => saveAs("odt", toOdt(papers.antrag), ODT_TYPE, [PAPER, name]),
  txt: ({ papers, name }) => saveAs("txt", toText(papers.antrag), TEXT_TYPE, [PAPER, name]),
  merkblatt: ({ papers, name }) => saveAs("docx", toDocx(papers.merkblatt), DOCX_TYPE, [SHEET, name]),
  "merkblatt-odt": ({ papers, name }) => saveAs("odt", toOdt(papers.merkblatt), ODT_TYPE, [SHEET, name]),
  kopie: async ({ papers }) => {
    try {
      await navigator.clipboard.writeText(toText(papers.antrag));
      return "copied";
    } catch {
      getSelection()?.selectAllChildren(find(document, "[data-antrag]"));
      return "marked";
    }
  },
  link: ({ selection, known }) => {
    const link = writeSelection(selection);
    const again = readSelection(link, known).selection;
    if (JSON.stringify(again) !== JSON.stringify(selection)) return "noLink";
    const $field = find(document, "#feld-link", HTMLInputElement);
    $field.value = location.href.split("#")[0] + link;
    find(document, "[data-link]").hidden = false;
    $field.select();
    return "link";
  },
};

/**
 * Do what a button with data-aktion asks for.
 * @param {string} what
 * @param {Finished} finished
 * @returns {Promise<Message|undefined>} what came of it
 */
export async function take(what, finished) {
  const done = await OUTPUTS[what]?.(finished);
  return done ? MESSAGES[done] : undefined;
}

/**
 * @param {string} ending
 * @param {string|Uint8Array<ArrayBuffer>} content
 * @param {string} type
 * @param {string[]} names
 */
function saveAs(ending, content, type, names) {
  save(content, fileName(names, ending), type);
  return "saved";
}

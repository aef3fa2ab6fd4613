// The finished Musterantrag leaves the page: as a file, copied, printed or as a link.

import { save } from "../document/download.mjs";
import { saveDocument } from "../document/save.mjs";
import { TEXT_TYPE, toText } from "../document/text.mjs";
import { find } from "../shared/dom.mjs";
import { fileName } from "../shared/names.mjs";
import { writeSelection } from "./handover.mjs";

/**
 * @import {Doc, Selection} from "../shared/types.mjs"
 * @typedef {{doc: Doc, name: string, selection: Selection, $text: HTMLElement}} Finished
 */

const OUTPUT_TEXTS = {
  saved: "Die Datei ist gespeichert. Sie finden sie bei Ihren Downloads.",
  failed:
    "Die Datei lässt sich gerade nicht erzeugen. Kopieren Sie den Text oder speichern Sie ihn als .txt.",
  copied: "Der Text liegt in der Zwischenablage.",
  marked: "Der Text ist markiert. Kopieren Sie ihn mit Strg+C oder ⌘+C.",
  link: "Der Link steht im Feld unter den Knöpfen.",
};

/**
 * What a button with data-aktion does; each says what came of it.
 * @type {Record<string, (finished: Finished) => string|Promise<string>>}
 */
export const OUTPUTS = {
  docx: (finished) => saveAs("docx", finished),
  odt: (finished) => saveAs("odt", finished),
  txt: ({ doc, name }) => {
    save(toText(doc), titleFor(name, "txt"), TEXT_TYPE);
    return OUTPUT_TEXTS.saved;
  },
  kopie: async ({ doc, $text }) => {
    try {
      await navigator.clipboard.writeText(toText(doc));
      return OUTPUT_TEXTS.copied;
    } catch {
      getSelection()?.selectAllChildren($text);
      return OUTPUT_TEXTS.marked;
    }
  },
  druck: () => {
    window.print();
    return "";
  },
  link: ({ selection }) => {
    const $field = find(document, "#feld-link", HTMLInputElement);
    $field.value = location.href.split("#")[0] + writeSelection(selection);
    find(document, "[data-link]").hidden = false;
    $field.select();
    return OUTPUT_TEXTS.link;
  },
};

/** @param {"docx"|"odt"} format @param {Finished} finished */
async function saveAs(format, { doc, name }) {
  try {
    await saveDocument(doc, format, titleFor(name, format));
    return OUTPUT_TEXTS.saved;
  } catch {
    return OUTPUT_TEXTS.failed;
  }
}

/** @param {string} name @param {string} ending */
function titleFor(name, ending) {
  return fileName(["Antrag-Integration", name], ending);
}

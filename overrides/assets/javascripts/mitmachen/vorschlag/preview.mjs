// The page of an entry before it is sent: drawn when somebody asks for it, never while they type.

import { find } from "../../shared/dom.mjs";
import { loadData } from "../../shared/load.mjs";
import { say } from "../../shared/message.mjs";
import { isThere } from "../../shared/part.mjs";
import { examplePage } from "./page.mjs";

/**
 * @import {Beispiel} from "../../shared/types.mjs"
 * @import {Bekannt} from "./parts.mjs"
 */

export class Preview {
  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$region = find($root, "[data-vorschau]");
    this.$page = find(this.$region, "[data-seite]");
    this.$outdated = find(this.$region, "[data-veraltet]");
  }

  /** @param {Beispiel} beispiel as the catalogue would write it @param {HTMLElement} $report where a failure is said */
  async show(beispiel, $report) {
    const loading = loadData("mitmachen/vorschau.js", "ivoVorschau").then((data) => {
      const known = /** @type {Bekannt} */ (data);
      this.$page.replaceChildren(...examplePage(beispiel, known));
      unbreak(this.$page, known.zusammen);
    });
    if (!(await isThere(loading, (text) => say($report, text, true)))) return;
    say($report, "");
    this.$region.hidden = false;
    this.$outdated.hidden = true;
    find(this.$region, "h3").focus();
  }
}

/** Keeps on one line what the build keeps there. @param {HTMLElement} $page @param {string} spaces a pattern */
function unbreak($page, spaces) {
  const pattern = new RegExp(spaces, "g");
  const texts = document.createTreeWalker($page, NodeFilter.SHOW_TEXT);
  for (let $text = texts.nextNode(); $text; $text = texts.nextNode())
    $text.nodeValue = ($text.nodeValue ?? "").replace(pattern, "\xa0");
}

// The page of an entry before it is sent: drawn when somebody asks for it, never while they type.

import { find } from "../../shared/dom.mjs";
import { loadData } from "../../shared/load.mjs";
import { say } from "../../shared/message.mjs";
import { isThere } from "../../shared/part.mjs";
import { examplePage } from "./page.mjs";

/** @import {Beispiel} from "../../shared/types.mjs" */

export class Preview {
  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$region = find($root, "[data-vorschau]");
    this.$page = find(this.$region, "[data-seite]");
    this.$outdated = find(this.$region, "[data-veraltet]");
  }

  /** @param {Beispiel} beispiel as the catalogue would write it @param {HTMLElement} $report where a failure is said */
  async show(beispiel, $report) {
    const loading = loadData("mitmachen/vorschau.js", "ivoVorschau").then((known) => {
      this.$page.replaceChildren(...examplePage(beispiel, /** @type {any} */ (known)));
    });
    if (!(await isThere(loading, (text) => say($report, text, true)))) return;
    say($report, "");
    this.$region.hidden = false;
    this.$outdated.hidden = true;
    find(this.$region, "h3").focus();
  }
}

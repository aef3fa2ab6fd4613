// The finished proposal: its text, and the ways to pass it on. Nothing leaves the page by itself.

import { save } from "../shared/download.mjs";
import { find } from "../shared/dom.mjs";
import { say } from "../shared/message.mjs";
import { issueLink, mailLink } from "./handover.mjs";
import { toYaml } from "./yaml.mjs";

/** @import {Beispiel, Vorschlagsteil} from "../shared/types.mjs" */

const said = {
  copied: "Kopiert.",
  copyYourself: "Das Kopieren ist hier nicht erlaubt. Der Text ist markiert, drücken Sie Strg und C.",
  paste: "Der Vorschlag ist für eine fertige Nachricht zu lang. Kopieren Sie ihn und fügen Sie ihn dort ein.",
};

export class Finished {
  #subject = "";
  #name = "";

  /** @param {HTMLElement} $root @param {Vorschlagsteil} part that writes mails */
  constructor($root, part) {
    this.$root = $root;
    this.part = part;
    this.$report = find($root, "[data-meldung]");
    this.$yaml = find($root, "[data-yaml]", HTMLTextAreaElement);
  }

  get #contact() {
    return this.$root.dataset.kontakt ?? "";
  }

  /** @param {Beispiel} beispiel @param {boolean} isChange of one that the catalogue has */
  show(beispiel, isChange) {
    this.$yaml.value = toYaml(beispiel);
    this.#name = `beispiel-${beispiel.id}`;
    this.#subject = `${isChange ? "Änderung" : "Neues Beispiel"}: ${beispiel.titel}`;
    const { anliegen } = this.$root.dataset;
    const mail = mailLink(this.#contact, this.#subject, this.$yaml.value);
    const issue = anliegen ? issueLink(anliegen, this.#subject, this.$yaml.value) : null;
    find(this.$root, "[data-mail]", HTMLAnchorElement).href = mail.address;
    const $issue = find(this.$root, "[data-issue]", HTMLAnchorElement);
    $issue.hidden = issue === null;
    if (issue) $issue.href = issue.address;
    say(this.$report, mail.complete && (issue?.complete ?? true) ? "" : said.paste);
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.$yaml.value);
      say(this.$report, said.copied);
    } catch {
      this.$yaml.select();
      say(this.$report, said.copyYourself);
    }
  }

  save() {
    save(this.$yaml.value, `${this.#name}.yml`, "application/yaml");
  }

  saveMail() {
    this.part.use(({ mailFile }) => {
      const mail = mailFile(this.#contact, this.#subject, this.$yaml.value, `${this.#name}.yml`);
      save(mail, `${this.#name}.eml`, "message/rfc822");
    }, this.$report);
  }
}

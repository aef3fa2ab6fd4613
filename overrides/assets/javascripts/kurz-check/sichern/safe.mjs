// Answers leave the page and come back: as a file, as a link, kept on this device, perhaps in several windows.

import { save } from "../../shared/download.mjs";
import { dayOf, shortDate } from "../../shared/dates.mjs";
import { find, make } from "../../shared/dom.mjs";
import { fillPlace } from "../../shared/draw.mjs";
import { Refused } from "../fields.mjs";
import { KEYS, onStored } from "../../shared/storage.mjs";
import { fromLink, readFile, writeFile } from "../file.mjs";
import { fileTitle, savedAs } from "../title.mjs";
import { forgetCheck, keepCheck, keptCheck, keptChecks } from "./kept.mjs";
import { differences, merged } from "./merge.mjs";
import { UNREAD, copyLink, shareLink, showCode, showQr } from "./sharing.mjs";

/**
 * @import {Check, Kept, Loaded, Tool} from "../../shared/types.mjs"
 * @import {Version} from "./merge.mjs"
 */

const TEXTS = {
  full: "Der Speicher dieses Browsers ist voll. Löschen Sie gemerkte Antworten oder sichern Sie diese als Datei.",
  forbidden: "Dieser Browser lässt kein Speichern zu. Sichern Sie die Antworten als Datei.",
  gone: "Diese gemerkten Antworten sind gelöscht worden, vielleicht in einem anderen Fenster. Auf dieser Seite stehen sie noch, werden aber nicht mehr mitgeschrieben.",
  unchanged: "Ihre Antworten auf dieser Seite sind unverändert.",
  replace:
    "Auf dieser Seite stehen Antworten, die Sie noch nicht gesichert haben. Sollen sie ersetzt werden?",
};

export class Safe {
  #tool;
  #listed = "";

  /** @param {Tool} tool */
  constructor(tool) {
    this.#tool = tool;
    onStored(KEYS.kurzCheck, () => this.meet());
    window.addEventListener("pageshow", () => this.meet());
    find(tool.$root, "[data-geteilt]").hidden = !("share" in navigator);
    this.meet();
  }

  /** @type {Record<string, ($button: HTMLButtonElement) => void>} */
  actions = {
    datei: ($button) => this.#saveFile($button),
    merken: ($button) => this.#keep($button),
    fortsetzen: ($button) => this.#goOn($button),
    vergessen: ($button) => this.#forget($button),
    verweis: ($button) => copyLink(this.#tool, $button),
    weitergeben: ($button) => shareLink(this.#tool, $button),
    qr: ($button) => showQr(this.#tool, $button),
    werkstattcode: ($button) => showCode(this.#tool, $button),
    "neu-beginnen": ($button) => this.#startAnew($button),
  };

  /** Bring the page and the check kept on this device together; another window may have changed it. */
  meet() {
    const { record } = this.#tool;
    this.#showKept();
    if (record.slot === null) return;
    const kept = keptCheck(record.slot);
    if (kept) return this.#reconcile(kept);
    record.slot = null;
    this.#tool.memory.keep();
    this.#tool.tell(TEXTS.gone, true);
  }

  /** @param {HTMLInputElement} $input */
  async open($input) {
    const [file] = $input.files ?? [];
    if (!file) return;
    const text = await file.text();
    $input.value = "";
    this.#load(() => readFile(text, this.#tool.form.options), $input, `Die Datei „${file.name}“: `);
  }

  /** @param {string} link @returns {boolean} whether the answers of the link are on the page */
  follow(link) {
    return this.#load(() => fromLink(link, this.#tool.form.options), this.#tool.$root);
  }

  /**
   * Replace the answers by others; refused ones change nothing.
   * @param {() => Loaded} read
   * @param {HTMLElement} $near where somebody works
   * @param {string} source
   * @param {Kept|null} kept
   */
  #load(read, $near, source = "", kept = null) {
    const { form, memory, record } = this.#tool;
    try {
      const { check, lost } = read();
      if (record.unsaved && form.isTouched && !window.confirm(TEXTS.replace)) return false;
      if (form.isTouched) memory.setAside();
      const unknown = form.write(check);
      this.#settle(kept?.id ?? null, kept?.zeiten ?? {});
      this.#tool.tell(loadedText(check, lost, unknown), false, $near);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#tool.tell(`${source}${error.message} ${TEXTS.unchanged}`, true, $near);
      return false;
    }
  }

  /** @param {number|null} slot @param {Record<string, number>} zeiten */
  #settle(slot, zeiten = this.#tool.record.zeiten) {
    Object.assign(this.#tool.record, { slot, zeiten, unsaved: false });
    this.#tool.memory.keep();
    this.#showKept();
    this.#tool.refresh();
  }

  /** @param {HTMLElement} $near @returns {boolean} whether it is saved */
  #saveFile($near) {
    const check = this.#tool.form.read();
    const text = writeFile(check);
    const problem = this.#unreadable(text, check);
    if (problem) {
      this.#tool.tell(problem, true, $near);
      return false;
    }
    const title = fileTitle("kurz-check", check, "json");
    save(text, title, "application/json");
    this.#tool.record.unsaved = false;
    if (this.#tool.memory.isUsed) this.#tool.memory.keep();
    this.#tool.tell(savedAs(title, this.#tool.form.hasDate), false, $near);
    return true;
  }

  /**
   * What was written has to read as what was meant.
   * @param {string} text
   * @param {Check} check
   * @returns {string} why it does not
   */
  #unreadable(text, check) {
    try {
      const { check: again, lost } = readFile(text, this.#tool.form.options);
      if (lost.length) return `${UNREAD} Bitte ändern Sie: ${lost.join(", ")}.`;
      return JSON.stringify(again) === JSON.stringify(check) ? "" : UNREAD;
    } catch (error) {
      return `${UNREAD} ${error instanceof Refused ? error.message : ""}`.trim();
    }
  }

  /** The check so far goes into a file under its date, unless it is kept on this device; then the form is empty. @param {HTMLElement} $near */
  #startAnew($near) {
    const { form, memory, record, tell } = this.#tool;
    const isKept = record.slot !== null;
    if (!isKept && !this.#saveFile($near)) return;
    if (form.isTouched) memory.setAside();
    form.clear();
    Object.assign(record, { slot: null, zeiten: {}, unsaved: false });
    memory.keep();
    location.hash = form.fragen[0]?.id ?? "fragen";
    this.#tool.refresh();
    const where = isKept ? "bleibt auf diesem Gerät gemerkt" : "liegt als Datei bei Ihren Downloads";
    tell(`Der bisherige Check ${where}. Dieser Bogen ist leer.`);
  }

  /** @param {HTMLElement} $near */
  #keep($near) {
    const { form, record, tell } = this.#tool;
    const slot = record.slot ?? Date.now();
    const problem = this.#write(slot, { check: form.read(), zeiten: record.zeiten });
    if (problem) return tell(problem, true, $near);
    this.#settle(slot);
    tell("Gemerkt. Weitere Änderungen werden auf diesem Gerät mitgeschrieben.", false, $near);
  }

  /** @param {number} id @param {Version} version @returns {string} why it is not kept */
  #write(id, { check, zeiten }) {
    const text = writeFile(check);
    const problem = this.#unreadable(text, check);
    if (problem) return problem;
    const outcome = keepCheck({ id, zeit: Date.now(), name: check.name, text, zeiten });
    if (outcome !== "kept") return TEXTS[outcome];
    return keptCheck(id)?.text === text ? "" : TEXTS.forbidden;
  }

  /** @param {Kept} kept */
  #reconcile(kept) {
    const { form, record, memory } = this.#tool;
    const theirs = this.#versionOf(kept);
    if (!theirs) return;
    const both = merged({ check: form.state(), zeiten: record.zeiten }, theirs);
    const taken = differences(form.state(), both.check);
    if (taken.length) {
      form.write(both.check);
      record.zeiten = both.zeiten;
      memory.keep();
      this.#tool.refresh();
      this.#tool.tell(`Aus einem anderen Fenster übernommen: ${taken.join(", ")}.`);
    }
    if (!differences(theirs.check, form.read()).length) return;
    const problem = this.#write(kept.id, { check: form.read(), zeiten: both.zeiten });
    record.unsaved = Boolean(problem);
    memory.keep();
    if (problem) this.#tool.tell(problem, true);
    else this.#showKept();
  }

  /** @param {Kept} kept @returns {Version|null} */
  #versionOf({ text, zeiten = {} }) {
    try {
      return { check: readFile(text, this.#tool.form.options).check, zeiten };
    } catch {
      return null; // the page's answers are written over it with the next change
    }
  }

  /** @param {HTMLButtonElement} $button */
  #goOn($button) {
    const kept = keptCheck(Number($button.dataset.id));
    if (!kept) return this.meet();
    const source = `Die gemerkten Antworten „${titleOf(kept)}“: `;
    this.#load(() => readFile(kept.text, this.#tool.form.options), $button, source, kept);
  }

  /** @param {HTMLButtonElement} $button */
  #forget($button) {
    const id = Number($button.dataset.id);
    const kept = keptCheck(id);
    if (!kept) return this.meet();
    if (!window.confirm(`Die gemerkten Antworten „${titleOf(kept)}“ von diesem Gerät löschen?`)) return;
    const outcome = forgetCheck(id);
    if (outcome !== "kept") return this.#tool.tell(TEXTS[outcome], true, $button);
    const { record, form, memory, $root } = this.#tool;
    if (record.slot === id) Object.assign(record, { slot: null, unsaved: form.isTouched });
    if (record.slot === null && form.isTouched) memory.keep();
    this.#showKept();
    const $next = $root.querySelector("[data-aktion=vergessen]") ?? find($root, "[data-datei]");
    if ($next instanceof HTMLElement) $next.focus();
    this.#tool.tell("Vom Gerät gelöscht.", false, find($root, ".sichern"));
  }

  #showKept() {
    const kept = keptChecks(this.#tool.scale.rules.tage);
    const listed = JSON.stringify(kept.map((item) => [item.id, titleOf(item)]));
    // Drawn anew, a button would lose the focus.
    if (listed === this.#listed) return;
    this.#listed = listed;
    find(this.#tool.$root, "[data-gemerkt]").hidden = !kept.length;
    fillPlace(this.#tool.$root, "gemerkt", kept.map(keptItem));
  }
}

/** @param {Check} check @param {string[]} lost @param {string[]} unknown */
function loadedText({ datum }, lost, unknown) {
  const date = datum && ` vom ${shortDate(datum)}`;
  const gone = lost.length ? ` Nicht lesbar und deshalb leer: ${lost.join(", ")}.` : "";
  const rest = unknown.length
    ? ` Diese Fragen gibt es hier nicht mehr, sie bleiben in der Datei: ${unknown.join(", ")}.`
    : "";
  return `Die Antworten${date} sind geladen.${gone}${rest}`;
}

/** A check kept on this device. @param {Kept} kept */
function keptItem(kept) {
  const button = (/** @type {string} */ aktion, /** @type {string} */ label) =>
    make(
      "button",
      { type: "button", class: "knopf knopf--leise", "data-aktion": aktion, "data-id": kept.id },
      `${label}: ${titleOf(kept)}`,
    );
  return make("li", {}, button("fortsetzen", "Fortsetzen"), button("vergessen", "Löschen"));
}

/** @param {Kept} kept */
function titleOf({ name, zeit }) {
  return `${name || "Ohne Bezeichnung"}, ${shortDate(dayOf(zeit))}`;
}

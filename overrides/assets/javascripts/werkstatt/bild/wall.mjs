// The view for the wall: one question at a time, large, by the arrow keys, names hidden until somebody shows them.

import { find, make } from "../../shared/dom.mjs";
import { fillPlace } from "../../shared/draw.mjs";
import { drawQr } from "../../shared/qr.mjs";
import { frageTitle } from "../../kurz-check/words.mjs";
import { agreedOn, personLabel } from "../room.mjs";
import { dotsOf, verdictNodes } from "./cards.mjs";
import { laterVerdict, rowsOf } from "./rows.mjs";
import { otherAnswers, verdictSentence } from "./words.mjs";

/**
 * @import {Row} from "../types.mjs"
 * @import {WerkstattTool} from "../tool.mjs"
 */

export class Wall {
  #tool;
  #$dialog;
  #place = 0;

  /** @param {WerkstattTool} tool */
  constructor(tool) {
    this.#tool = tool;
    this.#$dialog = find(tool.$root, ".leinwand", HTMLDialogElement);
    this.#$dialog.addEventListener("keydown", (event) => this.#onKey(event));
    this.#$dialog.addEventListener("close", () => this.#closed());
    find(this.#$dialog, "[data-namen]").addEventListener("change", () => this.draw());
  }

  get isOpen() {
    return this.#$dialog.open;
  }

  open() {
    if (!this.isOpen) this.#$dialog.showModal();
    this.draw();
    find(this.#$dialog, "h2").focus();
  }

  close() {
    this.#$dialog.close();
  }

  /** @param {number} step */
  go(step) {
    const count = rowsOf(this.#tool.room, this.#tool.known).length;
    this.#place = Math.min(Math.max(this.#place + step, 0), Math.max(count - 1, 0));
    this.draw();
  }

  draw() {
    if (!this.isOpen) return;
    const { room, known } = this.#tool;
    const rows = rowsOf(room, known);
    const row = rows[this.#place] ?? rows[0];
    if (room.offen && row) this.#drawRow(row, rows.length);
    else this.#drawWaiting();
  }

  /** @param {Row} row @param {number} count */
  #drawRow(row, count) {
    const { room, known } = this.#tool;
    const names = find(this.#$dialog, "[data-namen]", HTMLInputElement).checked;
    const judged = laterVerdict(row);
    const { wert, ziel } = agreedOn(room, row.frage.id);
    const agreed = wert ? ` Gemeinsamer Wert: ${wert} %${ziel ? `, Ziel ${ziel} %` : ""}.` : "";
    const others = otherAnswers(judged)
      .map((text) => ` ${text}.`)
      .join("");
    // The heading has the focus and is not read again when its words change.
    const $spoken = make("span", { class: "nur-vorlesen" }, `: ${frageTitle(row.frage)}`);
    this.#put("stand", `${this.#place + 1} von ${count}`, $spoken);
    this.#put("titel", frageTitle(row.frage));
    this.#put("text", row.frage.frage);
    this.#put("urteil", ...verdictNodes(judged));
    this.#put("satz", `${verdictSentence(judged, known.rules)}${others}${agreed}`);
    const legend = room.personen.map((person) =>
      make("li", {}, `${person.nr} ${personLabel(person, false)}`),
    );
    this.#put(
      "bild",
      dotsOf(row, room, 16, names),
      ...(names ? [make("ul", { class: "legende" }, ...legend)] : []),
    );
  }

  /** Nothing is revealed yet: how people come in, and how many have. */
  #drawWaiting() {
    const stand = find(this.#tool.$root, "[data-stelle=stand]").textContent ?? "";
    const check = new URL("../kurz-check/", location.href);
    check.hash = "";
    // Phones cannot follow an address on this device's disk.
    const isServed = check.protocol !== "file:";
    this.#put("stand", "");
    this.#put("titel", stand);
    this.#put(
      "text",
      isServed ? `Zum Kurz-Check: ${check.href}` : "Beantworten Sie den Kurz-Check für sich.",
    );
    this.#put("urteil");
    this.#put("satz");
    this.#put("bild", ...(isServed ? [drawQr(check.href, "QR-Code zum Kurz-Check")] : []));
  }

  /** @param {string} name @param {...(Node|string)} nodes */
  #put(name, ...nodes) {
    fillPlace(this.#$dialog, `leinwand-${name}`, nodes);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.go(step);
  }

  #closed() {
    if (document.fullscreenElement) document.exitFullscreen();
    if (location.hash !== "#leinwand") return;
    location.replace(this.#tool.isMirror ? "#runde" : "#bild");
  }
}

// The Werkstatt as a whole: one state, kept for the tab, and the views that show it.

import { FIRST_DAY, LAST_DAY, today } from "../shared/dates.mjs";
import { closest, find, findAll, onClick } from "../shared/dom.mjs";
import { linkIn } from "../shared/link.mjs";
import { loadBeside } from "../shared/load.mjs";
import { Memory } from "../shared/memory.mjs";
import { say } from "../shared/message.mjs";
import { Part } from "../shared/part.mjs";
import { KEYS } from "../shared/storage.mjs";
import { canScan, readKnown } from "./page.mjs";
import { drawPeople } from "./wege/people.mjs";
import { agreedOn, countPeople, emptyRoom } from "./room.mjs";
import { keptRoom } from "./datei/saved.mjs";
import { Tabs } from "./tabs.mjs";

/**
 * @import {Vereinbarung, Werkstatt} from "./types.mjs"
 * @import {Message} from "./tabs.mjs"
 * @import {Entering} from "./wege/entering.mjs"
 * @import {RoundPicture} from "./bild/picture.mjs"
 * @typedef {Record<string, string>} Eingaben what stands in the fields of the ways in
 * @typedef {{room: Werkstatt, eingaben: Eingaben}} WerkstattState
 */

const UNDO = "„Vorige Runde zurückholen“ macht es rückgängig.";
const AGREED = /^(wert|ziel|wer|bis|notiz|antrag)-(.+)$/;

export class WerkstattTool {
  room = emptyRoom();
  /** @type {Eingaben} */
  eingaben = {};
  /** Shows the room of another tab; it is nothing to work on here, and nothing of it is kept. */
  isMirror = false;

  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    this.known = readKnown($root);
    const detail = { tool: this };
    /** The ways in. @type {Part<Entering>} */
    this.ways = new Part("werkstatt:wege", () => loadBeside("werkstatt-wege"), detail, this.tell);
    /** What shows answers. @type {Part<RoundPicture>} */
    this.picture = new Part("werkstatt:bild", () => loadBeside("werkstatt-bild"), detail, this.tell);
    for (const $part of findAll($root, "[data-mit-skript]")) $part.hidden = false;
    for (const $part of findAll(document, "[data-ohne-skript]")) $part.hidden = true;
    this.$form = find($root, ".werkstatt__form", HTMLFormElement);
    this.tabs = new Tabs((message) => this.#hear(message));
    /** @type {Memory<WerkstattState>} */
    this.memory = new Memory(
      KEYS.entwurfWerkstatt,
      // A copy: what is set aside must not change with the room.
      () => structuredClone({ room: this.room, eingaben: this.eingaben }),
      (state) => this.#restore(state),
      (text) => this.tell(text, true, document.activeElement),
    );
    find($root, "[data-scanner]").hidden = !canScan();
    for (const $day of findAll($root, "[type=date]")) Object.assign($day, { min: FIRST_DAY, max: LAST_DAY });
    this.#listen();
    this.memory.start(this.$form);
    this.refresh();
    this.#follow();
  }

  /** @type {Record<string, ($button: HTMLElement) => void>} */
  actions = {
    entfernen: ($button) => this.#remove(".personen", without($button)),
    aufdecken: () => this.#reveal(true),
    verdecken: () => this.#reveal(false),
    neu: ($button) => this.#empty($button),
    zurueckholen: () => this.memory.bringBack(),
    "damals-weg": () => this.#remove("#zeiten h2", (room) => (room.damals = null)),
    drucken: () => window.print(),
  };

  #listen() {
    onClick(this.$root, "[data-aktion]", ($button) => {
      const aktion = $button.dataset.aktion ?? "";
      const act = this.actions[aktion];
      if (act) act($button);
      else if (aktion === "sichern" || $button.closest("#runde"))
        this.ways.use((ways) => ways.actions[aktion]?.($button), $button);
      else this.picture.use((picture) => picture.actions[aktion]?.($button), $button);
    });
    const $files = find(this.$root, "[data-dateien]", HTMLInputElement);
    $files.addEventListener("change", () => this.ways.use((ways) => ways.openFiles($files), $files));
    this.$form.addEventListener("keydown", (event) => {
      const field = closest(event, "input[data-eingabe]")?.dataset.eingabe;
      if (field && event.key === "Enter") this.ways.use((ways) => ways.check(field));
    });
    // Loaded with the first touch: it shall be there even if the server is not, later.
    this.$form.addEventListener("focusin", () => this.ways.use(() => {}), { once: true });
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", ({ target }) =>
      this.#entered(/** @type {HTMLInputElement} */ (target)),
    );
    window.addEventListener("hashchange", () => this.#follow());
  }

  /** One field was changed; what stands in it belongs to the state. @param {HTMLInputElement} $field */
  #entered($field) {
    const { name, value, checked } = $field;
    const [, part = "", id = ""] = AGREED.exec(name) ?? [];
    const person = this.room.personen.find(({ nr }) => name === `person-${nr}`);
    if ($field.dataset.eingabe) this.eingaben[$field.dataset.eingabe] = value;
    else if (name === "ziel-der-dateien") this.eingaben[name] = value;
    else if (name === "kommune" || name === "datum") this.room[name] = value;
    else if (name === "verdeckt") this.room.verdeckt = checked;
    else if (person) person.name = value;
    else if (id)
      this.room.vereinbart[id] = { ...agreedOn(this.room, id), [part]: part === "antrag" ? checked : value };
    else return;
    this.memory.keep();
    this.refresh(name === "verdeckt");
  }

  /**
   * Change the room and show it.
   * @param {(room: Werkstatt) => void} [change]
   */
  changed(change) {
    change?.(this.room);
    this.room.datum ||= today();
    if (!this.isMirror) this.memory.keep();
    this.refresh();
  }

  /** Another workshop takes the place of this one, which can be brought back. @param {Werkstatt} room */
  replace(room) {
    if (this.memory.isUsed) this.memory.setAside();
    this.room = room;
    this.changed();
  }

  /** Put something into a field of the ways in. @param {string} name @param {string} value */
  enter(name, value) {
    this.eingaben[name] = value;
    this.#fill();
    this.memory.keep();
  }

  /** @param {WerkstattState|null} state */
  #restore(state) {
    const texts = Object.entries(state?.eingaben ?? {});
    this.eingaben = Object.fromEntries(texts.filter(([, text]) => typeof text === "string"));
    if (state) return this.#take(state.room);
    this.room = emptyRoom();
    this.refresh();
  }

  /** What another page has kept is read like a file: its release may have been another. @param {unknown} kept */
  #take(kept) {
    const { room, problem } = keptRoom(kept);
    this.room = room;
    this.refresh();
    if (problem) this.tell(problem, true);
  }

  /** @param {boolean} all whether the list of people is drawn anew as well */
  refresh(all = true) {
    const { room, known } = this;
    if (all) drawPeople(find(this.$root, "[data-stelle=personen]"), room.personen, known, room.verdeckt);
    this.#fill();
    const { da, fertig } = countPeople(room, known);
    const stand = da ? `${da} da, ${fertig} fertig.` : "Noch ist niemand dabei.";
    for (const $place of findAll(this.$root, "[data-stelle^=stand]"))
      if ($place.textContent !== stand) $place.textContent = stand;
    this.when({
      da: da > 0,
      offen: room.offen,
      verdeckt: !room.offen,
      damals: !!room.damals,
      "ohne-damals": !room.damals,
    });
    find(this.$root, "[data-vorher]").hidden = !this.memory.hasFormer;
    if (!this.isMirror) this.tabs.say({ art: "zustand", room });
    if (room.offen || room.damals) this.picture.use((picture) => picture.draw());
    else this.picture.loaded?.draw();
  }

  /** Show the parts of the page whose condition holds. @param {Record<string, boolean>} holds */
  when(holds) {
    for (const $part of findAll(this.$root, "[data-wenn]")) {
      const name = $part.dataset.wenn ?? "";
      if (name in holds) $part.hidden = !holds[name];
    }
  }

  /** Fields show the state; one that somebody types in is left alone. */
  #fill() {
    for (const $field of /** @type {Iterable<HTMLInputElement>} */ (this.$form.elements)) {
      const { name } = $field;
      const [, part = "", id = ""] = AGREED.exec(name ?? "") ?? [];
      if ($field.dataset.eingabe) put($field, this.eingaben[$field.dataset.eingabe] ?? "");
      else if (name === "ziel-der-dateien") $field.checked = $field.value === (this.eingaben[name] || "dazu");
      else if (name === "kommune" || name === "datum") put($field, this.room[name]);
      else if (name === "verdeckt") $field.checked = this.room.verdeckt;
      else if (part === "antrag") $field.checked = agreedOn(this.room, id).antrag;
      else if (id) put($field, String(agreedOn(this.room, id)[/** @type {keyof Vereinbarung} */ (part)]));
    }
  }

  /** Show the view that the address names; a code in the address is shown first. */
  #follow() {
    const code = linkIn(location.hash, "k");
    if (code !== null) {
      // It leaves the address, and stands in its field even if the ways in cannot be loaded.
      this.enter("code", code);
      find(this.$root, "[data-stelle=vorschau]").classList.add("vorschau--kommt");
      location.replace("#runde");
      this.ways.use((ways) => ways.arrive(code));
      return;
    }
    if (location.hash === "#leinwand") {
      this.isMirror = !this.room.personen.length;
      this.tabs.say({ art: "wer-ist-da" });
      this.picture.use((picture) => picture.openWall());
    } else if (this.isMirror) location.reload();
    else this.picture.loaded?.closeWall();
    const $target = document.getElementById(location.hash.slice(1));
    const $view = $target?.closest("[data-ansicht]") ?? find(this.$root, "#runde");
    for (const $other of findAll(this.$root, "[data-ansicht]")) $other.hidden = $other !== $view;
    for (const $link of findAll(this.$root, ".ansichten__link", HTMLAnchorElement)) {
      if ($link.hash === `#${$view.id}`) $link.setAttribute("aria-current", "true");
      else $link.removeAttribute("aria-current");
    }
    if ($target instanceof HTMLDetailsElement) $target.open = true;
    if ($target && $view.contains($target)) {
      $target.scrollIntoView();
      const $first = $target === $view ? find($view, "h2") : $target.querySelector("summary");
      if ($first instanceof HTMLElement) $first.focus({ preventScroll: true });
    }
  }

  /** @param {Message} message from another tab */
  #hear(message) {
    const isRoom = this.room.personen.length && !this.isMirror;
    if (message.art === "wer-ist-da" && isRoom) this.tabs.say({ art: "zustand", room: this.room });
    else if (message.art === "zustand" && this.isMirror) this.#take(message.room);
    else if (message.art === "code" && isRoom) {
      this.ways.use((ways) => {
        const text = ways.admit(message.adresse);
        this.tell(`Aus einem anderen Tab: ${text}`);
        this.tabs.say({ art: "angenommen", text: `An die offene Werkstatt übergeben. ${text}` });
      });
    } else if (message.art === "angenommen" && !isRoom)
      this.ways.use((ways) => ways.handedOver(message.text));
  }

  /** @param {string} next what has the focus then @param {(room: Werkstatt) => void} change */
  #remove(next, change) {
    this.memory.setAside();
    this.changed(change);
    const $next = find(this.$root, next);
    $next.focus();
    this.tell(`Entfernt. Unter „Runde“: ${UNDO}`, false, $next);
  }

  /** @param {boolean} isOpen */
  #reveal(isOpen) {
    this.changed((room) => (room.offen = isOpen));
    const view = isOpen ? "#bild" : "#runde";
    if (location.hash === view) this.#follow();
    else location.hash = view;
  }

  /** Emptied twice, it is not the empty round that comes back. @param {HTMLElement} $near */
  #empty($near) {
    const { room, eingaben } = this;
    if (JSON.stringify([room, eingaben]) !== JSON.stringify([emptyRoom(), {}])) this.memory.setAside();
    this.#restore(null);
    this.memory.keep();
    this.tell(`Die Runde ist leer. ${UNDO}`, false, $near);
  }

  /**
   * Say something beside where somebody works; everything said before falls silent.
   * @param {string} text
   * @param {boolean} isError
   * @param {Element|null} $near
   */
  tell = (text, isError = false, $near = this.$root) => {
    for (const $other of findAll(this.$root, ".meldung")) say($other, "");
    const $place = $near?.closest(".weg, .mehr, [data-meldeort]");
    say(find($place ?? this.$root, ".meldung"), text, isError);
  };
}

/** @param {HTMLElement} $button of a person @returns {(room: Werkstatt) => void} */
function without({ dataset }) {
  return (room) => (room.personen = room.personen.filter(({ nr }) => nr !== Number(dataset.nr)));
}

/** Set a field only if it differs: somebody may be typing there. @param {HTMLInputElement} $field @param {string} value */
function put($field, value) {
  if ($field.value !== value) $field.value = value;
}

// The ways into the room: typed, pasted, from paper, from files, by the camera.

import { find, make } from "../../shared/dom.mjs";
import { fillPlace } from "../../shared/draw.mjs";
import { save } from "../../shared/download.mjs";
import { writeWorkshop } from "../datei/file.mjs";
import { letIn, personLabel, twinOf } from "../room.mjs";
import { squares } from "../squares.mjs";
import { fileOf } from "../datei/title.mjs";
import { agreedGoals, readFiles, tooMany } from "./files.mjs";
import { Scanner } from "./scan.mjs";
import { fromAddress, fromCode, fromLine, fromPaper } from "./ways.mjs";

/**
 * @import {Incoming, Runde, Werkstatt} from "../types.mjs"
 * @import {Attempt} from "./ways.mjs"
 * @import {WerkstattTool} from "../tool.mjs"
 */

const NO_CAMERA =
  "Die Kamera ist nicht freigegeben. Geben Sie den Code ein oder öffnen Sie den Link am Handy.";

export class Entering {
  #tool;
  /** @type {{incoming: Incoming, name: string}|null} who is shown and not yet in */
  #shown = null;
  /** @type {Scanner|null} */
  #scanner = null;

  /** @param {WerkstattTool} tool */
  constructor(tool) {
    this.#tool = tool;
  }

  /** @type {Record<string, ($button: HTMLElement) => void>} */
  actions = {
    "code-pruefen": () => this.#checkCode(),
    "papier-pruefen": () => this.#checkPaper(),
    vormerken: ($button) => this.#expect($button),
    einfuegen: ($button) => this.#paste($button),
    dazunehmen: ($button) => this.#join($button),
    verwerfen: () => this.#discard(),
    vorschlag: ($button) => this.#accept($button.dataset.code ?? ""),
    scannen: ($button) => this.#scan($button),
    sichern: ($button) => this.#save($button),
  };

  /** A code in the page's address: shown here, or handed to the room in another tab. @param {string} code */
  arrive(code) {
    this.#tool.tabs.say({ art: "code", adresse: `#k=${code}` });
    this.#take(code);
  }

  /** The room in another tab has taken what was shown here. @param {string} text */
  handedOver(text) {
    this.#tool.enter("code", "");
    this.#clear();
    this.#tool.tell(text);
  }

  /** Let in whoever an address brings. @param {string} address @returns {string} what became of it */
  admit(address) {
    const { incoming, problem } = fromAddress(address, "", this.#tool.known);
    return incoming ? this.#letInText([incoming]) : (problem ?? "");
  }

  #checkCode() {
    const { code = "", "code-name": name = "" } = this.#tool.eingaben;
    this.#preview(fromCode(code, name.trim(), this.#tool.known), "vorschau");
  }

  #checkPaper() {
    const { papier = "", "papier-name": name = "" } = this.#tool.eingaben;
    this.#preview(fromPaper(papier, name.trim(), this.#tool.known), "papier-vorschau");
  }

  /** @param {string} code */
  #take(code) {
    this.#tool.enter("code", code);
    this.#checkCode();
  }

  /**
   * Show whose answers these would be; they join after a nod.
   * @param {Attempt} attempt
   * @param {string} name of the place
   */
  #preview({ incoming, problem = "", vorschlaege = [] }, name) {
    this.#clear();
    const $place = find(this.#tool.$root, `[data-stelle="${name}"]`);
    this.#tool.tell(problem, Boolean(problem), $place);
    const entered = this.#tool.eingaben.code ?? "";
    if (!incoming) return $place.replaceChildren(...vorschlaege.map((code) => suggestion(code, entered)));
    this.#shown = { incoming, name };
    const twin = twinOf(this.#tool.room, incoming);
    const { verdeckt } = this.#tool.room;
    const known = twin ? `Dieselben Antworten sind schon in der Runde: ${personLabel(twin, verdeckt)}. ` : "";
    $place.replaceChildren(
      make("p", {}, `${known}Stimmen diese Antworten?`),
      squares(incoming, this.#tool.known),
      make("p", {}, button("dazunehmen", "Ja, dazunehmen", "knopf"), " ", button("verwerfen", "Nein")),
    );
  }

  /** @param {HTMLElement} $near */
  #join($near) {
    if (!this.#shown) return;
    const { incoming } = this.#shown;
    const person = this.#letIn(incoming, $near);
    if (!person) return;
    const field = this.#field;
    for (const name of [field, `${field}-name`]) this.#tool.enter(name, "");
    const label = personLabel(person, this.#tool.room.verdeckt);
    this.#clear();
    this.#tool.changed();
    this.#focus(`[data-eingabe="${field}-name"]`);
    this.#tool.tell(`${label} ist dabei.`, false, find(this.#tool.$root, `[data-eingabe="${field}"]`));
  }

  /** What is pressed here goes away, so the focus goes on. */
  #discard() {
    const field = this.#field;
    this.#clear();
    this.#focus(`[data-eingabe="${field}"]`);
  }

  /** @param {string} code a suggestion */
  #accept(code) {
    this.#take(code);
    this.#focus("[data-aktion=dazunehmen]");
  }

  /** What the answers shown were read from. */
  get #field() {
    return this.#shown?.name === "papier-vorschau" ? "papier" : "code";
  }

  /** @param {string} selector */
  #focus(selector) {
    find(this.#tool.$root, selector).focus();
  }

  #clear() {
    this.#shown = null;
    for (const name of ["vorschau", "papier-vorschau"]) fillPlace(this.#tool.$root, name, []);
  }

  /** Somebody who is there and has not finished yet. @param {HTMLElement} $near */
  #expect($near) {
    const name = (this.#tool.eingaben["code-name"] ?? "").trim();
    if (!name) return this.#tool.tell("Geben Sie zuerst einen Namen oder eine Rolle ein.", true, $near);
    const nothing = { ort: "", datum: "", stand: "", antworten: {}, ziele: {} };
    if (!this.#letIn({ name, quelle: "name", ...nothing }, $near)) return;
    this.#tool.enter("code-name", "");
    this.#tool.changed();
    this.#tool.tell(`${name} ist vorgemerkt. Der Code folgt unter demselben Namen.`, false, $near);
  }

  /** @param {Incoming} incoming @param {HTMLElement} $near where it is said that there is no room left */
  #letIn(incoming, $near) {
    const { room, known, tell } = this.#tool;
    const person = letIn(room, incoming, known.rules.personen);
    if (!person) tell(tooMany(1, known), true, $near);
    return person;
  }

  /** Lines that are refused stay in the field. @param {HTMLElement} $near */
  #paste($near) {
    const lines = (this.#tool.eingaben.viele ?? "").split("\n").filter((line) => line.trim());
    if (!lines.length) return this.#tool.tell("Fügen Sie zuerst Codes oder Links ein.", true, $near);
    const tried = lines.map((line) => ({ line, ...fromLine(line, this.#tool.known) }));
    const refused = tried.filter(({ incoming }) => !incoming);
    const text = this.#letInText(tried.flatMap(({ incoming }) => incoming ?? []));
    this.#tool.enter("viele", refused.map(({ line }) => line).join("\n"));
    const problems = refused.map(({ line, problem }) => `„${line.slice(0, 60)}“: ${problem}`);
    this.#tool.tell([text, ...problems].join(" "), problems.length > 0, $near);
  }

  /** @param {Incoming[]} people @param {Runde} runde @returns {string} who came in, and who was in already */
  #letInText(people, runde = this.#tool.room) {
    const { known, room } = this.#tool;
    /** @type {string[]} */
    const joined = [];
    /** @type {string[]} */
    const twins = [];
    for (const incoming of people) {
      const twin = twinOf(runde, incoming);
      const person = twin ? null : letIn(runde, incoming, known.rules.personen);
      if (twin) twins.push(personLabel(twin, room.verdeckt));
      else if (person) joined.push(personLabel(person, room.verdeckt));
    }
    this.#tool.changed();
    const left = people.length - joined.length - twins.length;
    return [
      joined.length ? `Dabei: ${joined.join(", ")}.` : "",
      twins.length ? `Schon in der Runde, mit denselben Antworten: ${twins.join(", ")}.` : "",
      left ? tooMany(left, known) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** @param {HTMLInputElement} $input */
  async openFiles($input) {
    const files = [...($input.files ?? [])].map(async (file) => ({
      name: file.name,
      text: await file.text(),
    }));
    const read = await Promise.all(files);
    $input.value = "";
    const { eingaben, known, room } = this.#tool;
    const goal = eingaben["ziel-der-dateien"] || "dazu";
    const { people, workshops, said } = readFiles(read, goal, known);
    if (goal === "weiter") said.unshift(this.#goOnWith(workshops));
    else if (people.length)
      said.unshift(this.#letInText(people, goal === "damals" ? this.#former(workshops) : room));
    this.#tool.tell(said.filter(Boolean).join(" "), false, $input);
  }

  /** @param {Werkstatt[]} workshops @returns {string} what became of them */
  #goOnWith([workshop, ...others]) {
    if (others.length) return "Fehler: Zum Fortsetzen öffnen Sie bitte genau eine Werkstatt.";
    if (!workshop) return "";
    this.#tool.replace(workshop);
    return "Die Werkstatt ist geöffnet.";
  }

  /** People at an earlier date, with what they agreed then. @param {Werkstatt[]} workshops @returns {Runde} */
  #former(workshops) {
    const { room } = this.#tool;
    const damals = room.damals ?? { kommune: "", datum: "", personen: [], ziele: {} };
    const [first] = workshops;
    if (first && !damals.personen.length)
      Object.assign(damals, { kommune: first.kommune, datum: first.datum });
    Object.assign(damals.ziele, ...workshops.map(agreedGoals));
    room.damals = damals;
    return damals;
  }

  /** @param {HTMLElement} $button */
  async #scan($button) {
    const $video = find(this.#tool.$root, ".weg__bild", HTMLVideoElement);
    this.#scanner ??= new Scanner($video, (text) => this.#tool.tell(this.admit(text), false, $button));
    if (this.#scanner.isOn) {
      this.#scanner.stop();
      $button.textContent = "Kamera einschalten";
      return;
    }
    try {
      await this.#scanner.start();
      $button.textContent = "Kamera ausschalten";
    } catch {
      this.#scanner.stop();
      this.#tool.tell(NO_CAMERA, true, $button);
    }
  }

  /** @param {HTMLElement} $near */
  #save($near) {
    const name = fileOf(this.#tool.room, "json");
    save(writeWorkshop(this.#tool.room), name, "application/json");
    this.#tool.tell(`Gesichert als ${name}.`, false, $near);
  }

  /** Enter in a field of the ways in checks what stands there. @param {string} field */
  check(field) {
    if (field.startsWith("code")) this.#checkCode();
    else this.#checkPaper();
  }
}

/** @param {string} code @param {string} entered */
function suggestion(code, entered) {
  const typed = entered.replace(/[\s–-]/g, "").toUpperCase();
  let place = 0;
  const signs = [...code].map((sign) => {
    if (sign === "-") return sign;
    return sign === typed[place++] ? sign : make("mark", {}, sign);
  });
  const $button = button("vorschlag", "");
  $button.dataset.code = code;
  $button.append("Meinten Sie ", make("span", { class: "code" }, ...signs), "?");
  return make("p", {}, $button);
}

/** @param {string} aktion @param {string} text @param {string} look */
function button(aktion, text, look = "knopf knopf--leise") {
  return make("button", { type: "button", class: look, "data-aktion": aktion }, text);
}

// The ways into the room: typed, pasted, from paper, from files, by the camera.

import { Refused } from "../../kurz-check/file.mjs";
import { fillPlace, find, make } from "../../shared/dom.mjs";
import { save } from "../../shared/download.mjs";
import { openAny, writeWorkshop } from "../file.mjs";
import { squares } from "./people.mjs";
import { letIn, personLabel, twinOf } from "../room.mjs";
import { Scanner } from "./scan.mjs";
import { fromAddress, fromCode, fromLine, fromPaper } from "./ways.mjs";

/**
 * @import {Incoming, Runde, Werkstatt} from "../types.mjs"
 * @import {Attempt} from "./ways.mjs"
 * @import {WerkstattTool} from "../tool.mjs"
 */

const NO_CAMERA =
  "Die Kamera ist nicht freigegeben. Geben Sie den Code ein oder öffnen Sie den Link am Handy.";

/** A message names so many of the things that cannot be read, and counts the rest. */
const MOST_NAMED = 12;

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
    verwerfen: () => this.#clear(),
    vorschlag: ($button) => this.#take($button.dataset.code ?? ""),
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
    const { incoming, name } = this.#shown;
    const person = letIn(this.#tool.room, incoming);
    for (const field of name === "vorschau" ? ["code", "code-name"] : ["papier", "papier-name"])
      this.#tool.enter(field, "");
    const label = personLabel(person, this.#tool.room.verdeckt);
    this.#clear();
    this.#tool.changed();
    this.#tool.tell(`${label} ist dabei.`, false, $near.closest(".weg") ?? this.#tool.$root);
    const field = name === "vorschau" ? "code-name" : "papier-name";
    find(this.#tool.$root, `[data-eingabe="${field}"]`).focus();
  }

  #clear() {
    this.#shown = null;
    for (const name of ["vorschau", "papier-vorschau"]) fillPlace(this.#tool.$root, name, []);
  }

  /** Somebody who is there and has not finished yet. @param {HTMLElement} $near */
  #expect($near) {
    const name = (this.#tool.eingaben["code-name"] ?? "").trim();
    if (!name) return this.#tool.tell("Geben Sie zuerst einen Namen oder eine Rolle ein.", true, $near);
    letIn(this.#tool.room, { name, ort: "", quelle: "name", datum: "", stand: "", antworten: {} });
    this.#tool.enter("code-name", "");
    this.#tool.changed();
    this.#tool.tell(`${name} ist vorgemerkt. Der Code folgt unter demselben Namen.`, false, $near);
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
      if (twin) twins.push(personLabel(twin, room.verdeckt));
      else if (runde.personen.length < known.rules.personen)
        joined.push(personLabel(letIn(runde, incoming), room.verdeckt));
    }
    this.#tool.changed();
    const left = people.length - joined.length - twins.length;
    return [
      joined.length ? `Dabei: ${joined.join(", ")}.` : "",
      twins.length ? `Schon in der Runde, mit denselben Antworten: ${twins.join(", ")}.` : "",
      left ? `${left} passen nicht mehr hinein: Höchstens ${known.rules.personen} Personen.` : "",
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** @param {HTMLInputElement} $input */
  async openFiles($input) {
    const files = [...($input.files ?? [])];
    const texts = await Promise.all(files.map((file) => file.text()));
    $input.value = "";
    /** @type {string[]} */
    const said = [];
    /** @type {Incoming[]} */
    const people = [];
    const goal = this.#tool.eingaben["ziel-der-dateien"] || "dazu";
    for (const [index, text] of texts.entries()) {
      try {
        const opened = openAny(text, this.#tool.known);
        if ("room" in opened) said.push(this.#openWorkshop(opened.room, goal, people));
        else if (goal === "weiter") throw new Refused("Zum Fortsetzen braucht es eine gesicherte Werkstatt.");
        else people.push(opened.incoming);
        if (opened.lost.length) said.push(unreadable(files[index]?.name ?? "", opened.lost));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        said.push(`Fehler: „${files[index]?.name}“: ${error.message}`);
      }
    }
    const runde = goal === "damals" && people.length ? this.#former() : this.#tool.room;
    const text = this.#letInText(people, runde);
    this.#tool.tell([text, ...said].filter(Boolean).join(" "), false, $input);
  }

  /** @returns {Runde} people at an earlier date */
  #former() {
    const { room } = this.#tool;
    room.damals ??= { kommune: "", datum: "", personen: [] };
    return room.damals;
  }

  /** @param {Werkstatt} workshop @param {string} goal @param {Incoming[]} people who are to come in */
  #openWorkshop(workshop, goal, people) {
    if (goal === "weiter") {
      this.#tool.replace(workshop);
      return "Die Werkstatt ist geöffnet.";
    }
    const runde = goal === "damals" ? this.#former() : this.#tool.room;
    if (goal === "damals" && !runde.personen.length)
      Object.assign(runde, { kommune: workshop.kommune, datum: workshop.datum });
    for (const { nr, zweite, ...person } of workshop.personen) {
      const antworten = { ...person.antworten, ...zweite };
      const ort = goal === "damals" ? person.ort : person.ort || workshop.kommune;
      const datum = person.datum || workshop.datum;
      people.push({ ...person, antworten, ort, datum, quelle: "werkstatt" });
    }
    return "";
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
    const name = this.#tool.fileName("json");
    save(writeWorkshop(this.#tool.room), name, "application/json");
    this.#tool.tell(`Gesichert als ${name}.`, false, $near);
  }

  /** Enter in a field of the ways in checks what stands there. @param {string} field */
  check(field) {
    if (field.startsWith("code")) this.#checkCode();
    else this.#checkPaper();
  }
}

/** @param {string} name of the file @param {string[]} lost */
function unreadable(name, lost) {
  const more = lost.length > MOST_NAMED ? ` und ${lost.length - MOST_NAMED} weitere Angaben` : "";
  return `„${name}“: Nicht lesbar und deshalb leer: ${lost.slice(0, MOST_NAMED).join(", ")}${more}.`;
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

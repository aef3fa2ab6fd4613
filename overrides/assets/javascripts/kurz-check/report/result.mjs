import { find, findAll, make } from "../../shared/dom.mjs";
import { fillPlace } from "../../shared/draw.mjs";
import { encodeLink } from "../../shared/link.mjs";
import { readFrage, readStellen } from "./fragen.mjs";
import { composeReport } from "./compose.mjs";
import { drawPoster, drawReport } from "./draw.mjs";
import { PAGE, PAPER, profilePicture } from "./picture.mjs";
import { composePoster } from "./poster.mjs";
import { readPlan } from "./plan.mjs";
import { frageTitle } from "../words.mjs";

/**
 * @import {Check, Doc, Frage, Gestellt, Given, Scale, Start} from "../../shared/types.mjs"
 * @import {Form} from "../form.mjs"
 */

const WIDEST = 900;
const PAPER_WIDTH = 800;

/** The result of the answers in the form. */
export class Result {
  #form;
  #scale;
  #plan;
  #stellen;
  #pictured = "";
  /** @type {Map<string, Frage>} */
  #read = new Map();
  /** @type {import("./compose.mjs").Result|null} */
  report = null;

  /** @param {HTMLElement} $section @param {Form} form @param {Scale} scale */
  constructor($section, form, scale) {
    this.$section = $section;
    this.#form = form;
    this.#scale = scale;
    this.#plan = readPlan($section);
    this.#stellen = readStellen($section);
    $section.addEventListener("input", ({ target }) => this.#setGoal(target));
    window.addEventListener("resize", () => this.#drawPicture());
  }

  show() {
    const fragen = this.#form.fragen.map((gestellt) => this.#frage(gestellt));
    const check = this.#form.read();
    const [address = ""] = location.href.split("#");
    const around = {
      address,
      klassen: this.#form.options.groesse?.filter(Boolean) ?? [],
      stellen: this.#stellen,
    };
    this.report = composeReport(this.#plan, fragen, check, this.#scale, around);
    drawReport(this.$section, this.report);
    this.#drawPicture();
    this.#showPlan(this.report.starts);
    fillPlace(this.$section, "zurueckgestellt", this.report.aside.map(asideItem));
    find(this.$section, "[data-antrag]", HTMLAnchorElement).hash = handOver(check, this.report.starts);
  }

  /** As wide as there is room. */
  #drawPicture() {
    const $place = find(this.$section, "[data-bild]");
    const width = Math.min($place.clientWidth, WIDEST);
    if (!width || !this.report) return;
    const { given } = this.report;
    const text = JSON.stringify([width, given.map(({ frage, answer, ziel }) => [frage.id, answer, ziel])]);
    if (text === this.#pictured) return;
    this.#pictured = text;
    $place.replaceChildren(profilePicture(given, this.#scale, width, PAGE));
  }

  /** The page to hand round. @returns {Doc|null} */
  get poster() {
    return this.report && composePoster(this.report, this.#form.read());
  }

  /** Paper shows what is folded on the screen, or the one page instead. */
  prepareForPaper() {
    const { poster, report } = this;
    if (!poster || !report) return;
    for (const $more of findAll(this.$section, ".schritt details", HTMLDetailsElement)) $more.open = true;
    const $picture = profilePicture(report.given, this.#scale, PAPER_WIDTH, PAPER);
    drawPoster(find(this.$section, "[data-plakat]"), poster, $picture);
  }

  /** The fields of the plan, for the questions taken up, in their order. @param {Start[]} starts */
  #showPlan(starts) {
    const ids = starts.map(({ frage }) => frage.id);
    const $fields = findAll(this.$section, "[data-plan]");
    for (const $field of $fields) $field.hidden = !ids.includes($field.dataset.plan ?? "");
    for (const { frage, ziel } of starts) {
      const $goal = find(this.$section, `[data-ziel="${frage.id}"]`, HTMLSelectElement);
      $goal.value = String(ziel ?? "");
    }
    const $shown = $fields.filter(($field) => !$field.hidden);
    const isInOrder = $shown.every(($field, place) => $field.dataset.plan === ids[place]);
    if (!isInOrder)
      $shown[0]?.parentElement?.append(...ids.map((id) => find(this.$section, `[data-plan="${id}"]`)));
  }

  /** The goal of a question can be chosen here too; its field is in the form. @param {EventTarget|null} $target */
  #setGoal($target) {
    if ($target instanceof HTMLSelectElement && $target.dataset.ziel)
      this.#form.setGoal($target.dataset.ziel, $target.value);
  }

  /** Read once: the page does not change what it says of a question. @param {Gestellt} gestellt */
  #frage(gestellt) {
    const frage = this.#read.get(gestellt.id) ?? readFrage(gestellt);
    this.#read.set(gestellt.id, frage);
    return frage;
  }
}

/** What the Musterantrag takes over: the questions taken up, and what is known of the place. @param {Check} check @param {Start[]} starts */
function handOver({ datum, land, art, groesse, kommune }, starts) {
  const punkte = starts.map(({ frage: { id, nr, empfehlungen }, answer, ziel }) => {
    return { frage: id, nr, wert: answer, empfehlungen, ...(ziel !== null && { ziel }) };
  });
  const known = Object.entries({ land, art, groesse, name: kommune }).filter(([, value]) => value);
  return `von-kurzcheck=${encodeLink({ v: 1, datum, punkte, ...Object.fromEntries(known) })}`;
}

/** @param {Given} given */
function asideItem({ frage }) {
  const name = frageTitle(frage);
  const $button = make(
    "button",
    { type: "button", class: "knopf knopf--leise", "data-aktion": "aufnehmen", "data-frage": frage.id },
    "Wieder aufnehmen",
    make("span", { class: "nur-vorlesen" }, `: ${name}`),
  );
  return make("li", {}, `${name} `, $button);
}

import { Fields, WORDS } from "./musterantrag/fields.mjs";
import { readHandover, readSelection } from "./musterantrag/handover.mjs";
import { OUTPUTS } from "./musterantrag/output.mjs";
import { readPlan, readQuestions, showDocument } from "./musterantrag/page.mjs";
import { composeMusterantrag } from "./musterantrag/plan.mjs";
import { closest, find, findAll, make } from "./shared/dom.mjs";
import { longDate } from "./shared/dates.mjs";

/** @import {Choices, Doc, Selbsteinschaetzung, Selection, Word} from "./shared/types.mjs" */

const TEXTS = {
  open: "Noch offen – im Antrag stehen dafür Klammern:",
  complete: "Alle Angaben sind da.",
  noProposal: "Für dieses Land und diese Art haben wir keinen belegten Namen. Bitte wählen Sie selbst.",
  selection: "Die Auswahl aus dem Link ist übernommen.",
  foreign: "Der Link passt nicht zu dieser Fassung der Website. Es wurde nichts übernommen.",
};

/** The form that composes the Musterantrag, and the text below it. */
class Musterantrag {
  #proposed = "";
  /** @type {Doc|null} */
  #doc = null;

  /** @param {HTMLFormElement} $form @param {HTMLElement} $text */
  constructor($form, $text) {
    this.$form = $form;
    this.$text = $text;
    this.fields = new Fields($form);
    this.plan = readPlan($text);
    const empfehlungen = new Set(this.plan.blocks.map((block) => block.empfehlung).filter(Boolean));
    this.known = { questions: readQuestions(this.$("fragen")), empfehlungen };
  }

  start() {
    this.$form.hidden = false;
    find(document, "[data-ohne-skript]").hidden = true;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", ({ target }) =>
      this.onInput(/** @type {HTMLInputElement} */ (target)),
    );
    this.$form.addEventListener("click", (event) => this.onClick(event));
    window.addEventListener("hashchange", () => this.readAddress());
    this.readAddress();
  }

  /** @param {HTMLInputElement} $field */
  onInput($field) {
    if ($field.dataset.alle) this.fields.tickAll($field.dataset.alle, $field.checked);
    if ($field.name === "land" || $field.name === "kommune") this.proposeGremium();
    const [word = "", part] = $field.name.split("-");
    if (part === "artikel" || part === "nominativ") this.fields.proposeCases(word);
    this.update();
  }

  /** @param {Event} event */
  onClick(event) {
    const { aktion, ziel } = closest(event, "[data-aktion], [data-ziel]")?.dataset ?? {};
    if (aktion) this.output(aktion);
    if (!ziel) return;
    // The address may carry a selection; a jump would replace it.
    event.preventDefault();
    this.fields.field(ziel).focus();
  }

  /** The part of the form marked with a data attribute. @param {string} mark */
  $(mark) {
    return find(this.$form, `[data-${mark}]`);
  }

  /** @param {string} where @param {string} text */
  say(where, text) {
    this.$(where).textContent = text;
  }

  update() {
    const choices = this.fields.choices();
    this.#doc = composeMusterantrag(this.plan, choices);
    this.showFields(choices);
    this.fields.showParents();
    this.showSelbsteinschaetzung(this.fields.selbsteinschaetzung);
    this.showOpen(choices);
    showDocument(this.$text, this.#doc);
  }

  /** @param {Choices} choices */
  showFields({ kommune, antragsteller }) {
    for (const name of WORDS) this.$(`eigene=${name}`).hidden = !this.fields.isOwn(name);
    this.$("eingabe=name").hidden = kommune.chosen && !needsName(kommune);
    this.$("eingabe=zusatz").hidden = !needsName(antragsteller);
  }

  /** @param {Choices} choices */
  showOpen(choices) {
    const missing = [
      ...WORDS.filter((name) => !choices[name].chosen),
      ...(!choices.name && !this.$("eingabe=name").hidden ? ["name"] : []),
      ...(!choices.zusatz && needsName(choices.antragsteller) ? ["zusatz"] : []),
      ...(choices.datum ? [] : ["datum"]),
    ];
    this.say("offen", missing.length ? TEXTS.open : TEXTS.complete);
    this.$("offene-felder").replaceChildren(...missing.map((name) => this.openField(name)));
  }

  /** @param {string} name */
  openField(name) {
    const label = this.fields.field(name).labels?.[0]?.textContent ?? "";
    return make("li", {}, make("a", { href: `#feld-${name}`, "data-ziel": name }, label));
  }

  /** Propose the usual name of the body; a choice made by hand stays. */
  proposeGremium() {
    const land = this.fields.field("land").value;
    const kind = this.fields.field("kommune").value;
    if (!land || !kind) return;
    const $found = findAll(document, "[data-gremium]").find(
      ({ dataset }) => dataset.land === land && dataset.arten?.split(" ").includes(kind),
    );
    const gremium = $found?.dataset.gremium ?? "";
    const $choice = this.fields.field("gremium");
    if ($choice.value === this.#proposed) $choice.value = gremium;
    this.#proposed = gremium;
    const source = () => $found?.closest("li")?.querySelector("a")?.cloneNode(true) ?? "";
    const note = $found
      ? [`Vorschlag für ${land}: ${$found.textContent}. Quelle: `, source()]
      : [TEXTS.noProposal];
    this.$("vorschlag").replaceChildren(...note);
  }

  readAddress() {
    /** @type {{selbsteinschaetzung?: Selbsteinschaetzung, selection?: Selection, problem?: string}} */
    const { selbsteinschaetzung, selection, problem } = {
      ...readHandover(location.hash, this.known),
      ...readSelection(location.hash, this.known),
    };
    if (selbsteinschaetzung) this.takeSelbsteinschaetzung(selbsteinschaetzung);
    if (selection) this.say("meldung", this.fields.write(selection) ? TEXTS.selection : TEXTS.foreign);
    if (problem) this.say("meldung", problem);
    this.update();
  }

  /** @param {Selbsteinschaetzung} selbsteinschaetzung */
  takeSelbsteinschaetzung(selbsteinschaetzung) {
    this.fields.selbsteinschaetzung = selbsteinschaetzung;
    const ids = selbsteinschaetzung.punkte.flatMap(({ empfehlungen }) => empfehlungen);
    for (const id of ids) this.fields.tickAll(`auftrag/${id}`, true);
    const date = longDate(selbsteinschaetzung.datum);
    this.say("meldung", `Aus dem Kurz-Check vom ${date} sind die passenden Aufträge schon angekreuzt.`);
  }

  /** @param {Selbsteinschaetzung|null} selbsteinschaetzung */
  showSelbsteinschaetzung(selbsteinschaetzung) {
    const $points = (selbsteinschaetzung?.punkte ?? []).map(({ nr, titel, wert }) =>
      make("li", {}, `${nr ? `Frage ${nr}` : "Zusatzfrage"}, ${titel}: ${wert} %`),
    );
    this.$("punkte").replaceChildren(...$points);
    this.$("kurzcheck").hidden = !selbsteinschaetzung;
  }

  /** @param {string} what one of the values of data-aktion */
  async output(what) {
    if (!this.#doc) return;
    const { fields } = this;
    const name = fields.isOwn("kommune") ? fields.text("kommune-nominativ") : fields.text("name");
    const finished = { doc: this.#doc, name, selection: fields.read(), $text: this.$text };
    const message = await OUTPUTS[what]?.(finished);
    if (message) this.say("ergebnis", message);
  }
}

/** @param {Word} word */
function needsName({ forms, chosen }) {
  return chosen && forms.nominativ.includes("{name}");
}

for (const $form of findAll(document, "[data-module=musterantrag]", HTMLFormElement)) {
  new Musterantrag($form, find(document, "[data-antrag]")).start();
}

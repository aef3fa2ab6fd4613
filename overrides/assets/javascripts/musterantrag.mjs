import { Fields, WORDS } from "./musterantrag/fields.mjs";
import { readHandover, readSelection } from "./musterantrag/handover.mjs";
import { closest, find, findAll, make } from "./shared/dom.mjs";
import { longDate } from "./shared/dates.mjs";
import { loadBeside } from "./shared/load.mjs";
import { Memory } from "./shared/memory.mjs";
import { say } from "./shared/message.mjs";
import { KEYS } from "./shared/storage.mjs";

/** @import {AntragState, Choices, Doc, Selbsteinschaetzung, Selection, Word} from "./shared/types.mjs" */

const TEXTS = {
  open: "Noch offen – im Antrag stehen dafür Klammern:",
  complete: "Alle Angaben sind da.",
  noProposal: "Für dieses Land und diese Art haben wir keinen belegten Namen. Bitte wählen Sie selbst.",
  selection: "Die Auswahl aus dem Link ist übernommen.",
  gone: "Diese Teile gibt es hier nicht, sie fehlen:",
  replace: "Im Formular steht schon eine Auswahl. Soll die aus dem Link sie ersetzen?",
  kept: "Ihre Auswahl ist geblieben, wie sie war.",
  failed: "Das geht gerade nicht. Markieren Sie den Text des Antrags und kopieren Sie ihn.",
  lacks: "Darin fehlt, der Grund steht beim Feld:",
  unsure: "Hinweis: Bitte prüfen Sie Artikel und Fälle. Dieses Wort können wir nicht sicher beugen.",
};

/** The form of the Musterantrag. The text beside it is composed by a script of its own, loaded with the first choice. */
class Musterantrag {
  #proposed = "";
  /** @type {Doc|null} */
  #doc = null;
  #isReady = false;
  /** @type {Promise<void>|null} */
  #preparing = null;

  /** @param {HTMLFormElement} $form */
  constructor($form) {
    this.$form = $form;
    this.fields = new Fields($form);
    const $groups = findAll($form, "[data-alle]");
    const empfehlungen = new Set($groups.map(({ dataset }) => dataset.alle?.split("/")[1] ?? ""));
    this.known = { fragen: readFragen(this.$("fragen")), empfehlungen };
    /** @type {Memory<AntragState>} */
    this.memory = new Memory(
      KEYS.entwurfMusterantrag,
      () => ({ ...this.fields.read(), vorgeschlagen: this.#proposed, berichtigt: this.fields.corrected }),
      (state) => this.show(state),
      (text) => this.say("meldung", text, true),
    );
  }

  start() {
    this.$form.hidden = false;
    find(document, "[data-ohne-skript]").hidden = true;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", ({ target }) =>
      this.onInput(/** @type {HTMLInputElement} */ (target)),
    );
    this.$form.addEventListener("click", (event) => this.onClick(event));
    this.$form.addEventListener("focusin", () => this.prepare(), { once: true });
    window.addEventListener("hashchange", () => this.readAddress());
    this.memory.start(this.$form);
    this.update();
    this.readAddress();
  }

  /** @param {AntragState|null} state */
  show(state) {
    if (state) this.fields.write(state, state.berichtigt);
    else this.fields.clear();
    this.#proposed = state?.vorgeschlagen ?? "";
    this.update();
  }

  /** @param {HTMLInputElement} $field */
  onInput($field) {
    if ($field.dataset.alle) this.fields.tickAll($field.dataset.alle, $field.checked);
    if ($field.name === "land" || $field.name === "kommune") this.proposeGremium();
    this.fields.follow($field.name);
    this.memory.keep();
    this.update();
  }

  /** @param {Event} event */
  onClick(event) {
    const { aktion, ziel } = closest(event, "[data-aktion], [data-ziel]")?.dataset ?? {};
    if (aktion === "zurueckholen") this.memory.bringBack();
    else if (aktion) this.output(aktion);
    if (!ziel) return;
    // A jump alone would not put the cursor there.
    event.preventDefault();
    this.fields.field(ziel).focus();
  }

  /** The part of the form marked with a data attribute. @param {string} mark */
  $(mark) {
    return find(this.$form, `[data-${mark}]`);
  }

  /** @param {string} where @param {string} text @param {boolean} isError */
  say(where, text, isError = false) {
    say(this.$(where), text, isError);
  }

  update() {
    const choices = this.fields.choices();
    this.showFields(choices);
    this.fields.showParents();
    this.showSelbsteinschaetzung(this.fields.selbsteinschaetzung);
    this.showOpen(choices);
    this.showProposal();
    this.$("vorher").hidden = !this.memory.hasFormer;
    if (this.#isReady) this.compose(choices);
    else if (this.memory.isUsed || "vorbelegt" in this.$form.dataset) this.prepare();
  }

  /** Once: a second script would read the text of the first as its pattern. */
  prepare() {
    this.#preparing ??= this.#load();
    return this.#preparing;
  }

  async #load() {
    try {
      await loadBeside("musterantrag-text");
      this.#isReady = true;
      this.fields.settle();
      this.update();
    } catch {
      this.#preparing = null;
      this.say("meldung", TEXTS.failed, true);
    }
  }

  /** @param {Choices} choices */
  compose(choices) {
    const take = (/** @type {Doc} */ doc, /** @type {Record<string, string>} */ hints) => {
      this.#doc = doc;
      for (const [name, text] of Object.entries(hints)) this.hint(name, text);
    };
    document.dispatchEvent(new CustomEvent("antrag", { detail: { $form: this.$form, choices, take } }));
    this.$form.dataset.bereit = "";
  }

  /** @param {Choices} choices */
  showFields({ kommune, antragsteller }) {
    for (const name of WORDS) {
      this.$(`eigene=${name}`).hidden = !this.fields.isOwn(name);
      this.hint(`${name}-nominativ`, this.fields.isSure(name) ? "" : TEXTS.unsure);
    }
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
    this.$("offen").textContent = missing.length ? TEXTS.open : TEXTS.complete;
    this.$("offene-felder").replaceChildren(...missing.map((name) => this.openField(name)));
  }

  /** @param {string} name */
  openField(name) {
    const label = this.fields.field(name).labels?.[0]?.textContent ?? "";
    return make("li", {}, make("a", { href: `#feld-${name}`, "data-ziel": name }, label));
  }

  /** @returns {HTMLElement|null|undefined} the usual name of the body; nothing if land or kind are open */
  get proposal() {
    const land = this.fields.field("land").value;
    const kind = this.fields.field("kommune").value;
    if (!land || !kind) return undefined;
    const isUsual = (/** @type {HTMLElement} */ { dataset }) => dataset.arten?.split(" ").includes(kind);
    const $land = findAll(document, "[data-land]").find(({ dataset }) => dataset.land === land);
    return ($land && findAll($land, "[data-gremium]").find(isUsual)) ?? null;
  }

  /** Screen readers repeat what is written again. @param {string} name @param {string} text */
  hint(name, text) {
    const $hint = this.$(`hinweis=${name}`);
    if ($hint.textContent !== text) $hint.textContent = text;
  }

  /** Propose the usual name of the body; a choice made by hand stays. */
  proposeGremium() {
    const { proposal } = this;
    if (proposal === undefined) return;
    const gremium = proposal?.dataset.gremium ?? "";
    const $choice = this.fields.field("gremium");
    if ($choice.value === this.#proposed) $choice.value = gremium;
    this.#proposed = gremium;
  }

  showProposal() {
    const { proposal } = this;
    const source = proposal?.closest("li")?.querySelector("a")?.cloneNode(true) ?? "";
    const land = this.fields.field("land").value;
    const found = [`Vorschlag für ${land}: ${proposal?.textContent}. Quelle: `, source];
    const $note = make("p", {}, ...(proposal ? found : proposal === null ? [TEXTS.noProposal] : []));
    // Screen readers repeat what is written again.
    if (this.$("vorschlag").textContent !== $note.textContent)
      this.$("vorschlag").replaceChildren(...$note.childNodes);
  }

  /** What the address carries is taken over once: after that, the fields hold. */
  readAddress() {
    /** @type {{selbsteinschaetzung?: Selbsteinschaetzung, problem?: string}} */
    const { selbsteinschaetzung, problem } = readHandover(location.hash, this.known);
    const link = readSelection(location.hash, this.known);
    if (selbsteinschaetzung) this.takeSelbsteinschaetzung(selbsteinschaetzung);
    if (link.selection) this.takeSelection(link.selection, link.lost ?? []);
    const refused = problem ?? link.problem;
    if (refused) this.say("meldung", refused, true);
    if (selbsteinschaetzung || link.selection || refused) location.replace("#zusammenstellen");
  }

  /** @param {Selection} selection @param {string[]} lost */
  takeSelection(selection, lost) {
    if (this.memory.isUsed && !window.confirm(TEXTS.replace)) return this.say("meldung", TEXTS.kept);
    if (this.memory.isUsed) this.memory.setAside();
    const gone = [...this.fields.write(selection), ...lost];
    if (this.#isReady) this.fields.settle();
    this.#proposed = "";
    this.memory.keep();
    this.update();
    this.say("meldung", TEXTS.selection + (gone.length ? ` ${TEXTS.gone} ${gone.join(", ")}.` : ""));
  }

  /** @param {Selbsteinschaetzung} selbsteinschaetzung */
  takeSelbsteinschaetzung(selbsteinschaetzung) {
    this.fields.selbsteinschaetzung = selbsteinschaetzung;
    const ids = selbsteinschaetzung.punkte.flatMap(({ empfehlungen }) => empfehlungen);
    for (const id of ids) this.fields.tickAll(`auftrag/${id}`, true);
    this.memory.keep();
    this.update();
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
    if (!this.#doc) await this.prepare();
    if (what === "druck") return window.print();
    const { fields, known } = this;
    const name = fields.isOwn("kommune") ? fields.text("kommune-nominativ") : fields.text("name");
    const finished = { doc: this.#doc, name, selection: fields.read(), known };
    const refused = what === "link" ? [] : fields.refused();
    const lacks = refused.length ? ` ${TEXTS.lacks} ${refused.join(", ")}.` : "";
    const tell = ({ text = "", isError = false } = {}) => this.say("ergebnis", text + lacks, isError);
    try {
      await loadBeside("dokument");
      document.dispatchEvent(new CustomEvent("dokument", { detail: { what, finished, tell } }));
    } catch {
      tell({ text: TEXTS.failed, isError: true });
    }
  }
}

/** The questions of the Kurz-Check that the page knows. @param {HTMLElement} $list */
function readFragen($list) {
  return new Map(
    findAll($list, "[data-frage]").map(({ dataset: { frage = "", nr = "" }, textContent }) => [
      frage,
      { nr, titel: textContent ?? "" },
    ]),
  );
}

/** @param {Word} word */
function needsName({ forms, chosen }) {
  return chosen && forms.nominativ.includes("{name}");
}

for (const $form of findAll(document, "[data-module=musterantrag]", HTMLFormElement)) {
  new Musterantrag($form).start();
}

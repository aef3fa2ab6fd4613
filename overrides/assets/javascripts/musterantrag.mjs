import { Fields } from "./musterantrag/fields.mjs";
import { WORDS, needsName, readFragen } from "./musterantrag/choices.mjs";
import { closest, find, findAll, make } from "./shared/dom.mjs";
import { longDate } from "./shared/dates.mjs";
import { loadBeside, loadData } from "./shared/load.mjs";
import { Memory } from "./shared/memory.mjs";
import { say } from "./shared/message.mjs";
import { KEYS } from "./shared/storage.mjs";

/** @import {AntragState, Carried, Choices, Ort, Papers, Selbsteinschaetzung, Selection} from "./shared/types.mjs" */

const TEXTS = {
  selection: "Die Auswahl aus dem Link ist übernommen.",
  gone: "Diese Teile gibt es hier nicht, sie fehlen:",
  replace: "Im Formular steht schon eine Auswahl. Soll die aus dem Link sie ersetzen?",
  kept: "Ihre Auswahl ist geblieben, wie sie war.",
  notLoaded:
    "Der Text lässt sich gerade nicht zusammenstellen. Ihre Eingaben bleiben. Laden Sie die Seite neu, oder nehmen Sie eine der leeren Vorlagen weiter unten.",
  failed: "Das geht gerade nicht. Markieren Sie den Text des Antrags und kopieren Sie ihn.",
  lacks: "Darin fehlt, der Grund steht beim Feld:",
  unsure: "Hinweis: Bitte prüfen Sie Artikel und Fälle. Dieses Wort können wir nicht sicher beugen.",
};
// Parts of the paper that need no request.
const KEPT = ["teil/finanzen", "teil/beispiele", "teil/landesrecht"];

/** The form of the Musterantrag. The text beside it is composed by a script of its own, loaded with the first choice. */
class Musterantrag {
  #proposed = "";
  /** @type {Papers|null} */
  #papers = null;
  /** What other places do and the law of each Land, as the catalogue has it. @type {unknown} */
  #facts = null;
  #isReady = false;
  /** It did not come when it was asked for. */
  #isMissing = false;
  /** @type {Promise<void>|null} */
  #preparing = null;

  /** @param {HTMLFormElement} $form */
  constructor($form) {
    this.$form = $form;
    this.$bench = find(document, ".werkbank");
    this.fields = new Fields($form);
    this.known = { fragen: readFragen(this.$("fragen")) };
    /** @type {Memory<AntragState>} */
    this.memory = new Memory(
      KEYS.entwurfMusterantrag,
      () => ({ ...this.fields.read(), vorgeschlagen: this.#proposed, berichtigt: this.fields.corrected }),
      (state) => this.show(state),
      (text) => {
        this.say("meldung", "");
        // In the bar, which is in sight wherever somebody types.
        this.say("ergebnis", text, true);
      },
    );
  }

  start() {
    find(document, "[data-ohne-skript]").hidden = true;
    find(document, "#vorlagen", HTMLDetailsElement).open = false;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", ({ target }) =>
      this.onInput(/** @type {HTMLInputElement} */ (target)),
    );
    this.$bench.addEventListener("click", (event) => this.onClick(event));
    this.$form.addEventListener("focusin", () => this.prepare(), { once: true });
    window.addEventListener("hashchange", () => this.readAddress());
    this.memory.start(this.$form);
    this.update();
    this.readAddress();
    // What a link, the Kurz-Check or the memory brings takes its place unseen: nothing that is read moves.
    if (this.#preparing) this.$form.dataset.liest = "";
  }

  /** @param {AntragState|null} state */
  show(state) {
    if (state) this.fields.write(state, state.berichtigt);
    else this.fields.clear();
    this.#proposed = state?.vorgeschlagen ?? "";
    this.fields.openUsed();
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

  /** The part of form or bar marked with a data attribute. @param {string} mark */
  $(mark) {
    return find(this.$bench, `[data-${mark}]`);
  }

  /** @param {string} where @param {string} text @param {boolean} isError */
  say(where, text, isError = false) {
    say(this.$(where), text, isError);
  }

  update() {
    const choices = this.fields.choices();
    this.showFields(choices);
    this.fields.showParents();
    this.fields.showFristen();
    this.showSelbsteinschaetzung(this.fields.selbsteinschaetzung);
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
      [this.#facts] = await Promise.all([
        loadData("musterantrag/wissen.js", "ivoWissen"),
        loadBeside("musterantrag-text"),
      ]);
      this.#isReady = true;
      if (this.#isMissing) for (const where of ["meldung", "ergebnis"]) this.say(where, "");
      this.fields.settle();
      this.readAddress();
      this.update();
    } catch {
      this.#preparing = null;
      // Tried again with every letter, but said once.
      if (!this.#isMissing) this.say("meldung", TEXTS.notLoaded, true);
      this.#isMissing = true;
    } finally {
      delete this.$form.dataset.liest;
    }
  }

  /** @param {Choices} choices */
  compose(choices) {
    const take = (/** @type {Papers} */ papers, /** @type {Record<string, string>} */ hints) => {
      this.#papers = papers;
      for (const [name, text] of Object.entries(hints)) this.hint(name, text);
    };
    const { $form, proposal } = this;
    const detail = { $form, choices, facts: this.#facts, proposal, take };
    document.dispatchEvent(new CustomEvent("antrag", { detail }));
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

  /** What the address carries is taken over once, by the script that comes then: after that, the fields hold. */
  readAddress() {
    if (!/=|%3D/i.test(location.hash)) return;
    const take = (/** @type {Carried} */ carried) => this.takeCarried(carried);
    if (!this.#isReady) this.prepare();
    else document.dispatchEvent(new CustomEvent("verweis", { detail: { known: this.known, take } }));
  }

  /** @param {Carried} carried */
  takeCarried({ selbsteinschaetzung, ort, selection, lost = [], problem }) {
    if (selbsteinschaetzung && ort) this.takeSelbsteinschaetzung(selbsteinschaetzung, ort);
    if (selection) this.takeSelection(selection, lost);
    if (problem) this.say("meldung", problem, true);
    if (!selbsteinschaetzung && !selection && !problem) return;
    // Going there by the address would take the focus along.
    history.replaceState(history.state, "", "#zusammenstellen");
    const focus = () => {
      find(document, "#zusammenstellen").scrollIntoView();
      this.$("meldung").focus({ preventScroll: true });
    };
    focus();
    // A page that is still loading puts the focus at its beginning in the end.
    window.addEventListener("load", () => setTimeout(focus));
  }

  /** @param {Selection} selection @param {string[]} lost */
  takeSelection(selection, lost) {
    if (this.memory.isUsed && !window.confirm(TEXTS.replace)) return this.say("meldung", TEXTS.kept);
    if (this.memory.isUsed) this.memory.setAside();
    const gone = [...this.fields.write(selection), ...lost];
    this.fields.settle();
    this.#proposed = "";
    this.fields.openUsed();
    this.memory.keep();
    this.update();
    this.say("meldung", TEXTS.selection + (gone.length ? ` ${TEXTS.gone} ${gone.join(", ")}.` : ""));
  }

  /**
   * Each weak spot becomes its own request, and nothing else is asked for.
   * @param {Selbsteinschaetzung} selbsteinschaetzung
   * @param {Ort} ort
   */
  takeSelbsteinschaetzung(selbsteinschaetzung, ort) {
    if (this.memory.isUsed) this.memory.setAside();
    this.fields.selbsteinschaetzung = selbsteinschaetzung;
    const requests = selbsteinschaetzung.punkte.map(({ frage }) => `auftrag/frage/${frage}`);
    this.fields.tickOnly([...requests, ...KEPT]);
    this.fields.writeOrt(ort);
    this.fields.openUsed();
    this.proposeGremium();
    this.memory.keep();
    this.update();
    const [date, count] = [longDate(selbsteinschaetzung.datum), requests.length];
    const origin = selbsteinschaetzung.klausur ? "Aus der Klausur" : "Aus dem Kurz-Check";
    const words = count === 1 ? "ist ein Auftrag" : `sind ${count} Aufträge`;
    this.say("meldung", `${origin} vom ${date} ${words} angekreuzt.`);
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
    if (!this.#papers) await this.prepare();
    if (what === "druck") return window.print();
    const { fields, known } = this;
    const name = fields.isOwn("kommune") ? fields.text("kommune-nominativ") : fields.text("name");
    const finished = { papers: this.#papers, name, selection: fields.read(), known };
    const refused = what === "link" ? [] : fields.refused();
    const lacks = refused.length ? ` ${TEXTS.lacks} ${refused.join(", ")}.` : "";
    const tell = ({ text = "", isError = false } = {}) => this.say("ergebnis", text + lacks, isError);
    if (!this.#papers) return tell({ text: TEXTS.notLoaded, isError: true });
    try {
      await loadBeside("dokument");
      document.dispatchEvent(new CustomEvent("dokument", { detail: { what, finished, tell } }));
    } catch {
      tell({ text: TEXTS.failed, isError: true });
    }
  }
}

for (const $form of findAll(document, "[data-module=musterantrag]", HTMLFormElement)) {
  new Musterantrag($form).start();
  delete $form.dataset.wartet;
}

import { find, findAll, make, onClick } from "../shared/dom.mjs";
import { loadBeside, loadData } from "../shared/load.mjs";
import { Memory } from "../shared/memory.mjs";
import { say } from "../shared/message.mjs";
import { KEYS } from "../shared/storage.mjs";
import { isColour, readable, weakest } from "./colours.mjs";
import { logoOf } from "./logo.mjs";
import { preview } from "./preview.mjs";
import { valueProblem } from "./rules.mjs";
import { inFile, untouched, valueAt, withAnswers } from "./values.mjs";
import { writeValue } from "./yaml.mjs";

/**
 * @import {Kept} from "./logo.mjs"
 * @typedef {HTMLInputElement|HTMLSelectElement} Field
 * @typedef {{werte: Record<string, string>, text: string, gelesen: any, dateien: Kept[],
 *   anfang?: Record<string, string>}} State
 */

const START =
  "# Einstellungen Ihrer Kommune, erstellt auf der Seite „Ihre Fassung“.\nform: 1\nbetrieb: demo\n";
const texts = {
  opened: "Der Ordner ist geöffnet. Was diese Seite nicht kennt, bleibt stehen.",
  done: "Der Ordner ist fertig. Heben Sie ihn auf. Bauen Sie die Website hier unten oder mit „make zip“.",
  notLoaded: "Das geht gerade nicht. Versuchen Sie es erneut.",
};

/** The form for a municipality's folder. Nothing leaves the device. */
export class Fassung {
  /** Makes the finished site, once it is asked for. @type {any} */
  finished;

  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    this.$form = find($root, "form", HTMLFormElement);
    /** Where somebody works, and is told what came of it. @type {Element} */
    this.$near = $root;
    /** Looks closer than the form does, once what makes files is there. @type {(...about: any[]) => string} */
    this.refusal = () => "";
    this.text = START;
    /** @type {any} */
    this.read = {};
    /** What the fields showed when the file was opened. @type {Record<string, string>} */
    this.opened = {};
    /** @type {Kept[]} */
    this.files = [];
    /** @type {any} */
    this.data = null;
    /** @type {Memory<State>} */
    this.memory = new Memory(
      KEYS.entwurfFassung,
      () => this.state(),
      (state) => this.show(state),
      (text) => this.tell(text, true),
    );
  }

  /** @type {Record<string, ($button: HTMLElement) => unknown>} */
  actions = {
    ordner: () => this.pack(),
    website: () => this.finish("pack"),
    farbe: ($button) => this.take("farben.hell", /** @type {HTMLButtonElement} */ ($button).value),
    zurueckholen: () => this.memory.bringBack(),
    "ohne-logo": () => this.dropLogo(),
  };

  async start() {
    // Without them the page says that the form does not come.
    this.data = await loadData("fassung/daten.js", "ivoFassung").catch(() => null);
    if (!this.data) return;
    for (const $element of findAll(this.$root, "[data-mit-skript]")) $element.hidden = false;
    // Every browser knows it, no standard does: so it stands here, not in the page.
    find(this.$form, "#ordner-oeffnen", HTMLInputElement).webkitdirectory = true;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", ({ target }) => this.typed(/** @type {Field} */ (target)));
    this.$form.addEventListener("change", ({ target }) => this.changed(/** @type {Field} */ (target)));
    onClick(this.$root, "[data-aktion]", ($button) => {
      this.$near = $button;
      this.actions[$button.dataset.aktion ?? ""]?.($button);
    });
    this.memory.start(this.$form);
    this.refresh();
    delete this.$root.dataset.wartet;
  }

  /** @returns {State} */
  state() {
    const { text, read: gelesen, files: dateien, opened: anfang } = this;
    return { werte: this.values(), text, gelesen, dateien, anfang };
  }

  /** @param {State|null} state */
  show(state) {
    this.text = state?.text ?? START;
    this.read = state?.gelesen ?? {};
    this.files = state?.dateien ?? [];
    this.opened = state?.anfang ?? {};
    for (const $field of this.fields()) $field.value = state?.werte[$field.name] ?? untouched($field);
    this.refresh();
  }

  values() {
    return Object.fromEntries(this.fields().map(({ name, value }) => [name, value]));
  }

  fields() {
    return /** @type {Field[]} */ (findAll(this.$form, "input[name], select[name]"));
  }

  /** @param {string} name @returns {Field} */
  field(name) {
    return /** @type {Field} */ (find(this.$form, `[name="${name}"]`));
  }

  /** @param {Field} $field */
  typed($field) {
    this.$near = $field;
    if (!$field.name) return;
    // An answer may mend another one, as the choice of „demo“ does.
    for (const $one of this.fields().filter((one) => one.getAttribute("aria-invalid") === "true"))
      this.complain($one, this.problemOf($one));
    this.refresh();
    this.memory.keep();
  }

  /** @param {Field} $field */
  async changed($field) {
    if ($field instanceof HTMLInputElement && $field.files) {
      const chosen = [...$field.files];
      const { datei } = $field.dataset;
      $field.value = "";
      if (datei === "paket") await this.finish("open", chosen[0]);
      else await (datei === "logo" ? this.takeLogo(chosen) : this.open(chosen));
    } else if ($field.name && $field.value) this.complain($field, this.problemOf($field));
  }

  /** Everything said before falls silent. @param {string} text */
  tell(text, isError = false) {
    for (const $other of findAll(this.$root, ".meldung")) say($other, "");
    say(find(this.$near.closest("[data-meldeort]") ?? this.$root, ".meldung"), text, isError);
  }

  /** @param {File[]} chosen */
  async takeLogo([file]) {
    const tool = file && (await this.tool());
    if (!tool) return;
    try {
      this.files = [...this.files.filter((kept) => kept !== logoOf(this.files)), await tool.logo(file)];
    } catch (error) {
      this.tell(/** @type {Error} */ (error).message, true);
    }
    this.refresh();
    this.memory.keep();
  }

  /** What opens and makes files comes when it is needed; null, and said, if it does not come. */
  async tool() {
    try {
      await loadBeside("fassung-dateien");
      this.tell("");
    } catch {
      this.tell(texts.notLoaded, true);
      return null;
    }
    /** @type {any} */
    let tool;
    const detail = { take: (/** @type {any} */ made) => (tool = made) };
    document.dispatchEvent(new CustomEvent("fassung:dateien", { detail }));
    this.refusal = tool.refusal;
    return tool;
  }

  dropLogo() {
    this.files = this.files.filter((kept) => kept !== logoOf(this.files));
    this.refresh();
    this.memory.keep();
    find(this.$root, "#logo-datei").focus();
  }

  /** @param {File[]} chosen */
  async open(chosen) {
    const tool = await this.tool();
    if (!tool) return;
    try {
      const names = this.fields().map(({ name }) => name);
      const { settings, read, files } = await tool.opened(chosen, names, this.data);
      this.memory.setAside();
      const values = names.map((name) => [name, String(valueAt(read, name) ?? "")]);
      this.show({ text: settings, gelesen: read, dateien: files, werte: Object.fromEntries(values) });
      this.opened = this.values();
      this.memory.keep();
      this.refresh();
      this.tell(texts.opened);
    } catch (error) {
      this.tell(/** @type {Error} */ (error).message, true);
    }
  }

  /** Offer what the bodies are called there, the usual ones first. */
  offerBodies() {
    const { land, art } = this.written().kommune;
    const usual = this.data.laender[land]?.gremien[art] ?? [];
    const others = this.data.gremien.filter((/** @type {string} */ name) => !usual.includes(name));
    const options = [...usual, ...others].map((value) => make("option", { value }));
    find(this.$root, "#gremien").replaceChildren(...options);
  }

  /** @param {string} name @param {string} value */
  take(name, value) {
    const $field = this.field(name);
    $field.value = value;
    this.typed($field);
    $field.focus();
  }

  /** @param {Field} $field @returns {string} */
  problemOf({ name, value, required }) {
    const { meldungen, noetig, farben } = this.data;
    const text = value.trim();
    if (!text && required) return meldungen.missing;
    if (!text && this.field("betrieb").value === "echt" && noetig.includes(name)) return meldungen.nur_sie;
    const problem =
      valueProblem(name, text, meldungen) || this.refusal(name, text, this.written(), this.data);
    const light = farben.schemata[0];
    if (problem || name !== "farben.hell" || !isColour(text)) return problem;
    return weakest(light, text) < farben.noetig
      ? `Diese Farbe ist nicht gut lesbar. Lesbar wäre zum Beispiel ${readable(light, text, farben.noetig)}.`
      : "";
  }

  /** @param {Field} $field @param {string} problem */
  complain($field, problem) {
    const $problem = find(this.$root, `#${CSS.escape(`${$field.id}-fehler`)}`);
    $problem.textContent = problem;
    $problem.hidden = !problem;
    if (problem) $field.setAttribute("aria-invalid", "true");
    else $field.removeAttribute("aria-invalid");
  }

  /** What the municipality says: the file with the answers in it. What nobody changed stays as it is written. */
  settings() {
    let text = this.text;
    const changed = this.fields().filter(({ name, value }) => value !== this.opened[name]);
    for (const { name, value } of changed) text = writeValue(text, name, inFile(name, value));
    return text;
  }

  /** All answers by section, with what the opened file says beyond the form. */
  written() {
    return withAnswers(this.read, this.fields());
  }

  refresh() {
    if (!this.data) return;
    find(this.$root, "[data-vorher]").hidden = !this.memory.hasFormer;
    find(this.$root, "[data-logo-da]").hidden = !logoOf(this.files);
    this.offerBodies();
    preview(find(this.$root, "[data-vorschau]"), this.written(), this.files, this.data);
    find(this.$root, "[data-yaml]").textContent = this.settings();
  }

  async pack() {
    const tool = await this.tool();
    if (!tool?.isComplete(this)) return;
    tool.download(this.settings(), this.files, this.field("kommune.name").value);
    this.tell(texts.done);
  }

  /** @param {"open"|"pack"} step to the finished site @param {File} [file] */
  async finish(step, file) {
    const tool = await this.tool();
    if (!tool || (step === "pack" && !tool.isComplete(this))) return;
    this.finished ??= tool.finisher(this);
    await this.finished[step](file);
  }
}

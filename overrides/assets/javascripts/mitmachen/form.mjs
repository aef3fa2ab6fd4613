import { closest, find, findAll, onClick } from "../shared/dom.mjs";
import { loadBeside } from "../shared/load.mjs";
import { Memory } from "../shared/memory.mjs";
import { say } from "../shared/message.mjs";
import { Part } from "../shared/part.mjs";
import { KEYS } from "../shared/storage.mjs";
import { BeispielFields } from "./beispiel.mjs";
import { Choice } from "./choice.mjs";
import { checkedField, ruleProblem, setText, showProblem, summaryItem, typingProblem } from "./fields.mjs";
import { Finished } from "./finished.mjs";
import { Groups } from "./groups.mjs";
import { suggestId, tidy } from "./rules.mjs";

/** @import {Beispiel, BeispielState, Entered, Field, Vorschlagsteil} from "../shared/types.mjs" */

const texts = {
  taken: "Diese Kennung ist schon vergeben. Wählen Sie eine andere.",
  notLoaded: "Das Beispiel lässt sich gerade nicht laden. Versuchen Sie es erneut.",
  noList: "Die Liste der Beispiele lässt sich gerade nicht laden. Ein neues können Sie trotzdem vorschlagen.",
  discard: "Im Formular steht schon etwas. Soll es ersetzt werden?",
};

/** The form for a new or changed example. Nothing leaves the page by itself. */
export class BeispielFormular {
  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    this.$form = find($root, "form", HTMLFormElement);
    this.choice = new Choice(find($root, "[data-auswahl]", HTMLSelectElement));
    this.$summary = find($root, "[data-fehler]");
    this.$result = find($root, "[data-ergebnis]");
    /** @type {Vorschlagsteil} */
    this.part = new Part(
      "mitmachen:vorschlag",
      () => loadBeside("mitmachen-vorschlag"),
      { $root },
      (text, isError, $near) => say(/** @type {HTMLElement} */ ($near), text, isError),
    );
    this.finished = new Finished($root, this.part);
    const groups = findAll($root, "[data-gruppen]").map(($group) => [
      $group.dataset.gruppen,
      new Groups($group),
    ]);
    this.fields = new BeispielFields(this.$form, Object.fromEntries(groups));
    /** @type {Beispiel|null} */
    this.original = null;
    this.idIsOwn = false;
    this.dirty = false;
    /** @type {Memory<BeispielState>} */
    this.memory = new Memory(
      KEYS.entwurfBeispiel,
      () => this.state(),
      (state) => this.show(state ?? {}),
      (text) => this.tell(text, true),
    );
  }

  /** @type {Record<string, ($button: HTMLElement) => void>} */
  actions = {
    ergaenzen: ($button) => this.addGroup($button),
    entfernen: ($button) => this.removeGroup($button),
    erstellen: () => this.create(),
    vorschau: () => this.preview(),
    kopieren: () => this.finished.copy(),
    sichern: () => this.finished.save(),
    mail: () => this.finished.saveMail(),
    zurueckholen: () => this.memory.bringBack(),
  };

  /** Show the controls that need a script, and listen. */
  start() {
    for (const $element of findAll(this.$root, "[data-mit-skript]")) $element.hidden = false;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", ({ target }) => this.typed(/** @type {Field} */ (target)));
    this.$form.addEventListener("focusout", ({ target }) => this.left(checkedField(target)));
    // Leaving a field may show a message and move the button away from under the pointer.
    this.$root.addEventListener(
      "mousedown",
      (event) => closest(event, "[data-aktion]") && event.preventDefault(),
    );
    onClick(this.$root, "[data-aktion]", ($button) => this.actions[$button.dataset.aktion ?? ""]?.($button));
    this.choice.$select.addEventListener("change", () => this.choose());
    this.choice.start(
      this.$form,
      () => this.suggestId(),
      () => this.tell(texts.noList, true),
    );
    this.memory.start(this.$form);
  }

  /** @param {string} text @param {boolean} [isError] */
  tell(text, isError) {
    say(find(this.$root, "[data-hinweis]"), text, isError);
  }

  /** @returns {BeispielState} */
  state() {
    const { original, idIsOwn, dirty } = this;
    return { ...this.fields.state(), original, idIsOwn, dirty, fertig: !this.$result.hidden };
  }

  /** @param {Partial<BeispielState>} state without what was entered, the form begins with the original, or empty */
  show({ original = null, idIsOwn = !!original, dirty = false, fertig = false, ...entered }) {
    this.choice.show(original);
    Object.assign(this, { original, idIsOwn, dirty });
    this.fields.field("id").readOnly = !!original;
    if (entered.felder) this.fields.put(/** @type {Entered} */ (entered));
    else this.fields.write(original ?? {});
    this.$summary.hidden = true;
    this.$result.hidden = !fertig;
    this.refresh();
    this.announceProgress();
  }

  /** @param {Field} $field */
  typed($field) {
    if ($field === this.choice.$select) return;
    this.dirty = true;
    this.idIsOwn ||= $field.name === "id";
    if (checkedField($field)) this.checkWhileTyping($field);
    this.suggestId();
    this.refresh();
    this.memory.keep();
  }

  /** @param {Field|null} $field */
  left($field) {
    if ($field && $field.value !== "") showProblem($field, this.problemOf($field));
    this.announceProgress();
  }

  /** A message appears early only for what cannot become right by typing on. @param {Field} $field */
  checkWhileTyping($field) {
    const complains = $field.getAttribute("aria-invalid") === "true";
    showProblem($field, complains ? this.problemOf($field) : typingProblem($field));
  }

  /** @param {HTMLElement} $button */
  addGroup($button) {
    const $group = this.groupsAround($button).add();
    find($group, "input").focus();
    this.refresh();
    this.memory.keep();
  }

  /** @param {HTMLElement} $button */
  removeGroup($button) {
    const groups = this.groupsAround($button);
    this.memory.setAside();
    groups.remove($button.closest("[data-gruppe]"));
    groups.$add.focus();
    this.refresh();
    this.memory.keep();
  }

  /** @param {HTMLElement} $element @returns {Groups} */
  groupsAround($element) {
    const $groups = /** @type {HTMLElement} */ ($element.closest("[data-gruppen]"));
    return /** @type {Groups} */ (this.fields.groups[$groups.dataset.gruppen ?? ""]);
  }

  /** Start anew, or with the example chosen for a change. */
  async choose() {
    if (this.dirty && !window.confirm(texts.discard)) return this.choice.show(this.original);
    this.$form.setAttribute("aria-busy", "true");
    try {
      const id = this.choice.$select.value;
      const example = await this.choice.example();
      if (this.choice.$select.value === id) this.begin(example);
    } catch {
      this.choice.show(this.original);
      this.tell(texts.notLoaded, true);
    } finally {
      this.$form.removeAttribute("aria-busy");
    }
  }

  /** @param {Beispiel|null} original */
  begin(original) {
    this.tell("");
    if (this.dirty) this.memory.setAside();
    this.show({ original });
    this.memory.keep();
  }

  suggestId() {
    if (this.idIsOwn) return;
    const $id = this.fields.field("id");
    $id.value = suggestId(
      this.fields.value("kommunen.0.name"),
      this.fields.value("titel"),
      this.choice.taken,
    );
    showProblem($id, "");
  }

  /** All fields with rules, each with what is wrong with it. */
  checked() {
    const $fields = /** @type {Field[]} */ (findAll(this.$form, "[data-regeln]"));
    return $fields.map(($field) => ({ $field, message: this.problemOf($field) }));
  }

  /** @param {Field} $field */
  problemOf($field) {
    const value = tidy($field.value);
    const isTaken = $field.name === "id" && this.choice.taken.has(value) && value !== this.original?.id;
    return isTaken ? texts.taken : ruleProblem($field);
  }

  problems() {
    return this.checked().filter(({ message }) => message);
  }

  announceProgress() {
    const open = this.problems().length;
    const words =
      open === 1
        ? "Noch eine Angabe fehlt oder passt nicht."
        : `Noch ${open} Angaben fehlen oder passen nicht.`;
    const progress = open ? words : "Alle nötigen Angaben sind da.";
    // Nobody wants to be told what is missing before they have begun.
    setText(find(this.$root, "[data-stand]"), this.dirty ? progress : "");
  }

  create() {
    const problems = this.problems();
    for (const { $field, message } of this.checked()) showProblem($field, message);
    find(this.$summary, "ul").replaceChildren(...problems.map(summaryItem));
    this.$summary.hidden = problems.length === 0;
    this.$result.hidden = problems.length > 0;
    if (problems.length > 0) return this.$summary.focus();
    this.refresh();
    this.memory.keep();
    find(this.$result, "h3").focus();
  }

  /** Show how the page of the entry will look, as far as it is filled in. */
  preview() {
    const $report = find(this.$root, "[data-vorschau-meldung]");
    this.part.use(({ preview }) => preview.show(this.fields.read(this.original), $report), $report);
  }

  /** Keep the finished proposal in step with the form. */
  refresh() {
    find(this.$root, "[data-vorher]").hidden = !this.memory.hasFormer;
    find(this.$root, "[data-veraltet]").hidden = false;
    if (this.$result.hidden) return;
    this.$result.hidden = this.problems().length > 0;
    if (!this.$result.hidden) this.finished.show(this.fields.read(this.original), this.original !== null);
  }
}

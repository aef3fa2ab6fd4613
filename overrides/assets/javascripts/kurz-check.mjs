import { Form } from "./kurz-check/form.mjs";
import { checkItem, readScale, reword, windowTitle } from "./kurz-check/page.mjs";
import { LAST, Screens } from "./kurz-check/screens.mjs";
import { Views } from "./kurz-check/views.mjs";
import { closest, find, findAll, onClick } from "./shared/dom.mjs";
import { fillPlace } from "./shared/draw.mjs";
import { linkIn } from "./shared/link.mjs";
import { loadBeside } from "./shared/load.mjs";
import { Memory } from "./shared/memory.mjs";
import { say } from "./shared/message.mjs";
import { Part } from "./shared/part.mjs";
import { KEYS, readStored } from "./shared/storage.mjs";

/**
 * @import {CheckState, Tool} from "./shared/types.mjs"
 * @import {Safe} from "./kurz-check/sichern/safe.mjs"
 */

// What is saved as a file; the writers come with a script of their own.
const TAKEN_AWAY = "docx odt plakat-docx plakat-odt tabelle plan svg png termin".split(" ");

/** Moves between the views and keeps what is entered; saving and sharing come with a script of their own. */
class KurzCheck {
  /** What is known about the answers beside themselves. @type {Tool["record"]} */
  record = { slot: null, zeiten: {}, unsaved: false };
  #title = document.title;

  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    for (const $part of findAll($root, "[data-mit-skript]")) $part.hidden = false;
    this.scale = readScale($root);
    this.form = new Form(find($root, "form", HTMLFormElement), $root.dataset.stand ?? "");
    this.screens = new Screens($root, this.form);
    this.views = new Views($root, this.form, this.scale, this.tell);
    /** @type {Part<Safe>} */
    this.safe = new Part(
      "kurz-check:sichern",
      () => loadBeside("kurz-check-sichern"),
      { tool: this },
      this.tell,
    );
    /** @type {Memory<CheckState>} */
    this.memory = new Memory(
      KEYS.entwurfKurzCheck,
      /** @returns {CheckState} */
      () => ({ check: this.form.state(), ...this.record, alle: !this.screens.isSingle }),
      (state) => this.#show(state),
      (text) => this.tell(text, true),
    );
    this.#listen();
    this.memory.start(this.form.$form);
    if (location.hash) this.#follow();
    this.refresh();
    if (this.memory.isUsed) this.views.loadResult();
    if (this.record.slot !== null || readStored(KEYS.kurzCheck)) this.safe.use(() => {});
  }

  /** @type {Record<string, ($button: HTMLButtonElement) => void>} */
  actions = {
    leeren: ($button) => this.#clearFrage($button),
    neu: ($button) => this.#clearAll($button),
    zurueckholen: () => this.memory.bringBack(),
    drucken: ($button) => this.#print($button.dataset.umfang ?? ""),
    zurueckstellen: ({ dataset }) => this.#putAside(dataset.frage ?? "", true),
    aufnehmen: ({ dataset }) => this.#putAside(dataset.frage ?? "", false),
  };

  #listen() {
    onClick(this.$root, "[data-aktion]", ($element) => {
      const $button = /** @type {HTMLButtonElement} */ ($element);
      const aktion = $button.dataset.aktion ?? "";
      const act = this.actions[aktion];
      if (act) act($button);
      else if (TAKEN_AWAY.includes(aktion)) this.views.takeAway(aktion, $button);
      else this.safe.use((safe) => safe.actions[aktion]?.($button));
    });
    const { $form, $switch } = this.form;
    // The switch first: what it shows belongs to the state that is kept.
    $switch.addEventListener("input", () => this.form.showExtra($switch.checked));
    this.screens.$switch.addEventListener("input", () => this.#turn());
    find(this.$root, ".sprungliste").addEventListener("toggle", () => this.#list());
    // The fields of the plan stand outside the form and belong to it.
    this.$root.addEventListener("input", (event) => {
      const $field = closest(event, ".bogen *, [form=bogen], [data-ziel]");
      if ($field) this.#changed($field.getAttribute("name") ?? `ziel-${$field.dataset.ziel}`);
    });
    $form.addEventListener("submit", (event) => event.preventDefault());
    const $file = find(this.$root, "[data-datei]", HTMLInputElement);
    $file.addEventListener("change", () => this.safe.use((safe) => safe.open($file)));
    window.addEventListener("hashchange", () => this.#follow());
    window.addEventListener("beforeprint", () => this.views.prepareForPaper());
    window.addEventListener("afterprint", () => (this.$root.className = "kurzcheck"));
  }

  /** Show the view that the address points into; answers in the address are loaded first. */
  #follow() {
    const link = linkIn(location.hash, "antworten");
    if (link !== null) {
      this.safe.use((safe) => location.replace(safe.follow(link) ? "#ergebnis" : "#fragen"));
      return;
    }
    const $target = document.getElementById(location.hash.slice(1) || "fragen");
    if (!$target || !this.views.show($target)) return;
    this.screens.show($target);
    // It may have turned the extra questions on.
    if (this.memory.isUsed) this.memory.keep();
    this.refresh();
    const isSingle = this.screens.isSingle && this.views.shown === "fragen";
    find(this.$root, isSingle ? ".fortschritt" : `#${$target.id}`).scrollIntoView();
    const $field = $target.querySelector("input:checked, h2") ?? $target.querySelector("input");
    if ($field instanceof HTMLElement) $field.focus({ preventScroll: true });
  }

  /** All questions on one page, or one a screen. */
  #turn() {
    if (this.memory.isUsed) this.memory.keep();
    this.refresh();
  }

  /** Put a question aside, then the next card is in its place; or take it up again. @param {string} id @param {boolean} isAside */
  #putAside(id, isAside) {
    const titles = () => findAll(this.$root, ".schritt h4");
    const place = titles().findIndex(($title) => $title.id === `karte-${id}`);
    this.form.putAside(id, isAside);
    this.#changed(`beiseite-${id}`);
    const $own = titles().find(($title) => $title.id === `karte-${id}`);
    const $next = $own ?? titles()[place] ?? titles().at(-1);
    ($next ?? find(this.$root, "[data-stelle=ansatz-titel]")).focus();
  }

  /** @param {string|null} [name] of the field, if it is one field */
  #changed(name) {
    if (name) this.record.zeiten[name] = Date.now();
    this.record.unsaved = true;
    if (this.views.shown === "fragen") this.screens.pin();
    this.memory.keep();
    this.refresh();
    this.views.loadResult();
    // Loaded with the first input: it shall be there even if the server is not, later.
    this.safe.use((safe) => safe.meet(), null);
  }

  /** @param {CheckState|null} state */
  #show(state) {
    const { check, alle, ...record } = { check: null, slot: null, zeiten: {}, unsaved: false, ...state };
    this.record = record;
    if (alle !== undefined) this.screens.$switch.checked = alle;
    if (check) this.form.write(check);
    else this.form.clear();
    this.refresh();
    this.safe.loaded?.meet();
  }

  refresh() {
    const { form } = this;
    form.showExtra(form.$switch.checked);
    form.showClearing();
    this.screens.refresh();
    const [value, max] = [form.given, form.fragen.length];
    Object.assign(find(this.$root, ".fortschritt__balken", HTMLProgressElement), { max, value });
    const count = `${value} von ${max}`;
    reword(find(this.$root, "[data-stelle=fortschritt]"), `${count} beantwortet`);
    const words = `${count} Fragen ausgefüllt. Sie können jede Antwort noch ändern.`;
    reword(find(this.$root, "[data-stelle=stand]"), words);
    this.#list();
    find(this.$root, "[data-vorher]").hidden = !this.memory.hasFormer;
    form.showDate();
    this.views.refresh();
    document.title = windowTitle(this.#title, this.views.shown, this.screens.words);
  }

  /** The questions with their answers, where somebody sees them. */
  #list() {
    const { form, screens } = this;
    const items = () => form.fragen.map((frage) => checkItem(frage, form.answer(frage.id), screens.current));
    if (find(this.$root, ".sprungliste", HTMLDetailsElement).open)
      fillPlace(this.$root, "sprungliste", items());
    if (!screens.isSingle || screens.current === LAST) fillPlace(this.$root, "pruefliste", items());
  }

  /** @param {HTMLButtonElement} $button */
  #clearFrage($button) {
    const $radios = findAll($button.closest(".frage") ?? this.$root, "[type=radio]", HTMLInputElement);
    for (const $radio of $radios) $radio.checked = false;
    $radios[0]?.focus();
    this.#changed($radios[0]?.name);
  }

  /** @param {HTMLButtonElement} $button */
  #clearAll($button) {
    if (this.form.isTouched && !window.confirm("Alle Antworten und Notizen auf dieser Seite löschen?"))
      return;
    this.memory.forget();
    this.#show(null);
    this.tell("Die Antworten auf dieser Seite sind gelöscht.", false, $button);
  }

  /** @param {string} extent */
  #print(extent) {
    this.$root.classList.add(`kurzcheck--${extent}`);
    window.print();
  }

  /**
   * Say something beside where somebody works; everything said before falls silent.
   * @param {string} text
   * @param {boolean} isError
   * @param {Element} [$near]
   */
  tell = (text, isError = false, $near = this.$root) => {
    const $place = $near.closest("[data-meldeort]") ?? this.$root;
    for (const $other of findAll(this.$root, ".meldung")) say($other, "");
    say(find($place, $place === this.$root ? ":scope > .meldung" : ".meldung"), text, isError);
  };
}

for (const $root of findAll(document, "[data-module=kurz-check]")) {
  new KurzCheck($root);
  delete $root.dataset.wartet;
}

import { save } from "./document/download.mjs";
import { fillPlace } from "./kurz-check/report/draw.mjs";
import { Refused, fromLink, readFile, toLink, writeFile } from "./kurz-check/file.mjs";
import { Form } from "./kurz-check/form.mjs";
import { forgetCheck, keepCheck, keptChecks } from "./kurz-check/kept.mjs";
import { checkItem, keptItem, readScale } from "./kurz-check/page.mjs";
import { Result } from "./kurz-check/result.mjs";
import { shortDate } from "./shared/dates.mjs";
import { find, findAll, onClick } from "./shared/dom.mjs";
import { linkIn } from "./shared/link.mjs";
import { loadBeside } from "./shared/load.mjs";
import { fileName } from "./shared/names.mjs";

/** @import {Check, Report} from "./shared/types.mjs" */

const ANSWERS = "antworten";
const NOT_KEPT = {
  full: "Der Speicher dieses Browsers ist voll. Löschen Sie gemerkte Antworten oder sichern Sie diese als Datei.",
  forbidden: "Dieser Browser lässt kein Speichern zu. Sichern Sie die Antworten als Datei.",
};

/** Moves between the views, saves, loads, warns. */
class KurzCheck {
  #unsaved = false;
  #asked = false;
  #comparing = false;
  /** @type {Report|null} */
  #comparison = null;
  /** @type {number|null} */
  #slot = null;

  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    for (const $part of findAll($root, "[data-mit-skript]")) $part.hidden = false;
    this.scale = readScale($root);
    this.form = new Form(find($root, "form", HTMLFormElement), $root.dataset.stand ?? "");
    this.result = new Result(find($root, "#ergebnis"), this.form, this.scale);
    this.#listen();
    // After Back or a reload the browser itself may have put answers into the form.
    this.#unsaved = this.form.isTouched;
    if (location.hash) this.#follow();
    this.#showKept();
    this.#refresh();
  }

  /** @type {Record<string, ($button: HTMLButtonElement) => void>} */
  actions = {
    leeren: ($button) => this.#clearQuestion($button),
    datei: () => this.#saveFile(),
    merken: () => this.#keep(),
    fortsetzen: ($button) => this.#load(() => readFile($button.value), Number($button.dataset.id)),
    vergessen: ($button) => this.#forget(Number($button.dataset.id)),
    verweis: () => this.#offerLink(),
    neu: () => this.#clearAll(),
    drucken: ($button) => this.#print($button.dataset.umfang ?? ""),
    docx: () => this.#takeAway("docx", "docx"),
    odt: () => this.#takeAway("odt", "odt"),
    tabelle: () => this.#takeAway("tabelle", "csv"),
    plan: () => this.#takeAway("plan", "csv", "plan"),
  };

  #listen() {
    onClick(this.$root, "[data-aktion]", ($button) => {
      this.actions[$button.dataset.aktion ?? ""]?.(/** @type {HTMLButtonElement} */ ($button));
    });
    // The last message must not cover the next step.
    for (const type of ["pointerdown", "keydown"]) this.$root.addEventListener(type, () => this.#tell(""));
    this.form.$form.addEventListener("input", () => this.#changed());
    this.form.$form.addEventListener("submit", (event) => event.preventDefault());
    this.form.$switch.addEventListener("change", () => this.form.showExtra(this.form.$switch.checked));
    const $file = find(this.$root, "[data-datei]", HTMLInputElement);
    $file.addEventListener("change", () => this.#openFile($file));
    window.addEventListener("hashchange", () => this.#follow());
    window.addEventListener("pageshow", () => this.#refresh());
    window.addEventListener("beforeunload", (event) => this.#askOnce(event));
    window.addEventListener("beforeprint", () => this.#openDetails());
    window.addEventListener("afterprint", () => (this.$root.className = "kurzcheck"));
  }

  /** Show the view that the address points into; answers in the address are loaded first. */
  #follow() {
    const text = linkIn(location.hash, ANSWERS);
    if (text !== null) {
      const loaded = this.#load(() => fromLink(text));
      location.replace(loaded ? "#ergebnis" : "#fragen");
      return;
    }
    const $target = document.getElementById(location.hash.slice(1) || "fragen");
    const $view = $target?.closest("[data-ansicht]");
    if (!$target || !$view) return;
    if (this.form.$extra.contains($target)) this.form.showExtra(true);
    for (const $other of findAll(this.$root, "[data-ansicht]")) $other.hidden = $other !== $view;
    this.#refresh();
    $target.scrollIntoView();
    const [$first] = findAll($target, $target === $view ? "h2" : "input");
    $first?.focus({ preventScroll: true });
  }

  #changed() {
    this.#unsaved = true;
    this.#asked = false;
    if (this.#slot) this.#keep(true);
    else this.#refresh();
  }

  #refresh() {
    this.form.showExtra(this.form.$switch.checked);
    const { form } = this;
    const { questions } = form;
    for (const { id } of questions) find(this.$root, `#${id} [data-aktion=leeren]`).hidden = form.answer(id) === null;
    const given = questions.filter(({ id }) => form.answer(id) !== null).length;
    const filled = `${given} von ${questions.length} Fragen ausgefüllt.`;
    fillPlace(this.$root, "stand", [`${filled} Sie können jede Antwort noch ändern.`]);
    fillPlace(this.$root, "pruefliste", questions.map((question) => checkItem(question, form.answer(question.id))));
    this.#showView();
  }

  get #view() {
    return find(this.$root, "[data-ansicht]:not([hidden])");
  }

  #showView() {
    for (const $link of findAll(this.$root, ".ansichten__link", HTMLAnchorElement)) {
      if ($link.hash === `#${this.#view.id}`) $link.setAttribute("aria-current", "true");
      else $link.removeAttribute("aria-current");
    }
    if (this.#view === this.result.$section) this.result.show();
    if (this.#view.id === "vergleich") this.#startComparison();
  }

  /** Most visitors never compare: what it takes is loaded for those who do. */
  async #startComparison() {
    if (this.#comparing) return;
    this.#comparing = true;
    this.#comparing = await this.#loadPart("vergleich");
    if (!this.#comparing) return;
    const tell = (/** @type {string} */ text, isError = false) => this.#tell(text, isError);
    const take = (/** @type {Report} */ report) => (this.#comparison = report);
    dispatch("vergleichen", { $section: find(this.$root, "#vergleich"), scale: this.scale, tell, take });
  }

  /** @param {string} name @returns {Promise<boolean>} whether it is there; if not, the page says so */
  async #loadPart(name) {
    try {
      await loadBeside(`kurz-check-${name}`);
      return true;
    } catch {
      this.#tell("Das geht gerade nicht. Versuchen Sie es später.", true);
      return false;
    }
  }

  #showKept() {
    const kept = keptChecks(this.scale.rules.tage);
    find(this.$root, "[data-gemerkt]").hidden = !kept.length;
    fillPlace(this.$root, "gemerkt", kept.map(keptItem));
  }

  /** @param {HTMLButtonElement} $button */
  #clearQuestion($button) {
    const $radios = findAll($button.closest(".frage") ?? this.$root, "[type=radio]", HTMLInputElement);
    for (const $radio of $radios) $radio.checked = false;
    $radios[0]?.focus();
    this.#changed();
  }

  #clearAll() {
    if (this.form.isTouched && !window.confirm("Alle Antworten und Notizen auf dieser Seite löschen?")) return;
    this.form.clear();
    this.#settle(null);
    this.#tell("Die Antworten auf dieser Seite sind gelöscht.");
  }

  /** @param {HTMLInputElement} $input */
  async #openFile($input) {
    const [file] = $input.files ?? [];
    if (!file) return;
    const text = await file.text();
    $input.value = "";
    this.#load(() => readFile(text));
  }

  /**
   * Replace the answers by others; refused ones change nothing.
   * @param {() => Check} read
   * @param {number|null} slot
   */
  #load(read, slot = null) {
    try {
      const check = read();
      if (this.#unsaved && !window.confirm("Ihre ungesicherten Antworten ersetzen?")) return false;
      const unknown = this.form.write(check);
      this.#settle(slot);
      const gone = unknown.join(", ");
      const rest = gone && ` Diese Fragen gibt es hier nicht mehr, sie bleiben in der Datei: ${gone}.`;
      const date = check.datum ? "" : " Ihr Datum ist kein Tag im Kalender. Bitte tragen Sie es neu ein.";
      this.#tell(`Die Antworten${check.datum && ` vom ${shortDate(check.datum)}`} sind geladen.${date}${rest}`);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#tell(`${error.message} Ihre Antworten auf dieser Seite sind unverändert.`, true);
      return false;
    }
  }

  /**
   * The answers on the screen are safe somewhere, perhaps in a slot of this device.
   * @param {number|null} slot
   */
  #settle(slot) {
    this.#slot = slot;
    this.#unsaved = false;
    this.#showKept();
    this.#refresh();
  }

  #keep(silent = false) {
    const slot = this.#slot ?? Date.now();
    const check = this.form.read();
    const outcome = keepCheck(slot, check.name, writeFile(check));
    if (outcome !== "kept") return this.#tell(NOT_KEPT[outcome], true);
    this.#settle(slot);
    if (!silent) this.#tell("Gemerkt. Weitere Änderungen werden auf diesem Gerät mitgeschrieben.");
  }

  /** @param {number} id */
  #forget(id) {
    forgetCheck(id);
    if (this.#slot === id) this.#slot = null;
    this.#unsaved ||= this.form.isTouched;
    this.#showKept();
    this.#tell("Vom Gerät gelöscht.");
  }

  #offerLink() {
    const link = `${location.href.split("#")[0]}#${ANSWERS}=${toLink(this.form.read())}`;
    find(this.$root, "[data-verweis]").hidden = false;
    const $link = find(this.$root, "[data-stelle=verweis]", HTMLInputElement);
    $link.value = link;
    $link.select();
    this.#tell("Der Link steht im Feld. Kopieren Sie ihn von dort.");
  }

  #saveFile() {
    save(writeFile(this.form.read()), this.#fileName("json"), "application/json");
    this.#settle(this.#slot);
  }

  /** @param {string} what @param {string} ending @param {string} [kind] */
  async #takeAway(what, ending, kind) {
    if (!(await this.#loadPart("dokument"))) return;
    const doc = this.#view === this.result.$section ? this.result.report : this.#comparison;
    const content = { doc, check: this.form.read(), scale: this.scale };
    dispatch("mitnehmen", { what, fileName: this.#fileName(ending, kind), ...content });
  }

  /** @param {string} ending @param {string} kind */
  #fileName(ending, kind = "kurz-check") {
    const { name, datum } = this.form.read();
    const title = fileName([kind, name.toLowerCase(), datum], ending);
    const date = this.form.hasDate ? "" : " Das Datum im Feld ist kein Tag im Kalender; in der Datei steht der heutige.";
    this.#tell(`Gesichert als ${title}.${date}`);
    return title;
  }

  /** @param {string} extent */
  #print(extent) {
    this.$root.classList.add(`kurzcheck--${extent}`);
    window.print();
  }

  #openDetails() {
    for (const $step of findAll(this.result.$section, ".schritt", HTMLDetailsElement)) $step.open = true;
  }

  /** @param {BeforeUnloadEvent} event */
  #askOnce(event) {
    if (!this.#unsaved || this.#asked) return;
    this.#asked = true;
    event.preventDefault();
  }

  /** @param {string} text @param {boolean} isError */
  #tell(text, isError = false) {
    const $message = find(this.$root, ".meldung");
    $message.textContent = text;
    $message.classList.toggle("meldung--fehler", isError);
    if (isError) $message.focus();
  }
}

/** Tell a script loaded later. @param {string} what @param {object} detail */
function dispatch(what, detail) {
  document.dispatchEvent(new CustomEvent(`kurz-check:${what}`, { detail }));
}

for (const $root of findAll(document, "[data-module=kurz-check]")) new KurzCheck($root);

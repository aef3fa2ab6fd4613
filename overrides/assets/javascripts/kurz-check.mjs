import { save } from "./document/download.mjs";
import { fillPlace } from "./kurz-check/report/draw.mjs";
import { Refused, fromLink, readFile, toLink, writeFile } from "./kurz-check/file.mjs";
import { Form } from "./kurz-check/form.mjs";
import { forgetCheck, keepCheck, keptChecks } from "./kurz-check/kept.mjs";
import { checkItem, keptItem, readScale } from "./kurz-check/page.mjs";
import { Views } from "./kurz-check/views.mjs";
import { shortDate } from "./shared/dates.mjs";
import { find, findAll, onClick } from "./shared/dom.mjs";
import { linkIn } from "./shared/link.mjs";
import { fileName } from "./shared/names.mjs";

/** @import {Check} from "./shared/types.mjs" */

const ANSWERS = "antworten";
const NOT_KEPT = {
  full: "Der Speicher dieses Browsers ist voll. Löschen Sie gemerkte Antworten oder sichern Sie diese als Datei.",
  forbidden: "Dieser Browser lässt kein Speichern zu. Sichern Sie die Antworten als Datei.",
};

/** Moves between the views, saves, loads, warns. */
class KurzCheck {
  #unsaved = false;
  #asked = false;
  /** @type {number|null} */
  #slot = null;

  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    for (const $part of findAll($root, "[data-mit-skript]")) $part.hidden = false;
    this.scale = readScale($root);
    this.form = new Form(find($root, "form", HTMLFormElement), $root.dataset.stand ?? "");
    this.views = new Views($root, this.form, this.scale, (text, isError) => this.#tell(text, isError));
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
    docx: () => this.views.takeAway("docx", () => this.#fileName("docx")),
    odt: () => this.views.takeAway("odt", () => this.#fileName("odt")),
    tabelle: () => this.views.takeAway("tabelle", () => this.#fileName("csv")),
    plan: () => this.views.takeAway("plan", () => this.#fileName("csv", "plan")),
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
    window.addEventListener("beforeprint", () => this.views.unfold());
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
    if (!$target || !this.views.show($target)) return;
    this.#refresh();
    $target.scrollIntoView();
    const [$first] = findAll($target, $target.matches("[data-ansicht]") ? "h2" : "input");
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
    for (const { id } of questions)
      find(this.$root, `#${id} [data-aktion=leeren]`).hidden = form.answer(id) === null;
    const given = questions.filter(({ id }) => form.answer(id) !== null).length;
    const filled = `${given} von ${questions.length} Fragen ausgefüllt.`;
    fillPlace(this.$root, "stand", [`${filled} Sie können jede Antwort noch ändern.`]);
    fillPlace(
      this.$root,
      "pruefliste",
      questions.map((question) => checkItem(question, form.answer(question.id))),
    );
    this.views.refresh();
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
    if (this.form.isTouched && !window.confirm("Alle Antworten und Notizen auf dieser Seite löschen?"))
      return;
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
      this.#tell(
        `Die Antworten${check.datum && ` vom ${shortDate(check.datum)}`} sind geladen.${date}${rest}`,
      );
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

  /** @param {string} ending @param {string} kind */
  #fileName(ending, kind = "kurz-check") {
    const { name, datum } = this.form.read();
    const title = fileName([kind, name.toLowerCase(), datum], ending);
    const date = this.form.hasDate
      ? ""
      : " Das Datum im Feld ist kein Tag im Kalender; in der Datei steht der heutige.";
    this.#tell(`Gesichert als ${title}.${date}`);
    return title;
  }

  /** @param {string} extent */
  #print(extent) {
    this.$root.classList.add(`kurzcheck--${extent}`);
    window.print();
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

for (const $root of findAll(document, "[data-module=kurz-check]")) new KurzCheck($root);

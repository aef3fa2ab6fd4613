import { save } from "./document/download.mjs";
import { Comparison } from "./kurz-check/comparison-view.mjs";
import { fillPlace, make } from "./kurz-check/dom.mjs";
import { Refused, fromLink, readFile, toLink, writeFile } from "./kurz-check/file.mjs";
import { Form } from "./kurz-check/form.mjs";
import { Result } from "./kurz-check/result.mjs";
import { forgetCheck, keepCheck, keptChecks } from "./kurz-check/storage.mjs";
import { answerText, germanDate, questionTitle } from "./kurz-check/words.mjs";

const ANSWERS = "#antworten=";

/** Moves between the views, saves, loads, warns. */
class KurzCheck {
  #unsaved = false;
  #asked = false;
  #slot = null;
  #writers;

  constructor($root) {
    this.$root = $root;
    for (const $part of $root.querySelectorAll("[data-mit-skript]")) $part.hidden = false;
    this.scale = readScale($root);
    this.form = new Form($root.querySelector("form"), $root.dataset.stand);
    this.result = new Result($root.querySelector("#ergebnis"), this.form, this.scale);
    new Comparison($root.querySelector("#vergleich"), this.scale, (...message) => this.#tell(...message));
    this.#listen();
    // After Back or a reload the browser itself may have put answers into the form.
    this.#unsaved = this.form.isTouched;
    if (location.hash) this.#follow();
    this.#showKept();
    this.#refresh();
  }

  actions = {
    leeren: ($button) => this.#clearQuestion($button.closest(".frage")),
    datei: () => this.#saveFile(),
    merken: () => this.#keep(),
    fortsetzen: ($button) => this.#load(() => readFile($button.value), Number($button.dataset.id)),
    vergessen: ($button) => this.#forget(Number($button.dataset.id)),
    verweis: () => this.#offerLink(),
    neu: () => this.#clearAll(),
    drucken: ($button) => this.#print($button.dataset.umfang),
    docx: () => this.#takeAway("docx", "docx"),
    odt: () => this.#takeAway("odt", "odt"),
    tabelle: () => this.#takeAway("tabelle", "csv"),
    plan: () => this.#takeAway("plan", "csv", "plan"),
  };

  #listen() {
    this.$root.addEventListener("click", ({ target }) => {
      const $button = target.closest("[data-aktion]");
      if ($button) this.actions[$button.dataset.aktion]($button);
    });
    // The last message must not cover the next step.
    for (const type of ["pointerdown", "keydown"]) this.$root.addEventListener(type, () => this.#tell(""));
    this.form.$form.addEventListener("input", () => this.#changed());
    this.form.$form.addEventListener("submit", (event) => event.preventDefault());
    this.form.$switch.addEventListener("change", ({ target }) => this.form.showExtra(target.checked));
    this.$root.querySelector("[data-datei]").addEventListener("change", ({ target }) => this.#openFile(target));
    window.addEventListener("hashchange", () => this.#follow());
    window.addEventListener("pageshow", () => this.#refresh());
    window.addEventListener("beforeunload", (event) => this.#askOnce(event));
    window.addEventListener("beforeprint", () => this.#openDetails());
    window.addEventListener("afterprint", () => (this.$root.className = "kurzcheck"));
  }

  /** Show the view that the address points into; answers in the address are loaded first. */
  #follow() {
    if (location.hash.startsWith(ANSWERS)) {
      const text = location.hash.slice(ANSWERS.length);
      const loaded = this.#load(() => fromLink(text));
      location.replace(loaded ? "#ergebnis" : "#fragen");
      return;
    }
    const $target = document.getElementById(location.hash.slice(1) || "fragen");
    const $view = $target?.closest("[data-ansicht]");
    if (!$view) return;
    if (this.form.$extra.contains($target)) this.form.showExtra(true);
    for (const $other of this.$root.querySelectorAll("[data-ansicht]")) $other.hidden = $other !== $view;
    this.#refresh();
    $target.scrollIntoView();
    $target.querySelector($target === $view ? "h2" : "input")?.focus({ preventScroll: true });
  }

  #changed() {
    this.#unsaved = true;
    this.#asked = false;
    if (this.#slot) this.#keep(true);
    else this.#refresh();
  }

  #refresh() {
    this.form.showExtra(this.form.$switch.checked);
    const { questions, answers } = this.form;
    for (const { id, $fieldset } of questions) {
      $fieldset.querySelector("[data-aktion=leeren]").hidden = answers.get(id) === null;
    }
    const given = questions.filter(({ id }) => answers.get(id) !== null).length;
    fillPlace(this.$root, "stand", [`${given} von ${questions.length} Fragen ausgefüllt. Sie können jede Antwort noch ändern.`]);
    fillPlace(this.$root, "pruefliste", questions.map((question) => checkItem(question, answers.get(question.id))));
    this.#showView();
  }

  get #view() {
    return this.$root.querySelector("[data-ansicht]:not([hidden])");
  }

  #showView() {
    for (const $link of this.$root.querySelectorAll(".ansichten__link")) {
      if ($link.hash === `#${this.#view.id}`) $link.setAttribute("aria-current", "true");
      else $link.removeAttribute("aria-current");
    }
    if (this.#view === this.result.$section) this.result.show();
  }

  #showKept() {
    const kept = keptChecks(this.scale.rules.tage);
    this.$root.querySelector("[data-gemerkt]").hidden = !kept.length;
    fillPlace(this.$root, "gemerkt", kept.map(keptItem));
  }

  #clearQuestion($fieldset) {
    for (const $radio of $fieldset.querySelectorAll(":checked")) $radio.checked = false;
    $fieldset.querySelector("input").focus();
    this.#changed();
  }

  #clearAll() {
    if (this.form.isTouched && !window.confirm("Alle Antworten und Notizen auf dieser Seite löschen?")) return;
    this.form.clear();
    this.#settle(null);
    this.#tell("Die Antworten auf dieser Seite sind gelöscht.");
  }

  async #openFile($input) {
    const [file] = $input.files;
    const text = await file.text();
    $input.value = "";
    this.#load(() => readFile(text));
  }

  /** Replace the answers by others; refused ones change nothing. */
  #load(read, slot = null) {
    try {
      const check = read();
      if (this.#unsaved && !window.confirm("Ihre ungesicherten Antworten ersetzen?")) return false;
      const unknown = this.form.write(check);
      this.#settle(slot);
      const rest = unknown.length ? ` Diese Fragen gibt es hier nicht mehr, sie bleiben in der Datei: ${unknown.join(", ")}.` : "";
      this.#tell(`Die Antworten vom ${germanDate(check.datum)} sind geladen.${rest}`);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#tell(`${error.message} Ihre Antworten auf dieser Seite sind unverändert.`, true);
      return false;
    }
  }

  /** The answers on the screen are safe somewhere, perhaps in a slot of this device. */
  #settle(slot) {
    this.#slot = slot;
    this.#unsaved = false;
    this.#showKept();
    this.#refresh();
  }

  #keep(silent = false) {
    const slot = this.#slot ?? Date.now();
    try {
      const check = this.form.read();
      keepCheck(slot, check.name, writeFile(check));
    } catch {
      this.#tell("Dieser Browser lässt kein Speichern zu. Sichern Sie die Antworten als Datei.", true);
      return;
    }
    this.#settle(slot);
    if (!silent) this.#tell("Gemerkt. Weitere Änderungen werden auf diesem Gerät mitgeschrieben.");
  }

  #forget(id) {
    forgetCheck(id);
    if (this.#slot === id) this.#slot = null;
    this.#unsaved ||= this.form.isTouched;
    this.#showKept();
    this.#tell("Vom Gerät gelöscht.");
  }

  #offerLink() {
    const link = `${location.href.split("#")[0]}${ANSWERS}${toLink(this.form.read())}`;
    this.$root.querySelector("[data-verweis]").hidden = false;
    const $link = this.$root.querySelector("[data-stelle=verweis]");
    $link.value = link;
    $link.select();
    this.#tell("Der Link steht im Feld. Kopieren Sie ihn von dort.");
  }

  #saveFile() {
    save(writeFile(this.form.read()), this.#fileName("json"), "application/json");
    this.#settle(this.#slot);
  }

  async #takeAway(what, ending, kind) {
    try {
      await (this.#writers ??= loadWriters());
    } catch {
      this.#writers = null;
      return this.#tell("Das geht gerade nicht. Versuchen Sie es später.", true);
    }
    const detail = { what, fileName: this.#fileName(ending, kind), $section: this.#view, check: this.form.read(), scale: this.scale };
    document.dispatchEvent(new CustomEvent("kurz-check:mitnehmen", { detail }));
  }

  #fileName(ending, kind = "kurz-check") {
    const { name, datum } = this.form.read();
    const label = name.toLowerCase().replace(/[^a-z0-9äöüß]+/g, "-");
    const fileName = `${[kind, label, datum].filter(Boolean).join("-")}.${ending}`;
    this.#tell(`Gesichert als ${fileName}.`);
    return fileName;
  }

  #print(extent) {
    this.$root.classList.add(`kurzcheck--${extent}`);
    window.print();
  }

  #openDetails() {
    for (const $step of this.result.$section.querySelectorAll(".schritt")) $step.open = true;
  }

  #askOnce(event) {
    if (!this.#unsaved || this.#asked) return;
    this.#asked = true;
    event.preventDefault();
  }

  #tell(text, isError = false) {
    const $message = this.$root.querySelector(".meldung");
    $message.textContent = text;
    $message.classList.toggle("meldung--fehler", isError);
    if (isError) $message.focus();
  }
}

/** Load what lies beside this script. */
function loadWriters() {
  const $own = document.querySelector('script[src*="javascripts/kurz-check."]');
  const src = $own.src.replace(/(?=\.m?js$)/, "-dokument");
  return new Promise((onload, onerror) => document.head.append(make("script", { type: $own.type, src, onload, onerror })));
}

function readScale($root) {
  const bands = [...$root.querySelectorAll("[data-band]")].map(({ dataset: { band, von, bis }, children }) => {
    return { id: band, von: Number(von), bis: Number(bis), zeichen: children[0].textContent, titel: children[1].textContent };
  });
  const rules = Object.entries($root.dataset).map(([name, value]) => [name, Number(value)]);
  return { bands, rules: Object.fromEntries(rules) };
}

function checkItem(question, answer) {
  const $hidden = make("span", { className: "nur-vorlesen" }, `: ${questionTitle(question)}`);
  const $change = make("a", { href: `#${question.id}` }, "Ändern", $hidden);
  return make("li", {}, `${question.titel}: `, make("strong", {}, answerText(answer)), " ", $change);
}

function keptItem({ id, zeit, name, text }) {
  const title = `${name || "Ohne Bezeichnung"}, ${new Date(zeit).toLocaleDateString("de-DE")}`;
  const button = (aktion, label) => {
    const $button = make("button", { type: "button", className: "knopf knopf--leise", value: text }, `${label}: ${title}`);
    Object.assign($button.dataset, { aktion, id });
    return $button;
  };
  return make("li", {}, button("fortsetzen", "Fortsetzen"), button("vergessen", "Löschen"));
}

for (const $root of document.querySelectorAll("[data-module=kurz-check]")) new KurzCheck($root);

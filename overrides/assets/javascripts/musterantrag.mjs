import { save } from "./document/download.mjs";
import { saveDocument } from "./document/save.mjs";
import { TEXT_TYPE, toText } from "./document/text.mjs";
import { composeMusterantrag } from "./musterantrag/plan.mjs";
import { checkLine, checkLines, fileNameFor, linesOf } from "./musterantrag/input.mjs";
import { readPlan, readQuestions, showDocument } from "./musterantrag/page.mjs";
import { dateInWords, proposeForms } from "./musterantrag/grammar.mjs";
import { readHandover, readSelection, writeSelection } from "./musterantrag/handover.mjs";

const CASES = ["genitiv", "dativ", "akkusativ"];
const WORDS = ["kommune", "gremium", "antragsteller"];
const OWN = "eigene";

const TEXTS = {
  open: "Noch offen – im Antrag stehen dafür Klammern:",
  complete: "Alle Angaben sind da.",
  saved: "Die Datei ist gespeichert. Sie finden sie bei Ihren Downloads.",
  failed: "Die Datei lässt sich gerade nicht erzeugen. Kopieren Sie den Text oder speichern Sie ihn als .txt.",
  copied: "Der Text liegt in der Zwischenablage.",
  marked: "Der Text ist markiert. Kopieren Sie ihn mit Strg+C oder ⌘+C.",
  link: "Der Link steht im Feld unter den Knöpfen.",
  noProposal: "Für dieses Land und diese Art haben wir keinen belegten Namen. Bitte wählen Sie selbst.",
  selection: "Die Auswahl aus dem Link ist übernommen.",
  foreign: "Der Link passt nicht zu dieser Fassung der Website. Es wurde nichts übernommen.",
};

/** The form that composes the Musterantrag, and the text below it. */
class Musterantrag {
  constructor($form, $musterantrag) {
    this.$form = $form;
    this.$musterantrag = $musterantrag;
    this.plan = readPlan($musterantrag);
    this.known = {
      questions: readQuestions(this.$("fragen")),
      empfehlungen: new Set(this.plan.blocks.map((block) => block.empfehlung).filter(Boolean)),
    };
    this.$named = [...$form.elements].filter(($field) => $field.name);
    this.$boxes = this.$named.filter(($field) => $field.type === "checkbox");
    this.$fields = this.$named.filter(($field) => $field.type !== "checkbox");
    this.selbsteinschaetzung = null;
    this.proposed = "";
  }

  start() {
    this.$form.hidden = false;
    document.querySelector("[data-ohne-skript]").hidden = true;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", ({ target }) => this.onInput(target));
    this.$form.addEventListener("click", (event) => this.onClick(event));
    window.addEventListener("hashchange", () => this.readAddress());
    this.readAddress();
  }

  onInput($field) {
    if ($field.dataset.alle) this.tickAll($field.dataset.alle, $field.checked);
    if ($field.name === "land" || $field.name === "kommune") this.proposeBody();
    const [word, part] = $field.name.split("-");
    if (part === "artikel" || part === "nominativ") this.proposeCases(word);
    this.update();
  }

  onClick(event) {
    const { aktion, ziel } = event.target.dataset;
    if (aktion) this[aktion]();
    if (!ziel) return;
    // The address may carry a selection; a jump would replace it.
    event.preventDefault();
    this.field(ziel).focus();
  }

  /** The part of the form marked with a data attribute. */
  $(mark) {
    return this.$form.querySelector(`[data-${mark}]`);
  }

  field(name) {
    return this.$form.elements.namedItem(name);
  }

  /** The text of a field, or nothing if it is refused; the reason then stands beside it. */
  text(name, check = checkLine) {
    const $field = this.field(name);
    const { text, problem } = check($field.value);
    const $problem = document.getElementById(`fehler-${name}`);
    $problem.textContent = problem;
    $problem.hidden = !problem;
    $field.setAttribute("aria-invalid", String(Boolean(problem)));
    return text;
  }

  word(name) {
    const { value, options, selectedOptions } = this.field(name);
    if (value !== OWN) return { forms: selectedOptions[0].dataset, chosen: value !== "" };
    const noun = this.text(`${name}-nominativ`);
    if (!noun) return { forms: options[0].dataset, chosen: false };
    const forms = CASES.map((grammaticalCase) => [grammaticalCase, this.text(`${name}-${grammaticalCase}`) || noun]);
    const artikel = this.field(`${name}-artikel`).value;
    return { forms: { artikel, nominativ: noun, ...Object.fromEntries(forms) }, chosen: true };
  }

  choices() {
    return {
      ...Object.fromEntries(WORDS.map((name) => [name, this.word(name)])),
      name: this.text("name"),
      zusatz: this.text("zusatz"),
      datum: this.field("datum").value,
      modules: new Set(this.tickedBoxes()),
      auftraege: linesOf(this.text("auftraege", checkLines)),
      gruende: linesOf(this.text("gruende", checkLines)),
      selbsteinschaetzung: this.field("selbsteinschaetzung").checked ? this.selbsteinschaetzung : null,
    };
  }

  update() {
    const choices = this.choices();
    this.doc = composeMusterantrag(this.plan, choices);
    this.showFields(choices);
    this.showParents();
    this.showOpen(choices);
    showDocument(this.$musterantrag, this.doc);
  }

  showFields({ kommune, antragsteller }) {
    for (const name of WORDS) this.$(`eigene=${name}`).hidden = this.field(name).value !== OWN;
    this.$("eingabe=name").hidden = kommune.chosen && !needsName(kommune);
    this.$("eingabe=zusatz").hidden = !needsName(antragsteller);
  }

  showParents() {
    for (const $all of this.$form.querySelectorAll("[data-alle]")) {
      const $parts = this.partsOf($all.dataset.alle);
      $all.checked = $parts.every(($part) => $part.checked);
      $all.indeterminate = !$all.checked && $parts.some(($part) => $part.checked);
    }
  }

  showOpen(choices) {
    const missing = {
      ...Object.fromEntries(WORDS.map((name) => [name, !choices[name].chosen])),
      name: !choices.name && !this.$("eingabe=name").hidden,
      zusatz: !choices.zusatz && needsName(choices.antragsteller),
      datum: !dateInWords(choices.datum),
    };
    const open = Object.keys(missing).filter((name) => missing[name]);
    this.say("offen", open.length ? TEXTS.open : TEXTS.complete);
    this.$("offene-felder").replaceChildren(...open.map((name) => this.openField(name)));
  }

  openField(name) {
    const $link = document.createElement("a");
    $link.href = `#feld-${name}`;
    $link.dataset.ziel = name;
    $link.textContent = this.field(name).labels[0].textContent;
    return listItem($link);
  }

  say(where, text) {
    this.$(where).textContent = text;
  }

  tickedBoxes() {
    return this.$boxes.filter(($box) => $box.checked).map(($box) => $box.value);
  }

  partsOf(module) {
    return this.$boxes.filter(($box) => $box.value.startsWith(`${module}/`));
  }

  tickAll(module, checked) {
    for (const $part of this.partsOf(module)) $part.checked = checked;
  }

  /** Propose the usual name of the body; a choice made by hand stays. */
  proposeBody() {
    const land = this.field("land").value;
    const kind = this.field("kommune").value;
    if (!land || !kind) return;
    const $found = [...document.querySelectorAll("[data-gremium]")].find(
      ({ dataset }) => dataset.land === land && dataset.arten.split(" ").includes(kind),
    );
    const body = $found?.dataset.gremium ?? "";
    if (this.field("gremium").value === this.proposed) this.field("gremium").value = body;
    this.proposed = body;
    const source = () => $found.closest("li").querySelector("a").cloneNode(true);
    const note = $found ? [`Vorschlag für ${land}: ${$found.textContent}. Quelle: `, source()] : [TEXTS.noProposal];
    this.$("vorschlag").replaceChildren(...note);
  }

  proposeCases(word) {
    const forms = proposeForms(this.field(`${word}-artikel`).value, this.field(`${word}-nominativ`).value.trim());
    for (const grammaticalCase of CASES) this.field(`${word}-${grammaticalCase}`).value = forms[grammaticalCase];
  }

  readAddress() {
    const { selbsteinschaetzung, selection, problem } = {
      ...readHandover(location.hash, this.known),
      ...readSelection(location.hash, this.known),
    };
    if (selbsteinschaetzung) this.takeSelbsteinschaetzung(selbsteinschaetzung);
    if (selection) this.takeSelection(selection);
    if (problem) this.say("meldung", problem);
    this.update();
  }

  takeSelbsteinschaetzung(selbsteinschaetzung) {
    this.showSelbsteinschaetzung(selbsteinschaetzung);
    for (const id of selbsteinschaetzung.punkte.flatMap(({ empfehlungen }) => empfehlungen)) this.tickAll(`auftrag/${id}`, true);
    const date = dateInWords(selbsteinschaetzung.datum);
    this.say("meldung", `Aus dem Kurz-Check vom ${date} sind die passenden Aufträge schon angekreuzt.`);
  }

  showSelbsteinschaetzung(selbsteinschaetzung) {
    this.selbsteinschaetzung = selbsteinschaetzung;
    const $points = selbsteinschaetzung.punkte.map(({ nr, titel, wert }) =>
      listItem(`${nr ? `Frage ${nr}` : "Zusatzfrage"}, ${titel}: ${wert} %`),
    );
    this.$("punkte").replaceChildren(...$points);
    this.$("kurzcheck").hidden = false;
  }

  selection() {
    const filled = this.$fields.filter(($field) => $field.value);
    return {
      felder: Object.fromEntries(filled.map(($field) => [$field.name, $field.value])),
      module: this.tickedBoxes(),
      kurzcheck: this.selbsteinschaetzung,
    };
  }

  takeSelection({ felder, module, kurzcheck }) {
    const known = new Set(this.$boxes.map(($box) => $box.value));
    const fits = Object.entries(felder).every(([name, value]) => this.accepts(name, value));
    if (!fits || !module.every((id) => known.has(id))) {
      this.say("meldung", TEXTS.foreign);
      return;
    }
    for (const $field of this.$fields) $field.value = felder[$field.name] ?? $field.options?.[0].value ?? "";
    for (const $box of this.$boxes) $box.checked = module.includes($box.value);
    if (kurzcheck) this.showSelbsteinschaetzung(kurzcheck);
    this.say("meldung", TEXTS.selection);
  }

  accepts(name, value) {
    const $field = this.$fields.find((candidate) => candidate.name === name);
    return $field && [...($field.options ?? [{ value }])].some((option) => option.value === value);
  }

  // Output: one method for each value of data-aktion.

  docx() {
    return this.saveFile("docx");
  }

  odt() {
    return this.saveFile("odt");
  }

  async saveFile(format) {
    try {
      await saveDocument(this.doc, format, this.fileName(format));
      this.say("ergebnis", TEXTS.saved);
    } catch {
      this.say("ergebnis", TEXTS.failed);
    }
  }

  txt() {
    save(toText(this.doc), this.fileName("txt"), TEXT_TYPE);
    this.say("ergebnis", TEXTS.saved);
  }

  fileName(ending) {
    return fileNameFor(this.text("name"), ending);
  }

  async kopie() {
    try {
      await navigator.clipboard.writeText(toText(this.doc));
      this.say("ergebnis", TEXTS.copied);
    } catch {
      getSelection().selectAllChildren(this.$musterantrag);
      this.say("ergebnis", TEXTS.marked);
    }
  }

  druck() {
    window.print();
  }

  link() {
    const $field = document.getElementById("feld-link");
    $field.value = location.href.split("#")[0] + writeSelection(this.selection());
    this.$("link").hidden = false;
    $field.select();
    this.say("ergebnis", TEXTS.link);
  }
}

function needsName({ forms, chosen }) {
  return chosen && forms.nominativ.includes("{name}");
}

function listItem(content) {
  const $item = document.createElement("li");
  $item.append(content);
  return $item;
}

for (const $form of document.querySelectorAll("[data-module=musterantrag]")) {
  new Musterantrag($form, document.querySelector("[data-antrag]")).start();
}

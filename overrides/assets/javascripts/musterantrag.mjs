import { DOCX_TYPE, toDocx } from "./document/docx.mjs";
import { save } from "./document/download.mjs";
import { ODT_TYPE, toOdt } from "./document/odt.mjs";
import { TEXT_TYPE, toText } from "./document/text.mjs";
import { composeMotion } from "./musterantrag/antrag.mjs";
import { checkLine, checkLines, fileName, linesOf } from "./musterantrag/eingabe.mjs";
import { readPlan, readQuestions, showDocument } from "./musterantrag/seite.mjs";
import { dateInWords, proposeForms } from "./musterantrag/sprache.mjs";
import { readHandover, readSelection, writeSelection } from "./musterantrag/uebergabe.mjs";

const CASES = ["genitiv", "dativ", "akkusativ"];
const WORDS = ["kommune", "gremium", "antragsteller"];
const OWN = "eigene";

const TEXTS = {
  open: "Noch offen – im Antrag stehen dafür Klammern:",
  complete: "Alle Angaben sind da.",
  saved: "Die Datei ist gespeichert. Sie finden sie bei Ihren Downloads.",
  copied: "Der Text liegt in der Zwischenablage.",
  marked: "Der Text ist markiert. Kopieren Sie ihn mit Strg+C oder ⌘+C.",
  link: "Der Link steht im Feld unter den Knöpfen.",
  noProposal: "Für dieses Land und diese Art haben wir keinen belegten Namen. Bitte wählen Sie selbst.",
  selection: "Die Auswahl aus dem Link ist übernommen.",
  foreign: "Der Link passt nicht zu dieser Fassung der Website. Es wurde nichts übernommen.",
};

/** The form that composes the motion, and the preview beside it. */
class Musterantrag {
  constructor($form, $motion) {
    this.$form = $form;
    this.$motion = $motion;
    this.plan = readPlan($motion);
    this.known = {
      questions: readQuestions($form.querySelector("[data-fragen]")),
      recommendations: new Set(this.plan.blocks.map((block) => block.recommendation).filter(Boolean)),
    };
    this.assessment = null;
    this.proposed = "";
    this.refused = new Set();
  }

  start() {
    this.$form.hidden = false;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", (event) => this.onInput(event.target));
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
    const { ausgabe, ziel } = event.target.dataset;
    if (ausgabe) this[ausgabe]();
    if (ziel) {
      event.preventDefault();
      this.field(ziel).focus();
    }
  }

  // Reading ---------------------------------------------------------------

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
    $field.toggleAttribute("aria-invalid", Boolean(problem));
    if (problem) $field.setAttribute("aria-invalid", "true");
    return text;
  }

  word(name) {
    const $select = this.field(name);
    if ($select.value !== OWN) return { forms: $select.selectedOptions[0].dataset, chosen: $select.value !== "" };
    const forms = { artikel: this.field(`${name}-artikel`).value, nominativ: this.text(`${name}-nominativ`) };
    for (const grammaticalCase of CASES) forms[grammaticalCase] = this.text(`${name}-${grammaticalCase}`) || forms.nominativ;
    return forms.nominativ ? { forms, chosen: true } : { forms: $select.options[0].dataset, chosen: false };
  }

  get $modules() {
    return [...this.$form.querySelectorAll("[name=modul]")];
  }

  choices() {
    return {
      ...Object.fromEntries(WORDS.map((name) => [name, this.word(name)])),
      name: this.text("name"),
      zusatz: this.text("zusatz"),
      datum: this.field("datum").value,
      modules: new Set(this.$modules.filter(($box) => $box.checked).map(($box) => $box.value)),
      requests: linesOf(this.text("auftraege", checkLines)),
      reasons: linesOf(this.text("gruende", checkLines)),
      assessment: this.field("selbsteinschaetzung").checked ? this.assessment : null,
    };
  }

  // Showing ---------------------------------------------------------------

  update() {
    const choices = this.choices();
    this.doc = composeMotion(this.plan, choices);
    this.showFields(choices);
    this.showParents();
    this.showOpen(choices);
    showDocument(this.$motion, this.doc);
  }

  showFields({ kommune, antragsteller }) {
    for (const name of WORDS) {
      this.$form.querySelector(`[data-eigene=${name}]`).hidden = this.field(name).value !== OWN;
    }
    this.$form.querySelector("[data-feld=name]").hidden = kommune.chosen && !needsName(kommune);
    this.$form.querySelector("[data-feld=zusatz]").hidden = !needsName(antragsteller);
  }

  showParents() {
    for (const $all of this.$form.querySelectorAll("[data-alle]")) {
      const parts = this.partsOf($all.dataset.alle);
      const ticked = parts.filter(($part) => $part.checked).length;
      $all.checked = ticked === parts.length;
      $all.indeterminate = ticked > 0 && ticked < parts.length;
    }
  }

  showOpen(choices) {
    const open = [
      ...WORDS.filter((name) => !choices[name].chosen),
      ...(!choices.name && (needsName(choices.kommune) || !choices.kommune.chosen) ? ["name"] : []),
      ...(!choices.zusatz && needsName(choices.antragsteller) ? ["zusatz"] : []),
      ...(dateInWords(choices.datum) ? [] : ["datum"]),
    ];
    this.$form.querySelector("[data-offen]").textContent = open.length ? TEXTS.open : TEXTS.complete;
    this.$form.querySelector("[data-offene-felder]").replaceChildren(...open.map((name) => this.openField(name)));
  }

  openField(name) {
    const $item = document.createElement("li");
    const $link = document.createElement("a");
    $link.href = `#feld-${name}`;
    $link.dataset.ziel = name;
    $link.textContent = this.$form.querySelector(`label[for=feld-${name}]`).textContent;
    $item.append($link);
    return $item;
  }

  say(where, text) {
    this.$form.querySelector(`[data-${where}]`).textContent = text;
  }

  // Helping ---------------------------------------------------------------

  partsOf(module) {
    return this.$modules.filter(($box) => $box.value.startsWith(`${module}/`));
  }

  tickAll(module, checked) {
    for (const $part of this.partsOf(module)) $part.checked = checked;
  }

  /** Propose the usual name of the body; a choice made by hand stays. */
  proposeBody() {
    const land = this.field("land").value;
    const kind = this.field("kommune").value;
    if (!land || !kind) return;
    const $proposals = [...document.querySelectorAll("[data-gremium]")];
    const $found = $proposals.find(({ dataset }) => dataset.land === land && dataset.arten.split(" ").includes(kind));
    this.showProposal(land, $found);
    const $body = this.field("gremium");
    if ($body.value === this.proposed) $body.value = $found?.dataset.gremium ?? "";
    this.proposed = $found?.dataset.gremium ?? "";
  }

  showProposal(land, $found) {
    const $note = this.$form.querySelector("[data-vorschlag]");
    if (!$found) {
      $note.textContent = TEXTS.noProposal;
      return;
    }
    const $source = $found.closest("tr").querySelector("a").cloneNode(true);
    $note.replaceChildren(`Vorschlag für ${land}: ${$found.textContent}. Quelle: `, $source);
  }

  proposeCases(word) {
    const forms = proposeForms(this.field(`${word}-artikel`).value, this.field(`${word}-nominativ`).value.trim());
    for (const grammaticalCase of CASES) this.field(`${word}-${grammaticalCase}`).value = forms[grammaticalCase];
  }

  // The address -------------------------------------------------------------

  readAddress() {
    const { assessment, problem } = readHandover(location.hash, this.known);
    const { selection, problem: broken } = readSelection(location.hash, this.known);
    if (assessment) this.takeAssessment(assessment);
    if (selection) this.takeSelection(selection);
    if (problem || broken) this.say("meldung", problem || broken);
    this.update();
  }

  takeAssessment(assessment) {
    this.showAssessment(assessment);
    for (const { empfehlungen } of assessment.punkte) {
      for (const id of empfehlungen) this.tickAll(`auftrag/${id}`, true);
    }
    const date = dateInWords(assessment.datum);
    this.say("meldung", `Aus dem Kurz-Check vom ${date} sind die passenden Aufträge schon angekreuzt.`);
  }

  showAssessment(assessment) {
    this.assessment = assessment;
    const $points = assessment.punkte.map(({ nr, frage, wert }) => {
      const $point = document.createElement("li");
      $point.textContent = `${nr ? `Frage ${nr}` : "Zusatzfrage"}, ${frage}: ${wert} %`;
      return $point;
    });
    this.$form.querySelector("[data-punkte]").replaceChildren(...$points);
    this.$form.querySelector("[data-kurzcheck]").hidden = false;
  }

  get $fields() {
    return [...this.$form.elements].filter(($field) => $field.name && $field.type !== "checkbox");
  }

  get $boxes() {
    return [...this.$form.elements].filter(($field) => $field.name && $field.type === "checkbox");
  }

  selection() {
    const filled = this.$fields.filter(($field) => $field.value);
    return {
      felder: Object.fromEntries(filled.map(($field) => [$field.name, $field.value])),
      module: this.$boxes.filter(($box) => $box.checked).map(($box) => $box.value),
      kurzcheck: this.assessment && { v: 1, ...this.assessment, punkte: this.assessment.punkte.map(asHandover) },
    };
  }

  takeSelection({ felder, module, kurzcheck }) {
    const known = new Set(this.$boxes.map(($box) => $box.value));
    const fits = Object.entries(felder).every(([name, value]) => this.accepts(name, value));
    if (!fits || !module.every((id) => known.has(id))) {
      this.say("meldung", TEXTS.foreign);
      return;
    }
    for (const $field of this.$fields) $field.value = felder[$field.name] ?? defaultValue($field);
    for (const $box of this.$boxes) $box.checked = module.includes($box.value);
    if (kurzcheck) this.showAssessment(kurzcheck);
    this.say("meldung", TEXTS.selection);
  }

  accepts(name, value) {
    const $field = this.$fields.find((candidate) => candidate.name === name);
    if (!$field) return false;
    return !$field.options || [...$field.options].some((option) => option.value === value);
  }

  // Output --------------------------------------------------------------------

  docx() {
    this.saveAs("docx", toDocx(this.doc), DOCX_TYPE);
  }

  odt() {
    this.saveAs("odt", toOdt(this.doc), ODT_TYPE);
  }

  txt() {
    this.saveAs("txt", toText(this.doc), TEXT_TYPE);
  }

  saveAs(ending, content, type) {
    save(content, fileName(this.text("name"), ending), type);
    this.say("ergebnis", TEXTS.saved);
  }

  async kopie() {
    try {
      await navigator.clipboard.writeText(toText(this.doc));
      this.say("ergebnis", TEXTS.copied);
    } catch {
      getSelection().selectAllChildren(this.$motion);
      this.say("ergebnis", TEXTS.marked);
    }
  }

  druck() {
    window.print();
  }

  link() {
    const $field = document.getElementById("feld-link");
    $field.value = location.href.split("#")[0] + writeSelection(this.selection());
    this.$form.querySelector("[data-link]").hidden = false;
    $field.select();
    this.say("ergebnis", TEXTS.link);
  }
}

function needsName({ forms, chosen }) {
  return chosen && forms.nominativ.includes("{name}");
}

function defaultValue($field) {
  return $field.options ? $field.options[0].value : "";
}

function asHandover({ id, wert, empfehlungen }) {
  return { frage: id, wert, empfehlungen };
}

for (const $form of document.querySelectorAll("[data-module=musterantrag]")) {
  new Musterantrag($form, document.querySelector("[data-antrag]")).start();
}

import { save } from "../document/download.mjs";
import { Groups } from "./groups.mjs";
import { issueLink, mailLink } from "./handover.mjs";
import { lengthProblem, problemWith, suggestId, tidy } from "./rules.mjs";
import { toYaml } from "./yaml.mjs";

const texts = {
  taken: "Diese Kennung ist schon vergeben. Wählen Sie eine andere.",
  discard: "Das Formular ist schon ausgefüllt. Sollen Ihre Angaben ersetzt werden?",
  copied: "Kopiert.",
  copyYourself: "Das Kopieren ist hier nicht erlaubt. Der Text ist markiert, drücken Sie Strg und C.",
  paste: "Der Vorschlag ist für eine fertige Nachricht zu lang. Kopieren Sie ihn und fügen Sie ihn dort ein.",
};

/** The form for a new or changed example. Nothing leaves the page by itself. */
export class BeispielFormular {
  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
    this.$form = $root.querySelector("form");
    this.$choice = $root.querySelector("[data-auswahl]");
    this.$summary = $root.querySelector("[data-fehler]");
    this.$result = $root.querySelector("[data-ergebnis]");
    this.$yaml = $root.querySelector("[data-yaml]");
    this.taken = new Set(JSON.parse($root.dataset.vergeben));
    this.groups = Object.fromEntries(
      [...$root.querySelectorAll("[data-gruppen]")].map(($group) => [$group.dataset.gruppen, new Groups($group)]),
    );
    this.original = null;
    this.idIsOwn = false;
    this.dirty = false;
  }

  /** Show the controls that need a script, and listen. */
  start() {
    this.$root.querySelectorAll("[data-mit-skript]").forEach(($element) => {
      $element.hidden = false;
    });
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", (event) => this.typed(event.target));
    this.$form.addEventListener("focusout", (event) => this.left(event.target));
    // Leaving a field may show a message and move the button away from under the pointer.
    this.$root.addEventListener("mousedown", (event) => event.target.closest("[data-aktion]") && event.preventDefault());
    this.$root.addEventListener("click", (event) => this.clicked(event.target.closest("[data-aktion]")));
    this.$choice.addEventListener("change", () => this.choose());
    this.choose();
  }

  typed($field) {
    if ($field === this.$choice) {
      return;
    }
    this.dirty = true;
    this.idIsOwn ||= $field.name === "id";
    if ($field.dataset.regeln) {
      this.checkWhileTyping($field);
    }
    this.suggestId();
    this.refresh();
  }

  left($field) {
    if ($field.dataset.regeln && $field.value !== "") {
      show($field, this.problemOf($field));
    }
    this.announceProgress();
  }

  /** A message appears early only for what cannot become right by typing on. */
  checkWhileTyping($field) {
    const complains = $field.getAttribute("aria-invalid") === "true";
    show($field, complains ? this.problemOf($field) : lengthProblem(tidy($field.value), rulesOf($field)));
  }

  clicked($button) {
    const actions = {
      ergaenzen: () => this.addGroup($button),
      entfernen: () => this.removeGroup($button),
      erstellen: () => this.create(),
      kopieren: () => this.copy(),
      sichern: () => this.save(),
    };
    if ($button) {
      actions[$button.dataset.aktion]();
    }
  }

  addGroup($button) {
    const $group = this.groupsAround($button).add();
    $group.querySelector("input").focus();
    this.refresh();
  }

  removeGroup($button) {
    const groups = this.groupsAround($button);
    groups.remove($button.closest("[data-gruppe]"));
    groups.$add.focus();
    this.refresh();
  }

  groupsAround($element) {
    return this.groups[$element.closest("[data-gruppen]").dataset.gruppen];
  }

  /** Start anew, or with the example chosen for a change. */
  choose() {
    if (this.dirty && !window.confirm(texts.discard)) {
      this.$choice.value = this.original?.id ?? "";
      return;
    }
    const written = this.$choice.selectedOptions[0].dataset.beispiel;
    this.original = written ? JSON.parse(written) : null;
    this.fill(this.original ?? {});
    this.idIsOwn = this.original !== null;
    this.$form.elements.id.readOnly = this.original !== null;
    this.dirty = false;
    this.$summary.hidden = true;
    this.refresh();
    this.announceProgress();
  }

  fill(example) {
    for (const [name, groups] of Object.entries(this.groups)) {
      groups.resize(example[name]?.length ?? 1);
    }
    for (const $field of this.$form.querySelectorAll("[name]")) {
      const value = valueAt(example, $field.name);
      if ($field.type === "checkbox") {
        $field.checked = (value ?? []).includes($field.value);
      } else {
        $field.value = value ?? "";
        show($field, "");
      }
    }
  }

  suggestId() {
    if (!this.idIsOwn) {
      const { id, titel } = this.$form.elements;
      id.value = suggestId(this.value("kommunen.0.name"), titel.value, this.taken);
      show(id, "");
    }
  }

  fields() {
    return [...this.$form.querySelectorAll("[data-regeln]")];
  }

  problemOf($field) {
    const value = tidy($field.value);
    if ($field.name === "id" && this.taken.has(value) && value !== this.original?.id) {
      return texts.taken;
    }
    return problemWith(value, rulesOf($field), $field.dataset.falsch);
  }

  problems() {
    return this.fields()
      .map(($field) => ({ $field, message: this.problemOf($field) }))
      .filter(({ message }) => message);
  }

  announceProgress() {
    const open = this.problems().length;
    const words = open === 1 ? "Noch eine Angabe fehlt oder passt nicht." : `Noch ${open} Angaben fehlen oder passen nicht.`;
    const progress = open ? words : "Alle nötigen Angaben sind da.";
    // Nobody wants to be told what is missing before they have begun.
    setText(this.$root.querySelector("[data-stand]"), this.dirty ? progress : "");
  }

  create() {
    const problems = this.problems();
    this.fields().forEach(($field) => show($field, this.problemOf($field)));
    this.$summary.querySelector("ul").replaceChildren(...problems.map(summaryItem));
    this.$summary.hidden = problems.length === 0;
    this.$result.hidden = problems.length > 0;
    if (problems.length > 0) {
      this.$summary.focus();
      return;
    }
    this.refresh();
    this.$result.querySelector("h3").focus();
  }

  /** Keep the finished proposal in step with the form. */
  refresh() {
    if (this.$result.hidden) {
      return;
    }
    if (this.problems().length > 0) {
      this.$result.hidden = true;
      return;
    }
    const example = this.example();
    this.$yaml.value = toYaml(example);
    this.offerHandover(`${this.original ? "Änderung" : "Neues Beispiel"}: ${example.titel}`);
  }

  offerHandover(subject) {
    const mail = mailLink(this.$root.dataset.kontakt, subject, this.$yaml.value);
    const template = this.$root.dataset.anliegen;
    const issue = template ? issueLink(template, subject, this.$yaml.value) : null;
    this.$root.querySelector("[data-mail]").href = mail.address;
    const $issue = this.$root.querySelector("[data-issue]");
    $issue.hidden = issue === null;
    if (issue) {
      $issue.href = issue.address;
    }
    this.report(mail.complete && (issue?.complete ?? true) ? "" : texts.paste);
  }

  /** The example in the order of the catalogue; what is empty is left out. */
  example() {
    const seit = this.value("seit");
    const example = {
      id: this.value("id"),
      titel: this.value("titel"),
      kommunen: this.records("kommunen", ["name", "land", "art"]),
      seit: seit ? Number(seit) : "",
      kurz: this.value("kurz"),
      uebertragbar: this.value("uebertragbar"),
      empfehlungen: this.checked("empfehlungen"),
      erfolgsfaktoren: this.checked("erfolgsfaktoren"),
      fragen: this.checked("fragen"),
      belege: this.records("belege", ["titel", "herausgeber", "url", "stand", "belegt"]),
      sicherheit: this.value("sicherheit"),
      fruehere_ids: this.original?.fruehere_ids ?? [],
    };
    return Object.fromEntries(Object.entries(example).filter(([, value]) => value !== "" && value.length !== 0));
  }

  value(name) {
    return tidy(this.$form.elements[name].value);
  }

  records(group, keys) {
    return this.groups[group]
      .all()
      .map((_, index) => Object.fromEntries(keys.map((key) => [key, this.value(`${group}.${index}.${key}`)])));
  }

  checked(name) {
    return [...this.$form.querySelectorAll(`[name="${name}"]:checked`)].map(($box) => $box.value);
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.$yaml.value);
      this.report(texts.copied);
    } catch {
      this.$yaml.select();
      this.report(texts.copyYourself);
    }
  }

  save() {
    save(this.$yaml.value, `beispiel-${this.value("id")}.yml`, "application/yaml");
  }

  report(message) {
    setText(this.$root.querySelector("[data-meldung]"), message);
  }
}

/** The value an example has for a field called `belege.0.titel`. */
function valueAt(example, name) {
  return name.split(".").reduce((value, key) => value?.[key], example);
}

function rulesOf($field) {
  return JSON.parse($field.dataset.regeln);
}

function show($field, message) {
  const $message = document.getElementById(`${$field.id}-fehler`);
  setText($message, message);
  $message.hidden = message === "";
  $field.toggleAttribute("aria-invalid", message !== "");
  if (message) {
    $field.setAttribute("aria-invalid", "true");
  }
}

function summaryItem({ $field, message }) {
  const $link = document.createElement("a");
  $link.href = `#${$field.id}`;
  $link.textContent = `${$field.closest("[data-gruppe]")?.querySelector("legend").textContent ?? ""} ${$field.dataset.name}: ${message}`.trim();
  $link.addEventListener("click", (event) => {
    event.preventDefault();
    $field.focus();
  });
  const $item = document.createElement("li");
  $item.append($link);
  return $item;
}

/** Screen readers repeat a live text that is written again, so change it only if it differs. */
function setText($element, text) {
  if ($element.textContent !== text) {
    $element.textContent = text;
  }
}

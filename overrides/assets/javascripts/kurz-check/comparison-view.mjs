import { byDate, cautions, compareDates, comparePeople, labels } from "./comparison.mjs";
import { drawing, fillPlace, make, tableRow } from "./dom.mjs";
import { Refused, readFile } from "./file.mjs";
import { answerText, germanDate, middleText, questionTitle } from "./words.mjs";

/** Several saved checks side by side. */
export class Comparison {
  #scale;
  #tell;
  #checks = [];

  constructor($section, scale, tell) {
    this.$section = $section;
    this.#scale = scale;
    this.#tell = tell;
    $section.querySelector("[data-dateien]").addEventListener("change", ({ target }) => this.#open(target));
    $section.querySelector(".wahl").addEventListener("change", () => this.#attempt(this.#checks));
  }

  get #kind() {
    return this.$section.querySelector("[name=vergleich]:checked").value;
  }

  async #open($input) {
    const files = [...$input.files];
    $input.value = "";
    const { dateien } = this.#scale.rules;
    if (files.length < 2 || files.length > dateien) {
      this.#tell(`Wählen Sie 2 bis ${dateien} Dateien auf einmal aus. Es waren ${files.length}.`, true);
      return;
    }
    const checks = await Promise.all(files.map(openFile));
    const refused = checks.filter((check) => check instanceof Refused);
    if (refused.length) this.#tell(refused.map(({ message }) => message).join(" "), true);
    else this.#attempt(checks);
  }

  /** Show the comparison, or say why not and leave what is on the screen. */
  #attempt(checks) {
    if (!checks.length) return;
    this.#checks = checks;
    if (this.#kind === "zeitpunkte" && checks.length !== 2) {
      this.#tell("Für zwei Zeitpunkte braucht es genau zwei Dateien.", true);
      return;
    }
    this.#show();
    this.#tell(`${checks.length} Dateien verglichen.`);
  }

  #show() {
    const kind = this.#kind;
    for (const $part of this.$section.querySelectorAll("[data-vergleich]")) {
      $part.hidden = $part.dataset.vergleich !== kind;
    }
    this.$section.querySelector("[data-vergleich-mitnehmen]").hidden = false;
    const found = cautions(this.#checks);
    for (const $note of this.$section.querySelectorAll("[data-hinweis]")) $note.hidden = !found[$note.dataset.hinweis];
    if (kind === "personen") this.#showPeople();
    else this.#showDates();
  }

  #showPeople() {
    const names = labels(this.#checks);
    const people = this.#checks.map(({ datum }, index) => `${names[index]} (${germanDate(datum)})`);
    fillPlace(this.$section, "personen-kopf", [people.join(", ")]);
    const rows = comparePeople(this.#checks, this.#scale);
    fillPlace(this.$section, "personen", rows.map((row) => peopleRow(row, names)));
    const topics = rows.filter(({ gespraechsbedarf }) => gespraechsbedarf);
    fillPlace(this.$section, "gespraech", topics.map(({ question }) => tableRow([questionTitle(question), "", "", "", ""])));
  }

  #showDates() {
    const checks = byDate(this.#checks);
    fillPlace(this.$section, "zeitpunkte-kopf", [checks.map(({ name, datum }) => `${name} ${germanDate(datum)}`.trim()).join(" → ")]);
    fillPlace(this.$section, "zeitpunkte", compareDates(checks, this.#scale).map(dateRow));
  }
}

async function openFile(file) {
  try {
    return readFile(await file.text());
  } catch (error) {
    return new Refused(`${file.name}: ${error.message}`);
  }
}

function peopleRow(row, names) {
  const $values = make("ul", { className: "streuung__werte" });
  $values.append(...row.answers.map((answer, index) => make("li", {}, `${names[index]}: ${answerText(answer)}`)));
  const unsure = row.weiss_nicht ? `, ${row.weiss_nicht} × weiß nicht` : "";
  const range = row.spanne === null ? "–" : `${row.spanne} Punkte (${row.werte[0]} bis ${row.werte.at(-1)} %)`;
  const $talk = row.gespraechsbedarf ? [" ", make("strong", { className: "streuung__bedarf" }, "Gesprächsbedarf")] : [];
  return tableRow([questionTitle(row.question), [dots(row), $values], middleText(row), [range + unsure, ...$talk]]);
}

function dateRow({ question, alt, neu, differenz, urteil }) {
  const points = differenz === null ? "" : ` (${differenz > 0 ? "+" : ""}${differenz} Punkte)`;
  return tableRow([questionTitle(question), answerText(alt), answerText(neu), urteil + points]);
}

/** A dot per person on a line from 0 to 100; equal answers stack. */
function dots({ werte }) {
  const place = (value) => `${4 + value * 0.92}%`;
  const below = (index) => index - werte.indexOf(werte[index]);
  const step = Math.min(8, 32 / Math.max(...werte.map((_, index) => below(index)), 1));
  const circles = werte.map((value, index) => {
    return ["circle", { class: "punkte__punkt", cx: place(value), cy: 34 - below(index) * step, r: 4 }];
  });
  const line = (class_, from, to) => ["line", { class: class_, x1: place(from), x2: place(to), y1: 41, y2: 41 }];
  const range = werte.length > 1 ? [line("punkte__spanne", werte[0], werte.at(-1))] : [];
  return drawing("punkte", [line("punkte__achse", 0, 100), ...range, ...circles]);
}

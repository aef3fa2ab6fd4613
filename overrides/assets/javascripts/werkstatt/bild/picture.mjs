// What a round sees once its answers are open: topics, verdicts, heat map, cards, two dates.

import { shortDate } from "../../shared/dates.mjs";
import { find, findAll, make } from "../../shared/dom.mjs";
import { fillPlace } from "../../shared/draw.mjs";
import { isStep } from "../../kurz-check/scoring.mjs";
import { answerText, frageTitle } from "../../kurz-check/words.mjs";
import { peopleText, personLabel, present } from "../room.mjs";
import { squareOf } from "../squares.mjs";
import { Sheet } from "../blatt/sheet.mjs";
import { drawAnswers, drawCard, verdictNodes } from "./cards.mjs";
import { slopePicture } from "./pictures.mjs";
import { laterVerdict, rowsOf, topicRows } from "./rows.mjs";
import { Wall } from "./wall.mjs";
import { groupOf, verdictSentence } from "./words.mjs";
import {
  cautionsOf,
  changeText,
  changeTitle,
  changesOf,
  goalsText,
  haveGoals,
  roundCautions,
  valuesText,
} from "./zeiten.mjs";

/**
 * @import {Damals, Row, Runde} from "../types.mjs"
 * @import {Change} from "./zeiten.mjs"
 * @import {WerkstattTool} from "../tool.mjs"
 */

export class RoundPicture {
  #tool;
  #wall;
  #sheet;
  #drawn = "";

  /** @param {WerkstattTool} tool */
  constructor(tool) {
    this.#tool = tool;
    this.#wall = new Wall(tool);
    this.#sheet = new Sheet(tool);
    tool.$form.addEventListener("change", ({ target }) => this.#changed(/** @type {HTMLElement} */ (target)));
  }

  /** @type {Record<string, ($button: HTMLElement) => void>} */
  actions = {
    leinwand: () => this.#wall.open(),
    "leinwand-zu": () => this.closeWall(),
    zurueck: () => this.#wall.go(-1),
    weiter: () => this.#wall.go(1),
    vollbild: () => find(this.#tool.$root, ".leinwand").requestFullscreen?.(),
    docx: ($button) => this.#sheet.take("docx", $button),
    odt: ($button) => this.#sheet.take("odt", $button),
    csv: ($button) => this.#sheet.take("csv", $button),
  };

  openWall() {
    this.#wall.open();
  }

  closeWall() {
    this.#wall.close();
  }

  draw() {
    const { room, known } = this.#tool;
    const rows = rowsOf(room, known);
    if (room.offen) this.#drawRound(rows);
    for (const $card of findAll(this.#tool.$root, ".wfrage"))
      $card.hidden = !room.offen || !rows.some(({ frage }) => frage.id === $card.dataset.frage);
    if (room.damals) this.#drawDates(room.damals);
    if (room.offen) this.#sheet.draw(rows);
    this.#wall.draw();
  }

  /** @param {Row[]} rows */
  #drawRound(rows) {
    const { room, known, $root } = this.#tool;
    const topics = topicRows(rows, known);
    this.#tool.when({ themen: topics.length > 0 });
    fillPlace(
      $root,
      "vorsicht",
      roundCautions(room).map((text) => make("li", {}, text)),
    );
    fillPlace(
      $root,
      "themen",
      topics.map((row) =>
        make("li", {}, cardLink(row), " ", verdictSentence(laterVerdict(row), known.rules)),
      ),
    );
    for (const $group of findAll($root, "[data-gruppe]")) {
      const name = $group.dataset.gruppe ?? "";
      const own = rows.filter((row) => groupOf(laterVerdict(row)) === name);
      $group.hidden = !own.length;
      fillPlace($root, `gruppe-${name}`, own.map(verdictItem));
    }
    this.#drawHeat(rows);
    for (const row of rows) drawCard(cardOf($root, row), row, room, known);
    this.#drawTables(rows);
  }

  /** Tables hold choices: they are made anew only if people, names or first answers changed. @param {Row[]} rows */
  #drawTables(rows) {
    const now = this.#tablesFor(rows);
    if (now === this.#drawn) return;
    this.#drawn = now;
    for (const row of rows) drawAnswers(cardOf(this.#tool.$root, row), row, this.#tool.room);
  }

  /** What the tables show. @param {Row[]} rows */
  #tablesFor(rows) {
    const { personen, verdeckt } = this.#tool.room;
    return JSON.stringify([personen, verdeckt, rows.length]);
  }

  /** People × questions. @param {Row[]} rows */
  #drawHeat(rows) {
    const { room, known, $root } = this.#tool;
    const people = present(room);
    const heads = people.map((person) =>
      make(
        "th",
        { scope: "col", role: "columnheader" },
        String(person.nr),
        make("span", { class: "nur-vorlesen" }, ` ${personLabel(person, room.verdeckt)}`),
      ),
    );
    fillPlace($root, "waerme-kopf", [
      make("tr", { role: "row" }, make("th", { scope: "col", role: "columnheader" }, "Frage"), ...heads),
    ]);
    fillPlace(
      $root,
      "waerme",
      rows.map((row) =>
        make(
          "tr",
          { role: "row" },
          make("th", { scope: "row", role: "rowheader" }, cardLink(row)),
          ...people.map(({ antworten }) => {
            const answer = antworten[row.frage.id] ?? null;
            const { text, kind } = squareOf(answer, known.scale);
            const spoken = isStep(answer)
              ? [text]
              : [
                  make("span", { "aria-hidden": "true" }, text),
                  make("span", { class: "nur-vorlesen" }, answerText(answer)),
                ];
            return make("td", { role: "cell", class: `zelle zelle--${kind}` }, ...spoken);
          }),
        ),
      ),
    );
    const named = room.verdeckt ? [] : people.filter(({ name, ort }) => name || ort);
    fillPlace(
      $root,
      "legende",
      named.map((person) => make("li", {}, `${person.nr} ${personLabel(person, false)}`)),
    );
  }

  /** @param {Damals} damals */
  #drawDates(damals) {
    const { room, known, $root } = this.#tool;
    const changes = changesOf(damals, room, known);
    const hasGoals = haveGoals(changes);
    this.#tool.when({ ziele: hasGoals });
    fillPlace($root, "zeiten-kopf", [`Damals ${roundTitle(damals)} → heute ${roundTitle(room)}`]);
    fillPlace(
      $root,
      "zeiten-vorsicht",
      cautionsOf(room).map((text) => make("li", {}, text)),
    );
    fillPlace($root, "hang", changes.map(slopeOf));
    const equal = known.scale.rules.gleich;
    fillPlace(
      $root,
      "zeiten",
      changes.map((change) => changeRow(change, equal, hasGoals)),
    );
  }

  /** A second answer of one person, or nothing of ours. @param {HTMLElement} $field */
  #changed($field) {
    if (!($field instanceof HTMLSelectElement) || $field.dataset.zweite === undefined) return;
    const { zweite: id, nr } = $field.dataset;
    const person = this.#tool.room.personen.find((one) => one.nr === Number(nr));
    if (!person) return;
    if ($field.value === "") delete person.zweite[id];
    else
      person.zweite[id] = /^\d+$/.test($field.value)
        ? Number($field.value)
        : /** @type {any} */ ($field.value);
    // The table already shows it.
    this.#drawn = this.#tablesFor(rowsOf(this.#tool.room, this.#tool.known));
    this.#tool.changed();
  }
}

/** @param {HTMLElement} $root @param {Row} row */
function cardOf($root, { frage }) {
  return find($root, `#w-${frage.id}`);
}

/** @param {Row} row */
function cardLink(row) {
  return make("a", { href: `#w-${row.frage.id}` }, frageTitle(row.frage));
}

/** @param {Row} row */
function verdictItem(row) {
  return make("li", {}, cardLink(row), " ", ...verdictNodes(laterVerdict(row)));
}

/** @param {Runde} runde */
function roundTitle(runde) {
  return [runde.kommune, shortDate(runde.datum), peopleText(runde)].filter(Boolean).join(", ");
}

/** @param {Change} change */
function slopeOf(change) {
  const { frage, pairs, before, after, ziele } = change;
  const lines = pairs.flatMap(({ before: from, after: to }) =>
    isStep(from) && isStep(to) ? [{ from, to }] : [],
  );
  const mark = ziele.verabredet === null ? "" : `. ◁ Ziel von damals: ${ziele.verabredet} %`;
  const goal = goalsText(ziele) && `, Ziel von damals ${goalsText(ziele)}`;
  const label = `${frage.titel}: damals ${before.werte.join(", ")} %, heute ${after.werte.join(", ")} %${goal}`;
  return make(
    "figure",
    { class: "hang__frage" },
    slopePicture({ lines, before: before.werte, after: after.werte, goal: ziele.verabredet }, label),
    make("figcaption", {}, changeTitle(change) + mark),
  );
}

/** @param {Change} change @param {number} equal @param {boolean} hasGoals whether there is a column for them */
function changeRow(change, equal, hasGoals) {
  const cell = (/** @type {string} */ column, /** @type {string} */ text) =>
    make("td", { role: "cell", "data-spalte": column }, text);
  return make(
    "tr",
    { role: "row" },
    make("th", { scope: "row", role: "rowheader" }, changeTitle(change)),
    cell("Damals", valuesText(change.before)),
    cell("Heute", valuesText(change.after)),
    cell("Veränderung", changeText(change, equal)),
    ...(hasGoals ? [cell("Ziel von damals", goalsText(change.ziele) || "–")] : []),
  );
}

// The card of a question: picture, sentence, who said what first and after the talk.

import { find, make } from "../../shared/dom.mjs";
import { SCALE_STEPS, isStep } from "../../kurz-check/scoring.mjs";
import { answerText, frageTitle } from "../../kurz-check/words.mjs";
import { laterAnswer, personLabel, present } from "../room.mjs";
import { dotsPicture } from "./pictures.mjs";
import { laterVerdict } from "./rows.mjs";
import { verdictSentence, verdictSign, verdictWord } from "./words.mjs";

/**
 * @import {Answer} from "../../shared/types.mjs"
 * @import {Judged, Known, Person, Row, Werkstatt} from "../types.mjs"
 */

/** @type {Exclude<Answer, null>[]} */
const CHOICES = [...SCALE_STEPS, "weiss-nicht", "trifft-nicht-zu"];

/** What follows the answers; the table is drawn apart, somebody may be choosing in it. @param {HTMLElement} $card @param {Row} row @param {Werkstatt} room @param {Known} known */
export function drawCard($card, row, room, { rules }) {
  const judged = laterVerdict(row);
  find($card, "[data-urteil]").replaceChildren(...verdictNodes(judged));
  find($card, "[data-punkte]").replaceChildren(dotsOf(row, room, 9));
  const before = row.danach ? `Zuerst: ${verdictWord(row.judged)}. Nach dem Gespräch: ` : "";
  find($card, "[data-satz]").textContent = before + verdictSentence(judged, rules);
}

/** @param {HTMLElement} $card @param {Row} row @param {Werkstatt} room */
export function drawAnswers($card, { frage }, room) {
  find($card, "[data-zeilen]", HTMLTableSectionElement).replaceChildren(
    ...present(room).map((person) => answerRow(person, frage.id, room.verdeckt)),
  );
}

/** @param {Judged} judged */
export function verdictNodes(judged) {
  const $sign = make("span", { class: "urteil__zeichen", "aria-hidden": "true" }, verdictSign(judged));
  return [make("span", { class: `urteil urteil--${judged.urteil}` }, $sign, ` ${verdictWord(judged)}`)];
}

/** @param {Row} row @param {Werkstatt} room @param {number} size @param {boolean} hasNumbers whether dots say whose they are */
export function dotsOf(row, room, size, hasNumbers = true) {
  const { frage, danach } = row;
  const people = present(room);
  const dots = (/** @type {(person: Person) => Answer} */ read) =>
    people.flatMap((person) => {
      const answer = read(person);
      return isStep(answer) ? [{ value: answer, text: hasNumbers ? String(person.nr) : "" }] : [];
    });
  const first = { title: danach ? "zuerst" : "", dots: dots(({ antworten }) => antworten[frage.id] ?? null) };
  const again = { title: "nach dem Gespräch", dots: dots((person) => laterAnswer(person, frage.id)) };
  const label = `${frageTitle(row.frage)}: ${first.dots
    .map(({ value }) => value)
    .sort((a, b) => a - b)
    .join(", ")} %`;
  return dotsPicture(danach ? [first, again] : [first], size, label);
}

/** @param {Person} person @param {string} id @param {boolean} isHidden */
function answerRow(person, id, isHidden) {
  const label = personLabel(person, isHidden);
  const chosen = id in person.zweite ? String(person.zweite[id]) : "";
  const $select = make(
    "select",
    {
      class: "feld__eingabe",
      "aria-label": `${label}, nach dem Gespräch`,
      "data-zweite": id,
      "data-nr": person.nr,
    },
    make("option", { value: "" }, "unverändert"),
    ...CHOICES.map((answer) =>
      make("option", { value: answer, selected: String(answer) === chosen }, answerText(answer)),
    ),
  );
  return make(
    "tr",
    { role: "row" },
    make(
      "th",
      { scope: "row", role: "rowheader" },
      `${person.nr}${label === `Person ${person.nr}` ? "" : ` ${label}`}`,
    ),
    make("td", { role: "cell", "data-spalte": "Zuerst" }, answerText(person.antworten[id] ?? null)),
    make("td", { role: "cell" }, $select),
  );
}

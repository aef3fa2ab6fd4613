// Questions with the answers of all people and the verdict on each. Pure. No DOM.

import { laterAnswer, present } from "../room.mjs";
import { judge, topicsOf } from "../urteile.mjs";

/** @import {Judged, Known, Row, Runde} from "../types.mjs" */

/**
 * One row per question: all of the leaflet, others only if anybody was asked.
 * @param {Runde} runde
 * @param {Known} known
 * @returns {Row[]}
 */
export function rowsOf(runde, { fragen, scale, rules }) {
  const here = present(runde);
  return fragen
    .filter(({ id, nr }) => nr !== null || here.some(({ antworten }) => (antworten[id] ?? null) !== null))
    .map((frage) => {
      const asked = here.filter(({ antworten }) => frage.nr !== null || frage.id in antworten);
      const answers = asked.map(({ antworten }) => antworten[frage.id] ?? null);
      const again = asked.some(({ zweite }) => frage.id in zweite);
      const after = asked.map((person) => laterAnswer(person, frage.id));
      return {
        frage,
        antworten: answers,
        judged: judge(answers, scale, rules),
        danach: again ? judge(after, scale, rules) : null,
      };
    });
}

/** The verdict after the talk, else the first one. @param {Row} row @returns {Judged} */
export function laterVerdict({ danach, judged }) {
  return danach ?? judged;
}

/** The questions to talk about first. @param {Row[]} rows @param {Known} known */
export function topicRows(rows, { rules }) {
  return topicsOf(rows.map(laterVerdict), rules).flatMap((place) => rows[place] ?? []);
}

// The same questions at two dates: matched by name, or as groups. Pure. No DOM.

import { isStep, steps } from "../../kurz-check/scoring.mjs";
import { judge } from "../urteile.mjs";
import { laterAnswer, present } from "../room.mjs";

/**
 * @import {Answer} from "../../shared/types.mjs"
 * @import {Damals, Judged, Known, Person, Runde, Werkstatt, WerkstattFrage} from "../types.mjs"
 * @typedef {{before: Answer, after: Answer}} Pair
 * @typedef {{verabredet: number|null, einzelne: number[]}} Goals what was agreed then, and what single people aimed at
 * @typedef {{frage: WerkstattFrage, pairs: Pair[], before: Judged, after: Judged, ziele: Goals}} Change
 */

/**
 * Who is the same person at both dates; names count once, whatever their case.
 * @param {Runde} old
 * @param {Runde} now
 * @returns {[Person, Person][]}
 */
function matchedPeople(old, now) {
  const byName = new Map(old.personen.map((person) => [nameKey(person), person]));
  return now.personen.flatMap((person) => {
    const earlier = nameKey(person) ? byName.get(nameKey(person)) : undefined;
    return earlier ? [/** @type {[Person, Person]} */ ([earlier, person])] : [];
  });
}

/** One row per question of the page that anybody answered at both dates. @param {Damals} old @param {Runde} now @param {Known} known @returns {Change[]} */
export function changesOf(old, now, { fragen, scale, rules }) {
  const matched = matchedPeople(old, now);
  const answersAt = (/** @type {Runde} */ runde, /** @type {string} */ id) =>
    present(runde).map((person) => laterAnswer(person, id));
  return fragen.flatMap((frage) => {
    const [before, after] = [answersAt(old, frage.id), answersAt(now, frage.id)];
    if (!steps(before).length && !steps(after).length) return [];
    const pairs = matched.map(([one, other]) => ({
      before: laterAnswer(one, frage.id),
      after: laterAnswer(other, frage.id),
    }));
    const ziele = goalsOf(old, frage.id);
    return [{ frage, pairs, before: judge(before, scale, rules), after: judge(after, scale, rules), ziele }];
  });
}

/** @param {Damals} damals @param {string} id @returns {Goals} */
function goalsOf({ ziele, personen }, id) {
  const einzelne = personen.flatMap((person) => person.ziele[id] ?? []).sort((one, other) => one - other);
  return { verabredet: ziele[id] ?? null, einzelne };
}

/** Whether anybody had set a goal. @param {Change[]} changes */
export function haveGoals(changes) {
  return changes.some(({ ziele }) => goalsText(ziele));
}

/** What was aimed at. @param {Goals} goals @returns {string} */
export function goalsText({ verabredet, einzelne }) {
  const agreed = verabredet === null ? [] : [`verabredet ${verabredet} %`];
  const own = einzelne.length
    ? [`${verabredet === null ? "" : "einzelne "}${countedValues(einzelne)} %`]
    : [];
  return [...agreed, ...own].join("; ");
}

/** What became of one answer; hooks/catalog/kurzcheck/scoring.py is the reference. @param {Answer} old @param {Answer} now @param {number} equal */
export function change(old, now, equal) {
  if (!isStep(old) || !isStep(now)) return { differenz: null, urteil: "nicht vergleichbar" };
  const differenz = now - old;
  if (Math.abs(differenz) <= equal) return { differenz, urteil: "etwa gleich" };
  return { differenz, urteil: differenz > 0 ? "höher" : "niedriger" };
}

/** What a question is called where two dates meet. @param {Change} change */
export function changeTitle({ frage: { nr, titel } }) {
  return nr ? `${nr}. ${titel}` : titel;
}

/** Values, equal ones counted. @param {number[]} values lowest first */
export function countedValues(values) {
  const steps = [...new Set(values)].map((value) => {
    const count = values.filter((other) => other === value).length;
    return count > 1 ? `${count} × ${value}` : String(value);
  });
  return steps.join(", ");
}

/** The values there are, and the middle where there is one. @param {Judged} judged */
export function valuesText({ werte, mitte }) {
  if (!werte.length) return "–";
  return mitte === null
    ? `${countedValues(werte)}\u00a0%`
    : `${countedValues(werte)}\u00a0%, Mitte ${mitte}\u00a0%`;
}

/** How a group changed, in words. @param {Change} change @param {number} equal */
export function changeText({ pairs, before, after }, equal) {
  if (pairs.length) {
    const words = pairs.map((pair) => change(pair.before, pair.after, equal).urteil);
    return ["höher", "etwa gleich", "niedriger", "nicht vergleichbar"]
      .map((word) => [words.filter((other) => other === word).length, word])
      .filter(([count]) => count)
      .map((part) => part.join(" "))
      .join(", ");
  }
  if (before.mitte === null || after.mitte === null) return "nicht vergleichbar";
  const difference = after.mitte - before.mitte;
  if (Math.abs(difference) <= equal) return "Mitte etwa gleich";
  return difference > 0 ? `Mitte ${difference} Punkte höher` : `Mitte ${-difference} Punkte niedriger`;
}

/** What may mislead, in words. @param {Werkstatt} room @returns {string[]} */
export function cautionsOf(room) {
  const { damals } = room;
  if (!damals) return [];
  const found = [];
  if (damals.kommune && room.kommune && damals.kommune !== room.kommune)
    found.push(`Verschiedene Kommunen: damals „${damals.kommune}“, heute „${room.kommune}“.`);
  if (isSameRound(damals, room))
    found.push("Damals und heute sind dieselben Antworten. Ist es zweimal dieselbe Datei?");
  if (differ([...damals.personen, ...room.personen].map(({ stand }) => stand)))
    found.push(
      "Die Antworten stammen aus verschiedenen Ständen des Katalogs. Der Wortlaut der Fragen kann abweichen.",
    );
  const days = new Set([...daysOf(damals), ...daysOf(room)]);
  if (days.size === 1) found.push("Beide Einschätzungen sind vom selben Tag.");
  const matched = matchedPeople(damals, room).length;
  if (!matched)
    found.push("Keine Person trägt damals und heute denselben Namen. Verglichen werden die Gruppen.");
  else if (matched < room.personen.length || matched < damals.personen.length) {
    const who = matched === 1 ? "Eine Person ist" : `${matched} Personen sind`;
    found.push(
      `${who} an ihrem Namen wiederzuerkennen. Die Spalten zeigen alle, Linien gibt es nur für diese.`,
    );
  }
  return found;
}

/** What may mislead within one round, in words. @param {Runde} runde @returns {string[]} */
export function roundCautions(runde) {
  const here = present(runde);
  const found = [];
  if (here.length && here.length < 3)
    found.push(
      "Bei weniger als drei Personen gibt es kein Urteil, und es ist leicht zu erkennen, wer was gesagt hat.",
    );
  if (differ(here.map(({ ort }) => ort)))
    found.push("In der Runde sind Menschen aus verschiedenen Kommunen oder Werkstätten.");
  if (differ(here.map(({ stand }) => stand)))
    found.push(
      "Die Antworten stammen aus verschiedenen Ständen des Katalogs. Der Wortlaut der Fragen kann abweichen.",
    );
  if (differ(here.map(({ datum }) => datum))) found.push("Die Einschätzungen sind von verschiedenen Tagen.");
  return found;
}

/** Codes carry no day: it is that of the round. @param {Runde} runde */
function daysOf(runde) {
  return runde.personen.map(({ datum }) => datum || runde.datum).filter(Boolean);
}

/** @param {string[]} values unknown ones say nothing */
function differ(values) {
  return new Set(values.filter(Boolean)).size > 1;
}

/** @param {Runde} one @param {Runde} other */
function isSameRound(one, other) {
  const all = (/** @type {Runde} */ { personen }) =>
    personen
      .map(({ antworten }) => JSON.stringify(Object.entries(antworten).sort()))
      .sort()
      .join();
  return one.personen.length > 0 && all(one) === all(other);
}

/** @param {Person} person */
function nameKey({ name }) {
  return name.trim().toLowerCase();
}

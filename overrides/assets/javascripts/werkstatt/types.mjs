// Types only: modules name them in comments, nothing of this is loaded.

/**
 * @typedef {{version: number, fragen: string[]}} Fragenliste the questions that a code answers, in order
 * @typedef {"pruefzeichen"|"fragenliste"|"zeichen-fehlt"|"zeichen-zu-viel"|"laenge"|"fremdes-zeichen"} Reason
 *   why a text is no code
 * @typedef {{urteil: number, viele: number, uneinig: number, uneinig_wenige: number, luecke: number, lager: number,
 *   abweichung: number, themen: number, personen: number}} UrteilRules as published
 * @typedef {"ohne-urteil"|"niemand-weiss-es"|"zwei-lager"|"breit-gestreut"|"stimme-weicht-ab"|"einig-stark"
 *   |"einig-schwach"|"einig-unterwegs"} Urteil
 * @typedef {{werte: number[], beantwortet: number, weiss_nicht: number, trifft_nicht_zu: number, unbeantwortet: number,
 *   abstand: number|null, urteil: Urteil, wenige: boolean, abweichend: number[], mitte: number|null}} Judged
 */

/**
 * The room.
 * @typedef {Record<string, import("../shared/types.mjs").Answer>} Antworten by the id of a question
 * @typedef {Record<string, number>} Ziele by the id of a question
 * @typedef {"name"|"code"|"link"|"datei"|"papier"|"werkstatt"} Quelle how somebody came in
 * @typedef {{nr: number, name: string, ort: string, quelle: Quelle, datum: string, stand: string,
 *   antworten: Antworten, zweite: Antworten, ziele: Ziele}} Person with the answers after the talk apart
 * @typedef {{wert: string, ziel: string, wer: string, bis: string, notiz: string, antrag: boolean}} Vereinbarung
 *   what stands in the fields of a question
 * @typedef {{kommune: string, datum: string, personen: Person[]}} Runde people at one date
 * @typedef {Runde & {ziele: Ziele}} Damals an earlier date, with the goals that were agreed then
 * @typedef {Runde & {verdeckt: boolean, offen: boolean, vereinbart: Record<string, Vereinbarung>,
 *   damals: Damals|null}} Werkstatt all that is kept, and what a file holds
 * @typedef {{name: string, ort: string, quelle: Quelle, datum: string, stand: string, antworten: Antworten,
 *   ziele: Ziele}} Incoming somebody who is to come in
 * @typedef {{id: string, nr: number|null, titel: string, frage: string}} WerkstattFrage
 * @typedef {{fragen: WerkstattFrage[], listen: Fragenliste[], scale: import("../shared/types.mjs").Scale,
 *   rules: UrteilRules, options: import("../shared/types.mjs").Options}} Known what the page carries
 * @typedef {{frage: WerkstattFrage, antworten: import("../shared/types.mjs").Answer[], judged: Judged,
 *   danach: Judged|null}} Row a question with the answers of all people, and with those after the talk
 */

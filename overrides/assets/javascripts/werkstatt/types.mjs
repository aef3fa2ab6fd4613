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

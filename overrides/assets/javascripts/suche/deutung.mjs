/** From a word of a query to the stems of the index that it may mean. */
import { stamm, wortteile, wurzel } from "./deutsch.mjs";
import { abstand, erlaubteFehler } from "./tippfehler.mjs";

// How much a match counts against the very word.
const GUETE = { abgeleitet: 0.85, anfang: 0.7, teil: 0.9 };
const GUETE_MIT_FEHLERN = [1, 0.8, 0.6];
const KUERZESTER_ANFANG = 2;

/**
 * Stems by number with how well they match, from 0 to 1.
 * @typedef {Map<number, number>} Deutung
 */

/**
 * What a word may mean: one reading, or one per part of a compound the site does not have.
 * @param {import("./verzeichnis.mjs").Verzeichnis} verzeichnis
 * @param {string} wort - a folded word
 * @returns {Deutung[]}
 */
export function deutungen(verzeichnis, wort) {
  const bekannt = bekannteDeutung(verzeichnis, wort);
  if (bekannt.size) return [bekannt];
  const teile = wortteile(wort, (teil) => verzeichnis.nummer(teil) >= 0);
  if (teile.length) return teile.map((teil) => gedaempft(genaueDeutung(verzeichnis, teil), GUETE.teil));
  return [vertippteDeutung(verzeichnis, stamm(wort))];
}

/**
 * The stem itself, words derived from the same root, and compounds with it.
 * @param {import("./verzeichnis.mjs").Verzeichnis} verzeichnis
 * @param {string} gestammt
 * @returns {Deutung}
 */
export function genaueDeutung(verzeichnis, gestammt) {
  const deutung = new Map();
  const gemeinsam = wurzel(gestammt);
  for (const nummer of verzeichnis.mitAnfang(gemeinsam)) {
    const anderer = verzeichnis.staemme[nummer];
    if (anderer === gestammt) merke(deutung, nummer, 1);
    else if (wurzel(anderer) === gemeinsam) merke(deutung, nummer, GUETE.abgeleitet);
  }
  for (const [nummer, guete] of [...deutung]) {
    for (const [ganzes, anteil] of verzeichnis.zusammensetzungenMit(nummer)) merke(deutung, ganzes, guete * anteil);
  }
  return deutung;
}

function bekannteDeutung(verzeichnis, wort) {
  const gestammt = stamm(wort);
  const deutung = genaueDeutung(verzeichnis, gestammt);
  if (gestammt.length < KUERZESTER_ANFANG) return deutung;
  for (const nummer of verzeichnis.mitAnfang(gestammt)) {
    const anteil = gestammt.length / verzeichnis.staemme[nummer].length;
    merke(deutung, nummer, GUETE.anfang * Math.sqrt(anteil));
  }
  return deutung;
}

function vertippteDeutung(verzeichnis, gestammt) {
  const deutung = new Map();
  let wenigste = erlaubteFehler(gestammt.length);
  if (!wenigste) return deutung;
  for (const [nummer, anderer] of verzeichnis.staemme.entries()) {
    const fehler = abstand(gestammt, anderer, wenigste);
    if (fehler > wenigste) continue;
    if (fehler < wenigste) deutung.clear();
    wenigste = fehler;
    deutung.set(nummer, GUETE_MIT_FEHLERN[fehler]);
  }
  return deutung;
}

function gedaempft(deutung, faktor) {
  return new Map([...deutung].map(([nummer, guete]) => [nummer, guete * faktor]));
}

function merke(deutung, nummer, guete) {
  if (guete > (deutung.get(nummer) ?? 0)) deutung.set(nummer, guete);
}

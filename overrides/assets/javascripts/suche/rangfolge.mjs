/** From a query to the documents, best first.  No DOM. */
import { stamm, woerter } from "./deutsch.mjs";
import { deutungen, genaueDeutung } from "./deutung.mjs";
import { Verzeichnis } from "./verzeichnis.mjs";
import { Wortgruppen } from "./wortgruppen.mjs";

const GUETE_GLEICH = 0.8;
const GUETE_VERWANDT = 0.4;
// Weaker results than this share of the best one only clutter the list.
const UNTERGRENZE = 0.2;
const HOECHSTENS_WOERTER = 16;
const HOECHSTENS_ZEICHEN = 400;
const HOECHSTENS_TREFFER = 60;

/**
 * @typedef {import("./verzeichnis.mjs").Dokument} Dokument
 * @typedef {{dokument: Dokument, wert: number}} Treffer
 * @typedef {{treffer: Treffer[], staemme: Set<string>, sieheAuch: import("./wortgruppen.mjs").SieheAuch[]}} Ergebnis
 */

export class Suche {
  #verzeichnis;
  #gruppen;
  #fuellwoerter;

  /** @param {object} daten - what `hooks/catalog/search.py` wrote */
  constructor(daten) {
    this.#verzeichnis = new Verzeichnis(daten);
    this.#gruppen = new Wortgruppen(daten.groups);
    this.#fuellwoerter = new Set(daten.stopWords.split(" "));
  }

  /** Names of the kinds of results, one and many. */
  get arten() {
    return this.#verzeichnis.arten;
  }

  /**
   * @param {string} anfrage
   * @returns {Ergebnis}
   */
  suche(anfrage) {
    const gesucht = this.#suchwoerter(anfrage);
    const einheiten = gesucht.flatMap((wort, stelle) => this.#einheiten(wort, stelle));
    const staemme = new Set();
    for (const einheit of einheiten) {
      for (const nummer of einheit.deutung.keys()) staemme.add(this.#verzeichnis.staemme[nummer]);
    }
    for (const fund of this.#gruppen.funde(gesucht)) this.#ergaenze(einheiten, fund, staemme);
    return { treffer: this.#rangfolge(einheiten), staemme, sieheAuch: this.#gruppen.sieheAuch(gesucht) };
  }

  #suchwoerter(anfrage) {
    const alle = woerter(anfrage.slice(0, HOECHSTENS_ZEICHEN));
    return alle.filter((wort) => !this.#fuellwoerter.has(wort)).slice(0, HOECHSTENS_WOERTER);
  }

  /** One unit per word; a compound the site does not have gives one per part. */
  #einheiten(wort, stelle) {
    return deutungen(this.#verzeichnis, wort).map((deutung) => {
      const dokumente = this.#dokumente(deutung);
      return { stelle, deutung, dokumente, seltenheit: this.#seltenheit(deutung, dokumente) };
    });
  }

  /** The documents with any of the stems, each with its best match. */
  #dokumente(deutung) {
    const dokumente = new Map();
    for (const [nummer, guete] of deutung) {
      for (const [dokument, gewicht] of this.#verzeichnis.dokumenteMit(nummer)) {
        merkeBestes(dokumente, dokument, guete * gewicht);
      }
    }
    return dokumente;
  }

  /** How much a word tells: rare words more than frequent ones. */
  #seltenheit(deutung, dokumente) {
    const genau = new Set();
    for (const [nummer, guete] of deutung) {
      if (guete < GUETE_GLEICH) continue;
      for (const [dokument] of this.#verzeichnis.dokumenteMit(nummer)) genau.add(dokument);
    }
    return Math.log(1 + this.#verzeichnis.dokumente.length / (genau.size || dokumente.size || 1));
  }

  /** Adds the documents of words that mean the same, or are related, to the units they stand for. */
  #ergaenze(einheiten, fund, staemme) {
    const betroffen = einheiten.filter(({ stelle }) => stelle >= fund.von && stelle < fund.bis);
    const weitere = [
      ...fund.gleich.map((wendung) => [wendung, GUETE_GLEICH]),
      ...fund.verwandt.map((wendung) => [wendung, GUETE_VERWANDT]),
    ];
    for (const [wendung, guete] of weitere) {
      const dokumente = this.#dokumenteMitWendung(wendung);
      for (const { dokumente: bisher } of betroffen) {
        for (const [dokument, wert] of dokumente) merkeBestes(bisher, dokument, wert * guete);
      }
      if (dokumente.size) wendung.forEach((teil) => staemme.add(teil));
    }
  }

  /** The documents that have all words of a phrase; the weakest word counts. */
  #dokumenteMitWendung(wendung) {
    const [erste, ...weitere] = wendung.map((teil) => this.#dokumente(genaueDeutung(this.#verzeichnis, teil)));
    return weitere.reduce(schnitt, erste ?? new Map());
  }

  #rangfolge(einheiten) {
    const bekannt = einheiten.filter(({ dokumente }) => dokumente.size);
    const gesamt = bekannt.reduce((summe, { seltenheit }) => summe + seltenheit, 0);
    const treffer = [];
    for (const nummer of new Set(bekannt.flatMap(({ dokumente }) => [...dokumente.keys()]))) {
      const dokument = this.#verzeichnis.dokumente[nummer];
      treffer.push({ dokument, wert: (bewerte(bekannt, nummer, gesamt) * dokument.rang) / 100 });
    }
    treffer.sort((eins, zwei) => zwei.wert - eins.wert);
    const mindestens = (treffer[0]?.wert ?? 0) * UNTERGRENZE;
    return treffer.filter(({ wert }) => wert >= mindestens).slice(0, HOECHSTENS_TREFFER);
  }
}

/** The weighted match of all units; documents that lack some of them count less. */
function bewerte(einheiten, nummer, gesamt) {
  let summe = 0;
  let abgedeckt = 0;
  for (const { dokumente, seltenheit } of einheiten) {
    const wert = dokumente.get(nummer);
    if (wert === undefined) continue;
    summe += wert * seltenheit;
    abgedeckt += seltenheit;
  }
  return (summe / gesamt) * (abgedeckt / gesamt);
}

function schnitt(eins, zwei) {
  const gemeinsam = new Map();
  for (const [dokument, wert] of eins) {
    if (zwei.has(dokument)) gemeinsam.set(dokument, Math.min(wert, zwei.get(dokument)));
  }
  return gemeinsam;
}

function merkeBestes(dokumente, dokument, wert) {
  if (wert > (dokumente.get(dokument) ?? 0)) dokumente.set(dokument, wert);
}

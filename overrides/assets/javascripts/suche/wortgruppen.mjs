/** Words that mean the same, and words that are related, as the catalogue lists them. */
import { stamm, woerter } from "./deutsch.mjs";

const LAENGSTE_WENDUNG = 4;

/**
 * A phrase of a query and what else may be searched for.
 * @typedef {{von: number, bis: number, gleich: string[][], verwandt: string[][]}} Fund
 * @typedef {{begriffe: string[], unterschied: string}} SieheAuch
 */

export class Wortgruppen {
  #nachWendung = new Map();

  /** @param {import("./verzeichnis.mjs").Wortgruppe[]} gruppen */
  constructor(gruppen) {
    for (const gruppe of gruppen) {
      for (const wendung of [gruppe.begriff, ...gruppe.gleich]) this.#merke(wendung, { gruppe, nah: true });
      for (const wendung of gruppe.verwandt) this.#merke(wendung, { gruppe, nah: false });
    }
  }

  /**
   * All listed phrases in a query.
   * @param {string[]} gesucht - the folded words of a query
   * @returns {Fund[]}
   */
  funde(gesucht) {
    return this.#stellen(gesucht).map(({ von, bis, schluessel, gruppe, nah }) => {
      const eigene = [gruppe.begriff, ...gruppe.gleich].map(staemme);
      const andere = gruppe.verwandt.map(staemme);
      const neu = (liste) => liste.filter((wendung) => wendung.join(" ") !== schluessel);
      return nah
        ? { von, bis, gleich: neu(eigene), verwandt: andere }
        : { von, bis, gleich: [], verwandt: eigene };
    });
  }

  /**
   * Related words to point to, with the sentence that says how they differ.
   * @param {string[]} gesucht - the folded words of a query
   * @returns {SieheAuch[]}
   */
  sieheAuch(gesucht) {
    const gefunden = new Map();
    for (const { gruppe, nah } of this.#stellen(gesucht)) {
      const begriffe = nah ? gruppe.verwandt : [gruppe.begriff];
      if (begriffe.length) gefunden.set(gruppe, { begriffe, unterschied: gruppe.unterschied });
    }
    return [...gefunden.values()];
  }

  #merke(wendung, eintrag) {
    const schluessel = staemme(wendung).join(" ");
    this.#nachWendung.set(schluessel, [...(this.#nachWendung.get(schluessel) ?? []), eintrag]);
  }

  #stellen(gesucht) {
    const gestammt = gesucht.map(stamm);
    const stellen = [];
    for (let von = 0; von < gestammt.length; von += 1) {
      for (let bis = von + 1; bis <= Math.min(von + LAENGSTE_WENDUNG, gestammt.length); bis += 1) {
        const schluessel = gestammt.slice(von, bis).join(" ");
        for (const eintrag of this.#nachWendung.get(schluessel) ?? []) stellen.push({ von, bis, schluessel, ...eintrag });
      }
    }
    return stellen;
  }
}

function staemme(wendung) {
  return woerter(wendung).map(stamm);
}

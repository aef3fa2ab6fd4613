/** The finished index: lists of documents and compounds per stem, decoded only when asked for. */

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const WERT = new Map([...ALPHABET].map((zeichen, stelle) => [zeichen, stelle]));
const HOECHSTWERT = ALPHABET.length - 1;

/**
 * @typedef {{adresse: string, art: string, titel: string, text: string, rang: number}} Dokument
 * @typedef {{begriff: string, gleich: string[], verwandt: string[], unterschied: string}} Wortgruppe
 */

export class Verzeichnis {
  #listen;
  #zusammensetzungen;

  /** @param {object} daten - what `hooks/catalog/search.py` wrote */
  constructor(daten) {
    this.arten = daten.kinds;
    /** @type {Wortgruppe[]} */
    this.gruppen = daten.groups;
    /** @type {Dokument[]} */
    this.dokumente = daten.documents.map(([adresse, art, titel, text, rang]) => ({ adresse, art, titel, text, rang }));
    this.staemme = daten.stems.split(" ");
    this.#listen = daten.postings.split(" ");
    this.#zusammensetzungen = daten.compounds.split(" ");
  }

  /**
   * The number of a stem, -1 if the site does not have it.
   * @param {string} gesucht
   * @returns {number}
   */
  nummer(gesucht) {
    const stelle = this.#ersteAb(gesucht);
    return this.staemme[stelle] === gesucht ? stelle : -1;
  }

  /**
   * The numbers of all stems with a beginning.
   * @param {string} anfang
   * @returns {number[]}
   */
  mitAnfang(anfang) {
    const nummern = [];
    for (let n = this.#ersteAb(anfang); this.staemme[n]?.startsWith(anfang); n += 1) nummern.push(n);
    return nummern;
  }

  /**
   * The documents with a stem, each with its weight from 0 to 1.
   * @param {number} nummer
   * @returns {[number, number][]}
   */
  dokumenteMit(nummer) {
    return entziffern(this.#listen[nummer]);
  }

  /**
   * The stems that have a stem as a part, each with how much of their meaning it carries, from 0 to 1.
   * @param {number} nummer
   * @returns {[number, number][]}
   */
  zusammensetzungenMit(nummer) {
    return entziffern(this.#zusammensetzungen[nummer]);
  }

  #ersteAb(gesucht) {
    let links = 0;
    let rechts = this.staemme.length;
    while (links < rechts) {
      const mitte = (links + rechts) >> 1;
      if (this.staemme[mitte] < gesucht) links = mitte + 1;
      else rechts = mitte;
    }
    return links;
  }
}

/** @returns {[number, number][]} */
function entziffern(text) {
  const paare = [];
  let nummer = -1;
  for (let stelle = 0; stelle < text.length; stelle += 1) {
    let abstand = 0;
    let stufe = 1;
    let wert = WERT.get(text[stelle]);
    for (; wert >= 32; wert = WERT.get(text[stelle])) {
      abstand += (wert - 32) * stufe;
      stufe *= 32;
      stelle += 1;
    }
    nummer += abstand + wert * stufe + 1;
    stelle += 1;
    paare.push([nummer, WERT.get(text[stelle]) / HOECHSTWERT]);
  }
  return paare;
}
